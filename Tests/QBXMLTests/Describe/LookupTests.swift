import Testing

@testable import QBXML

@Suite("Looking a name up in the catalog")
struct LookupTests {
    private let catalog = Catalog.standard

    private func places(_ path: String) -> [String] {
        guard case .places(let places) = catalog.look(up: path) else { return [] }
        return places.map(\.path)
    }

    private func message(_ name: String) -> String? {
        guard case .message(let message) = catalog.look(up: name) else { return nil }
        return message.name
    }

    private func unknown(_ path: String) -> Lookup.Unknown? {
        guard case .unknown(let unknown) = catalog.look(up: path) else { return nil }
        return unknown
    }

    @Test("finds a message with and without its ending, in any case and in brackets")
    func messages() {
        for name in ["InvoiceAdd", "InvoiceAddRq", "invoiceadd", "INVOICEADDRQ", "<InvoiceAddRq>"] {
            #expect(message(name) == "InvoiceAddRq", "\(name)")
        }
        #expect(message("invoicequeryrs") == "InvoiceQueryRs")
    }

    @Test("follows a path through the element that gives a request its name, which need not be named")
    func paths() {
        for path in [
            "InvoiceAdd.InvoiceLineAdd.ItemRef", "InvoiceAddRq.InvoiceAdd.InvoiceLineAdd.ItemRef",
            "invoiceadd/invoicelineadd/itemref", "InvoiceAdd InvoiceLineAdd ItemRef",
        ] {
            #expect(places(path) == ["InvoiceAdd.InvoiceLineAdd.ItemRef"], "\(path)")
        }
        #expect(places("InvoiceAdd.IncludeRetElement") == ["InvoiceAdd.IncludeRetElement"])
        #expect(places("InvoiceQueryRs.InvoiceRet.RefNumber") == ["InvoiceQueryRs.InvoiceRet.RefNumber"])
    }

    @Test("finds every place of a name by itself, and of a path that begins with one")
    func names() {
        #expect(
            Set(places("InvoiceRet")) == [
                "InvoiceQueryRs.InvoiceRet", "InvoiceAddRs.InvoiceRet",
                "InvoiceModRs.InvoiceRet",
            ])
        #expect(places("InvoiceRet.InvoiceLineRet").count == 3)
        // Counted in another way: every place of every message, one after the other.
        let number = catalog.index.id(of: "EditSequence")
        func count(_ content: Content.ID) -> Int {
            catalog[content].places.reduce(0) { sum, place in
                sum + (place.name == number ? 1 : 0) + (place.content.map(count) ?? 0)
            }
        }
        let expected = (catalog.requests + catalog.answers).reduce(0) { $0 + count($1.content) }
        #expect(expected > 100)
        #expect(places("EditSequence").count == expected)
    }

    @Test("knows the attributes of requests and elements")
    func attributes() {
        func attribute(_ path: String) -> AttributeDescription? {
            guard case .attribute(let attribute) = catalog.look(up: path) else { return nil }
            return attribute
        }
        #expect(attribute("CustomerQuery.@iterator")?.values?.map(\.name) == ["Start", "Continue", "Stop"])
        #expect(attribute("@iterator")?.name == "iterator" && attribute("defmacro") == nil)
        #expect(attribute("InvoiceAdd.@defMacro")?.name == "defMacro")
        #expect(attribute("InvoiceAdd.InvoiceLineAdd.@defMacro")?.name == "defMacro")
        #expect(unknown("AccountQuery.@iterator")?.nearest == [])
        #expect(unknown("CustomerQuery.@iterater")?.nearest == ["@iterator", "@iteratorID"])
    }

    @Test("takes what several requests are about for their subject")
    func subject() {
        guard case .subject("Invoice") = catalog.look(up: "invoice") else {
            Issue.record("Invoice is no subject")
            return
        }
        #expect(
            catalog.entries(about: "Invoice").map(\.name)
                == ["InvoiceQuery", "InvoiceAdd", "InvoiceMod", "InvoiceRet"])
    }

    @Test("says of an unknown name where it ends, what is spelt nearly so and what lies deeper inside")
    func unknowns() {
        #expect(
            unknown("InvoceAd") == .init(name: "InvoceAd", within: nil, nearest: ["InvoiceAdd", "Invoiced"]))
        #expect(unknown("InvoiceAdd.CustomerReff")?.nearest.first == "CustomerRef")
        #expect(
            unknown("InvoiceAdd.itemref")
                == .init(
                    name: "itemref", within: "InvoiceAdd", nearest: ["InvoiceAdd.InvoiceLineAdd.ItemRef"]))
        #expect(
            unknown("InvoiceAdd.RefNumber.Deeper")
                == .init(name: "Deeper", within: "InvoiceAdd.RefNumber", nearest: []))
        #expect(unknown("") != nil && unknown("...") != nil && unknown("zzzzzzzz")?.nearest == [])
        // Half a name is typed as often as a wrong one.
        #expect(unknown("ModifiedDateRange")?.nearest.contains("ModifiedDateRangeFilter") == true)
    }
}
