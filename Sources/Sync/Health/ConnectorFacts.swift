package import FoundationEssentials
package import Timetable

/// Everything the status grid and `explain` are made from, for one connector.
package struct ConnectorFacts: Equatable, Sendable {
    package var connector: Connector
    package var users: [User]
    package var open: OpenConversation?
    /// The last ten conversations, oldest first (AT-6).
    package var dots: [ConversationRow]
    /// The newest conversation that read the categories, or tried to: there may be ten for requests alone
    /// behind it.
    package var latestSync: ConversationRow?
    package var lastContact: Contact?
    package var history: History
    package var leases: [Lease]
    package var rivals: [Rival]
    /// Messages that stand: items and categories that did not sync.
    package var messageCount: Int
    /// When the mirror's categories were last complete, by category name.
    package var completeAt: [String: Date]
    /// How often check-ins really come.
    package var rhythm: Rhythm

    package init(
        connector: Connector, users: [User], open: OpenConversation?, dots: [ConversationRow],
        lastContact: Contact?, history: History, leases: [Lease], rivals: [Rival], messageCount: Int,
        completeAt: [String: Date], rhythm: Rhythm = Rhythm(), latestSync: ConversationRow? = nil
    ) {
        self.connector = connector
        self.users = users
        self.open = open
        self.dots = dots
        self.latestSync = latestSync
        self.lastContact = lastContact
        self.history = history
        self.leases = leases
        self.rivals = rivals
        self.messageCount = messageCount
        self.completeAt = completeAt
        self.rhythm = rhythm
    }
}

extension ConnectorFacts {
    /// Seconds without a check-in after which the connector is called quiet.
    package var quietSeconds: Int { rhythm.quietSeconds(poll: connector.rule.pollSeconds) }
}

/// The latest check-in of any of the connector's users.
package struct Contact: Equatable, Sendable {
    package var at: Date
    package var user: String
    /// What it was told, as a sentence.
    package var told: String

    package init(at: Date, user: String, told: String) {
        self.at = at
        self.user = user
        self.told = told
    }
}

/// A conversation as history shows it.
package struct ConversationRow: Equatable, Sendable {
    package var number: Int64
    package var ticket: String
    package var state: ConversationState
    /// `Ending.code`, or nil while in progress.
    package var code: String?
    package var sentence: String
    /// The code with which it ended, where QuickBooks could not be reached or broke off.
    package var hresult: String?
    package var trigger: Trigger
    package var user: String
    package var address: String
    package var startedAt: Date
    package var lastCallAt: Date
    package var endedAt: Date?
    /// How often the same refusal came; 1 for everything else.
    package var repeats: Int
    package var percent: Int
    package var bytesReceived: Int
    package var bytesSent: Int
    package var counts: [CategoryCounts]

    package init(
        number: Int64, ticket: String, state: ConversationState, code: String?, sentence: String,
        hresult: String?, trigger: Trigger, user: String, address: String, startedAt: Date, lastCallAt: Date,
        endedAt: Date?,
        repeats: Int, percent: Int, bytesReceived: Int, bytesSent: Int, counts: [CategoryCounts]
    ) {
        self.number = number
        self.ticket = ticket
        self.state = state
        self.code = code
        self.sentence = sentence
        self.hresult = hresult
        self.trigger = trigger
        self.user = user
        self.address = address
        self.startedAt = startedAt
        self.lastCallAt = lastCallAt
        self.endedAt = endedAt
        self.repeats = repeats
        self.percent = percent
        self.bytesReceived = bytesReceived
        self.bytesSent = bytesSent
        self.counts = counts
    }
}

/// What a conversation did to one category.
package struct CategoryCounts: Equatable, Sendable {
    package var category: String
    package var purpose: Step.Purpose
    package var state: Step.State
    package var received: Int
    package var remaining: Int?
    package var restarts: Int
    package var isResumed: Bool
    package var counts: IngestCounts
    package var trouble: String?

    package init(
        category: String, purpose: Step.Purpose, state: Step.State, received: Int, remaining: Int?,
        restarts: Int, isResumed: Bool, counts: IngestCounts, trouble: String?
    ) {
        self.category = category
        self.purpose = purpose
        self.isResumed = isResumed
        self.state = state
        self.received = received
        self.remaining = remaining
        self.restarts = restarts
        self.counts = counts
        self.trouble = trouble
    }
}
