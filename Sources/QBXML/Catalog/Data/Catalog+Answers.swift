extension Catalog {
    /// The answers.
    static let answers = #"""
        answer HostQueryRs {
          HostRet? {
            ProductName text255
            MajorVersion text5
            MinorVersion text5
            Country? text2 v3.0
            SupportedQBXMLVersion+ text10
            IsAutomaticLogin? flag v3.0
            QBFileMode enum v3.0
            ListMetaData? v6.0 {
              AccountMetaData =AccountMetaData
              BillingRateMetaData =AccountMetaData
              ClassMetaData =AccountMetaData
              CustomerMsgMetaData =AccountMetaData
              CustomerTypeMetaData =AccountMetaData
              EntityMetaData =AccountMetaData
              ItemMetaData =AccountMetaData
              JobTypeMetaData =AccountMetaData
              PaymentMethodMetaData =AccountMetaData
              PayrollItemMetaData =AccountMetaData
              PriceLevelMetaData =AccountMetaData
              SalesRepMetaData =AccountMetaData
              SalesTaxCodeMetaData =AccountMetaData
              ShipMethodMetaData =AccountMetaData
              TemplateMetaData =AccountMetaData
              TermsMetaData =AccountMetaData
              ToDoMetaData =AccountMetaData
              VehicleMetaData =AccountMetaData
              VendorTypeMetaData =AccountMetaData
            }
          }
        }
        answer CompanyQueryRs {
          CompanyRet? {
            IsSampleCompany flag v3.0
            CompanyName? text59
            LegalCompanyName? text59
            Address? =ShipAddress
            AddressBlock? =ShipAddressBlock v6.0
            LegalAddress? =ShipAddress
            CompanyAddressForCustomer? =ShipAddress
            CompanyAddressBlockForCustomer? =ShipAddressBlock v6.0
            Phone? text51
            Fax? text51
            Email? text1023
            CompanyEmailForCustomer? text online
            CompanyWebSite? text128
            FirstMonthFiscalYear? enum
            FirstMonthIncomeTaxYear? enum
            CompanyType? text255
            EIN? text20 v2.0
            SSN? text11 v2.1
            TaxForm? enum v2.1
            SubscribedServices? v7.0 {
              Service* {
                Name text50
                Domain text50
                ServiceStatus enum
              }
            }
            AccountantCopy? v8.0 {
              AccountantCopyExists flag
              DividingDate? date
            }
            DataExtRet* =DataExtRet v2.0
          }
        }
        answer CompanyActivityQueryRs v2.0 {
          CompanyActivityRet? {
            LastRestoreTime time
            LastCondenseTime time v3.0
          }
        }
        answer PreferencesQueryRs v1.1 {
          PreferencesRet? {
            AccountingPreferences {
              IsUsingAccountNumbers flag
              IsRequiringAccounts flag
              IsUsingClassTracking flag
              AssignClassesTo? enum v12.0 not:AU
              IsUsingAuditTrail flag
              IsAssigningJournalEntryNumbers flag
              ClosingDate? date
            }
            FinanceChargePreferences {
              AnnualInterestRate? percent
              MinFinanceCharge? amount
              GracePeriod int
              FinanceChargeAccountRef? =Ref159
              IsAssessingForOverdueCharges flag
              CalculateChargesFrom enum
              IsMarkedToBePrinted flag
            }
            JobsAndEstimatesPreferences {
              IsUsingEstimates flag
              IsUsingProgressInvoicing flag
              IsPrintingItemsWithZeroAmounts flag
            }
            MultiCurrencyPreferences? v8.0 {
              IsMultiCurrencyOn? flag
              HomeCurrencyRef? =Ref64
            }
            MultiLocationInventoryPreferences? v10.0 not:CA,UK {
              IsMultiLocationInventoryAvailable? flag
              IsMultiLocationInventoryEnabled? flag
            }
            PurchasesAndVendorsPreferences {
              IsUsingInventory flag
              DaysBillsAreDue int
              IsAutomaticallyUsingDiscounts flag
              DefaultDiscountAccountRef? =Ref159
            }
            ReportsPreferences {
              AgingReportBasis enum
              SummaryReportBasis enum
            }
            SalesAndCustomersPreferences {
              DefaultShipMethodRef? =Ref15
              DefaultFOB? text13
              DefaultMarkup? percent
              IsTrackingReimbursedExpensesAsIncome flag
              IsAutoApplyingPayments flag
              PriceLevels? v4.0 {
                IsUsingPriceLevels flag
                IsRoundingSalesPriceUp? flag
              }
            }
            SalesTaxPreferences? {
              DefaultItemSalesTaxRef =Ref31
              PaySalesTax enum
              DefaultTaxableSalesTaxCodeRef =Ref.US3.CA3.UK3.AU6
              DefaultNonTaxableSalesTaxCodeRef =Ref.US3.CA3.UK3.AU6
              IsUsingVendorTaxCode? flag
              IsUsingCustomerTaxCode? flag
              IsUsingAmountsIncludeTax? flag
            }
            TimeTrackingPreferences? {
              FirstDayOfWeek enum
            }
            CurrentAppAccessRights {
              IsAutomaticLoginAllowed flag
              AutomaticLoginUserName? text29
              IsPersonalDataAccessAllowed flag
            }
            ItemsAndInventoryPreferences? v11.0 {
              EnhancedInventoryReceivingEnabled? flag
              IsTrackingSerialOrLotNumber? enum not:AU
              IsInventoryExpirationDateEnabled? flag v16.0 not:AU
              isTrackingOnSalesTransactionsEnabled? flag not:AU
              isTrackingOnPurchaseTransactionsEnabled? flag not:AU
              isTrackingOnInventoryAdjustmentEnabled? flag not:AU
              isTrackingOnBuildAssemblyEnabled? flag not:AU
              FIFOEnabled? flag not:AU
              FIFOEffectiveDate? date not:AU
              IsRSBEnabled? flag v12.0
              IsBarcodeEnabled? flag v12.0
            }
          }
        }
        answer AccountAddRs {
          AccountRet? =AccountRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer AccountModRs v6.0 {
          AccountRet? =AccountRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer AccountQueryRs @retCount {
          AccountRet* =AccountRet
        }
        answer SpecialAccountAddRs v6.0 {
          AccountRet? =AccountRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer AccountTaxLineInfoQueryRs v7.0 not:UK {
          AccountTaxLineInfoRet* {
            TaxLineID? int
            TaxLineName? text256
          }
        }
        answer LeadAddRs v13.0 {
          LeadRet? =LeadRet
          ErrorRecovery? =ErrorRecovery
        }
        answer LeadModRs v13.0 {
          LeadRet? =LeadRet
          ErrorRecovery? =ErrorRecovery
        }
        answer LeadQueryRs @retCount @iteratorID v13.0 {
          LeadRet* =LeadRet
        }
        answer CustomerAddRs {
          CustomerRet? =CustomerRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CustomerModRs {
          CustomerRet? =CustomerRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CustomerQueryRs @retCount @iteratorID {
          CustomerRet* =CustomerRet
        }
        answer EmployeeAddRs {
          EmployeeRet? =EmployeeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer EmployeeModRs {
          EmployeeRet? =EmployeeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer EmployeeQueryRs @retCount {
          EmployeeRet* =EmployeeRet
        }
        answer OtherNameAddRs {
          OtherNameRet? =OtherNameRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer OtherNameModRs {
          OtherNameRet? =OtherNameRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer OtherNameQueryRs @retCount {
          OtherNameRet* =OtherNameRet
        }
        answer VendorAddRs {
          VendorRet? =VendorRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VendorModRs {
          VendorRet? =VendorRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VendorQueryRs @retCount @iteratorID {
          VendorRet* =VendorRet
        }
        answer EntityQueryRs @retCount @iteratorID {
          (*
            CustomerRet =CustomerRet
          |
            EmployeeRet =EmployeeRet
          |
            OtherNameRet =OtherNameRet
          |
            VendorRet =VendorRet
          )
        }
        answer StandardTermsAddRs {
          StandardTermsRet? =StandardTermsRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer StandardTermsQueryRs @retCount {
          StandardTermsRet* =StandardTermsRet
        }
        answer DateDrivenTermsAddRs {
          DateDrivenTermsRet? =DateDrivenTermsRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DateDrivenTermsQueryRs @retCount {
          DateDrivenTermsRet* =DateDrivenTermsRet
        }
        answer TermsQueryRs @retCount {
          (*
            StandardTermsRet =StandardTermsRet
          |
            DateDrivenTermsRet =DateDrivenTermsRet
          )
        }
        answer ClassAddRs {
          ClassRet? =ClassRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ClassModRs v8.0 {
          ClassRet? =ClassRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ClassQueryRs @retCount {
          ClassRet* =ClassRet
        }
        answer SalesRepAddRs {
          SalesRepRet? =SalesRepRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesRepModRs v3.0 {
          SalesRepRet? =SalesRepRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesRepQueryRs @retCount {
          SalesRepRet* =SalesRepRet
        }
        answer CustomerTypeAddRs {
          CustomerTypeRet? =ClassRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CustomerTypeQueryRs @retCount {
          CustomerTypeRet* =ClassRet
        }
        answer VendorTypeAddRs {
          VendorTypeRet? =ClassRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VendorTypeQueryRs @retCount {
          VendorTypeRet* =ClassRet
        }
        answer JobTypeAddRs {
          JobTypeRet? =ClassRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer JobTypeQueryRs @retCount {
          JobTypeRet* =ClassRet
        }
        answer CustomerMsgAddRs {
          CustomerMsgRet? =CustomerMsgRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CustomerMsgQueryRs @retCount {
          CustomerMsgRet* =CustomerMsgRet
        }
        answer PaymentMethodAddRs {
          PaymentMethodRet? =PaymentMethodRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer PaymentMethodQueryRs @retCount {
          PaymentMethodRet* =PaymentMethodRet
        }
        answer ShipMethodAddRs {
          ShipMethodRet? =ShipMethodRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ShipMethodQueryRs @retCount {
          ShipMethodRet* =ShipMethodRet
        }
        answer SalesTaxCodeAddRs {
          SalesTaxCodeRet? =SalesTaxCodeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesTaxCodeModRs v8.0 {
          SalesTaxCodeRet? =SalesTaxCodeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesTaxCodeQueryRs @retCount {
          SalesTaxCodeRet* =SalesTaxCodeRet
        }
        answer ToDoAddRs {
          ToDoRet? =ToDoRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ToDoModRs v9.0 {
          ToDoRet? =ToDoRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ToDoQueryRs @retCount {
          ToDoRet* =ToDoRet
        }
        answer ItemServiceAddRs {
          ItemServiceRet? =ItemServiceRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemServiceModRs {
          ItemServiceRet? =ItemServiceRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemServiceQueryRs @retCount @iteratorID {
          ItemServiceRet* =ItemServiceRet
        }
        answer ItemNonInventoryAddRs {
          ItemNonInventoryRet? =ItemNonInventoryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemNonInventoryModRs {
          ItemNonInventoryRet? =ItemNonInventoryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemNonInventoryQueryRs @retCount @iteratorID {
          ItemNonInventoryRet* =ItemNonInventoryRet
        }
        answer ItemOtherChargeAddRs {
          ItemOtherChargeRet? =ItemOtherChargeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemOtherChargeModRs v3.0 {
          ItemOtherChargeRet? =ItemOtherChargeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemOtherChargeQueryRs @retCount @iteratorID {
          ItemOtherChargeRet* =ItemOtherChargeRet
        }
        answer ItemInventoryAddRs {
          ItemInventoryRet? =ItemInventoryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemInventoryModRs {
          ItemInventoryRet? =ItemInventoryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemInventoryQueryRs @retCount @iteratorID {
          ItemInventoryRet* =ItemInventoryRet
        }
        answer ItemInventoryAssemblyAddRs v2.0 {
          ItemInventoryAssemblyRet? =ItemInventoryAssemblyRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemInventoryAssemblyModRs v3.0 {
          ItemInventoryAssemblyRet? =ItemInventoryAssemblyRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemInventoryAssemblyQueryRs @retCount @iteratorID v2.0 {
          ItemInventoryAssemblyRet* =ItemInventoryAssemblyRet
        }
        answer ItemFixedAssetAddRs v3.0 {
          ItemFixedAssetRet? =ItemFixedAssetRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemFixedAssetModRs v3.0 {
          ItemFixedAssetRet? =ItemFixedAssetRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemFixedAssetQueryRs @retCount @iteratorID v3.0 {
          ItemFixedAssetRet* =ItemFixedAssetRet
        }
        answer ItemSubtotalAddRs {
          ItemSubtotalRet? =ItemSubtotalRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemSubtotalModRs v3.0 {
          ItemSubtotalRet? =ItemSubtotalRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemSubtotalQueryRs @retCount @iteratorID {
          ItemSubtotalRet* =ItemSubtotalRet
        }
        answer ItemDiscountAddRs {
          ItemDiscountRet? =ItemDiscountRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemDiscountModRs v3.0 {
          ItemDiscountRet? =ItemDiscountRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemDiscountQueryRs @retCount @iteratorID {
          ItemDiscountRet* =ItemDiscountRet
        }
        answer ItemPaymentAddRs {
          ItemPaymentRet? =ItemPaymentRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemPaymentModRs v3.0 {
          ItemPaymentRet? =ItemPaymentRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemPaymentQueryRs @retCount @iteratorID {
          ItemPaymentRet* =ItemPaymentRet
        }
        answer ItemSalesTaxAddRs {
          ItemSalesTaxRet? =ItemSalesTaxRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemSalesTaxModRs v3.0 {
          ItemSalesTaxRet? =ItemSalesTaxRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemSalesTaxQueryRs @retCount @iteratorID {
          ItemSalesTaxRet* =ItemSalesTaxRet
        }
        answer ItemSalesTaxGroupAddRs {
          ItemSalesTaxGroupRet? =ItemSalesTaxGroupRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemSalesTaxGroupModRs v3.0 {
          ItemSalesTaxGroupRet? =ItemSalesTaxGroupRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemSalesTaxGroupQueryRs @retCount @iteratorID {
          ItemSalesTaxGroupRet* =ItemSalesTaxGroupRet
        }
        answer ItemGroupAddRs {
          ItemGroupRet? =ItemGroupRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemGroupModRs v3.0 {
          ItemGroupRet? =ItemGroupRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemGroupQueryRs @retCount @iteratorID {
          ItemGroupRet* =ItemGroupRet
        }
        answer SpecialItemAddRs v6.0 {
          (?
            ItemOtherChargeRet =ItemOtherChargeRet
          |
            ItemSubtotalRet =ItemSubtotalRet
          |
            ItemGroupRet =ItemGroupRet
          )
        }
        answer ItemQueryRs @retCount @iteratorID {
          (*
            ItemServiceRet =ItemServiceRet
          |
            ItemNonInventoryRet =ItemNonInventoryRet
          |
            ItemOtherChargeRet =ItemOtherChargeRet
          |
            ItemInventoryRet =ItemInventoryRet
          |
            ItemInventoryAssemblyRet =ItemInventoryAssemblyRet
          |
            ItemFixedAssetRet =ItemFixedAssetRet v3.0
          |
            ItemSubtotalRet =ItemSubtotalRet
          |
            ItemDiscountRet =ItemDiscountRet
          |
            ItemPaymentRet =ItemPaymentRet
          |
            ItemSalesTaxRet =ItemSalesTaxRet
          |
            ItemSalesTaxGroupRet =ItemSalesTaxGroupRet
          |
            ItemGroupRet =ItemGroupRet
          )
        }
        answer PayrollItemWageAddRs v2.0 {
          PayrollItemWageRet? =PayrollItemWageRet
        }
        answer PayrollItemWageQueryRs @retCount {
          PayrollItemWageRet* =PayrollItemWageRet
        }
        answer PayrollItemNonWageQueryRs @retCount v3.0 {
          PayrollItemNonWageRet* {
            ListID id
            TimeCreated time
            TimeModified time
            EditSequence text16
            Name text31
            IsActive? flag
            NonWageType enum
            ExpenseAccountRef? =Ref159
            LiabilityAccountRef? =Ref159
          }
        }
        answer TemplateQueryRs @retCount v3.0 {
          TemplateRet* {
            ListID id
            TimeCreated time
            TimeModified time
            EditSequence text16
            Name text31
            IsActive? flag
            TemplateType enum
          }
        }
        answer PriceLevelAddRs v4.0 {
          PriceLevelRet? =PriceLevelRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer PriceLevelModRs v4.0 {
          PriceLevelRet? =PriceLevelRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer PriceLevelQueryRs @retCount v4.0 {
          PriceLevelRet* =PriceLevelRet
        }
        answer BillingRateAddRs v6.0 {
          BillingRateRet? =BillingRateRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BillingRateQueryRs @retCount v6.0 {
          BillingRateRet* =BillingRateRet
        }
        answer VehicleAddRs v6.0 {
          VehicleRet? =VehicleRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VehicleModRs v6.0 {
          VehicleRet? =VehicleRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VehicleQueryRs @retCount v6.0 {
          VehicleRet* =VehicleRet
        }
        answer UnitOfMeasureSetAddRs v7.0 {
          UnitOfMeasureSetRet? =UnitOfMeasureSetRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer UnitOfMeasureSetQueryRs @retCount v7.0 {
          UnitOfMeasureSetRet* =UnitOfMeasureSetRet
        }
        answer WorkersCompCodeAddRs v7.0 not:CA,UK {
          WorkersCompCodeRet? =WorkersCompCodeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer WorkersCompCodeModRs v7.0 not:CA,UK {
          WorkersCompCodeRet? =WorkersCompCodeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer WorkersCompCodeQueryRs @retCount v7.0 not:CA,UK {
          WorkersCompCodeRet* =WorkersCompCodeRet
        }
        answer Form1099CategoryAccountMappingModRs v8.0 not:CA,UK {
          Form1099CategoryAccountMappingRet? =Form1099CategoryAccountMappingRet
        }
        answer Form1099CategoryAccountMappingQueryRs v8.0 not:CA,UK {
          Form1099CategoryAccountMappingRet? =Form1099CategoryAccountMappingRet
        }
        answer SalesTaxReturnQueryRs @retCount v8.0 not:US {
          SalesTaxReturnRet* {
            ListID id
            FullName? text41
            Desc? text159
          }
        }
        answer SalesTaxReturnLineQueryRs @retCount v8.0 not:US {
          SalesTaxReturnLineRet* {
            ListID id
            FullName? text159
            LineType? enum
          }
        }
        answer CurrencyAddRs v8.0 {
          CurrencyRet? =CurrencyRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CurrencyModRs v8.0 {
          CurrencyRet? =CurrencyRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CurrencyQueryRs @retCount v8.0 {
          CurrencyRet* =CurrencyRet
        }
        answer PayrollLastPeriodQueryRs v8.0 online {
          PayrollLastPeriodRet? {
            PeriodStartDate date
            PeriodEndDate date
          }
        }
        answer InventorySiteAddRs v10.0 not:AU {
          InventorySiteRet? =InventorySiteRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer InventorySiteModRs v10.0 not:AU {
          InventorySiteRet? =InventorySiteRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer InventorySiteQueryRs @retCount v10.0 not:AU {
          InventorySiteRet* =InventorySiteRet
        }
        answer InvoiceAddRs {
          InvoiceRet? =InvoiceRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer InvoiceModRs v2.1 {
          InvoiceRet? =InvoiceRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer InvoiceQueryRs @retCount @iteratorID {
          InvoiceRet* =InvoiceRet
        }
        answer EstimateAddRs {
          EstimateRet? =EstimateRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer EstimateModRs v3.0 {
          EstimateRet? =EstimateRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer EstimateQueryRs @retCount @iteratorID {
          EstimateRet* =EstimateRet
        }
        answer SalesOrderAddRs v2.1 {
          SalesOrderRet? =SalesOrderRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesOrderModRs v3.0 {
          SalesOrderRet? =SalesOrderRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesOrderQueryRs @retCount @iteratorID v2.1 {
          SalesOrderRet* =SalesOrderRet
        }
        answer SalesReceiptAddRs {
          SalesReceiptRet? =SalesReceiptRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesReceiptModRs v5.0 {
          SalesReceiptRet? =SalesReceiptRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesReceiptQueryRs @retCount @iteratorID {
          SalesReceiptRet* =SalesReceiptRet
        }
        answer CreditMemoAddRs {
          CreditMemoRet? =CreditMemoRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CreditMemoModRs v3.0 {
          CreditMemoRet? =CreditMemoRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CreditMemoQueryRs @retCount @iteratorID {
          CreditMemoRet* =CreditMemoRet
        }
        answer ReceivePaymentAddRs v1.1 {
          ReceivePaymentRet? =ReceivePaymentRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ReceivePaymentModRs v6.0 {
          ReceivePaymentRet? =ReceivePaymentRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ReceivePaymentQueryRs @retCount @iteratorID v1.1 {
          ReceivePaymentRet* =ReceivePaymentRet
        }
        answer ReceivePaymentToDepositQueryRs @retCount v2.0 {
          ReceivePaymentToDepositRet* {
            TxnID id
            TxnLineID? id
            TxnType enum
            CustomerRef? =Ref209
            TxnDate date
            RefNumber? text
            Amount amount
            CurrencyRef? =Ref64 v8.0
            ExchangeRate? float v8.0
            AmountInHomeCurrency? amount v8.0
          }
        }
        answer ChargeAddRs v2.0 {
          ChargeRet? =ChargeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ChargeModRs v3.0 {
          ChargeRet? =ChargeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ChargeQueryRs @retCount @iteratorID v2.0 {
          ChargeRet* =ChargeRet
        }
        answer PurchaseOrderAddRs {
          PurchaseOrderRet? =PurchaseOrderRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer PurchaseOrderModRs v2.1 {
          PurchaseOrderRet? =PurchaseOrderRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer PurchaseOrderQueryRs @retCount @iteratorID {
          PurchaseOrderRet* =PurchaseOrderRet
        }
        answer BillAddRs {
          BillRet? =BillRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BillModRs v3.0 {
          BillRet? =BillRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BillQueryRs @retCount @iteratorID {
          BillRet* =BillRet
        }
        answer ItemReceiptAddRs v4.0 {
          ItemReceiptRet? =ItemReceiptRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemReceiptModRs v4.0 {
          ItemReceiptRet? =ItemReceiptRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ItemReceiptQueryRs @retCount @iteratorID v3.0 {
          ItemReceiptRet* =ItemReceiptRet
        }
        answer VendorCreditAddRs {
          VendorCreditRet? =VendorCreditRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VendorCreditModRs v8.0 {
          VendorCreditRet? =VendorCreditRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VendorCreditQueryRs @retCount @iteratorID {
          VendorCreditRet* =VendorCreditRet
        }
        answer BillPaymentCheckAddRs v2.0 {
          BillPaymentCheckRet? =BillPaymentCheckRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BillPaymentCheckModRs v6.0 {
          BillPaymentCheckRet? =BillPaymentCheckRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BillPaymentCheckQueryRs @retCount @iteratorID v2.0 {
          BillPaymentCheckRet* =BillPaymentCheckRet
        }
        answer BillPaymentCreditCardAddRs v2.0 {
          BillPaymentCreditCardRet? =BillPaymentCreditCardRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BillPaymentCreditCardQueryRs @retCount @iteratorID v2.0 {
          BillPaymentCreditCardRet* =BillPaymentCreditCardRet
        }
        answer BillToPayQueryRs @retCount v2.0 {
          BillToPayRet* {
            (?
              BillToPay {
                TxnID id
                TxnType enum
                APAccountRef =Ref159
                TxnDate date
                RefNumber? text20
                DueDate? date
                AmountDue amount
                CurrencyRef? =Ref64 v8.0
                ExchangeRate? float v8.0
                AmountDueInHomeCurrency? amount v8.0
              }
            |
              CreditToApply {
                TxnID id
                TxnType enum
                APAccountRef =Ref159
                TxnDate date
                RefNumber? text20
                CreditRemaining amount
                CurrencyRef? =Ref64 v8.0
                ExchangeRate? float v8.0
                CreditRemainingInHomeCurrency? amount v8.0
              }
            )
          }
        }
        answer SalesTaxPaymentCheckAddRs v9.0 not:CA,UK {
          SalesTaxPaymentCheckRet? =SalesTaxPaymentCheckRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesTaxPaymentCheckModRs v9.0 not:CA,UK {
          SalesTaxPaymentCheckRet? =SalesTaxPaymentCheckRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer SalesTaxPaymentCheckQueryRs @retCount @iteratorID v2.0 not:CA,UK {
          SalesTaxPaymentCheckRet* =SalesTaxPaymentCheckRet
        }
        answer SalesTaxPayableQueryRs @retCount v9.0 not:CA,UK {
          SalesTaxPayableRet* {
            PayeeEntityRef? =Ref209
            Amount? amount
            SalesTaxPayableLineRet* =SalesTaxPayableLineRet
          }
        }
        answer InventoryAdjustmentAddRs v2.0 {
          InventoryAdjustmentRet? =InventoryAdjustmentRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer InventoryAdjustmentModRs v9.0 {
          InventoryAdjustmentRet? =InventoryAdjustmentRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer InventoryAdjustmentQueryRs @retCount @iteratorID v2.0 {
          InventoryAdjustmentRet* =InventoryAdjustmentRet
        }
        answer TimeTrackingAddRs {
          TimeTrackingRet? =TimeTrackingRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer TimeTrackingModRs v6.0 {
          TimeTrackingRet? =TimeTrackingRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer TimeTrackingQueryRs @retCount @iteratorID {
          TimeTrackingRet* =TimeTrackingRet
        }
        answer CheckAddRs {
          CheckRet? =CheckRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CheckModRs v6.0 {
          CheckRet? =CheckRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CheckQueryRs @retCount @iteratorID {
          CheckRet* =CheckRet
        }
        answer CreditCardChargeAddRs {
          CreditCardChargeRet? =CreditCardChargeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CreditCardChargeModRs v6.0 {
          CreditCardChargeRet? =CreditCardChargeRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CreditCardChargeQueryRs @retCount @iteratorID {
          CreditCardChargeRet* =CreditCardChargeRet
        }
        answer CreditCardCreditAddRs {
          CreditCardCreditRet? =CreditCardCreditRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CreditCardCreditModRs v6.0 {
          CreditCardCreditRet? =CreditCardCreditRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer CreditCardCreditQueryRs @retCount @iteratorID {
          CreditCardCreditRet* =CreditCardCreditRet
        }
        answer JournalEntryAddRs {
          JournalEntryRet? =JournalEntryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer JournalEntryModRs v6.0 {
          JournalEntryRet? =JournalEntryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer JournalEntryQueryRs @retCount @iteratorID {
          JournalEntryRet* =JournalEntryRet
        }
        answer DepositAddRs v2.0 {
          DepositRet? =DepositRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DepositModRs v7.0 {
          DepositRet? =DepositRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DepositQueryRs @retCount @iteratorID v2.0 {
          DepositRet* =DepositRet
        }
        answer ListDelRs v1.1 {
          ListDelType? enum
          ListID? id
          TimeDeleted? time
          FullName? text
        }
        answer ListMergeRs v7.0 {
          ListMergeType? enum
          MergedFrom? {
            ListID id
            TimeDeleted time
            FullName text
          }
          MergedTo? {
            ListID id
            TimeCreated time
            TimeModified time
            EditSequence text16
            FullName text
          }
        }
        answer ListDeletedQueryRs @retCount v2.0 {
          ListDeletedRet* {
            ListDelType enum
            ListID id
            TimeCreated time
            TimeDeleted time
            FullName? text
          }
        }
        answer TxnDelRs v1.1 {
          TxnDelType? enum
          TxnID? id
          TimeDeleted? time
          RefNumber? text
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer TxnVoidRs v1.1 {
          TxnVoidType? enum
          TxnID? id
          TimeCreated? time
          TimeModified? time
          RefNumber? text
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer TxnDeletedQueryRs @retCount v2.0 {
          TxnDeletedRet* {
            TxnDelType enum
            TxnID id
            TimeCreated time
            TimeDeleted time
            RefNumber? text
          }
        }
        answer ClearedStatusModRs v2.0 {
        }
        answer ListDisplayAddRs v3.0 {
        }
        answer ListDisplayModRs v3.0 {
        }
        answer TxnDisplayAddRs v3.0 {
        }
        answer TxnDisplayModRs v3.0 {
        }
        answer DataEventRecoveryInfoDelRs v3.0 {
        }
        answer DataEventRecoveryInfoQueryRs v3.0 {
          DataEventRecoveryInfoRet? {
            SubscriberID guid
            DataEventRecoveryTime? time
          }
        }
        answer TransactionQueryRs @retCount @iteratorID v4.0 {
          TransactionRet* {
            TxnType? enum
            TxnID? id
            TxnLineID? id
            TimeCreated? time
            TimeModified? time
            EntityRef? =Ref209
            AccountRef? =Ref159
            TxnDate? date
            RefNumber? text
            Amount? amount
            CurrencyRef? =Ref64 v8.0
            ExchangeRate? float v8.0
            AmountInHomeCurrency? amount v8.0
            Memo? text4095
          }
        }
        answer BuildAssemblyAddRs v5.0 {
          BuildAssemblyRet? =BuildAssemblyRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BuildAssemblyModRs v5.0 {
          BuildAssemblyRet? =BuildAssemblyRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer BuildAssemblyQueryRs @retCount @iteratorID v5.0 {
          BuildAssemblyRet* =BuildAssemblyRet
        }
        answer ItemAssembliesCanBuildQueryRs v5.0 {
          ItemAssembliesCanBuildRet? {
            ItemInventoryAssemblyRef =Ref159
            TxnDate? date
            QuantityCanBuild quantity
          }
        }
        answer ARRefundCreditCardAddRs v5.0 {
          ARRefundCreditCardRet? =ARRefundCreditCardRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer ARRefundCreditCardQueryRs @retCount @iteratorID v5.0 {
          ARRefundCreditCardRet* =ARRefundCreditCardRet
        }
        answer VehicleMileageAddRs v6.0 {
          VehicleMileageRet? =VehicleMileageRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer VehicleMileageQueryRs @retCount @iteratorID v6.0 {
          VehicleMileageRet* =VehicleMileageRet
        }
        answer TransferInventoryAddRs v10.0 not:AU {
          TransferInventoryRet? =TransferInventoryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer TransferInventoryModRs v10.0 not:AU {
          TransferInventoryRet? =TransferInventoryRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer TransferInventoryQueryRs @retCount @iteratorID v10.0 not:AU {
          TransferInventoryRet* =TransferInventoryRet
        }
        answer ItemSitesQueryRs @retCount @iteratorID v10.0 not:CA,UK,AU {
          ItemSitesRet* {
            ListID? id
            TimeCreated? time
            TimeModified? time
            EditSequence? text16
            (1
              ItemInventoryAssemblyRef =Ref159
            |
              ItemInventoryRef =Ref159
            )
            InventorySiteRef? =Ref31
            InventorySiteLocationRef? =Ref31 v12.0
            ReorderLevel? quantity
            QuantityOnHand? quantity
            QuantityOnPurchaseOrders? quantity
            QuantityOnSalesOrders? quantity
            QuantityToBeBuiltByPendingBuildTxns? quantity
            QuantityRequiredByPendingBuildTxns? quantity
            QuantityOnPendingTransfers? quantity
            AssemblyBuildPoint? quantity
          }
        }
        answer BarCodeQueryRs @retCount @iteratorID v12.0 not:AU {
          BarCodeRet* {
            ListType enum
            ListID? id
            FullName? text50
          }
        }
        answer TransferAddRs v12.0 {
          TransferRet? =TransferRet
        }
        answer TransferModRs v12.0 {
          TransferRet? =TransferRet
        }
        answer TransferQueryRs @retCount @iteratorID v12.0 {
          TransferRet* =TransferRet
        }
        answer GeneralSummaryReportQueryRs v2.0 {
          ReportRet? =ReportRet
        }
        answer JobReportQueryRs v2.0 {
          ReportRet? =ReportRet
        }
        answer TimeReportQueryRs v2.0 {
          ReportRet? =ReportRet
        }
        answer AgingReportQueryRs v2.0 {
          ReportRet? =ReportRet
        }
        answer BudgetSummaryReportQueryRs v3.0 {
          ReportRet? =ReportRet
        }
        answer GeneralDetailReportQueryRs v2.0 {
          ReportRet? =ReportRet
        }
        answer CustomDetailReportQueryRs v2.0 {
          ReportRet? =ReportRet
        }
        answer CustomSummaryReportQueryRs v2.0 {
          ReportRet? =ReportRet
        }
        answer PayrollDetailReportQueryRs v3.0 {
          ReportRet? =ReportRet
        }
        answer PayrollSummaryReportQueryRs v3.0 {
          ReportRet? =ReportRet
        }
        answer DataExtDefAddRs v2.0 {
          DataExtDefRet? =DataExtDefRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DataExtDefModRs v2.0 {
          DataExtDefRet? =DataExtDefRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DataExtDefDelRs v2.0 {
          DataExtDefDelRet? {
            OwnerID guid
            DataExtName text31
            TimeDeleted? time
          }
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DataExtDefQueryRs @retCount v2.0 {
          DataExtDefRet* =DataExtDefRet
        }
        answer DataExtAddRs v2.0 {
          DataExtRet? =DataExtRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DataExtModRs v2.0 {
          DataExtRet? =DataExtRet
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DataExtDelRs v2.0 {
          DataExtDelRet? {
            OwnerID guid
            DataExtName text31
            (?
              ListDataExtType enum
              ListObjRef =Ref159
            |
              TxnDataExtType enum
              TxnID id
              TxnLineID? id v3.0
            |
              OtherDataExtType enum
            )
            TimeDeleted? time
          }
          ErrorRecovery? =ErrorRecovery v11.0
        }
        answer DataEventSubscriptionAddRs subscription v3.0 {
          DataEventSubscriptionRet? =DataEventSubscriptionRet
        }
        answer DataEventSubscriptionQueryRs subscription v3.0 {
          DataEventSubscriptionRet? =DataEventSubscriptionRet
        }
        answer UIEventSubscriptionAddRs subscription v3.0 {
          UIEventSubscriptionRet? =UIEventSubscriptionRet
        }
        answer UIEventSubscriptionQueryRs subscription v3.0 {
          UIEventSubscriptionRet? =UIEventSubscriptionRet
        }
        answer UIExtensionSubscriptionAddRs subscription v3.0 {
          UIExtensionSubscriptionRet? =UIExtensionSubscriptionRet
        }
        answer UIExtensionSubscriptionQueryRs subscription v3.0 {
          UIExtensionSubscriptionRet? =UIExtensionSubscriptionRet
        }
        answer SubscriptionDelRs subscription v3.0 {
        }
        """#
}
