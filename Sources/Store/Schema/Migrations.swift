/*
 The schema, and how it grows.

 Migrations are append-only and named: a released one is never edited, because somebody's database has run it.
 Each release keeps its schema as a fixture in StoreTests, which a test migrates to the newest.

 How things are written down, since others read this file with plain SQL:
   - Times are ISO 8601 texts in UTC with milliseconds, always 24 characters (`2026-11-21T06:58:22.123Z`).
     They sort as texts, SQLite's own date functions take them, and a person can read them. The one exception
     are the times inside QuickBooks' records: `record.time_created`, `record.time_modified` and
     `watermark.high_water` stay as QuickBooks gave them, because its offsets are not to be trusted.
   - Truths are 0 and 1. What is unknown or does not apply is NULL, never an empty text.
   - `id` is a number of ours; `number` is one that people see and that counts up for ever.
   - Tables are STRICT. What the program relies on stands as CHECK, UNIQUE or trigger, so that neither a later
     version nor a hand with `sqlite3` can break it unnoticed. Sets that will grow (reasons, categories,
     triggers of a sync) are not checked: SQLite has no statement that widens a CHECK.
   - A CHECK compares (`state = 'a' OR state = 'b'`). With `IN` and three values or more, SQLite fills a table
     of its own at each row that is written (schema 13).
*/

import GRDB

enum Migrations {
    /// `QBSy`, in the file's header: tells our files from other programs' databases (`file(1)` shows it too).
    static let applicationID: Int64 = 0x5142_5379

    /// The number of the newest schema that this version knows.
    static var newest: Int { all.migrations.last.map(number) ?? 0 }

    /// The number of the schema that a database has; 0 for one without.
    static func schema(of database: Database) throws -> Int {
        try all.completedMigrations(database).last.map(number) ?? 0
    }

    /// Each migration's name begins with the number of the schema that it makes.
    private static func number(_ migration: String) -> Int { Int(migration.prefix { $0.isNumber }) ?? 0 }

    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 connectors, conversations, mirror") { database in
            try database.execute(sql: Schema1.sql)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        migrator.registerMigration("2 deletions, versions, categories, tasks") { database in
            try database.execute(sql: Schema2.sql)
        }
        migrator.registerMigration("3 spooled answers") { database in
            try database.execute(sql: Schema3.sql)
        }
        migrator.registerMigration("4 requests, message sets, events") { database in
            try database.execute(sql: Schema4.sql)
        }
        migrator.registerMigration("5 held conversations, blockers") { database in
            try database.execute(sql: Schema5.sql)
        }
        migrator.registerMigration("6 rhythm, conditions") { database in
            try database.execute(sql: Schema6.sql)
        }
        migrator.registerMigration("7 webhooks") { database in
            try database.execute(sql: Schema7.sql)
        }
        migrator.registerMigration("8 restorations") { database in
            try database.execute(sql: Schema8.sql)
        }
        migrator.registerMigration("9 audit chain, exchanges") { database in
            try database.execute(sql: Schema9.sql)
            try Transaction(database, RuleTexts()).chainAudit()
            try database.execute(sql: Schema9.seal)
        }
        migrator.registerMigration("10 indexes of requests") { database in
            try database.execute(sql: Schema10.sql)
        }
        migrator.registerMigration("11 fewer indexes of requests") { database in
            try database.execute(sql: Schema11.sql)
        }
        migrator.registerMigration("12 deleted versions, earlier answers of coverage") { database in
            try database.execute(sql: Schema12.sql)
        }
        migrator.registerMigration("13 values compared, events by source") { database in
            try Schema13.compare(in: database)
            try database.execute(sql: Schema13.indexes)
        }
        return migrator
    }
}
