package import FoundationEssentials

/// Something that a person at the desk does to the company file, for tests and for `qbsim office-day`.
///
/// Records are named by their full name, their reference number or their ID.
package enum Edit: Equatable, Sendable {
    /// Opened and saved without a change: TimeModified and EditSequence move, nothing else.
    case touch(family: String, record: String)
    /// Values of top-level children, in pairs; those that the record lacks are put where the catalog has
    /// them.
    case modify(family: String, record: String, set: [String: String])
    case setActive(family: String, record: String, Bool)
    /// A customer, or a job when there is a parent.
    case addCustomer(name: String, parent: String? = nil)
    case addVendor(name: String)
    /// Lines are made up from the items that have a price.
    case addInvoice(customer: String, lines: Int = 2)
    /// A record of any kind that the catalog has, made up after it.
    case add(kind: String)
    /// Nil pays all that is open.
    case receivePayment(invoice: String, amount: Money? = nil)
    /// Deletes a record. A list entry that something refers to stays (3160); what a payment settled is open
    /// again.
    case remove(family: String, record: String)
    /// A list entry gets another name; paths and references follow.
    case rename(family: String, record: String, to: String)
    /// A transaction stays with amounts of 0.00 and a memo that begins with `VOID:`.
    case void(family: String, record: String)
    /// One list entry goes up in another of its kind, and ends as a deleted one.
    case merge(family: String, record: String, into: String)
}

/// Why an edit was not possible.
package enum EditError: Error, Equatable, Sendable {
    case noSuchRecord(family: String, name: String)
    /// The name is used by another customer, vendor, employee or other name (3100).
    case nameInUse(String)
    /// Something refers to the record, so QuickBooks keeps it (3160).
    case inUse(family: String, name: String)
    case notPossible(String)

    package var sentence: String {
        switch self {
        case .noSuchRecord(let family, let name):
            "The company file has no \(family) called \(name)."
        case .nameInUse(let name):
            "The name \(name) is already in use by a customer, vendor, employee or other name."
        case .inUse(let family, let name):
            "The \(family) \(name) is in use and cannot be deleted."
        case .notPossible(let why): why
        }
    }
}

extension CompanyFile {
    /// Does an edit at a moment, which is what the record's times will say.
    /// - Returns: the ID of the record that was added or changed.
    @discardableResult
    package mutating func apply(_ edit: Edit, at date: Date) throws(EditError) -> String {
        let moment = Int(date.timeIntervalSince1970.rounded(.down))
        advance(to: moment)
        switch edit {
        case .touch(let family, let name):
            return try modify(family, name, at: moment) { _ in }
        case .modify(let family, let name, let values):
            return try set(values, family, name, at: moment)
        case .setActive(let family, let name, let isActive):
            return try modify(family, name, at: moment) {
                $0.fields.set("IsActive", isActive ? "true" : "false")
            }
        case .addCustomer(let name, let parent):
            return try addCustomer(name, parent: parent, at: moment)
        case .addVendor(let name):
            return try addVendor(name, at: moment)
        case .addInvoice(let customer, let lines):
            return try addInvoice(customer, lines: lines, at: moment)
        case .add(let kind):
            return try add(kind, at: moment)
        case .receivePayment(let invoice, let amount):
            return try receivePayment(invoice, amount, at: moment)
        case .remove(let family, let name):
            return try remove(family, name, at: moment)
        case .rename(let family, let name, let newName):
            return try rename(family, name, to: newName, at: moment)
        case .void(let family, let name):
            return try void(family, name, at: moment)
        case .merge(let family, let name, let other):
            return try merge(family, name, into: other, at: moment)
        }
    }

    func find(_ family: String, _ name: String) throws(EditError) -> CompanyRecord {
        guard let record = record(family, id: name) ?? record(family, named: name) else {
            throw .noSuchRecord(family: family, name: name)
        }
        return record
    }

    private mutating func modify(
        _ family: String, _ name: String, at moment: Int, _ edit: (inout CompanyRecord) -> Void
    ) throws(EditError) -> String {
        let record = try find(family, name)
        let stamp = zone.stamp(at: moment)
        let wall = zone.wall(at: moment)
        change(family, record.id) {
            edit(&$0)
            $0.stampModified(stamp, wall: wall, moment: moment)
        }
        return record.id
    }

    private mutating func set(
        _ values: [String: String], _ family: String, _ name: String, at moment: Int
    ) throws(EditError) -> String {
        for fixed in ["ListID", "TxnID", "TimeCreated", "Name", "FullName"] where values[fixed] != nil {
            throw .notPossible("\(fixed) is not changed by this edit.")
        }
        return try modify(family, name, at: moment) { record in
            for (element, value) in values.sorted(by: { $0.key < $1.key }) { record.set(element, to: value) }
        }
    }
}
