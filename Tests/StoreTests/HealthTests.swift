import FoundationEssentials
import Sync
import Testing
import Timetable

@testable import Store

@Suite("What the store remembers for the doctor")
struct HealthTests {
    private func health(_ scene: Scene, _ name: String = "acme", at now: Date) throws -> ConnectorHealth {
        try #require(try scene.database.readNow { try $0.connectorHealth(named: name, now: now) }.first)
    }

    private func checkIn(_ scene: Scene, _ connector: Connector, at now: Date) throws {
        try scene.apply(
            .contact(connector: connector.id, user: connector.name, at: now, said: .refused(code: "x")))
    }

    @Test("the rhythm of check-ins is learned from check-ins, and survives a restart")
    func rhythm() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        for minute in stride(from: 0.0, through: 60, by: 10) {
            try checkIn(scene, acme, at: Scene.minutes(minute))
        }
        let facts = try health(scene, at: Scene.minutes(61)).facts
        #expect(facts.rhythm.gaps == Array(repeating: 600, count: 6))
        #expect(facts.rhythm.steadySeconds == 600)
        #expect(Diagnosis(facts, now: Scene.minutes(61)).nextCheckIn == Scene.minutes(70))
    }

    @Test("the hours of check-ins are kept for two weeks and a day, and no longer")
    func hours() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        for day in 0..<20 { try checkIn(scene, acme, at: Scene.minutes(Double(day) * 1440)) }
        let kept = try scene.select("SELECT count(*) FROM contact_hour")
        #expect(kept == ["16"])
        // Asked for only where somebody is silent.
        #expect(try health(scene, at: Scene.minutes(19 * 1440 + 1)).heard == SleepPattern())
        #expect(try health(scene, at: Scene.minutes(25 * 1440)).heard.heard.count == 16)
    }

    @Test("live requests are counted by an index, however many were settled")
    func gauges() throws {
        let scene = try Scene()
        func plan(_ statement: String) throws -> String {
            try scene.database.readNow {
                try $0.query("EXPLAIN QUERY PLAN \(statement)").rows.compactMap { $0[3] }
            }.map { "\($0)" }.joined(separator: "; ")
        }
        let live = try plan(Gauges.liveRequests)
        #expect(live.contains("request USING INDEX request_waiting"), "\(live)")
        #expect(live.split(separator: "SEARCH q USING COVERING INDEX request_state").count == 3, "\(live)")
        #expect(try plan(Gauges.settledRequests).contains("request USING COVERING INDEX request_state"))
        #expect(try scene.database.readNow { try $0.gauges(now: Scene.noon).requests } == [:])
    }

    @Test("a condition is told when it begins and when it ends, once each, and as an event")
    func toldOnce() throws {
        let scene = try Scene()
        try scene.connector("acme")
        func settle(_ minute: Double) throws -> (began: [String], ended: [String]) {
            let now = Scene.minutes(minute)
            return try scene.database.transactNow { transaction in
                let disk = DiskRoom(path: "/var", freeBytes: 1 << 20, totalBytes: 1 << 40, shortSince: now)
                let installation = InstallationFacts(disk: minute < 3 ? disk : nil)
                let found = Examination(
                    try transaction.connectorHealth(now: now), installation, now: now)
                let news = try transaction.settleConditions(found.findings, at: now)
                return (news.began.map(\.key), news.ended.map(\.code))
            }
        }
        #expect(try settle(1) == (["disk-nearly-full", "never-checked-in"], []))
        #expect(try settle(2) == ([], []), "also by another process on the same file")
        #expect(try settle(3) == ([], ["disk-nearly-full"]))
        #expect(try settle(4) == ([], []))
        let events = try scene.database.readNow { try $0.events(after: 0, limit: 9).rows }
        #expect(events.map(\.kind) == ["condition.began", "condition.began", "condition.ended"])
        #expect(events.map(\.subject) == ["disk-nearly-full", "never-checked-in", "disk-nearly-full"])
        #expect(events.allSatisfy { $0.connector == "acme" })
        let past = try scene.database.readNow { try $0.pastConditions(limit: 9) }
        #expect(past.map(\.code) == ["disk-nearly-full"])
        #expect(past.first?.beganAt == Scene.minutes(1) && past.first?.endedAt == Scene.minutes(3))
        try scene.database.transactNow { try $0.pruneConditions(endedBefore: Scene.minutes(4)) }
        #expect(try scene.database.readNow { try $0.pastConditions(limit: 9) }.isEmpty)
        #expect(
            try scene.database.readNow { try $0.standingConditions() }.map(\.code) == ["never-checked-in"])
    }

    @Test(
        "the Web Connector's version and the clock of Windows are kept, with the beginning of their trouble"
    )
    func clientAndClock() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        try scene.database.transactNow { transaction in
            try transaction.noteClock(ahead: 10, connector: acme.id, at: Scene.minutes(1))
            try transaction.noteClient(version: "2.3.0.36", connector: acme.id, at: Scene.minutes(1))
            try transaction.noteClient(version: "2.3.0.36", connector: acme.id, at: Scene.minutes(2))
        }
        var kept = try health(scene, at: Scene.minutes(3))
        #expect(kept.clock == ClockReading(ahead: 10, seenAt: Scene.minutes(1)))
        #expect(
            kept.versions.webConnector == "2.3.0.36" && kept.versions.webConnectorSeen == Scene.minutes(1))
        try scene.database.transactNow { transaction in
            try transaction.noteClock(ahead: -400, connector: acme.id, at: Scene.minutes(4))
            try transaction.noteClock(ahead: -410, connector: acme.id, at: Scene.minutes(5))
        }
        kept = try health(scene, at: Scene.minutes(6))
        #expect(
            kept.clock == ClockReading(ahead: -410, seenAt: Scene.minutes(5), since: Scene.minutes(4)))
    }

    @Test("queue, unknown outcomes, lost permissions and failing categories are found by their rows")
    func rows() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        let insert = """
            INSERT INTO request (id, connector_id, state, outcome, title, body, digest, needs_version, source,
                queued_at, settled_at)
            VALUES
            """
        func stamp(_ minutes: Double) throws -> String {
            let seconds = Scene.minutes(minutes).timeIntervalSince1970
            let stamps = try scene.select("SELECT strftime('%Y-%m-%dT%H:%M:%fZ', \(seconds), 'unixepoch')")
            return try #require(stamps.first)
        }
        let (old, new) = (try stamp(-3000), try stamp(-5))
        try scene.database.transactNow { transaction in
            for (id, state, at, version, settled) in [
                ("a", "queued", old, "13.0", nil), ("c", "outcome unknown", old, "13.0", nil),
                ("d", "succeeded", old, "13.0", new), ("b", "queued", new, "16.0", nil),
            ] as [(String, String, String, String, String?)] {
                try transaction.execute(
                    "\(insert) (?1, ?2, ?3, 'pending', 'CustomerAdd', x'', 'd', ?5, 'api', ?4, ?6)", id,
                    acme.id,
                    state, at, version, settled)
            }
            try transaction.execute(
                """
                INSERT INTO coverage (connector_id, category, answer, sentence, probed_at, since,
                    was_readable_at) VALUES (?1, 'bills', 'withheld', 'No right.', ?2, ?2, ?2),
                    (?1, 'classes', 'withheld', 'Never.', ?2, ?2, NULL)
                """, acme.id, old)
            try transaction.execute(
                """
                INSERT INTO message (connector_id, category, subject, sentence, since, last_seen_at)
                VALUES (?1, 'invoices', '', 'It fails.', ?2, ?3)
                """, acme.id, old, new)
        }
        let found = try health(scene, at: Scene.noon)
        #expect(found.queue == QueueLength(count: 2, oldest: Scene.minutes(-3000), arrived: 1, left: 1))
        #expect(found.unknown == UnknownRequests(count: 1, since: Scene.minutes(-3000)))
        #expect(found.lost.map(\.category) == ["bills"])
        #expect(found.failing.map(\.category) == ["invoices"])
        #expect(found.versions.needed == "16.0" && found.versions.neededSince == Scene.minutes(-5))
    }
}
