import QBXML
import Testing
import Witness
import XML

@Suite("Changes to a document")
struct MutationTests {
    private static func invoice() throws -> Element {
        let message = try #require(Catalog.standard.message("InvoiceAddRq"))
        var generator = DocumentGenerator([message], seed: 7)
        return generator.document(of: [0])
    }

    @Test("are of every kind, and name a place that is there")
    func kinds() throws {
        var generator = DocumentGenerator(Catalog.standard.requests, seed: Seed.value)
        var mutator = Mutator(seed: Seed.value)
        var seen: [Mutation.Kind: Int] = [:]
        for round in 0..<40 {
            let original = generator.document(of: [round * 5])
            for kind in Mutation.Kind.allCases {
                var document = original
                guard let mutation = mutator.mutate(&document, kind) else { continue }
                seen[mutation.kind, default: 0] += 1
                for place in [mutation.parent, mutation.element ?? mutation.parent] {
                    #expect(Self.has(place, in: document), "\(mutation.sentence), seed \(Seed.value)")
                }
            }
        }
        #expect(Set(seen.keys) == Set(Mutation.Kind.allCases), "seed \(Seed.value)")
    }

    @Test("swap, drop and duplicate what is there")
    func structure() throws {
        let original = try Element(
            parsing: Array(
                """
                <QBXML><QBXMLMsgsRq onError="stopOnError"><TxnVoidRq><TxnVoidType>Bill</TxnVoidType>\
                <TxnID>1</TxnID></TxnVoidRq></QBXMLMsgsRq></QBXML>
                """.utf8))
        func names(after kind: Mutation.Kind) throws -> [String] {
            var mutator = Mutator(seed: 3)
            var document = original
            while true {
                document = original
                if mutator.mutate(&document, kind)?.parent.hasSuffix("TxnVoidRq") == true { break }
            }
            return document["QBXMLMsgsRq"]?["TxnVoidRq"]?.elements.map(\.name) ?? []
        }
        #expect(try names(after: .swap) == ["TxnID", "TxnVoidType"])
        #expect(try names(after: .drop).count == 1)
        #expect(try names(after: .duplicate).count == 3)
        #expect(
            try names(after: .rename).filter { ["TxnVoidType", "TxnID"].contains($0) } != [
                "TxnVoidType", "TxnID",
            ])
    }

    @Test("are the same for the same seed")
    func seeds() throws {
        func changed(_ seed: UInt64) throws -> [Element] {
            var mutator = Mutator(seed: seed)
            return try (0..<20).map { _ in
                var document = try Self.invoice()
                _ = mutator.mutate(&document)
                return document
            }
        }
        #expect(try changed(5) == changed(5))
        #expect(try changed(5) != changed(6))
    }

    private static func has(_ path: String, in document: Element) -> Bool {
        let steps = path.split(separator: "/")
        guard let first = steps.first, first == document.name else { return false }
        var element = document
        for step in steps.dropFirst() {
            let parts = step.split(separator: "[")
            let number = parts.count > 1 ? Int(parts[1].dropLast()) ?? 0 : 1
            let twins = element.all(String(parts[0]))
            guard twins.indices.contains(number - 1) else { return false }
            element = twins[number - 1]
        }
        return true
    }
}
