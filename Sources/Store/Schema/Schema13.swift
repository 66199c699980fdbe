import GRDB

/// The thirteenth schema: what a row must be is compared and not looked up, and of events only those have an
/// index that are looked for.
///
/// For a CHECK with `state IN ('queued', 'sent', …)` SQLite fills a table of its own with these values, at
/// each row that is written; a request had three of them, which took a third of its time. Compared one after
/// the other they cost next to nothing.
enum Schema13 {
    static let indexes = """
        -- When a source was released; nothing else is looked for by its subject.
        DROP INDEX event_subject;
        CREATE INDEX event_released ON event (subject, connector_id) WHERE kind = 'source.released';

        """

    /// Writes the tables' texts anew, as SQLite's own documentation has it for changes that touch no row
    /// (lang_altertable.html, section 7).
    static func compare(in database: Database) throws {
        let texts = try GRDB.Row.fetchAll(
            database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '% IN%(%'")
        try database.execute(sql: "PRAGMA writable_schema = ON")
        for row in texts {
            let (name, text): (String, String) = (row["name"], row["sql"])
            try database.execute(
                sql: "UPDATE sqlite_schema SET sql = ?2 WHERE type = 'table' AND name = ?1",
                arguments: [name, compared(text)])
        }
        try database.execute(sql: "PRAGMA writable_schema = RESET")
    }

    /// `state IN ('a', 'b', 'c')` becomes `state = 'a' OR state = 'b' OR state = 'c'`. Of two SQLite makes no
    /// table.
    private static func compared(_ text: String) -> String {
        text.replacing(#/(\w+) IN\s+\(('[^']*'(?:,\s+'[^']*'){2,})\)/#) { match in
            "\(match.1) = " + match.2.replacing(#/,(\s+)/#) { "\($0.1)OR \(match.1) = " }
        }
    }
}
