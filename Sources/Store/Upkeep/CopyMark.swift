package import FoundationEssentials
import GRDB

/// The mark by which a database file tells that it is a copy: the moment as of which it was made, in seconds
/// since 1970, in the header's `user_version`. The database itself has 0 there.
///
///     60  user_version, four bytes, the most significant first
///
/// A copy carries it into the database's place whoever puts it there, `qbsyncctl restore` or a plain `cp`,
/// and the next start knows by it that it was put back. It stands in the header and not in a table, so that
/// copies of every schema have it, also those that a version makes before it migrates.
enum CopyMark {
    /// - Returns: nil for the database itself.
    static func read(_ database: Database) throws -> Date? {
        try date(Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0)
    }

    /// - Parameter date: nil makes it the database itself again.
    static func write(_ date: Date?, to database: Database) throws {
        try database.execute(sql: "PRAGMA user_version = \(number(date))")
    }

    static func date(_ number: Int32) -> Date? {
        number == 0 ? nil : Date(timeIntervalSince1970: Double(UInt32(bitPattern: number)))
    }

    /// Whole seconds, rounded down: what is taken for lost begins rather too early. As an unsigned number it
    /// lasts until 2106.
    static func number(_ date: Date?) -> Int32 {
        guard let date else { return 0 }
        let seconds = max(1, min(Double(UInt32.max), date.timeIntervalSince1970.rounded(.down)))
        return Int32(bitPattern: UInt32(seconds))
    }
}

extension Snapshot {
    /// As of when the copy was that lies in the database's place; nil for the database itself.
    package func copiedAt() throws -> Date? { try CopyMark.read(database) }
}
