/// A QuickBooks company file in software: its records, and what QuickBooks would answer about them.
///
/// It is a value. Copying one is a backup, and two copies that get the same edits at the same times stay
/// equal, since time and randomness come in from outside. It is generated from a seed
/// (`CompanyFile.generated`) or filled from real answers (`load`), asked through a `QuickBooksSession`, and
/// changed by `Edit`s as a person at the desk would.
///
///     Generation ──┐                       ┌── QuickBooksSession.answer (qbXML in, qbXML or HRESULT out)
///                  ├──> CompanyFile ───────┤
///     load(qbXML) ─┘    shelves of records └── apply(Edit) (the person at the desk)
package struct CompanyFile: Sendable {
    /// As the Windows machine sees it: `C:\Users\Public\Documents\Intuit\QuickBooks\Company Files\Acme.QBW`.
    package var path: String
    package let zone: OfficeZone
    package var program: QuickBooksProgram
    /// What `CompanyQueryRq` answers; its custom fields hold the Web Connector's `FileID` and `AppLock`.
    package internal(set) var company: CompanyRecord
    package internal(set) var preferences: CompanyRecord
    var shelves: [String: Shelf] = [:]
    /// The last number given out per counter: `Names`, `Item`, … , `Transaction`, `TxnNumber`, `RefNumber`.
    var counters: [String: Int] = [:]
    /// Deleted records, as long as QuickBooks remembers them, in the order of their deletion.
    package internal(set) var tombstones: [Tombstone] = []
    /// By kind or family. What this user may not read is there all the same: edits are other people's work.
    package var restrictions: [String: Restriction] = [:]
    /// What stands in the way of applications that write.
    package var rules = WriteRules()
    /// Every write of an application that was carried out, in order.
    package internal(set) var appliedWrites: [AppliedWrite] = []
    /// What QuickBooks keeps for error recovery.
    var messageSets: [KeptMessageSet] = []
    /// Transactions, by ID, that moved balances when they were written.
    var posted: Set<String> = []
    /// How names in references follow a renamed entry.
    package var renaming = Renaming.quiet
    /// The latest moment that the file has heard of, in Unix seconds.
    var now: Int?
    /// For what the file makes up by itself: the lines of an added invoice, the IDs of iterators.
    var seed: Seed

    /// An empty company file. Times in `company` and `preferences` do not matter: neither has any.
    package init(
        path: String, name: String, zone: OfficeZone = .newYork,
        program: QuickBooksProgram = QuickBooksProgram(), seed: Seed = Seed(1)
    ) {
        self.path = path
        self.zone = zone
        self.program = program
        self.seed = seed
        company = CompanyRecord(
            kind: "Company", id: "Company",
            fields: [
                Field("IsSampleCompany", false), Field("CompanyName", name), Field("LegalCompanyName", name),
            ])
        preferences = CompanyRecord(kind: "Preferences", id: "Preferences", fields: [])
    }

    package var name: String { company["CompanyName"] }

    // MARK: Looking

    /// Every record of a family (`Customer`, `Item`, `Terms`, `Invoice`, …) as it was entered.
    package func records(_ family: String) -> [CompanyRecord] { shelves[family]?.records ?? [] }

    package func record(_ family: String, id: String) -> CompanyRecord? { shelves[family]?[id] }

    /// The first record of that full name or number, compared without case as QuickBooks does.
    package func record(_ family: String, named name: String) -> CompanyRecord? {
        let wanted = name.lowercased()
        return records(family).first { $0.fullName.lowercased() == wanted }
    }

    /// The number of records of each family that has any, in the order of `Family.all`, then what else was
    /// loaded.
    package var counts: [(family: String, count: Int)] {
        let known = Family.all.map(\.name)
        let others = shelves.keys.filter { !known.contains($0) }.sorted()
        return (known + others).compactMap { name in
            let count = shelves[name]?.records.count ?? 0
            return count > 0 ? (name, count) : nil
        }
    }

    /// The newest change of any record, as the wall showed it.
    package var lastModified: OfficeTime? {
        shelves.values.compactMap { $0.records.map(\.modified).max() }.max()
    }

    // MARK: Keeping

    mutating func put(_ record: CompanyRecord) {
        shelves[Family.holding(record.kind).name, default: Shelf()].put(record)
    }

    @discardableResult mutating func change(
        _ family: String, _ id: String, _ edit: (inout CompanyRecord) -> Void
    ) -> Bool {
        shelves[family]?.change(id, edit) ?? false
    }

    // MARK: Identity

    /// A new ListID such as `8000001B-1405768916`: a counter of the list and the moment in Unix seconds.
    ///
    /// Customers, vendors, employees and other names count together, as they share one list inside
    /// QuickBooks.
    mutating func newListID(_ family: String, at moment: Int) -> String {
        let list = Family.names.contains(family) ? "Names" : family
        // Current versions set the highest bit; counters without it come from files of the 1990s.
        return String(0x8000_0000 + next(list), radix: 16, uppercase: true) + "-\(moment)"
    }

    /// A new TxnID or TxnLineID such as `1F6-1241605561`: transactions and their lines have one counter.
    mutating func newTxnID(at moment: Int) -> String {
        String(next("Transaction"), radix: 16, uppercase: true) + "-\(moment)"
    }

    mutating func next(_ counter: String) -> Int {
        let number = counters[counter, default: 0] + 1
        counters[counter] = number
        return number
    }

    /// Keeps the counters ahead of an ID that came from outside.
    mutating func noteID(_ id: String, family: String) {
        guard let hexadecimal = id.split(separator: "-").first, let number = Int(hexadecimal, radix: 16)
        else {
            return
        }
        let isTransaction = Family.holding(family).order == .entry
        let counter = isTransaction ? "Transaction" : Family.names.contains(family) ? "Names" : family
        // IDs of old files count in steps of 0x10000 without the highest bit; new ones never meet them.
        guard isTransaction || number >= 0x8000_0000 else { return }
        let count = isTransaction ? number : number - 0x8000_0000
        counters[counter] = max(counters[counter, default: 0], count)
    }

    // MARK: Stamps

    /// The value of a private custom field of the company record, as the Web Connector keeps its stamps
    /// there.
    package func stamp(_ name: String, ownerID: String) -> String? {
        company.extensions.first { $0.name == name && $0.isOwned(by: ownerID) }?.value
    }

    /// Sets or, with nil, removes such a field.
    package mutating func setStamp(_ name: String, ownerID: String, to value: String?) {
        company.extensions.removeAll { $0.name == name && $0.isOwned(by: ownerID) }
        guard let value else { return }
        company.extensions.append(CustomField(ownerID: ownerID, name: name, value: value))
    }
}
