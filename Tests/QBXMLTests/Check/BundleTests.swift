import Testing

@testable import QBXML

@Suite("Requests that macros tie")
struct BundleTests {
    private func invoice(_ attributes: String, _ customer: String = "<ListID>80-1</ListID>") -> String {
        "<InvoiceAddRq><InvoiceAdd \(attributes)><CustomerRef>\(customer)</CustomerRef></InvoiceAdd>"
            + "</InvoiceAddRq>"
    }

    private func payment(_ macro: String) -> String {
        "<ReceivePaymentAddRq><ReceivePaymentAdd><CustomerRef><ListID>80-1</ListID></CustomerRef>"
            + "<TotalAmount>1.00</TotalAmount><AppliedToTxnAdd><TxnID useMacro=\"\(macro)\"/>"
            + "<PaymentAmount>1.00</PaymentAmount></AppliedToTxnAdd></ReceivePaymentAdd>"
            + "</ReceivePaymentAddRq>"
    }

    private func bundles(_ requests: String...) throws -> [Int?] {
        let body = "<QBXMLMsgsRq onError=\"stopOnError\">\(requests.joined())</QBXMLMsgsRq>"
        let checked = Checker.check(try Draft(reading: Array(body.utf8)))
        #expect(checked.errors.isEmpty, "\(checked.errors.map(\.sentence))")
        return checked.macros().bundles
    }

    @Test("what defines a macro and what uses it are one bundle; all else is by itself")
    func pairs() throws {
        let found = try bundles(
            invoice("defMacro=\"TxnID:a\""), invoice(""), invoice("defMacro=\"TxnID:b\""),
            payment("TxnID:a"), payment("TxnID:b"), payment("TxnID:b"))
        #expect(found == [0, nil, 2, 0, 2, 2])
    }

    @Test("a macro that nobody uses ties nothing")
    func unused() throws {
        #expect(try bundles(invoice("defMacro=\"TxnID:a\""), invoice("")) == [nil, nil])
    }

    @Test("the definition of a macro that nobody uses can be left out, and that of another cannot")
    func idle() throws {
        let body =
            "<QBXMLMsgsRq onError=\"stopOnError\">" + invoice("defMacro=\"TxnID:a\"")
            + invoice("defMacro=\"TxnID:b\"") + payment("TxnID:b") + "</QBXMLMsgsRq>"
        let checked = Checker.check(try Draft(reading: Array(body.utf8)))
        let idle = checked.macros().idle
        #expect(idle == ["TxnID:a"])
        let written = checked.requests.indices.map {
            String(decoding: checked.request($0, without: idle), as: UTF8.self)
        }
        #expect(
            written[0].contains("<InvoiceAdd>") && written[1].contains("<InvoiceAdd defMacro=\"TxnID:b\">"))
        #expect(written[2].contains("useMacro=\"TxnID:b\""))
        #expect(String(decoding: checked.request(0), as: UTF8.self).contains("defMacro=\"TxnID:a\""))
    }

    @Test("requests in JSON are tied as well")
    func json() throws {
        let body = #"""
            [{"InvoiceAdd": {"@defMacro": "TxnID:a", "CustomerRef": {"ListID": "80-1"}}},
             {"ReceivePaymentAdd": {"CustomerRef": {"ListID": "80-1"}, "TotalAmount": "1.00",
              "AppliedToTxnAdd": [{"TxnID": {"@useMacro": "TxnID:a"}, "PaymentAmount": "1.00"}]}}]
            """#
        let checked = Checker.check(try Draft(reading: Array(body.utf8)))
        #expect(checked.errors.isEmpty, "\(checked.errors.map(\.sentence))")
        #expect(checked.macros().bundles == [0, 0])
    }

    @Test("what uses a macro can take its value from the record that came of what defined it")
    func links() throws {
        let body = """
            <QBXMLMsgsRq onError="stopOnError"><InvoiceAddRq><InvoiceAdd defMacro="TxnID:a &amp; b">
            <CustomerRef><ListID>80-1</ListID></CustomerRef>
            <InvoiceLineAdd><Desc>A</Desc></InvoiceLineAdd>
            <InvoiceLineAdd defMacro="TxnLineID:l"><Desc>B</Desc></InvoiceLineAdd></InvoiceAdd></InvoiceAddRq>
            \(payment("TxnID:a &amp; b"))\(payment("TxnLineID:l"))</QBXMLMsgsRq>
            """
        let checked = Checker.check(try Draft(reading: Array(body.utf8)))
        #expect(checked.errors.isEmpty, "\(checked.errors.map(\.sentence))")
        let links = checked.macros().links
        let link = try #require(links[1]?.first)
        #expect(links.count == 2 && link.request == "#0" && link.path == "TxnID")
        #expect(links[2]?.map(\.path) == ["InvoiceLineRet[1].TxnLineID"])
        let text = String(
            decoding: DraftLink.put("5-1", for: link.token, into: checked.request(1)), as: UTF8.self)
        #expect(text.contains("<AppliedToTxnAdd><TxnID>5-1</TxnID>"), "\(text)")
    }
}
