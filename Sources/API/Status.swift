package import FoundationEssentials

/// `GET /v1/status`: the grid one looks at in the morning.
package struct StatusReport: Codable, Equatable, Sendable {
    package var version: String
    package var now: Date
    package var connectors: [ConnectorStatus]
    /// Of the whole installation; absent where there are none.
    package var conditions: [ConditionEntry]?

    package init(
        version: String, now: Date, connectors: [ConnectorStatus], conditions: [ConditionEntry]? = nil
    ) {
        self.version = version
        self.now = now
        self.connectors = connectors
        self.conditions = conditions
    }
}

/// One row of the grid, and all of `explain`.
package struct ConnectorStatus: Codable, Equatable, Sendable {
    package var name: String
    package var title: String
    package var isDefault: Bool
    /// not set up · online · QuickBooks unavailable · wrong company file · quiet · paused · disabled · locked
    package var state: String
    /// Why it is so, in a sentence.
    package var sentence: String
    /// What to do about it; absent when there is nothing to do.
    package var fix: String?
    /// Whose move it is.
    package var mover: String
    package var since: Date?
    package var workstation: String?
    package var companyFile: String?
    package var timeZone: String
    package var lastContact: Date?
    package var lastContactTold: String?
    /// Start of the last conversation that got past the door; absent when there was none.
    package var lastSync: Date?
    /// Its state and text; "Ready" when none has ever run (SA-1).
    package var lastSyncStatus: String
    package var nextSync: Date?
    package var nextCheckIn: Date?
    package var isOverdue: Bool
    package var isForced: Bool
    package var messageCount: Int
    /// Absent where there are none.
    package var requests: RequestCounts?
    package var progress: Progress?
    /// The last ten conversations, oldest first.
    package var dots: [Dot]
    /// What the timetable says, whatever else is wrong; absent while a sync runs.
    package var waitsFor: String?
    package var waitsSince: Date?
    /// The gravest first; absent where nothing is wrong.
    package var conditions: [ConditionEntry]?

    package init(
        name: String, title: String, isDefault: Bool, state: String, sentence: String, fix: String?,
        mover: String, since: Date?, workstation: String?, companyFile: String?, timeZone: String,
        lastContact: Date?, lastContactTold: String?, lastSync: Date?, lastSyncStatus: String,
        nextSync: Date?,
        nextCheckIn: Date?, isOverdue: Bool, isForced: Bool, messageCount: Int,
        requests: RequestCounts? = nil,
        progress: Progress?, dots: [Dot], waitsFor: String? = nil, waitsSince: Date? = nil,
        conditions: [ConditionEntry]? = nil
    ) {
        self.name = name
        self.title = title
        self.isDefault = isDefault
        self.state = state
        self.sentence = sentence
        self.fix = fix
        self.mover = mover
        self.since = since
        self.workstation = workstation
        self.companyFile = companyFile
        self.timeZone = timeZone
        self.lastContact = lastContact
        self.lastContactTold = lastContactTold
        self.lastSync = lastSync
        self.lastSyncStatus = lastSyncStatus
        self.nextSync = nextSync
        self.nextCheckIn = nextCheckIn
        self.isOverdue = isOverdue
        self.isForced = isForced
        self.messageCount = messageCount
        self.requests = requests
        self.progress = progress
        self.dots = dots
        self.waitsFor = waitsFor
        self.waitsSince = waitsSince
        self.conditions = conditions
    }
}

/// Requests that are not over, and those that failed or are in doubt.
package struct RequestCounts: Codable, Equatable, Sendable {
    package var waiting: Int
    package var sent: Int
    package var failed: Int
    package var unknown: Int

    package init(waiting: Int, sent: Int, failed: Int, unknown: Int) {
        self.waiting = waiting
        self.sent = sent
        self.failed = failed
        self.unknown = unknown
    }
}

/// A conversation as a dot: a letter and a colour, so that colour is never the only signal (AT-6).
package struct Dot: Codable, Equatable, Sendable {
    package var number: Int64
    package var state: String
    package var letter: String
    package var color: String
    package var sentence: String
    package var at: Date

    package init(number: Int64, state: String, letter: String, color: String, sentence: String, at: Date) {
        self.number = number
        self.state = state
        self.letter = letter
        self.color = color
        self.sentence = sentence
        self.at = at
    }
}

/// The running sync, for `sync --wait` and `watch`: "invoices 412 of 1100".
package struct Progress: Codable, Equatable, Sendable {
    package var conversation: Int64
    package var category: String?
    package var received: Int
    /// Unknown for kinds that QuickBooks gives in one piece.
    package var total: Int?
    /// 0...100, as the Web Connector shows it.
    package var percent: Int
    package var startedAt: Date
    /// Set when a person asked to stop: which category is being finished.
    package var stopsAfter: String?
    /// Of a sync that QuickBooks counted for beforehand, the first one: records that are here, and all.
    package var records: Int?
    package var recordsExpected: Int?
    /// If the rest goes as what is done; absent before anybody can tell.
    package var secondsLeft: Int?
    /// All is done, and the conversation is held open for requests until then.
    package var heldUntil: Date?

    package init(
        conversation: Int64, category: String?, received: Int, total: Int?, percent: Int, startedAt: Date,
        stopsAfter: String?, records: Int? = nil, recordsExpected: Int? = nil, secondsLeft: Int? = nil,
        heldUntil: Date? = nil
    ) {
        self.conversation = conversation
        self.category = category
        self.received = received
        self.total = total
        self.percent = percent
        self.startedAt = startedAt
        self.stopsAfter = stopsAfter
        self.records = records
        self.recordsExpected = recordsExpected
        self.secondsLeft = secondsLeft
        self.heldUntil = heldUntil
    }
}
