import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

extension SyncDatabase {
    /// What a statement gives on a connection of its own, a JSON array for each row.
    func rows(
        _ sql: String, limit: Int? = nil, time: Duration = .seconds(60), as format: SQLRowFormat = .json
    ) async throws -> [String] {
        let reader = SQLReader(self, SQLLimits(rows: limit, time: time))
        _ = try await reader.prepare(sql)
        var bytes: [UInt8] = []
        while let more = try await reader.rows(format, upTo: 100) { bytes += more }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// SQL that somebody else wrote: it reads, and does nothing besides.
@Suite struct SQLReaderTests {
    private let folder: Folder
    private let database: SyncDatabase

    init() throws {
        folder = try Folder()
        database = try SyncDatabase(path: folder.path("a.sqlite"))
        let scene = Scene(database)
        let acme = try scene.connector("acme")
        try scene.begin(acme)
        try scene.ingest(acme, [Scene.customer("80-1", name: "O'Brien, \"Bob\""), Scene.customer("80-2")])
    }

    @Test("it reads tables and views as they are, while the daemon writes")
    func reading() async throws {
        defer { folder.remove() }
        #expect(
            try await database.rows("SELECT connector, id, full_name, is_deleted FROM customer ORDER BY id;")
                == [
                    #"["acme","80-1","O'Brien, \"Bob\"",0]"#, #"["acme","80-2","Smith",0]"#,
                ])
        #expect(
            try await database.rows("SELECT NULL, 1, 0.5, 'a\nb', x'00ff', 9007199254740993, '12.30'") == [
                #"[null,1,0.5,"a\u000ab","00ff",9007199254740993,"12.30"]"#
            ])
        #expect(
            try await database.rows("SELECT name, created_at IS NULL FROM login -- whose?") == [
                #"["acme",0]"#
            ])
        #expect(
            try await database.rows("SELECT name FROM pragma_table_info('customer') LIMIT 1") == [
                #"["connector"]"#
            ])
        #expect(try await !database.rows("EXPLAIN QUERY PLAN SELECT * FROM invoice").isEmpty)
        #expect(try await database.rows("PRAGMA user_version") == ["[0]"])
    }

    @Test("fields of CSV are quoted where they must be, and NULL is not an empty text")
    func csv() async throws {
        defer { folder.remove() }
        let rows = try await database.rows(
            "SELECT full_name, NULL, '', 'two\nlines', ' blank', 1.5, 7 FROM customer WHERE id = '80-1'",
            as: .csv)
        #expect(
            rows.joined(separator: "\n")
                == "\"O'Brien, \"\"Bob\"\"\",,\"\",\"two\nlines\",\" blank\",1.5,7\r\n"
        )
    }

    @Test(
        "it refuses whatever would do more than read",
        arguments: [
            "DELETE FROM record", "UPDATE connector SET title = 'x'", "DROP VIEW invoice", "VACUUM",
            "CREATE TEMP TABLE t (a)", "ATTACH 'other.sqlite' AS other", "BEGIN", "SAVEPOINT s",
            "PRAGMA journal_mode = DELETE", "PRAGMA query_only = OFF", "PRAGMA user_version = 3",
            "PRAGMA writable_schema = ON", "SELECT load_extension('x.so')", "SELECT password_hash FROM login",
            "SELECT * FROM login", "SELECT l.PASSWORD_salt FROM login AS l",
            "INSERT INTO record SELECT * FROM record",
            "WITH x AS (SELECT 1) DELETE FROM record", "VACUUM INTO '/tmp/x'", "REINDEX", "ANALYZE",
            "CREATE VIEW mine AS SELECT 1",
        ])
    func refusals(sql: String) async throws {
        defer { folder.remove() }
        let error = await #expect(throws: SQLRefusal.self) { _ = try await database.rows(sql) }
        guard case .forbidden(let sentence)? = error else {
            Issue.record("\(sql): \(String(describing: error))")
            return
        }
        #expect(sentence.hasSuffix(".") && sentence != "not authorized")
    }

    @Test(
        "it says what is wrong with a text that is no query",
        arguments: [
            ("SELECT * FROM invoices", "no such table: invoices"), ("", "There is no statement in it."),
            ("SELEC 1", #"near "SELEC": syntax error"#),
            ("SELECT nonsense FROM invoice", "no such column: nonsense"),
            ("SELECT 1; SELECT 2", "More than one statement: send them one by one."),
            ("UPDATE sqlite_schema SET sql = 'x'", "table sqlite_master may not be modified"),
            ("SELECT ?", "It has parameters (? or :name), and nothing gives them values."),
        ])
    func mistakes(sql: String, sentence: String) async throws {
        defer { folder.remove() }
        await #expect(throws: SQLRefusal.wrong(sentence)) { _ = try await database.rows(sql) }
    }

    @Test("it stops at a number of rows, and says whether there were more")
    func rowLimit() async throws {
        defer { folder.remove() }
        for (limit, ending) in [(1, SQLEnding.rowLimit), (2, .complete), (3, .complete)] {
            let reader = SQLReader(database, SQLLimits(rows: limit, time: .seconds(60)))
            _ = try await reader.prepare("SELECT id FROM customer")
            while try await reader.rows(.json) != nil {}
            let end = try await reader.ending()
            #expect(end?.ending == ending && end?.rows == min(2, limit))
            try await reader.close()
        }
    }

    @Test("it stops when its time is over")
    func timeLimit() async throws {
        defer { folder.remove() }
        let reader = SQLReader(database, SQLLimits(rows: nil, time: .zero))
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
        _ = try await reader.prepare(endless)
        #expect(try await reader.rows(.json) == nil)
        #expect(try await reader.ending()?.ending == .timeLimit)
    }
}
