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
        var ids: [String] = []
        var names: [String] = []
        var withChildren = false
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
    var entity: Branch?
    var account: Branch?
    /// Account types, kinds of payment method, kinds of deleted records.
    var types: [String] = []
    var paidStatus = "All"
    var includeLines = false
    var includeLinks = false
    var retElements: Set<String> = []
    var owners: [String] = []
    /// The first thing that stands in the way.
    private(set) var obstacle: Obstacle?

    init(_ request: RequestDocument.Request, zone: OfficeZone) {
        let (message, element) = (request.message, request.element)
        name = message.title
        let catalog = Catalog.standard
        if let standard = catalog.place("ActiveStatus", in: message)
            .flatMap({ catalog.enumeration(of: $0)?.standard })
        {
            activeStatus = standard
        }
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
        for child in element.elements { take(child, zone: zone) }
    }

    private mutating func take(_ child: Draft.Element, zone: OfficeZone) {
        let text = child.text
        switch child.name {
        case "ListID", "TxnID": ids.append(text)
        case "FullName", "RefNumber": names.append(text)
        case "RefNumberCaseSensitive":
            names.append(text)
            isCaseSensitive = true
        case "MaxReturned": maxReturned = Int(text)
        case "ActiveStatus": activeStatus = text
        case "FromModifiedDate", "ToModifiedDate": takeBound(child, zone: zone)
        case "ModifiedDateRangeFilter", "TxnDateRangeFilter", "DeletedDateRangeFilter":
            for bound in child.elements { takeBound(bound, zone: zone) }
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
        case "EntityFilter": entity = Self.branch(child)
        case "AccountFilter": account = Self.branch(child)
        case "AccountType", "PaymentMethodType", "ListDelType", "TxnDelType": types.append(text)
        case "PaidStatus": paidStatus = text
        case "IncludeLineItems", "IncludeComponentLineItems": includeLines = text == "true" || text == "1"
        case "IncludeLinkedTxns": includeLinks = text == "true" || text == "1"
        case "IncludeRetElement": retElements.insert(text)
        case "OwnerID": owners.append(text)
        // There is one currency in such a company, so QuickBooks has no list to filter by.
        case "CurrencyFilter": stop(.featureIsOff)
        default: stop(.notSupportedHere, notImitated: child.name)
        }
    }

    private mutating func stop(_ status: QueryStatus, notImitated: String? = nil) {
        if obstacle == nil { obstacle = Obstacle(status: status, notImitated: notImitated) }
    }

    private mutating func takeBound(_ bound: Draft.Element, zone: OfficeZone) {
        // An empty element asks nothing.
        guard !bound.text.isEmpty else { return }
        switch bound.name {
        case "FromModifiedDate", "FromDeletedDate": from = time(in: bound, zone, isLast: false)
        case "ToModifiedDate", "ToDeletedDate": to = time(in: bound, zone, isLast: true)
        case "FromTxnDate": dates = DayRange(from: day(in: bound), to: dates?.to)
        case "ToTxnDate": dates = DayRange(from: dates?.from, to: day(in: bound))
        // There is no clock here that could say what this week is.
        default: if bound.text != "All" { stop(.notSupportedHere, notImitated: bound.name) }
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
            if child.name.hasPrefix("ListID") { branch.ids.append(child.text) }
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
