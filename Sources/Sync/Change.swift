package import FoundationEssentials
package import Timetable

/// What a decision wants written. The store applies a list of these in the transaction that loaded the facts.
package enum Change: Equatable, Sendable {
    // Conversations.
    case begin(OpenConversation)
    case save(Conversation)
    /// `index` is the step's place in the agenda of the ticket.
    case saveStep(ticket: String, index: Int, Step)
    /// Another step at the end of the agenda.
    case addStep(ticket: String, index: Int, Step)
    /// A refusal at the door: a conversation that is over before it began.
    case refuse(Conversation)
    /// The same refusal again: one row, its count and its last call move.
    case repeatRefusal(ticket: String, at: Date, Ending)

    // The mirror.
    case ingest(Page)
    case moveWatermark(connector: Int64, category: String, Watermark, at: Date)
    /// All IDs of a category were read: what was not among them is gone, what differs is wanted.
    case settle(Settlement)
    /// These were asked for by ID; what did not come is gone.
    case settleWanted(Settlement, ids: [String])
    /// QuickBooks' count was compared with ours. A doubt says why the category is not complete.
    case reconcile(connector: Int64, category: String, expected: Int, doubt: String?, at: Date)
    case cover(connector: Int64, category: String, Coverage, at: Date)
    /// The category's trouble becomes a message, or clears the one that stood (SA-10).
    case categoryMessage(connector: Int64, category: String, sentence: String?, at: Date)

    // Requests and their message sets.
    /// The set's document and the state of its requests are kept before the document goes out.
    case form(MessageSet, ticket: String, at: Date)
    case sendAgain(set: String, at: Date)
    /// Its state is asked for.
    case askAfter(set: String, at: Date)
    case setStage(set: String, MessageSet.Stage, at: Date)
    /// QuickBooks refused its document whole: of its requests so many may travel together, and 0 where there
    /// was one alone.
    case isolate(set: String, most: Int)
    /// The books were looked through for these requests of a set.
    case examined(writes: [Int64], blindness: String?)
    /// What was deleted since: where it names a record that nobody here ever saw, it may be what one of these
    /// requests added. The page says which answer.
    case suspectDeleted(writes: [Int64], Page, sentence: String)
    /// A request goes on. The page names the conversation and the answer that a record comes from.
    case end(WriteEnd, Page)
    /// A change that was made of an old version goes on with a new `EditSequence`.
    case rebase(write: Int64, body: [UInt8], editSequence: String)
    /// QuickBooks was told to delete it, and said that it did.
    case deleteRecord(Page, kind: String, id: String)
    /// These are to be asked for by ID with the conversation's next step of their category.
    case want(ticket: String, category: String, kind: String, ids: [String])

    // What somebody asked for beside the ordinary sync.
    case beginTask(Int64, steps: Int, at: Date)
    case progressTask(Int64, done: Int, steps: Int)
    case sliceDone(Int64, ImportSlice)
    case endTask(Int64, TaskEnd, at: Date)

    // Connectors and users.
    case contact(connector: Int64, user: String, at: Date, said: CheckIn)
    case bind(connector: Int64, Binding)
    case learnWorkstation(connector: Int64, String)
    case takeForce(connector: Int64)
    case waiting(connector: Int64, since: Date?)
    case loginFailed(user: String, at: Date, address: String)
    case loginSucceeded(user: String, at: Date)
    case lock(user: String, at: Date)
}

/// The records of one answer, and what is to be done with them. The records themselves stay with whoever
/// read them, until the store asks for them.
package struct Page: Equatable, Sendable {
    package enum Use: String, Sendable {
        /// They are stored as they are.
        case store
        /// They are all that QuickBooks has: their IDs are noted, so that what is not among them can be told
        /// at the end.
        case storeWhole = "store whole"
        /// They are only IDs with their EditSequence: noted and compared, not stored.
        case compare
        /// They are IDs with balances, which go into the records that are there.
        case balances
        /// They say what was deleted.
        case deletions
    }

    package var connector: Int64
    package var ticket: String
    package var index: Int
    package var category: String
    /// The place of the answer in the document.
    package var answer: Int
    package var use: Use
    package var at: Date

    package init(
        connector: Int64, ticket: String, index: Int, category: String, answer: Int = 0, use: Use = .store,
        at: Date
    ) {
        self.connector = connector
        self.ticket = ticket
        self.index = index
        self.category = category
        self.answer = answer
        self.use = use
        self.at = at
    }
}

/// The end of a whole read of a category's IDs.
package struct Settlement: Equatable, Sendable {
    package var connector: Int64
    package var ticket: String
    package var index: Int
    package var category: String
    /// What was modified before it was not asked for.
    package var since: String?
    /// Something came that could not be read. It may be what seems to be missing, so nothing is called gone.
    package var hasFaults: Bool
    /// Who asked for it, and gets a report of what differed.
    package var task: Int64?
    package var at: Date

    package init(
        connector: Int64, ticket: String, index: Int, category: String, since: String?,
        hasFaults: Bool = false, task: Int64?, at: Date
    ) {
        self.connector = connector
        self.ticket = ticket
        self.index = index
        self.category = category
        self.since = since
        self.hasFaults = hasFaults
        self.task = task
        self.at = at
    }
}

/// What the last check-in was told: kept so that `explain` can say why nothing happens.
package enum CheckIn: Equatable, Sendable {
    case go(Trigger)
    case wait(until: Date?, because: Reason)
    case refused(code: String)

    /// What the check-in was told, for people.
    ///
    /// - Parameter zone: nil if the system does not know the connector's zone any more.
    package func sentence(in zone: Zone?, now: Date) -> String {
        switch self {
        case .go(.first): "The first sync starts."
        case .go(.scheduled): "The scheduled sync starts."
        case .go(.forced): "The forced sync starts."
        case .go(.requests): "The requests that wait are sent."
        case .wait(_, let reason): zone.map { reason.sentence(in: $0, now: now) } ?? reason.code
        case .refused(let code): "Refused: \(code)."
        }
    }
}
