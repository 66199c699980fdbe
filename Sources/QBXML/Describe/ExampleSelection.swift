/// Which places of a content an example uses.
struct ExampleSelection {
    let catalog: Catalog
    let message: Message
    let content: Content
    let parent: String
    /// The name that must be among them.
    let target: String?

    private var chosen: [Int] = []

    init(catalog: Catalog, message: Message, content: Content, parent: String, target: String?) {
        self.catalog = catalog
        self.message = message
        self.content = content
        self.parent = parent
        self.target = target
    }

    mutating func places() -> [Int] {
        take(content.particles())
        // A query may be empty; an element with nothing inside would say nothing.
        if chosen.isEmpty, parent != message.title, let first = content.places.firstIndex(where: isCommon) {
            chosen = [first]
        }
        return chosen
    }

    private mutating func take(_ particles: [Content.Particle]) {
        for particle in particles {
            switch particle {
            case .place(let index):
                if content.places[index].isRequired || isTarget(index) || isTelling(index) {
                    chosen.append(index)
                }
            case .choice(let index):
                content.choices[index].repeats ? takeSome(of: index) : takeOne(of: index)
            }
        }
    }

    /// Of a choice that repeats: the elements that tell something, for one that is required at least one.
    private mutating func takeSome(of index: Int) {
        let choice = content.choices[index]
        let some = choice.places.filter { isTarget($0) || isTelling($0) }
        chosen += some.isEmpty && choice.isRequired ? [choice.places.lowerBound] : some
    }

    private mutating func takeOne(of index: Int) {
        let branches = content.choices[index].branches
        let telling = branches.indices.first { branches[$0].contains(where: isTelling) }
        let common = branches.indices.first { branches[$0].allSatisfy { isCommon(content.places[$0]) } }
        let isNeeded = Describer.rule(of: index, in: content) == .oneOf
        guard
            let branch = branches.indices.first(where: { branches[$0].contains(where: isTarget) })
                ?? telling ?? (isNeeded ? common ?? branches.indices.first : nil)
        else { return }
        let before = chosen.count
        take(content.particles(branches[branch], in: index))
        // All of the branch is optional: it would not have been taken at all.
        if chosen.count == before, isNeeded { chosen.append(branches[branch].lowerBound) }
    }

    // MARK: Which ones

    private func isTarget(_ index: Int) -> Bool { catalog.name(of: content.places[index]) == target }

    private func isTelling(_ index: Int) -> Bool {
        // On the way to an element that was asked for, only what must be there surrounds it.
        guard target == nil, isCommon(content.places[index]) else { return false }
        let name = catalog.name(of: content.places[index])
        guard parent == message.title else { return isTelling(inside: name) }
        return switch message.operation {
        case .query: name == "MaxReturned" ? message.hasIterator : Self.tellingInQuery.contains(name)
        case .modify: Self.tellingInChange.contains(name)
        default: isTelling(inside: name)
        }
    }

    private func isTelling(inside name: String) -> Bool {
        switch name {
        // Where there is a rate, quantity times rate is the amount.
        case "Amount": !holds("Rate")
        case "ItemLineAdd": !holds("ExpenseLineAdd")
        case "JournalDebitLine", "JournalCreditLine": true
        case "EntityRef", "BillableStatus": !parent.hasPrefix("Journal")
        case _ where name.hasSuffix("LineAdd"): true
        default: Self.telling.contains(name)
        }
    }

    private func holds(_ name: String) -> Bool {
        content.places.contains { catalog.name(of: $0) == name && isCommon($0) }
    }

    /// Wherever the message is known at all.
    private func isCommon(_ place: Place) -> Bool {
        !place.editions.isEmpty && place.editions.isSuperset(of: message.editions)
    }

    private static let tellingInQuery: Set = [
        "ActiveStatus", "FromModifiedDate", "ModifiedDateRangeFilter", "IncludeLineItems", "OwnerID",
        "ReportPeriod",
    ]

    private static let tellingInChange: Set = [
        "Name", "FirstName", "Phone", "Email", "Memo", "Notes", "Desc", "DueDate", "TermsRef", "IsActive",
    ]

    private static let telling: Set = [
        "FullName", "CompanyName", "FirstName", "LastName", "Phone", "Email", "BillAddress", "Addr1", "City",
        "State", "PostalCode", "TermsRef", "CustomerRef", "VendorRef", "PayeeEntityRef",
        "AccountRef", "ItemRef", "ItemServiceRef", "TxnDate", "DueDate", "RefNumber", "Memo", "Desc",
        "Quantity", "Rate", "Cost", "TotalAmount", "PaymentMethodRef", "SalesOrPurchase", "SalesDesc",
        "SalesPrice", "IncomeAccountRef", "COGSAccountRef", "AssetAccountRef", "Notes",
        "FromModifiedDate", "FromReportDate", "ToReportDate",
    ]
}
