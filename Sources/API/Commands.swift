package import FoundationEssentials

/// `POST …/sync`: force a sync now (SA-5, CB-19).
package struct ForceSync: Body, Equatable, Sendable {
    package static let fields = ["during_shutdown"]

    /// Run even inside the overnight shutdown window.
    package var duringShutdown: Bool

    package init(duringShutdown: Bool) { self.duringShutdown = duringShutdown }

    private enum CodingKeys: CodingKey { case duringShutdown }

    /// An empty body is a sync that respects the night.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        duringShutdown = try container.decodeIfPresent(Bool.self, forKey: .duringShutdown) ?? false
    }
}

/// The answer to a forced sync: it starts with the next check-in, or the reason why not yet.
package struct ForceReceipt: Codable, Equatable, Sendable {
    /// True when the next check-in starts it.
    package var starts: Bool
    package var sentence: String
    package var nextCheckIn: Date?
    /// Number of the newest conversation before this one: a wait looks for a later one.
    package var after: Int64?

    package init(starts: Bool, sentence: String, nextCheckIn: Date?, after: Int64?) {
        self.starts = starts
        self.sentence = sentence
        self.nextCheckIn = nextCheckIn
        self.after = after
    }
}

/// `POST …/pause`: until a time, or until resumed.
package struct PauseOrder: Body, Equatable, Sendable {
    package static let fields = ["until"]

    package var until: Date?

    package init(until: Date?) { self.until = until }
}

/// Any order that is done at once, in a sentence.
package struct Done: Codable, Equatable, Sendable {
    package var sentence: String
    package var warnings: [String]

    package init(sentence: String, warnings: [String] = []) {
        self.sentence = sentence
        self.warnings = warnings
    }
}

/// `POST /v1/backup`: an online copy; paths are those of the daemon's machine.
package struct BackupOrder: Body, Equatable, Sendable {
    package static let fields = ["path", "directory", "keep"]

    /// The file to write; it must not exist.
    package var path: String?
    /// A folder of copies: the new one gets the time as its name, and the oldest go.
    package var directory: String?
    /// How many copies the folder keeps, the new one among them.
    package var keep: Int?

    package init(path: String? = nil, directory: String? = nil, keep: Int? = nil) {
        self.path = path
        self.directory = directory
        self.keep = keep
    }
}

package struct BackupReceipt: Codable, Equatable, Sendable {
    package var path: String
    package var bytes: Int
    package var isSound: Bool
    /// Older copies of the folder that were taken away; absent where none were to go.
    package var removed: [String]?

    package init(path: String, bytes: Int, isSound: Bool, removed: [String]? = nil) {
        self.path = path
        self.bytes = bytes
        self.isSound = isSound
        self.removed = removed
    }
}

/// `qbsyncctl restore --json`: a copy that was put in the database's place.
package struct RestoreReceipt: Codable, Equatable, Sendable {
    package var path: String
    package var copy: String
    package var copiedAt: Date
    package var bytes: Int
    /// Where the database lies that was there before; absent if there was none.
    package var setAside: String?

    package init(path: String, copy: String, copiedAt: Date, bytes: Int, setAside: String?) {
        self.path = path
        self.copy = copy
        self.copiedAt = copiedAt
        self.bytes = bytes
        self.setAside = setAside
    }
}
