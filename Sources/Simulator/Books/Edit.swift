package import FoundationEssentials

/// Something that a person at the desk does to the company file, for tests and for `qbsim office-day`.
///
/// Records are named by their full name, their reference number or their ID.
package enum Edit: Equatable, Sendable {
    /// Opened and saved without a change: TimeModified and EditSequence move, nothing else.
    case touch(family: String, record: String)
    /// Values of top-level children, in pairs; those that the record lacks are put where the schema has them,
    /// as far as another record of the kind shows the place.
    case modify(family: String, record: String, set: [String: String])
    case setActive(family: String, record: String, Bool)
    /// A customer, or a job when there is a parent.
    case addCustomer(name: String, parent: String? = nil)
    case addVendor(name: String)
    /// Lines are made up from the items that have a price.
    case addInvoice(customer: String, lines: Int = 2)
    /// Nil pays all that is open.
    case receivePayment(invoice: String, amount: Money? = nil)
    case remove(family: String, record: String)
}

/// Why an edit was not possible.
package enum EditError: Error, Equatable, Sendable {
    case noSuchRecord(family: String, name: String)
    /// The name is used by another customer, vendor, employee or other name (3100).
    case nameInUse(String)
    case notPossible(String)

    package var sentence: String {
        switch self {
        case .noSuchRecord(let family, let name):
            "The company file has no \(family) called \(name)."
        case .nameInUse(let name):
            "The name \(name) is already in use by a customer, vendor, employee or other name."
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
        case .receivePayment(let invoice, let amount):
            return try receivePayment(invoice, amount, at: moment)
        case .remove(let family, let name):
            return try remove(family, name)
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
        let record = try find(family, name)
        // Where the schema puts an element is learned from the records that have it.
        let order = records(family).filter { $0.kind == record.kind }.map { $0.fields.map(\.name) }
        return try modify(family, name, at: moment) { record in
            for (element, value) in values.sorted(by: { $0.key < $1.key })
            where !record.fields.set(element, value) {
                let before = order.first { $0.contains(element) }?.prefix { $0 != element } ?? []
                let place = record.fields.lastIndex { before.contains($0.name) }.map { $0 + 1 }
                record.fields.insert(Field(element, value), at: place ?? record.fields.count)
            }
        }
    }

    /// Takes a record out. What refers to it stays as it is, except that an unpaid invoice takes its balance
    /// with it.
    private mutating func remove(_ family: String, _ name: String) throws(EditError) -> String {
        let record = try find(family, name)
        if family == "Invoice", let customer = record.reference("CustomerRef") {
            guard record.amount("AppliedAmount") == .zero else {
                throw .notPossible("Invoice \(name) has payments; QuickBooks keeps it.")
            }
            let chart = Chart(self)
            changeBalance(ofCustomer: customer.id, by: -record.amount("BalanceRemaining"))
            changeBalance(ofAccount: chart.receivable, by: -record.amount("BalanceRemaining"))
            changeBalance(ofAccount: chart.salesTaxPayable, by: -record.amount("SalesTaxTotal"))
        }
        shelves[family]?.remove(record.id)
        return record.id
    }
}
