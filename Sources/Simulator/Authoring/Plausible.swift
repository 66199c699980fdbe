/// What one would find in a record of QuickBooks, as far as the catalog does not say it.
enum Plausible {
    static func identity(_ kind: String) -> String {
        Family.elements(of: kind).contains("ListID") ? "ListID" : "TxnID"
    }

    /// What this company does not use: other currencies, serial numbers, bin locations; and what is worked
    /// out afterwards, links above all.
    static func isLeftOut(_ name: String, _ kind: String) -> Bool {
        leftOut.contains(name) || name.hasSuffix("InHomeCurrency") || name.hasPrefix("Serial")
            || name.hasPrefix("CreditCardTxn") || name.hasSuffix("LocationRef") || name.hasPrefix("Parent")
            || kind == "Deposit" && ["TxnType", "PaymentTxnLineID", "TxnID"].contains(name)
    }

    private static let leftOut: Set = [
        "CurrencyRef", "ExchangeRate", "ExternalGUID", "DataExtRet", "LinkedTxn", "LotNumber",
        "AppliedToTxnRet", "RefundAppliedToTxnRet", "ExpirationDateForSerialLotNumber", "UnitOfMeasure",
        "OverrideUOMSetRef", "UnitOfMeasureSetRef", "IsHomeCurrencyAdjustment",
        "IsAmountsEnteredInHomeCurrency", "CashBackInfoRet", "ShippingDetails", "SOChannel", "StoreName",
        "StoreType", "FulfillmentStatus", "AddressBlock", "BillAddressBlock", "ShipAddressBlock",
        "VendorAddressBlock", "SiteAddressBlock", "OtherNameAddressBlock", "AdditionalContactRef",
        "AdditionalNotesRet", "SSN", "BilledDate", "BarCodeValue", "FixedAssetSalesInfo", "DiscountLineRet",
    ]

    static func isUsual(_ name: String) -> Bool {
        usual.contains(name)
            || [
                "VendorRef", "CustomerRef", "EntityRef", "AccountRef", "ItemRef", "Amount", "Total",
                "SiteRef",
            ].contains { name.hasSuffix($0) }
    }

    private static let usual: Set = [
        "ListID", "TxnID", "TimeCreated", "TimeModified", "EditSequence", "Name", "FullName", "IsActive",
        "Sublevel", "TxnNumber", "TxnDate", "RefNumber", "IsPaid", "Quantity", "Rate", "Cost", "Subtotal",
        "OpenAmount", "CreditRemaining", "BalanceRemaining", "SalesTaxTotal", "SalesTaxPercentage",
        "QuantityTransferred", "PriceLevelType", "BillingRateType", "UnitOfMeasureType", "BaseUnit",
        "VehicleRef", "TotalMiles", "OdometerStart", "OdometerEnd", "TripStartDate", "TripEndDate",
        "TemplateRef", "QuantityNeeded", "QuantityOnHand", "IsDefaultSite", "TxnLineID",
    ]

    static func isTrue(_ name: String, _ kind: String, _ number: Int) -> Bool {
        switch name {
        // The last of a few entries is one that nobody uses any more.
        case "IsActive": number != 5
        case "IsTaxable": number == 1
        case "IsDefaultSite": number == 1
        case "IsPrimaryContact", "IsPrintItemsInGroup": true
        case "IsDone": number % 3 == 0
        default: false
        }
    }

    static func day(_ name: String, _ today: CivilDay, _ seed: inout Seed) -> CivilDay {
        switch name {
        case _ where name.hasSuffix("DueDate") || name == "ReminderDate" || name == "ExpectedDate":
            today.adding(days: seed.number(in: 7...45))
        case "NextEffectiveDate": today.adding(days: 180)
        case "PurchaseDate": today.adding(days: -seed.number(in: 10...700))
        default: today
        }
    }

    static func word(_ name: String, _ kind: String) -> String? {
        switch name {
        case "BillableStatus": "Billable"
        case "PriceLevelType": "FixedPercentage"
        case "BillingRateType": "FixedBillingRate"
        case "AcquiredAs": "New"
        case "TemplateType": "Invoice"
        default: nil
        }
    }

    static let names: [String: [String]] = [
        "OtherName": ["Petty cash box", "Town hall"],
        "SalesRep": ["AB", "CD", "EF", "GH", "KL", "MN"],
        "CustomerType": ["Retail", "Wholesale", "Contractor", "Public", "Walk-in", "Online"],
        "VendorType": ["Supplies", "Subcontractor", "Utility", "Tax agency", "Carrier", "Landlord"],
        "JobType": ["Repair", "New construction", "Remodel", "Service plan", "Warranty", "Design"],
        "CustomerMsg": [
            "Thank you for your business.", "It's been a pleasure working with you!", "Please remit.",
            "All work is complete!", "Happy Holidays!", "We appreciate your prompt payment.",
        ],
        "ShipMethod": ["Truck", "Parcel", "Courier", "Pickup", "Airborne", "Post"],
        "SalesTaxCode": ["Tax", "Non", "Out", "LBR", "Gov", "Res"],
        "PayrollItemWage": ["Hourly", "Overtime", "Salary", "Vacation", "Sick", "Bonus"],
        "PayrollItemNonWage": ["Federal tax", "Health plan", "Union dues", "Pension", "Travel", "Medicare"],
        "Template": [
            "Intuit Service Invoice", "Intuit Product Invoice", "Progress Invoice", "Packing Slip",
            "Old form",
            "Custom Invoice",
        ],
        "PriceLevel": ["Wholesale", "Friends", "Contractor", "Staff", "Clearance", "Volume"],
        "BillingRate": ["Junior", "Senior", "Master", "Night work", "Travel time", "Weekend"],
        "Vehicle": ["White van", "Blue pickup", "Box truck", "Hatchback", "Old van", "Trailer"],
        "UnitOfMeasureSet": ["Count", "Length", "Weight", "Volume", "Time", "Area"],
        "WorkersCompCode": ["5403", "5437", "8810", "8742", "9014", "5190"],
        "InventorySite": ["Main Store", "Warehouse", "Van stock", "North Yard", "Old shed", "Annex"],
        "ItemFixedAsset": ["Table saw", "Laptop", "Delivery bike", "Copier", "Old lathe", "Scaffold"],
    ]
}
