package import FoundationEssentials

/// `GET …/history`: conversations, newest first.
package struct ConversationEntry: Codable, Equatable, Sendable {
    package var number: Int64
    package var state: String
    package var letter: String
    package var color: String
    /// A stable word for programs: success, errors, wrong-password, connection-lost, …; absent while in
    /// progress.
    package var reason: String?
    package var sentence: String
    package var trigger: String
    package var user: String
    package var address: String
    package var startedAt: Date
    package var lastCallAt: Date
    package var endedAt: Date?
    package var repeats: Int
    package var bytesReceived: Int
    package var bytesSent: Int
    package var categories: [CategoryEntry]

    package init(
        number: Int64, state: String, letter: String, color: String, reason: String?, sentence: String,
        trigger: String, user: String, address: String, startedAt: Date, lastCallAt: Date, endedAt: Date?,
        repeats: Int, bytesReceived: Int, bytesSent: Int, categories: [CategoryEntry]
    ) {
        self.number = number
        self.state = state
        self.letter = letter
        self.color = color
        self.reason = reason
        self.sentence = sentence
        self.trigger = trigger
        self.user = user
        self.address = address
        self.startedAt = startedAt
        self.lastCallAt = lastCallAt
        self.endedAt = endedAt
        self.repeats = repeats
        self.bytesReceived = bytesReceived
        self.bytesSent = bytesSent
        self.categories = categories
    }
}

/// One step of a sync.
package struct CategoryEntry: Codable, Equatable, Sendable {
    /// The category, or the step's own name where it is about several.
    package var category: String
    /// read · coverage · forecast · compare · fetch · balances · deletions · counts · import · report
    package var step: String
    /// It started again what had broken off.
    package var resumed: Bool
    /// waiting · running · done · failed · skipped
    package var state: String
    package var added: Int
    package var updated: Int
    package var unchanged: Int
    package var failed: Int
    package var deleted: Int
    package var trouble: String?

    package init(
        category: String, step: String = "read", resumed: Bool = false, state: String, added: Int,
        updated: Int, unchanged: Int, failed: Int, deleted: Int = 0, trouble: String?
    ) {
        self.category = category
        self.step = step
        self.resumed = resumed
        self.deleted = deleted
        self.state = state
        self.added = added
        self.updated = updated
        self.unchanged = unchanged
        self.failed = failed
        self.trouble = trouble
    }
}

/// `GET …/activity`: an item moved (SA-9), newest first.
package struct ActivityEntry: Codable, Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var kind: String
    package var id: String
    package var name: String?
    /// added, updated, deleted or restored
    package var operation: String
    package var conversation: Int64

    package init(
        number: Int64, at: Date, kind: String, id: String, name: String?, operation: String,
        conversation: Int64
    ) {
        self.number = number
        self.at = at
        self.kind = kind
        self.id = id
        self.name = name
        self.operation = operation
        self.conversation = conversation
    }
}

/// `GET …/messages`: an item or a category that did not sync, and why (SA-10). It clears itself.
package struct MessageEntry: Codable, Equatable, Sendable {
    package var category: String
    package var kind: String?
    package var id: String?
    package var name: String?
    package var sentence: String
    package var since: Date
    package var lastSeenAt: Date
    /// How many more there are of its category than are told.
    package var more: Int?

    package init(
        category: String, kind: String?, id: String?, name: String?, sentence: String, since: Date,
        lastSeenAt: Date, more: Int? = nil
    ) {
        self.category = category
        self.kind = kind
        self.id = id
        self.name = name
        self.sentence = sentence
        self.since = since
        self.lastSeenAt = lastSeenAt
        self.more = more
    }
}

/// `GET …/responses`: answers of QuickBooks that were kept because they could not be processed.
package struct KeptResponse: Codable, Equatable, Sendable {
    package var number: Int64
    package var conversation: Int64
    package var category: String?
    package var receivedAt: Date
    package var bytes: Int
    package var reason: String

    package init(
        number: Int64, conversation: Int64, category: String?, receivedAt: Date, bytes: Int, reason: String
    ) {
        self.number = number
        self.conversation = conversation
        self.category = category
        self.receivedAt = receivedAt
        self.bytes = bytes
        self.reason = reason
    }
}
