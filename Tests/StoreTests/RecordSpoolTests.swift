import QBXML
import Sync
import Testing

@testable import Store

@Suite("Records that go by the spool")
struct RecordSpoolTests {
    private func spooled(_ answers: [[RecordEvent]], in database: SyncDatabase) throws -> RecordSpool {
        let writer = try #require(try database.recordSpool())
        for answer in answers {
            writer.begin()
            for event in answer {
                switch event {
                case .record(let record): writer.put(record)
                case .fault(let fault): writer.put(fault)
                }
            }
        }
        return try writer.finish()
    }

    private func events(_ source: some RecordSource, _ answer: Int) throws -> [RecordEvent] {
        var events: [RecordEvent] = []
        try source.visit(answer: answer) { events.append($0) }
        return events
    }

    @Test("come back as they went, each answer's own, twice if one asks twice")
    func roundTrip() throws {
        try Folder.with { folder in
            let database = try SyncDatabase(path: folder.path("a.sqlite"))
            let bare = Record(kind: "Host", id: "host", json: [])
            let full = Record(
                kind: "Customer", id: "80000001-1422671082", name: "Müller & Söhne 🧾", editSequence: "17",
                timeCreated: "2026-01-02T03:04:05-06:00", timeModified: "", isActive: false,
                refNumber: "1021", txnDate: "2026-01-31", entityID: "80000002-1",
                json: Array(#"{"ListID":"80000001-1422671082"}"#.utf8))
            let fault = RecordFault(
                kind: "Report", name: "", reason: "No ID.", json: [1, 2, 3], precedingRecords: 7)
            let answers: [[RecordEvent]] = [
                [.record(bare), .fault(fault), .record(full)], [], [.record(full)],
            ]
            let spool = try spooled(answers, in: database)
            for _ in 1...2 {
                for (index, answer) in answers.enumerated() { #expect(try events(spool, index) == answer) }
            }
            #expect(try events(spool, 3).isEmpty)
        }
    }

    @Test("may be larger than what is read at once, in any order of sizes")
    func sizes() throws {
        try Folder.with { folder in
            let database = try SyncDatabase(path: folder.path("a.sqlite"))
            let piece = SpoolFile.pieceSize
            let sizes = [1, piece, 3 * piece, 0, piece - 60, 7, 5 * piece, piece + 1] + Array(0..<500)
            let records = sizes.enumerated().map { index, size in
                RecordEvent.record(
                    Record(kind: "Item", id: "\(index)", json: [UInt8](repeating: 65, count: size)))
            }
            #expect(try events(spooled([records], in: database), 0) == records)
        }
    }

    @Test("are stored like those in memory, by a caller that has a commit of its own")
    func stored() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let records = (0..<3000).map { Scene.customer("80-\($0)") }
        let spool = try spooled([records.map { .record($0) }], in: scene.database)
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        try await scene.database.transact(isBig: true) { try $0.apply([.ingest(page)], records: spool) }
        #expect(try scene.select("SELECT count(*), count(DISTINCT id) FROM record") == ["3000|3000"])
        #expect(try scene.select("SELECT added FROM category_run WHERE position = 0") == ["3000"])
    }

    @Test("that throw in the midst leave nothing of their page")
    func brokenOff() async throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        await #expect(throws: StoreError.givenUp) {
            try await scene.database.transact(isBig: true) {
                try $0.apply([.ingest(page)], records: BreaksOff())
            }
        }
        #expect(try scene.select("SELECT count(*) FROM record") == ["0"])
        #expect(try scene.select("SELECT count(*) FROM activity") == ["0"])
    }

    private struct BreaksOff: RecordSource {
        func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws {
            for number in 0..<100 { try body(.record(Scene.customer("80-\(number)"))) }
            throw StoreError.givenUp
        }
    }
}
