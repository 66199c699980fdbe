import FoundationEssentials
import GRDB

/// Who put a copy in the database's place. It stands in the copy itself until its first start tells the audit
/// trail, in a table of its own: the copy may be of any schema.
enum RestoreNote {
    static func write(_ author: Author, at now: Date, to database: Database) throws {
        try database.execute(
            sql: "CREATE TABLE restored_by (name TEXT NOT NULL, uid INTEGER, at TEXT NOT NULL) STRICT")
        try database.execute(
            sql: "INSERT INTO restored_by VALUES (?, ?, ?)",
            arguments: [author.name, author.uid, Timestamp.text(now)])
    }

    /// - Returns: nil where nobody has said it: the copy was put in place by other means.
    static func read(_ database: Database) throws -> (author: Author, at: String)? {
        guard try database.tableExists("restored_by"),
            let row = try GRDB.Row.fetchOne(database, sql: "SELECT name, uid, at FROM restored_by")
        else { return nil }
        return (Author(name: row["name"], uid: row["uid"]), row["at"])
    }

    /// Also from a copy of a copy on which nobody has started yet: it says nothing of who puts that back.
    static func remove(from database: Database) throws {
        try database.execute(sql: "DROP TABLE IF EXISTS restored_by")
    }
}
