internal import QBXML

/// A query as it was asked, after the schema was found kept.
struct Query: Equatable {
    enum IteratorStep: Equatable {
        case start
        case goOn(String)
        case stop(String)
    }

    enum Range: Equatable {
        case startsWith(String)
        case contains(String)
        case endsWith(String)
        case between(String?, String?)
    }

    /// An entity or account with or without those below it.
    struct Branch: Equatable {
        var ids: Set<String> = []
        var names: [String] = []
        var withChildren = false
        /// A word such as `Vendor` or `BankAndUF` in place of any single one.
        var sort: String?
    }

    /// What a transaction query asks of the place of its records: by the filter's name.
    typealias Branches = [BranchKind: Branch]

    enum BranchKind: String {
        case entity, account, item, category, site, agency
    }

    struct BalanceBound: Equatable {
        var sign: String
        var amount: Money
    }

    struct DayRange: Equatable {
        var from: CivilDay?
        var to: CivilDay?
    }

    /// Why a query is answered with a status and nothing else.
    struct Obstacle: Equatable {
        var status: QueryStatus
        /// The element of which QuickBooks would have made more than this simulator does.
        var notImitated: String?
    }

    /// The element's name without `Rq`: `CustomerQuery`.
    var name: String
    var iterator: IteratorStep?
    var metaData = "NoMetaData"
    var maxReturned: Int?

    var ids: [String] = []
    /// Full names, or reference numbers of transactions.
    var names: [String] = []
    var isCaseSensitive = false
    /// Of a query that has no such filter, everything is asked.
    var activeStatus = "All"
    var from: OfficeTime?
    var to: OfficeTime?
    var nameRange: Range?
    var balance: BalanceBound?
    var dates: DayRange?
    var branches: Branches = [:]
    /// Account types; kinds of payment methods, transactions, deleted records and objects with custom fields.
    var types: [String] = []
    var paidStatus = "All"
    /// Of to-dos, and of builds.
    var doneStatus = "All"
    var pendingStatus = "All"
    /// Of TransactionQuery: which rows of a transaction, and whether it posts.
    var detailLevel = "SummaryOnly"
    var postingStatus = "Either"
    /// The last day that a record may be due; the day for which something is worked out.
    var lastDay: CivilDay?
    var barCodes: Set<String> = []
    var includeLines = false
    var includeLinks = false
    var retElements: Set<String> = []
    var owners: [String] = []
    /// The first thing that stands in the way.
    private(set) var obstacle: Obstacle?

    /// - Parameter today: what date macros count from; nil if nobody knows the day.
    init(_ request: RequestDocument.Request, zone: OfficeZone, today: CivilDay?) {
        let (message, element) = (request.message, request.element)
        name = message.title
        let catalog = Catalog.standard
        if let standard = catalog.place("ActiveStatus", in: message)
            .flatMap({ catalog.enumeration(of: $0)?.standard })
        {
            activeStatus = standard
        }
        if catalog.place("DoneStatus", in: message) != nil { doneStatus = "NotDoneOnly" }
        // What cannot be asked for comes always.
        let lines = ["IncludeLineItems", "IncludeComponentLineItems"]
        includeLines = lines.allSatisfy { catalog.place($0, in: message) == nil }
        includeLinks = catalog.place("IncludeLinkedTxns", in: message) == nil
        metaData = element.attribute("metaData") ?? "NoMetaData"
        let iteratorID = element.attribute("iteratorID") ?? ""
        switch element.attribute("iterator") {
        case "Start": iterator = .start
        case "Continue": iterator = .goOn(iteratorID)
        case "Stop": iterator = .stop(iteratorID)
        default: iterator = nil
        }
        let calendar = (zone: zone, today: today)
        for child in element.elements { take(child, calendar) }
    }

    private mutating func take(_ child: Draft.Element, _ calendar: Calendar) {
        let text = child.text
        switch child.name {
        case "ListID", "TxnID": ids.append(text)
        case "FullName", "RefNumber", "Name": names.append(text)
        case "RefNumberCaseSensitive":
            names.append(text)
            isCaseSensitive = true
        case "MaxReturned": maxReturned = Int(text)
        case "ActiveStatus": activeStatus = text
        case "FromModifiedDate", "ToModifiedDate": takeBound(child, calendar)
        case "ModifiedDateRangeFilter", "TxnDateRangeFilter", "DeletedDateRangeFilter",
            "TransactionDateRangeFilter", "TransactionModifiedDateRangeFilter":
            for bound in child.elements { takeBound(bound, calendar, of: child.name) }
        case "NameFilter", "RefNumberFilter":
            nameRange = Self.match(child)
        case "NameRangeFilter", "RefNumberRangeFilter":
            let bounds = child.elements
            nameRange = .between(
                bounds.first { $0.name.hasPrefix("From") }?.text,
                bounds.first { $0.name.hasPrefix("To") }?.text)
        case "TotalBalanceFilter":
            balance = BalanceBound(
                sign: child["Operator"]?.text ?? "Equal",
                amount: Money(child["Amount"]?.text ?? "") ?? .zero)
        case "AccountType", "PaymentMethodType", "ListDelType", "TxnDelType", "AssignToObject":
            types.append(text)
        case "TransactionTypeFilter": types += child.elements.map(\.text).filter { $0 != "All" }
        case "PaidStatus": paidStatus = text
        case "TransactionPaidStatusFilter":
            paidStatus = text == "Open" ? "NotPaidOnly" : text == "Closed" ? "PaidOnly" : "All"
        case "TransactionPostingStatusFilter": postingStatus = text
        case "TransactionDetailLevelFilter": detailLevel = text
        case "DoneStatus": doneStatus = text
        case "PendingStatus": pendingStatus = text
        case "BarCodeValue": barCodes.insert(text)
        case "DueDate", "AsOfDate", "TxnDate": lastDay = day(in: child)
        default: takeOther(child)
        }
    }

