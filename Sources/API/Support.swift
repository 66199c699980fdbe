/// `GET /v1/support`: what only the daemon knows of itself, for a support bundle. No company data is in it.
package struct SupportFacts: Codable, Equatable, Sendable {
    package var version: String
    package var sqliteVersion: String
    package var libxmlVersion: String
    /// The number of the database's schema.
    package var schema: Int
    package var databaseBytes: Int
    package var walBytes: Int
    package var tables: [TableCount]
    /// All settings that are in force, as a configuration that the daemon would read again.
    package var configuration: String
    /// Kinds of journal entries whose text is made of our own words only.
    package var plainKinds: [JournalKind]
    /// Sentences of our own tables, into which nothing is put: where one stands, it may be shown.
    package var fixedSentences: [String]?

    package init(
        version: String, sqliteVersion: String, libxmlVersion: String, schema: Int, databaseBytes: Int,
        walBytes: Int, tables: [TableCount], configuration: String, plainKinds: [JournalKind],
        fixedSentences: [String]?
    ) {
        self.version = version
        self.sqliteVersion = sqliteVersion
        self.libxmlVersion = libxmlVersion
        self.schema = schema
        self.databaseBytes = databaseBytes
        self.walBytes = walBytes
        self.tables = tables
        self.configuration = configuration
        self.plainKinds = plainKinds
        self.fixedSentences = fixedSentences
    }
}

/// How many rows a table of the database has.
package struct TableCount: Codable, Equatable, Sendable {
    package var name: String
    package var rows: Int

    package init(name: String, rows: Int) {
        self.name = name
        self.rows = rows
    }
}

/// A kind of entries in the journal.
package struct JournalKind: Codable, Equatable, Sendable {
    /// Its MESSAGE_ID.
    package var id: String
    package var subject: String

    package init(id: String, subject: String) {
        self.id = id
        self.subject = subject
    }
}
