extension RequestOrder {
    /// A query that this simulator answers.
    struct QueryShape: Sendable {
        var pattern: Pattern
        var hasMetaData = false
        var hasIterator = false
    }

    /// By the name of the request's element. Order, choices and versions are those of the 16.0 specification.
    static let queries: [String: QueryShape] = {
        var table: [String: QueryShape] = [
            "HostQueryRq": QueryShape(
                pattern: .sequence([
                    .element(
                        Rule(
                            name: "IncludeListMetaData",
                            value: .children(
                                .sequence([
                                    flag("IncludeMaxCapacity", isRequired: true)
                                ])), since: "6.0")),
                    includeRetElement,
                ])),
            "CompanyQueryRq": QueryShape(pattern: .sequence([includeRetElement, ownerID])),
            "PreferencesQueryRq": QueryShape(pattern: includeRetElement),
        ]
        // Custom fields, the iterator, and what comes after the names, by list.
        let named: [(query: String, hasOwner: Bool, hasIterator: Bool, extra: [Pattern])] = [
            ("Account", true, false, [accountType, currencyFilter]),
            ("Class", false, false, []),
            ("Terms", false, false, []),
            ("StandardTerms", false, false, []),
            ("DateDrivenTerms", false, false, []),
            ("PaymentMethod", false, false, [paymentMethodType]),
            ("Item", true, true, []),
            ("ItemService", true, true, [classFilter]),
            ("ItemNonInventory", true, true, [classFilter]),
            ("ItemOtherCharge", true, true, [classFilter]),
            ("ItemInventory", true, true, [classFilter]),
            ("ItemInventoryAssembly", true, true, [classFilter]),
            ("ItemDiscount", true, true, [classFilter]),
            ("ItemSalesTax", true, true, [classFilter]),
            ("Customer", true, true, [totalBalanceFilter, currencyFilter, classFilter]),
            ("Vendor", true, true, [totalBalanceFilter, currencyFilter, classFilter]),
            ("Employee", true, false, []),
            ("OtherName", true, false, []),
        ]
        for list in named {
            table[list.query + "QueryRq"] = QueryShape(
                pattern: listQuery(extra: list.extra, hasOwner: list.hasOwner), hasMetaData: true,
                hasIterator: list.hasIterator)
        }
        let transactions: [(query: String, isPayable: Bool, hasLinks: Bool)] = [
            ("Invoice", true, true), ("ReceivePayment", false, false), ("SalesReceipt", false, false),
        ]
        for transaction in transactions {
            table[transaction.query + "QueryRq"] = QueryShape(
                pattern: transactionQuery(isPayable: transaction.isPayable, hasLinks: transaction.hasLinks),
                hasMetaData: true, hasIterator: true)
        }
        return table
    }()

    private static func listQuery(extra: [Pattern], hasOwner: Bool) -> Pattern {
        let filters: [Pattern] = [
            .element(Rule(name: "MaxReturned", value: .count)),
            .element(Rule(name: "ActiveStatus", value: .oneOf(["ActiveOnly", "InactiveOnly", "All"]))),
            time("FromModifiedDate"), time("ToModifiedDate"),
            .choice([
                matchFilter("NameFilter", of: "Name"),
                rangeFilter("NameRangeFilter", from: "FromName", to: "ToName"),
            ]),
        ]
        var parts: [Pattern] = [
            .choice([ids("ListID"), texts("FullName"), .sequence(filters + extra)]), includeRetElement,
        ]
        if hasOwner { parts.append(ownerID) }
        return .sequence(parts)
    }

    private static func transactionQuery(isPayable: Bool, hasLinks: Bool) -> Pattern {
        let modified = Pattern.element(
            Rule(
                name: "ModifiedDateRangeFilter",
                value: .children(.sequence([time("FromModifiedDate"), time("ToModifiedDate")]))))
        let dated = Pattern.element(
            Rule(
                name: "TxnDateRangeFilter",
                value: .children(
                    .choice([
                        .sequence([
                            .element(Rule(name: "FromTxnDate", value: .day)),
                            .element(Rule(name: "ToTxnDate", value: .day)),
                        ]),
                        .element(Rule(name: "DateMacro", value: .oneOf(dateMacros))),
                    ]))))
        var filters: [Pattern] = [
            .element(Rule(name: "MaxReturned", value: .count)), .choice([modified, dated]),
            treeFilter("EntityFilter"), treeFilter("AccountFilter"),
            .choice([
                matchFilter("RefNumberFilter", of: "RefNumber"),
                rangeFilter("RefNumberRangeFilter", from: "FromRefNumber", to: "ToRefNumber"),
            ]),
            currencyFilter,
        ]
        if isPayable {
            filters.append(
                .element(Rule(name: "PaidStatus", value: .oneOf(["All", "PaidOnly", "NotPaidOnly"]))))
        }
        var parts: [Pattern] = [
            .choice([
                ids("TxnID"), texts("RefNumber"),
                .element(
                    Rule(
                        name: "RefNumberCaseSensitive", value: .text(longest: 4_095), repeats: true,
                        since: "4.0")), .sequence(filters),
            ]), flag("IncludeLineItems"),
        ]
        if hasLinks { parts.append(flag("IncludeLinkedTxns", since: "1.1")) }
        return .sequence(parts + [includeRetElement, ownerID])
    }

