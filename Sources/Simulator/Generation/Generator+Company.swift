extension Generator {
    /// The company record and its preferences: what the Web Connector asks before anything else.
    mutating func makeCompany() {
        var seed = root.split("address")
        let (city, state, zip) = seed.pick(Words.cities)
        let address = [
            Field("Addr1", "\(seed.number(in: 1...980)) \(seed.pick(Words.streets))"), Field("City", city),
            Field("State", state), Field("PostalCode", "\(zip)\(twoDigits(seed.number(in: 1...99)))"),
            Field("Country", "US"),
        ]
        file.company.fields = [
            Field("IsSampleCompany", false), Field("CompanyName", file.name),
            Field("LegalCompanyName", file.name), Field("Address", address),
            Field("LegalAddress", address), Field("Phone", Words.phone(&seed)),
            Field("Email", Words.email("office", file.name)), Field("FirstMonthFiscalYear", "January"),
            Field("FirstMonthIncomeTaxYear", "January"), Field("CompanyType", "GeneralProduct"),
            // No such number is ever given out.
            Field("EIN", "00-0000000"), Field("TaxForm", "Form1120"),
            Field(
                "SubscribedServices",
                [
                    Field(
                        "Service",
                        [
                            Field("Name", "QuickBooks Online Banking"), Field("Domain", "banking.qb"),
                            Field("ServiceStatus", "Never"),
                        ])
                ]), Field("AccountantCopy", [Field("AccountantCopyExists", false)]),
        ]
        file.preferences.fields = preferences
    }

    private var preferences: [Field] {
        var fields = [
            Field(
                "AccountingPreferences",
                [
                    Field("IsUsingAccountNumbers", true), Field("IsRequiringAccounts", true),
                    Field("IsUsingClassTracking", true), Field("IsUsingAuditTrail", true),
                    Field("IsAssigningJournalEntryNumbers", true),
                ]),
            Field(
                "FinanceChargePreferences",
                [
                    Field("AnnualInterestRate", "0.00"), Field("MinFinanceCharge", Money.zero),
                    Field("GracePeriod", 0), Field("IsAssessingForOverdueCharges", false),
                    Field("CalculateChargesFrom", "DueDate"), Field("IsMarkedToBePrinted", false),
                ]),
            Field(
                "JobsAndEstimatesPreferences",
                [
                    Field("IsUsingEstimates", true), Field("IsUsingProgressInvoicing", false),
                    Field("IsPrintingItemsWithZeroAmounts", false),
                ]), Field("MultiCurrencyPreferences", [Field("IsMultiCurrencyOn", false)]),
            Field(
                "PurchasesAndVendorsPreferences",
                [
                    Field("IsUsingInventory", true), Field("DaysBillsAreDue", 10),
                    Field("IsAutomaticallyUsingDiscounts", false),
                ]),
            Field(
                "ReportsPreferences",
                [Field("AgingReportBasis", "AgeFromDueDate"), Field("SummaryReportBasis", "Accrual")]),
            Field(
                "SalesAndCustomersPreferences",
                [
                    Field("IsTrackingReimbursedExpensesAsIncome", true),
                    Field("IsAutoApplyingPayments", true),
                    Field("PriceLevels", [Field("IsUsingPriceLevels", false)]),
                ]),
        ]
        if let tax = reference("Item", "State tax") {
            fields.append(
                Field(
                    "SalesTaxPreferences",
                    [
                        Field("DefaultItemSalesTaxRef", tax), Field("PaySalesTax", "Monthly"),
                        Field("DefaultTaxableSalesTaxCodeRef", Chart.taxable),
                        Field("DefaultNonTaxableSalesTaxCodeRef", Chart.nonTaxable),
                    ]))
        }
        fields += [
            Field("TimeTrackingPreferences", [Field("FirstDayOfWeek", "Monday")]),
            Field(
                "CurrentAppAccessRights",
                [Field("IsAutomaticLoginAllowed", true), Field("IsPersonalDataAccessAllowed", false)]),
            Field("ItemsAndInventoryPreferences", [Field("EnhancedInventoryReceivingEnabled", false)]),
        ]
        return fields
    }
}
