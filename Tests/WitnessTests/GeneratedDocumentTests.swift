import QBXML
import Testing
import Witness
import XML

@Suite("Documents made from the catalog")
struct GeneratedDocumentTests {
    private static let newest = Scope(version: Catalog.newest, hasOnline: false)

    private static var requests: [Message] { Catalog.standard.requests.filter { !$0.editions.isEmpty } }

    @Test("are right by the catalog, for every request, and the same from JSON")
    func everyRequest() throws {
        var generator = DocumentGenerator(Self.requests, scope: Self.newest, seed: Seed.value)
        var maker = JSONMaker(dice: Dice(seed: Seed.value))
        let canonical = CanonicalForm(version: Catalog.newest)
        for index in Self.requests.indices {
            let document = generator.document(of: [index])
            let bytes = document.document(version: Catalog.newest)
            let text = String(decoding: bytes, as: UTF8.self)
            let fromXML = try #require(canonical.document(of: bytes), "seed \(Seed.value): \(text)")
            let json = maker.json(of: document)
            #expect(canonical.document(of: Array(json.utf8)) == fromXML, "seed \(Seed.value): \(json)")
        }
        #expect(generator.places.visitedMessageCount == Self.requests.count)
        #expect(generator.places.messageCount == 238)
    }

    @Test("come to every place of a request before long")
    func coverage() throws {
        let invoice = try #require(Catalog.standard.message("InvoiceAddRq"))
        var generator = DocumentGenerator([invoice], scope: Self.newest, seed: Seed.value)
        for _ in 0..<100 { _ = generator.document(of: [0]) }
        #expect(generator.places.unvisited() == [], "seed \(Seed.value)")
        #expect(generator.places.visitedCount == generator.places.placeCount)
        #expect(generator.places.placeCount > 100)
    }

    @Test("are the same for the same seed, and others for another")
    func seeds() {
        func document(_ seed: UInt64) -> Element {
            var generator = DocumentGenerator(Self.requests, seed: seed)
            return generator.document(of: [100])
        }
        #expect(document(1) == document(1))
        #expect(document(1) != document(2))
    }

    @Test("have what only the Online Edition had where that is asked for")
    func scopes() {
        let requests = Catalog.standard.requests
        func count(_ scope: Scope) -> Int {
            DocumentGenerator(requests, scope: scope, seed: 1).places.placeCount
        }
        #expect(count(.schema) > count(.desktop))
        #expect(count(Self.newest) > count(.desktop))
    }
}
