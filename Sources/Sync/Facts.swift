package import FoundationEssentials
package import Timetable

/// Everything a login needs to be decided, loaded before the decision and in the same transaction.
package struct LoginFacts: Equatable, Sendable {
    package var user: User
    package var connector: Connector
    /// Wrong passwords of this user within the lock rule's time, this one not counted.
    package var recentFailures: Int
    package var lockRule: LockRule
    /// The connector's conversation that nobody closed, if there is one.
    package var open: OpenConversation?
    package var history: History
    package var leases: [Lease]
    package var rivals: [Rival]
    package var watermarks: [String: Watermark]
    package var settings: [String: CategorySetting]
    /// What the latest probe found, and when it was.
    package var coverage: [String: Coverage]
    package var probedAt: Date?
    /// What somebody asked for, oldest first.
    package var tasks: [MirrorTask]
    /// Categories whose reading broke off with the latest conversation.
    package var interrupted: Set<String>
    /// The connector's newest conversation, to fold a repeated refusal into it.
    package var lastRefusal: Refusal?
    /// Seconds without a call after which a conversation is given up.
    package var silenceLimit: Int

    package init(
        user: User, connector: Connector, recentFailures: Int, lockRule: LockRule, open: OpenConversation?,
        history: History, leases: [Lease], rivals: [Rival], watermarks: [String: Watermark],
        settings: [String: CategorySetting] = [:], coverage: [String: Coverage] = [:],
        probedAt: Date? = nil, tasks: [MirrorTask] = [], interrupted: Set<String> = [],
        lastRefusal: Refusal?, silenceLimit: Int
    ) {
        self.user = user
        self.connector = connector
        self.recentFailures = recentFailures
        self.lockRule = lockRule
        self.open = open
        self.history = history
        self.leases = leases
        self.rivals = rivals
        self.watermarks = watermarks
        self.settings = settings
        self.coverage = coverage
        self.probedAt = probedAt
        self.tasks = tasks
        self.interrupted = interrupted
        self.lastRefusal = lastRefusal
        self.silenceLimit = silenceLimit
    }
}

/// A conversation with its agenda: what every later call of a ticket is decided on.
package struct OpenConversation: Equatable, Sendable {
    package var conversation: Conversation
    package var agenda: Agenda

    package init(conversation: Conversation, agenda: Agenda) {
        self.conversation = conversation
        self.agenda = agenda
    }
}

/// The facts of a call that carries a ticket.
package struct TicketFacts: Equatable, Sendable {
    package var connector: Connector
    package var open: OpenConversation
    /// The other connectors; only the call that judges the company file's identity needs them.
    package var neighbours: [Neighbour]
    package var mirror: MirrorFacts
    package var outbox: OutboxFacts
    /// Who wants the conversation to end; asked for by `sendRequestXML` where it might go on at their cost.
    package var claims: [Claim]
    /// The call is not decided once more, whatever its changes lead to.
    package var isLastRound = false

    package init(
        connector: Connector, open: OpenConversation, neighbours: [Neighbour] = [],
        mirror: MirrorFacts = MirrorFacts(), outbox: OutboxFacts = OutboxFacts(), claims: [Claim] = []
    ) {
        self.connector = connector
        self.open = open
        self.neighbours = neighbours
        self.mirror = mirror
        self.outbox = outbox
        self.claims = claims
    }
}

/// A conversation that was refused at the door and may be repeated every five minutes all night long.
package struct Refusal: Equatable, Sendable {
    package var ticket: String
    package var user: String
    package var address: String
    package var code: String

    package init(ticket: String, user: String, address: String, code: String) {
        self.ticket = ticket
        self.user = user
        self.address = address
        self.code = code
    }
}
