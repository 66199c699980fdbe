import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable

@testable import Store

/// Each release's schema is kept as SQL text with some rows in it; every later version has to take it over.
@Suite struct UpgradeTests {
    @Test("a database of the first release is brought up to date with all that is in it")
    func release1() throws {
        let scene = Scene(try SyncDatabase.inMemory(upgrading: Release1.schema + Release1.rows))
        let facts = try #require(try scene.facts("front"))
        #expect(facts.connector.name == "acme")
        #expect(facts.connector.isDefault)
        #expect(facts.connector.binding.path == #"C:\QB\Acme.qbw"#)
        #expect(facts.connector.rule.window == (try Window.parse("22:00-06:00 Mon-Fri")))
        #expect(facts.connector.rule.zone.identifier == "America/Chicago")
        #expect(facts.user.lockedAt == Scene.minutes(-5))
        #expect(facts.history.pause == Pause(since: Scene.minutes(-60), until: Scene.minutes(-30), by: "ann"))
        #expect(facts.open?.conversation.phase.dispatch?.page == .next(iteratorID: "{it}", size: 500))
        #expect(facts.open?.agenda.steps.map(\.state) == [.done, .running])
        #expect(facts.watermarks.keys.sorted() == ["customers"])
        #expect(facts.watermarks["customers"]?.highWater == nil, "everything is read once more")
        let history = try scene.database.readNow { try $0.history(connector: facts.connector.id, limit: 9) }
        #expect(history.map(\.state) == [.inProgress, .unsuccessful, .success])
        #expect(history.map(\.repeats) == [1, 7, 1])
        let refused = try scene.ticketFacts("ticket-refused-0001")?.open.conversation.ending
        #expect(refused == .unsuccessful(.locked(user: "front", address: "192.0.2.7")))
        #expect(
            try scene.select("SELECT connector, kind, id, json ->> '$.FullName' FROM mirror") == [
                "acme|Customer|80000001-1|Smith"
            ])
        #expect(
            try scene.database.readNow { try $0.messages(connector: 1) }.map(\.sentence) == ["No permission."]
        )
        #expect(try scene.database.readNow { try $0.keptResponses() }.map(\.reason) == ["It breaks off."])
        #expect(try scene.database.readNow { try $0.audit(limit: 9) }.map(\.action) == [.createConnector])
        // And it works on: the conversation can be ended, a connector added.
        var conversation = try #require(facts.open?.conversation)
        conversation.finish(.success, at: Scene.noon)
        try scene.apply(.save(conversation))
        #expect(try scene.connector("bravo").rule.slot == 1)
    }

    @Test("requests of the third release that wait for others go on waiting for exactly those")
    func release3() throws {
        let requests = (1...3).map { number in
            """
            INSERT INTO request (number, id, connector_id, state, outcome, title, body, digest, needs_version,
                source, queued_at, settled_at)
            VALUES (\(number), 'req_\(number)', 1, '\(number == 1 ? "succeeded" : "queued")', 'pending',
                'CustomerAdd', x'00', 'd', '13.0', 'kim', '2026-09-21T00:00:00.000Z',
                \(number == 1 ? "'2026-09-21T00:01:00.000Z'" : "NULL"));
            """
        }
        let needs = "INSERT INTO request_need (request, needs) VALUES (2, 1), (3, 1), (3, 2);"
        let connector = String(Release1.rows.prefix { $0 != ";" }) + ";"
        let old = ([Release3.schema, connector] + requests + [needs]).joined(separator: "\n")
        let scene = Scene(try SyncDatabase.inMemory(upgrading: old))
        #expect(try scene.select("SELECT blockers FROM request ORDER BY number") == ["0", "0", "1"])
    }

    @Test(
        "the schema is exactly the one kept for the latest release; a new migration needs a new one beside it"
    )
    func latest() throws {
        let question = """
            SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
            WHERE name NOT LIKE 'grdb_%' AND name NOT LIKE 'sqlite_%' ORDER BY type, name
            """
        let made = try Scene().select(question)
        let kept = try Scene(SyncDatabase.inMemory(upgrading: Release7.schema)).select(question)
        #expect(made == kept)
        #expect(try Scene().select("SELECT identifier FROM grdb_migrations") == Release7.migrations)
    }
}
