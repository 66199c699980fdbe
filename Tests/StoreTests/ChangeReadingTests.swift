import FoundationEssentials
import Sync
import Testing

@testable import Store

@Suite struct ChangeReadingTests {
    private func write(_ scene: Scene, _ connector: Connector, _ count: Int) throws {
        try scene.database.transactNow { transaction in
            for number in 0..<count { try self.line(transaction, connector, "A-\(number)") }
        }
    }

    private func line(_ transaction: Transaction, _ connector: Connector, _ id: String) throws {
        try transaction.execute(
            """
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, operation)
            VALUES (?1, 0, ?2, 'Invoice', ?3, 'added')
            """, connector.id, Scene.noon, id)
    }

    @Test("whoever goes on with the next of each page meets every change once, in order")
    func pages() throws {
        let scene = try Scene()
        let (acme, bravo) = (try scene.connector("acme"), try scene.connector("bravo"))
        for _ in 0..<10 {
            try write(scene, acme, 3)
            try write(scene, bravo, 2)
        }
        var (met, next): ([Int64], Int64) = ([], 0)
        while true {
            let page = try scene.database.readNow {
                try $0.changes(connector: acme.id, from: .after(next), limit: 4)
            }
            met += page.rows.map(\.number)
            next = page.next
            if !page.hasMore { break }
        }
        #expect(met.count == 30 && met == met.sorted() && Set(met).count == 30)
        #expect(next == 50)
    }

    @Test("a transaction that is rolled back leaves no number unused, so none can be waited for in vain")
    func rollback() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        try write(scene, acme, 2)
        struct Trouble: Error {}
        #expect(throws: Trouble.self) {
            try scene.database.transactNow { transaction in
                try line(transaction, acme, "B-1")
                throw Trouble()
            }
        }
        try write(scene, acme, 1)
        let page = try scene.database.readNow {
            try $0.changes(connector: acme.id, from: .after(2), limit: 10)
        }
        #expect(page.rows.map(\.number) == [3])
    }

    @Test("changes are found by an index, from the number on, and read in their order without sorting")
    func plan() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        try write(scene, acme, 1)
        try scene.database.readNow { snapshot in
            _ = try snapshot.changes(connector: acme.id, from: .after(0), limit: 1)
            _ = try snapshot.changes(connector: acme.id, from: .last(1), limit: 1)
            _ = try snapshot.changedConnectors(after: 0)
            let texts = snapshot.compiledStatements.filter { $0.contains("FROM activity") }
            #expect(texts.count == 4)
            for text in texts {
                let plan = try snapshot.query("EXPLAIN QUERY PLAN \(text)").rows.compactMap { $0[3] }
                #expect(
                    plan.allSatisfy { $0.hasPrefix("SEARCH activity") || $0.contains("FOR DISTINCT") },
                    "\(text): \(plan)")
            }
        }
    }

    @Test("a wait ends with the commit that concerns it, and only with that", .timeLimit(.minutes(10)))
    func signal() async throws {
        let scene = try Scene()
        let (acme, bravo) = (try scene.connector("acme"), try scene.connector("bravo"))
        let database = scene.database
        let wait = Task { await database.waitForChange(connector: acme.id, after: 0) }
        while database.changeReadersWaiting == 0 { await Task.yield() }
        try write(scene, bravo, 1)
        #expect(database.changeReadersWaiting == 1)
        try await database.transact { try self.line($0, acme, "A-1") }
        await wait.value
        #expect(database.changeReadersWaiting == 0)
        // What came before the wait began ends it at once.
        await database.waitForChange(connector: acme.id, after: 1)
    }

    @Test("a wait that is cancelled ends, whenever that comes", .timeLimit(.minutes(10)))
    func cancelled() async throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        let database = scene.database
        for round in 0..<100 {
            let wait = Task { await database.waitForChange(connector: acme.id, after: 0) }
            if round % 2 == 0 { while database.changeReadersWaiting == 0 { await Task.yield() } }
            wait.cancel()
            await wait.value
        }
        #expect(database.changeReadersWaiting == 0)
    }
}
