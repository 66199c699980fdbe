/// Where our verdict and that of the 13.0 XSD differ on purpose.
///
/// A short list, and each entry narrow: whatever differs without being here is a mistake in the checker, in
/// the catalog's facts or in this list. An entry that nothing needs any more is a mistake too.
package enum KnownDifference: String, CaseIterable, Sendable {
    case onlineEdition = "online edition"
    case whiteSpace = "white space"
    case dateForm = "form of a date"
    case longNumber = "long number"
    case emptyWord = "empty word"
    case emptyReportType = "empty report type"
    case conversionRatio = "conversion ratio"
    case returnLineName = "return line's name"
    case taxCodeName = "tax code's name"
    case valueAdjustment = "value adjustment"
    case blankInNothing = "blank in nothing"

    /// Why the two differ, and why we do as we do.
    package var sentence: String {
        switch self {
        case .onlineEdition:
            "The XSD still has what belonged to the Online Edition; no desktop ever took it, so we refuse it."
        case .whiteSpace:
            "The XSD forgives white space around a value; QuickBooks takes text as it is, so we refuse."
        case .dateForm:
            """
            The XSD's date may have a time zone, a sign and years of five digits; qbXML's is YYYY-MM-DD, so \
            we refuse the others.
            """
        case .longNumber:
            "The XSD's whole numbers have no end; those of QuickBooks have 32 bits, so we refuse more digits."
        case .emptyWord:
            """
            An XSD fills an empty element with its default; nobody knows whether QuickBooks does, so we ask \
            for the word.
            """
        case .emptyReportType:
            "The XSD has an empty word among the job reports; no report is called by it, so we refuse it."
        case .conversionRatio:
            "The range of ConversionRatio is in the sample-shaped schemas only; we keep it."
        case .returnLineName:
            "The 91 characters of a sales tax return line's name are in the sample-shaped schemas only."
        case .taxCodeName:
            """
            The XSD gives tax codes the 3 characters of two editions; the Australian one has 6, so without \
            an edition we take 6.
            """
        case .valueAdjustment:
            """
            The XSD forbids the new value of an inventory adjustment by an occurrence of 0, which leaves the \
            element without its purpose; all other schemas allow it.
            """
        case .blankInNothing:
            """
            An element that has no content at all may not even hold a blank in an XSD; people indent, and \
            what we send has no blanks.
            """
        }
    }

    /// The shortest request that the two judge differently for this reason and no other.
    package var exhibit: String {
        switch self {
        case .onlineEdition:
            "<CustomerAddRq><CustomerAdd><Name>A</Name><Mobile>1</Mobile></CustomerAdd></CustomerAddRq>"
        case .whiteSpace: "<AccountQueryRq><MaxReturned>5 </MaxReturned></AccountQueryRq>"
        case .dateForm: "<BillToPayQueryRq><PayeeEntityRef/><DueDate>2026-11-27Z</DueDate></BillToPayQueryRq>"
        case .longNumber: "<AccountQueryRq><MaxReturned>12345678901</MaxReturned></AccountQueryRq>"
        case .emptyWord: "<AccountQueryRq><ActiveStatus/></AccountQueryRq>"
        case .emptyReportType: "<JobReportQueryRq><JobReportType/></JobReportQueryRq>"
        case .conversionRatio:
            """
            <UnitOfMeasureSetAddRq><UnitOfMeasureSetAdd><Name>A</Name>\
            <UnitOfMeasureType>Count</UnitOfMeasureType>\
            <BaseUnit><Name>A</Name><Abbreviation>a</Abbreviation></BaseUnit><RelatedUnit><Name>B</Name>\
            <Abbreviation>b</Abbreviation><ConversionRatio>5001</ConversionRatio></RelatedUnit>\
            </UnitOfMeasureSetAdd></UnitOfMeasureSetAddRq>
            """
        case .returnLineName:
            """
            <ItemSalesTaxAddRq><ItemSalesTaxAdd><Name>A</Name><SalesTaxReturnLineRef>\
            <FullName>\(String(repeating: "a", count: 92))</FullName></SalesTaxReturnLineRef>\
            </ItemSalesTaxAdd></ItemSalesTaxAddRq>
            """
        case .taxCodeName:
            """
            <AccountAddRq><AccountAdd><Name>A</Name><AccountType>Bank</AccountType>\
            <SalesTaxCodeRef><FullName>GST123</FullName></SalesTaxCodeRef></AccountAdd></AccountAddRq>
            """
        case .valueAdjustment:
            """
            <InventoryAdjustmentAddRq><InventoryAdjustmentAdd><AccountRef/><InventoryAdjustmentLineAdd>\
            <ItemRef/><ValueAdjustment><QuantityDifference>1</QuantityDifference><NewValue>5.00</NewValue>\
            </ValueAdjustment></InventoryAdjustmentLineAdd></InventoryAdjustmentAdd>\
            </InventoryAdjustmentAddRq>
            """
        case .blankInNothing: "<SalesTaxReturnQueryRq> </SalesTaxReturnQueryRq>"
        }
    }
}
