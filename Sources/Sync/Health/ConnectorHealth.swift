package import FoundationEssentials
package import Timetable

/// A connector's facts with everything else that its conditions are made from.
package struct ConnectorHealth: Equatable, Sendable {
    package var facts: ConnectorFacts
    /// Requests that wait to be sent; nil if none does.
    package var queue: QueueLength?
    package var unknown: UnknownRequests?
    /// Those of whom nothing is sent until a person has looked.
    package var stopped: [StoppedSource] = []
    /// Requests that wait for others that are over without success; nil if none does.
    package var stuck: StuckRequests?
    /// Categories that could be read once and no longer can.
    package var lost: [TroubledCategory]
    /// Categories that did not sync.
    package var failing: [TroubledCategory]
    package var versions: ClientVersions
    /// How far the clock of the QuickBooks computer is ahead of ours, and when that was seen.
    package var clock: ClockReading?
    package var heard: SleepPattern

    package init(
        facts: ConnectorFacts, queue: QueueLength? = nil, unknown: UnknownRequests? = nil,
        lost: [TroubledCategory] = [], failing: [TroubledCategory] = [],
        versions: ClientVersions = ClientVersions(), clock: ClockReading? = nil,
        heard: SleepPattern = SleepPattern()
    ) {
        self.facts = facts
        self.queue = queue
        self.unknown = unknown
        self.lost = lost
        self.failing = failing
        self.versions = versions
        self.clock = clock
        self.heard = heard
    }
}

package struct QueueLength: Equatable, Sendable {
    package var count: Int
    package var oldest: Date
    /// Within the last day.
    package var arrived: Int
    package var left: Int

    /// Seconds for which the oldest may wait before anybody asks whether the queue grows.
    package static let leastPatience = 3600.0

    package init(count: Int, oldest: Date, arrived: Int, left: Int) {
        self.count = count
        self.oldest = oldest
        self.arrived = arrived
        self.left = left
    }
}

package struct UnknownRequests: Equatable, Sendable {
    package var count: Int
    package var since: Date

    package init(count: Int, since: Date) {
        self.count = count
        self.since = since
    }
}

/// Requests that cannot go out, because what they wait for failed, was cancelled or expired.
package struct StuckRequests: Equatable, Sendable {
    package var count: Int
    /// How many they wait for.
    package var parents: Int
    /// The oldest of these: its title and its ID.
    package var behind: String
    package var state: Write.State
    package var since: Date

    package init(count: Int, parents: Int, behind: String, state: Write.State, since: Date) {
        self.count = count
        self.parents = parents
        self.behind = behind
        self.state = state
        self.since = since
    }
}

/// Whoever queued the same again and again.
package struct StoppedSource: Equatable, Sendable {
    package var source: String
    package var since: Date
    package var sentence: String

    package init(source: String, since: Date, sentence: String) {
        self.source = source
        self.since = since
        self.sentence = sentence
    }

    /// The command that lets it go on.
    package static func release(_ source: String, connector: String) -> String {
        "qbsyncctl request release \(connector) '\(source)'"
    }
}

package struct TroubledCategory: Equatable, Sendable {
    package var category: String
    package var since: Date
    package var lastSeen: Date
    package var sentence: String

    package init(category: String, since: Date, lastSeen: Date, sentence: String) {
        self.category = category
        self.since = since
        self.lastSeen = lastSeen
        self.sentence = sentence
    }
}

/// What runs on the QuickBooks computer, as texts of the wire.
package struct ClientVersions: Equatable, Sendable {
    /// Of the Web Connector.
    package var webConnector: String?
    package var webConnectorSeen: Date?
    /// The newest qbXML that QuickBooks takes.
    package var quickBooks: String?
    /// What the requests that wait need, and since when one of them does.
    package var needed: String?
    package var neededSince: Date?

    package init(
        webConnector: String? = nil, webConnectorSeen: Date? = nil, quickBooks: String? = nil,
        needed: String? = nil, neededSince: Date? = nil
    ) {
        self.webConnector = webConnector
        self.webConnectorSeen = webConnectorSeen
        self.quickBooks = quickBooks
        self.needed = needed
        self.neededSince = neededSince
    }

    /// Earlier Web Connectors are known for faults with TLS and with long answers (PC-22).
    package static let oldestWell = "2.1.0.30"
}

/// The clock of the QuickBooks computer, as its lock in the company file showed it.
package struct ClockReading: Equatable, Sendable {
    /// Seconds ahead of ours; negative if behind.
    package var ahead: Int
    package var seenAt: Date
    /// Since when it has been beyond the limit; nil while it is not.
    package var since: Date?

    package init(ahead: Int, seenAt: Date, since: Date? = nil) {
        self.ahead = ahead
        self.seenAt = seenAt
        self.since = since
    }

    /// - Parameter lockedAt: what the lock showed, as seconds since 1970. Nobody says whether it is UTC or
    ///   the wall time of the office: the reading that is nearer to ours is taken.
    package static func ahead(lockedAt: Int, zone: Zone, now: Date) -> Int {
        let office = zone.instant(reaching: WallTime(seconds: lockedAt)).timeIntervalSince1970
        let present = now.timeIntervalSince1970
        let asUTC = Double(lockedAt) - present
        let asWall = office - present
        return Int((abs(asUTC) <= abs(asWall) ? asUTC : asWall).rounded())
    }

    /// More is told. Times of changes are asked for with five minutes of overlap.
    package static let limit = 300
}
