import FoundationEssentials
import Sync
import Testing

@testable import Store

@Suite("Kept exchanges")
struct ExchangeTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private static let long = [UInt8]((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7 &* 31) })

    private func keep(
        _ document: [UInt8] = Array("<QBXML/>".utf8), ticket: String = Scene.ticket, at now: Date = Scene.noon
    ) throws {
        try scene.database.transactNow {
            try $0.keepExchange(
                "sendRequestXML", received: ExchangeSide(["country": "US"]),
                sent: ExchangeSide(document: KeptDocument(sent: document)), ticket: ticket, at: now)
        }
    }

    private func rows(after: Int64 = 0, limit: Int = 99, bytes: Int = .max) throws -> [ExchangeRow] {
        try scene.database.readNow {
            try $0.exchanges(conversation: 1, after: after, limit: limit, bytes: bytes)
        }
    }

    /// Random bytes do not become smaller.
    private func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 7
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }

    @Test("both sides of a call come back in order, as they were")
    func kept() throws {
        try keep()
        let rows = try rows()
        #expect(rows.map(\.direction) == [.received, .sent] && rows.map(\.number) == [1, 2])
        #expect(rows[0].side.details == ["country": "US"] && rows[0].side.document.bytes == 0)
        #expect(rows[1].operation == "sendRequestXML" && rows[1].at == Scene.noon)
        let text = try #require(rows[1].side.document.unpacked())
        #expect(text.beginning == Array("<QBXML/>".utf8) && text.ending.isEmpty)
        try keep(ticket: "ticket-of-nobody-00001")
        #expect(try self.rows().count == 2, "nobody knows the ticket")
    }

    @Test("a page ends with its number of rows, or with the document that makes it long")
    func paged() throws {
        for _ in 0..<3 { try keep(noise(1000)) }
        #expect(try rows(after: 2, limit: 2).map(\.number) == [3, 4])
        #expect(try rows(bytes: 1500).map(\.number) == [1, 2, 3, 4])
    }

    @Test(
        "up to a megabyte it is whole, beyond it the beginning and the end",
        arguments: [
            0, 1, 511, 512, 513, 5000, 16_384, 16_385, 32_769, KeptDocument.wholeLimit,
            KeptDocument.wholeLimit + 1, 3_000_000,
        ])
    func cut(count: Int) throws {
        let bytes = Array(Self.long.prefix(count))
        for document in [KeptDocument(sent: bytes), try KeptDocument(received: .memory(bytes))] {
            let text = try #require(document.unpacked())
            #expect(document.bytes == count)
            if count <= KeptDocument.wholeLimit {
                #expect(text.beginning == bytes && text.ending.isEmpty && document.leftOut == 0)
            } else {
                #expect(text.beginning == Array(bytes.prefix(KeptDocument.beginning)))
                #expect(text.ending == Array(bytes.suffix(KeptDocument.ending)))
                #expect(document.leftOut == count - text.beginning.count - text.ending.count)
            }
        }
    }

    @Test("an answer that lies in the spool is kept as one in memory is")
    func spooled() throws {
        try Folder.with { folder in
            let spool = try SyncDatabase(path: folder.path("a.sqlite")).answerSpool()
            Self.long.withUnsafeBufferPointer { spool.take($0) }
            let text = try spool.finish()
            #expect(text.isOnDisk)
            #expect(try KeptDocument(received: text) == KeptDocument(received: .memory(Self.long)))
        }
    }

    @Test("what is big goes out unpacked, what cannot become smaller stays, and a strange row is no trap")
    func packing() throws {
        let big = [UInt8](repeating: 32, count: KeptDocument.promptLimit + 1)
        #expect(KeptDocument(sent: big).packing == .none)
        #expect(try KeptDocument(received: .memory(big)).packing == .zlib)
        #expect(try KeptDocument(received: .memory(noise(5000))).packing == .none)
        var strange = try KeptDocument(received: .memory(big))
        strange.body.removeLast(3)
        #expect(strange.unpacked() == nil)
        strange.bytes = -1
        #expect(strange.unpacked() == nil)
        #expect(KeptDocument(thrownAway: 77).unpacked()?.beginning == [])
    }

    @Test("they go with their time, in small steps, and all of them when nothing is kept any more")
    func old() async throws {
        try keep(at: Scene.noon)
        try keep(at: Scene.minutes(10))
        let limits = ExchangeLimits(seconds: 600, bytes: 1 << 30)
        #expect(try await scene.database.pruneExchanges(now: Scene.minutes(9), limits) == 0)
        #expect(try await scene.database.pruneExchanges(now: Scene.minutes(11), limits) == 2)
        #expect(try rows().map(\.number) == [3, 4])
        let none = ExchangeLimits(seconds: 0, bytes: 1 << 30)
        #expect(try await scene.database.pruneExchanges(now: Scene.minutes(11), none) == 2)
        #expect(try scene.select("SELECT stored FROM exchange_total") == ["0"])
    }

    @Test("together they take up no more than they may; the oldest go first")
    func many() async throws {
        for _ in 0..<40 { try keep(noise(10_000)) }
        let limits = ExchangeLimits(seconds: 86_400, bytes: 100_000)
        try await scene.database.pruneExchanges(now: Scene.noon, limits)
        let stored = try scene.database.readNow { try $0.exchangeBytes() }
        #expect(stored <= 100_000 && stored > 80_000)
        #expect(try rows().last?.number == 80)
        #expect(
            try scene.select("SELECT sum(stored) FROM exchange")
                == scene.select(
                    "SELECT stored FROM exchange_total"))
    }

    @Test("more than one commit's share goes in several commits")
    func steps() async throws {
        for _ in 0..<30 { try keep(noise(KeptDocument.wholeLimit)) }
        let none = ExchangeLimits(seconds: 0, bytes: 0)
        let before = scene.database.counters.commits
        #expect(try await scene.database.pruneExchanges(now: Scene.noon, none) == 60)
        #expect(scene.database.counters.commits - before >= 4)
    }

    @Test("they go with their conversation, and the total with them")
    func conversation() throws {
        try keep()
        try scene.database.transactNow { try $0.execute("DELETE FROM conversation") }
        #expect(try scene.select("SELECT count(*) FROM exchange") == ["0"])
        #expect(try scene.select("SELECT stored FROM exchange_total") == ["0"])
    }

    @Test("the last conversation of which something is kept is found")
    func last() throws {
        func last() throws -> Int64? {
            try scene.database.readNow { try $0.newestConversationWithExchanges(connector: connector.id) }
        }
        #expect(try last() == nil)
        try keep()
        #expect(try last() == 1)
    }
}
