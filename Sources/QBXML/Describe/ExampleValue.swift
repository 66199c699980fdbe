/// A plausible value for an element: of its type, within its limits, and what one would find there.
struct ExampleValue {
    let catalog: Catalog
    let message: Message

    func text(for place: Place, in around: [String]) -> String {
        let parent = around.last ?? ""
        let name = catalog.name(of: place)
        switch place.type {
        case .text: return Self.cut(words(name, around), to: place.length)
        case .id: return Self.identifier(name, parent)
        case .guid: return name == "OwnerID" ? "0" : "{6B063959-81B0-4622-85D6-F548C8CCB517}"
        case .flag: return Self.usuallyFalse.contains(name) ? "false" : "true"
        case .int: return whole(name, catalog.bounds(of: place))
        case .date: return Self.day(name)
        case .time: return Self.day(name) + "T08:00:00"
        case .interval: return "PT1H30M0S"
        case .amount: return "240.00"
        case .price: return "120.00"
        case .quantity: return "2"
        case .percent: return "7.5"
        case .float: return "1.0837"
        case .enumeration: return word(place)
        case .empty, nil: return ""
        }
    }

    // MARK: Text

    private func words(_ name: String, _ around: [String]) -> String {
        let isName = ["FullName", "FullNameWithChildren", "Name"].contains(name)
        // `CustomerRef` says whose name it is; `CustomerAdd` and `CustomerQuery` do as well.
        let owner = isName ? around.last ?? name : name
        // The other side of a journal entry has another account.
        if owner == "AccountRef", around.contains("JournalCreditLine") { return "Checking" }
        for (part, text) in Self.texts where owner.contains(part) { return text }
        return "Example"
    }

    /// Texts by a part of the element's name, for names by a part of the element around it.
    private static let texts = [
        ("ParentRef", "Services"), ("CustomerType", "Retail"), ("CustomerMsg", "Thank you."),
        ("CustomerSalesTaxCode", "Tax"), ("Customer", "Baker Street Books"),
        ("ListObj", "Baker Street Books"), ("OtherName", "Ann Baker"),
        ("EntityRef", "Baker Street Books"),
        ("VendorType", "Supplies"), ("Vendor", "Harbor Paper"), ("Employee", "Ann Baker"),
        ("CurrencyCode", "EUR"), ("Currency", "Euro"), ("SalesTaxCode", "Tax"),
        ("ItemSalesTax", "State Tax"), ("ItemGroup", "Starter Set"), ("Item", "Consulting"),
        ("ARAccount", "Accounts Receivable"), ("APAccount", "Accounts Payable"),
        ("COGSAccount", "Cost of Goods Sold"), ("IncomeAccount", "Consulting Income"),
        ("AssetAccount", "Inventory Asset"), ("BankAccount", "Checking"), ("DepositToAccount", "Checking"),
        ("AccountNumber", "1200"), ("Account", "Office Supplies"), ("Class", "North"), ("Terms", "Net 30"),
        ("PaymentMethod", "Check"), ("ShipMethod", "Courier"), ("SalesRep", "AB"), ("Initial", "AB"),
        ("PriceLevel", "Wholesale"), ("JobType", "Repair"), ("Vehicle", "White Van"),
        ("InventorySite", "Main Store"), ("UnitOfMeasure", "hour"), ("Abbreviation", "h"), ("Unit", "hour"),
        ("FirstName", "Ann"), ("LastName", "Baker"), ("CompanyName", "Baker Street Books"),
        ("ContactName", "Main Phone"), ("ContactValue", "212-555-0147"), ("Phone", "212-555-0147"),
        ("Fax", "212-555-0148"), ("Email", "ann@example.com"), ("Addr1", "12 Harbor Street"),
        ("City", "Springfield"), ("State", "IL"), ("PostalCode", "62701"), ("Country", "USA"),
        ("RefNumber", "1042"), ("CheckNumber", "1042"), ("PONumber", "P-77"), ("EditSequence", "1764233100"),
        ("SerialNumber", "SN-0042"), ("LotNumber", "L-7"), ("IncludeRetElement", "EditSequence"),
        ("DataExtName", "Color"), ("DataExtValue", "Blue"), ("Memo", "Work in November"),
        ("Notes", "Called back"), ("Note", "Called back"), ("Desc", "Consulting in November"),
        ("CreditCardNumber", "************1111"), ("BarCodeValue", "0123456789"), ("Salutation", "Ms."),
    ]

    /// A text that is too long for its place is cut; the shortest limit of any edition counts.
    private static func cut(_ text: String, to length: LengthLimit) -> String {
        let limit = Edition.allCases.compactMap { length.limit(in: $0) }.min() ?? text.count
        return String(text.prefix(limit))
    }

    // MARK: Other kinds

    /// QuickBooks' own form: a number in hexadecimal, and the second in which the record was made.
    private static func identifier(_ name: String, _ parent: String) -> String {
        if name.contains("TxnLineID") { return "3A43-1764233100" }
        if name.contains("Txn") { return "3A41-1764233100" }
        return parent == "MergeTo" ? "80000007-1764233100" : "80000012-1764233100"
    }

    private func whole(_ name: String, _ bounds: (least: String?, greatest: String?)) -> String {
        let usual =
            switch name {
            case "MaxReturned": 100
            case _ where name.hasSuffix("Year"): 2026
            case _ where name.hasPrefix("Day"): 15
            case _ where name.hasSuffix("Days") || name.contains("DueDays"): 30
            default: 1
            }
        let least = bounds.least.flatMap { Int($0) } ?? usual
        let greatest = bounds.greatest.flatMap { Int($0) } ?? usual
        return String(min(max(usual, least), max(greatest, least)))
    }

    private static func day(_ name: String) -> String {
        switch name {
        case _ where name.hasPrefix("From"): "2026-11-01"
        case _ where name.hasPrefix("To"): "2026-11-30"
        case "DueDate": "2026-12-27"
        default: "2026-11-27"
        }
    }

    /// What is taken anyway, or else a usual one, or the first that all versions have.
    private func word(_ place: Place) -> String {
        guard let enumeration = catalog.enumeration(of: place) else { return "" }
        let lasting = enumeration.values.filter { $0.until == nil && $0.since == nil }.map(\.name)
        let usual = Self.usualWords[catalog.name(of: place)]
        return usual.flatMap { lasting.contains($0) ? $0 : nil } ?? enumeration.standard
            ?? lasting.first ?? enumeration.values.last?.name ?? ""
    }

    private static let usualWords = [
        "ActiveStatus": "All", "AccountType": "Expense", "ListDelType": "Customer", "TxnDelType": "Invoice",
        "TxnVoidType": "Invoice", "ListMergeType": "Customer", "ListDataExtType": "Customer",
        "TxnDataExtType": "Invoice", "ReportDateMacro": "ThisMonth", "DateMacro": "ThisMonth",
        "GeneralSummaryReportType": "ProfitAndLossStandard", "BillableStatus": "Billable",
        "SummarizeColumnsBy": "Month", "SummarizeRowsBy": "Customer", "DataExtType": "STR255TYPE",
        "MatchCriterion": "StartsWith", "AssignToObject": "Customer", "WageType": "HourlyRegular",
    ]

    private static let usuallyFalse: Set = ["IsTaxable", "IsToBePrinted", "IsToBeEmailed", "IsPending"]
}
