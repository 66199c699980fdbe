extension Generator {
    /// Classes, terms and payment methods.
    mutating func makeLists() {
        makeClasses()
        makeTerms()
        makePaymentMethods()
    }

    private mutating func makeClasses() {
        let plans = [
            "Residential", "Commercial", "Residential:North", "Residential:South", "Commercial:Offices",
            "Commercial:Retail", "Public", "Public:Schools", "Public:Municipal", "Warranty", "Internal",
            "Special projects",
        ]
        var moment = founded + 3_600
        for plan in plans.prefix(size.classes) {
            let parts = plan.split(separator: ":").map(String.init)
            let parent = parts.count > 1 ? reference("Class", parts[0]) : nil
            add("Class", parts[parts.count - 1], at: moment, parent: parent, [])
            moment += 11
        }
    }

    private mutating func makeTerms() {
        // Days until due, days until the discount ends, discount in percent.
        let standard: [(name: String, due: Int, discount: Int, percent: Int, isActive: Bool)] = [
            ("Due on receipt", 0, 0, 0, true), ("Net 15", 15, 0, 0, true), ("Net 30", 30, 0, 0, true),
            ("Net 60", 60, 0, 0, true), ("2% 10 Net 30", 30, 10, 2, true),
            ("1% 10 Net 30", 30, 10, 1, false),
        ]
        var moment = founded + 7_200
        for terms in standard {
            add(
                "StandardTerms", terms.name, at: moment, hasPath: false, isActive: terms.isActive,
                [
                    Field("StdDueDays", terms.due), Field("StdDiscountDays", terms.discount),
                    Field("DiscountPct", "\(terms.percent).00"),
                ])
            moment += 13
        }
        add(
            "DateDrivenTerms", "15th of the month", at: moment, hasPath: false,
            [Field("DayOfMonthDue", 15), Field("DueNextMonthDays", 5)])
    }

    private mutating func makePaymentMethods() {
        let methods: [(name: String, type: String, isActive: Bool)] = [
            ("Cash", "Cash", true), ("Check", "Check", true), ("American Express", "AmericanExpress", true),
            ("Discover", "Discover", true), ("MasterCard", "MasterCard", true), ("Visa", "Visa", true),
            ("Debit Card", "DebitCard", true), ("E-Check", "ECheck", true), ("Gift Card", "GiftCard", false),
        ]
        var moment = founded + 10_800
        for method in methods {
            add(
                "PaymentMethod", method.name, at: moment, hasPath: false, isActive: method.isActive,
                [Field("PaymentMethodType", method.type)])
            moment += 5
        }
    }
}
