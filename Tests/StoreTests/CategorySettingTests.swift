import FoundationEssentials
import Sync
import Testing

@testable import Store

@Suite struct CategorySettingTests {
    private func edit(
        _ scene: Scene, _ setting: CategorySetting, category: String = "invoices"
    ) throws {
        try scene.database.transactNow {
            try $0.editCategory(category, of: "acme", to: setting, by: Scene.author, at: Scene.noon)
        }
    }

    private func watermarks(_ scene: Scene) throws -> [String] {
        try scene.select("SELECT category FROM watermark ORDER BY category")
    }

    private func complete(_ scene: Scene, _ connector: Connector) throws {
        for category in ["customers", "invoices"] {
            try scene.apply(
                .moveWatermark(
                    connector: connector.id, category: category,
                    Watermark(highWater: "2026-11-20T10:00:00"), at: Scene.noon))
        }
    }

    @Test("settings are kept as they were given, and back at the standard nothing is kept")
    func kept() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        let setting = CategorySetting(
            direction: .read, cadence: .hours(6), pageSize: 50, fromDate: "2024-01-01")
        try edit(scene, setting)
        let read = { try scene.database.readNow { try $0.categorySettings(connector: connector.id) } }
        #expect(try read() == ["invoices": setting])
        try edit(scene, .standard)
        #expect(try read().isEmpty)
        let audit = try scene.database.readNow { try $0.audit(limit: 2) }
        #expect(audit.map(\.action) == [.editCategory, .editCategory])
        #expect(
            audit[1].detail
                == "direction both -> read; cadence every-run -> 6h; page_size measured -> 50; "
                + "from_date none -> 2024-01-01")
        #expect(audit[1].subject == "invoices" && audit[1].connector == "acme")
        try edit(scene, .standard)
        #expect(
            try scene.database.readNow { try $0.audit(limit: 9) }.count { $0.action == .editCategory } == 2)
    }

    @Test(
        "an earlier day to begin with takes the watermark of its category away, a later one does not (CB-16)")
    func fromDate() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try complete(scene, connector)
        try edit(scene, CategorySetting(fromDate: "2024-01-01"))
        #expect(try watermarks(scene) == ["customers", "invoices"], "nothing older is wanted than before")
        try edit(scene, CategorySetting(fromDate: "2025-01-01"))
        #expect(try watermarks(scene) == ["customers", "invoices"])
        try edit(scene, CategorySetting(cadence: .nightly, fromDate: "2025-01-01"))
        #expect(try watermarks(scene) == ["customers", "invoices"])
        try edit(scene, CategorySetting(cadence: .nightly, fromDate: "2023-12-31"))
        #expect(try watermarks(scene) == ["customers"])
        try complete(scene, connector)
        try edit(scene, .standard)
        #expect(try watermarks(scene) == ["customers"], "no day at all is the earliest")
    }

    @Test("while a sync is reading the category an earlier day is refused: its end would forget it")
    func busy() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try complete(scene, connector)
        try edit(scene, CategorySetting(fromDate: "2024-01-01"))
        var conversation = try scene.begin(connector)
        #expect(throws: CategoryBusy(category: "invoices")) { try edit(scene, .standard) }
        #expect(try watermarks(scene) == ["customers", "invoices"])
        try edit(scene, CategorySetting(cadence: .nightly, fromDate: "2024-01-01"))
        try edit(scene, CategorySetting(direction: .none), category: "vendors")
        conversation.finish(.success, at: Scene.minutes(1))
        try scene.apply(.save(conversation))
        try edit(scene, .standard)
        #expect(try watermarks(scene) == ["customers"])
    }

    @Test("for how long versions are kept is a setting of the connector, and stands in the audit trail")
    func history() async throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        #expect(connector.history == .off)
        for (history, stored) in [(HistoryLength.days(90), "90"), (.forever, "forever"), (.off, "off")] {
            var draft = try #require(try scene.database.readNow { try $0.connector(named: "acme") }).draft
            draft.history = history
            let edited = draft
            let made = try scene.database.transactNow {
                try $0.edit("acme", to: edited, by: Scene.author, at: Scene.noon)
            }
            #expect(made.history == history)
            #expect(try scene.select("SELECT history FROM connector") == [stored])
        }
        let details = try scene.database.readNow { try $0.audit(limit: 3) }.map(\.detail)
        #expect(details == ["history forever -> off", "history 90d -> forever", "history off -> 90d"])
        let now = Scene.noon
        func count(_ history: String) async throws -> Int? {
            try scene.database.transactNow { transaction in
                try transaction.execute("UPDATE connector SET history = ?1", history)
                for (days, id) in [(1.0, "A-1"), (91.0, "A-2")] {
                    try transaction.execute(
                        """
                        INSERT OR REPLACE INTO record_version (connector_id, kind, id, valid_until,
                            changed_at, json)
                        VALUES (1, 'Invoice', ?1, ?2, ?2, '{}')
                        """, id, now.addingTimeInterval(-days * 86_400))
                }
            }
            _ = try await scene.database.prune(now: now, history: 86_400)
            return Int(try scene.select("SELECT count(*) FROM record_version")[0])
        }
        #expect(try await count("90") == 1, "those that ended earlier than the history reaches back are gone")
        #expect(try await count("forever") == 2)
        #expect(try await count("off") == 2, "what was kept stays")
        #expect(HistoryLength("0d") == nil && HistoryLength("90") == .days(90))
        #expect(HistoryLength("-5d") == nil && HistoryLength("5w") == nil && HistoryLength("+5d") == nil)
    }
}
