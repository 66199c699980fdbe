import Foundation
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

    @Test(
        "says of each request what the index of requests says",
        .enabled(if: Reference.isHere, Reference.absence))
    func indexAgrees() throws {
        let lines = try String(decoding: Reference.bytes(Reference.requestIndex), as: UTF8.self)
            .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        let titles = try #require(lines.first).map(String.init)
        #expect(lines.count == 240)
        for line in lines.dropFirst() {
            let row = Dictionary(uniqueKeysWithValues: zip(titles, line.map(String.init)))
            let name = try #require(row["request"])
            let request = try #require(catalog.message(name), "\(name)")
            #expect(row["message_set"] == request.container.rawValue + "Rq", "\(name)")
            #expect(row["since"] == request.since.version.description, "\(name)")
            let absent = (row["not_in_editions"] ?? "").split(separator: "|").compactMap {
                ["QBD": Edition.unitedStates, "QBCA": .canada, "QBUK": .unitedKingdom, "QBAU": .australia][$0]
            }
            #expect(Set(absent) == Set(Edition.allCases).subtracting(request.editions.list), "\(name)")
            let features = catalog.features(of: request)
            let filter: [RequestFeatures.ModifiedFilter?: [String]] = [
                .direct: ["direct"], nil: ["-"],
                .range: ["ModifiedDateRangeFilter", "TransactionModifiedDateRangeFilter"],
            ]
            #expect(
                filter[features.modifiedFilter]?.contains(row["modified_filter"] ?? "") == true, "\(name)")
            let columns: [(String, Bool)] = [
                ("metaData", features.metaData), ("iterator", features.iterator),
                ("MaxReturned", features.maxReturned), ("ActiveStatus", features.activeStatus),
                ("IncludeLineItems", features.includeLineItems),
                ("IncludeLinkedTxns", features.includeLinkedTxns), ("OwnerID", features.ownerID),
                ("IncludeRetElement", features.includeRetElement), ("EditSequence", features.editSequence),
                ("ExternalGUID", features.externalGUID),
            ]
            for (column, has) in columns { #expect((row[column] == "yes") == has, "\(name) \(column)") }
        }
    }

    @Test("has about 145 places that came after qbXML 13.0, and all of them are marked so")
    func newPlaces() {
        // A shared content counts as often as it is referred to, as in the sample-shaped schema.
        func count(_ id: Content.ID, after release: Release) -> Int {
            catalog[id].places.reduce(0) { sum, place in
                let own = place.since > release ? 1 : 0
                guard let inner = place.content else { return sum + own }
                return sum + (own == 1 ? 1 + all(inner) : count(inner, after: release))
            }
        }
        func all(_ id: Content.ID) -> Int {
            catalog[id].places.reduce(0) { $0 + 1 + ($1.content.map { all($0) } ?? 0) }
        }
        let messages = catalog.requests + catalog.answers
        let total = messages.reduce(0) { $0 + 1 + all($1.content) }
        let new = messages.reduce(0) { $0 + count($1.content, after: Release(major: 13, minor: 0)) }
        #expect(new == 143)
        #expect(total == 23_968 - Self.outsideOfMessages)
    }

    /// Elements of the sample-shaped schema that are no part of a request or answer: five containers, and the
    /// 44 elements of events, which never come over the Web Connector.
    private static let outsideOfMessages = 5 + 44
}
