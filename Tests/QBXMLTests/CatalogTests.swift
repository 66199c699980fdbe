import Testing

@testable import QBXML

@Suite("The catalog")
struct CatalogTests {
    private let catalog = Catalog.standard

    @Test("knows all 239 requests of qbXML 16.0 and an answer to each")
    func coverage() {
        #expect(catalog.requests.count == 239)
        #expect(catalog.answers.count == 239)
        let operations = Dictionary(grouping: catalog.requests, by: \.operation).mapValues(\.count)
        #expect(
            operations == [.query: 102, .add: 73, .modify: 56, .delete: 6, .void: 1, .merge: 1])
        #expect(Set(catalog.requests.map(\.title)) == Set(catalog.answers.map(\.title)))
        #expect(Set(catalog.requests.map(\.name)).count == 239)
    }

    @Test("has no name twice in one content, which the checker relies upon")
    func names() {
        for content in catalog.contents {
            #expect(Set(content.names).count == content.names.count)
        }
    }

    @Test("repeats only choices between single elements, which the checker relies upon")
    func repeatedChoices() {
        for choice in catalog.contents.flatMap(\.choices) where choice.repeats {
            #expect(choice.branches.allSatisfy { $0.count == 1 })
        }
    }

    @Test("gives every enumeration its values, and every element with a list a type that has one")
    func enumerations() {
        for place in catalog.contents.flatMap(\.places) where place.type == .enumeration {
            #expect(catalog.enumeration(of: place)?.values.isEmpty == false, "\(catalog.name(of: place))")
        }
    }
}
