import Testing

@testable import QBXML

@Suite("The categories of a sync")
struct CategoryTests {
    @Test("stand in their fixed order: lists before transactions (SA-23)")
    func order() {
        #expect(
            Category.all.prefix(5).map(\.name) == [
                "company", "host", "preferences", "currencies", "accounts",
            ])
        let identities = Category.all.map(\.identity)
        let firstTransaction = identities.firstIndex(of: .txnID) ?? 0
        #expect(identities[firstTransaction...].allSatisfy { $0 == .txnID })
        func isBefore(_ one: String, _ other: String) -> Bool {
            let names = Category.all.map(\.name)
            return (names.firstIndex(of: one) ?? .max) < (names.firstIndex(of: other) ?? .min)
        }
        #expect(isBefore("accounts", "items") && isBefore("items", "price-levels"))
        #expect(isBefore("customers", "invoices") && isBefore("invoices", "received-payments"))
    }

    @Test("are each complete: no section of the notation is left unread")
    func completeness() {
        let sections = Notation(Category.notation).sections
        #expect(sections.count == Category.all.count)
        for category in Category.all {
            #expect(!category.title.isEmpty && !category.singular.isEmpty)
            #expect(category.query.hasSuffix("QueryRq"))
            #expect(!category.records.isEmpty && category.records.allSatisfy { $0.hasSuffix("Ret") })
        }
        #expect(Set(Category.all.map(\.name)).count == Category.all.count)
        #expect(Set(Category.all.flatMap(\.kinds)).count == Category.all.flatMap(\.kinds).count)
    }

    @Test("are every query of the catalog that brings records with an ID, and what a file has one of")
    func coverage() {
        let catalog = Catalog.standard
        /// They show records of other queries again, or what is no record.
        let others: Set<String> = [
            "EntityQueryRq", "TransactionQueryRq", "BillToPayQueryRq", "ReceivePaymentToDepositQueryRq",
            "SalesTaxReturnLineQueryRq", "StandardTermsQueryRq", "DateDrivenTermsQueryRq",
            "ListDeletedQueryRq", "TxnDeletedQueryRq",
        ]
        let asked = Set(Category.all.map(\.query))
        for query in catalog.requests where query.operation == .query && query.container == .messages {
            if asked.contains(query.name) || others.contains(query.name) { continue }
            // Single kinds of items come with all items.
            if query.name.hasPrefix("Item"), query.name != "ItemSitesQueryRq" { continue }
            let answer = catalog.message(query.title + "Rs")
            let records = answer.map { catalog[$0.content].places } ?? []
            let hasID = records.contains { place in
                (place.content.map { catalog[$0].places } ?? []).contains {
                    ["ListID", "TxnID"].contains(catalog.name(of: $0))
                }
            }
            #expect(!hasID, "\(query.name) brings records that no category reads")
        }
    }

    @Test("are found by whatever a person calls them, and none takes a word of another one")
    func called() {
        for category in Category.all {
            let words = [category.name, category.title, category.singular] + category.kinds
            for word in words { #expect(Category.called(word)?.name == category.name, "\(word)") }
            #expect(Category.called(category.title.uppercased())?.name == category.name)
        }
        #expect(Category.called("invoicez") == nil)
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
            #expect(
                (row[5] == "yes" && row[6] == "yes") == (category.paging == .iterator), "\(category.name)")
            let filters: [Category.Modified: Substring] = [
                .direct: "direct", .range: "ModifiedDateRangeFilter", .none: "-",
            ]
            #expect(row[7] == filters[category.modified], "\(category.name)")
            #expect((row[8] == "yes") == category.hasActiveStatus, "\(category.name)")
            #expect((row[9] == "yes") == category.hasLineItems, "\(category.name)")
            #expect((row[11] == "yes") == category.hasOwnerID, "\(category.name)")
        }
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
