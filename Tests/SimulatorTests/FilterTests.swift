import Foundation
import Simulator
import Testing
import XML

/// The rarer filters, and the queries whose answers are worked out.
@Suite struct FilterTests {
    private static let standard = CompanyFile.generated(seed: 2)

    private func child(_ record: CompanyRecord, _ path: String...) -> String? {
        var fields = record.fields
        for name in path.dropLast() { fields = fields.first { $0.name == name }?.fields ?? [] }
        return fields.first { $0.name == path.last }?.text
    }

    @Test("a class or an item is found in the head and in any line, with what lies below it when asked for")
    func branches() throws {
        var desk = Desk(Self.standard)
        let bills = desk.file.records("Bill")
        func lines(_ record: CompanyRecord, _ reference: String) -> [String] {
            record.fields.filter { $0.name.hasSuffix("LineRet") }.compactMap { line in
                line.fields.first { $0.name == reference }?.fields.first { $0.name == "FullName" }?.text
            }
        }
        let account = try #require(bills.flatMap { lines($0, "AccountRef") }.first)
        let expected = bills.filter { lines($0, "AccountRef").contains(account) }.map(\.id)
        let found = try desk.askOne(
            "<BillQueryRq><AccountFilter><FullName>\(account)</FullName></AccountFilter></BillQueryRq>")
        #expect(Set(found.values("TxnID")) == Set(expected))
        let parent = try #require(desk.file.record("Account", named: "Insurance"))
        let below = bills.filter { lines($0, "AccountRef").contains { $0.hasPrefix("Insurance") } }.map(\.id)
        let tree = try desk.askOne(
            """
            <BillQueryRq><AccountFilter><ListIDWithChildren>\(parent.id)</ListIDWithChildren></AccountFilter>\
            </BillQueryRq>
            """)
        #expect(Set(tree.values("TxnID")) == Set(below) && !below.isEmpty)
        let item = try #require(
            desk.file.records("InventoryAdjustment").flatMap { lines($0, "ItemRef") }.first)
        let adjusted = try desk.askOne(
            """
            <InventoryAdjustmentQueryRq><ItemFilter><FullName>\(item.replacing("\"", with: "&quot;"))\
            </FullName></ItemFilter></InventoryAdjustmentQueryRq>
            """)
        #expect(adjusted.status == "0")
    }

    @Test("TransactionQuery tells of transactions of all kinds, as a whole or line by line")
    func transactions() throws {
        var desk = Desk(Self.standard)
        let all = try desk.askOne("<TransactionQueryRq/>")
        let types = Set(all.values("TxnType"))
        #expect(types.isSuperset(of: ["Invoice", "Bill", "Check", "JournalEntry", "Estimate", "Transfer"]))
        #expect(!types.contains("TimeTracking"))
        let one = try #require(desk.file.records("Invoice").first)
        let lines = try desk.askOne(
            """
            <TransactionQueryRq><TransactionTypeFilter><TxnTypeFilter>Invoice</TxnTypeFilter>\
            </TransactionTypeFilter><TransactionDetailLevelFilter>All</TransactionDetailLevelFilter>\
            </TransactionQueryRq>
            """)
        let own = lines.elements.filter { $0["TxnID"]?.text == one.id }
        #expect(own.count == one.fields.count { $0.name == "InvoiceLineRet" } + 1)
        let total = try #require(own.first.flatMap { Money($0["Amount"]?.text ?? "") })
        let parts = own.dropFirst().compactMap { Money($0["Amount"]?.text ?? "")?.minorUnits }
        #expect(total.minorUnits == parts.reduce(0, +) + (Money(one["SalesTaxTotal"])?.minorUnits ?? 0))
        let posting = try desk.askOne(
            """
            <TransactionQueryRq><TransactionPostingStatusFilter>NonPosting</TransactionPostingStatusFilter>\
            </TransactionQueryRq>
            """)
        #expect(Set(posting.values("TxnType")) == ["Estimate", "SalesOrder", "PurchaseOrder"])
        var reading = AnswerReading()
        for answer in [all, lines, posting] { reading.read(answer) }
        #expect(reading.faults.isEmpty, "\(reading.faults.prefix(3))")
        desk.file.restrictions["Bill"] = .hidden
        #expect(!(try desk.askOne("<TransactionQueryRq/>").values("TxnType").contains("Bill")))
    }

    @Test(
        "TransactionQuery filters by the sort of an entity, an account or an item",
        arguments: [
            ("Entity", "Vendor", ["Bill", "PurchaseOrder"], "Invoice"),
            ("Account", "AccountsReceivable", ["Invoice", "ReceivePayment"], "Bill"),
            ("Item", "Service", ["Invoice"], "Transfer"),
        ])
    func sorts(filter: String, word: String, kinds: [String], other: String) throws {
        var desk = Desk(Self.standard)
        let found = try desk.askOne(
            """
            <TransactionQueryRq><Transaction\(filter)Filter>\
            <\(filter)TypeFilter>\(word)</\(filter)TypeFilter>\
            </Transaction\(filter)Filter></TransactionQueryRq>
            """)
        let types = Set(found.values("TxnType"))
        #expect(types.isSuperset(of: kinds) && !types.contains(other), "\(types.sorted())")
    }

    @Test("an iterator of TransactionQuery gives each row once")
    func iterator() throws {
        var desk = Desk(.sample)
        let whole = try desk.askOne("<TransactionQueryRq/>").values("TxnID")
        var page = try desk.askOne(
            "<TransactionQueryRq iterator=\"Start\"><MaxReturned>40</MaxReturned></TransactionQueryRq>")
        var paged = page.values("TxnID")
        while page.attribute("iteratorRemainingCount") != "0", page.status == "0" {
            let id = page.attribute("iteratorID") ?? ""
            page = try desk.askOne(
                """
                <TransactionQueryRq iterator="Continue" iteratorID="\(id)"><MaxReturned>40</MaxReturned>\
                </TransactionQueryRq>
                """)
            paged += page.values("TxnID")
        }
        #expect(paged == whole)
    }

    @Test(
        "a to-do is done or not, and one asks for what is not done unless one says so",
        arguments: [("", "false"), ("<DoneStatus>DoneOnly</DoneStatus>", "true")])
    func toDos(filter: String, isDone: String) throws {
        var desk = Desk(Self.standard)
        let found = try desk.askOne(
            "<ToDoQueryRq><ActiveStatus>All</ActiveStatus>\(filter)</ToDoQueryRq>")
        #expect(!found.elements.isEmpty && found.values("IsDone").allSatisfy { $0 == isDone })
    }

    @Test("open bills of a vendor, custom fields, tax owed and waiting payments are worked out")
    func workedOut() throws {
        var desk = Desk(Self.standard)
        let bill = try #require(desk.file.records("Bill").first { $0["IsPaid"] == "false" })
        let vendor = try #require(child(bill, "VendorRef", "ListID"))
        let toPay = try desk.askOne(
            "<BillToPayQueryRq><PayeeEntityRef><ListID>\(vendor)</ListID></PayeeEntityRef></BillToPayQueryRq>"
        )
        let open = toPay.elements.compactMap { $0["BillToPay"]?["TxnID"]?.text }
        let expected = desk.file.records("Bill").filter {
            child($0, "VendorRef", "ListID") == vendor && $0["IsPaid"] == "false"
        }
        #expect(open.contains(bill.id) && open.count == expected.count)
        let definitions = try desk.askOne("<DataExtDefQueryRq/>")
        #expect(definitions.values("DataExtName").contains("Region"))
        let tax = try desk.askOne("<SalesTaxPayableQueryRq/>")
        #expect(Money(tax.values("Amount").first ?? "")?.minorUnits == desk.file.account("Sales Tax Payable"))
        let waiting = try desk.askOne("<ReceivePaymentToDepositQueryRq/>")
        let sum = waiting.values("Amount").compactMap { Money($0)?.minorUnits }.reduce(0, +)
        #expect(sum == desk.file.account("Undeposited Funds"))
        let build = try desk.askOne(
            """
            <ItemAssembliesCanBuildQueryRq><ItemInventoryAssemblyRef><FullName>Framed window</FullName>\
            </ItemInventoryAssemblyRef><TxnDate>2026-01-01</TxnDate></ItemAssembliesCanBuildQueryRq>
            """)
        var reading = AnswerReading()
        for answer in [toPay, definitions, tax, waiting, build] { reading.read(answer) }
        #expect(reading.faults.isEmpty && build.status == "0", "\(reading.faults)")
    }

    @Test(
        "date macros are stretches of days around today",
        arguments: [
            ("Today", "2025-12-31", "2025-12-31"), ("ThisWeek", "2025-12-28", "2026-01-03"),
            ("LastMonth", "2025-11-01", "2025-11-30"),
            ("ThisCalendarQuarterToDate", "2025-10-01", "2025-12-31"),
            ("LastFiscalYear", "2024-01-01", "2024-12-31"), ("NextFourWeeks", "2026-01-04", "2026-01-31"),
            ("LastWeekToDate", "2025-12-21", "2025-12-24"), ("LastMonthToDate", "2025-11-01", "2025-11-30"),
        ])
    func macros(word: String, from: String, to: String) throws {
        var desk = Desk(Self.standard)
        func days(_ range: String) throws -> [String] {
            try desk.askOne(
                "<EstimateQueryRq><TxnDateRangeFilter>\(range)</TxnDateRangeFilter></EstimateQueryRq>"
            )
            .values("TxnID")
                + desk.askOne(
                    "<InvoiceQueryRq><TxnDateRangeFilter>\(range)</TxnDateRangeFilter></InvoiceQueryRq>"
                ).values("TxnID")
        }
        let byWord = try days("<DateMacro>\(word)</DateMacro>")
        let byDays = try days("<FromTxnDate>\(from)</FromTxnDate><ToTxnDate>\(to)</ToTxnDate>")
        #expect(byWord == byDays)
    }
}
