import Foundation
import Simulator
import Testing
import XML

@Suite struct RefusalTests {
    private func refusal(_ reply: Reply) -> DocumentRefusal? {
        if case .refused(let refusal) = reply { return refusal }
        return nil
    }

    @Test(
        "a document with one wrong element is refused whole, and the explanation says where",
        arguments: [
            (
                "<VendorQueryRq><ActiveStatus>All</ActiveStatus><MaxReturned>5</MaxReturned></VendorQueryRq>",
                "VendorQueryRq/ActiveStatus: <ActiveStatus> stands at the wrong place"
            ),
            (
                "<CustomerQueryRq><ListID>1-1</ListID><MaxReturned>5</MaxReturned></CustomerQueryRq>",
                "MaxReturned: ListID and MaxReturned exclude each other"
            ),
            ("<CustomerQueryRq><Colour>red</Colour></CustomerQueryRq>", "no <Colour> in <CustomerQueryRq>"),
            ("<CustomerQueryRq><ActiveStatus>all</ActiveStatus></CustomerQueryRq>", "\"all\" is none"),
            ("<CustomerQueryRq><MaxReturned>0</MaxReturned></CustomerQueryRq>", "out of the range"),
            (
                "<ItemQueryRq><FromModifiedDate>2025-01-01T00:00:00Z</FromModifiedDate></ItemQueryRq>",
                "FromModifiedDate: \"2025-01-01T00:00:00Z\" is no value"
            ),
            (
                "<InvoiceQueryRq><FromModifiedDate>2025-01-01</FromModifiedDate></InvoiceQueryRq>",
                "does not stand directly in <InvoiceQueryRq>"
            ),
            (
                """
                <InvoiceQueryRq><ModifiedDateRangeFilter /><TxnDateRangeFilter /></InvoiceQueryRq>
                """, "TxnDateRangeFilter exclude each other"
            ),
            ("<InvoiceQueryRq><IncludeLineItems>yes</IncludeLineItems></InvoiceQueryRq>", "is no value"),
            (
                "<AccountQueryRq iterator=\"Start\"><MaxReturned>5</MaxReturned></AccountQueryRq>",
                "AccountQueryRq cannot be paged"
            ),
            ("<CustomerQueryRq iterator=\"Begin\" />", "Start, Continue or Stop"),
            ("<ClassQueryRq><OwnerID>0</OwnerID></ClassQueryRq>", "<OwnerID>, but not in <ClassQueryRq>"),
            ("<ClassQueryRq /><NonsenseRq />", "no request <NonsenseRq>"),
            ("<ClassQueryRq>", "not well-formed"),
            (
                "<AccountQueryRq><NameFilter><Name>x</Name></NameFilter></AccountQueryRq>",
                "<NameFilter> lacks <MatchCriterion>"
            ),
        ])
    func oneWrongElement(requests: String, explanation: String) throws {
        var desk = Desk(.sample)
        let found = try #require(self.refusal(desk.reply(requests)))
        #expect(found.hresult == "0x80040400")
        #expect(found.message == "QuickBooks found an error when parsing the provided XML text stream.")
        #expect(found.reasons.contains { $0.contains(explanation) }, "\(found.reasons)")
    }

    @Test("a good request in the same document does not help it")
    func whole() {
        var desk = Desk(.sample)
        #expect(refusal(desk.reply("<ClassQueryRq /><CustomerQueryRq><Colour /></CustomerQueryRq>")) != nil)
    }

    private static let set = "<QBXML><QBXMLMsgsRq onError='stopOnError'/></QBXML>"

    @Test("the smallest document is taken, with a comment before its root")
    func smallest() {
        var desk = Desk(.sample)
        let text = "<?xml version='1.0'?><!-- a <b> -- c --><?qbxml version='13.0'?>\(Self.set)"
        let document = text.replacing(" -- ", with: " - ")
        #expect(refusal(desk.session.answer(Array(document.utf8), from: &desk.file)) == nil)
    }

    @Test(
        "the head must be right from the first byte on",
        arguments: [
            "\n<?xml version='1.0'?><?qbxml version='13.0'?>\(set)",
            "<?qbxml version='13.0'?>\(set)",
            "<?xml version='1.0'?>\(set)",
            "<?xml version='1.0'?>\(set)<?qbxml version='13.0'?>",
            "<?xml version='1.0'?><?qbxml version='99.0'?>\(set)",
            "<?xml version='1.0'?><?qbxml version='13.0'?><QBXML><QBXMLMsgsRq/></QBXML>",
            "<?xml version='1.0'?><?qbxml version='13.0'?><QBXML><QBXMLMsgsRq onError='stop'/></QBXML>",
            "<?xml version='1.0'?><?qbxml version='13.0'?><QBXML/>",
            "<?xml version='1.0'?><?qbxml version='13.0'?><Other/>",
            "",
        ])
    func head(document: String) {
        var desk = Desk(.sample)
        #expect(refusal(desk.session.answer(Array(document.utf8), from: &desk.file)) != nil)
    }

    @Test("an empty message set is accepted and answered empty")
    func emptySet() throws {
        var desk = Desk(.sample)
        #expect(try desk.ask("").isEmpty)
    }

    @Test("a raw character above 127 is refused, its decimal reference is taken")
    func rawBytes() throws {
        var desk = Desk(.sample)
        let raw = refusal(desk.reply("<CustomerQueryRq><FullName>Café</FullName></CustomerQueryRq>"))
        #expect(raw?.reasons.first?.contains("above 127") == true)
        let answer = try desk.askOne("<CustomerQueryRq><FullName>Caf&#233;</FullName></CustomerQueryRq>")
        #expect(answer.status == "500")
    }

    @Test("a version that is older than an element refuses it")
    func versions() {
        var desk = Desk(.sample)
        let iterator = "<CustomerQueryRq iterator=\"Start\"><MaxReturned>1</MaxReturned></CustomerQueryRq>"
        let tooNew = refusal(desk.reply(iterator, version: "4.0"))?.reasons.first
        #expect(tooNew?.contains("came with qbXML 5.0; this request must do with 4.0") == true)
        #expect(refusal(desk.reply(iterator, version: "5.0")) == nil)
        var old = Desk(
            CompanyFile.generated(seed: 1, size: .small, program: QuickBooksProgram(year: 2014)))
        #expect(refusal(old.reply("<ClassQueryRq />", version: "16.0")) != nil)
        #expect(refusal(old.reply("<ClassQueryRq />", version: "13.0")) == nil)
    }

    @Test(
        "real request samples are judged as the 13.0 schema judges them",
        .enabled(if: Reference.has("samples/MANIFEST.tsv"), "the reference folder is not beside the checkout")
    )
    func samples() throws {
        let manifest = String(decoding: try Reference.bytes("samples/MANIFEST.tsv"), as: UTF8.self)
        var judged = 0
        for line in manifest.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns[0].hasPrefix("rq-"), columns[5].allSatisfy({ $0 != " " }) else { continue }
            var desk = Desk(.sample)
            let reply = desk.session.answer(try Reference.bytes("samples/\(columns[0])"), from: &desk.file)
            let reasons = refusal(reply)?.reasons ?? []
            // A schema says nothing about bytes, nor about what this simulator keeps.
            let beside = ["no message sets", "very first byte", "above 127"]
            if beside.contains(where: { reasons.first?.contains($0) == true }) { continue }
            judged += 1
            #expect((refusal(reply) == nil) == (columns[12] == "yes"), "\(columns[0]): \(reasons)")
        }
        #expect(judged >= 45)
    }
}
