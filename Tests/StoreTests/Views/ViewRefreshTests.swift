import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// How the views come into a file and stay there.
@Suite struct ViewRefreshTests {
    private static let question = "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name"

    @Test("opening a file a second time writes nothing")
    func nothing() throws {
        try Folder.with { folder in
            let path = folder.path("a.sqlite")
            // Kept open: the last one to close would take the log away, and a new log is a change of its own.
            let first = Scene(try SyncDatabase(path: path))
            let cookie = try first.select("PRAGMA schema_version")
            #expect(try Scene(SyncDatabase(path: path)).select("PRAGMA schema_version") == cookie)
            #expect(try first.select(Self.question).count > 100)
        }
    }

    @Test(
        "a view of ours that an earlier version made otherwise is made anew, one that is no more is dropped")
    func anew() throws {
        try Folder.with { folder in
            let path = folder.path("a.sqlite")
            let wanted = try Scene(SyncDatabase(path: path)).select(Self.question)
            try SyncDatabase(path: path).transactNow {
                try $0.execute("DROP VIEW invoice")
                try $0.execute("CREATE VIEW invoice AS \(MirrorView.mark)\n SELECT 1 AS old")
                try $0.execute("CREATE VIEW of_yore AS \(MirrorView.mark)\n SELECT 1 AS old")
                try $0.execute("DROP VIEW customer")
            }
            #expect(try Scene(SyncDatabase(path: path)).select(Self.question) == wanted)
        }
    }

    @Test("what somebody else made stays as it is, and the view of ours that it displaces is named")
    func foreign() async throws {
        do {
            let folder = try Folder()
            defer { folder.remove() }
            let path = folder.path("a.sqlite")
            try SyncDatabase(path: path).transactNow {
                try $0.execute("CREATE VIEW unpaid AS SELECT id FROM invoice WHERE NOT is_paid")
                try $0.execute("DROP VIEW customer")
                try $0.execute("CREATE TABLE Customer (mine TEXT) STRICT")
                try $0.execute("DROP VIEW vendor")
                try $0.execute("CREATE VIEW vendor AS SELECT 'mine' AS mine")
            }
            let database = try SyncDatabase(path: path)
            #expect(database.viewsInTheWay == ["customer", "vendor"])
            #expect(try await database.rows("SELECT mine FROM vendor") == [#"["mine"]"#])
            #expect(try await database.rows("SELECT count(*) FROM unpaid") == ["[0]"])
            #expect(try await database.rows("SELECT count(*) FROM customer_contacts") == ["[0]"])
        }
    }

    @Test("a file of the first release has them after its upgrade, with its own rows in them")
    func upgrade() throws {
        let sql = Release1.schema + Release1.rows
        let scene = Scene(try SyncDatabase.inMemory(upgrading: sql, withViews: true))
        #expect(scene.database.viewsInTheWay == [])
        #expect(
            try scene.select("SELECT connector, id, full_name FROM customer") == ["acme|80000001-1|Smith"])
        #expect(try scene.select("SELECT connector, id, is_deleted FROM mirror") == ["acme|80000001-1|0"])
    }

    @Test("before a migration our views make room")
    func room() throws {
        let scene = Scene(try SyncDatabase.inMemory(withViews: true))
        try scene.database.transactNow { try $0.execute("CREATE VIEW mine AS SELECT 1 AS one") }
        try SyncDatabase.dropViews(scene.database.writer)
        #expect(
            try scene.select("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name") == [
                "history", "mine", "requests",
            ])
    }
}
