import Foundation
import QBXML
import Sync
import Testing

@testable import Store

@Suite("The spool")
struct SpoolTests {
    private func fill(_ spool: AnswerSpool, _ count: Int, piece: Int = 32 << 10) {
        var rest = count
        while rest > 0 {
            let bytes = [UInt8](repeating: UInt8(rest % 251), count: min(piece, rest))
            bytes.withUnsafeBufferPointer { spool.take($0) }
            rest -= bytes.count
        }
    }

    private func bytes(_ text: AnswerText) throws -> [UInt8] {
        var all: [UInt8] = []
        try text.visit { all += $0 }
        return all
    }

    private func names(_ folder: Folder) throws -> [String] {
        let path = folder.path("spool")
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path)
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("a small answer never sees the disk; a big one lies in a file that only its owner reads")
    func answers() throws {
        try Folder.with { folder in
            let database = try SyncDatabase(path: folder.path("a.sqlite"))
            let small = database.answerSpool()
            fill(small, AnswerSpool.memoryLimit)
            #expect(!small.isOnDisk)
            #expect(try small.finish().isOnDisk == false)
            #expect(try names(folder).isEmpty)
            let big = database.answerSpool()
            fill(big, 3_000_001)
            #expect(big.isOnDisk)
            let text = try big.finish()
            #expect(text.isOnDisk && text.bytes == 3_000_001)
            let reference = AnswerSpool(folder: nil)
            fill(reference, 3_000_001)
            #expect(try bytes(text) == bytes(reference.finish()))
            let name = try #require(try names(folder).first)
            #expect(try mode(folder.path("spool")) == 0o700)
            #expect(try mode(folder.path("spool/\(name)")) == 0o600)
        }
    }

    @Test("an answer that nobody kept goes with its last holder, and one that is thrown away at once")
    func gone() throws {
        try Folder.with { folder in
            let database = try SyncDatabase(path: folder.path("a.sqlite"))
            do {
                let spool = database.answerSpool()
                fill(spool, 2_000_000)
                let text = try spool.finish()
                #expect(try names(folder).count == 1, "\(text.bytes)")
                _ = text
            }
            #expect(try names(folder).isEmpty)
            let spool = database.answerSpool()
            fill(spool, 2_000_000)
            spool.discard()
            #expect(try names(folder).isEmpty)
            fill(spool, 2_000_000)
            #expect(try names(folder).isEmpty)
        }
    }

    @Test("what the disk says against an answer comes out at its end")
    func refused() throws {
        try Folder.with { folder in
            let database = try SyncDatabase(path: folder.path("a.sqlite"))
            // A file where the folder should be.
            try Data().write(to: URL(fileURLWithPath: folder.path("spool")))
            let spool = database.answerSpool()
            fill(spool, 3_000_000)
            #expect(throws: StoreError.self) { try spool.finish() }
            #expect(throws: StoreError.self) { try database.sweepSpool() }
        }
    }

    @Test("a kept answer outlives its holders and the program, until it is processed")
    func kept() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path("a.sqlite")
        let scene = Scene(try SyncDatabase(path: path))
        try scene.beginAwaiting()
        let spool = scene.database.answerSpool()
        fill(spool, 2_000_000)
        let kept = try await scene.database.keep(spool.finish(), ticket: Scene.ticket, at: Scene.noon)
        let number = try #require(kept)
        #expect(try names(folder).count == 1)
        let rows = try scene.database.readNow { try $0.keptResponses() }
        #expect(rows.map(\.bytes) == [2_000_000])
        try scene.database.close()
        // A killed process left two more; another program's file is left alone.
        for name in ["answer-1", "records-2", "notes.txt"] {
            try Data([1]).write(to: URL(fileURLWithPath: folder.path("spool/\(name)")))
        }
        let again = try SyncDatabase(path: path)
        #expect(try again.sweepSpool() == 2)
        #expect(try names(folder).count == 2)
        let text = try #require(try await again.keptText(number))
        let reference = AnswerSpool(folder: nil)
        fill(reference, 2_000_000)
        #expect(try bytes(text) == bytes(reference.finish()))
        try await again.transact { try $0.settleResponse(number, .processed) }
        text.keep(false)
        withExtendedLifetime(text) {}
    }

    @Test("an answer to a ticket for which nobody waits is not kept, nor its file")
    func stray() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        do {
            let spool = scene.database.answerSpool()
            fill(spool, 2_000_000)
            let number = try await scene.database.keep(spool.finish(), ticket: "stray", at: Scene.noon)
            #expect(number == nil)
        }
        #expect(try names(folder).isEmpty)
    }

    @Test("a kept answer whose file is gone says so")
    func lost() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        try scene.beginAwaiting()
        let spool = scene.database.answerSpool()
        fill(spool, 2_000_000)
        let kept = try await scene.database.keep(spool.finish(), ticket: Scene.ticket, at: Scene.noon)
        let number = try #require(kept)
        try FileManager.default.removeItem(atPath: folder.path("spool"))
        await #expect(throws: StoreError.self) { try await scene.database.keptText(number) }
        let nothing = try await scene.database.keptText(99)
        #expect(nothing == nil)
    }

    @Test("the file of a kept answer goes with its conversation")
    func pruned() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        let connector = try scene.beginAwaiting()
        let spool = scene.database.answerSpool()
        fill(spool, 2_000_000)
        let kept = try await scene.database.keep(spool.finish(), ticket: Scene.ticket, at: Scene.noon)
        #expect(kept != nil)
        var old = try #require(try scene.ticketFacts()).open.conversation
        old.finish(.success, at: Scene.noon)
        try scene.apply(.save(old))
        for number in 1...Retention.dots {
            try scene.run(connector, ticket: "ticket-later-\(number)00000", at: Scene.minutes(Double(number)))
        }
        let late = Scene.noon.addingTimeInterval(100 * 86_400)
        let pruned = try await scene.database.prune(now: late, history: 86_400)
        #expect(pruned.deleted > 0)
        #expect(try names(folder).isEmpty)
    }
}

extension Scene {
    /// A conversation that waits for an answer.
    @discardableResult
    func beginAwaiting() throws -> Connector {
        let connector = try connector("acme")
        var conversation = try begin(connector)
        conversation.phase = .awaiting(
            Dispatch(category: "customers", page: .first(size: 500), requestID: "1"))
        try apply(.save(conversation))
        return connector
    }
}
