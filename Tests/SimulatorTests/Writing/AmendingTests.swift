import Foundation
import Simulator
import Testing
import XML

@Suite struct AmendingTests {
    @Test("a stale EditSequence is answered with 3200 and the present record")
    func stale() throws {
        var desk = try Desk.opened()
        let old = try desk.add("Class", "<Name>North</Name>")
        let new = try desk.change("Class", old, "<Name>East</Name>")
        #expect(new.status == "0")
        let before = desk.file.fingerprint()
        let answer = try desk.change("Class", old, "<Name>West</Name>")
        #expect(answer.status == "3200" && answer.elements == new.elements)
        #expect(desk.file.fingerprint() == before)
    }

    @Test("given elements replace, empty ones clear, and what is left out stays")
    func values() throws {
        var desk = Desk(.sample)
        let record = try desk.add(
            "Customer",
            "<Name>Zed</Name><CompanyName>Zed Inc.</CompanyName><FirstName>Ann</FirstName><Phone>1</Phone>")
        let answer = try desk.change(
            "Customer", record, "<CompanyName></CompanyName><Phone>2</Phone>")
        let changed = try #require(answer.elements.first)
        #expect(changed["CompanyName"] == nil && changed["Phone"]?.text == "2")
        #expect(changed["FirstName"]?.text == "Ann" && changed["Name"]?.text == "Zed")
        #expect(changed["EditSequence"]?.text == "1772550060")
        #expect(changed["TimeCreated"]?.text == record["TimeCreated"]?.text)
        #expect(changed["TimeModified"]?.text != record["TimeModified"]?.text)
    }

    @Test("an ID that is none is 3000, one that nobody has 3120, and one of another kind too")
    func ids() throws {
        var desk = try Desk.opened()
        let item = try #require(desk.file.record("Item", named: "Polish"))
        for (kind, id, status) in [
            ("Customer", "what", "3000"), ("Customer", "80009999-1", "3120"),
            ("ItemDiscount", item.id, "3120"),
        ] {
            let answer = try desk.write(
                """
                <\(kind)ModRq><\(kind)Mod><ListID>\(id)</ListID><EditSequence>1</EditSequence></\(kind)Mod>\
                </\(kind)ModRq>
                """)
            #expect(answer.status == status)
        }
    }

    @Test("a new name stands in the paths below and in every reference, and may not be another's")
    func renaming() throws {
        var desk = try Desk.opened()
        try desk.add("Customer", "<Name>Roof</Name><ParentRef><FullName>Zed Works</FullName></ParentRef>")
        let invoice = try desk.add("Invoice", Ask.customer + Ask.line("1"))
        let record = try desk.askOne("<CustomerQueryRq><FullName>Zed Works</FullName></CustomerQueryRq>")
            .elements[0]
        #expect(try desk.change("Customer", record, "<Name>Quarry</Name>").status == "3100")
        #expect(try desk.change("Customer", record, "<Name>Zed Ltd</Name>").status == "0")
        #expect(desk.file.record("Customer", named: "Zed Ltd:Roof") != nil)
        let present = desk.file.record("Invoice", id: invoice["TxnID"]?.text ?? "")
        #expect(present?.fields.first { $0.name == "CustomerRef" }?.fields.last?.text == "Zed Ltd")
        #expect(desk.balance("Customer", "Zed Ltd") == "12.50")
    }

    @Test("an entry is not put below itself")
    func loop() throws {
        var desk = try Desk.opened()
        let record = try desk.askOne("<CustomerQueryRq><FullName>Zed Works</FullName></CustomerQueryRq>")
            .elements[0]
        try desk.add("Customer", "<Name>Roof</Name><ParentRef><FullName>Zed Works</FullName></ParentRef>")
        let answer = try desk.change(
            "Customer", record, "<ParentRef><FullName>Zed Works:Roof</FullName></ParentRef>")
        #expect(answer.status == "3130")
    }

    // MARK: Lines

    private func invoice(_ desk: inout Desk) throws -> (Element, [String]) {
        let invoice = try desk.add(
            "Invoice", Ask.customer + Ask.line("1") + Ask.line("2") + Ask.line("3"))
        return (invoice, Self.lines(invoice).compactMap { $0["TxnLineID"]?.text })
    }

    private static func lines(_ record: Element?) -> [Element] {
        record?.elements.filter { $0.name == "InvoiceLineRet" } ?? []
    }

    private static func kept(_ id: String, _ more: String = "") -> String {
        "<InvoiceLineMod><TxnLineID>\(id)</TxnLineID>\(more)</InvoiceLineMod>"
    }

