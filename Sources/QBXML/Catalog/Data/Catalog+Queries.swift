extension Catalog {
    /// The requests that read.
    static let queries = #"""
        request HostQueryRq {
          IncludeListMetaData? v6.0 {
            IncludeMaxCapacity flag
          }
          IncludeRetElement* text50 v4.0
        }
        request CompanyQueryRq {
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request CompanyActivityQueryRq v2.0 {
          IncludeRetElement* text50 v4.0
        }
        request PreferencesQueryRq v1.1 {
          IncludeRetElement* text50 v4.0
        }
        request AccountQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            AccountType* enum
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request AccountTaxLineInfoQueryRq v7.0 not:UK {
        }
        request LeadQueryRq @metaData @iterator v13.0 {
          (?
            ListID+ id
          |
            Name+ text
          |
            MaxReturned? int min1
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v13.0
        }
        request CustomerQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            TotalBalanceFilter? =TotalBalanceFilter
            CurrencyFilter? =CurrencyFilter v8.0
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request EmployeeQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request OtherNameQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request VendorQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            TotalBalanceFilter? =TotalBalanceFilter
            CurrencyFilter? =CurrencyFilter v8.0
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request EntityQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request StandardTermsQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request DateDrivenTermsQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request TermsQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request ClassQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request SalesRepQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request CustomerTypeQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request VendorTypeQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request JobTypeQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request CustomerMsgQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request PaymentMethodQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            PaymentMethodType* enum v7.0
          )
          IncludeRetElement* text50 v4.0
        }
        request ShipMethodQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request SalesTaxCodeQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request ToDoQueryRq @metaData {
          (?
            ListID+ id
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            DoneStatus? enum
          )
          IncludeRetElement* text50 v4.0
        }
        request ItemServiceQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemNonInventoryQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemOtherChargeQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemInventoryQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemInventoryAssemblyQueryRq @metaData @iterator v2.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemFixedAssetQueryRq @metaData @iterator v3.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemSubtotalQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemDiscountQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemPaymentQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemSalesTaxQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ClassFilter? =ClassFilter v12.0 not:AU
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemSalesTaxGroupQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemGroupQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemQueryRq @metaData @iterator {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request PayrollItemWageQueryRq @metaData {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request PayrollItemNonWageQueryRq @metaData v3.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request TemplateQueryRq @metaData v3.0 {
          IncludeRetElement* text50 v4.0
        }
        request PriceLevelQueryRq @metaData v4.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ItemRef? =Ref
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeRetElement* text50
        }
        request BillingRateQueryRq @metaData v6.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            ItemRef? =Ref
          )
          IncludeRetElement* text50
        }
        request VehicleQueryRq @metaData v6.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request UnitOfMeasureSetQueryRq @metaData v7.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request WorkersCompCodeQueryRq @metaData v7.0 not:CA,UK {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
            FromEffectiveDate? date
            ToEffectiveDate? date
          )
          IncludeRetElement* text50
        }
        request Form1099CategoryAccountMappingQueryRq v8.0 not:CA,UK {
          FormType? text v14.0
          MappingCategory* enum
        }
        request SalesTaxReturnQueryRq @metaData v8.0 not:US {
        }
        request SalesTaxReturnLineQueryRq @metaData v8.0 not:US {
          TaxAgencyVendorRef+ =Ref41
        }
        request CurrencyQueryRq @metaData v8.0 {
          (?
            ListID+ id
          |
            FullName+ text
          |
            MaxReturned? int min1
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request PayrollLastPeriodQueryRq v8.0 online {
        }
        request InventorySiteQueryRq @metaData v10.0 not:AU {
          (?
            ListID+ id
          |
            FullName+ text
          |
            ActiveStatus? enum
            FromModifiedDate? time
            ToModifiedDate? time
            (?
              NameFilter =NameFilter
            |
              NameRangeFilter =NameRangeFilter
            )
          )
          IncludeRetElement* text50 v4.0
        }
        request InvoiceQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
            PaidStatus? enum
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v1.1
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request EstimateQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v3.0
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request SalesOrderQueryRq @metaData @iterator v2.1 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v2.0
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request SalesReceiptQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request CreditMemoQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v1.1
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ReceivePaymentQueryRq @metaData @iterator v1.1 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ReceivePaymentToDepositQueryRq @metaData v2.0 {
          IncludeRetElement* text50 v4.0
        }
        request ChargeQueryRq @metaData @iterator v2.0 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            PaidStatus? enum v4.0
          )
          IncludeLinkedTxns? flag v3.0
          IncludeRetElement* text50 v4.0
          OwnerID* guid
        }
        request PurchaseOrderQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v3.0
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request BillQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
            PaidStatus? enum
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v2.0
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request ItemReceiptQueryRq @metaData @iterator v3.0 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid
        }
        request VendorCreditQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v2.0
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request BillPaymentCheckQueryRq @metaData @iterator v2.0 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request BillPaymentCreditCardQueryRq @metaData @iterator v2.0 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request BillToPayQueryRq @metaData v2.0 {
          PayeeEntityRef =Ref209
          APAccountRef? =Ref159
          DueDate? date
          CurrencyFilter? =CurrencyFilter v8.0
          IncludeRetElement* text50 v4.0
        }
        request SalesTaxPaymentCheckQueryRq @metaData @iterator v2.0 not:CA,UK {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            ItemFilter? =ItemFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid
        }
        request SalesTaxPayableQueryRq @metaData v9.0 not:CA,UK {
          AsOfDate? date
          IncludeRetElement* text50 v4.0
        }
        request InventoryAdjustmentQueryRq @metaData @iterator v2.0 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            ItemFilter? =ItemFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid
        }
        request TimeTrackingQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            TimeTrackingEntityFilter? {
              (1
                ListID+ id
              |
                FullName+ text
              )
            }
          )
          IncludeRetElement* text50 v4.0
        }
        request CheckQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeLinkedTxns? flag v7.0
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request CreditCardChargeQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request CreditCardCreditQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request JournalEntryQueryRq @metaData @iterator {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request DepositQueryRq @metaData @iterator v2.0 {
          (?
            TxnID+ id
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid
        }
        request ListDeletedQueryRq @metaData v2.0 {
          ListDelType+ enum
          DeletedDateRangeFilter? =DeletedDateRangeFilter
          IncludeRetElement* text50 v4.0
        }
        request TxnDeletedQueryRq @metaData v2.0 {
          TxnDelType+ enum
          DeletedDateRangeFilter? =DeletedDateRangeFilter
          IncludeRetElement* text50 v4.0
        }
        request DataEventRecoveryInfoQueryRq v3.0 {
          SubscriberID guid
        }
        request TransactionQueryRq @metaData @iterator v4.0 {
          (?
            TxnID+ id
          |
            MaxReturned? int min1
            (?
              RefNumber+ text
            |
              RefNumberCaseSensitive+ text v4.0
            |
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            TransactionModifiedDateRangeFilter? {
              (1
                FromModifiedDate? time
                ToModifiedDate? time
              |
                DateMacro enum
              )
            }
            TransactionDateRangeFilter? =TxnDateRangeFilter
            TransactionEntityFilter? =ReportEntityFilter
            TransactionAccountFilter? =ReportAccountFilter
            TransactionItemFilter? =ReportItemFilter
            TransactionClassFilter? =ClassFilter
            TransactionTypeFilter? =ReportTxnTypeFilter
            TransactionDetailLevelFilter? enum
            TransactionPostingStatusFilter? enum
            TransactionPaidStatusFilter? enum
            CurrencyFilter? =CurrencyFilter v8.0
          )
          IncludeRetElement* text50
        }
        request BuildAssemblyQueryRq @metaData @iterator v5.0 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            ItemFilter? =ItemFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            PendingStatus? enum
          )
          IncludeComponentLineItems? flag
          IncludeRetElement* text50
          OwnerID* guid
        }
        request ItemAssembliesCanBuildQueryRq v5.0 {
          ItemInventoryAssemblyRef =Ref159
          TxnDate date
        }
        request ARRefundCreditCardQueryRq @metaData @iterator v5.0 {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text v4.0
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
            CurrencyFilter? =CurrencyFilter v9.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text50 v4.0
          OwnerID* guid v2.0
        }
        request VehicleMileageQueryRq @metaData @iterator v6.0 {
          (?
            TxnID+ id
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
          )
          IncludeRetElement* text50
        }
        request TransferInventoryQueryRq @metaData @iterator v10.0 not:AU {
          (?
            TxnID+ id
          |
            RefNumber+ text
          |
            RefNumberCaseSensitive+ text
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
            EntityFilter? =EntityFilter
            AccountFilter? =EntityFilter
            (?
              RefNumberFilter =RefNumberFilter
            |
              RefNumberRangeFilter =RefNumberRangeFilter
            )
          |
            SiteFilter? =CurrencyFilter v10.0
          )
          IncludeLineItems? flag
          IncludeRetElement* text
        }
        request ItemSitesQueryRq @metaData @iterator v10.0 not:CA,UK,AU {
          (?
            ListID* id
          |
            (1
              ItemTypeFilter? enum
            |
              ItemSiteFilter? {
                ItemFilter? =ItemFilter
                SiteFilter? =CurrencyFilter
              }
            )
          )
          MaxReturned? int min1
          ActiveStatus? enum
          IncludeRetElement* text
        }
        request BarCodeQueryRq @metaData @iterator v12.0 not:AU {
          BarCodeValue* text50
        }
        request TransferQueryRq @metaData @iterator v12.0 {
          (?
            TxnID+ id
          |
            MaxReturned? int min1
            (?
              ModifiedDateRangeFilter =ModifiedDateRangeFilter
            |
              TxnDateRangeFilter =TxnDateRangeFilter
            )
          )
          IncludeRetElement* text50
        }
        request GeneralSummaryReportQueryRq v2.0 {
          GeneralSummaryReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          ReportTxnTypeFilter? =ReportTxnTypeFilter
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          SummarizeColumnsBy? enum
          IncludeSubcolumns? flag
          ReportCalendar? enum
          ReturnRows? enum
          ReturnColumns? enum
          ReportBasis? enum v2.1
        }
        request JobReportQueryRq v2.0 {
          JobReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          ReportTxnTypeFilter? =ReportTxnTypeFilter
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          SummarizeColumnsBy? enum
          IncludeSubcolumns? flag
        }
        request TimeReportQueryRq v2.0 {
          TimeReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          SummarizeColumnsBy? enum
          IncludeColumn* enum v12.0
          IncludeSubcolumns? flag
          ReportCalendar? enum
          ReturnRows? enum
          ReturnColumns? enum
        }
        request AgingReportQueryRq v2.0 {
          AgingReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          ReportTxnTypeFilter? =ReportTxnTypeFilter
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          IncludeColumn* enum
          IncludeAccounts? enum
          ReportAgingAsOf? enum
        }
        request BudgetSummaryReportQueryRq v3.0 {
          BudgetSummaryReportType enum
          DisplayReport? flag
          FiscalYear int
          BudgetCriterion? enum
          (? v9.0
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportClassFilter? =ClassFilter v9.0
          SummarizeBudgetColumnsBy? enum
          SummarizeBudgetRowsBy? enum
        }
        request GeneralDetailReportQueryRq v2.0 {
          GeneralDetailReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          ReportTxnTypeFilter? =ReportTxnTypeFilter
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          SummarizeRowsBy? enum
          IncludeColumn* enum
          IncludeAccounts? enum
          ReportOpenBalanceAsOf? enum
          ReportBasis? enum v2.1
        }
        request CustomDetailReportQueryRq v2.0 {
          CustomDetailReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          ReportTxnTypeFilter? =ReportTxnTypeFilter
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          SummarizeRowsBy enum
          IncludeColumn+ enum
          IncludeAccounts? enum
          ReportOpenBalanceAsOf? enum
          ReportBasis? enum v2.1
        }
        request CustomSummaryReportQueryRq v2.0 {
          CustomSummaryReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          ReportTxnTypeFilter? =ReportTxnTypeFilter
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          SummarizeColumnsBy enum
          SummarizeRowsBy enum
          IncludeSubcolumns? flag
          ReportCalendar? enum
          ReturnRows? enum
          ReturnColumns? enum
          ReportBasis? enum v2.1
        }
        request PayrollDetailReportQueryRq v3.0 {
          PayrollDetailReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          SummarizeRowsBy? enum
          IncludeColumn* enum
          IncludeAccounts? enum
          ReportOpenBalanceAsOf? enum
        }
        request PayrollSummaryReportQueryRq v3.0 {
          PayrollSummaryReportType enum
          DisplayReport? flag v3.0
          (?
            ReportPeriod =ReportPeriod
          |
            ReportDateMacro enum
          )
          ReportAccountFilter? =ReportAccountFilter
          ReportEntityFilter? =ReportEntityFilter
          ReportItemFilter? =ReportItemFilter
          ReportClassFilter? =ClassFilter v2.1
          (? v3.0
            ReportModifiedDateRangeFilter =ReportModifiedDateRangeFilter
          |
            ReportModifiedDateRangeMacro enum
          )
          ReportDetailLevelFilter? enum v3.0
          ReportPostingStatusFilter? enum v3.0
          SummarizeColumnsBy? enum
          IncludeSubcolumns? flag
          ReportCalendar? enum
          ReturnRows? enum
          ReturnColumns? enum
        }
        request DataExtDefQueryRq @metaData v2.0 {
          (?
            OwnerID* guid
          |
            AssignToObject* enum
          )
          IncludeRetElement* text50 v4.0
        }
        request DataEventSubscriptionQueryRq subscription v3.0 {
          SubscriberID guid
        }
        request UIEventSubscriptionQueryRq subscription v3.0 {
          SubscriberID guid
        }
        request UIExtensionSubscriptionQueryRq subscription v3.0 {
          SubscriberID guid
        }
        """#
}
