import Testing

@testable import QBXML

@Suite("The categories of a sync")
struct CategoryTests {
    @Test("stand in their fixed order: lists before transactions (SA-23)")
    func order() {
        #expect(
            Category.all.map(\.name) == [
                "company", "preferences", "accounts", "classes", "terms", "payment-methods", "items",
                "customers",
                "vendors", "employees", "invoices", "received-payments",
            ])
        let identities = Category.all.map(\.identity)
        let firstTransaction = identities.firstIndex(of: .txnID) ?? 0
        #expect(identities[firstTransaction...].allSatisfy { $0 == .txnID })
    }

    @Test("are each complete: no section and no part of the notation is left unread")
    func completeness() {
        let sections = Notation(Category.notation).sections
        #expect(sections.count == Category.all.count)
        for (section, category) in zip(sections, Category.all) {
            let constants = category.parts.filter {
                if case .constant = $0.content { true } else { false }
            }
            #expect(section["asks"].count == constants.count, "\(category.name)")
            #expect(!category.title.isEmpty && !category.singular.isEmpty)
            #expect(category.query.hasSuffix("QueryRq"))
            #expect(!category.records.isEmpty && category.records.allSatisfy { $0.hasSuffix("Ret") })
        }
        #expect(Set(Category.all.map(\.name)).count == Category.all.count)
    }

    @Test("say what their query can do")
    func abilities() throws {
        let customers = try #require(Category.named("customers"))
        #expect(customers.paging == .iterator)
        #expect(customers.modified == .direct)
        #expect(customers.hasActiveStatus && customers.hasOwnerID && !customers.hasLineItems)
        let invoices = try #require(Category.named("invoices"))
        #expect(invoices.modified == .range)
        #expect(invoices.hasLineItems && !invoices.hasActiveStatus)
        let company = try #require(Category.named("company"))
        #expect(company.paging == .whole && company.modified == .none && company.identity == .single)
        #expect(try #require(Category.named("items")).records.count == 12)
        #expect(Category.named("Customers") == nil)
    }

    @Test(
        "send what the index of requests says that each query has",
        .enabled(if: Reference.isHere, Reference.absence))
    func indexAgrees() throws {
        let lines = try String(decoding: Reference.bytes(Reference.requestIndex), as: UTF8.self).split(
            separator: "\n")
        let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        for category in Category.all {
            let row = try #require(rows.first { $0[0] == category.query }, "\(category.query)")
            #expect(row[2] == category.since.description, "\(category.name)")
            #expect((row[5] == "yes") == (category.paging == .iterator), "\(category.name)")
            let filters: [Category.Modified: Substring] = [
                .direct: "direct", .range: "ModifiedDateRangeFilter", .none: "-",
            ]
            #expect(row[7] == filters[category.modified], "\(category.name)")
            #expect((row[8] == "yes") == category.hasActiveStatus, "\(category.name)")
            #expect((row[9] == "yes") == category.hasLineItems, "\(category.name)")
            #expect((row[11] == "yes") == category.hasOwnerID, "\(category.name)")
        }
    }

    @Test("cannot ask for what their query does not have")
    func oddParts() throws {
        let catalog = Catalog.standard
        let query = try #require(catalog.message("CustomerQueryRq"))
        #expect(QueryPart.parts(of: query, asking: ["Nonsense=1"], in: catalog) == nil)
        #expect(QueryPart.parts(of: query, asking: ["OwnerID"], in: catalog) == nil)
        let parts = try #require(QueryPart.parts(of: query, asking: ["OwnerID=0"], in: catalog))
        #expect(parts.last?.content == .constant(element: "OwnerID", value: "0"))
        #expect(parts.last?.since == Version(major: 2, minor: 0))
    }

    @Test("are written in a notation of sections, keys and words")
    func notation() {
        let notation = Notation("lost: 1\none\n    a: b  c\n      d e:\n    f:\ntwo\n    lost\n    g: h\n")
        #expect(notation.sections.map(\.name) == ["lost: 1", "one", "two"])
        #expect(notation["one"]?["a"] == ["b", "c", "d", "e:"])
        #expect(notation["one"]?["f"] == [])
        #expect(notation["one"]?.text("a") == "b c d e:")
        #expect(notation["two"]?["g"] == ["h"])
        #expect(notation["three"] == nil)
    }
}
