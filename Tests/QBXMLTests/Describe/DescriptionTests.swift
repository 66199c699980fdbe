import Testing

@testable import QBXML

@Suite("Descriptions of the catalog")
struct DescriptionTests {
    private let catalog = Catalog.standard

    private func describe(_ name: String, depth: Int = 1) throws -> MessageDescription {
        catalog.describe(try #require(catalog.message(name)), depth: depth)
    }

    private func name(_ path: String, depth: Int = 1) throws -> NameDescription {
        guard case .places(let places) = catalog.look(up: path) else { throw Missing(path: path) }
        return catalog.describe(places, depth: depth)
    }

    private func position(_ path: String) throws -> Position {
        let description = try name(path)
        return try #require(description.position)
    }

    private struct Missing: Error { var path: String }

    private func elements(_ members: [Member]) -> [ElementDescription] {
        members.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    private func choices(_ members: [Member]) -> [ChoiceDescription] {
        members.compactMap { if case .choice(let choice) = $0 { choice } else { nil } }
    }

    private func names(_ branch: [Member]) -> [String] {
        branch.map { member in
            switch member {
            case .element(let element): element.name
            case .choice(let choice): "(" + choice.branches.flatMap(names).joined(separator: "|") + ")"
            }
        }
    }

    @Test("tell a request's elements in the order of the schema, with what each holds")
    func request() throws {
        let invoice = try describe("InvoiceAddRq")
        #expect(invoice.title == "InvoiceAdd" && invoice.direction == "request" && invoice.operation == "Add")
        #expect(invoice.counterpart == "InvoiceAddRs" && invoice.container == "QBXMLMsgsRq")
        #expect(names(invoice.members) == ["InvoiceAdd", "IncludeRetElement"])
        let inside = try #require(elements(invoice.members).first?.members)
        #expect(names(inside).prefix(3) == ["CustomerRef", "ClassRef", "ARAccountRef"])
        let customer = try #require(elements(inside).first)
        #expect(customer.path == "InvoiceAdd.CustomerRef" && customer.occurrence == "required")
        #expect(customer.inside == ["ListID", "FullName"] && customer.members == nil)
        #expect(customer.brief == "ListID, FullName (209)")
        let number = try #require(elements(inside).first { $0.name == "RefNumber" })
        #expect(number.brief == "text up to 11" && number.value == "text of at most 11 characters")
        #expect(number.lengths == ["US": 11, "CA": 11, "UK": 11, "AU": 11])
        #expect(number.minimum == 0 && number.maximum == 1)
    }

    @Test("give versions and editions as they count at the place, with what is around it")
    func versions() throws {
        let serial = try name("InvoiceAdd.InvoiceLineAdd.SerialNumber").forms[0].element
        #expect(serial.since == "11.0" && serial.editions == ["US", "CA", "UK"])
        let vehicle = try #require(elements(describe("VehicleAddRq", depth: 2).members).first)
        #expect(elements(vehicle.members ?? []).allSatisfy { $0.since == "6.0" })
        let gone = try name("InvoiceAdd.ShippingLineAdd.Amount").forms[0].element
        #expect(gone.editions.isEmpty)
        let code = try name("InvoiceAdd.CustomerSalesTaxCodeRef.FullName").forms[0].element
        #expect(code.brief == "text up to 3 (US, CA, UK), 6 (AU)")
    }

    @Test("show which elements exclude each other, and which may be mixed")
    func choices() throws {
        let customers = try describe("CustomerQueryRq")
        let choice = try #require(choices(customers.members).first)
        #expect(choice.rule == .atMostOneOf && choice.branches.count == 3)
        #expect(choice.branches.prefix(2).map(names) == [["ListID"], ["FullName"]])
        #expect(names(choice.branches[2]).contains("(NameFilter|NameRangeFilter)"))
        let lines = try #require(
            choices(elements(describe("InvoiceAddRq").members)[0].members ?? []).first)
        #expect(lines.rule == .anyNumberOf)
        #expect(lines.branches.map(names) == [["InvoiceLineAdd"], ["InvoiceLineGroupAdd"]])
        // The schema counts one of them in each round, which says nothing to a person.
        #expect(elements(lines.branches[0])[0].occurrence == "any number")
        let rate = try describe("BillingRateAddRq").members
        let required = try #require(choices(elements(rate)[0].members ?? []).first)
        #expect(required.rule == .oneOf)
        let journal = elements(try describe("JournalEntryAddRq").members)[0].members ?? []
        #expect(choices(journal).map(\.rule) == [.atMostOneOf, .oneOrMoreOf])
    }

    @Test("go as deep as they are asked to, and to the end of everything without a circle")
    func depth() throws {
        let one = try name("InvoiceAdd.InvoiceLineAdd", depth: 1).forms[0].element
        let item = try #require(elements(one.members ?? []).first)
        #expect(item.name == "ItemRef" && item.members == nil)
        let two = try name("InvoiceAdd.InvoiceLineAdd", depth: 2).forms[0].element
        #expect(elements(elements(two.members ?? [])[0].members ?? []).map(\.name) == ["ListID", "FullName"])
        func levels(_ members: [Member]) -> Int {
            members.map { member in
                switch member {
                case .element(let element): element.members.map { 1 + levels($0) } ?? 1
                case .choice(let choice): choice.branches.map(levels).max() ?? 0
                }
            }.max() ?? 0
        }
        for message in catalog.requests + catalog.answers {
            #expect(levels(catalog.describe(message, depth: 32).members) < 12, "\(message.name)")
        }
    }

    @Test("put the places of a name together by what it holds there, as 11 and 20 characters of RefNumber")
    func forms() throws {
        let number = try name("RefNumber")
        let forms = Dictionary(uniqueKeysWithValues: number.forms.map { ($0.element.brief, $0.homes) })
        #expect(forms["text up to 11"]?.contains { $0.name == "InvoiceAdd" } == true)
        #expect(forms["text up to 20"]?.contains { $0.name == "BillAdd" } == true)
        #expect(number.position == nil)
        let record = try name("InvoiceRet")
        #expect(record.forms.count == 1 && record.path == "InvoiceRet" && record.places == 3)
        #expect(record.forms[0].homes.map(\.name) == ["InvoiceAddRs", "InvoiceModRs", "InvoiceQueryRs"])
        #expect(record.forms[0].element.members?.isEmpty == false)
    }

    @Test("say of one place what stands before and behind it, and what excludes it")
    func position() throws {
        let number = try position("InvoiceAdd.RefNumber")
        #expect(
            number
                == Position(
                    message: "InvoiceAddRq", parent: "InvoiceAdd", after: "TxnDate", before: "BillAddress"))
        let rate = try position("InvoiceAdd.InvoiceLineAdd.RatePercent")
        #expect(rate.rule == .atMostOneOf && rate.branches == [["Rate"], ["RatePercent"], ["PriceLevelRef"]])
        // Lines may be mixed, so their neighbours are those of all lines together.
        let line = try position("InvoiceAdd.InvoiceLineGroupAdd")
        #expect(line.after == "SetCredit" && line.before == "DiscountLineAdd")
    }

