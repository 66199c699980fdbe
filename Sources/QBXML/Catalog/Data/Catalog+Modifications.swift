extension Catalog {
    /// The requests that change.
    static let modifications = #"""
        request AccountModRq v6.0 {
          AccountMod {
            ListID id
            EditSequence text16
            Name? text31
            IsActive? flag
            ParentRef? =Ref
            AccountType? enum
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
        request LeadModRq v13.0 {
          LeadMod {
            ListID id
            EditSequence text16
            FullName text41
            Status? enum
            CompanyName? text41
            MainPhone? text21
            AdditionalContactRef*3 =AdditionalContactRef
            LocationsMod* {
              LocationID int
              Location text32
              LeadAddress? =LeadAddress
            }
            LeadContactsMod* {
              LeadContactID? int
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
        request CustomerModRq {
          CustomerMod {
            ListID id
            EditSequence text16
            Name? text41
            IsActive? flag v3.0
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref v3.0
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
            ContactsMod* =ContactsMod v12.0
            CustomerTypeRef? =Ref159 v3.0
            TermsRef? =Ref31 v3.0
            SalesRepRef? =Ref5 v3.0
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6 v3.0
            ItemSalesTaxRef? =Ref31 v3.0 not:CA,UK
            SalesTaxCountry? enum v6.0 not:US
            ResaleNumber? text(US15,CA21,UK21,AU21) v3.0
            AccountNumber? text99
            CreditLimit? amount v3.0
            PreferredPaymentMethodRef? =Ref31 v3.0
            CreditCardInfo? =CreditCardInfo v3.0
            JobStatus? enum v3.0
            JobStartDate? date v3.0
            JobProjectedEndDate? date v3.0
            JobEndDate? date v3.0
            JobDesc? text99 v3.0
            JobTypeRef? =Ref159 v3.0
            Notes? text4095 v3.0
            AdditionalNotesMod* =AdditionalNotesMod v12.0
            IsStatementWithParent? flag v3.0 online
            DeliveryMethod? enum v3.0 online
            PreferredDeliveryMethod? enum v12.0
            PriceLevelRef? =Ref31 v4.0
            TaxRegistrationNumber? text30 v8.0 not:US
            CurrencyRef? =Ref64 v8.0
          }
          IncludeRetElement* text50 v4.0
        }
        request EmployeeModRq {
          EmployeeMod {
            ListID id
            EditSequence text16
            Name? text online
            IsActive? flag v3.0
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
            Email? text1023
            AdditionalContactRef*8 =AdditionalContactRef v12.0
            EmergencyContacts? =EmergencyContacts v13.0 not:CA,UK,AU
            EmployeeType? enum v5.0
            PartOrFullTime? enum v13.0 not:CA,UK,AU
            Exempt? enum v13.0 not:CA,UK,AU
            KeyEmployee? enum v13.0 not:CA,UK,AU
            HiredDate? date v5.0
            OriginalHireDate? date v13.0 not:CA,UK,AU
            AdjustedServiceDate? date v13.0 not:CA,UK,AU
            ReleasedDate? date v5.0
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
            AdditionalNotesMod* =AdditionalNotesMod v12.0
            BillingRateRef? =Ref31 v6.0
            EmployeePayrollInfoMod? =EmployeePayrollInfo v2.0
          }
          IncludeRetElement* text50 v4.0
        }
        request OtherNameModRq {
          OtherNameMod {
            ListID id
            EditSequence text16
            Name? text41
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
          }
          IncludeRetElement* text50 v4.0
        }
        request VendorModRq {
          VendorMod {
            ListID id
            EditSequence text16
            Name? text41
            IsActive? flag v3.0
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
            ContactsMod* =ContactsMod v12.0
            NameOnCheck? text41
            AccountNumber? text99
            Notes? text4095 v3.0
            AdditionalNotesMod* =AdditionalNotesMod v12.0
            VendorTypeRef? =Ref159 v3.0
            TermsRef? =Ref31 v3.0
            CreditLimit? amount v3.0
            VendorTaxIdent? text15 v3.0
            IsVendorEligibleFor1099? flag v3.0 not:CA,UK
            BillingRateRef? =Ref31 v6.0
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
        request ClassModRq v8.0 {
          ClassMod {
            ListID id
            EditSequence text16
            Name? text31
            IsActive? flag
            ParentRef? =Ref
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesRepModRq v3.0 {
          SalesRepMod {
            ListID id
            EditSequence text16
            Initial? text5
            IsActive? flag
            SalesRepEntityRef? =Ref41
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesTaxCodeModRq v8.0 {
          SalesTaxCodeMod {
            ListID id
            EditSequence text16
            Name? text(US3,CA3,UK3,AU6)
            IsActive? flag
            IsTaxable? flag
            Desc? text31
            ItemPurchaseTaxRef? =Ref31 v6.0 not:US
            ItemSalesTaxRef? =Ref31 v6.0 not:US
          }
          IncludeRetElement* text50 v4.0
        }
        request ToDoModRq v9.0 {
          ToDoMod {
            ListID id
            EditSequence text16
            Notes? text4095
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
        request ItemServiceModRq {
          ItemServiceMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            UnitOfMeasureSetRef? =Ref31 v7.0
            ForceUOMChange? flag v7.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            (?
              SalesOrPurchaseMod =SalesOrPurchaseMod
            |
              SalesAndPurchaseMod =SalesAndPurchaseMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemNonInventoryModRq {
          ItemNonInventoryMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            ManufacturerPartNumber? text31 v7.0
            UnitOfMeasureSetRef? =Ref31 v7.0
            ForceUOMChange? flag v7.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            (?
              SalesOrPurchaseMod =SalesOrPurchaseMod
            |
              SalesAndPurchaseMod =SalesAndPurchaseMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemOtherChargeModRq v3.0 {
          ItemOtherChargeMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            (?
              SalesOrPurchaseMod =SalesOrPurchaseMod
            |
              SalesAndPurchaseMod =SalesAndPurchaseMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemInventoryModRq {
          ItemInventoryMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            ManufacturerPartNumber? text31 v7.0
            UnitOfMeasureSetRef? =Ref31 v7.0
            ForceUOMChange? flag v7.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            SalesDesc? text4095
            SalesPrice? price
            IncomeAccountRef? =Ref159 v7.0
            ApplyIncomeAccountRefToExistingTxns? flag v7.0
            PurchaseDesc? text4095
            PurchaseCost? price
            PurchaseTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            COGSAccountRef? =Ref159
            ApplyCOGSAccountRefToExistingTxns? flag v8.0
            PrefVendorRef? =Ref41
            AssetAccountRef? =Ref159
            ReorderPoint? quantity
            Max? quantity v13.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemInventoryAssemblyModRq v3.0 {
          ItemInventoryAssemblyMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ParentRef? =Ref
            ManufacturerPartNumber? text31 v12.0
            UnitOfMeasureSetRef? =Ref31 v7.0
            ForceUOMChange? flag v7.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.US3.CA3.UK3.AU6
            SalesDesc? text4095
            SalesPrice? price
            IncomeAccountRef? =Ref159 v7.0
            ApplyIncomeAccountRefToExistingTxns? flag v7.0
            PurchaseDesc? text4095
            PurchaseCost? price
            PurchaseTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            COGSAccountRef? =Ref159
            PrefVendorRef? =Ref41
            AssetAccountRef? =Ref159
            BuildPoint? quantity
            Max? quantity v13.0
            (?
              ClearItemsInGroup flag
            |
              ItemInventoryAssemblyLine+ =ItemInventoryAssemblyLine
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemFixedAssetModRq v3.0 {
          ItemFixedAssetMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            AcquiredAs? enum
            PurchaseDesc? text50
            PurchaseDate? date
            PurchaseCost? price
            VendorOrPayeeName? text50
            AssetAccountRef? =Ref159
            FixedAssetSalesInfoMod? {
              SalesDesc? text50
              SalesDate? date
              SalesPrice? price
              SalesExpense? price
            }
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
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemSubtotalModRq v3.0 {
          ItemSubtotalMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ItemDesc? text4095
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemDiscountModRq v3.0 {
          ItemDiscountMod {
            ListID id
            EditSequence text16
            Name? text31
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
            AccountRef? =Ref159 v7.0
            ApplyAccountRefToExistingTxns? flag v7.0
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemPaymentModRq v3.0 {
          ItemPaymentMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ItemDesc? text4095
            DepositToAccountRef? =Ref159
            PaymentMethodRef? =Ref31
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemSalesTaxModRq v3.0 {
          ItemSalesTaxMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ClassRef? =Ref159 v12.0
            ItemDesc? text4095
            TaxRate? percent
            TaxVendorRef? =Ref41
            SalesTaxReturnLineRef? =Ref91 v8.0 not:US
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemSalesTaxGroupModRq v3.0 {
          ItemSalesTaxGroupMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ItemDesc? text4095
            ItemSalesTaxRef* =Ref31
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemGroupModRq v3.0 {
          ItemGroupMod {
            ListID id
            EditSequence text16
            Name? text31
            BarCode? =BarCode v12.0 not:AU
            IsActive? flag
            ItemDesc? text4095
            UnitOfMeasureSetRef? =Ref31 v7.0
            ForceUOMChange? flag v7.0
            IsPrintItemsInGroup? flag
            (?
              ClearItemsInGroup flag
            |
              ItemGroupLine+ =ItemGroupLine
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request PriceLevelModRq v4.0 {
          PriceLevelMod {
            ListID id
            EditSequence text16
            Name? text31
            IsActive? flag
            (?
              PriceLevelFixedPercentage percent
            |
              PriceLevelPerItem* =PriceLevelPerItem
              CurrencyRef? =Ref64 v8.0
            )
          }
          IncludeRetElement* text50
        }
        request VehicleModRq v6.0 {
          VehicleMod {
            ListID id
            EditSequence text16
            Name? text31
            IsActive? flag
            Desc? text256
          }
          IncludeRetElement* text50
        }
        request WorkersCompCodeModRq v7.0 not:CA,UK {
          WorkersCompCodeMod {
            ListID id
            EditSequence text16
            Name? text13
            IsActive? flag
            Desc? text31
            RateEntry* =RateEntry
          }
          IncludeRetElement* text50
        }
        request Form1099CategoryAccountMappingModRq v8.0 not:CA,UK {
          Form1099CategoryAccountMappingMod {
            IsFiling1099Misc? flag
            FormType? text v14.0
            CategoryAccountMappingMod* {
              MappingCategory enum
              MappingAccount* {
                AccountRef =Ref159
                ForceMapping? flag
              }
              Threshold? amount
            }
          }
        }
        request CurrencyModRq v8.0 {
          CurrencyMod {
            ListID id
            EditSequence text16
            Name? text64
            IsActive? flag
            CurrencyCode? text3
            CurrencyFormat? =CurrencyFormat
          }
          IncludeRetElement* text50 v4.0
        }
        request InventorySiteModRq v10.0 not:AU {
          InventorySiteMod {
            ListID id
            EditSequence text16
            Name? text31
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
        request InvoiceModRq v2.1 {
          InvoiceMod {
            TxnID id
            EditSequence text16
            CustomerRef? =Ref209
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
            SetCredit* =SetCredit v10.0
            (*
              InvoiceLineMod =InvoiceLineMod
            |
              InvoiceLineGroupMod {
                TxnLineID id
                ItemGroupRef? =Ref31
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                OverrideUOMSetRef? =Ref31 v7.0
                InvoiceLineMod* =InvoiceLineMod
              }
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request EstimateModRq v3.0 {
          EstimateMod {
            TxnID id
            EditSequence text16
            CustomerRef? =Ref209
            ClassRef? =Ref159
            TemplateRef? =Ref31
            TxnDate? date
            RefNumber? text11
            BillAddress? =ShipAddress
            ShipAddress? =ShipAddress v7.0
            IsActive? flag
            CreateChangeOrder? flag
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
            (*
              EstimateLineMod =EstimateLineMod
            |
              EstimateLineGroupMod {
                TxnLineID id
                ItemGroupRef? =Ref31
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                OverrideUOMSetRef? =Ref31 v7.0
                EstimateLineMod* =EstimateLineMod
              }
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesOrderModRq v3.0 {
          SalesOrderMod {
            TxnID id
            EditSequence text16
            CustomerRef? =Ref209
            ClassRef? =Ref159
            TemplateRef? =Ref31
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
            (*
              SalesOrderLineMod =SalesOrderLineMod
            |
              SalesOrderLineGroupMod {
                TxnLineID id
                ItemGroupRef? =Ref31
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                OverrideUOMSetRef? =Ref31 v7.0
                SalesOrderLineMod* =SalesOrderLineMod
              }
            )
            SOChannel? enum v15.0
            StoreName? text v15.0
            StoreType? text v15.0
          }
          IncludeRetElement* text50 v4.0
        }
        request SalesReceiptModRq v5.0 {
          SalesReceiptMod {
            TxnID id macro
            EditSequence text16
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
            Other? text29 v6.0
            ExchangeRate? float v8.0
            (*
              SalesReceiptLineMod =SalesReceiptLineMod
            |
              SalesReceiptLineGroupMod {
                TxnLineID id macro
                ItemGroupRef? =Ref31
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                OverrideUOMSetRef? =Ref31 v7.0
                SalesReceiptLineMod* =SalesReceiptLineMod
              }
            )
          }
          IncludeRetElement* text50
        }
        request CreditMemoModRq v3.0 {
          CreditMemoMod {
            TxnID id
            EditSequence text16
            CustomerRef? =Ref209
            ClassRef? =Ref159
            ARAccountRef? =Ref159
            TemplateRef? =Ref31
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
            (*
              CreditMemoLineMod =CreditMemoLineMod
            |
              CreditMemoLineGroupMod {
                TxnLineID id
                ItemGroupRef? =Ref31
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                OverrideUOMSetRef? =Ref31 v7.0
                CreditMemoLineMod* =CreditMemoLineMod
              }
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ReceivePaymentModRq v6.0 {
          ReceivePaymentMod {
            TxnID id
            EditSequence text16
            CustomerRef? =Ref209
            ARAccountRef? =Ref159
            TxnDate? date
            RefNumber? text20
            TotalAmount? amount
            ExchangeRate? float v8.0
            PaymentMethodRef? =Ref31
            Memo? text4095
            DepositToAccountRef? =Ref159
            CreditCardTxnInfoMod? v7.0 {
              CreditCardTxnInputInfoMod? {
                CreditCardNumber? text25
                ExpirationMonth? int min1 max12
                ExpirationYear? int
                NameOnCard? text41
                CreditCardAddress? text41
                CreditCardPostalCode? text18
                CommercialCardCode? text24
                TransactionMode? enum
                CreditCardTxnType? enum
              }
              CreditCardTxnResultInfoMod? {
                ResultCode? int
                ResultMessage? text60
                CreditCardTransID? text24
                MerchantAccountNumber? text32
                AuthorizationCode? text12
                AVSStreet? enum
                AVSZip? enum
                CardSecurityCodeMatch? enum
                ReconBatchID? text84
                PaymentGroupingCode? int
                PaymentStatus? enum
                TxnAuthorizationTime? time
                TxnAuthorizationStamp? int
                ClientTransID? text16
              }
            }
            AppliedToTxnMod* =AppliedToTxnMod
          }
          IncludeRetElement* text50
        }
        request ChargeModRq v3.0 {
          ChargeMod {
            TxnID id
            EditSequence text16
            CustomerRef? =Ref209
            TxnDate? date
            RefNumber? text11
            ItemRef? =Ref
            InventorySiteRef? =Ref31 v10.0 not:AU
            InventorySiteLocationRef? =Ref31 v12.0 not:AU
            Quantity? quantity
            UnitOfMeasure? text31 v7.0
            OverrideUOMSetRef? =Ref31 v7.0
            Rate? price
            OptionForPriceRuleConflict? enum v13.0
            Amount? amount
            Desc? text4095
            ARAccountRef? =Ref159
            ClassRef? =Ref159
            BilledDate? date
            DueDate? date
            OverrideItemAccountRef? =Ref159
          }
          IncludeRetElement* text50 v4.0
        }
        request PurchaseOrderModRq v2.1 {
          PurchaseOrderMod {
            TxnID id macro
            EditSequence text16
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
            IsManuallyClosed? flag
            Memo? text4095
            VendorMsg? text99
            IsToBePrinted? flag
            IsToBeEmailed? flag v6.0
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            Other1? text25 v6.0
            Other2? text29 v6.0
            ExchangeRate? float v8.0
            (*
              PurchaseOrderLineMod =PurchaseOrderLineMod
            |
              PurchaseOrderLineGroupMod {
                TxnLineID id macro
                ItemGroupRef? =Ref31
                Quantity? quantity
                UnitOfMeasure? text31 v7.0
                OverrideUOMSetRef? =Ref31 v7.0
                PurchaseOrderLineMod* =PurchaseOrderLineMod
              }
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request BillModRq v3.0 {
          BillMod {
            TxnID id
            EditSequence text16
            VendorRef? =Ref41
            VendorAddress? =ShipAddress v13.0
            APAccountRef? =Ref159
            TxnDate? date
            DueDate? date
            RefNumber? text20
            TermsRef? =Ref31
            Memo? text4095
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            ExchangeRate? float v8.0
            ClearExpenseLines? flag
            ExpenseLineMod* =ExpenseLineMod
            ClearItemLines? flag
            (*
              ItemLineMod =ItemLineMod
            |
              ItemGroupLineMod =ItemGroupLineMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request ItemReceiptModRq v4.0 {
          ItemReceiptMod {
            TxnID id
            EditSequence text16
            VendorRef? =Ref41
            APAccountRef? =Ref159
            TxnDate? date
            RefNumber? text20
            Memo? text4095
            IsTaxIncluded? flag v8.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
            ExchangeRate? float v8.0
            ClearExpenseLines? flag
            ExpenseLineMod* =ExpenseLineMod
            ClearItemLines? flag
            (*
              ItemLineMod =ItemLineMod
            |
              ItemGroupLineMod =ItemGroupLineMod
            )
          }
          IncludeRetElement* text50
        }
        request VendorCreditModRq v8.0 {
          VendorCreditMod {
            TxnID id
            EditSequence text16
            VendorRef? =Ref41
            APAccountRef? =Ref159 v2.0
            TxnDate? date
            RefNumber? text20
            Memo? text4095
            IsTaxIncluded? flag v8.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
            ExchangeRate? float v8.0
            ClearExpenseLines? flag
            ExpenseLineMod* =ExpenseLineMod
            ClearItemLines? flag
            (*
              ItemLineMod =ItemLineMod
            |
              ItemGroupLineMod =ItemGroupLineMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request BillPaymentCheckModRq v6.0 {
          BillPaymentCheckMod {
            TxnID id
            EditSequence text16
            TxnDate? date
            BankAccountRef? =Ref159
            Amount? amount
            ExchangeRate? float v8.0
            (?
              IsToBePrinted flag
            |
              RefNumber text11
            )
            Memo? text4095
            AppliedToTxnMod* =AppliedToTxnMod
          }
          IncludeRetElement* text50
        }
        request SalesTaxPaymentCheckModRq v9.0 not:CA,UK {
          SalesTaxPaymentCheckMod {
            TxnID id
            EditSequence text16
            TxnDate? date
            BankAccountRef? =Ref159
            (?
              IsToBePrinted flag
            |
              RefNumber text
            )
            Memo? text4095
            Address? =ShipAddress
          }
          IncludeRetElement* text50 v4.0
        }
        request InventoryAdjustmentModRq v9.0 {
          InventoryAdjustmentMod {
            TxnID id
            EditSequence text16
            AccountRef? =Ref159
            InventorySiteRef? =Ref31 v10.0 not:AU
            TxnDate? date
            RefNumber? text11
            CustomerRef? =Ref209
            ClassRef? =Ref159
            Memo? text4095
            InventoryAdjustmentLineMod* {
              TxnLineID id
              ItemRef? =Ref
              (1
                SerialNumber? text4095 v11.0 not:AU
              |
                LotNumber? text40 v11.0 not:AU
                CountAdjustment? int v11.0 not:AU
              )
              ExpirationDateForSerialLotNumber? text1099 v16.0 not:AU
              InventorySiteLocationRef? =Ref31 v12.0 not:AU
              QuantityDifference? quantity
              ValueDifference? amount
            }
          }
          IncludeRetElement* text50 v4.0
        }
        request TimeTrackingModRq v6.0 {
          TimeTrackingMod {
            TxnID id
            EditSequence text16
            TxnDate? date
            EntityRef =Ref209
            CustomerRef? =Ref209
            ItemServiceRef? =Ref159
            Rate? price online
            Duration interval
            ClassRef? =Ref159
            PayrollItemWageRef? =Ref31
            Notes? text4095
            BillableStatus? enum
          }
          IncludeRetElement* text50
        }
        request CheckModRq v6.0 {
          CheckMod {
            TxnID id
            EditSequence text16
            AccountRef? =Ref159
            PayeeEntityRef? =Ref209
            RefNumber? text11
            TxnDate? date
            Memo? text4095
            Address? =ShipAddress
            IsToBePrinted? flag
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            ExchangeRate? float v8.0
            ApplyCheckToTxnMod* =ApplyCheckToTxnAdd v7.0
            ClearExpenseLines? flag
            ExpenseLineMod* =ExpenseLineMod
            ClearItemLines? flag
            (*
              ItemLineMod =ItemLineMod
            |
              ItemGroupLineMod =ItemGroupLineMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request CreditCardChargeModRq v6.0 {
          CreditCardChargeMod {
            TxnID id
            EditSequence text16
            AccountRef? =Ref159
            PayeeEntityRef? =Ref209
            TxnDate? date
            RefNumber? text11
            Memo? text4095
            IsTaxIncluded? flag v6.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v6.0 not:US
            ExchangeRate? float v8.0
            ClearExpenseLines? flag
            ExpenseLineMod* =ExpenseLineMod
            ClearItemLines? flag
            (*
              ItemLineMod =ItemLineMod
            |
              ItemGroupLineMod =ItemGroupLineMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request CreditCardCreditModRq v6.0 {
          CreditCardCreditMod {
            TxnID id
            EditSequence text16
            AccountRef? =Ref159
            PayeeEntityRef? =Ref209
            TxnDate? date
            RefNumber? text11
            Memo? text4095
            IsTaxIncluded? flag v8.0 not:US
            SalesTaxCodeRef? =Ref.CA3.UK3.AU6 v8.0 not:US
            ExchangeRate? float v8.0
            ClearExpenseLines? flag
            ExpenseLineMod* =ExpenseLineMod
            ClearItemLines? flag
            (*
              ItemLineMod =ItemLineMod
            |
              ItemGroupLineMod =ItemGroupLineMod
            )
          }
          IncludeRetElement* text50 v4.0
        }
        request JournalEntryModRq v6.0 {
          JournalEntryMod {
            TxnID id
            EditSequence text16
            TxnDate? date
            RefNumber? text11
            IsAdjustment? flag
            IsAmountsEnteredInHomeCurrency? flag v8.0
            CurrencyRef? =Ref64 v8.0
            ExchangeRate? float v8.0
            JournalLineMod* {
              TxnLineID id
              JournalLineType? enum
              AccountRef? =Ref159
              Amount? amount
              TaxAmount? amount v6.1 not:US,CA,UK
              Memo? text4095
              EntityRef? =Ref209
              ClassRef? =Ref159
              ItemSalesTaxRef? =Ref31 v6.0 not:US
              BillableStatus? enum
            }
          }
          IncludeRetElement* text50
        }
        request DepositModRq v7.0 {
          DepositMod {
            TxnID id
            EditSequence text16
            TxnDate? date
            DepositToAccountRef? =Ref159
            Memo? text4095
            CashBackInfoMod? {
              AccountRef? =Ref159
              Memo? text4095
              Amount? amount
            }
            CurrencyRef? =Ref64 v8.0
            ExchangeRate? float v8.0
            DepositLineMod* {
              TxnLineID id
              (1
                PaymentTxnID id macro
                PaymentTxnLineID? id macro
                OverrideMemo? text4095
                OverrideCheckNumber? text11
                OverrideClassRef? =Ref159
              |
                EntityRef? =Ref209
                AccountRef? =Ref159
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
        request ClearedStatusModRq v2.0 {
          ClearedStatusMod {
            TxnID id macro
            TxnLineID? id macro
            ClearedStatus enum
          }
        }
        request ListDisplayModRq v3.0 {
          ListDisplayModType enum
          ListID id
        }
        request TxnDisplayModRq v3.0 {
          TxnDisplayModType enum
          TxnID id
        }
        request BuildAssemblyModRq v5.0 {
          BuildAssemblyMod {
            TxnID id macro
            EditSequence text16
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
            QuantityToBuild? quantity
            MarkPendingIfRequired? flag v7.0
            RemovePending? flag
          }
          IncludeRetElement* text50
        }
        request TransferInventoryModRq v10.0 not:AU {
          TransferInventoryMod {
            TxnID id
            EditSequence text16
            TxnDate? date
            RefNumber? text11
            FromInventorySiteRef? =Ref31
            ToInventorySiteRef? =Ref31
            Memo? text4095
            TransferInventoryLineMod* {
              TxnLineID id
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
        request TransferModRq v12.0 {
          TransferMod {
            TxnID id
            EditSequence text16
            TxnDate? date
            TransferFromAccountRef? =Ref159
            TransferToAccountRef? =Ref159
            ClassRef? =Ref159
            Amount? amount
            Memo? text4095
          }
          IncludeRetElement* text50
        }
        request DataExtDefModRq v2.0 {
          DataExtDefMod {
            OwnerID guid
            DataExtName text31
            DataExtNewName? text31
            AssignToObject* enum
            RemoveFromObject* enum
            DataExtListRequire? flag v12.0
            DataExtTxnRequire? flag v12.0
            DataExtFormatString? text v12.0
          }
          IncludeRetElement* text50 v4.0
        }
        request DataExtModRq v2.0 {
          DataExtMod {
            OwnerID guid
            DataExtName text31
            (1
              ListDataExtType enum
              ListObjRef =Ref159
            |
              TxnDataExtType enum
              TxnID id
              TxnLineID? id v3.0
            |
              OtherDataExtType enum
            )
            DataExtValue text
          }
        }
        """#
}
