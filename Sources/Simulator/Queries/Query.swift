internal import XML

/// A query as it was asked, after the order of its elements was found right.
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

    /// The element's name without `Rq`: `CustomerQuery`.
    var name: String
    var requestID: String?
    var iterator: IteratorStep?
    var metaData = "NoMetaData"
    var maxReturned: Int?

    var ids: [String] = []
    /// Full names, or reference numbers of transactions.
    var names: [String] = []
    var isCaseSensitive = false
    var activeStatus = "ActiveOnly"
    var from: OfficeTime?
    var to: OfficeTime?
    var nameRange: Range?
    var balance: BalanceBound?
    var dates: DayRange?
    var entity: Branch?
    var account: Branch?
    /// Account types or kinds of payment method.
    var types: [String] = []
    var paidStatus = "All"
    var includeLines = false
    var includeLinks = false
    var retElements: Set<String> = []
    var owners: [String] = []
    /// A filter that this simulator cannot apply, or that a company like this one has switched off.
    var obstacle: QueryStatus?

    init(_ request: Element, zone: OfficeZone) {
        name = String(request.name.dropLast(2))
        requestID = request.attribute("requestID")
        metaData = request.attribute("metaData") ?? "NoMetaData"
        let iteratorID = request.attribute("iteratorID") ?? ""
        switch request.attribute("iterator") {
        case "Start": iterator = .start
        case "Continue": iterator = .goOn(iteratorID)
        case "Stop": iterator = .stop(iteratorID)
        default: iterator = nil
        }
        for child in request.elements { take(child, zone: zone) }
    }

    private mutating func take(_ child: Element, zone: OfficeZone) {
        let text = child.text
        switch child.name {
        case "ListID", "TxnID": ids.append(text)
        case "FullName", "RefNumber": names.append(text)
        case "RefNumberCaseSensitive":
            names.append(text)
            isCaseSensitive = true
        case "MaxReturned": maxReturned = Int(text)
        case "ActiveStatus": activeStatus = text
        case "FromModifiedDate": from = Self.bound(text, zone, isLast: false)
        case "ToModifiedDate": to = Self.bound(text, zone, isLast: true)
        case "ModifiedDateRangeFilter", "TxnDateRangeFilter":
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
        case "AccountType", "PaymentMethodType": types.append(text)
        case "PaidStatus": paidStatus = text
        case "IncludeLineItems": includeLines = text == "true" || text == "1"
        case "IncludeLinkedTxns": includeLinks = text == "true" || text == "1"
        case "IncludeRetElement": retElements.insert(text)
        case "OwnerID": owners.append(text)
        // There is one currency in such a company, so QuickBooks has no list to filter by.
        case "CurrencyFilter": obstacle = .featureIsOff
        default: obstacle = .notSupportedHere
        }
    }

    private mutating func takeBound(_ bound: Element, zone: OfficeZone) {
        switch bound.name {
        case "FromModifiedDate": from = Self.bound(bound.text, zone, isLast: false)
        case "ToModifiedDate": to = Self.bound(bound.text, zone, isLast: true)
        case "FromTxnDate": dates = DayRange(from: CivilDay(bound.text), to: dates?.to)
        case "ToTxnDate": dates = DayRange(from: dates?.from, to: CivilDay(bound.text))
        // There is no clock here that could say what this week is.
        default: if bound.text != "All" { obstacle = .notSupportedHere }
        }
    }

    /// A day alone means its first second as the lower bound and its last one as the upper.
    private static func bound(_ text: String, _ zone: OfficeZone, isLast: Bool) -> OfficeTime? {
        guard let written = WrittenTime(text) else { return nil }
        var wall = zone.wall(of: written)
        if isLast, !written.hasClock { wall.seconds += 86_399 }
        return wall
    }

    private static func match(_ filter: Element) -> Range {
        let value = filter.elements.last?.text ?? ""
        switch filter["MatchCriterion"]?.text {
        case "StartsWith": return .startsWith(value)
        case "EndsWith": return .endsWith(value)
        default: return .contains(value)
        }
    }

    private static func branch(_ filter: Element) -> Branch {
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
        (one.requestID, two.requestID) = (nil, nil)
        (one.iterator, two.iterator) = (nil, nil)
        // The size of a page may change from one to the next.
        (one.maxReturned, two.maxReturned) = (nil, nil)
        return one == two
    }
}