    @Test("tell the words of an enumeration, which is taken when left out, and which came and went")
    func words() throws {
        let status = try name("ActiveStatus").forms[0].element
        #expect(status.values?.map(\.name) == ["ActiveOnly", "InactiveOnly", "All"])
        #expect(status.values?.filter(\.isStandard).map(\.name) == ["ActiveOnly"])
        let all = catalog.enumerations.flatMap(\.values)
        #expect(all.contains { $0.since != nil } && all.contains { $0.until != nil })
    }

    @Test("say what a request can do that its elements alone do not tell")
    func traits() throws {
        #expect(
            try describe("InvoiceQueryRq").traits == [
                .pages, .filtersByModification, .leavesLinesOut, .leavesCustomFieldsOut, .counts,
                .choosesElements,
            ])
        #expect(try describe("AccountQueryRq").traits.prefix(2) == [.cutsOff, .filtersByModification])
        #expect(
            try describe("InvoiceModRq").traits == [.needsEditSequence, .replacesLines, .choosesElements])
        #expect(try describe("CustomerModRq").traits == [.needsEditSequence, .choosesElements])
        #expect(try describe("InvoiceAddRq").traits == [.definesMacro, .choosesElements])
        #expect(try describe("SubscriptionDelRq").traits == [.standsApart])
        #expect(try describe("InvoiceQueryRs").traits.isEmpty)
        #expect(Set(Trait.allCases.map(\.sentence)).count == Trait.allCases.count)
        let counts = Dictionary(
            grouping: catalog.requests.flatMap { catalog.traits(of: $0) }, by: \.self
        ).mapValues(\.count)
        #expect(counts[.pages] == 46 && counts.count == Trait.allCases.count)
    }

    @Test("name the attributes of a message, and those of an answer that is read in pages")
    func attributes() throws {
        #expect(
            try describe("CustomerQueryRq").attributes.map(\.name)
                == ["requestID", "metaData", "iterator", "iteratorID"])
        #expect(
            try describe("CustomerQueryRs").attributes.map(\.name) == [
                "requestID", "statusCode", "statusSeverity", "statusMessage", "retCount",
                "iteratorRemainingCount", "iteratorID",
            ])
        #expect(try name("InvoiceAdd.InvoiceLineAdd").forms[0].element.attributes.map(\.name) == ["defMacro"])
        #expect(
            try name("DepositAdd.DepositLineAdd.PaymentTxnID").forms[0].element.attributes.map(\.name) == [
                "useMacro"
            ])
    }
}
