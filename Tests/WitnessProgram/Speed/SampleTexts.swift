import Foundation

/// What is measured: texts as people have them, and always the same.
enum SampleTexts {
    static let customer = """
        <?xml version="1.0" encoding="utf-8"?>
        <?qbxml version="13.0"?>
        <QBXML><QBXMLMsgsRq onError="stopOnError"><CustomerAddRq requestID="1"><CustomerAdd>
        <Name>Elm Street Bakery</Name><CompanyName>Elm Street Bakery</CompanyName>
        <BillAddress><Addr1>12 Elm Street</Addr1><City>Ithaca</City><State>NY</State></BillAddress>
        </CustomerAdd></CustomerAddRq></QBXMLMsgsRq></QBXML>
        """

    static func invoice(lines: Int) -> String {
        let lines = (1...lines).map { number in
            """
            {"ItemRef": {"FullName": "Labour:Hours"}, "Desc": "Work on the north side, part \(number)", \
            "Quantity": "\(number % 9 + 1)", "Rate": "12.50", "ClassRef": {"FullName": "North"}, \
            "Amount": \(number).5, "SalesTaxCodeRef": {"FullName": "Tax"}}
            """
        }
        return """
            {"InvoiceAdd": {"CustomerRef": {"FullName": "Elm Street Bakery"}, "TxnDate": "2026-11-27", \
            "RefNumber": "1021", "InvoiceLineAdd": [\(lines.joined(separator: ",\n"))]}}
            """
    }

    /// Writes an answer of that size, invoices with ten lines each, laid out as QuickBooks does.
    ///
    /// - Returns: its size in bytes.
    static func writeAnswer(to path: String, megabytes: Int) throws -> Int {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        var size = 0
        func write(_ text: String) throws {
            let data = Data(text.utf8)
            size += data.count
            try file.write(contentsOf: data)
        }
        try write(
            "<?xml version=\"1.0\" ?>\n<QBXML>\n<QBXMLMsgsRs>\n<InvoiceQueryRs requestID=\"1\" "
                + "statusCode=\"0\" statusSeverity=\"Info\" statusMessage=\"Status OK\">\n")
        var number = 0
        while size < megabytes * 1_000_000 {
            var piece = ""
            for _ in 0..<100 {
                number += 1
                piece += invoiceRecord(number)
            }
            try write(piece)
        }
        try write("</InvoiceQueryRs>\n</QBXMLMsgsRs>\n</QBXML>\n")
        try file.close()
        return size
    }

    private static func invoiceRecord(_ number: Int) -> String {
        var record = """
            <InvoiceRet>
            <TxnID>\(String(number, radix: 16, uppercase: true))-1422671082</TxnID>
            <TimeCreated>2026-01-31T02:24:42-05:00</TimeCreated>
            <TimeModified>2026-01-31T02:24:42-05:00</TimeModified>
            <EditSequence>1422671082</EditSequence>
            <TxnNumber>\(number)</TxnNumber>
            <CustomerRef>
            <ListID>80000001-1422671082</ListID>
            <FullName>Elm Street Bakery &amp; Sons</FullName>
            </CustomerRef>
            <TxnDate>2026-01-31</TxnDate>
            <RefNumber>\(number)</RefNumber>
            <IsPending>false</IsPending>
            <Subtotal>1250.00</Subtotal>

            """
        for line in 1...10 {
            record += """
                <InvoiceLineRet>
                <TxnLineID>\(line)-1422671082</TxnLineID>
                <ItemRef>
                <ListID>80000007-1422671082</ListID>
                <FullName>Labour:Hours</FullName>
                </ItemRef>
                <Desc>Work on the north side, part \(line)</Desc>
                <Quantity>10</Quantity>
                <Rate>12.50</Rate>
                <Amount>125.00</Amount>
                </InvoiceLineRet>

                """
        }
        return record + "</InvoiceRet>\n"
    }
}
