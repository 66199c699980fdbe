extension Category {
    /// The categories of a sync in their fixed order: what stands alone, then lists before transactions, and
    /// what is referred to before what refers to it. In the notation that `Notation` reads.
    ///
    /// `query`: the request element. `asks`: what we put into it beside paging and the filter of modified
    /// times. Everything else about the query and its answer stands in the catalog.
    static let notation = #"""
        company
            title: Company
            singular: company
            query: CompanyQueryRq
            asks: OwnerID=0
        preferences
            title: Preferences
            singular: set of preferences
            query: PreferencesQueryRq
            asks:
        accounts
            title: Accounts
            singular: account
            query: AccountQueryRq
            asks: ActiveStatus=All OwnerID=0
        classes
            title: Classes
            singular: class
            query: ClassQueryRq
            asks: ActiveStatus=All
        terms
            title: Terms
            singular: terms
            query: TermsQueryRq
            asks: ActiveStatus=All
        payment-methods
            title: Payment methods
            singular: payment method
            query: PaymentMethodQueryRq
            asks: ActiveStatus=All
        items
            title: Items
            singular: item
            query: ItemQueryRq
            asks: ActiveStatus=All OwnerID=0
        customers
            title: Customers
            singular: customer
            query: CustomerQueryRq
            asks: ActiveStatus=All OwnerID=0
        vendors
            title: Vendors
            singular: vendor
            query: VendorQueryRq
            asks: ActiveStatus=All OwnerID=0
        employees
            title: Employees
            singular: employee
            query: EmployeeQueryRq
            asks: ActiveStatus=All OwnerID=0
        invoices
            title: Invoices
            singular: invoice
            query: InvoiceQueryRq
            asks: IncludeLineItems=true OwnerID=0
        received-payments
            title: Received payments
            singular: received payment
            query: ReceivePaymentQueryRq
            asks: IncludeLineItems=true OwnerID=0
        """#
}
