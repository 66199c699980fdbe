extension Catalog {
    /// The values of enumerations. By the name of their element, or of their attribute behind `@`.
    static let enumerations = #"""
        enum @dataType
          AMTTYPE BOOLTYPE DATETIMETYPE DATETYPE ENUMTYPE GUIDTYPE IDTYPE INTTYPE PERCENTTYPE PRICETYPE
          QUANTYPE STRTYPE TIMEINTERVALTYPE
        enum @iterator
          Start Continue Stop
        enum @metaData
          NoMetaData! MetaDataOnly MetaDataAndResponseData
        enum @onError
          continueOnError rollbackOnError stopOnError
        enum @responseData
          includeAll! includeNone
        enum @rowType
          account class customer customerMessage customerType employee item jobType label memorizedTxn
          memorizedReport name otherName paymentMethod payrollItem salesRep salesTaxCode shipMethod
          state style terms toDo vendor vendorType
        enum AVSStreet
          Pass Fail NotAvailable
        enum AVSZip
          Pass Fail NotAvailable
        enum AccountType
          AccountsPayable AccountsReceivable Bank CostOfGoodsSold CreditCard Equity Expense FixedAsset
          Income LongTermLiability NonPosting OtherAsset OtherCurrentAsset OtherCurrentLiability
          OtherExpense OtherIncome
        enum AccountTypeFilter
          AccountsPayable AccountsReceivable AllowedFor1099 APAndSalesTax APOrCreditCard ARAndAP Asset
          BalanceSheet Bank BankAndARAndAPAndUF BankAndUF CostOfSales CreditCard CurrentAsset
          CurrentAssetAndExpense CurrentLiability Equity EquityAndIncomeAndExpense
          ExpenseAndOtherExpense FixedAsset IncomeAndExpense IncomeAndOtherIncome Liability
          LiabilityAndEquity LongTermLiability NonPosting OrdinaryExpense OrdinaryIncome
          OrdinaryIncomeAndCOGS OrdinaryIncomeAndExpense OtherAsset OtherCurrentAsset
          OtherCurrentLiability OtherExpense OtherIncome OtherIncomeOrExpense
        enum AccrualPeriod
          BeginningOfYear EveryHourOnPaycheck EveryPaycheck
        enum AcquiredAs
          New Old
        enum ActiveStatus
          ActiveOnly! InactiveOnly All
        enum AddToMenu
          File Company Customers Vendors Employees Banking
        enum AdjustBillingRateRelativeTo
          StandardRate CurrentCustomRate
        enum AdjustRelativeTo
          StandardPrice Cost CurrentCustomPrice
        enum AgingReportBasis
          AgeFromDueDate AgeFromTransactionDate
        enum AgingReportType
          APAgingDetail APAgingSummary ARAgingDetail ARAgingSummary CollectionsReport
        enum AssignClassesTo
          None! Accounts Items Names
        enum AssignToObject
          Account ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard BuildAssembly Charge
          Check Company CreditCardCharge CreditCardCredit CreditMemo Customer Deposit Employee Estimate
          InventoryAdjustment Invoice Item ItemReceipt JournalEntry OtherName PurchaseOrder
          ReceivePayment SalesOrder SalesReceipt SalesTaxPaymentCheck Vendor VendorCredit
        enum BillableStatus
          Billable NotBillable HasBeenBilled
        enum BillingRateType
          FixedRate PerItem
        enum BudgetCriterion
          Accounts AccountsAndClasses AccountsAndCustomers
        enum BudgetSummaryReportType
          BalanceSheetBudgetOverview BalanceSheetBudgetVsActual ProfitAndLossBudgetOverview
          ProfitAndLossBudgetPerformance ProfitAndLossBudgetVsActual
        enum CalculateChargesFrom
          DueDate InvoiceOrBilledDate
        enum CardSecurityCodeMatch
          Pass Fail NotAvailable
        enum CashFlowClassification
          None Operating Investing Financing NotApplicable
        enum ClearedStatus
          Cleared NotCleared Pending
        enum ColType
          Account Addr1 Addr2 Addr3 Addr4 Addr5 Aging Amount AmountDifference AverageCost BilledDate
          BillingStatus Blank CalculatedAmount Class ClearedStatus CostPrice CreateDate Credit
          CustomField Date Debit DeliveryDate DueDate Duration EarliestReceiptDate EstimateActive FOB
          IncomeSubjectToTax Invoiced IsAdjustment Item ItemDesc ItemVendor Label LastModifiedBy
          LatestOrPriorState Memo ModifiedTime Name NameAccountNumber NameAddress NameCity NameContact
          NameEmail NameFax NamePhone NameState NameZip OpenBalance OriginalAmount PaidAmount PaidStatus
          PaidThroughDate PaymentMethod PayrollItem Percent PercentChange PercentOfTotalRetail
          PercentOfTotalValue PhysicalCount PONumber PrintStatus ProgressAmount ProgressPercent Quantity
          QuantityAvailable QuantityOnHand QuantityOnOrder QuantityOnPendingBuild QuantityOnSalesOrder
          ReceivedQuantity RefNumber ReorderPoint RetailValueOnHand RunningBalance SalesPerWeek SalesRep
          SalesTaxCode ShipDate ShipMethod ShipToAddr1 ShipToAddr2 ShipToAddr3 ShipToAddr4 ShipToAddr5
          SONumber SourceName SplitAccount SSNOrTaxID SuggestedReorder TaxLine TaxTableVersion Terms
          Total TxnID TxnNumber TxnType UnitPrice UserEdit ValueOnHand WageBase WageBaseTips
        enum CompanyFileEventOperation
          Close Open
        enum CreditCardTxnType
          Authorization Capture Charge Refund VoiceAuthorization
        enum CustomDetailReportType
          CustomTxnDetail
        enum CustomSummaryReportType
          CustomSummary
        enum DataExtType
          AMTTYPE DATETIMETYPE INTTYPE PERCENTTYPE PRICETYPE QUANTYPE STR1024TYPE STR255TYPE
        enum DateMacro
          All Today ThisWeek ThisWeekToDate ThisMonth ThisMonthToDate ThisCalendarQuarter
          ThisCalendarQuarterToDate ThisFiscalQuarter ThisFiscalQuarterToDate ThisCalendarYear
          ThisCalendarYearToDate ThisFiscalYear ThisFiscalYearToDate Yesterday LastWeek LastWeekToDate
          LastMonth LastMonthToDate LastCalendarQuarter LastCalendarQuarterToDate LastFiscalQuarter
          LastFiscalQuarterToDate LastCalendarYear LastCalendarYearToDate LastFiscalYear
          LastFiscalYearToDate NextWeek NextFourWeeks NextMonth NextCalendarQuarter NextCalendarYear
          NextFiscalQuarter NextFiscalYear
        enum DecimalPlaces
          0 2!
        enum DecimalSeparator
          Period! Comma
        enum DeliveryMethod
          Email Fax Print!
        enum DeliveryPolicy
          DeliverAlways DeliverOnlyIfRunning
        enum DetailAccountType
          AP AR AccumulatedAdjustment AccumulatedAmortization AccumulatedAmortizationOfOtherAssets
          AccumulatedDepletion AccumulatedDepreciation AdvertisingOrPromotional AllowanceForBadDebts
          Amortization Auto BadDebts BankCharges Buildings CashOnHand CharitableContributions Checking
          CommonStock CostOfLabor CostOfLaborCOS CreditCard DepletableAssets Depreciation
          DevelopmentCosts DiscountsOrRefundsGiven DividendIncome DuesAndSubscriptions
          EmployeeCashAdvances Entertainment EntertainmentMeals EquipmentRental EquipmentRentalCOS
          FederalIncomeTaxPayable FurnitureAndFixtures Goodwill Insurance InsurancePayable
          IntangibleAssets InterestEarned InterestPaid Inventory InvestmentMortgageOrRealEstateLoans
          InvestmentOther InvestmentTaxExemptSecurities InvestmentUSGovObligations Land LeaseBuyout
          LeaseholdImprovements LegalAndProfessionalFees Licenses LineOfCredit LoanPayable
          LoansToOfficers LoansToOthers LoansToStockholders MachineryAndEquipment MoneyMarket
          NonProfitIncome NotesPayable OfficeOrGeneralAdministrativeExpenses OpeningBalanceEquity
          OrganizationalCosts OtherCostsOfServiceCOS OtherCurrentAssets OtherCurrentLiab
          OtherFixedAssets OtherInvestmentIncome OtherLongTermAssets OtherLongTermLiab OtherMiscExpense
          OtherMiscIncome OtherMiscServiceCost OtherPrimaryIncome OwnersEquity PaidInCapitalOrSurplus
          PartnerContributions PartnerDistributions PartnersEquity PayrollClearing PayrollExpenses
          PayrollTaxPayable PenaltiesAndSettlements PreferredStock PrepaidExpenses
          PrepaidExpensesPayable PromotionalMeals RentOrLeaseOfBuildings RentsHeldInTrust
          RentsInTrustLiab RepairAndMaintenance Retainage RetainedEarnings SalesOfProductIncome
          SalesTaxPayable Savings SecurityDeposits ServiceOrFeeIncome ShareholderNotesPayable
          ShippingFreightAndDelivery ShippingFreightAndDeliveryCOS StateOrLocalIncomeTaxPayable
          SuppliesAndMaterials SuppliesAndMaterialsCOGS TaxExemptInterest TaxesPaid Travel TravelMeals
          TreasuryStock TrustAccounts TrustAccountsLiab UndepositedFunds Utilities Vehicles
        enum Disabled
          Yes No
        enum DoneStatus
          NotDoneOnly! DoneOnly All
        enum EmployeeType
          Officer Owner Regular! Statutory
        enum EnabledIf
          AccountantCopyExists AssemblyItemsEnabled ClassesEnabled EstimatesEnabled HasCustomers
          HasVendors InventoryEnabled IsAccountantCopy MultiUserMode PayrollEnabled PriceLevelsEnabled
          SalesOrdersEnabled SalesTaxEnabled TimeTrackingEnabled
        enum EnabledIfNot
          AccountantCopyExists AssemblyItemsEnabled ClassesEnabled EstimatesEnabled HasCustomers
          HasVendors InventoryEnabled IsAccountantCopy MultiUserMode PayrollEnabled PriceLevelsEnabled
          SalesOrdersEnabled SalesTaxEnabled TimeTrackingEnabled
        enum EntityTypeFilter
          Customer Employee OtherName Vendor
        enum Ethnicity
          AmericianIndian Asian Black Hawaiian Hispanic White TwoOrMoreRaces
        enum Exempt
          Exempt NonExempt
        enum FirstDayOfWeek
          Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        enum FirstMonthFiscalYear
          January February March April May June July August September October November December
        enum FirstMonthIncomeTaxYear
          January February March April May June July August September October November December
        enum FulfillmentStatus
          StatusBlank StatusOpen StatusSentForPick StatusPartiallySentForPick StatusPickInProgress
          StatusPartialPickInProgress StatusPartiallyPicked StatusPicked StatusPartiallyInvoiced
          StatusInvoiced StatusNotPicked StatusSentForReceive StatusPartiallySentForReceive
          StatusReceiveInProgress StatusPartialReceiveInProgress StatusPartiallyReceived StatusReceived
          StatusReceiptCreated StatusPartialReceiptCreated StatusNotReceived StatusSentForPack
          StatusPartiallySentForPack StatusPackInProgress StatusPartialPackinProgress
          StatusPartiallyPacked StatusPacked StatusNotpacked StatusSentForXpack StatusSentForShip
          StatusPartiallySentForShip StatusShipInProgress StatusPartialShipInProgress
          StatusPartiallyShipped StatusStatusShipped StatusNotShipped StatusComplete
        enum Gender
          Male Female
        enum GeneralDetailReportType
          1099Detail AuditTrail BalanceSheetDetail CheckDetail CustomerBalanceDetail DepositDetail
          EstimatesByJob ExpenseByVendorDetail GeneralLedger IncomeByCustomerDetail IncomeTaxDetail
          InventoryValuationDetail JobProgressInvoicesVsEstimates Journal MissingChecks OpenInvoices
          OpenPOs OpenPOsByJob OpenSalesOrderByCustomer OpenSalesOrderByItem PendingSales
          ProfitAndLossDetail PurchaseByItemDetail PurchaseByVendorDetail SalesByCustomerDetail
          SalesByItemDetail SalesByRepDetail TxnDetailByAccount TxnListByCustomer TxnListByDate
          TxnListByVendor UnpaidBillsDetail UnbilledCostsByJob VendorBalanceDetail
        enum GeneralSummaryReportType
          BalanceSheetByClass BalanceSheetPrevYearComp BalanceSheetStandard BalanceSheetSummary
          CustomerBalanceSummary ExpenseByVendorSummary IncomeByCustomerSummary
          InventoryStockStatusByItem InventoryStockStatusByVendor IncomeTaxSummary
          InventoryValuationSummary InventoryValuationSummaryBySite LotNumberInStockBySite
          PhysicalInventoryWorksheet ProfitAndLossByClass ProfitAndLossByJob ProfitAndLossPrevYearComp
          ProfitAndLossStandard ProfitAndLossYTDComp PurchaseByItemSummary PurchaseByVendorSummary
          SalesByCustomerSummary SalesByItemSummary SalesByRepSummary SalesTaxLiability
          SalesTaxRevenueSummary SerialNumberInStockBySite TrialBalance VendorBalanceSummary
        enum IncludeAccounts
          All InUse
        enum IncludeColumn
          Account Aging Amount AmountDifference AverageCost BilledDate BillingStatus CalculatedAmount
          Class ClearedStatus CostPrice Credit Currency Date Debit DeliveryDate DueDate EstimateActive
          ExchangeRate FOB IncomeSubjectToTax Invoiced Item ItemDesc LastModifiedBy LatestOrPriorState
          Memo ModifiedTime Name NameAccountNumber NameAddress NameCity NameContact NameEmail NameFax
          NamePhone NameState NameZip OpenBalance OriginalAmount PaidAmount PaidStatus PaidThroughDate
          PaymentMethod PayrollItem PONumber PrintStatus ProgressAmount ProgressPercent Quantity
          QuantityAvailable QuantityOnHand QuantityOnSalesOrder ReceivedQuantity RefNumber
          RunningBalance SalesRep SalesTaxCode SerialOrLotNumber ShipDate ShipMethod SourceName
          SplitAccount SSNOrTaxID TaxLine TaxTableVersion Terms TxnID TxnNumber TxnType UnitPrice
          UserEdit ValueOnHand WageBase WageBaseTips
        enum IsTrackingSerialOrLotNumber
          None! SerialNumber LotNumber
        enum ItemTypeFilter
          AllExceptFixedAsset Assembly Discount FixedAsset Inventory InventoryAndAssembly NonInventory
          OtherCharge Payment Sales SalesTax Service
        enum JobReportType
          ItemEstimatesVsActuals ItemProfitability JobEstimatesVsActualsDetail
          JobEstimatesVsActualsSummary JobProfitabilityDetail JobProfitabilitySummary
        enum JobStatus
          Awarded Closed InProgress None! NotAwarded Pending
        enum JournalLineType
          Debit Credit
        enum KeyEmployee
          Yes No
        enum LineType
          ECPurchases ECSales Purchases Sales SubTotal TaxOnPurchases TaxOnSales Total
        enum LinkType
          AMTTYPE QUANTYPE
        enum ListDataExtType
          Account Customer Employee Item OtherName Vendor
        enum ListDelType
          Account BillingRate Class Currency Customer CustomerMsg CustomerType DateDrivenTerms Employee
          InventorySite ItemDiscount ItemFixedAsset ItemGroup ItemInventory ItemInventoryAssembly
          ItemNonInventory ItemOtherCharge ItemPayment ItemSalesTax ItemSalesTaxGroup ItemService
          ItemSubtotal JobType OtherName PaymentMethod PayrollItemNonWage PayrollItemWage PriceLevel
          SalesRep SalesTaxCode ShipMethod StandardTerms ToDo UnitOfMeasureSet Vehicle Vendor VendorType
          WorkersCompCode
        enum ListDisplayAddType
          Account Customer Employee Item OtherName Vendor
        enum ListDisplayModType
          Account Customer Employee Item OtherName Vendor
        enum ListEventOperation
          Add Modify Delete Merge
        enum ListEventType
          Account Class Customer CustomerMsg CustomerType DateDrivenTerms Employee ItemDiscount
          ItemFixedAsset ItemGroup ItemInventory ItemInventoryAssembly ItemNonInventory ItemOtherCharge
          ItemPayment ItemSalesTax ItemSalesTaxGroup ItemService ItemSubtotal JobType OtherName
          PaymentMethod PriceLevel SalesRep SalesTaxCode ShipMethod StandardTerms ToDo Vendor VendorType
        enum ListMergeType
          Account Class Customer ItemDiscount ItemGroup ItemInventory ItemNonInventory ItemOtherCharge
          ItemPayment ItemSalesTax ItemSalesTaxGroup ItemService ItemSubtotal Vendor
        enum ListType
          Account Class Customer CustomerMsg CustomerType DateDrivenTerms Employee ItemDiscount
          ItemFixedAsset ItemGroup ItemInventory ItemInventoryAssembly ItemNonInventory ItemOtherCharge
          ItemPayment ItemSalesTax ItemSalesTaxGroup ItemService ItemSubtotal JobType OtherName
          PaymentMethod PriceLevel SalesRep SalesTaxCode ShipMethod StandardTerms ToDo Vendor VendorType
        enum MappingCategory
          BOX1 BOX2 BOX3 BOX4 BOX5 BOX6 BOX7 BOX8 BOX9 BOX10 BOX11>=16.0 BOX14 BOX15>=14.0 BOX16>=16.0
          BOX13<=15.0
        enum MatchCriterion
          StartsWith Contains EndsWith
        enum MilitaryStatus
          Active Reserve
        enum NonWageType
          Addition CompanyContribution Deduction DirectDeposit Tax
        enum OnFile
          Yes No
        enum Operator
          LessThan LessThanEqual Equal GreaterThan GreaterThanEqual
        enum OptionForPriceRuleConflict
          Zero BasePrice
        enum OtherDataExtType
          Company
        enum PaidStatus
          All! PaidOnly NotPaidOnly
        enum PartOrFullTime
          PartTime FullTime
        enum PayPeriod
          Daily Weekly Biweekly Semimonthly Monthly Quarterly Yearly
        enum PaySalesTax
          Monthly Quarterly Annually
        enum PaymentMethodType
          AmericanExpress Cash Check DebitCard Discover ECheck GiftCard MasterCard Other OtherCreditCard
          Visa
        enum PaymentStatus
          Unknown Completed
        enum PayrollDetailReportType
          EmployeeStateTaxesDetail PayrollItemDetail PayrollReviewDetail PayrollTransactionDetail
          PayrollTransactionsByPayee
        enum PayrollSummaryReportType
          EmployeeEarningsSummary PayrollLiabilityBalances PayrollSummary
        enum PendingStatus
          All! PendingOnly NotPendingOnly
        enum PreferredDeliveryMethod
          None! Email Fax
        enum PriceLevelType
          FixedPercentage PerItem
        enum Priority
          Low! Medium High
        enum QBFileMode
          MultiUser SingleUser
        enum Relation
          Spouse Partner Mother Father Sister Brother Son Daughter Friend Other
        enum RemoveFromObject
          Account ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard BuildAssembly Charge
          Check Company CreditCardCharge CreditCardCredit CreditMemo Customer Deposit Employee Estimate
          InventoryAdjustment Invoice Item ItemReceipt JournalEntry OtherName PurchaseOrder
          ReceivePayment SalesOrder SalesReceipt SalesTaxPaymentCheck Vendor VendorCredit
        enum ReportAgingAsOf
          ReportEndDate! Today
        enum ReportBasis
          Accrual Cash None!
        enum ReportCalendar
          CalendarYear FiscalYear TaxYear
        enum ReportDateMacro
          All Today ThisWeek ThisWeekToDate ThisMonth ThisMonthToDate ThisQuarter ThisQuarterToDate
          ThisYear ThisYearToDate Yesterday LastWeek LastWeekToDate LastMonth LastMonthToDate
          LastQuarter LastQuarterToDate LastYear LastYearToDate NextWeek NextFourWeeks NextMonth
          NextQuarter NextYear
        enum ReportDetailLevelFilter
          All! AllExceptSummary SummaryOnly
        enum ReportModifiedDateRangeMacro
          All Today ThisWeek ThisWeekToDate ThisMonth ThisMonthToDate ThisQuarter ThisQuarterToDate
          ThisYear ThisYearToDate Yesterday LastWeek LastWeekToDate LastMonth LastMonthToDate
          LastQuarter LastQuarterToDate LastYear LastYearToDate NextWeek NextFourWeeks NextMonth
          NextQuarter NextYear
        enum ReportOpenBalanceAsOf
          ReportEndDate Today!
        enum ReportPostingStatusFilter
          Either NonPosting Posting
        enum ReportingPeriod
          Monthly Quarterly!
        enum ReturnColumns
          ActiveOnly NonZero All
        enum ReturnRows
          ActiveOnly NonZero All
        enum SOChannel
          Blank Ecommerce
        enum SalesTaxCountry
          Australia Canada! UK US
        enum SerialNumberAddedOrRemoved
          Added Removed
        enum ServiceStatus
          Active Expired Never Pending Suspended Terminated Trial
        enum SpecialAccountType
          AccountsPayable AccountsReceivable CondenseItemAdjustmentExpenses CostOfGoodsSold
          DirectDepositLiabilities Estimates ExchangeGainLoss InventoryAssets ItemReceiptAccount
          OpeningBalanceEquity PayrollExpenses PayrollLiabilities PettyCash PurchaseOrders
          ReconciliationDifferences RetainedEarnings SalesOrders SalesTaxPayable UncategorizedExpenses
          UncategorizedIncome UndepositedFunds
        enum SpecialItemType
          FinanceCharge ReimbursableExpenseGroup ReimbursableExpenseSubtotal
        enum Status
          Hot! Warm Cold
        enum SubscriptionType
          Data UI UIExtension
        enum SummarizeBudgetColumnsBy
          Class Customer Date
        enum SummarizeBudgetRowsBy
          Account Class Customer
        enum SummarizeColumnsBy
          Account BalanceSheet Class Customer CustomerType Day Employee FourWeek HalfMonth
          IncomeStatement ItemDetail ItemType Month Payee PaymentMethod PayrollItemDetail
          PayrollYtdDetail Quarter SalesRep SalesTaxCode ShipMethod Terms TotalOnly TwoWeek Vendor
          VendorType Week Year
        enum SummarizeRowsBy
          Account BalanceSheet Class Customer CustomerType Day Employee FourWeek HalfMonth
          IncomeStatement ItemDetail ItemType Month Payee PaymentMethod PayrollItemDetail
          PayrollYtdDetail Quarter SalesRep SalesTaxCode ShipMethod TaxLine Terms TotalOnly TwoWeek
          Vendor VendorType Week Year
        enum SummaryReportBasis
          Accrual Cash
        enum TaxForm
          Form1040 Form1065 Form1120 Form1120S Form990 Form990PF Form990T OtherOrNone
        enum TemplateType
          BuildAssembly CreditMemo Estimate Invoice PurchaseOrder SalesOrder SalesReceipt
          PaymentReceipt>=15.0 BillPayment>=15.0
        enum ThousandSeparator
          Comma! Period Space Apostrophe
        enum ThousandSeparatorGrouping
          XX_XXX_XXX! X_XX_XX_XXX
        enum TimeReportType
          TimeByItem TimeByJobDetail TimeByJobSummary TimeByName
        enum TrackLostEvents
          All None!
        enum TransactionDetailLevelFilter
          All SummaryOnly! AllExceptSummary
        enum TransactionMode
          CardNotPresent! CardPresent
        enum TransactionPaidStatusFilter
          Either! Closed Open
        enum TransactionPostingStatusFilter
          Either! NonPosting Posting
        enum TxnDataExtType
          ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard BuildAssembly Charge Check
          CreditCardCharge CreditCardCredit CreditMemo Deposit Estimate InventoryAdjustment Invoice
          ItemReceipt JournalEntry PurchaseOrder ReceivePayment SalesOrder SalesReceipt
          SalesTaxPaymentCheck VendorCredit
        enum TxnDelType
          ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard BuildAssembly Charge Check
          CreditCardCharge CreditCardCredit CreditMemo Deposit Estimate InventoryAdjustment Invoice
          ItemReceipt JournalEntry PurchaseOrder ReceivePayment SalesOrder SalesReceipt
          SalesTaxPaymentCheck TimeTracking TransferInventory VehicleMileage VendorCredit
        enum TxnDisplayAddType
          Bill BillPayment BuildAssembly Charge Check CreditCardCharge CreditCardCredit CreditMemo
          Deposit Estimate InventoryAdjustment Invoice ItemReceipt JournalEntry PurchaseOrder
          ReceivePayment SalesOrder SalesReceipt SalesTaxPaymentCheck VendorCredit
        enum TxnDisplayModType
          Bill BillPaymentCheck BillPaymentCreditCard BuildAssembly Charge Check CreditCardCharge
          CreditCardCredit CreditMemo Deposit Estimate InventoryAdjustment Invoice ItemReceipt
          JournalEntry PurchaseOrder ReceivePayment SalesOrder SalesReceipt SalesTaxPaymentCheck
          VendorCredit
        enum TxnEventOperation
          Add Modify Delete
        enum TxnEventType
          ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard Charge Check CreditCardCharge
          CreditCardCredit CreditMemo Deposit Estimate InventoryAdjustment Invoice ItemReceipt
          JournalEntry PurchaseOrder ReceivePayment SalesOrder SalesReceipt SalesTaxPaymentCheck
          TimeTracking VendorCredit
        enum TxnType
          ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard BuildAssembly Charge Check
          CreditCardCharge CreditCardCredit CreditMemo Deposit Estimate InventoryAdjustment Invoice
          ItemReceipt JournalEntry LiabilityAdjustment Paycheck PayrollLiabilityCheck PurchaseOrder
          ReceivePayment SalesOrder SalesReceipt SalesTaxPaymentCheck Transfer VendorCredit
          YTDAdjustment
        enum TxnTypeFilter
          All ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard BuildAssembly Charge Check
          CreditCardCharge CreditCardCredit CreditMemo Deposit Estimate InventoryAdjustment Invoice
          ItemReceipt JournalEntry LiabilityAdjustment Paycheck PayrollLiabilityCheck PurchaseOrder
          ReceivePayment SalesOrder SalesReceipt SalesTaxPaymentCheck Transfer VendorCredit
          YTDAdjustment
        enum TxnVoidType
          ARRefundCreditCard Bill BillPaymentCheck BillPaymentCreditCard Charge Check CreditCardCharge
          CreditCardCredit CreditMemo Deposit InventoryAdjustment Invoice ItemReceipt JournalEntry
          SalesReceipt VendorCredit
        enum Type
          Task! Call Fax Email Meeting Appointment
        enum USCitizen
          Yes No
        enum USVeteran
          Yes No
        enum UnitOfMeasureType
          Area Count Length Other Time Volume Weight
        enum UnitUsedFor
          Purchase Sales Shipping
        enum UseTimeDataToCreatePaychecks
          NotSet UseTimeData DoNotUseTimeData
        enum VisibleIf
          AccountantCopyExists AssemblyItemsEnabled ClassesEnabled EstimatesEnabled HasCustomers
          HasVendors InventoryEnabled IsAccountantCopy MultiUserMode PayrollEnabled PriceLevelsEnabled
          SalesOrdersEnabled SalesTaxEnabled TimeTrackingEnabled
        enum VisibleIfNot
          AccountantCopyExists AssemblyItemsEnabled ClassesEnabled EstimatesEnabled HasCustomers
          HasVendors InventoryEnabled IsAccountantCopy MultiUserMode PayrollEnabled PriceLevelsEnabled
          SalesOrdersEnabled SalesTaxEnabled TimeTrackingEnabled
        enum WageType
          Bonus Commission HourlyOvertime HourlyRegular HourlySick HourlyVacation SalaryRegular
          SalarySick SalaryVacation
        """#
}
