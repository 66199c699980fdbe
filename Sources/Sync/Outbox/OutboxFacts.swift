/// What waits to be sent and what is in doubt, as far as one call needs it.
package struct OutboxFacts: Equatable, Sendable {
    /// The set that went out last and is not closed.
    package var set: MessageSet?
    /// Some request waits for one of that set.
    package var isWaitedFor = false
    /// Some request of that set must not go out now: its time is over, its source is stopped, or its category
    /// is not written.
    package var isWithheld = false
    /// The codes with which the latest conversations broke off one after the other, while that set was
    /// asked after; newest first.
    package var breakOffs: [String] = []
    /// Records of the mirror that are not deleted, by category, while that set's requests are looked for.
    package var stored: [String: Int] = [:]
    /// For the requests of the set that were looked for: what QuickBooks has that might be theirs.
    package var candidates: [Int64: [Candidate]]
    /// Requests that may go out now, in their order; some hundred at most.
    package var queue: [Write]
    /// Those that QuickBooks refused for an old `EditSequence`, with the record before and now.
    package var stale: [StaleWrite]
    /// The set that QuickBooks may forget with the next one.
    package var lastClosedID: String?
    /// How many requests the last set had, and the seconds that it took.
    package var pace: Pace?
    /// For the set that may be formed by this call; from the shell.
    package var freshID: String
    /// Seconds by which the clock of Windows is ahead of ours, as far as it was seen.
    package var clockAhead = 0
    /// What a person wants to be made of some status codes, instead of the table.
    package var policies: [Int: WritePolicy] = [:]

    package struct Pace: Equatable, Sendable {
        package var requests: Int
        package var seconds: Double

        package init(requests: Int, seconds: Double) {
            self.requests = requests
            self.seconds = seconds
        }
    }

    package init(
        set: MessageSet? = nil, candidates: [Int64: [Candidate]] = [:], queue: [Write] = [],
        stale: [StaleWrite] = [], lastClosedID: String? = nil, pace: Pace? = nil, freshID: String = ""
    ) {
        self.set = set
        self.candidates = candidates
        self.queue = queue
        self.stale = stale
        self.lastClosedID = lastClosedID
        self.pace = pace
        self.freshID = freshID
    }

    /// What goes out again keeps its place: first in, first out.
    mutating func takeBack(_ write: Write) {
        let place = queue.firstIndex { $0.number > write.number } ?? queue.endIndex
        queue.insert(write, at: place)
    }

    package var hasWork: Bool { return set != nil || !queue.isEmpty || !stale.isEmpty }
}

/// A record of QuickBooks that may have come of a request whose answer was lost.
package struct Candidate: Equatable, Sendable {
    package var kind: String
    package var id: String
    package var name: String?
    package var editSequence: String?
    package var timeCreated: String?
    package var externalGUID: String?
    /// QuickBooks has it no more.
    package var isGone: Bool
    /// Another request of the same GUID is in doubt too, and may have made it.
    package var isShared = false
    /// As the mirror has it.
    package var json: [UInt8]

    package init(
        kind: String, id: String, name: String? = nil, editSequence: String? = nil,
        timeCreated: String? = nil, externalGUID: String? = nil, isGone: Bool = false, json: [UInt8]
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.editSequence = editSequence
        self.timeCreated = timeCreated
        self.externalGUID = externalGUID
        self.isGone = isGone
        self.json = json
    }
}

/// A change that was made of an older version of the record than QuickBooks has.
package struct StaleWrite: Equatable, Sendable {
    package var write: Write
    /// The record with the `EditSequence` that the caller gave; nil if nobody has kept it.
    package var before: [UInt8]?
    /// As QuickBooks has it now, and its `EditSequence`.
    package var present: [UInt8]?
    package var editSequence: String?

    package init(write: Write, before: [UInt8]?, present: [UInt8]?, editSequence: String?) {
        self.write = write
        self.before = before
        self.present = present
        self.editSequence = editSequence
    }
}
