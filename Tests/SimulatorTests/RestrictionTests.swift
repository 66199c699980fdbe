import Simulator
import Testing
import XML

/// A QuickBooks user who may not read everything.
@Suite struct RestrictionTests {
    @Test("a hidden kind looks as if there were none of it, by ID and in the count as well")
    func hidden() throws {
        var desk = Desk(.sample)
        let id = try #require(desk.file.records("Invoice").first).id
        desk.file.restrictions["Invoice"] = .hidden
        for request in [
            "<InvoiceQueryRq/>", "<InvoiceQueryRq><TxnID>\(id)</TxnID></InvoiceQueryRq>",
            "<InvoiceQueryRq metaData=\"MetaDataOnly\"/>",
            "<InvoiceQueryRq iterator=\"Start\"><MaxReturned>5</MaxReturned></InvoiceQueryRq>",
        ] {
            let answer = try desk.askOne(request)
            #expect(answer.status == "1" && answer.elements.isEmpty, "\(request)")
            #expect((answer.attribute("retCount") ?? "0") == "0")
        }
        #expect(try desk.askOne("<CustomerQueryRq/>").status == "0")
        #expect(!desk.file.records("Invoice").isEmpty)
    }

    @Test("missing rights are 3260, withheld personal data 3261, and a stopOnError stops there")
    func told() throws {
        var desk = Desk(.sample)
        desk.file.restrictions = ["Vendor": .refused, "Employee": .withheld]
        #expect(try desk.askOne("<VendorQueryRq/>").status == "3260")
        let answers = try desk.ask("<EmployeeQueryRq/><ClassQueryRq/>", onError: "stopOnError")
        #expect(answers.map(\.status) == ["3261", "3231"])
        desk.file.restrictions["Preferences"] = .refused
        #expect(try desk.askOne("<PreferencesQueryRq/>").status == "3260")
    }

    @Test("a query for several kinds leaves out what may not be read, and fails only if nothing is left")
    func mixed() throws {
        var desk = Desk(.sample)
        let all = try desk.askOne("<EntityQueryRq/>")
        #expect(Set(all.elements.map(\.name)).isSuperset(of: ["CustomerRet", "EmployeeRet", "VendorRet"]))
        desk.file.restrictions = ["Customer": .hidden, "Employee": .refused]
        let some = try desk.askOne("<EntityQueryRq/>")
        #expect(some.status == "0")
        #expect(Set(some.elements.map(\.name)).isDisjoint(with: ["CustomerRet", "EmployeeRet"]))
        desk.file.restrictions = ["ItemService": .hidden]
        let items = try desk.askOne("<ItemQueryRq/>")
        #expect(items.status == "0" && !items.elements.contains { $0.name == "ItemServiceRet" })
        #expect(try desk.askOne("<ItemServiceQueryRq/>").status == "1")
        desk.file.restrictions = ["Item": .refused]
        #expect(try desk.askOne("<ItemQueryRq/>").status == "3260")
        #expect(try desk.askOne("<ItemServiceQueryRq/>").status == "3260")
    }

    @Test("only kinds that a query answers can be restricted")
    func names() {
        for kind in ["Invoice", "Item", "ItemService", "Terms", "Company", "TimeTracking"] {
            #expect(CompanyFile.isRestrictable(kind))
        }
        #expect(!CompanyFile.isRestrictable("Invoices") && !CompanyFile.isRestrictable("Report"))
    }
}
