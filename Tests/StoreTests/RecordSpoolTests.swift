import Dispatch
import Glibc
import QBXML
import Sync
import Testing

@testable import Store

@Suite("Records that go by the spool")
struct RecordSpoolTests {
    private func spooled(_ answers: [[RecordEvent]], in database: SyncDatabase) throws -> RecordSpool {
        let writer = try #require(try database.recordSpool())
        Self.put(answers, into: writer)
        return try writer.finish()
    }

    private static func put(_ answers: [[RecordEvent]], into writer: RecordSpoolWriter) {
        for answer in answers {
            writer.begin()
            for event in answer {
                switch event {
                case .record(let record): writer.put(record)
                case .fault(let fault): writer.put(fault)
                }
            }
        }
    }

    private static func page(_ connector: Connector) -> Page {
        Page(connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
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
        let page = Self.page(connector)
        try await scene.database.transact(isBig: true) { try $0.apply([.ingest(page)], records: spool) }
        #expect(try scene.select("SELECT count(*), count(DISTINCT id) FROM record") == ["3000|3000"])
        #expect(try scene.select("SELECT added FROM category_run WHERE position = 0") == ["3000"])
    }

    @Test("that throw in the midst leave nothing of their page")
    func brokenOff() async throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let page = Self.page(connector)
        await #expect(throws: StoreError.givenUp) {
            try await scene.database.transact(isBig: true) {
                try $0.apply([.ingest(page)], records: BreaksOff())
            }
        }
        #expect(try scene.select("SELECT count(*) FROM record") == ["0"])
        #expect(try scene.select("SELECT count(*) FROM activity") == ["0"])
    }

    /// Puts what it is given on another thread, and hands out the spool before the first of it.
    private func writing(
        _ answers: [[RecordEvent]], in database: SyncDatabase, breaksOff: Bool = false
    ) async throws -> RecordSpool {
        let (spools, begun) = AsyncThrowingStream.makeStream(of: RecordSpool.self)
        DispatchQueue.global().async {
            do {
                guard let writer = try database.recordSpool() else { throw StoreError.givenUp }
                begun.yield(writer.spool)
                begun.finish()
                Self.put(answers, into: writer)
                if !breaksOff { _ = try writer.finish() }
            } catch {
                begun.finish(throwing: error)
            }
        }
        for try await spool in spools { return spool }
        throw StoreError.givenUp
    }

    @Test("may be visited while they are written, by one who is faster and by one who is slower")
    func ongoing() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let database = try SyncDatabase(path: folder.path("a.sqlite"))
        var number: UInt64 = 3
        func size() -> Int {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(number >> 33) % 20_000
        }
        let answers = [400, 0, 900, 1].map { count in
            (0..<count).map { number in
                let bytes = number % 97 == 0 ? 3 * SpoolFile.pieceSize / 2 : size()
                return RecordEvent.record(
                    Record(kind: "Item", id: "\(number)", json: [UInt8](repeating: 65, count: bytes)))
            }
        }
        for isSlow in [false, true] {
            let spool = try await writing(answers, in: database)
            for (index, answer) in answers.enumerated() {
                var events: [RecordEvent] = []
                try spool.visit(answer: index) { event in
                    if isSlow { for _ in 0..<2000 { _ = size() } }
                    events.append(event)
                }
                #expect(events == answer)
            }
            #expect(try self.events(spool, 4).isEmpty)
            #expect(try self.events(spool, 0) == answers[0], "and once more when it is whole")
        }
    }

    @Test("that a visitor has enough of do not hold up who writes them")
    func leaving() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let database = try SyncDatabase(path: folder.path("a.sqlite"))
        let answer = (0..<3000).map { number in
            RecordEvent.record(
                Record(kind: "Item", id: "\(number)", json: [UInt8](repeating: 65, count: 3000)))
        }
        let spool = try await writing([answer], in: database)
        #expect(throws: StoreError.givenUp) {
            try spool.visit(answer: 0) { _ in throw StoreError.givenUp }
        }
        #expect(try events(spool, 0) == answer)
    }

    @Test("that the disk does not take are missing for the visitor too, with what the disk says")
    func fullDisk() async throws {
        let (spools, begun) = AsyncStream.makeStream(of: RecordSpool.self)
        DispatchQueue.global().async {
            let file = SpoolFile(
                descriptor: open("/dev/full", O_RDWR), folder: "/dev", name: "full", isKept: true)
            let writer = RecordSpoolWriter(file: file)
            begun.yield(writer.spool)
            begun.finish()
            writer.begin()
            for number in 0..<3000 {
                writer.put(Record(kind: "Item", id: "\(number)", json: [UInt8](repeating: 65, count: 3000)))
            }
            #expect(throws: StoreError.system(path: "/dev/full", errno: ENOSPC)) { try writer.finish() }
        }
        for await spool in spools {
            #expect(throws: StoreError.system(path: "/dev/full", errno: ENOSPC)) {
                try spool.visit(answer: 0) { _ in }
            }
        }
    }

    @Test("of an answer that cannot be read to its end were taken in vain")
    func vain() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let records = (0..<3000).map { RecordEvent.record(Scene.customer("80-\($0)")) }
        let spool = try await writing([records], in: scene.database, breaksOff: true)
        let page = Self.page(connector)
        await #expect(throws: TakenInVain.self) {
            try await scene.database.transact(isBig: true) { _ = try $0.take(page, spool) }
        }
        #expect(try scene.select("SELECT count(*) FROM record") == ["0"])
    }

    @Test("are counted once when they were taken ahead, and stay only if the decision asks for them first")
    func ahead() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let page = Self.page(connector)
        var other = page
        other.use = .storeWhole
        let records = Scene.answer([Scene.customer("80-1"), Scene.customer("80-2")])
        for changes in [[], [.ingest(other)], [.takeForce(connector: connector.id), .ingest(page)]]
            as [[Change]]
        {
            #expect(throws: TakenInVain.self) {
                try scene.database.transactNow { transaction in
                    let taken = try transaction.take(page, records)
                    try transaction.apply(changes, records: records, taken: taken)
                }
            }
            #expect(try scene.select("SELECT count(*) FROM record") == ["0"])
        }
        try scene.database.transactNow { transaction in
            let taken = try transaction.take(page, records)
            try transaction.apply([.ingest(page)], records: records, taken: taken)
        }
        #expect(try scene.select("SELECT count(*) FROM record") == ["2"])
        #expect(try scene.select("SELECT added, unchanged FROM category_run WHERE position = 0") == ["2|0"])
    }

    private struct BreaksOff: RecordSource {
        func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws {
            for number in 0..<100 { try body(.record(Scene.customer("80-\(number)"))) }
            throw StoreError.givenUp
        }
    }
}
