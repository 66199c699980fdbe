extension Catalog {
    /// Contents that stand in more than one place.
    static let shapes = #"""
        shape ARRefundCreditCardRet {
          TxnID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          TxnNumber? int
          CustomerRef? =Ref209
          RefundFromAccountRef? =Ref159
          ARAccountRef? =Ref159
          TxnDate? date
          RefNumber? text11
          TotalAmount? amount
          CurrencyRef? =Ref64 v9.0
          ExchangeRate? float v9.0
          TotalAmountInHomeCurrency? amount v9.0
          Address? =ShipAddress
          AddressBlock? =ShipAddressBlock v6.0
          PaymentMethodRef? =Ref31
          Memo? text4095
          CreditCardTxnInfo? =CreditCardTxnInfo
          ExternalGUID? guid v9.0
          RefundAppliedToTxnRet* {
            TxnID id
            TxnType enum
            TxnDate date
            RefNumber? text20
            CreditRemaining amount
            RefundAmount amount
            CreditRemainingInHomeCurrency? amount v9.0
            RefundAmountInHomeCurrency? amount v9.0
          }
          DataExtRet* =DataExtRet
        }
        shape AccountMetaData {
          MaxCapacity int
        }
        shape AccountRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          IsActive? flag
          ParentRef? =Ref
          Sublevel int
          AccountType enum
          DetailAccountType? enum online
          SpecialAccountType? enum v2.1
          IsTaxAccount? flag v6.0 not:US
          AccountNumber? text7
          BankNumber? text25 v2.0
          LastCheckNumber? text online
          Desc? text200
          Balance? amount
          TotalBalance? amount
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          TaxLineInfoRet? v2.1 not:UK {
            TaxLineID int
            TaxLineName? text256
          }
          CashFlowClassification? enum v2.1
          CurrencyRef? =Ref64 v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape AdditionalContactRef {
          ContactName text40
          ContactValue text255
        }
        shape AdditionalNotes {
          Note text4095
        }
        shape AdditionalNotesMod {
          NoteID int
          Note text4095
        }
        shape AdditionalNotesRet {
          NoteID int
          Date date
          Note text4095
        }
        shape AppliedToTxnAdd {
          TxnID id macro
          PaymentAmount? amount
          TxnLineDetail* =TxnLineDetail online
          SetCredit* =SetCredit
          DiscountAmount? amount
          DiscountAccountRef? =Ref159
          DiscountClassRef? =Ref159 v11.0
        }
        shape AppliedToTxnMod {
          TxnID id
          PaymentAmount? amount
          SetCredit* =SetCredit
          DiscountAmount? amount
          DiscountAccountRef? =Ref159
          DiscountClassRef? =Ref159 v11.0
        }
        shape AppliedToTxnRet {
          TxnID id
          TxnType enum
          TxnDate? date
          RefNumber? text20
          BalanceRemaining? amount
          Amount? amount
          TxnLineDetail* =TxnLineDetail online
          DiscountAmount? amount
          DiscountAccountRef? =Ref159
          DiscountClassRef? =Ref159 v11.0
          LinkedTxn* =LinkedTxn v10.0
        }
        shape ApplyCheckToTxnAdd {
          TxnID id macro
          Amount? amount
        }
        shape BarCode {
          BarCodeValue? text50
          AssignEvenIfUsed? flag
          AllowOverride? flag
        }
        shape BaseUnit {
          Name text31
          Abbreviation text31
        }
        shape BillPaymentCheckRet {
          TxnID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          TxnNumber? int
          PayeeEntityRef? =Ref209
          APAccountRef? =Ref159
          TxnDate? date
          BankAccountRef? =Ref159
          Amount? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          AmountInHomeCurrency? amount v8.0
          RefNumber? text11
          Memo? text4095
          Address? =ShipAddress
          AddressBlock? =ShipAddressBlock v6.0
          IsToBePrinted? flag
          ExternalGUID? guid v9.0
          AppliedToTxnRet* =AppliedToTxnRet
          DataExtRet* =DataExtRet
        }
        shape BillPaymentCreditCardRet {
          TxnID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          TxnNumber? int
          PayeeEntityRef? =Ref209
          APAccountRef? =Ref159
          TxnDate? date
          CreditCardAccountRef? =Ref159
          Amount? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          AmountInHomeCurrency? amount v8.0
          RefNumber? text11
          Memo? text4095
          ExternalGUID? guid v9.0
          AppliedToTxnRet* =AppliedToTxnRet
          DataExtRet* =DataExtRet
        }
        shape BillRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          VendorRef =Ref41
          VendorAddress? =ShipAddress v13.0
          APAccountRef? =Ref159 v2.0
          TxnDate date
          DueDate? date
          AmountDue amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          AmountDueInHomeCurrency? amount v8.0
          RefNumber? text20
          IsPending? flag v16.0 not:UK
          TermsRef? =Ref31
          Memo? text4095
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          IsPaid? flag v2.0
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v2.0
          ExpenseLineRet* =ExpenseLineRet
          (*
            ItemLineRet =ItemLineRet
          |
            ItemGroupLineRet =ItemGroupLineRet
          )
          OpenAmount? amount
          DataExtRet* =DataExtRet v2.0
        }
        shape BillingRateRet {
          ListID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          Name? text31
          BillingRateType? enum
          (?
            FixedBillingRate price
          |
            BillingRatePerItemRet+ {
              ItemRef =Ref
              (1
                CustomRate price
              |
                CustomRatePercent percent
              )
            }
          )
        }
        shape BuildAssemblyRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          ItemInventoryAssemblyRef =Ref159
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          TxnDate date
          RefNumber? text11
          Memo? text4095
          IsPending? flag
          QuantityToBuild quantity
          QuantityCanBuild quantity
          QuantityOnHand quantity
          QuantityOnSalesOrder quantity
          ExternalGUID? guid v9.0
          ComponentItemLineRet* {
            ItemRef =Ref
            InventorySiteRef? =Ref31 v10.0 not:AU
            InventorySiteLocationRef? =Ref31 v12.0 not:AU
            (? v12.0
              SerialNumber? text4095 not:AU
            |
              LotNumber? text40 not:AU
            )
            ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
            Desc? text4095
            QuantityOnHand? quantity
            QuantityNeeded? quantity
          }
          DataExtRet* =DataExtRet
        }
        shape COMCallbackInfo {
          AppName text128
          (1
            ProgID text128
          |
            CLSID guid
          )
        }
        shape ChargeRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          CustomerRef =Ref209
          TxnDate? date
          RefNumber? text11
          ItemRef? =Ref
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          Rate? price
          Amount? amount
          BalanceRemaining? amount
          Desc? text4095
          ARAccountRef? =Ref159
          ClassRef? =Ref159
          BilledDate? date
          DueDate? date
          IsPaid? flag v3.0
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v3.0
          DataExtRet* =DataExtRet
        }
        shape CheckRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          AccountRef =Ref159
          PayeeEntityRef? =Ref209
          RefNumber? text11
          TxnDate date
          Amount amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          AmountInHomeCurrency? amount v8.0
          Memo? text4095
          Address? =ShipAddress
          AddressBlock? =ShipAddressBlock v6.0
          IsPending? flag v16.0 not:CA
          IsToBePrinted? flag
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v7.0
          ExpenseLineRet* =ExpenseLineRet
          (*
            ItemLineRet =ItemLineRet
          |
            ItemGroupLineRet =ItemGroupLineRet
          )
          DataExtRet* =DataExtRet v2.0
        }
        shape ClassAdd {
          Name text31
          IsActive? flag
          ParentRef? =Ref
        }
        shape ClassFilter {
          (1
            ListID+ id
          |
            FullName+ text
          |
            ListIDWithChildren id
          |
            FullNameWithChildren text
          )
        }
        shape ClassRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          IsActive? flag
          ParentRef? =Ref
          Sublevel int
        }
        shape CompanyFileEventSubscription {
          CompanyFileEventOperation+ enum
        }
        shape Contacts {
          Salutation? text15
          FirstName text25
          MiddleName? text5
          LastName? text25
          JobTitle? text41
          AdditionalContactRef*5 =AdditionalContactRef
        }
        shape ContactsMod {
          ListID? id
          EditSequence? text16
          Salutation? text15
          FirstName text25
          MiddleName? text5
          LastName? text25
          JobTitle? text41
          AdditionalContactRef*5 =AdditionalContactRef
        }
        shape ContactsRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Contact? text41
          Salutation? text15
          FirstName text25
          MiddleName? text5
          LastName? text25
          JobTitle? text41
          AdditionalContactRef*5 =AdditionalContactRef
        }
        shape CreditCardChargeRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          AccountRef =Ref159
          PayeeEntityRef? =Ref209
          TxnDate date
          Amount amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          AmountInHomeCurrency? amount v8.0
          RefNumber? text11
          Memo? text4095
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          ExternalGUID? guid v9.0
          ExpenseLineRet* =ExpenseLineRet
          (*
            ItemLineRet =ItemLineRet
          |
            ItemGroupLineRet =ItemGroupLineRet
          )
          DataExtRet* =DataExtRet v2.0
        }
        shape CreditCardCreditRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          AccountRef =Ref159
          PayeeEntityRef? =Ref209
          TxnDate date
          Amount amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          AmountInHomeCurrency? amount v8.0
          RefNumber? text11
          Memo? text4095
          IsTaxIncluded? flag v8.0 not:US
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
          ExternalGUID? guid v9.0
          ExpenseLineRet* =ExpenseLineRet
          (*
            ItemLineRet =ItemLineRet
          |
            ItemGroupLineRet =ItemGroupLineRet
          )
          DataExtRet* =DataExtRet v2.0
        }
        shape CreditCardInfo {
          CreditCardNumber? text25
          ExpirationMonth? int min1 max12
          ExpirationYear? int
          NameOnCard? text41
          CreditCardAddress? text41
          CreditCardPostalCode? text41
        }
        shape CreditCardTxnInfo {
          CreditCardTxnInputInfo {
            CreditCardNumber text25
            ExpirationMonth int min1 max12
            ExpirationYear int
            NameOnCard text41
            CreditCardAddress? text41
            CreditCardPostalCode? text18
            CommercialCardCode? text24
            TransactionMode? enum v6.0
            CreditCardTxnType? enum v7.0
          }
          CreditCardTxnResultInfo {
            ResultCode int
            ResultMessage text60
            CreditCardTransID text24
            MerchantAccountNumber text32
            AuthorizationCode? text12
            AVSStreet? enum
            AVSZip? enum
            CardSecurityCodeMatch? enum v6.0
            ReconBatchID? text84
            PaymentGroupingCode? int
            PaymentStatus enum
            TxnAuthorizationTime time
            TxnAuthorizationStamp? int
            ClientTransID? text16 v6.0
          }
        }
        shape CreditMemoLineGroupAdd {
          ItemGroupRef =Ref31
          Desc? text online
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          ServiceDate? date online
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          DataExt* =DataExt v5.0
        }
        shape CreditMemoLineMod {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          |
            PriceLevelRef =Ref31 v4.0
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ServiceDate? date
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          OverrideItemAccountRef? =Ref159
          Other1? text29 v6.0
          Other2? text29 v6.0
        }
        shape CreditMemoLineRet {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          ServiceDate? date
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          IsTaxable? flag v4.0 online
          Other1? text29 v6.0
          Other2? text29 v6.0
          CreditCardTxnInfo? =CreditCardTxnInfo v7.0
          DataExtRet* =DataExtRet v2.0
        }
        shape CreditMemoRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          CustomerRef =Ref209
          ClassRef? =Ref159
          ARAccountRef? =Ref159
          TemplateRef? =Ref31 v3.0
          TxnDate date
          RefNumber? text11
          BillAddress? =ShipAddress
          BillAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress
          ShipAddressBlock? =ShipAddressBlock v6.0
          IsPending? flag
          PONumber? text25
          TermsRef? =Ref31
          DueDate? date
          SalesRepRef? =Ref5
          FOB? text13
          ShipDate? date
          ShipMethodRef? =Ref15
          Subtotal? amount
          ItemSalesTaxRef? =Ref31
          SalesTaxPercentage? percent
          SalesTaxTotal? amount
          TotalAmount? amount
          CreditRemaining? amount v2.0
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          CreditRemainingInHomeCurrency? amount v8.0
          Memo? text4095
          CustomerMsgRef? =Ref101
          IsToBePrinted? flag
          IsToBeEmailed? flag v6.0
          IsTaxIncluded? flag v6.0 not:US
          CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          Other? text29 v6.0
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v1.1
          (*
            CreditMemoLineRet =CreditMemoLineRet
          |
            CreditMemoLineGroupRet {
              TxnLineID id v3.0
              ItemGroupRef =Ref31
              Desc? text4095
              Quantity? quantity
              UnitOfMeasure? text31 v7.0
              OverrideUOMSetRef? =Ref31 v7.0
              IsPrintItemsInGroup flag
              TotalAmount amount
              ServiceDate? date online
              CreditMemoLineRet* =CreditMemoLineRet
              DataExtRet* =DataExtRet v2.0
            }
          )
          DiscountLineRet? =DiscountLineAdd v4.0 online
          SalesTaxLineRet? =SalesTaxLineAdd v4.0 online
          ShippingLineRet? =ShippingLineAdd v4.0 online
          DataExtRet* =DataExtRet v2.0
        }
        shape CurrencyFilter {
          (1
            ListID+ id
          |
            FullName+ text64
          )
        }
        shape CurrencyFormat {
          ThousandSeparator? enum
          ThousandSeparatorGrouping? enum
          DecimalPlaces? enum
          DecimalSeparator? enum
        }
        shape CurrencyRet {
          ListID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          Name? text64
          IsActive? flag
          CurrencyCode? text3
          CurrencyFormat? =CurrencyFormat
          IsUserDefinedCurrency? flag
          ExchangeRate? float
          AsOfDate? date
        }
        shape CustomerMsgRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text101
          IsActive? flag
        }
        shape CustomerRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text41
          FullName text209
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ParentRef? =Ref
          Sublevel int
          CompanyName? text41
          Salutation? text15
          FirstName? text25
          MiddleName? text5
          LastName? text25
          Suffix? text online
          JobTitle? text41 v12.0
          BillAddress? =ShipAddress
          BillAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress
          ShipAddressBlock? =ShipAddressBlock v6.0
          ShipToAddress*50 =ShipToAddress v12.0
          PrintAs? text online
          Phone? text21
          Mobile? text online
          Pager? text online
          AltPhone? text21
          Fax? text21
          Email? text1023
          Cc? text1023 v12.0
          Contact? text41
          AltContact? text41
          AdditionalContactRef*8 =AdditionalContactRef v12.0
          ContactsRet* =ContactsRet v12.0
          CustomerTypeRef? =Ref159
          TermsRef? =Ref31
          SalesRepRef? =Ref5
          Balance? amount
          TotalBalance? amount
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          ItemSalesTaxRef? =Ref31 not:CA,UK
          SalesTaxCountry? enum v6.0 not:US
          ResaleNumber? text(US15,CA21,UK21,AU21)
          AccountNumber? text99
          CreditLimit? amount
          PreferredPaymentMethodRef? =Ref31 v3.0
          CreditCardInfo? =CreditCardInfo v3.0
          JobStatus? enum
          JobStartDate? date
          JobProjectedEndDate? date
          JobEndDate? date
          JobDesc? text99
          JobTypeRef? =Ref159
          Notes? text4095
          AdditionalNotesRet* =AdditionalNotesRet v12.0
          IsStatementWithParent? flag online
          DeliveryMethod? enum online
          PreferredDeliveryMethod? enum v12.0
          PriceLevelRef? =Ref31 v4.0
          ExternalGUID? guid v8.0
          TaxRegistrationNumber? text30 v8.0 not:US
          CurrencyRef? =Ref64 v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape DataEventSubscriptionRet {
          SubscriberID guid
          TimeCreated time
          TimeLastProcessed? time
          COMCallbackInfo =COMCallbackInfo
          DeliveryPolicy enum
          TrackLostEvents enum
          DeliverOwnEvents? flag v4.0
          ListEventSubscription* =ListEventSubscription
          TxnEventSubscription* =TxnEventSubscription
        }
        shape DataExt {
          OwnerID guid
          DataExtName text31
          DataExtValue text
        }
        shape DataExtDefRet {
          OwnerID? guid
          DataExtID int v11.0
          DataExtName text31
          DataExtType enum
          AssignToObject* enum
          DataExtListRequire flag v11.0
          DataExtTxnRequire flag v11.0
          DataExtFormatString text v11.0
        }
        shape DataExtRet {
          OwnerID? guid
          DataExtName text31
          DataExtType enum
          DataExtValue text
        }
        shape DataRow {
          RowData? empty @rowType @value
          ColData* empty @colID! @value @dataType
        }
        shape DateDrivenTermsRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          IsActive? flag
          DayOfMonthDue int min1 max31
          DueNextMonthDays? int
          DiscountDayOfMonth? int min1 max31
          DiscountPct? percent
        }
        shape DefaultUnit {
          UnitUsedFor enum
          Unit text31
        }
        shape DeletedDateRangeFilter {
          FromDeletedDate? time
          ToDeletedDate? time
        }
        shape DepositRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          TxnDate date
          DepositToAccountRef =Ref159
          Memo? text4095
          DepositTotal? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          DepositTotalInHomeCurrency? amount v8.0
          CashBackInfoRet? {
            TxnLineID id
            AccountRef =Ref159
            Memo? text4095
            Amount? amount
          }
          ExternalGUID? guid v9.0
          DepositLineRet* {
            TxnType? enum
            TxnID? id
            TxnLineID id
            PaymentTxnLineID? id v7.0
            EntityRef? =Ref209
            AccountRef? =Ref159
            Memo? text4095
            CheckNumber? text11
            PaymentMethodRef? =Ref31
            ClassRef? =Ref159
            Amount? amount
          }
          DataExtRet* =DataExtRet
        }
        shape DiscountLineAdd {
          (?
            Amount amount
          |
            RatePercent percent
          )
          IsTaxable? flag
          AccountRef? =Ref
        }
        shape DisplayCondition {
          VisibleIf* enum
          VisibleIfNot* enum
          EnabledIf* enum
          EnabledIfNot* enum
        }
        shape EmergencyContacts {
          PrimaryContact? =PrimaryContact
          SecondaryContact? =PrimaryContact
        }
        shape EmployeeAddress {
          Addr1? text41
          Addr2? text41
          Addr3? text online
          Addr4? text v2.0 online
          City? text31
          State? text21
          PostalCode? text13
          Country? text online
        }
        shape EmployeePayrollInfo {
          PayPeriod? enum
          ClassRef? =Ref159
          (?
            ClearEarnings flag
          |
            Earnings+ {
              PayrollItemWageRef =Ref31
              (?
                Rate price
              |
                RatePercent percent
              )
            }
          )
          UseTimeDataToCreatePaychecks? enum v3.0
          SickHours? =SickHours
          VacationHours? =SickHours
        }
        shape EmployeeRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text41
          IsActive? flag
          Salutation? text15
          FirstName? text25
          MiddleName? text5
          LastName? text25
          Suffix? text online
          JobTitle? text41 v12.0
          SupervisorRef? =Ref209 v13.0 not:CA,UK,AU
          Department? text31 v13.0 not:CA,UK,AU
          Description? text64 v13.0 not:CA,UK,AU
          TargetBonus? amount v13.0 not:CA,UK,AU
          EmployeeAddress? =EmployeeAddress
          PrintAs? text41
          Phone? text21
          Mobile? text21 v2.1
          Pager? text21 v2.1
          PagerPIN? text10 v2.1
          AltPhone? text21
          Fax? text21 v2.1
          SSN? text11 v2.0
          Email? text1023
          AdditionalContactRef*8 =AdditionalContactRef v12.0
          EmergencyContacts? =EmergencyContacts v13.0 not:CA,UK,AU
          EmployeeType? enum
          PartOrFullTime? enum v13.0 not:CA,UK,AU
          Exempt? enum v13.0 not:CA,UK,AU
          KeyEmployee? enum v13.0 not:CA,UK,AU
          Gender? enum
          HiredDate? date
          OriginalHireDate? date v13.0 not:CA,UK,AU
          AdjustedServiceDate? date v13.0 not:CA,UK,AU
          ReleasedDate? date
          BirthDate? date v2.0
          USCitizen? enum v13.0 not:CA,UK,AU
          Ethnicity? enum v13.0 not:CA,UK,AU
          Disabled? enum v13.0 not:CA,UK,AU
          DisabilityDesc? text25 v13.0 not:CA,UK,AU
          OnFile? enum v13.0 not:CA,UK,AU
          WorkAuthExpireDate? date v13.0 not:CA,UK,AU
          USVeteran? enum v13.0 not:CA,UK,AU
          MilitaryStatus? enum v13.0 not:CA,UK,AU
          AccountNumber? text99
          Notes? text4095 v2.1
          AdditionalNotesRet* =AdditionalNotesRet v12.0
          BillingRateRef? =Ref31 v6.0
          EmployeePayrollInfo? =EmployeePayrollInfo v2.0
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape EntityFilter {
          (1
            ListID+ id v2.0
          |
            FullName+ text
          |
            ListIDWithChildren id v2.0
          |
            FullNameWithChildren text
          )
        }
        shape ErrorRecovery {
          (1
            ListID? id
          |
            OwnerID? guid
          |
            TxnID? id
          )
          TxnNumber? int
          EditSequence? text16
          ExternalGUID? guid
        }
        shape EstimateLineGroupAdd {
          ItemGroupRef =Ref31
          Desc? text online
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          DataExt* =DataExt v5.0
        }
        shape EstimateLineMod {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          OptionForPriceRuleConflict? enum v13.0
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          (?
            MarkupRate price
          |
            MarkupRatePercent percent
          |
            PriceLevelRef =Ref31 v7.0
          )
          Other1? text29 v6.0
          Other2? text29 v6.0
        }
        shape EstimateLineRet {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          (?
            MarkupRate price
          |
            MarkupRatePercent percent
          )
          Other1? text29 v6.0
          Other2? text29 v6.0
          DataExtRet* =DataExtRet v2.0
        }
        shape EstimateRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          CustomerRef =Ref209
          ClassRef? =Ref159
          TemplateRef? =Ref31 v3.0
          TxnDate date
          RefNumber? text11
          BillAddress? =ShipAddress
          BillAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress v7.0
          ShipAddressBlock? =ShipAddressBlock v7.0
          IsActive? flag v3.0
          PONumber? text25
          TermsRef? =Ref31
          DueDate? date
          SalesRepRef? =Ref5
          FOB? text13
          Subtotal? amount
          ItemSalesTaxRef? =Ref31
          SalesTaxPercentage? percent
          SalesTaxTotal? amount
          TotalAmount? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          TotalAmountInHomeCurrency? amount v8.0
          Memo? text4095
          CustomerMsgRef? =Ref101
          IsToBeEmailed? flag v6.0
          IsTaxIncluded? flag v6.0 not:US
          CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          Other? text29 v6.0
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v3.0
          (*
            EstimateLineRet =EstimateLineRet
          |
            EstimateLineGroupRet {
              TxnLineID id v3.0
              ItemGroupRef =Ref31
              Desc? text4095
              Quantity? quantity
              UnitOfMeasure? text31 v7.0
              OverrideUOMSetRef? =Ref31 v7.0
              IsPrintItemsInGroup flag
              TotalAmount amount
              EstimateLineRet* =EstimateLineRet
              DataExtRet* =DataExtRet v2.0
            }
          )
          DataExtRet* =DataExtRet v2.0
        }
        shape ExpenseLineAdd {
          AccountRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          Memo? text4095
          CustomerRef? =Ref209
          ClassRef? =Ref159
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          BillableStatus? enum v2.0
          SalesRepRef? =Ref5 v13.0
          DataExt* =DataExt v13.0
        }
        shape ExpenseLineMod {
          TxnLineID id
          AccountRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          Memo? text4095
          CustomerRef? =Ref209
          ClassRef? =Ref159
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          BillableStatus? enum
          SalesRepRef? =Ref5 v13.0
        }
        shape ExpenseLineRet {
          TxnLineID id
          AccountRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          Memo? text4095
          CustomerRef? =Ref209
          ClassRef? =Ref159
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          BillableStatus? enum v2.0
          SalesRepRef? =Ref5 v13.0
          DataExtRet* =DataExtRet v13.0
        }
        shape FixedAssetSalesInfo {
          SalesDesc text50
          SalesDate date
          SalesPrice? price
          SalesExpense? price
        }
        shape Form1099CategoryAccountMappingRet {
          IsFiling1099Misc flag
          FormType? text v14.0
          CategoryAccountMapping* {
            MappingCategory enum
            AccountRef* =Ref159
            Threshold? amount
          }
        }
        shape InventoryAdjustmentRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          AccountRef =Ref159
          InventorySiteRef? =Ref31 v10.0 not:AU
          TxnDate date
          RefNumber? text11
          CustomerRef? =Ref209
          ClassRef? =Ref159
          Memo? text4095
          ExternalGUID? guid v9.0
          InventoryAdjustmentLineRet* {
            TxnLineID id
            ItemRef =Ref
            (? v11.0
              SerialNumber? text4095 not:AU
              SerialNumberAddedOrRemoved? enum not:AU
            |
              LotNumber? text40 not:AU
            )
            ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
            InventorySiteLocationRef? =Ref31 v12.0 not:AU
            QuantityDifference quantity
            ValueDifference amount
          }
          DataExtRet* =DataExtRet
        }
        shape InventorySiteRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name? text31
          IsActive? flag
          ParentSiteRef? =Ref31 v12.0
          IsDefaultSite? flag
          SiteDesc? text100
          Contact? text41
          Phone? text21
          Fax? text21
          Email? text1023
          SiteAddress? =SiteAddress
          SiteAddressBlock? =ShipAddressBlock
        }
        shape InvoiceLineMod {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          |
            PriceLevelRef =Ref31 v4.0
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          OptionForPriceRuleConflict? enum v13.0
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ServiceDate? date
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          OverrideItemAccountRef? =Ref159
          Other1? text29 v6.0
          Other2? text29 v6.0
        }
        shape InvoiceLineRet {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          ServiceDate? date
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          IsTaxable? flag v4.0 online
          Other1? text29 v6.0
          Other2? text29 v6.0
          DataExtRet* =DataExtRet v2.0
        }
        shape InvoiceRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          CustomerRef =Ref209
          ClassRef? =Ref159
          ARAccountRef? =Ref159
          TemplateRef? =Ref31 v3.0
          TxnDate date
          RefNumber? text11
          BillAddress? =ShipAddress
          BillAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress
          ShipAddressBlock? =ShipAddressBlock v6.0
          IsPending? flag
          IsFinanceCharge? flag
          PONumber? text25
          TermsRef? =Ref31
          DueDate? date
          SalesRepRef? =Ref5
          FOB? text13
          ShipDate? date
          ShipMethodRef? =Ref15
          Subtotal? amount
          ItemSalesTaxRef? =Ref31
          SalesTaxPercentage? percent
          SalesTaxTotal? amount
          AppliedAmount? amount
          BalanceRemaining? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          BalanceRemainingInHomeCurrency? amount v8.0
          Memo? text4095
          IsPaid? flag v2.0
          CustomerMsgRef? =Ref101
          IsToBePrinted? flag
          IsToBeEmailed? flag v6.0
          IsTaxIncluded? flag v6.0 not:US
          CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          SuggestedDiscountAmount? amount
          SuggestedDiscountDate? date
          Other? text29 v6.0
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v1.1
          (*
            InvoiceLineRet =InvoiceLineRet
          |
            InvoiceLineGroupRet {
              TxnLineID id v2.1
              ItemGroupRef =Ref31
              Desc? text4095
              Quantity? quantity
              UnitOfMeasure? text31 v7.0
              OverrideUOMSetRef? =Ref31 v7.0
              IsPrintItemsInGroup flag
              TotalAmount amount
              ServiceDate? date online
              InvoiceLineRet* =InvoiceLineRet
              DataExtRet* =DataExtRet v2.0
            }
          )
          DiscountLineRet? =DiscountLineAdd v4.0 online
          SalesTaxLineRet? =SalesTaxLineAdd v4.0 online
          ShippingLineRet? =ShippingLineAdd v4.0 online
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemDiscountRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ParentRef? =Ref
          Sublevel int
          ItemDesc? text4095
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          (?
            DiscountRate price
          |
            DiscountRatePercent percent
          )
          AccountRef? =Ref159
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemFilter {
          (1
            ListID+ id
          |
            FullName+ text159
          |
            ListIDWithChildren id
          |
            FullNameWithChildren text159
          )
        }
        shape ItemFixedAssetRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          AcquiredAs enum
          PurchaseDesc text50
          PurchaseDate date
          PurchaseCost? price
          VendorOrPayeeName? text50
          AssetAccountRef? =Ref159
          FixedAssetSalesInfo? =FixedAssetSalesInfo
          AssetDesc? text50
          Location? text50
          PONumber? text30
          SerialNumber? text30
          WarrantyExpDate? date
          Notes? text4095
          AssetNumber? text10
          CostBasis? amount
          YearEndAccumulatedDepreciation? amount
          YearEndBookValue? amount
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet
        }
        shape ItemGroupLine {
          ItemRef? =Ref
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
        }
        shape ItemGroupLineAdd {
          ItemGroupRef =Ref31
          Desc? text online
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          DataExt* =DataExt v13.0
        }
        shape ItemGroupLineMod {
          TxnLineID id
          ItemGroupRef? =Ref31
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          ItemLineMod* =ItemLineMod
        }
        shape ItemGroupLineRet {
          TxnLineID id v3.0
          ItemGroupRef =Ref31
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          TotalAmount amount
          ItemLineRet* =ItemLineRet
          DataExt* =DataExt v13.0
        }
        shape ItemGroupRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ItemDesc? text4095
          UnitOfMeasureSetRef? =Ref31 v7.0
          IsPrintItemsInGroup? flag
          SpecialItemType? enum v6.0
          ExternalGUID? guid v8.0
          ItemGroupLine* =ItemGroupLine
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemInventoryAssemblyLine {
          ItemInventoryRef =Ref159
          Quantity? quantity
        }
        shape ItemInventoryAssemblyRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ParentRef? =Ref
          Sublevel int
          ManufacturerPartNumber? text31 v12.0
          UnitOfMeasureSetRef? =Ref31 v7.0
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          SalesDesc? text4095
          SalesPrice? price
          IncomeAccountRef? =Ref159
          PurchaseDesc? text4095
          PurchaseCost? price
          PurchaseTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          COGSAccountRef? =Ref159
          PrefVendorRef? =Ref41
          AssetAccountRef? =Ref159
          BuildPoint? quantity
          Max? quantity v13.0
          QuantityOnHand? quantity
          AverageCost? price
          QuantityOnOrder? quantity
          QuantityOnSalesOrder? quantity
          ExternalGUID? guid v8.0
          ItemInventoryAssemblyLine* =ItemInventoryAssemblyLine
          DataExtRet* =DataExtRet
        }
        shape ItemInventoryRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ParentRef? =Ref
          Sublevel int
          ManufacturerPartNumber? text31 v7.0
          UnitOfMeasureSetRef? =Ref31 v7.0
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          SalesDesc? text4095
          SalesPrice? price
          IncomeAccountRef? =Ref159
          PurchaseDesc? text4095
          PurchaseCost? price
          PurchaseTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          COGSAccountRef? =Ref159
          PrefVendorRef? =Ref41
          AssetAccountRef? =Ref159
          ReorderPoint? quantity
          Max? quantity v13.0
          QuantityOnHand? quantity
          AverageCost? price
          QuantityOnOrder? quantity
          QuantityOnSalesOrder? quantity v2.0
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemLineAdd {
          ItemRef? =Ref
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          Cost? price
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          CustomerRef? =Ref209
          ClassRef? =Ref159
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          BillableStatus? enum v2.0
          OverrideItemAccountRef? =Ref159 v2.0
          LinkToTxn? =LinkToTxn v4.0
          SalesRepRef? =Ref5 v13.0
          DataExt* =DataExt v13.0
        }
        shape ItemLineAdd.2 {
          ItemRef? =Ref
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          Cost? price
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          CustomerRef? =Ref209
          ClassRef? =Ref159
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          BillableStatus? enum v2.0
          OverrideItemAccountRef? =Ref159 v2.0
          LinkToTxn? =LinkToTxn v4.0 online
          SalesRepRef? =Ref5 v13.0
          DataExt* =DataExt v13.0
        }
        shape ItemLineMod {
          TxnLineID id
          ItemRef? =Ref
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          Cost? price
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          CustomerRef? =Ref209
          ClassRef? =Ref159
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          BillableStatus? enum
          OverrideItemAccountRef? =Ref159
          SalesRepRef? =Ref5 v13.0
        }
        shape ItemLineRet {
          TxnLineID id
          ItemRef? =Ref
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          Cost? price
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          CustomerRef? =Ref209
          ClassRef? =Ref159
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          BillableStatus? enum v2.0
          SalesRepRef? =Ref5 v13.0
          DataExtRet* =DataExtRet v13.0
        }
        shape ItemNonInventoryRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ParentRef? =Ref
          Sublevel int
          ManufacturerPartNumber? text31 v7.0
          UnitOfMeasureSetRef? =Ref31 v7.0
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          (?
            SalesOrPurchase =SalesOrPurchase
          |
            SalesAndPurchase =SalesAndPurchase
          )
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemOtherChargeRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ParentRef? =Ref
          Sublevel int
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          (?
            SalesOrPurchase =SalesOrPurchase
          |
            SalesAndPurchase =SalesAndPurchase
          )
          SpecialItemType? enum v6.0
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemPaymentRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ItemDesc? text4095
          DepositToAccountRef? =Ref159
          PaymentMethodRef? =Ref31
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemReceiptRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          VendorRef =Ref41
          (?
            APAccountRef? =Ref159
          |
            LiabilityAccountRef? =Ref159 v11.0
          )
          TxnDate date
          TotalAmount amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          TotalAmountInHomeCurrency? amount v8.0
          RefNumber? text20
          Memo? text4095
          IsTaxIncluded? flag v8.0 not:US
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn
          ExpenseLineRet* =ExpenseLineRet
          (*
            ItemLineRet =ItemLineRet
          |
            ItemGroupLineRet =ItemGroupLineRet
          )
          DataExtRet* =DataExtRet
        }
        shape ItemSalesTaxGroupRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ItemDesc? text4095
          ExternalGUID? guid v8.0
          ItemSalesTaxRef* =Ref31
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemSalesTaxRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ItemDesc? text4095
          TaxRate? percent
          TaxVendorRef? =Ref41
          SalesTaxReturnLineRef? =Ref91 v8.0 not:US
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemServiceRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          FullName text159
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ClassRef? =Ref159 v12.0
          ParentRef? =Ref
          Sublevel int
          UnitOfMeasureSetRef? =Ref31 v7.0
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          (?
            SalesOrPurchase =SalesOrPurchase
          |
            SalesAndPurchase =SalesAndPurchase
          )
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape ItemSubtotalRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          BarCodeValue? text50 v12.0 not:AU
          IsActive? flag
          ItemDesc? text
          SpecialItemType? enum v6.0
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape JournalCreditLine {
          TxnLineID? id
          AccountRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          Memo? text4095
          EntityRef? =Ref209
          ClassRef? =Ref159
          ItemSalesTaxRef? =Ref31 v6.0 not:US
          BillableStatus? enum v3.0
        }
        shape JournalEntryRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          TxnDate date
          RefNumber? text11
          Memo? text online
          IsAdjustment? flag v3.0
          IsHomeCurrencyAdjustment? flag v8.0
          IsAmountsEnteredInHomeCurrency? flag v8.0
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          ExternalGUID? guid v9.0
          (*
            JournalDebitLine =JournalCreditLine @defMacro
          |
            JournalCreditLine =JournalCreditLine @defMacro
          )
          DataExtRet* =DataExtRet v2.0
        }
        shape LeadAddress {
          Addr1? text41
          Addr2? text41
          Addr3? text41
          Addr4? text41 v2.0
          Addr5? text41 v6.0
        }
        shape LeadRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          FullName text41
          Status? enum
          CompanyName? text41
          MainPhone? text21
          AdditionalContactRef*3 =AdditionalContactRef
          LocationsRet* {
            LocationID int
            MainAddress text32
            Location text32
            LeadAddress? =LeadAddress
          }
          LeadContactsRet* {
            LeadContactID int
            Salutation? text15
            FirstName text25
            MiddleName? text5
            LastName? text25
            JobTitle? text41
            AdditionalContactRef*5 =AdditionalContactRef
            IsPrimaryContact? flag
          }
        }
        shape LinkToTxn {
          TxnID id
          TxnLineID id
        }
        shape LinkedTxn {
          TxnID id
          TxnType enum
          TxnDate date
          RefNumber? text20
          LinkType? enum v3.0
          Amount amount
          TxnLineDetail* =TxnLineDetail online
        }
        shape ListEventSubscription {
          ListEventType+ enum
          ListEventOperation+ enum
        }
        shape MenuExtensionSubscription {
          AddToMenu enum
          (1
            Submenu {
              DisplayCondition? =DisplayCondition
              MenuItem+ =MenuItem
            }
          |
            MenuItem =MenuItem
          )
        }
        shape MenuItem {
          MenuText text50
          EventTag text50
          DisplayCondition? =DisplayCondition
        }
        shape MergeFrom {
          ListID id
          EditSequence text16
        }
        shape ModifiedDateRangeFilter {
          FromModifiedDate? time
          ToModifiedDate? time
        }
        shape NameFilter {
          MatchCriterion enum
          Name text
        }
        shape NameRangeFilter {
          FromName? text
          ToName? text
        }
        shape OtherNameRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text41
          IsActive? flag
          CompanyName? text41
          Salutation? text15
          FirstName? text25
          MiddleName? text5
          LastName? text25
          OtherNameAddress? =ShipAddress
          OtherNameAddressBlock? =ShipAddressBlock v6.0
          Phone? text21
          AltPhone? text21
          Fax? text21
          Email? text1023
          Contact? text41
          AltContact? text41
          AccountNumber? text99
          Notes? text4095 v3.0
          ExternalGUID? guid v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape PaymentMethodRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          IsActive? flag
          PaymentMethodType? enum v7.0
        }
        shape PayrollItemWageRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          IsActive? flag
          WageType enum
          ExpenseAccountRef =Ref159 v2.0
        }
        shape PriceLevelPerItem {
          ItemRef =Ref
          (1
            (1
              CustomPrice price
            |
              CustomPricePercent percent
            )
          |
            AdjustPercentage percent
            AdjustRelativeTo enum
          )
        }
        shape PriceLevelRet {
          ListID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          Name? text31
          IsActive? flag
          PriceLevelType? enum
          (?
            PriceLevelFixedPercentage percent
          |
            PriceLevelPerItemRet+ {
              ItemRef =Ref
              (1
                CustomPrice price
              |
                CustomPricePercent percent
              )
            }
            CurrencyRef? =Ref64 v8.0
          )
        }
        shape PrimaryContact {
          ContactName text40
          ContactValue text255
          Relation? enum
        }
        shape PurchaseOrderLineMod {
          TxnLineID id macro
          ItemRef? =Ref
          ManufacturerPartNumber? text31 v7.0
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          Rate? price
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          CustomerRef? =Ref209
          ServiceDate? date
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          IsManuallyClosed? flag
          OverrideItemAccountRef? =Ref159
          Other1? text29 v6.0
          Other2? text29 v6.0
        }
        shape PurchaseOrderLineRet {
          TxnLineID id
          ItemRef? =Ref
          ManufacturerPartNumber? text31 v7.0
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          Rate? price
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          CustomerRef? =Ref209
          ServiceDate? date
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          ReceivedQuantity? quantity v1.1
          UnbilledQuantity? quantity v11.0
          IsBilled? flag v11.0
          IsManuallyClosed? flag v2.1
          Other1? text29 v6.0
          Other2? text29 v6.0
          DataExtRet* =DataExtRet v2.0
        }
        shape PurchaseOrderRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          VendorRef? =Ref41
          ClassRef? =Ref159
          InventorySiteRef? =Ref31 v10.0 not:AU
          ShipToEntityRef? =Ref209
          TemplateRef? =Ref31 v3.0
          TxnDate date
          RefNumber? text11
          VendorAddress? =ShipAddress
          VendorAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress
          ShipAddressBlock? =ShipAddressBlock v6.0
          TermsRef? =Ref31
          DueDate? date
          ExpectedDate? date
          ShipMethodRef? =Ref15
          FOB? text13
          TotalAmount? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          TotalAmountInHomeCurrency? amount v8.0
          IsManuallyClosed? flag v2.1
          IsFullyReceived? flag v2.1
          Memo? text4095
          VendorMsg? text99
          IsToBePrinted? flag
          IsToBeEmailed? flag v6.0
          IsTaxIncluded? flag v6.0 not:US
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          Other1? text25 v6.0
          Other2? text29 v6.0
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v3.0
          (*
            PurchaseOrderLineRet =PurchaseOrderLineRet
          |
            PurchaseOrderLineGroupRet {
              TxnLineID id v2.1
              ItemGroupRef =Ref31
              Desc? text4095
              Quantity? quantity
              UnitOfMeasure? text31 v7.0
              OverrideUOMSetRef? =Ref31 v7.0
              IsPrintItemsInGroup flag
              TotalAmount amount
              ServiceDate? date online
              PurchaseOrderLineRet* =PurchaseOrderLineRet
              DataExtRet* =DataExtRet v2.0
            }
          )
          DataExtRet* =DataExtRet v2.0
        }
        shape RateEntry {
          Rate price
          EffectiveDate date
        }
        shape ReceivePaymentRet {
          TxnID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          TxnNumber? int
          CustomerRef? =Ref209
          ARAccountRef? =Ref159
          TxnDate? date
          RefNumber? text20
          TotalAmount? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          TotalAmountInHomeCurrency? amount v8.0
          PaymentMethodRef? =Ref31
          Memo? text4095
          DepositToAccountRef? =Ref159
          CreditCardTxnInfo? =CreditCardTxnInfo v4.1
          UnusedPayment? amount
          UnusedCredits? amount
          ExternalGUID? guid v9.0
          AppliedToTxnRet* =AppliedToTxnRet
          DataExtRet* =DataExtRet v2.0
        }
        shape Ref {
          ListID? id
          FullName? text
        }
        shape Ref.CA3.UK3.AU6 {
          ListID? id
          FullName? text(CA3,UK3,AU6)
        }
        shape Ref.US3.CA3.UK3.AU6 {
          ListID? id
          FullName? text(US3,CA3,UK3,AU6)
        }
        shape Ref101 {
          ListID? id
          FullName? text101
        }
        shape Ref15 {
          ListID? id
          FullName? text15
        }
        shape Ref159 {
          ListID? id
          FullName? text159
        }
        shape Ref209 {
          ListID? id
          FullName? text209
        }
        shape Ref31 {
          ListID? id
          FullName? text31
        }
        shape Ref41 {
          ListID? id
          FullName? text41
        }
        shape Ref5 {
          ListID? id
          FullName? text5
        }
        shape Ref64 {
          ListID? id
          FullName? text64
        }
        shape Ref91 {
          ListID? id
          FullName? text91
        }
        shape RefNumberFilter {
          MatchCriterion enum
          RefNumber text
        }
        shape RefNumberRangeFilter {
          FromRefNumber? text
          ToRefNumber? text
        }
        shape RelatedUnit {
          Name text31
          Abbreviation text31
          ConversionRatio price min.001 max5000
        }
        shape ReportAccountFilter {
          (1
            AccountTypeFilter enum
          |
            ListID+ id
          |
            FullName+ text
          |
            ListIDWithChildren id
          |
            FullNameWithChildren text
          )
        }
        shape ReportEntityFilter {
          (1
            EntityTypeFilter enum
          |
            ListID+ id
          |
            FullName+ text
          |
            ListIDWithChildren id
          |
            FullNameWithChildren text
          )
        }
        shape ReportItemFilter {
          (1
            ItemTypeFilter enum
          |
            ListID+ id
          |
            FullName+ text
          |
            ListIDWithChildren id
          |
            FullNameWithChildren text
          )
        }
        shape ReportModifiedDateRangeFilter {
          FromReportModifiedDate? date
          ToReportModifiedDate? date
        }
        shape ReportPeriod {
          FromReportDate? date
          ToReportDate? date
        }
        shape ReportRet {
          ReportTitle text
          ReportSubtitle text
          ReportBasis? enum
          NumRows int
          NumColumns int
          NumColTitleRows int
          ColDesc+ @colID! @dataType! {
            ColTitle+ empty @titleRow! @value
            ColType enum
          }
          ReportData? {
            (+
              DataRow =DataRow @rowNumber!
            |
              TextRow empty @rowNumber! @value
            |
              SubtotalRow =DataRow @rowNumber!
            |
              TotalRow =DataRow @rowNumber!
            )
          }
        }
        shape ReportTxnTypeFilter {
          TxnTypeFilter+ enum
        }
        shape SalesAndPurchase {
          SalesDesc? text4095
          SalesPrice? price
          IncomeAccountRef? =Ref159
          PurchaseDesc? text4095
          PurchaseCost? price
          PurchaseTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          ExpenseAccountRef? =Ref159
          PrefVendorRef? =Ref41
        }
        shape SalesAndPurchaseMod {
          SalesDesc? text4095
          SalesPrice? price
          IncomeAccountRef? =Ref159 v7.0
          ApplyIncomeAccountRefToExistingTxns? flag v7.0
          PurchaseDesc? text4095
          PurchaseCost? price
          PurchaseTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
          ExpenseAccountRef? =Ref159 v7.0
          ApplyExpenseAccountRefToExistingTxns? flag v7.0
          PrefVendorRef? =Ref41
        }
        shape SalesOrPurchase {
          Desc? text4095
          (?
            Price price
          |
            PricePercent percent
          )
          AccountRef? =Ref159
        }
        shape SalesOrPurchaseMod {
          Desc? text4095
          (?
            Price price
          |
            PricePercent percent
          )
          AccountRef? =Ref159 v7.0
          ApplyAccountRefToExistingTxns? flag v7.0
        }
        shape SalesOrderLineMod {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          |
            PriceLevelRef =Ref31 v4.0
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          OptionForPriceRuleConflict? enum v13.0
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          IsManuallyClosed? flag
          Other1? text29 v6.0
          Other2? text29 v6.0
        }
        shape SalesOrderLineRet {
          TxnLineID id
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          Invoiced? quantity
          IsManuallyClosed? flag
          Other1? text29 v6.0
          Other2? text29 v6.0
          DataExtRet* =DataExtRet
        }
        shape SalesOrderRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          CustomerRef =Ref209
          ClassRef? =Ref159
          TemplateRef? =Ref31 v3.0
          TxnDate date
          RefNumber? text11
          BillAddress? =ShipAddress
          BillAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress
          ShipAddressBlock? =ShipAddressBlock v6.0
          PONumber? text25
          TermsRef? =Ref31
          DueDate? date
          SalesRepRef? =Ref5
          FOB? text13
          ShipDate? date
          ShipMethodRef? =Ref15
          Subtotal? amount
          ItemSalesTaxRef? =Ref31
          SalesTaxPercentage? percent
          SalesTaxTotal? amount
          TotalAmount? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          TotalAmountInHomeCurrency? amount v8.0
          IsManuallyClosed? flag
          IsFullyInvoiced? flag
          Memo? text4095
          CustomerMsgRef? =Ref101
          IsToBePrinted? flag
          IsToBeEmailed? flag v6.0
          IsTaxIncluded? flag v6.0 not:US
          CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          Other? text29 v6.0
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn
          (*
            SalesOrderLineRet =SalesOrderLineRet
          |
            SalesOrderLineGroupRet {
              TxnLineID id v3.0
              ItemGroupRef =Ref31
              Desc? text4095
              Quantity? quantity
              UnitOfMeasure? text31 v7.0
              OverrideUOMSetRef? =Ref31 v7.0
              IsPrintItemsInGroup flag
              TotalAmount amount
              SalesOrderLineRet* =SalesOrderLineRet
              DataExtRet* =DataExtRet
            }
          )
          DataExtRet* =DataExtRet
          FulfillmentStatus? enum v15.0
          ShippingDetails? v15.0 {
            ShippingDetailsLineRet* {
              TrackingID? id
              CarrierName? text
              ShippingMethod? text
              ShippingCharges? amount
            }
          }
          SOChannel? enum v15.0
          StoreName? text v15.0
          StoreType? text v15.0
        }
        shape SalesReceiptLineMod {
          TxnLineID id macro
          ItemRef? =Ref
          Desc? text4095
          Quantity? quantity
          UnitOfMeasure? text31 v7.0
          OverrideUOMSetRef? =Ref31 v7.0
          (?
            Rate price
          |
            RatePercent percent
          |
            PriceLevelRef =Ref31 v4.0
          )
          ClassRef? =Ref159
          Amount? amount
          TaxAmount? amount v6.1 not:US,CA,UK
          OptionForPriceRuleConflict? enum v13.0
          InventorySiteRef? =Ref31 v10.0 not:AU
          InventorySiteLocationRef? =Ref31 v12.0 not:AU
          (? v11.0
            SerialNumber? text4095 not:AU
          |
            LotNumber? text40 not:AU
          )
          ServiceDate? date
          SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          OverrideItemAccountRef? =Ref159
          Other1? text29 v6.0
          Other2? text29 v6.0
        }
        shape SalesReceiptRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          CustomerRef? =Ref209
          ClassRef? =Ref159
          TemplateRef? =Ref31 v3.0
          TxnDate date
          RefNumber? text11
          BillAddress? =ShipAddress
          BillAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress
          ShipAddressBlock? =ShipAddressBlock v6.0
          IsPending? flag
          CheckNumber? text25
          PaymentMethodRef? =Ref31
          DueDate? date
          SalesRepRef? =Ref5
          ShipDate? date
          ShipMethodRef? =Ref15
          FOB? text13
          Subtotal? amount
          ItemSalesTaxRef? =Ref31
          SalesTaxPercentage? percent
          SalesTaxTotal? amount
          TotalAmount? amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          TotalAmountInHomeCurrency? amount v8.0
          Memo? text4095
          CustomerMsgRef? =Ref101
          IsToBePrinted? flag
          IsToBeEmailed? flag v6.0
          IsTaxIncluded? flag v6.0 not:US
          CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
          DepositToAccountRef? =Ref159
          CreditCardTxnInfo? =CreditCardTxnInfo v4.1
          Other? text29 v6.0
          ExternalGUID? guid v9.0
          (*
            SalesReceiptLineRet =CreditMemoLineRet
          |
            SalesReceiptLineGroupRet {
              TxnLineID id v3.0
              ItemGroupRef =Ref31
              Desc? text4095
              Quantity? quantity
              UnitOfMeasure? text31 v7.0
              OverrideUOMSetRef? =Ref31 v7.0
              IsPrintItemsInGroup flag
              TotalAmount amount
              ServiceDate? date online
              SalesReceiptLineRet* =CreditMemoLineRet
              DataExtRet* =DataExtRet v2.0
            }
          )
          DiscountLineRet? =DiscountLineAdd v4.0 online
          SalesTaxLineRet? =SalesTaxLineAdd v4.0 online
          ShippingLineRet? =ShippingLineAdd v4.0 online
          DataExtRet* =DataExtRet v2.0
        }
        shape SalesRepRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Initial text5
          IsActive? flag
          SalesRepEntityRef =Ref41
        }
        shape SalesTaxCodeRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text(US3,CA3,UK3,AU6)
          IsActive? flag
          IsTaxable flag
          Desc? text31
          ItemPurchaseTaxRef? =Ref31 v6.0 not:US
          ItemSalesTaxRef? =Ref31 v6.0 not:US
        }
        shape SalesTaxLineAdd {
          (?
            Amount amount
          |
            RatePercent percent
          )
          AccountRef? =Ref
        }
        shape SalesTaxPayableLineRet {
          ItemSalesTaxRef? =Ref31
          Amount amount
        }
        shape SalesTaxPaymentCheckRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          PayeeEntityRef? =Ref209
          TxnDate date
          BankAccountRef =Ref159
          Amount amount
          RefNumber? text11
          Memo? text4095
          Address? =ShipAddress
          AddressBlock? =ShipAddressBlock v6.0
          IsToBePrinted? flag
          ExternalGUID? guid v9.0
          SalesTaxPaymentCheckLineRet* {
            TxnLineID id
            ItemSalesTaxRef? =Ref31
            Amount? amount
            TaxAmount? amount v6.1 not:US
          }
          DataExtRet* =DataExtRet
        }
        shape SetCredit {
          CreditTxnID id macro
          TxnLineID? id online
          AppliedAmount amount
          Override? flag v10.0
        }
        shape ShipAddress {
          Addr1? text41
          Addr2? text41
          Addr3? text41
          Addr4? text41 v2.0
          Addr5? text41 v6.0
          City? text31
          State? text21
          PostalCode? text13
          Country? text31
          Note? text41 v6.0
        }
        shape ShipAddressBlock {
          Addr1? text41
          Addr2? text41
          Addr3? text41
          Addr4? text41
          Addr5? text41
        }
        shape ShipMethodRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text15
          IsActive? flag
        }
        shape ShipToAddress {
          Name text41
          Addr1? text41
          Addr2? text41
          Addr3? text41
          Addr4? text41 v2.0
          Addr5? text41 v6.0
          City? text31
          State? text21
          PostalCode? text13
          Country? text31
          Note? text41 v6.0
          DefaultShipTo? flag
        }
        shape ShippingLineAdd {
          Amount amount
          AccountRef? =Ref
        }
        shape SickHours {
          HoursAvailable? interval
          AccrualPeriod? enum
          HoursAccrued? interval
          MaximumHours? interval
          IsResettingHoursEachNewYear? flag
          HoursUsed? interval v5.0
          AccrualStartDate? date v5.0
        }
        shape SiteAddress {
          Addr1? text41
          Addr2? text41
          Addr3? text41
          Addr4? text41 v2.0
          Addr5? text41 v6.0
          City? text31
          State? text21
          PostalCode? text13
          Country? text31
        }
        shape StandardTermsRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text31
          IsActive? flag
          StdDueDays? int
          StdDiscountDays? int
          DiscountPct? percent
        }
        shape TimeTrackingRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          TxnDate date
          EntityRef =Ref209
          CustomerRef? =Ref209
          ItemServiceRef? =Ref159
          Rate? price online
          Duration interval
          ClassRef? =Ref159
          PayrollItemWageRef? =Ref31
          Notes? text4095
          BillableStatus? enum v6.0
          ExternalGUID? guid v9.0
        }
        shape ToDoRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Notes text4095
          IsActive? flag
          Type? enum v13.0
          Priority? enum v13.0
          (? v13.0
            CustomerRef? =Ref209
          |
            EmployeeRef? =Ref31
          |
            LeadRef? =Ref209
          |
            VendorRef? =Ref41
          )
          IsDone flag
          ReminderDate date
          ReminderTime? interval v13.0
        }
        shape TotalBalanceFilter {
          Operator enum
          Amount amount
        }
        shape TransferInventoryRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          TxnDate? date
          RefNumber? text11
          FromInventorySiteRef? =Ref31
          ToInventorySiteRef? =Ref31
          Memo? text4095
          ExternalGUID? guid
          TransferInventoryLineRet* {
            TxnLineID id
            ItemRef? =Ref
            FromInventorySiteLocationRef? =Ref31 v12.0
            ToInventorySiteLocationRef? =Ref31 v12.0
            QuantityTransferred? quantity
            (? v11.0
              SerialNumber? text4095
            |
              LotNumber? text40
            )
            ExpirationDateForSerialLotNumber? text1099 v16.0
          }
        }
        shape TransferRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          TxnDate? date
          TransferFromAccountRef? =Ref159
          FromAccountBalance? amount
          TransferToAccountRef? =Ref159
          ToAccountBalance? amount
          ClassRef? =Ref159
          Amount? amount
          Memo? text4095
        }
        shape TxnDateRangeFilter {
          (1
            FromTxnDate? date
            ToTxnDate? date
          |
            DateMacro enum
          )
        }
        shape TxnEventSubscription {
          TxnEventType+ enum
          TxnEventOperation+ enum
        }
        shape TxnLineDetail {
          TxnLineID id
          Amount amount
        }
        shape UIEventSubscriptionRet {
          SubscriberID guid
          TimeCreated time
          TimeLastProcessed? time
          COMCallbackInfo =COMCallbackInfo
          DeliveryPolicy enum
          CompanyFileEventSubscription =CompanyFileEventSubscription
        }
        shape UIExtensionSubscriptionRet {
          SubscriberID guid
          TimeCreated time
          TimeLastProcessed? time
          COMCallbackInfo =COMCallbackInfo
          MenuExtensionSubscription =MenuExtensionSubscription
        }
        shape UnitOfMeasureSetRet {
          ListID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          Name? text31
          IsActive? flag
          UnitOfMeasureType? enum
          BaseUnit? =BaseUnit
          RelatedUnit* =RelatedUnit
          DefaultUnit* =DefaultUnit
        }
        shape VehicleMileageRet {
          TxnID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          VehicleRef? =Ref31
          CustomerRef? =Ref209
          ItemRef? =Ref
          ClassRef? =Ref159
          TripStartDate? date
          TripEndDate? date
          OdometerStart? quantity
          OdometerEnd? quantity
          TotalMiles? quantity
          Notes? text4095
          BillableStatus? enum
          StandardMileageRate? percent
          StandardMileageTotalAmount? amount
          BillableRate? price
          BillableAmount? amount
        }
        shape VehicleRet {
          ListID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          Name? text31
          IsActive? flag
          Desc? text256
        }
        shape VendorCreditRet {
          TxnID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          TxnNumber? int
          VendorRef =Ref41
          APAccountRef? =Ref159 v2.0
          TxnDate date
          CreditAmount amount
          CurrencyRef? =Ref64 v8.0
          ExchangeRate? float v8.0
          CreditAmountInHomeCurrency? amount v8.0
          RefNumber? text20
          Memo? text4095
          IsTaxIncluded? flag v8.0 not:US
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
          ExternalGUID? guid v9.0
          LinkedTxn* =LinkedTxn v2.0
          ExpenseLineRet* =ExpenseLineRet
          (*
            ItemLineRet =ItemLineRet
          |
            ItemGroupLineRet =ItemGroupLineRet
          )
          OpenAmount? amount
          DataExtRet* =DataExtRet v2.0
        }
        shape VendorRet {
          ListID id
          TimeCreated time
          TimeModified time
          EditSequence text16
          Name text41
          IsActive? flag
          ClassRef? =Ref159 v12.0
          IsTaxAgency? flag v6.0 not:US
          CompanyName? text41
          Salutation? text15
          FirstName? text25
          MiddleName? text5
          LastName? text25
          Suffix? text online
          JobTitle? text41 v12.0
          VendorAddress? =ShipAddress
          VendorAddressBlock? =ShipAddressBlock v6.0
          ShipAddress? =ShipAddress v11.0
          Phone? text21
          Mobile? text online
          Pager? text online
          AltPhone? text21
          Fax? text21
          Email? text1023
          Cc? text1023 v12.0
          Contact? text41
          AltContact? text41
          AdditionalContactRef*8 =AdditionalContactRef v12.0
          ContactsRet* =ContactsRet v12.0
          NameOnCheck? text41
          AccountNumber? text99
          Notes? text4095
          AdditionalNotesRet* =AdditionalNotesRet v12.0
          VendorTypeRef? =Ref159
          TermsRef? =Ref31
          CreditLimit? amount
          VendorTaxIdent? text15
          IsVendorEligibleFor1099? flag not:CA,UK
          Balance? amount
          BillingRateRef? =Ref31 v6.0
          ExternalGUID? guid v8.0
          SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
          SalesTaxCountry? enum v8.0 not:US
          IsSalesTaxAgency? flag v8.0 not:US
          SalesTaxReturnRef? =Ref41 v8.0 not:US
          TaxRegistrationNumber? text30 v8.0 not:US
          ReportingPeriod? enum v8.0 not:US
          IsTaxTrackedOnPurchases? flag v8.0 not:US
          TaxOnPurchasesAccountRef? =Ref159 v8.0 not:US
          IsTaxTrackedOnSales? flag v8.0 not:US
          TaxOnSalesAccountRef? =Ref159 v8.0 not:US
          IsTaxOnTax? flag v8.0 not:US
          PrefillAccountRef*3 =Ref159 v8.0
          CurrencyRef? =Ref64 v8.0
          DataExtRet* =DataExtRet v2.0
        }
        shape WorkersCompCodeRet {
          ListID? id
          TimeCreated? time
          TimeModified? time
          EditSequence? text16
          Name? text13
          IsActive? flag
          Desc? text31
          CurrentRate? price
          CurrentEffectiveDate? date
          NextRate? price
          NextEffectiveDate? date
          RateHistory* =RateEntry
        }
        """#
}
