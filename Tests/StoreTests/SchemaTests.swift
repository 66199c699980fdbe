import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable

@testable import Store

/// What the schema itself refuses, so that neither a later version nor a hand with `sqlite3` can break it
/// unnoticed.
@Suite struct SchemaTests {
    private let scene: Scene

    init() throws {
        scene = try Scene()
        let acme = try scene.connector("acme", path: #"C:\QB\acme.qbw"#)
        try scene.connector("bravo", path: #"C:\QB\bravo.qbw"#)
        try scene.begin(acme)
        try scene.ingest(acme, [Scene.customer("80-1")])
    }

    @Test(
        "the schema refuses to",
        arguments: [
            "make a second default: UPDATE connector SET is_default = 1 WHERE name = 'bravo'",
            "take the default away: UPDATE connector SET is_default = 0 WHERE name = 'acme'",
            "delete a connector: DELETE FROM connector WHERE name = 'bravo'",
            "give a name twice: UPDATE connector SET name = 'acme' WHERE name = 'bravo'",
            "name a connector oddly: UPDATE connector SET name = 'B r' WHERE name = 'bravo'",
            "give a slot twice: UPDATE connector SET slot = 0 WHERE name = 'bravo'",
            "give a FileID twice: UPDATE connector SET file_id = 'FILE-ACME' WHERE name = 'bravo'",
            "empty a FileID: UPDATE connector SET file_id = '' WHERE name = 'bravo'",
            "empty an OwnerID: UPDATE connector SET owner_id = '' WHERE name = 'bravo'",
            #"give a file twice: UPDATE connector SET company_path_key = 'c:\qb\acme.qbw' WHERE id = 2"#,
            "forget the path but not its key: UPDATE connector SET company_path = NULL",
            "sync every minute: UPDATE connector SET interval_seconds = 60",
            "know when but not who forced: UPDATE connector SET forced_at = 'x'",
            "pause until, but not since: UPDATE connector SET paused_until = 'x'",
            "say a text is a number: UPDATE connector SET page_size = 'many'",
            "give a user name twice: UPDATE login SET name = 'ACME' WHERE name = 'bravo'",
            "leave a user without connector: UPDATE login SET connector_id = 99",
            "keep a short hash: UPDATE login SET password_hash = x'00'",
            "give a ticket twice: INSERT INTO conversation SELECT * FROM conversation",
            "take a short ticket: UPDATE conversation SET ticket = 'short'",
            "end without a state: UPDATE conversation SET ended_at = 'x'",
            "end without an end: UPDATE conversation SET state = 'success'",
            "be in an unknown state: UPDATE conversation SET state = 'fine'",
            "await nothing: UPDATE conversation SET phase = 'awaiting'",
            "finish without an end: UPDATE conversation SET phase = 'finished'",
            "pass 100 percent: UPDATE conversation SET percent = 101",
            "keep a record without ID: UPDATE record SET id = ''",
            "keep a record of nobody: UPDATE record SET connector_id = 99",
            "keep activity that is none: INSERT INTO activity VALUES (9,1,1,'x','C','i','n','same',NULL,'2')",
            "have a step twice: INSERT INTO category_run SELECT * FROM category_run",
            "count below nothing: UPDATE category_run SET received = -1",
            "be installed twice: INSERT INTO installation (id) VALUES (2)",
        ])
    func refused(deed: String) throws {
        let sql = String(deed.drop { $0 != ":" }.dropFirst(2))
        let error = #expect(throws: StoreError.self) {
            try scene.database.transactNow { try $0.execute(sql) }
        }
        // 19 is SQLITE_CONSTRAINT; a misspelt statement would be a 1.
        guard case .failed(let code, let message, _)? = error else { return }
        #expect(code & 0xff == 19, "\(message)")
    }

    @Test("no row that is written makes SQLite fill a table of the values that a CHECK allows")
    func comparedValues() throws {
        let tables = try scene.select(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        #expect(tables.contains("request"))
        for table in tables {
            let program = try scene.database.readNow { snapshot in
                try snapshot.rows("EXPLAIN INSERT INTO \(table) DEFAULT VALUES") { row in
                    _ = row.next(Int.self)
                    return row.next(String.self)
                }
            }
            #expect(program.contains("MakeRecord"), "\(table): \(program)")
            let fillsTable = program.contains("OpenEphemeral")
            #expect(!fillsTable, "\(table)")
        }
    }

    @Test("a second open conversation of a connector is refused by the schema too")
    func secondOpen() throws {
        #expect(throws: StoreError.self) {
            try scene.database.transactNow {
                try $0.execute(
                    """
                    INSERT INTO conversation (connector_id, ticket, login, address, trigger, in_window,
                        is_refusal, started_at, last_call_at, phase, sequence, percent, is_identified,
                        qbxml_version,
                        bytes_received, bytes_sent, state)
                    SELECT connector_id, ticket || 'x', login, address, trigger, in_window, is_refusal,
                        started_at, last_call_at, phase, sequence, percent, is_identified, qbxml_version,
                        bytes_received,
                        bytes_sent, state FROM conversation
                    """)
            }
        }
    }

    @Test("every table of ours is strict, and every view can be read")
    func strictness() throws {
        let loose = try scene.select(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
        #expect(loose.filter { !$0.hasPrefix("sqlite_") && !$0.hasPrefix("grdb_") }.isEmpty)
        for view in try scene.select("SELECT name FROM sqlite_schema WHERE type = 'view'") {
            _ = try scene.select("SELECT * FROM \(view)")
        }
        #expect(
            try scene.select("SELECT connector, state, added, failed FROM history") == [
                "acme|in progress|1|0"
            ])
    }

    @Test("no call ever looks through a table that grows")
    func plans() throws {
        let scene = scene
        try scene.database.transactNow { transaction in
            _ = try transaction.login(user: "acme")
            _ = try transaction.loginFacts(
                user: "acme", now: Scene.noon, lockRule: LockRule(), silenceLimit: 900)
            _ = try transaction.ticketFacts(
                ticket: Scene.ticket, withNeighbours: true, now: Scene.noon, freshID: "")
            _ = try transaction.awaitedExchange(ticket: Scene.ticket)
            _ = try transaction.position(of: "customers", ticket: Scene.ticket)
            _ = try transaction.runningSyncs()
            _ = try transaction.connectorFacts()
            _ = try transaction.history(connector: 1, limit: 10)
            _ = try transaction.activity(connector: 1, limit: 10)
            _ = try transaction.activity(connector: 1, after: 1, limit: 10)
            _ = try transaction.messages(connector: 1)
            _ = try transaction.newestConversation(connector: 1)
            _ = try transaction.expired(now: Scene.noon, history: 86_400, limit: 10, after: 0)
            try transaction.apply(Self.everyChange, records: Self.everyRecord)
        }
        let growing = ["conversation", "v", "record", "activity", "message", "response", "category_run", "r"]
        let plans = try scene.database.transactNow { transaction in
            try transaction.compiledStatements.filter { $0.contains("WHERE") }.map { statement in
                // The columns are id, parent, a reserved one, and the step in words.
                let steps = try transaction.steps("EXPLAIN QUERY PLAN \(statement)")
                return (statement: statement, steps: steps)
            }
        }
        #expect(plans.count > 30)
        for plan in plans {
            let scans = plan.steps.filter { step in
                // An index that holds only open conversations is as small as their number, and the oldest
                // lines of activity are looked at up to a limit.
                growing.contains { step.hasPrefix("SCAN \($0)") }
                    && step != "SCAN v USING INDEX conversation_open"
                    && !plan.statement.contains("FROM activity ORDER BY number LIMIT")
            }
            #expect(scans.isEmpty, "\(plan.statement)")
        }
    }

    private static let everyRecord = Scene.answer(
        [Scene.customer("80-2"), Scene.customer("80-1", text: "z")],
        [RecordFault(kind: "Customer", id: "80-9", reason: "x")])

    private static let everyChange: [Change] = {
        var conversation = Scene.conversation(
            Connector(
                id: 1, name: "acme", title: "A", isDefault: true,
                identity: StampedIdentity(ownerID: "o", fileID: "f"), binding: Binding(), workstation: nil,
                rule: Rule(slot: 0, window: nil, zone: .utc), pageSize: 1, overlapSeconds: 0,
                file: ConnectionFileOptions(), disabledAt: nil, createdAt: Scene.noon))
        let page = Page(
            connector: 1, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        let running = conversation
        conversation.finish(.success, at: Scene.noon)
        return [
            .ingest(page), .ingest(page),
            .saveStep(ticket: Scene.ticket, index: 0, Step(category: "customers")),
            .save(running), .repeatRefusal(ticket: Scene.ticket, at: Scene.noon, .success),
            .moveWatermark(connector: 1, category: "customers", Watermark(highWater: nil), at: Scene.noon),
            .categoryMessage(connector: 1, category: "customers", sentence: nil, at: Scene.noon),
            .contact(connector: 1, user: "acme", at: Scene.noon, said: .go(.first)),
            .takeForce(connector: 1), .waiting(connector: 1, since: nil),
            .loginFailed(user: "acme", at: Scene.noon, address: ""),
            .loginSucceeded(user: "acme", at: Scene.noon),
            .save(conversation),
        ]
    }()
}

extension Snapshot {
    fileprivate func steps(_ explanation: String) throws -> [String] {
        try statement(explanation).bindingNothing { row in
            _ = (row.next(Int.self), row.next(Int.self), row.next(Int.self))
            return row.next()
        }
    }
}

extension Statement {
    /// Parameters are left NULL: a plan does not depend on their values.
    fileprivate func bindingNothing(_ read: (inout Row) -> String) throws -> [String] {
        var texts: [String] = []
        try visitRows { row in
            texts.append(read(&row))
            return true
        }
        return texts
    }
}
