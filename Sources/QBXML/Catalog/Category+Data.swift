extension Category {
    /// The categories of a sync in their fixed order: what stands alone, then lists before transactions, and
    /// what is referred to before what refers to it. In the notation that `Notation` reads.
    ///
    /// `query`: the request element. `drifts`: members that change without a new TimeModified or
    /// EditSequence, because other records change them. Everything else about the query and its answer stands
    /// in the catalog.
    ///
    /// Not among them are queries whose answers have no ID to keep a record under (`DataExtDef`,
    /// `AccountTaxLineInfo`, `CompanyActivity`), that show records of other queries again (`Entity`,
    /// `Transaction`, `BillToPay`, `ReceivePaymentToDeposit`, `SalesTaxPayable`), or that need a parameter
    /// (`SalesTaxReturnLine`), and reports.
    static let notation = #"""
        company
            title: Company
            singular: company
            query: CompanyQueryRq
        host
            title: QuickBooks
            singular: QuickBooks program
            query: HostQueryRq
        preferences
            title: Preferences
            singular: set of preferences
            query: PreferencesQueryRq
        currencies
            title: Currencies
            singular: currency
            query: CurrencyQueryRq
        accounts
            title: Accounts
            singular: account
            query: AccountQueryRq
            drifts: Balance TotalBalance
        classes
            title: Classes
            singular: class
            query: ClassQueryRq
        sales-tax-codes
            title: Sales tax codes
            singular: sales tax code
            query: SalesTaxCodeQueryRq
        sales-tax-returns
            title: Sales tax returns
            singular: sales tax return
            query: SalesTaxReturnQueryRq
        terms
            title: Terms
            singular: terms
            query: TermsQueryRq
        payment-methods
            title: Payment methods
            singular: payment method
            query: PaymentMethodQueryRq
        ship-methods
            title: Shipping methods
            singular: shipping method
            query: ShipMethodQueryRq
        customer-messages
            title: Customer messages
            singular: customer message
            query: CustomerMsgQueryRq
        customer-types
            title: Customer types
            singular: customer type
            query: CustomerTypeQueryRq
        vendor-types
            title: Vendor types
            singular: vendor type
            query: VendorTypeQueryRq
        job-types
            title: Job types
            singular: job type
            query: JobTypeQueryRq
        templates
            title: Templates
            singular: template
            query: TemplateQueryRq
        units-of-measure
            title: Units of measure
            singular: set of units of measure
            query: UnitOfMeasureSetQueryRq
        inventory-sites
            title: Inventory sites
            singular: inventory site
            query: InventorySiteQueryRq
        workers-comp-codes
            title: Workers' compensation codes
            singular: workers' compensation code
            query: WorkersCompCodeQueryRq
        vehicles
            title: Vehicles
            singular: vehicle
            query: VehicleQueryRq
        items
            title: Items
            singular: item
            query: ItemQueryRq
            drifts: QuantityOnHand AverageCost QuantityOnOrder QuantityOnSalesOrder
        item-sites
            title: Items by site
            singular: item at a site
            query: ItemSitesQueryRq
        bar-codes
            title: Bar codes
            singular: bar code
            query: BarCodeQueryRq
        wage-items
            title: Wage items
            singular: wage item
            query: PayrollItemWageQueryRq
        payroll-items
            title: Other payroll items
            singular: payroll item
            query: PayrollItemNonWageQueryRq
        price-levels
            title: Price levels
            singular: price level
            query: PriceLevelQueryRq
        billing-rates
            title: Billing rates
            singular: billing rate
            query: BillingRateQueryRq
        customers
            title: Customers
            singular: customer
            query: CustomerQueryRq
            drifts: Balance TotalBalance
        vendors
            title: Vendors
            singular: vendor
            query: VendorQueryRq
            drifts: Balance
        employees
            title: Employees
            singular: employee
            query: EmployeeQueryRq
        other-names
            title: Other names
            singular: other name
            query: OtherNameQueryRq
        sales-reps
            title: Sales reps
            singular: sales rep
            query: SalesRepQueryRq
        leads
            title: Leads
            singular: lead
            query: LeadQueryRq
        to-dos
            title: To-dos
            singular: to-do
            query: ToDoQueryRq
        estimates
            title: Estimates
            singular: estimate
            query: EstimateQueryRq
        sales-orders
            title: Sales orders
            singular: sales order
            query: SalesOrderQueryRq
        charges
            title: Statement charges
            singular: statement charge
            query: ChargeQueryRq
        invoices
            title: Invoices
            singular: invoice
            query: InvoiceQueryRq
        sales-receipts
            title: Sales receipts
            singular: sales receipt
            query: SalesReceiptQueryRq
        credit-memos
            title: Credit memos
            singular: credit memo
            query: CreditMemoQueryRq
        received-payments
            title: Received payments
            singular: received payment
            query: ReceivePaymentQueryRq
        card-refunds
            title: Credit card refunds
            singular: credit card refund
            query: ARRefundCreditCardQueryRq
        purchase-orders
            title: Purchase orders
            singular: purchase order
            query: PurchaseOrderQueryRq
        item-receipts
            title: Item receipts
            singular: item receipt
            query: ItemReceiptQueryRq
        bills
            title: Bills
            singular: bill
            query: BillQueryRq
        vendor-credits
            title: Vendor credits
            singular: vendor credit
            query: VendorCreditQueryRq
        bill-payment-checks
            title: Bill payments by check
            singular: bill payment by check
            query: BillPaymentCheckQueryRq
        bill-payment-cards
            title: Bill payments by credit card
            singular: bill payment by credit card
            query: BillPaymentCreditCardQueryRq
        sales-tax-payments
            title: Sales tax payments
            singular: sales tax payment
            query: SalesTaxPaymentCheckQueryRq
        checks
            title: Checks
            singular: check
            query: CheckQueryRq
        credit-card-charges
            title: Credit card charges
            singular: credit card charge
            query: CreditCardChargeQueryRq
        credit-card-credits
            title: Credit card credits
            singular: credit card credit
            query: CreditCardCreditQueryRq
        deposits
            title: Deposits
            singular: deposit
            query: DepositQueryRq
        transfers
            title: Transfers
            singular: transfer
            query: TransferQueryRq
        journal-entries
            title: Journal entries
            singular: journal entry
            query: JournalEntryQueryRq
        inventory-adjustments
            title: Inventory adjustments
            singular: inventory adjustment
            query: InventoryAdjustmentQueryRq
        inventory-transfers
            title: Inventory transfers
            singular: inventory transfer
            query: TransferInventoryQueryRq
        build-assemblies
            title: Assembly builds
            singular: assembly build
            query: BuildAssemblyQueryRq
        time-tracking
            title: Time tracking
            singular: time entry
            query: TimeTrackingQueryRq
        vehicle-mileage
            title: Vehicle mileage
            singular: mileage entry
            query: VehicleMileageQueryRq
        """#
}