    // MARK: Parts

    private static let includeRetElement = Pattern.element(
        Rule(name: "IncludeRetElement", value: .text(longest: 50), repeats: true, since: "4.0"))
    private static let ownerID = Pattern.element(
        Rule(name: "OwnerID", value: .guid, repeats: true, since: "2.0"))
    private static let totalBalanceFilter = Pattern.element(
        Rule(
            name: "TotalBalanceFilter",
            value: .children(
                .sequence([
                    .element(
                        Rule(
                            name: "Operator",
                            value: .oneOf([
                                "LessThan", "LessThanEqual", "Equal", "GreaterThan", "GreaterThanEqual",
                            ]), isRequired: true)),
                    .element(Rule(name: "Amount", value: .amount, isRequired: true)),
                ]))))
    private static let currencyFilter = Pattern.element(
        Rule(
            name: "CurrencyFilter", value: .children(.choice([ids("ListID"), texts("FullName")])),
            since: "8.0"))
    private static let classFilter = Pattern.element(
        Rule(name: "ClassFilter", value: .children(treeChoice), since: "12.0"))
    private static let accountType = Pattern.element(
        Rule(
            name: "AccountType",
            value: .oneOf([
                "AccountsPayable", "AccountsReceivable", "Bank", "CostOfGoodsSold", "CreditCard", "Equity",
                "Expense", "FixedAsset", "Income", "LongTermLiability", "NonPosting", "OtherAsset",
                "OtherCurrentAsset", "OtherCurrentLiability", "OtherExpense", "OtherIncome",
            ]), repeats: true))
    private static let paymentMethodType = Pattern.element(
        Rule(
            name: "PaymentMethodType",
            value: .oneOf([
                "AmericanExpress", "Cash", "Check", "DebitCard", "Discover", "ECheck", "GiftCard",
                "MasterCard", "Other", "OtherCreditCard", "Visa",
            ]), repeats: true, since: "7.0"))
    private static let treeChoice = Pattern.choice([
        ids("ListID"), texts("FullName"), .element(Rule(name: "ListIDWithChildren", value: .id)),
        .element(Rule(name: "FullNameWithChildren", value: .text(longest: 4_095))),
    ])
    private static let dateMacros = [
        "All", "Today", "ThisWeek", "ThisWeekToDate", "ThisMonth", "ThisMonthToDate", "ThisCalendarQuarter",
        "ThisCalendarQuarterToDate", "ThisFiscalQuarter", "ThisFiscalQuarterToDate", "ThisCalendarYear",
        "ThisCalendarYearToDate", "ThisFiscalYear", "ThisFiscalYearToDate", "Yesterday", "LastWeek",
        "LastWeekToDate", "LastMonth", "LastMonthToDate", "LastCalendarQuarter", "LastCalendarQuarterToDate",
        "LastFiscalQuarter", "LastFiscalQuarterToDate", "LastCalendarYear", "LastCalendarYearToDate",
        "LastFiscalYear", "LastFiscalYearToDate", "NextWeek", "NextFourWeeks", "NextMonth",
        "NextCalendarQuarter", "NextCalendarYear", "NextFiscalQuarter", "NextFiscalYear",
    ]

    private static func ids(_ name: String) -> Pattern {
        .element(Rule(name: name, value: .id, repeats: true))
    }

    private static func texts(_ name: String) -> Pattern {
        .element(Rule(name: name, value: .text(longest: 4_095), repeats: true))
    }

    private static func time(_ name: String) -> Pattern { .element(Rule(name: name, value: .time)) }

    private static func flag(_ name: String, isRequired: Bool = false, since: String = "1.0") -> Pattern {
        .element(Rule(name: name, value: .flag, isRequired: isRequired, since: since))
    }

    private static func treeFilter(_ name: String) -> Pattern {
        .element(Rule(name: name, value: .children(treeChoice)))
    }

    private static func matchFilter(_ name: String, of value: String) -> Pattern {
        .element(
            Rule(
                name: name,
                value: .children(
                    .sequence([
                        .element(
                            Rule(
                                name: "MatchCriterion",
                                value: .oneOf(["StartsWith", "Contains", "EndsWith"]),
                                isRequired: true)),
                        .element(Rule(name: value, value: .text(longest: 4_095), isRequired: true)),
                    ]))))
    }

    private static func rangeFilter(_ name: String, from: String, to: String) -> Pattern {
        .element(
            Rule(
                name: name,
                value: .children(
                    .sequence([
                        .element(Rule(name: from, value: .text(longest: 4_095))),
                        .element(Rule(name: to, value: .text(longest: 4_095))),
                    ]))))
    }
}
