extension Catalog {
    /// The requests that add.
    static let additions = #"""
        request AccountAddRq {
          AccountAdd {
            Name text31
            IsActive? flag
            ParentRef? =Ref
            AccountType enum
            DetailAccountType? enum online
            AccountNumber? text7
            BankNumber? text25
            Desc? text200
            OpenBalance? amount
            OpenBalanceDate? date
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            TaxLineID? int v7.0 not:UK
            CurrencyRef? =Ref64 v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request SpecialAccountAddRq v6.0 {
          SpecialAccountAdd {
            SpecialAccountType enum
            CurrencyRef? =Ref64 v8.0
          }
          IncludeRetElement* text50
        }
        request LeadAddRq v13.0 {
          LeadAdd {
            FullName text41
            Status? enum
            CompanyName? text41
            MainPhone? text21
            AdditionalContactRef*3 =AdditionalContactRef
            Locations* {
              Location text32
              LeadAddress? =LeadAddress
            }
            LeadContacts* {
              Salutation? text15
              FirstName text25
              MiddleName? text5
              LastName? text25
              JobTitle? text41
              AdditionalContactRef*5 =AdditionalContactRef
              IsPrimaryContact? flag
            }
          }
          IncludeRetElement* text50
        }
        request CustomerAddRq {
          CustomerAdd {
            Name text41
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            CompanyName? text41
            Salutation? text15
            FirstName? text25
            MiddleName? text5
            LastName? text25
            Suffix? text online
            JobTitle? text41 v12.0
            BillAddress? =ShipAddress
            ShipAddress? =ShipAddress
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
            Contacts* =Contacts v12.0
            CustomerTypeRef? =Ref159
            TermsRef? =Ref31
            SalesRepRef? =Ref5
            OpenBalance? amount
            OpenBalanceDate? date
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
            Notes? text4095 v3.0
            AdditionalNotes* =AdditionalNotes v12.0
            IsStatementWithParent? flag online
            DeliveryMethod? enum online
            PreferredDeliveryMethod? enum v12.0
            PriceLevelRef? =Ref31 v4.0
            ExternalGUID? guid v8.0
            TaxRegistrationNumber? text30 v8.0 not:US
            CurrencyRef? =Ref64 v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request EmployeeAddRq {
          EmployeeAdd {
            Name? text online
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
            TargetBonus? amount v13.0
            EmployeeAddress? =EmployeeAddress
            PrintAs? text41
            Phone? text21
            Mobile? text21 v2.1
            Pager? text21 v2.1
            PagerPIN? text10 v2.1
            AltPhone? text21
            Fax? text21 v2.1
            SSN? text15
            Email? text1023
            AdditionalContactRef*8 =AdditionalContactRef v12.0
            EmergencyContacts? =EmergencyContacts v13.0 not:CA,UK,AU
            EmployeeType? enum
            PartOrFullTime? enum v13.0
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
            Notes? text4095 v3.0
            AdditionalNotes* =AdditionalNotes v12.0
            BillingRateRef? =Ref31 v6.0
            EmployeePayrollInfo? =EmployeePayrollInfo v2.0
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request OtherNameAddRq {
          OtherNameAdd {
            Name text41
            IsActive? flag
            CompanyName? text41
            Salutation? text15
            FirstName? text25
            MiddleName? text5
            LastName? text25
            OtherNameAddress? =ShipAddress
            Phone? text21
            AltPhone? text21
            Fax? text21
            Email? text1023
            Contact? text41
            AltContact? text41
            AccountNumber? text99
            Notes? text4095 v3.0
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request VendorAddRq {
          VendorAdd {
            Name text41
            IsActive? flag
            ClassRef? =Ref159 v12.0
            CompanyName? text41
            Salutation? text15
            FirstName? text25
            MiddleName? text5
            LastName? text25
            Suffix? text online
            JobTitle? text41 v12.0
            VendorAddress? =ShipAddress
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
            Contacts* =Contacts v12.0
            NameOnCheck? text41
            AccountNumber? text99
            Notes? text4095 v3.0
            AdditionalNotes* =AdditionalNotes v12.0
            VendorTypeRef? =Ref159
            TermsRef? =Ref31
            CreditLimit? amount
            VendorTaxIdent? text15
            IsVendorEligibleFor1099? flag not:CA,UK
            OpenBalance? amount
            OpenBalanceDate? date
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
          }
          IncludeRetElement* text50 v4.0
        }
        request StandardTermsAddRq {
          StandardTermsAdd {
            Name text31
            IsActive? flag
            StdDueDays? int
            StdDiscountDays? int
            DiscountPct? percent
          }
          IncludeRetElement* text50 v4.0
        }
        request DateDrivenTermsAddRq {
          DateDrivenTermsAdd {
            Name text31
            IsActive? flag
            DayOfMonthDue int min1 max31
            DueNextMonthDays? int
            DiscountDayOfMonth? int min1 max31
            DiscountPct? percent
          }
          IncludeRetElement* text50 v4.0
        }
        request ClassAddRq {
          ClassAdd =ClassAdd
          IncludeRetElement* text50 v4.0
        }
        request SalesRepAddRq {
          SalesRepAdd {
            Initial text5
            IsActive? flag
            SalesRepEntityRef =Ref41
          }
          IncludeRetElement* text50 v4.0
        }
        request CustomerTypeAddRq {
          CustomerTypeAdd =ClassAdd
          IncludeRetElement* text50 v4.0
        }
        request VendorTypeAddRq {
          VendorTypeAdd =ClassAdd
          IncludeRetElement* text50 v4.0
        }
        request JobTypeAddRq {
          JobTypeAdd =ClassAdd
          IncludeRetElement* text50 v4.0
        }
        request CustomerMsgAddRq {
          CustomerMsgAdd {
            Name text101
            IsActive? flag
          }
          IncludeRetElement* text50 v4.0
        }
        request PaymentMethodAddRq {
          PaymentMethodAdd {
            Name text31
            IsActive? flag
            PaymentMethodType? enum v7.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ShipMethodAddRq {
          ShipMethodAdd {
            Name text15
            IsActive? flag
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesTaxCodeAddRq {
          SalesTaxCodeAdd {
            Name text(US3,CA3,UK3,AU6)
            IsActive? flag
            IsTaxable flag
            Desc? text31
            ItemPurchaseTaxRef? =Ref31 v6.0 not:US
            ItemSalesTaxRef? =Ref31 v6.0 not:US
          }
          IncludeRetElement* text50 v4.0
        }
        request ToDoAddRq {
          ToDoAdd {
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
            IsDone? flag
            ReminderDate? date
            ReminderTime? interval v13.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemServiceAddRq {
          ItemServiceAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            UnitOfMeasureSetRef? =Ref31 v7.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            (1
              SalesOrPurchase =SalesOrPurchase
            |
              SalesAndPurchase =SalesAndPurchase
            )
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemNonInventoryAddRq {
          ItemNonInventoryAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ParentRef? =Ref
            ClassRef? =Ref159 v12.0
            ManufacturerPartNumber? text31 v7.0
            UnitOfMeasureSetRef? =Ref31 v7.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            (1
              SalesOrPurchase =SalesOrPurchase
            |
              SalesAndPurchase =SalesAndPurchase
            )
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemOtherChargeAddRq {
          ItemOtherChargeAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            (1
              SalesOrPurchase =SalesOrPurchase
            |
              SalesAndPurchase =SalesAndPurchase
            )
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemInventoryAddRq {
          ItemInventoryAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
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
            TotalValue? amount
            InventoryDate? date
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemInventoryAssemblyAddRq v2.0 {
          ItemInventoryAssemblyAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
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
            TotalValue? amount
            InventoryDate? date
            ExternalGUID? guid v8.0
            ItemInventoryAssemblyLine* =ItemInventoryAssemblyLine
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemFixedAssetAddRq v3.0 {
          ItemFixedAssetAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
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
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemSubtotalAddRq {
          ItemSubtotalAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ItemDesc? text4095
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemDiscountAddRq {
          ItemDiscountAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            ItemDesc? text4095
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            (?
              DiscountRate price
            |
              DiscountRatePercent percent
            )
            AccountRef? =Ref159
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemPaymentAddRq {
          ItemPaymentAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ItemDesc? text4095
            DepositToAccountRef? =Ref159
            PaymentMethodRef? =Ref31
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemSalesTaxAddRq {
          ItemSalesTaxAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ItemDesc? text4095
            TaxRate? percent
            TaxVendorRef? =Ref41
            SalesTaxReturnLineRef? =Ref91 v8.0 not:US
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemSalesTaxGroupAddRq {
          ItemSalesTaxGroupAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ItemDesc? text4095
            ExternalGUID? guid v8.0
            ItemSalesTaxRef+ =Ref31
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemGroupAddRq {
          ItemGroupAdd {
            Name text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ItemDesc? text4095
            UnitOfMeasureSetRef? =Ref31 v7.0
            IsPrintItemsInGroup? flag
            ExternalGUID? guid v8.0
            ItemGroupLine* =ItemGroupLine
          }
          IncludeRetElement* text50 v4.0
        }
        request SpecialItemAddRq v6.0 {
          SpecialItemAdd {
            SpecialItemType enum
            BarCode? =BarCode v12.0 not:AU
            ExternalGUID? guid v8.0
          }
          IncludeRetElement* text50
        }
        request PayrollItemWageAddRq v2.0 {
          PayrollItemWageAdd {
            Name text31
            IsActive? flag
            WageType enum
            ExpenseAccountRef =Ref159
          }
          IncludeRetElement* text50 v4.0
        }
        request PriceLevelAddRq v4.0 {
          PriceLevelAdd {
            Name text31
            IsActive? flag
            (1
              PriceLevelFixedPercentage percent
            |
              PriceLevelPerItem* =PriceLevelPerItem
              CurrencyRef? =Ref64 v8.0
            )
          }
          IncludeRetElement* text50
        }
        request BillingRateAddRq v6.0 {
          BillingRateAdd {
            Name text31
            (1
              FixedBillingRate price
            |
              BillingRatePerItem+ {
                ItemRef =Ref
                (1
                  (1
                    CustomRate price
                  |
                    CustomRatePercent percent
                  )
                |
                  AdjustPercentage percent
                  AdjustBillingRateRelativeTo enum
                )
              }
            )
          }
          IncludeRetElement* text50
        }
        request VehicleAddRq v6.0 {
          VehicleAdd {
            Name text31
            IsActive? flag
            Desc? text256
          }
          IncludeRetElement* text50
        }
        request UnitOfMeasureSetAddRq v7.0 {
          UnitOfMeasureSetAdd {
            Name text31
            IsActive? flag
            UnitOfMeasureType enum
            BaseUnit =BaseUnit
            RelatedUnit* =RelatedUnit
            DefaultUnit* =DefaultUnit
          }
          IncludeRetElement* text50
        }
        request WorkersCompCodeAddRq v7.0 not:CA,UK {
          WorkersCompCodeAdd {
            Name text13
            IsActive? flag
            Desc? text31
            RateEntry+ =RateEntry
          }
          IncludeRetElement* text50
        }
        request CurrencyAddRq v8.0 {
          CurrencyAdd {
            Name text64
            IsActive? flag
            CurrencyCode text3
            CurrencyFormat? =CurrencyFormat
          }
          IncludeRetElement* text50 v4.0
        }
        request InventorySiteAddRq v10.0 not:AU {
          InventorySiteAdd {
            Name text31
            IsActive? flag
            ParentSiteRef? =Ref31 v12.0
            SiteDesc? text100
            Contact? text41
            Phone? text21
            Fax? text21
            Email? text1023
            SiteAddress? =SiteAddress
          }
          IncludeRetElement* text50 v4.0
        }
        request InvoiceAddRq {
          InvoiceAdd @defMacro {
            CustomerRef =Ref209
            ClassRef? =Ref159
            ARAccountRef? =Ref159
            TemplateRef? =Ref31 v3.0
            TxnDate? date
            RefNumber? text11
            BillAddress? =ShipAddress
            ShipAddress? =ShipAddress
            IsPending? flag
            IsFinanceCharge? flag v8.0
            PONumber? text25
            TermsRef? =Ref31
            DueDate? date
            SalesRepRef? =Ref5
            FOB? text13
            ShipDate? date
            ShipMethodRef? =Ref15
            ItemSalesTaxRef? =Ref31
            Memo? text4095
            CustomerMsgRef? =Ref101
            IsToBePrinted? flag
            IsToBeEmailed? flag v6.0
            IsTaxIncluded? flag v6.0 not:US
            CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            Other? text29 v6.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            LinkToTxnID* id v6.0
            SetCredit* =SetCredit v10.0
            (*
              InvoiceLineAdd @defMacro {
                ItemRef? =Ref
                Desc? text4095
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
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
                IsTaxable? flag v4.0 online
                OverrideItemAccountRef? =Ref159 v2.0
                Other1? text29 v6.0
                Other2? text29 v6.0
                LinkToTxn? =LinkToTxn v6.0
                DataExt* =DataExt v5.0
              }
            |
              InvoiceLineGroupAdd =CreditMemoLineGroupAdd
            )
            DiscountLineAdd? =DiscountLineAdd v4.0 online
            SalesTaxLineAdd? =SalesTaxLineAdd v4.0 online
            ShippingLineAdd? =ShippingLineAdd v4.0 online
          }
          IncludeRetElement* text50 v4.0
        }
        request EstimateAddRq {
          EstimateAdd @defMacro {
            CustomerRef =Ref209
            ClassRef? =Ref159
            TemplateRef? =Ref31 v3.0
            TxnDate? date
            RefNumber? text11
            BillAddress? =ShipAddress
            ShipAddress? =ShipAddress v7.0
            IsActive? flag v3.0
            PONumber? text25
            TermsRef? =Ref31
            DueDate? date
            SalesRepRef? =Ref5
            FOB? text13
            ItemSalesTaxRef? =Ref31
            Memo? text4095
            CustomerMsgRef? =Ref101
            IsToBeEmailed? flag v6.0
            IsTaxIncluded? flag v6.0 not:US
            CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            Other? text29 v6.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            (+
              EstimateLineAdd {
                ItemRef? =Ref
                Desc? text4095
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
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
                OverrideItemAccountRef? =Ref159 v2.0
                Other1? text29 v6.0
                Other2? text29 v6.0
                DataExt* =DataExt v5.0
              }
            |
              EstimateLineGroupAdd =EstimateLineGroupAdd
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesOrderAddRq v2.1 {
          SalesOrderAdd @defMacro {
            CustomerRef =Ref209
            ClassRef? =Ref159
            TemplateRef? =Ref31 v3.0
            TxnDate? date
            RefNumber? text11
            BillAddress? =ShipAddress
            ShipAddress? =ShipAddress
            PONumber? text25
            TermsRef? =Ref31
            DueDate? date
            SalesRepRef? =Ref5
            FOB? text13
            ShipDate? date
            ShipMethodRef? =Ref15
            ItemSalesTaxRef? =Ref31
            IsManuallyClosed? flag
            Memo? text4095
            CustomerMsgRef? =Ref101
            IsToBePrinted? flag
            IsToBeEmailed? flag v6.0
            IsTaxIncluded? flag v6.0 not:US
            CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            Other? text29 v6.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            (+
              SalesOrderLineAdd {
                ItemRef? =Ref
                Desc? text4095
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
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
                DataExt* =DataExt v5.0
              }
            |
              SalesOrderLineGroupAdd =EstimateLineGroupAdd
            )
            SOChannel? enum v15.0
            StoreName? text v15.0
            StoreType? text v15.0
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesReceiptAddRq {
          SalesReceiptAdd @defMacro {
            CustomerRef? =Ref209
            ClassRef? =Ref159
            TemplateRef? =Ref31 v3.0
            TxnDate? date
            RefNumber? text11
            BillAddress? =ShipAddress
            ShipAddress? =ShipAddress
            IsPending? flag
            CheckNumber? text25
            PaymentMethodRef? =Ref31
            DueDate? date
            SalesRepRef? =Ref5
            ShipDate? date
            ShipMethodRef? =Ref15
            FOB? text13
            ItemSalesTaxRef? =Ref31
            Memo? text4095
            CustomerMsgRef? =Ref101
            IsToBePrinted? flag
            IsToBeEmailed? flag v6.0
            IsTaxIncluded? flag v6.0 not:US
            CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            DepositToAccountRef? =Ref159
            CreditCardTxnInfo? =CreditCardTxnInfo v4.1
            Other? text29 v6.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            (+
              SalesReceiptLineAdd @defMacro {
                ItemRef? =Ref
                Desc? text4095
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
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
                IsTaxable? flag v4.0 online
                OverrideItemAccountRef? =Ref159 v2.0
                Other1? text29 v6.0
                Other2? text29 v6.0
                CreditCardTxnInfo? =CreditCardTxnInfo v7.0
                DataExt* =DataExt v5.0
              }
            |
              SalesReceiptLineGroupAdd =CreditMemoLineGroupAdd
            )
            DiscountLineAdd? =DiscountLineAdd v4.0 online
            SalesTaxLineAdd? =SalesTaxLineAdd v4.0 online
            ShippingLineAdd? =ShippingLineAdd v4.0 online
          }
          IncludeRetElement* text50 v4.0
        }
        request CreditMemoAddRq {
          CreditMemoAdd @defMacro {
            CustomerRef =Ref209
            ClassRef? =Ref159
            ARAccountRef? =Ref159
            TemplateRef? =Ref31 v3.0
            TxnDate? date
            RefNumber? text11
            BillAddress? =ShipAddress
            ShipAddress? =ShipAddress
            IsPending? flag
            PONumber? text25
            TermsRef? =Ref31
            DueDate? date
            SalesRepRef? =Ref5
            FOB? text13
            ShipDate? date
            ShipMethodRef? =Ref15
            ItemSalesTaxRef? =Ref31
            Memo? text4095
            CustomerMsgRef? =Ref101
            IsToBePrinted? flag
            IsToBeEmailed? flag v6.0
            IsTaxIncluded? flag v6.0 not:US
            CustomerSalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            Other? text29 v6.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            (+
              CreditMemoLineAdd @defMacro {
                ItemRef? =Ref
                Desc? text4095
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
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
                IsTaxable? flag v4.0 online
                OverrideItemAccountRef? =Ref159 v2.0
                Other1? text29 v6.0
                Other2? text29 v6.0
                CreditCardTxnInfo? =CreditCardTxnInfo v7.0
                DataExt* =DataExt v5.0
              }
            |
              CreditMemoLineGroupAdd =CreditMemoLineGroupAdd
            )
            DiscountLineAdd? =DiscountLineAdd v4.0 online
            SalesTaxLineAdd? =SalesTaxLineAdd v4.0 online
            ShippingLineAdd? =ShippingLineAdd v4.0 online
          }
          IncludeRetElement* text50 v4.0
        }
        request ReceivePaymentAddRq v1.1 {
          ReceivePaymentAdd @defMacro {
            CustomerRef =Ref209
            ARAccountRef? =Ref159
            TxnDate? date
            RefNumber? text20
            TotalAmount? amount
            ExchangeRate? float v8.0
            PaymentMethodRef? =Ref31
            Memo? text4095
            DepositToAccountRef? =Ref159
            CreditCardTxnInfo? =CreditCardTxnInfo v4.1
            ExternalGUID? guid v9.0
            (1
              IsAutoApply flag
            |
              AppliedToTxnAdd+ =AppliedToTxnAdd
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ChargeAddRq v2.0 {
          ChargeAdd @defMacro {
            CustomerRef =Ref209
            TxnDate? date
            RefNumber? text11
            ItemRef? =Ref
            InventorySiteRef? =Ref31 v10.0 not:AU
            InventorySiteLocationRef? =Ref31 v12.0 not:AU
            Quantity? quantity
            UnitOfMeasure? text31 v7.0
            Rate? price
            OptionForPriceRuleConflict? enum v13.0
            Amount? amount
            Desc? text4095
            ARAccountRef? =Ref159
            ClassRef? =Ref159
            BilledDate? date
            DueDate? date
            OverrideItemAccountRef? =Ref159 v3.0
            ExternalGUID? guid v9.0
          }
          IncludeRetElement* text50 v4.0
        }
        request PurchaseOrderAddRq {
          PurchaseOrderAdd @defMacro {
            VendorRef? =Ref41
            ClassRef? =Ref159
            (?
              InventorySiteRef? =Ref31 v10.0 not:AU
            |
              ShipToEntityRef? =Ref209
            )
            TemplateRef? =Ref31 v3.0
            TxnDate? date
            RefNumber? text11
            VendorAddress? =ShipAddress
            ShipAddress? =ShipAddress
            TermsRef? =Ref31
            DueDate? date
            ExpectedDate? date
            ShipMethodRef? =Ref15
            FOB? text13
            Memo? text4095
            VendorMsg? text99
            IsToBePrinted? flag
            IsToBeEmailed? flag v6.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            Other1? text25 v6.0
            Other2? text29 v6.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            (+
              PurchaseOrderLineAdd @defMacro {
                ItemRef? =Ref
                ManufacturerPartNumber? text31 v7.0
                Desc? text4095
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                Rate? price
                ClassRef? =Ref159
                Amount? amount
                TaxAmount? amount v6.1 not:US,CA,UK
                InventorySiteLocationRef? =Ref31 v12.0 not:AU
                CustomerRef? =Ref209
                ServiceDate? date
                SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
                OverrideItemAccountRef? =Ref159 v2.0
                Other1? text29 v6.0
                Other2? text29 v6.0
                DataExt* =DataExt v5.0
              }
            |
              PurchaseOrderLineGroupAdd {
                ItemGroupRef =Ref31
                Desc? text online
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                ServiceDate? date online
                InventorySiteLocationRef? =Ref31 v12.0 not:AU
                DataExt* =DataExt v5.0
              }
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request BillAddRq {
          BillAdd @defMacro {
            VendorRef =Ref41
            VendorAddress? =ShipAddress v13.0
            APAccountRef? =Ref159 v2.0
            TxnDate? date
            DueDate? date
            RefNumber? text20
            TermsRef? =Ref31
            Memo? text4095
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            LinkToTxnID* id v4.0
            ExpenseLineAdd* =ExpenseLineAdd @defMacro
            (*
              ItemLineAdd =ItemLineAdd
            |
              ItemGroupLineAdd =ItemGroupLineAdd
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemReceiptAddRq v4.0 {
          ItemReceiptAdd @defMacro {
            VendorRef =Ref41
            APAccountRef? =Ref159
            TxnDate? date
            RefNumber? text20
            Memo? text4095
            IsTaxIncluded? flag v8.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            LinkToTxnID* id
            ExpenseLineAdd* =ExpenseLineAdd @defMacro
            (*
              ItemLineAdd =ItemLineAdd
            |
              ItemGroupLineAdd =ItemGroupLineAdd
            )
          }
          IncludeRetElement* text50
        }
        request VendorCreditAddRq {
          VendorCreditAdd @defMacro {
            VendorRef =Ref41
            APAccountRef? =Ref159 v2.0
            TxnDate? date
            RefNumber? text20
            Memo? text4095
            IsTaxIncluded? flag v8.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            ExpenseLineAdd* =ExpenseLineAdd @defMacro
            (*
              ItemLineAdd =ItemLineAdd.2
            |
              ItemGroupLineAdd =ItemGroupLineAdd
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request BillPaymentCheckAddRq v2.0 {
          BillPaymentCheckAdd @defMacro {
            PayeeEntityRef =Ref209
            APAccountRef? =Ref159
            TxnDate? date
            BankAccountRef =Ref159
            (1
              IsToBePrinted flag
            |
              RefNumber text11
            )
            Memo? text4095 v3.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            AppliedToTxnAdd+ =AppliedToTxnAdd
          }
          IncludeRetElement* text50 v4.0
        }
        request BillPaymentCreditCardAddRq v2.0 {
          BillPaymentCreditCardAdd @defMacro {
            PayeeEntityRef =Ref209
            APAccountRef? =Ref159
            TxnDate? date
            CreditCardAccountRef =Ref159
            RefNumber? text11
            Memo? text4095 v3.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            AppliedToTxnAdd+ =AppliedToTxnAdd
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesTaxPaymentCheckAddRq v9.0 not:CA,UK {
          SalesTaxPaymentCheckAdd @defMacro {
            PayeeEntityRef =Ref209
            TxnDate date
            BankAccountRef =Ref159
            (1
              IsToBePrinted flag
            |
              RefNumber text
            )
            Memo? text4095 v12.0
            Address? =ShipAddress v12.0
            ExternalGUID? guid v9.0
            SalesTaxPaymentCheckLineAdd+ =SalesTaxPayableLineRet
          }
          IncludeRetElement* text50 v4.0
        }
        request InventoryAdjustmentAddRq v2.0 {
          InventoryAdjustmentAdd @defMacro {
            AccountRef =Ref159
            TxnDate? date
            RefNumber? text11
            InventorySiteRef? =Ref31 v10.0 not:AU
            CustomerRef? =Ref209
            ClassRef? =Ref159
            Memo? text4095
            ExternalGUID? guid v9.0
            InventoryAdjustmentLineAdd+ {
              ItemRef =Ref
              (1
                QuantityAdjustment {
                  (1
                    NewQuantity quantity
                  |
                    QuantityDifference quantity
                  )
                  (? v11.0
                    SerialNumber? text4095 not:AU
                  |
                    LotNumber? text40 not:AU
                  )
                  ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
                  InventorySiteLocationRef? =Ref31 v12.0 not:AU
                }
              |
                ValueAdjustment {
                  (1
                    NewQuantity? quantity
                  |
                    QuantityDifference quantity v10.0
                  )
                  (?
                    NewValue amount
                  |
                    ValueDifference amount v10.0
                  )
                }
              |
                SerialNumberAdjustment v11.0 not:AU {
                  (1
                    AddSerialNumber? text4095
                  |
                    RemoveSerialNumber? text4095
                  )
                  ExpirationDateForSerialLotNumber? text1099 v16.0
                  InventorySiteLocationRef? =Ref31 v12.0
                }
              |
                LotNumberAdjustment v11.0 not:AU {
                  LotNumber? text40
                  CountAdjustment? int
                  ExpirationDateForSerialLotNumber? text1099 v16.0
                  InventorySiteLocationRef? =Ref31 v12.0
                }
              )
            }
          }
          IncludeRetElement* text50 v4.0
        }
        request TimeTrackingAddRq {
          TimeTrackingAdd @defMacro {
            TxnDate? date
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
          IncludeRetElement* text50 v4.0
        }
        request CheckAddRq {
          CheckAdd @defMacro {
            AccountRef =Ref159
            PayeeEntityRef? =Ref209
            RefNumber? text11
            TxnDate? date
            Memo? text4095
            Address? =ShipAddress
            IsToBePrinted? flag
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            ApplyCheckToTxnAdd* =ApplyCheckToTxnAdd v7.0
            ExpenseLineAdd* =ExpenseLineAdd @defMacro
            (*
              ItemLineAdd =ItemLineAdd.2
            |
              ItemGroupLineAdd =ItemGroupLineAdd
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request CreditCardChargeAddRq {
          CreditCardChargeAdd @defMacro {
            AccountRef =Ref159
            PayeeEntityRef? =Ref209
            TxnDate? date
            RefNumber? text11
            Memo? text4095
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            ExpenseLineAdd* =ExpenseLineAdd @defMacro
            (*
              ItemLineAdd =ItemLineAdd.2
            |
              ItemGroupLineAdd =ItemGroupLineAdd
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request CreditCardCreditAddRq {
          CreditCardCreditAdd @defMacro {
            AccountRef =Ref159
            PayeeEntityRef? =Ref209
            TxnDate? date
            RefNumber? text11
            Memo? text4095
            IsTaxIncluded? flag v8.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            ExpenseLineAdd* =ExpenseLineAdd @defMacro
            (*
              ItemLineAdd =ItemLineAdd.2
            |
              ItemGroupLineAdd =ItemGroupLineAdd
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request JournalEntryAddRq {
          JournalEntryAdd @defMacro {
            TxnDate? date
            RefNumber? text11
            Memo? text online
            IsAdjustment? flag v3.0
            (? v8.0
              IsHomeCurrencyAdjustment flag v8.0
            |
              IsAmountsEnteredInHomeCurrency? flag v8.0
              CurrencyRef? =Ref64 v8.0
              ExchangeRate? float v8.0
            )
            ExternalGUID? guid v9.0
            (+
              JournalDebitLine =JournalCreditLine @defMacro
            |
              JournalCreditLine =JournalCreditLine @defMacro
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request DepositAddRq v2.0 {
          DepositAdd @defMacro {
            TxnDate? date
            DepositToAccountRef =Ref159
            Memo? text4095
            CashBackInfoAdd? @defMacro {
              AccountRef =Ref159
              Memo? text4095
              Amount? amount
            }
            CurrencyRef? =Ref64 v8.0
            ExchangeRate? float v8.0
            ExternalGUID? guid v9.0
            DepositLineAdd* @defMacro {
              (1
                PaymentTxnID id macro
                PaymentTxnLineID? id macro
                OverrideMemo? text4095
                OverrideCheckNumber? text11
                OverrideClassRef? =Ref159
              |
                EntityRef? =Ref209
                AccountRef =Ref159
                Memo? text4095
                CheckNumber? text11
                PaymentMethodRef? =Ref31
                ClassRef? =Ref159
                Amount? amount
              )
            }
          }
          IncludeRetElement* text50 v4.0
        }
        request ListDisplayAddRq v3.0 {
          ListDisplayAddType enum
        }
        request TxnDisplayAddRq v3.0 {
          TxnDisplayAddType enum
          EntityRef? =Ref209 v4.0
        }
        request BuildAssemblyAddRq v5.0 {
          BuildAssemblyAdd @defMacro {
            ItemInventoryAssemblyRef =Ref159
            InventorySiteRef? =Ref31 v10.0 not:AU
            InventorySiteLocationRef? =Ref31 v12.0 not:AU
            (? v11.0
              SerialNumber? text4095 not:AU
            |
              LotNumber? text40 not:AU
            )
            ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
            TxnDate? date
            RefNumber? text11
            Memo? text4095
            QuantityToBuild quantity
            MarkPendingIfRequired? flag v7.0
            ExternalGUID? guid v9.0
          }
          IncludeRetElement* text50
        }
        request ARRefundCreditCardAddRq v5.0 {
          ARRefundCreditCardAdd @defMacro {
            CustomerRef =Ref209
            RefundFromAccountRef? =Ref159
            ARAccountRef? =Ref159
            TxnDate? date
            RefNumber? text11
            Address? =ShipAddress
            PaymentMethodRef? =Ref31
            Memo? text4095
            CreditCardTxnInfo? =CreditCardTxnInfo
            ExchangeRate? float v9.0
            ExternalGUID? guid v9.0
            RefundAppliedToTxnAdd+ {
              TxnID id macro
              RefundAmount amount
            }
          }
          IncludeRetElement* text50
        }
        request VehicleMileageAddRq v6.0 {
          VehicleMileageAdd @defMacro {
            VehicleRef =Ref31
            CustomerRef? =Ref209
            ItemRef? =Ref
            ClassRef? =Ref159
            TripStartDate? date
            TripEndDate? date
            (1
              OdometerStart quantity
              OdometerEnd quantity
            |
              TotalMiles quantity
            )
            Notes? text4095
            BillableStatus? enum
          }
          IncludeRetElement* text50
        }
        request TransferInventoryAddRq v10.0 not:AU {
          TransferInventoryAdd @defMacro {
            TxnDate? date
            RefNumber? text11
            FromInventorySiteRef =Ref31
            ToInventorySiteRef =Ref31
            Memo? text4095
            ExternalGUID? guid
            TransferInventoryLineAdd* @defMacro {
              ItemRef? =Ref
              FromInventorySiteLocationRef? =Ref31 v12.0
              ToInventorySiteLocationRef? =Ref31 v12.0
              QuantityToTransfer? quantity
              (? v11.0
                SerialNumber? text4095
              |
                LotNumber? text40
              )
            }
          }
          IncludeRetElement* text50
        }
        request TransferAddRq v12.0 {
          TransferAdd @defMacro {
            TxnDate? date
            TransferFromAccountRef? =Ref159
            TransferToAccountRef? =Ref159
            ClassRef? =Ref159
            Amount? amount
            Memo? text4095
          }
          IncludeRetElement* text50
        }
        request DataExtDefAddRq v2.0 {
          DataExtDefAdd {
            OwnerID guid
            DataExtName text31
            DataExtType enum
            AssignToObject* enum
            DataExtListRequire? flag v12.0
            DataExtTxnRequire? flag v12.0
            DataExtFormatString? text v12.0
          }
          IncludeRetElement* text50 v4.0
        }
        request DataExtAddRq v2.0 {
          DataExtAdd {
            OwnerID guid
            DataExtName text31
            (1
              ListDataExtType enum
              ListObjRef =Ref159
            |
              TxnDataExtType enum
              TxnID id macro
              TxnLineID? id v3.0
            |
              OtherDataExtType enum
            )
            DataExtValue text
          }
        }
        request DataEventSubscriptionAddRq subscription v3.0 {
          DataEventSubscriptionAdd {
            SubscriberID guid
            COMCallbackInfo =COMCallbackInfo
            DeliveryPolicy enum
            TrackLostEvents? enum
            DeliverOwnEvents? flag v4.0
            ListEventSubscription* =ListEventSubscription
            TxnEventSubscription* =TxnEventSubscription
          }
        }
        request UIEventSubscriptionAddRq subscription v3.0 {
          UIEventSubscriptionAdd {
            SubscriberID guid
            COMCallbackInfo =COMCallbackInfo
            DeliveryPolicy enum
            CompanyFileEventSubscription =CompanyFileEventSubscription
          }
        }
        request UIExtensionSubscriptionAddRq subscription v3.0 {
          UIExtensionSubscriptionAdd {
            SubscriberID guid
            COMCallbackInfo =COMCallbackInfo
            MenuExtensionSubscription =MenuExtensionSubscription
          }
        }
        """#
}
