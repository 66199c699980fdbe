import Testing

@testable import QBXML

@Suite("The list of what the catalog knows")
struct EntryTests {
    private let catalog = Catalog.standard

    @Test("holds all requests with their versions, editions and whether they are read in pages")
    func all() throws {
        let entries = catalog.entries()
        #expect(entries.count == 239 && entries.allSatisfy { $0.kind == .request })
        #expect(entries.count { $0.hasIterator == true } == 46)
        let site = try #require(entries.first { $0.name == "InventorySiteAdd" })
        #expect(site.since == "10.0" && site.editions == ["US", "CA", "UK"] && site.operation == "Add")
    }

    @Test("is searched by names, by what a request does and by all the words together")
    func search() {
        func names(_ words: String...) -> [String] { catalog.entries(holding: words).map(\.name) }
        #expect(names("VOIDS") == ["TxnVoid"])
        #expect(names("bill", "adds").contains("BillAdd"))
        #expect(!names("bill", "adds").contains("BillMod"))
        #expect(
            names("sales order") == names("sales", "order") && names("sales order").contains("SalesOrderAdd"))
        #expect(
            names("iterator").count == 46
                + catalog.entries(holding: ["iterator"]).count { $0.kind == .element })
        let serial = catalog.entries(holding: ["serialnumber"])
        #expect(serial.allSatisfy { $0.kind == .element && ($0.homes ?? 0) > 0 })
        #expect(serial.contains { $0.name == "SerialNumberAdjustment" && $0.homes == 1 })
        #expect(names("zeppelin").isEmpty)
    }
}
