extension Category {
    /// The categories of a sync in their fixed order: what stands alone, then lists before transactions, and
    /// what is referred to before what refers to it. In the notation that `Notation` reads.
    ///
    /// `query`: the request element and the qbXML version that brought it. `records`: what its answer may
    /// hold. `sends`: what we put into the query, in the schema's order, as `QueryPart` reads it.
    static let notation = #"""
        company
            title: Company
            singular: company
            query: CompanyQueryRq 1.0
            records: CompanyRet
            identity: single
            sends: OwnerID=0@2.0
        preferences
            title: Preferences
            singular: set of preferences
            query: PreferencesQueryRq 1.1
            records: PreferencesRet
            identity: single
            sends:
        accounts
            title: Accounts
            singular: account
            query: AccountQueryRq 1.0
            records: AccountRet
            identity: ListID
            sends: ActiveStatus=All FromModifiedDate OwnerID=0@2.0
        classes
            title: Classes
            singular: class
            query: ClassQueryRq 1.0
            records: ClassRet
            identity: ListID
            sends: ActiveStatus=All FromModifiedDate
        terms
            title: Terms
            singular: terms
            query: TermsQueryRq 1.0
            records: StandardTermsRet DateDrivenTermsRet
            identity: ListID
            sends: ActiveStatus=All FromModifiedDate
        payment-methods
            title: Payment methods
            singular: payment method
            query: PaymentMethodQueryRq 1.0
            records: PaymentMethodRet
            identity: ListID
            sends: ActiveStatus=All FromModifiedDate
        items
            title: Items
            singular: item
            query: ItemQueryRq 1.0
            records: ItemServiceRet ItemNonInventoryRet ItemOtherChargeRet ItemInventoryRet
                ItemInventoryAssemblyRet ItemFixedAssetRet ItemSubtotalRet ItemDiscountRet ItemPaymentRet
                ItemSalesTaxRet ItemSalesTaxGroupRet ItemGroupRet
            identity: ListID
            sends: iterator@5.0 MaxReturned ActiveStatus=All FromModifiedDate OwnerID=0@2.0
        customers
            title: Customers
            singular: customer
            query: CustomerQueryRq 1.0
            records: CustomerRet
            identity: ListID
            sends: iterator@5.0 MaxReturned ActiveStatus=All FromModifiedDate OwnerID=0@2.0
        vendors
            title: Vendors
            singular: vendor
            query: VendorQueryRq 1.0
            records: VendorRet
            identity: ListID
            sends: iterator@5.0 MaxReturned ActiveStatus=All FromModifiedDate OwnerID=0@2.0
        employees
            title: Employees
            singular: employee
            query: EmployeeQueryRq 1.0
            records: EmployeeRet
            identity: ListID
            sends: ActiveStatus=All FromModifiedDate OwnerID=0@2.0
        invoices
            title: Invoices
            singular: invoice
            query: InvoiceQueryRq 1.0
            records: InvoiceRet
            identity: TxnID
            sends: iterator@5.0 MaxReturned ModifiedDateRangeFilter/FromModifiedDate IncludeLineItems=true
                OwnerID=0@2.0
        received-payments
            title: Received payments
            singular: received payment
            query: ReceivePaymentQueryRq 1.1
            records: ReceivePaymentRet
            identity: TxnID
            sends: iterator@5.0 MaxReturned ModifiedDateRangeFilter/FromModifiedDate IncludeLineItems=true
                OwnerID=0@2.0
        """#
}