    private mutating func takeOther(_ child: Draft.Element) {
        let flag = child.text == "true" || child.text == "1"
        switch child.name {
        case "IncludeLineItems", "IncludeComponentLineItems": includeLines = flag
        case "IncludeLinkedTxns": includeLinks = flag
        case "IncludeRetElement": retElements.insert(child.text)
        case "OwnerID": owners.append(child.text)
        // There is one currency in such a company, so QuickBooks has no list to filter by.
        case "CurrencyFilter": stop(.featureIsOff)
        default:
            guard let kind = Self.branchKinds[child.name] else {
                return stop(.notSupportedHere, notImitated: child.name)
            }
            branches[kind] = Self.branch(child)
        }
    }

    private static let branchKinds: [String: BranchKind] = [
        "EntityFilter": .entity, "TimeTrackingEntityFilter": .entity, "TransactionEntityFilter": .entity,
        "PayeeEntityRef": .entity, "AccountFilter": .account, "TransactionAccountFilter": .account,
        "APAccountRef": .account, "ItemFilter": .item, "TransactionItemFilter": .item, "ItemRef": .item,
        "ItemInventoryAssemblyRef": .item, "ClassFilter": .category, "TransactionClassFilter": .category,
        "SiteFilter": .site, "TaxAgencyVendorRef": .agency,
    ]

    typealias Calendar = (zone: OfficeZone, today: CivilDay?)

    private mutating func stop(_ status: QueryStatus, notImitated: String? = nil) {
        if obstacle == nil { obstacle = Obstacle(status: status, notImitated: notImitated) }
    }

    private mutating func takeBound(
        _ bound: Draft.Element, _ calendar: Calendar, of filter: String = ""
    ) {
        // An empty element asks nothing.
        guard !bound.text.isEmpty else { return }
        switch bound.name {
        case "FromModifiedDate", "FromDeletedDate": from = time(in: bound, calendar.zone, isLast: false)
        case "ToModifiedDate", "ToDeletedDate": to = time(in: bound, calendar.zone, isLast: true)
        case "FromTxnDate": dates = DayRange(from: day(in: bound), to: dates?.to)
        case "ToTxnDate": dates = DayRange(from: dates?.from, to: day(in: bound))
        default:
            guard bound.text != "All" else { return }
            // Without a day nobody can say what this week is.
            guard let range = calendar.today.flatMap({ DateMacro.range(bound.text, from: $0) }) else {
                return stop(.notSupportedHere, notImitated: bound.name)
            }
            guard filter.contains("Modified") else { return dates = range }
            from = range.from.map { OfficeTime($0) }
            to = range.to.map { OfficeTime($0, hour: 23, minute: 59, second: 59) }
        }
    }

    /// A day alone means its first second as the lower bound and its last one as the upper.
    private mutating func time(
        in bound: Draft.Element, _ zone: OfficeZone, isLast: Bool
    ) -> OfficeTime? {
        guard let written = WrittenTime(bound.text), Self.known.contains(written.wall.day) else {
            stop(.dateNotConverted(bound.text, field: bound.name))
            return nil
        }
        var wall = zone.wall(of: written)
        if isLast, !written.hasClock { wall.seconds += 86_399 }
        return wall
    }

    private mutating func day(in bound: Draft.Element) -> CivilDay? {
        guard let day = CivilDay(bound.text), Self.known.contains(day) else {
            stop(.dateNotConverted(bound.text, field: bound.name))
            return nil
        }
        return day
    }

    /// QuickBooks counts seconds from 1970 in 32 bits.
    private static let known =
        CivilDay(year: 1970, month: 1, day: 1)...CivilDay(year: 2038, month: 1, day: 19)

    private static func match(_ filter: Draft.Element) -> Range {
        let value = filter.elements.last?.text ?? ""
        switch filter["MatchCriterion"]?.text {
        case "StartsWith": return .startsWith(value)
        case "EndsWith": return .endsWith(value)
        default: return .contains(value)
        }
    }

    private static func branch(_ filter: Draft.Element) -> Branch {
        var branch = Branch()
        for child in filter.elements {
            if child.name.hasSuffix("TypeFilter") { branch.sort = child.text }
            if child.name.hasPrefix("ListID") { branch.ids.insert(child.text) }
            if child.name.hasPrefix("FullName") { branch.names.append(child.text.lowercased()) }
            if child.name.hasSuffix("WithChildren") { branch.withChildren = true }
        }
        return branch
    }

    /// Whether another request asks the same, which every `Continue` of an iterator must.
    func asksTheSame(as other: Query) -> Bool {
        var (one, two) = (self, other)
        (one.iterator, two.iterator) = (nil, nil)
        // The size of a page may change from one to the next.
        (one.maxReturned, two.maxReturned) = (nil, nil)
        return one == two
    }
}
