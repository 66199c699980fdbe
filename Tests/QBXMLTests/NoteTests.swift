import Foundation
import Testing
import XML

@testable import QBXML

@Suite("What the catalog lacks")
struct NoteTests {
    private func notes(_ inside: String, in element: String = "InvoiceQueryRs") throws -> [Note] {
        try Response(decoding: Fixture.document(element, #"statusCode="0""#, inside)).notes
    }

    @Test("is noted once, however often it comes: the element with what it stands in")
    func elements() throws {
        let invoice = """
            <InvoiceRet><TxnID>1</TxnID><Novelty><Inside>x</Inside></Novelty><Novelty/>\
            <InvoiceLineRet><TxnLineID>1</TxnLineID><Novelty/><Memo/></InvoiceLineRet></InvoiceRet>
            """
        #expect(
            try notes(invoice + invoice) == [
                Note(parent: "InvoiceRet", element: "Novelty"),
                Note(parent: "InvoiceLineRet", element: "Novelty"),
                Note(parent: "InvoiceLineRet", element: "Memo"),
            ])
    }

    @Test("is noted for answers, records and loose fields alike")
    func places() throws {
        #expect(
            try notes("<GhostRet><ListID>1</ListID><Sheet/></GhostRet><Loose/>")
                == [
                    Note(parent: "InvoiceQueryRs", element: "GhostRet"),
                    Note(parent: "InvoiceQueryRs", element: "Loose"),
                ])
        #expect(
            try notes("<CustomerRet><ListID>1</ListID><Sheet/></CustomerRet>", in: "GhostQueryRs")
                == [
                    Note(parent: "QBXMLMsgsRs", element: "GhostQueryRs"),
                    Note(parent: "CustomerRet", element: "Sheet"),
                ])
        #expect(try notes("<TxnDelType>Bill</TxnDelType><TxnID>1</TxnID>", in: "TxnDelRs").isEmpty)
    }

    @Test("is noted for attributes, with an at sign")
    func attributes() throws {
        let report = """
            <ReportRet><ColDesc colID="1" dataType="NEWTYPE" shade="x"><ColType>Blank</ColType></ColDesc>\
            <ReportData><DataRow rowNumber="1"><RowData rowType="item" value="a"/></DataRow></ReportData>\
            </ReportRet>
            """
        #expect(
            try notes(report, in: "GeneralSummaryReportQueryRs") == [
                Note(parent: "ColDesc", element: "@dataType", value: "NEWTYPE"),
                Note(parent: "ColDesc", element: "@shade"),
            ])
    }

    @Test("is noted for each new value of an enumeration, and the value is kept")
    func values() throws {
        func linked(_ type: String) -> String {
            "<LinkedTxn><TxnID>1</TxnID><TxnType>\(type)</TxnType></LinkedTxn>"
        }
        let types = ["Invoice", "Bill", "Owl", "Invoice", "Owl", "", "Two &amp; \\", "bill"]
        let inside = "<InvoiceRet><TxnID>1</TxnID>" + types.map(linked).joined() + "</InvoiceRet>"
        let response = try Response(
            decoding: Fixture.document("InvoiceQueryRs", #"statusCode="0""#, inside + inside))
        #expect(
            response.notes
                == ["Owl", "Two & \\", "bill"].map {
                    Note(parent: "LinkedTxn", element: "TxnType", value: $0)
                })
        let record = try Fixture.check(try #require(response.answers.first?.records.first))
        let links = try #require(record["LinkedTxn"] as? [[String: Any]])
        #expect(
            links.map { $0["TxnType"] as? String } == types.map { $0 == "Two &amp; \\" ? "Two & \\" : $0 })
    }

    @Test("is never noted for what the catalog has, whatever its version and edition")
    func known() throws {
        let all = Catalog.standard.enumerations.first { $0.name == "TxnType" }?.values.map(\.name) ?? []
        #expect(all.count > 20)
        let links = all.map { "<LinkedTxn><TxnID>1</TxnID><TxnType>\($0)</TxnType></LinkedTxn>" }
        let invoice = "<InvoiceRet><TxnID>1</TxnID>\(links.joined())</InvoiceRet>"
        #expect(try notes(invoice + invoice).isEmpty)
    }

    @Test("is noted a hundred times at most, and a long value is not repeated whole")
    func bounds() throws {
        let many = (0..<300).map { "<N\($0)/>" }.joined()
        #expect(try notes("<InvoiceRet><TxnID>1</TxnID>\(many)</InvoiceRet>").count == 100)
        let long = String(repeating: "é", count: 5000)
        let types = (0..<300).map { "<LinkedTxn><TxnType>\($0)\(long)</TxnType></LinkedTxn>" }.joined()
        let notes = try notes("<InvoiceRet><TxnID>1</TxnID>\(types)</InvoiceRet>")
        #expect(notes.count == 100)
        #expect(notes.allSatisfy { ($0.value?.utf8.count ?? 0) <= 103 })
    }

    @Test("is told in a sentence")
    func sentences() {
        #expect(
            Note(parent: "InvoiceRet", element: "Owl").sentence
                == "QuickBooks sent an element Owl in InvoiceRet, which the catalog does not have there.")
        #expect(
            Note(parent: "ColDesc", element: "@owl").sentence
                == "QuickBooks sent an attribute @owl in ColDesc, which the catalog does not have there.")
        #expect(
            Note(parent: "LinkedTxn", element: "TxnType", value: "Owl").sentence
                == #"QuickBooks gave TxnType in LinkedTxn the value "Owl", which the catalog lacks."#)
    }

    /// What the samples hold beyond the catalog of 16.0.
    private static let inSamples: [String: [Note]] = [:]

    @Test(
        "is in the captured answers what it is known to be",
        .enabled(if: Reference.isHere, Reference.absence))
    func samples() throws {
        for file in try Reference.samples("rs-") {
            let response = try Response(decoding: Reference.bytes(file), encoding: .declared)
            #expect(
                response.notes == Self.inSamples[file.lastPathComponent, default: []],
                "\(file.lastPathComponent)")
        }
    }
}
