extension Shapes {
    /// Shapes of the answers of qbXML 16.0, in the notation that `Notation` reads.
    ///
    /// `lists`: an element that may come more than once, then the elements in which it may. `booleans`,
    /// `integers` and `percentages`: elements of the types BOOLTYPE, INTTYPE and PERCENTTYPE; no element has
    /// one of these types in one place and another type in another. The rest is text: amounts, prices,
    /// quantities, dates and IDs never become numbers. Facts only; a test derives them anew where a schema is
    /// at hand.
    static let notation = #"""
        lists
            AccountRef: CategoryAccountMapping
            AdditionalContactRef: ContactsRet CustomerRet EmployeeRet LeadContactsRet LeadRet VendorRet
            AdditionalNotesRet: CustomerRet EmployeeRet VendorRet
            AppliedToTxnRet: BillPaymentCheckRet BillPaymentCreditCardRet ReceivePaymentRet
            AssignToObject: DataExtDefRet
            BillingRatePerItemRet: BillingRateRet
            CategoryAccountMapping: Form1099CategoryAccountMappingRet
            ColData: DataRow SubtotalRow TotalRow
            ColDesc: ReportRet
            ColTitle: ColDesc
            CompanyFileEventOperation: CompanyFileEventSubscription
            ComponentItemLineRet: BuildAssemblyRet
            ContactsRet: CustomerRet VendorRet
            CreditMemoLineGroupRet: CreditMemoRet
            CreditMemoLineRet: CreditMemoLineGroupRet CreditMemoRet
            DataExt: ItemGroupLineRet
            DataExtRet: ARRefundCreditCardRet AccountRet BillPaymentCheckRet BillPaymentCreditCardRet
                BillRet BuildAssemblyRet ChargeRet CheckRet CompanyRet CreditCardChargeRet
                CreditCardCreditRet CreditMemoLineGroupRet CreditMemoLineRet CreditMemoRet CustomerRet
                DepositRet EmployeeRet EstimateLineGroupRet EstimateLineRet EstimateRet ExpenseLineRet
                InventoryAdjustmentRet InvoiceLineGroupRet InvoiceLineRet InvoiceRet ItemDiscountRet
                ItemFixedAssetRet ItemGroupRet ItemInventoryAssemblyRet ItemInventoryRet ItemLineRet
                ItemNonInventoryRet ItemOtherChargeRet ItemPaymentRet ItemReceiptRet ItemSalesTaxGroupRet
                ItemSalesTaxRet ItemServiceRet ItemSubtotalRet JournalEntryRet OtherNameRet
                PurchaseOrderLineGroupRet PurchaseOrderLineRet PurchaseOrderRet ReceivePaymentRet
                SalesOrderLineGroupRet SalesOrderLineRet SalesOrderRet SalesReceiptLineGroupRet
                SalesReceiptLineRet SalesReceiptRet SalesTaxPaymentCheckRet VendorCreditRet VendorRet
            DataRow: ReportData
            DefaultUnit: UnitOfMeasureSetRet
            DepositLineRet: DepositRet
            Earnings: EmployeePayrollInfo
            EnabledIf: DisplayCondition
            EnabledIfNot: DisplayCondition
            EstimateLineGroupRet: EstimateRet
            EstimateLineRet: EstimateLineGroupRet EstimateRet
            ExpenseLineRet: BillRet CheckRet CreditCardChargeRet CreditCardCreditRet ItemReceiptRet
                VendorCreditRet
            InventoryAdjustmentLineRet: InventoryAdjustmentRet
            InvoiceLineGroupRet: InvoiceRet
            InvoiceLineRet: InvoiceLineGroupRet InvoiceRet
            ItemGroupLine: ItemGroupRet
            ItemGroupLineRet: BillRet CheckRet CreditCardChargeRet CreditCardCreditRet ItemReceiptRet
                VendorCreditRet
            ItemInventoryAssemblyLine: ItemInventoryAssemblyRet
            ItemLineRet: BillRet CheckRet CreditCardChargeRet CreditCardCreditRet ItemGroupLineRet
                ItemReceiptRet VendorCreditRet
            ItemSalesTaxRef: ItemSalesTaxGroupRet
            JournalCreditLine: JournalEntryRet
            JournalDebitLine: JournalEntryRet
            LeadContactsRet: LeadRet
            LinkedTxn: AppliedToTxnRet BillRet ChargeRet CheckRet CreditMemoRet EstimateRet InvoiceRet
                ItemReceiptRet PurchaseOrderRet SalesOrderRet VendorCreditRet
            ListEventOperation: ListEventSubscription
            ListEventSubscription: DataEventSubscriptionRet
            ListEventType: ListEventSubscription
            LocationsRet: LeadRet
            MenuItem: Submenu
            PrefillAccountRef: VendorRet
            PriceLevelPerItemRet: PriceLevelRet
            PurchaseOrderLineGroupRet: PurchaseOrderRet
            PurchaseOrderLineRet: PurchaseOrderLineGroupRet PurchaseOrderRet
            RateHistory: WorkersCompCodeRet
            RefundAppliedToTxnRet: ARRefundCreditCardRet
            RelatedUnit: UnitOfMeasureSetRet
            SalesOrderLineGroupRet: SalesOrderRet
            SalesOrderLineRet: SalesOrderLineGroupRet SalesOrderRet
            SalesReceiptLineGroupRet: SalesReceiptRet
            SalesReceiptLineRet: SalesReceiptLineGroupRet SalesReceiptRet
            SalesTaxPayableLineRet: SalesTaxPayableRet
            SalesTaxPaymentCheckLineRet: SalesTaxPaymentCheckRet
            Service: SubscribedServices
            ShipToAddress: CustomerRet
            ShippingDetailsLineRet: ShippingDetails
            SubtotalRow: ReportData
            SupportedQBXMLVersion: HostRet
            TextRow: ReportData
            TotalRow: ReportData
            TransferInventoryLineRet: TransferInventoryRet
            TxnEventOperation: TxnEventSubscription
            TxnEventSubscription: DataEventSubscriptionRet
            TxnEventType: TxnEventSubscription
            TxnLineDetail: AppliedToTxnRet LinkedTxn
            VisibleIf: DisplayCondition
            VisibleIfNot: DisplayCondition
        booleans
            elements: AccountantCopyExists ClearEarnings DataExtListRequire DataExtTxnRequire DefaultShipTo
                DeliverOwnEvents EnhancedInventoryReceivingEnabled FIFOEnabled IsActive IsAdjustment
                IsAmountsEnteredInHomeCurrency IsAssessingForOverdueCharges IsAssigningJournalEntryNumbers
                IsAutoApplyingPayments IsAutomaticLogin IsAutomaticLoginAllowed
                IsAutomaticallyUsingDiscounts IsBarcodeEnabled IsBilled IsDefaultSite IsDone
                IsFiling1099Misc IsFinanceCharge IsFullyInvoiced IsFullyReceived IsHomeCurrencyAdjustment
                IsInventoryExpirationDateEnabled IsManuallyClosed IsMarkedToBePrinted IsMultiCurrencyOn
                IsMultiLocationInventoryAvailable IsMultiLocationInventoryEnabled IsPaid IsPending
                IsPersonalDataAccessAllowed IsPrimaryContact IsPrintItemsInGroup
                IsPrintingItemsWithZeroAmounts IsRSBEnabled IsRequiringAccounts IsResettingHoursEachNewYear
                IsRoundingSalesPriceUp IsSalesTaxAgency IsSampleCompany IsStatementWithParent IsTaxAccount
                IsTaxAgency IsTaxIncluded IsTaxOnTax IsTaxTrackedOnPurchases IsTaxTrackedOnSales IsTaxable
                IsToBeEmailed IsToBePrinted IsTrackingReimbursedExpensesAsIncome IsUserDefinedCurrency
                IsUsingAccountNumbers IsUsingAmountsIncludeTax IsUsingAuditTrail IsUsingClassTracking
                IsUsingCustomerTaxCode IsUsingEstimates IsUsingInventory IsUsingPriceLevels
                IsUsingProgressInvoicing IsUsingVendorTaxCode IsVendorEligibleFor1099
                isTrackingOnBuildAssemblyEnabled isTrackingOnInventoryAdjustmentEnabled
                isTrackingOnPurchaseTransactionsEnabled isTrackingOnSalesTransactionsEnabled
        integers
            elements: DataExtID DayOfMonthDue DaysBillsAreDue DiscountDayOfMonth DueNextMonthDays
                ExpirationMonth ExpirationYear GracePeriod LeadContactID LocationID MaxCapacity NoteID
                NumColTitleRows NumColumns NumRows PaymentGroupingCode ResultCode StdDiscountDays StdDueDays
                Sublevel TaxLineID TxnAuthorizationStamp TxnNumber
        percentages
            elements: AnnualInterestRate CustomPricePercent CustomRatePercent DefaultMarkup DiscountPct
                DiscountRatePercent MarkupRatePercent PriceLevelFixedPercentage PricePercent RatePercent
                SalesTaxPercentage StandardMileageRate TaxRate
        """#
}
