import Foundation
import Simulator
import Testing
import XML

@Suite struct IteratorTests {
    private func page(_ desk: inout Desk, _ attributes: String, size: Int = 7) throws -> Element {
        try desk.askOne(
            """
            <InvoiceQueryRq requestID="1" \(attributes)><MaxReturned>\(size)</MaxReturned></InvoiceQueryRq>
            """
        )
    }

    @Test("pages of an iterator are the whole list without gaps or doubles, with the right count left")
    func pages() throws {
        var desk = Desk(.sample)
        let all = try desk.askOne("<InvoiceQueryRq />").values("TxnID")
        var answer = try page(&desk, "iterator=\"Start\"")
        let id = try #require(answer.attribute("iteratorID"))
        #expect(id.wholeMatch(of: /\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}/) != nil)
        var seen = answer.values("TxnID")
        while answer.attribute("iteratorRemainingCount") != "0" {
            #expect(answer.attribute("iteratorRemainingCount") == "\(all.count - seen.count)")
            answer = try page(&desk, "iterator=\"Continue\" iteratorID=\"\(id)\"")
            #expect(answer.attribute("iteratorID") == id)
            seen += answer.values("TxnID")
        }
        #expect(seen == all)
        let after = try page(&desk, "iterator=\"Continue\" iteratorID=\"\(id)\"")
        #expect(after.status == "3391")
    }

    @Test("an iterator dies with its session: status 3391 in the next one")
    func diesWithSession() throws {
        var desk = Desk(.sample)
        let id = try #require(try page(&desk, "iterator=\"Start\"").attribute("iteratorID"))
        desk.session = QuickBooksSession(seed: Seed(8))
        let answer = try page(&desk, "iterator=\"Continue\" iteratorID=\"\(id)\"")
        #expect(answer.status == "3391")
        #expect(answer.attribute("statusSeverity") == "Error")
        #expect(answer.attribute("statusMessage") == "The iteratorID \"\(id)\" is not valid.")
        #expect(answer.elements.isEmpty)
    }

    @Test("an iterator must go on with the filters that it began with; only the size of a page may change")
    func sameFilters() throws {
        var desk = Desk(.sample)
        let id = try #require(try page(&desk, "iterator=\"Start\"").attribute("iteratorID"))
        let more = try page(&desk, "iterator=\"Continue\" iteratorID=\"\(id)\"", size: 2)
        #expect(more.elements.count == 2)
        let other = try desk.askOne(
            """
            <InvoiceQueryRq iterator="Continue" iteratorID="\(id)"><MaxReturned>7</MaxReturned>\
            <PaidStatus>PaidOnly</PaidStatus></InvoiceQueryRq>
            """)
        #expect(other.status == "3391")
    }

    @Test("a stopped iterator is gone")
    func stop() throws {
        var desk = Desk(.sample)
        let id = try #require(try page(&desk, "iterator=\"Start\"").attribute("iteratorID"))
        #expect(try page(&desk, "iterator=\"Stop\" iteratorID=\"\(id)\"").status == "0")
        #expect(try page(&desk, "iterator=\"Continue\" iteratorID=\"\(id)\"").status == "3391")
    }

    @Test(
        "a record changed during the iteration comes as it is now, a removed one is left out, a new one waits"
    )
    func changes() throws {
        var desk = Desk(.sample)
        let all = try desk.askOne("<InvoiceQueryRq />").values("TxnID")
        let unpaid = try #require(
            desk.file.records("Invoice").last { $0["AppliedAmount"] == "0.00" && $0.id != all.last })
        let id = try #require(try page(&desk, "iterator=\"Start\"", size: 1).attribute("iteratorID"))
        let now = Date(timeIntervalSince1970: 1_780_000_000)
        try desk.file.apply(.remove(family: "Invoice", record: unpaid.id), at: now)
        try desk.file.apply(
            .modify(family: "Invoice", record: all[all.count - 1], set: ["Memo": "changed"]), at: now)
        try desk.file.apply(.addInvoice(customer: desk.file.records("Customer")[0].id), at: now)
        let rest = try page(&desk, "iterator=\"Continue\" iteratorID=\"\(id)\"", size: 1_000)
        #expect(rest.values("TxnID") == all.dropFirst().filter { $0 != unpaid.id })
        #expect(rest.elements.last?["Memo"]?.text == "changed")
    }

    @Test("an iterator that finds nothing says status 1 and is over")
    func empty() throws {
        var desk = Desk(.sample)
        let answer = try desk.askOne(
            """
            <CustomerQueryRq iterator="Start"><MaxReturned>5</MaxReturned>\
            <FromModifiedDate>2031-01-01</FromModifiedDate></CustomerQueryRq>
            """)
        #expect(answer.status == "1")
        #expect(answer.attribute("iteratorRemainingCount") == "0")
    }

    @Test("an iterator without MaxReturned is an error of that request only")
    func withoutSize() throws {
        var desk = Desk(.sample)
        let answers = try desk.ask("<CustomerQueryRq iterator=\"Start\" /><ClassQueryRq />")
        #expect(answers.map(\.status) == ["3150", "0"])
    }
}
