import Foundation
import QBXML
import Testing

@Suite("The attributes within a record")
struct AttributeTests {
    private func invoice(_ inside: String) throws -> String {
        try Fixture.json("<InvoiceRet><TxnID>1</TxnID>\(inside)</InvoiceRet>", in: "InvoiceQueryRs")
    }

    @Test("stand in front of the children, with an at sign")
    func beforeChildren() throws {
        #expect(
            try invoice(#"<LinkedTxn a="b" c="d"><TxnID>2</TxnID></LinkedTxn>"#)
                == #"{"TxnID":"1","LinkedTxn":[{"@a":"b","@c":"d","TxnID":"2"}]}"#)
        #expect(
            try invoice("<LinkedTxn a='b'>\n loose <TxnID>2</TxnID>\n<Memo>x</Memo></LinkedTxn>")
                == #"{"TxnID":"1","LinkedTxn":[{"@a":"b","TxnID":"2","Memo":"x"}]}"#)
    }

    @Test("make an object of an element that has nothing else, and put its text under #text")
    func textAndNothing() throws {
        #expect(try invoice(#"<New a="b"/>"#) == #"{"TxnID":"1","New":{"@a":"b"}}"#)
        #expect(try invoice("<New a='b'>\n</New>") == #"{"TxnID":"1","New":{"@a":"b"}}"#)
        #expect(
            try invoice(#"<Memo a="b">x &lt; y</Memo><Other>z</Other>"#)
                == ##"{"TxnID":"1","Memo":{"@a":"b","#text":"x < y"},"Other":"z"}"##)
        #expect(try invoice("<Memo a='b'> x</Memo>") == ##"{"TxnID":"1","Memo":{"@a":"b","#text":" x"}}"##)
    }

    @Test("are always text, numbers and booleans included, and so is the text beside them")
    func alwaysText() throws {
        #expect(
            try invoice(##"<TxnNumber n="7">7</TxnNumber><IsPaid b="true">true</IsPaid>"##)
                == ##"""
                {"TxnID":"1","TxnNumber":{"@n":"7","#text":"7"},"IsPaid":{"@b":"true","#text":"true"}}
                """##)
    }

    @Test("of the record itself are kept, and a record of attributes alone is not empty")
    func recordItself() throws {
        let json = try Fixture.json(#"<CustomerRet a="b"><ListID>1</ListID></CustomerRet>"#)
        #expect(json == #"{"@a":"b","ListID":"1"}"#)
        let company = try Fixture.json(#"<CompanyRet a="b"/>"#, in: "CompanyQueryRs")
        #expect(company == #"{"@a":"b"}"#)
    }

    @Test("are escaped as JSON wants it, and a name that comes in two namespaces is taken once")
    func oddities() throws {
        #expect(
            try invoice(#"<New a="&quot;\&#10;é&amp;" b=""/>"#)
                == #"{"TxnID":"1","New":{"@a":"\"\\\né&","@b":""}}"#)
        #expect(
            try invoice(#"<New xmlns:p="urn:p" a="1" p:a="2"/>"#) == #"{"TxnID":"1","New":{"@a":"1"}}"#)
    }

    @Test("do not come between elements of one list, nor into their order")
    func gathering() throws {
        #expect(
            try invoice(#"<InvoiceLineRet a="1"/><InvoiceLineRet a="2">x</InvoiceLineRet><Memo/>"#)
                == ##"{"TxnID":"1","InvoiceLineRet":[{"@a":"1"},{"@a":"2","#text":"x"}],"Memo":""}"##)
        #expect(
            try invoice(#"<New a="1"><B>1</B><C/><B>2</B></New>"#)
                == #"{"TxnID":"1","New":{"@a":"1","B":["1","2"],"C":"","$order":["B","C","B"]}}"#)
    }

    @Test("make up a report, which has no ID and keeps its JSON all the same")
    func report() throws {
        let answer = try Fixture.answer(
            "GeneralSummaryReportQueryRs", #"statusCode="0""#,
            """
            <ReportRet><NumRows>2</NumRows>
            <ColDesc colID="1" dataType="STRTYPE">
            <ColTitle titleRow="1" />
            <ColType>Blank</ColType>
            </ColDesc>
            <ReportData>
            <TextRow rowNumber="1" value="Inventory" />
            <DataRow rowNumber="2">
            <RowData rowType="item" value="a" />
            <ColData colID="1" value="5" />
            </DataRow>
            <TextRow rowNumber="3" value="more" />
            </ReportData>
            </ReportRet>
            """)
        let fault = try #require(answer.faults.first)
        #expect(fault.kind == "Report")
        #expect(
            String(decoding: fault.json, as: UTF8.self) == #"""
                {"NumRows":2,"ColDesc":[{"@colID":"1","@dataType":"STRTYPE","ColTitle":[{"@titleRow":"1"}],\#
                "ColType":"Blank"}],\#
                "ReportData":{"TextRow":[{"@rowNumber":"1","@value":"Inventory"},\#
                {"@rowNumber":"3","@value":"more"}],\#
                "DataRow":[{"@rowNumber":"2","RowData":{"@rowType":"item","@value":"a"},\#
                "ColData":[{"@colID":"1","@value":"5"}]}],\#
                "$order":["TextRow","DataRow","TextRow"]}}
                """#)
    }
}
