import QBXML
import Testing

@testable import Daemon

@Suite("Kinds of records in addresses")
struct RecordKindTests {
    @Test("are those that a sync brings, and groups of them")
    func all() throws {
        for category in QBXML.Category.all {
            for kind in category.kinds { #expect(try RecordKind.named(kind).kinds == [kind]) }
        }
        #expect(try RecordKind.named("Item").kinds.contains("ItemInventoryAssembly"))
        #expect(try RecordKind.named("Terms").kinds == ["StandardTerms", "DateDrivenTerms"])
        #expect(try Set(RecordKind.named("Entity").kinds) == ["Customer", "Vendor", "Employee", "OtherName"])
        #expect(try RecordKind.named("Txn").kinds.contains("ReceivePayment"))
        #expect(Set(RecordKind.all.map(\.name)).count == RecordKind.all.count)
    }

    @Test("a transaction has a date, so that an order by dates leaves none out")
    func dates() throws {
        for kind in try RecordKind.named("Txn").kinds {
            #expect(try RecordKind.named(kind).has("TxnDate"), "\(kind)")
        }
    }

    @Test("a kind that has a number has no name, so that one index serves both")
    func numbers() throws {
        for kind in RecordKind.all where !kind.isGroup && kind.has("RefNumber") {
            #expect(!kind.has("Name") && !kind.has("FullName"), "\(kind.name)")
        }
    }

    @Test(
        "a kind may be called as its category is called, in any case",
        arguments: [
            ("Invoices", ["Invoice"]), ("received payments", ["ReceivePayment"]), ("customer", ["Customer"]),
            ("journal-entries", ["JournalEntry"]), ("Terms", ["StandardTerms", "DateDrivenTerms"]),
            ("txn", nil), ("QuickBooks", ["Host"]),
        ])
    func words(name: String, kinds: [String]?) throws {
        let kind = try RecordKind.named(name)
        if let kinds { #expect(kind.kinds == kinds) } else { #expect(kind.name == "Txn") }
        #expect(try RecordKind.named("items").name == "Item")
    }

    @Test("paths of elements are followed into what is inside, and the nearest name is told")
    func fields() throws {
        let invoice = try RecordKind.named("Invoice")
        #expect(invoice.problem(ofField: ["InvoiceLineRet", "ItemRef", "FullName"]) == nil)
        #expect(
            invoice.problem(ofField: ["InvoiceLineRet", "Amuont"])
                == "InvoiceLineRet has no element Amuont. Did you mean Amount?")
        #expect(invoice.problem(ofField: ["TxnID", "x"])?.hasPrefix("TxnID has no element x.") == true)
    }

    @Test(
        "what is none is refused with those that are spelt nearly so",
        arguments: ["Invoce", "Custommers", "InvoiceRet"])
    func unknown(name: String) {
        #expect(throws: OrderRefusal.self) { try RecordKind.named(name) }
        do { _ = try RecordKind.named(name) } catch OrderRefusal.notFound(let detail) {
            #expect(detail.contains("Did you mean"), "\(detail)")
        } catch { Issue.record(error) }
    }
}
