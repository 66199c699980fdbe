/// Why SQL that somebody wrote was not run.
package enum SQLRefusal: Error, Equatable, Sendable {
    /// It is no SQL, or speaks of something that is not there; SQLite's words.
    case wrong(String)
    /// It would do more than read, or read what is not for reading.
    case forbidden(String)

    package var sentence: String {
        switch self {
        case .wrong(let words): words
        case .forbidden(let what): what
        }
    }
}

/// How far a query may go.
package struct SQLLimits: Sendable {
    /// Nil: all rows.
    package var rows: Int?
    package var time: Duration

    package init(rows: Int?, time: Duration) {
        self.rows = rows
        self.time = time
    }
}

/// How a query ended, once it gives no more rows.
package enum SQLEnding: Equatable, Sendable {
    case complete
    /// There were more rows than were asked for.
    case rowLimit
    case timeLimit
}
