import Foundation
import QBXML
import Sync
import Synchronization
import Testing
import Timetable

@testable import Store

@Suite struct GroupedCommitTests {
    private struct Refused: Error, Equatable {
        var number: Int
    }

    @Test("64 callers at once share commits; one that fails is rolled back alone", arguments: [false, true])
    func grouping(onDisk: Bool) async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let database = try onDisk ? SyncDatabase(path: folder.path("a.sqlite")) : SyncDatabase.inMemory()
        try database.transactNow { try $0.execute("CREATE TABLE note (number INTEGER PRIMARY KEY) STRICT") }
        let before = database.counters
        let gate = Gate()
        // Something long holds the writer, so that everybody else has to queue behind it.
        let first = Task { try await database.transact { _ in gate.wait() } }
        await gate.untilSomebodyWaits()
        let failed = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<64 {
                group.addTask {
                    do {
                        try await database.transact { transaction in
                            try transaction.execute("INSERT INTO note VALUES (?1)", number)
                            if number == 17 { throw Refused(number: number) }
                        }
                        return nil
                    } catch let refused as Refused {
                        return refused.number
                    }
                }
            }
            group.addTask {
                while database.commits.waiting < 64 { await Task.yield() }
                gate.open()
                return nil
            }
            var failed: [Int] = []
            for try await number in group { if let number { failed.append(number) } }
            return failed
        }
        try await first.value
        #expect(failed == [17])
        let numbers = try database.readNow { try $0.query("SELECT number FROM note ORDER BY number").rows }
        #expect(numbers.compactMap { $0[0].flatMap { Int($0) } } == (0..<64).filter { $0 != 17 })
        let after = database.counters
        // The one that held the writer counts too, the one that failed does not.
        #expect(after.callers - before.callers == 64)
        #expect(after.commits - before.commits < 64)
    }

    @Test("a caller that fails alone leaves nothing behind and gets its own error")
    func failingAlone() async throws {
        let database = try SyncDatabase.inMemory()
        await #expect(throws: Refused(number: 1)) {
            try await database.transact { transaction in
                try transaction.noteStart(version: "1.0", at: Scene.noon)
                throw Refused(number: 1)
            }
        }
        #expect(try database.readNow { try $0.installation() } == Installation())
    }

    @Test("the first of a group may fail, and the next ones succeed")
    func firstFails() async throws {
        let database = try SyncDatabase.inMemory(drainTime: .seconds(3600))
        let gate = Gate()
        let failing = Task {
            try await database.transact { transaction in
                try transaction.noteStart(version: "lost", at: Scene.noon)
                gate.wait()
                throw Refused(number: 1)
            }
        }
        await gate.untilSomebodyWaits()
        let next = Task { try await database.transact { try $0.noteStart(version: "kept", at: Scene.noon) } }
        while database.commits.waiting < 1 { await Task.yield() }
        gate.open()
        await #expect(throws: Refused(number: 1)) { try await failing.value }
        try await next.value
        #expect(try database.readNow { try $0.installation().version } == "kept")
    }

    @Test("when the commit cannot be made, every caller of the group is told")
    func commitFails() async throws {
        let database = try SyncDatabase.inMemory(drainTime: .seconds(3600))
        try database.transactNow {
            // A reference that is checked only at COMMIT: the one way to make exactly that fail.
            try $0.execute(
                """
                CREATE TABLE late (
                    parent INTEGER REFERENCES connector (id) DEFERRABLE INITIALLY DEFERRED) STRICT
                """)
        }
        let gate = Gate()
        let first = Task {
            try await database.transact { transaction in
                try transaction.noteStart(version: "never", at: Scene.noon)
                gate.wait()
            }
        }
        await gate.untilSomebodyWaits()
        let second = Task { try await database.transact { try $0.execute("INSERT INTO late VALUES (99)") } }
        while database.commits.waiting < 1 { await Task.yield() }
        gate.open()
        await #expect(throws: StoreError.self) { try await first.value }
        await #expect(throws: StoreError.self) { try await second.value }
        #expect(try database.readNow { try $0.installation() } == Installation())
        try await database.transact { try $0.noteStart(version: "later", at: Scene.noon) }
        #expect(try database.readNow { try $0.installation().version } == "later")
    }

    @Test("a body that swallows the loss of its transaction is not told that it succeeded")
    func swallowedLoss() async throws {
        let database = try SyncDatabase.inMemory()
        await #expect(throws: StoreError.givenUp) {
            try await database.transact { transaction in
                try transaction.noteStart(version: "lost", at: Scene.noon)
                try? transaction.execute("ROLLBACK")
            }
        }
        #expect(try database.readNow { try $0.installation() } == Installation())
    }

    @Test("a synchronous caller gets its turn, and its failure leaves nothing behind")
    func synchronous() throws {
        let database = try SyncDatabase.inMemory()
        try database.transactNow { try $0.noteStart(version: "1", at: Scene.noon) }
        #expect(throws: Refused(number: 2)) {
            try database.transactNow { transaction in
                try transaction.noteStart(version: "2", at: Scene.noon)
                throw Refused(number: 2)
            }
        }
        #expect(try database.readNow { try $0.installation().version } == "1")
    }

    @Test("what was acknowledged is there after kill -9 in the midst of grouped commits")
    func killed() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path("a.sqlite")
        let acknowledged = folder.path("acknowledged")
        try SyncDatabase(path: path).transactNow {
            try $0.execute("CREATE TABLE note (number INTEGER PRIMARY KEY) STRICT")
        }
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, acknowledged = acknowledged as String] in
            let database = try SyncDatabase(path: path)
            let file = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<16 {
                    group.addTask {
                        for round in 0..<1000 {
                            let number = worker * 1000 + round
                            try await database.transact {
                                try $0.execute("INSERT INTO note VALUES (?1)", number)
                            }
                            let line = Array("\(number)\n".utf8)
                            _ = write(file, line, line.count)
                            if worker == 3, round == 20 { kill(getpid(), SIGKILL) }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let lines = try String(contentsOfFile: acknowledged, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 20)
        let stored = try SyncDatabase(path: path).readNow {
            try $0.query("SELECT number FROM note", limit: 100_000).rows.compactMap { $0[0] }
        }
        #expect(Set(lines.map(String.init)).isSubset(of: stored))
    }
}

/// Holds a body, and with it the writer, until the test says go.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let isWaiting = Atomic<Bool>(false)

    func wait() {
        isWaiting.store(true, ordering: .releasing)
        semaphore.wait()
    }

    func open() { semaphore.signal() }

    func untilSomebodyWaits() async {
        while !isWaiting.load(ordering: .acquiring) { await Task.yield() }
    }
}
