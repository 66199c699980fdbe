import Foundation

/// What the simulated QuickBooks of a benchmark answers.
enum Books {
    /// The answer to the three first queries, with the stamp that the Web Connector wrote.
    static func hcp(ownerID: String, fileID: String) -> String {
        let text = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs>
            <HostQueryRs requestID="0" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
            <HostRet>
            <ProductName>Bench</ProductName><MajorVersion>24</MajorVersion><MinorVersion>0</MinorVersion>
            <Country>US</Country><SupportedQBXMLVersion>13.0</SupportedQBXMLVersion>
            <QBFileMode>MultiUser</QBFileMode></HostRet></HostQueryRs>
            <CompanyQueryRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
            <CompanyRet><CompanyName>Bench</CompanyName><DataExtRet><OwnerID>\(ownerID)</OwnerID>
            <DataExtName>FileID</DataExtName><DataExtType>STR255TYPE</DataExtType>
            <DataExtValue>\(fileID)</DataExtValue></DataExtRet></CompanyRet></CompanyQueryRs>
            </QBXMLMsgsRs></QBXML>
            """
        return text.replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
    }

    /// What the company file of a benchmark holds.
    enum Kind: String, CaseIterable {
        case customer = "CustomerQuery"
        case invoice = "InvoiceQuery"
        case item = "ItemQuery"

        func record(_ number: Int, edit: Int) -> String {
            switch self {
            case .customer: Books.customer(number, edit: edit)
            case .invoice: Books.invoice(number, edit: edit)
            case .item: Books.item(number)
            }
        }
    }

    /// QuickBooks' answer to one query, not escaped. Nothing found is status 1, as in life.
    static func answer(to query: Visit.Query, records: String = "", attributes: String = "") -> String {
        let code = records.isEmpty && attributes.isEmpty ? 1 : 0
        let head =
            "<\(query.name)Rs requestID=\"\(query.requestID)\" statusCode=\"\(code)\" "
            + "statusSeverity=\"Info\" statusMessage=\"Status OK\""
        return "\(head)\(attributes)>\(records)</\(query.name)Rs>"
    }

    static func document(_ answers: [String]) -> [UInt8] {
        Array("<?xml version=\"1.0\" ?><QBXML><QBXMLMsgsRs>\(answers.joined())</QBXMLMsgsRs></QBXML>".utf8)
    }

    /// To queries about a company file that has nothing but `count` records of a kind, all of them known.
    static func nothing(_ queries: [Visit.Query], but kind: Kind? = nil, count: Int = 0) -> [UInt8] {
        escaped(
            document(
                queries.map { query in
                    guard query.name == kind?.rawValue, query.isCount else { return answer(to: query) }
                    return answer(to: query, attributes: " retCount=\"\(count)\"")
                }))
    }

    /// All records of a kind in one answer of about `bytes`, not escaped.
    static func all(
        _ kind: Kind, bytes: Int, query: Visit.Query, edit: Int
    ) -> (document: [UInt8], count: Int) {
        var records: [UInt8] = []
        records.reserveCapacity(bytes + bytes / 50)
        var count = 0
        while records.count < bytes {
            count += 1
            records += Array(kind.record(count, edit: edit).utf8)
        }
        let iterator = query.isIterated ? " iteratorRemainingCount=\"0\" iteratorID=\"{1}\"" : ""
        let shell = document([answer(to: query, records: "|", attributes: iterator)])
        let parts = shell.split(separator: UInt8(ascii: "|"))
        return (Array(parts[0]) + records + Array(parts[1]), count)
    }

    /// As text within SOAP.
    static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 3)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): text += Array("&lt;".utf8)
            case UInt8(ascii: ">"): text += Array("&gt;".utf8)
            case UInt8(ascii: "&"): text += Array("&amp;".utf8)
            default: text.append(byte)
            }
        }
        return text
    }

    static func id(_ number: Int) -> String {
        String(number + 0x8000_1000, radix: 16, uppercase: true) + "-1422671082"
    }

    static func item(_ number: Int) -> String {
        """
        <ItemServiceRet><ListID>\(id(number))</ListID>
        <TimeCreated>2024-03-02T09:15:00-05:00</TimeCreated>
        <TimeModified>2024-06-11T14:40:21-05:00</TimeModified>
        <EditSequence>1718131221</EditSequence><Name>Service \(number)</Name>
        <FullName>Service \(number)</FullName><IsActive>true</IsActive><Sublevel>0</Sublevel></ItemServiceRet>
        """
    }

    static func customer(_ number: Int, edit: Int = 1) -> String {
        """
        <CustomerRet><ListID>\(id(number))</ListID><TimeCreated>2024-03-02T09:15:00-05:00</TimeCreated>
        <TimeModified>2024-06-11T14:40:21-05:00</TimeModified>
        <EditSequence>\(1_718_131_221 + edit)</EditSequence><Name>Customer \(number)</Name>
        <FullName>Customer \(number)</FullName><IsActive>true</IsActive><Sublevel>0</Sublevel>
        <CompanyName>Customer \(number) &amp; Sons</CompanyName><FirstName>Kim</FirstName>
        <LastName>Fielding</LastName><BillAddress><Addr1>Customer \(number)</Addr1>
        <Addr2>\(number) Harbour Road, Suite 40</Addr2><City>Bayshore</City><State>CA</State>
        <PostalCode>94326</PostalCode><Country>US</Country></BillAddress><BillAddressBlock>
        <Addr1>Customer</Addr1><Addr2>\(number) Harbour Road, Suite 40</Addr2>
        <Addr3>Bayshore, CA 94326</Addr3></BillAddressBlock><ShipAddress><Addr1>Customer \(number)</Addr1>
        <City>Bayshore</City><State>CA</State><PostalCode>94326</PostalCode></ShipAddress>
        <Phone>415-555-0100</Phone><Email>kim\(number)@example.com</Email><Contact>Kim Fielding</Contact>
        <TermsRef><ListID>80000003-1422671001</ListID><FullName>Net 30</FullName></TermsRef>
        <Balance>\(number).00</Balance><TotalBalance>\(number).00</TotalBalance><SalesTaxCodeRef>
        <ListID>80000001-1422671000</ListID><FullName>Tax</FullName></SalesTaxCodeRef>
        <JobStatus>None</JobStatus><PreferredDeliveryMethod>None</PreferredDeliveryMethod><DataExtRet>
        <OwnerID>0</OwnerID><DataExtName>Region</DataExtName><DataExtType>STR255TYPE</DataExtType>
        <DataExtValue>North</DataExtValue></DataExtRet></CustomerRet>
        """
    }

    /// With five lines, as the first sync of a company of any age meets them by the hundred thousand.
    static func invoice(_ number: Int, edit: Int) -> String {
        let lines = (1...5).map { line in
            """
            <InvoiceLineRet><TxnLineID>\(String(number, radix: 16))\(line)-1422671082</TxnLineID>
            <ItemRef><ListID>\(id(number % 5000))</ListID><FullName>Labour:Service \(number % 5000)</FullName>
            </ItemRef><Desc>Work on the north side, part \(line)</Desc><Quantity>10</Quantity>
            <Rate>12.50</Rate><Amount>125.00</Amount><SalesTaxCodeRef><ListID>80000001-1422671000</ListID>
            <FullName>Tax</FullName></SalesTaxCodeRef></InvoiceLineRet>
            """
        }
        let customer = number % 20_000
        return """
            <InvoiceRet><TxnID>\(String(number, radix: 16, uppercase: true))-1422671082</TxnID>
            <TimeCreated>2026-01-31T02:24:42-05:00</TimeCreated>
            <TimeModified>2026-01-31T02:24:42-05:00</TimeModified>
            <EditSequence>\(1_422_671_082 + edit)</EditSequence><TxnNumber>\(number)</TxnNumber>
            <CustomerRef><ListID>\(id(customer))</ListID>
            <FullName>Customer \(customer)</FullName></CustomerRef>
            <ARAccountRef><ListID>80000003-1422671002</ListID><FullName>Accounts Receivable</FullName>
            </ARAccountRef><TemplateRef><ListID>80000001-1422671003</ListID>
            <FullName>Intuit Invoice</FullName>
            </TemplateRef><TxnDate>2026-01-31</TxnDate><RefNumber>\(number)</RefNumber>
            <BillAddress><Addr1>Customer \(customer)</Addr1><City>Bayshore</City><State>CA</State>
            <PostalCode>94326</PostalCode></BillAddress><IsPending>false</IsPending>
            <IsFinanceCharge>false</IsFinanceCharge><TermsRef><ListID>80000003-1422671001</ListID>
            <FullName>Net 30</FullName></TermsRef><DueDate>2026-03-02</DueDate><ShipDate>2026-01-31</ShipDate>
            <Subtotal>625.00</Subtotal><SalesTaxPercentage>0.00</SalesTaxPercentage>
            <SalesTaxTotal>0.00</SalesTaxTotal><AppliedAmount>0.00</AppliedAmount>
            <BalanceRemaining>625.00</BalanceRemaining><IsPaid>false</IsPaid>\(lines.joined())</InvoiceRet>
            """
    }
}