    @Test("lines that are named stay, others are gone, -1 makes a new one, and the totals follow")
    func lines() throws {
        var desk = try Desk.opened()
        let (invoice, ids) = try invoice(&desk)
        let answer = try desk.change(
            "Invoice", invoice,
            Self.kept(ids[0]) + Self.kept("-1", "<Desc>Extra</Desc><Amount>1.00</Amount>")
                + Self.kept(ids[2], "<Quantity>4</Quantity>"))
        let record = try #require(answer.elements.first)
        let lines = Self.lines(record)
        #expect(lines.count == 3 && lines[0]["TxnLineID"]?.text == ids[0])
        #expect(lines[2]["TxnLineID"]?.text == ids[2])
        #expect(!ids.contains(lines[1]["TxnLineID"]?.text ?? "") && lines[1]["TxnLineID"]?.text != "-1")
        #expect(lines.map { $0["Amount"]?.text } == ["12.50", "1.00", "50.00"])
        #expect(record["Subtotal"]?.text == "63.50" && desk.balance("Customer", "Zed Works") == "63.50")
    }

    @Test("without any line element all lines stay")
    func noLines() throws {
        var desk = try Desk.opened()
        let (invoice, ids) = try invoice(&desk)
        let record = try desk.change("Invoice", invoice, "<Memo>m</Memo>").elements.first
        #expect(Self.lines(record).compactMap { $0["TxnLineID"]?.text } == ids)
        #expect(record?["Memo"]?.text == "m" && record?["BalanceRemaining"]?.text == "75.00")
    }

    @Test("lines out of order are 3290, a line that is none of this transaction 3120")
    func order() throws {
        var desk = try Desk.opened()
        let (invoice, ids) = try invoice(&desk)
        let turned = try desk.change("Invoice", invoice, Self.kept(ids[1]) + Self.kept(ids[0]))
        #expect(turned.status == "3290")
        #expect(try desk.change("Invoice", invoice, Self.kept("1F-1")).status == "3120")
    }

    @Test("what is paid cannot become worth less than the payment")
    func paid() throws {
        var desk = try Desk.opened()
        let (invoice, ids) = try invoice(&desk)
        let id = try #require(invoice["TxnID"]?.text)
        try desk.add("ReceivePayment", Ask.payment(id, "70.00"))
        let present = try desk.askOne("<InvoiceQueryRq><TxnID>\(id)</TxnID></InvoiceQueryRq>").elements[0]
        #expect(try desk.change("Invoice", present, Self.kept(ids[0])).status == "3180")
        let less = try desk.change(
            "Invoice", present, Self.kept(ids[1]) + Self.kept(ids[2], "<Amount>45.00</Amount>"))
        #expect(less.elements.first?["BalanceRemaining"]?.text == "0.00")
        #expect(less.elements.first?["IsPaid"]?.text == "true")
        #expect(desk.balance("Customer", "Zed Works") == "0.00")
    }

    @Test("a payment that is applied otherwise opens what it paid before")
    func reapplied() throws {
        var desk = try Desk.opened()
        let ids = try (0..<2).map { _ in
            try #require(try desk.add("Invoice", Ask.customer + Ask.line("2"))["TxnID"]?.text)
        }
        let payment = try desk.add("ReceivePayment", Ask.payment(ids[0], "25.00"))
        let answer = try desk.change(
            "ReceivePayment", payment,
            "<AppliedToTxnMod><TxnID>\(ids[1])</TxnID><PaymentAmount>20.00</PaymentAmount></AppliedToTxnMod>")
        #expect(answer.status == "0" && answer.elements.first?["UnusedPayment"]?.text == "5.00")
        let open = ids.map { desk.file.record("Invoice", id: $0)?["BalanceRemaining"] }
        #expect(open == ["25.00", "5.00"])
    }

    @Test("the two sides of a journal entry are named by their type")
    func journal() throws {
        var desk = try Desk.opened()
        let entry = try desk.add(
            "JournalEntry",
            """
            <JournalDebitLine>\(Desk.account("Bank"))<Amount>5.00</Amount></JournalDebitLine>\
            <JournalCreditLine>\(Desk.account("Equity"))<Amount>5.00</Amount></JournalCreditLine>
            """)
        let ids = entry.elements.compactMap { $0["TxnLineID"]?.text }
        let answer = try desk.change(
            "JournalEntry", entry,
            """
            <JournalLineMod><TxnLineID>\(ids[0])</TxnLineID><Amount>7.00</Amount></JournalLineMod>\
            <JournalLineMod><TxnLineID>\(ids[1])</TxnLineID></JournalLineMod>\
            <JournalLineMod><TxnLineID>-1</TxnLineID><JournalLineType>Credit</JournalLineType>\
            \(Desk.account("Equity"))<Amount>2.00</Amount></JournalLineMod>
            """)
        #expect(answer.status == "0")
        #expect(answer.elements.first?.elements.filter { $0.name == "JournalCreditLine" }.count == 2)
    }
}
