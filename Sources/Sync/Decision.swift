import FoundationEssentials
package import QBXML
package import Timetable
package import WebConnector

/// What one call leads to: what to write, what to answer, and what happened, for the journal.
package struct Decision: Equatable, Sendable {
    package var changes: [Change]
    package var answer: Answer
    package var events: [Event]
    /// What waits to be sent is otherwise now than the facts had it: the changes are applied, and the same
    /// call is decided again.
    package var isUnfinished = false

    package init(changes: [Change] = [], answer: Answer, events: [Event] = []) {
        self.changes = changes
        self.answer = answer
        self.events = events
    }
}

/// Something an operator may look for in the journal. The shell adds ticket and connector as fields.
package enum Event: Equatable, Sendable {
    case conversationBegan(connector: String, ticket: String, user: String, address: String, Trigger)
    case conversationEnded(connector: String, ticket: String, Ending)
    case checkedIn(connector: String, user: String, told: String)
    case loginRefused(connector: String, user: String, address: String, Failure)
    case userLocked(connector: String, user: String, address: String)
    case categoryDone(connector: String, ticket: String, category: String, received: Int)
    case categoryFailed(connector: String, ticket: String, category: String, sentence: String)
    case iteratorLost(connector: String, ticket: String, category: String)
    /// It was thrown away, and smaller pages are asked for.
    case answerTooLarge(connector: String, ticket: String, category: String, bytes: Int, pageSize: Int)
    /// An answer held what the catalog does not know; it was kept.
    case answerNoted(connector: String, ticket: String, category: String, [Note])
    case companyBound(connector: String, path: String)
    /// A call carried a ticket that is not stored here, or a login named a user that is not.
    case unknownTicket(operation: String)
}
