/*
 A conversation: one attempt to exchange data, from `authenticate` to `closeConnection`.

 The Web Connector calls, we answer; we can never call it. So the whole conversation is a value that is loaded
 before each call and saved after it, in one transaction with everything else that the call changed. Nothing
 about it lives only in memory: the daemon may be killed between any two calls, and the same ticket goes on.

     authenticate
          |  go                         wait: answered "none", no conversation
          v
       asking  <------------------------------+
          |  sendRequestXML: a query goes out |
          v                                   |
      awaiting(dispatch)                      |
          |  receiveResponseXML: page stored, |
          |  more to do (0...99) -------------+
          |  nothing more to do (100)
          v
      finished(ending)  <--- wrong file, QuickBooks unreachable, session lost, stop, window, silence
          |  getLastError, closeConnection: answered from what is stored
          v
      (kept as history: one of the ten dots)

 What each call does in each phase (there is no illegal pair without an answer):

     call                 asking                   awaiting                     finished
     sendRequestXML       next query, or "NoOp"    the same document again      ""  (getLastError follows)
     receiveResponseXML   percent, nothing stored  judged                       100 or -101, as it ended
     connectionError      ends, "done"             ends, "done"                 "done"
     getLastError         "" (held: "NoOp")        ""                           how it ended
     closeConnection      ends: closed early       ends: closed early           the closing sentence

 Failure cases, and who notices:
   - The Web Connector dies: no goodbye. The next `authenticate` of the connector, or the minute's tick after
     the silence limit, closes the conversation as *connection lost*.
   - Our answer to `receiveResponseXML` is lost: the client sees an exception and starts over. The page was
     stored and its step moved on in one commit, so nothing counts twice; an iterator starts anew.
   - A response that cannot be processed was stored before it was looked at: it is kept, marked, and can be
     tried again.
   - An iterator dies with QuickBooks' session: its category starts again from the watermark, once per
     conversation.
*/

package import FoundationEssentials
package import QBXML
package import Timetable

package struct Conversation: Equatable, Sendable {
    package enum Phase: Equatable, Sendable {
        /// We owe the Web Connector a request, or the news that there is nothing more.
        case asking
        /// It owes us the answer to exactly this query.
        case awaiting(Dispatch)
        case finished
    }

    /// Unguessable, 128 random bits or more; the only thing that later calls carry.
    package let ticket: String
    package let connectorID: Int64
    package let user: String
    package let address: String
    package let trigger: Trigger
    /// A forced sync that may run inside the overnight shutdown window.
    package let duringShutdown: Bool
    package let startedAt: Date
    package var lastCallAt: Date
    package var phase: Phase
    /// Number of the last exchange, from 1; also the request ID that pairs question and answer.
    package var sequence: Int
    /// The last percent told, never falling (0...100).
    package var percent: Int
    /// Set as soon as the company file's identity was judged, by the first `sendRequestXML`.
    package var isIdentified: Bool
    /// The connector's own stamp was read out of the company file: without it nothing is written (rule 3).
    package var isProven = false
    package var qbxmlVersion: Version
    /// The newest that this QuickBooks takes; nil while nobody knows it.
    package var highestVersion: Version?
    /// The country that QuickBooks was made for; nil while nobody knows it.
    package var edition: Edition?
    package var workstation: String?
    package var stop: StopRequest?
    package var ending: Ending?
    package var endedAt: Date?
    package var bytesReceived: Int
    package var bytesSent: Int
    /// All is exchanged, and it is held open for requests until then; nil while it is not.
    package var heldUntil: Date?

    package init(
        ticket: String, connectorID: Int64, user: String, address: String, trigger: Trigger,
        duringShutdown: Bool, startedAt: Date, lastCallAt: Date, phase: Phase, sequence: Int, percent: Int,
        isIdentified: Bool, qbxmlVersion: Version, edition: Edition? = nil, workstation: String?,
        stop: StopRequest?, ending: Ending?,
        endedAt: Date?, bytesReceived: Int, bytesSent: Int
    ) {
        self.ticket = ticket
        self.connectorID = connectorID
        self.user = user
        self.address = address
        self.trigger = trigger
        self.duringShutdown = duringShutdown
        self.startedAt = startedAt
        self.lastCallAt = lastCallAt
        self.phase = phase
        self.sequence = sequence
        self.percent = percent
        self.isIdentified = isIdentified
        self.qbxmlVersion = qbxmlVersion
        self.edition = edition
        self.workstation = workstation
        self.stop = stop
        self.ending = ending
        self.endedAt = endedAt
        self.bytesReceived = bytesReceived
        self.bytesSent = bytesSent
    }

    package var isFinished: Bool { phase == .finished }

    /// Whether the client has been silent for so long that nobody will come back.
    ///
    /// While an answer is awaited, QuickBooks works, and a person may be looking at a dialog in between: that
    /// may take hours and is no sign of trouble. Between two exchanges a client calls within seconds.
    ///
    /// - Parameter limit: seconds between two exchanges; eight times as long for an answer.
    package func isAbandoned(at now: Date, limit: Int) -> Bool {
        guard !isFinished else { return false }
        let asking = heldUntil == nil ? limit : min(limit, Exchange.heldSilence)
        let patience = phase == .asking ? asking : limit * 8
        return now.timeIntervalSince(lastCallAt) >= Double(patience)
    }

    /// Ends the conversation; the first ending counts, later ones change nothing.
    package mutating func finish(_ ending: Ending, at now: Date) {
        guard !isFinished else { return }
        phase = .finished
        self.ending = ending
        endedAt = now
    }
}

/// What was handed to the Web Connector and is not answered yet.
///
/// It holds what the document was made from, not the document: with the running step, the same values give
/// the same bytes.
package struct Dispatch: Equatable, Sendable {
    /// `Step.category` of the running step.
    package var category: String
    package var page: QueryPage
    package var requestID: String
    /// What is out about a message set; nil for the questions of a sync.
    package var errand: Errand?

    package enum Errand: Equatable, Sendable {
        /// The set itself.
        case apply(set: String)
        /// The question for its state.
        case ask(set: String)
        /// A look into the books for what came of its requests.
        case look(set: String)

        package var set: String {
            switch self {
            case .apply(let set), .ask(let set), .look(let set): set
            }
        }
    }

    package init(category: String, page: QueryPage, requestID: String, errand: Errand? = nil) {
        self.category = category
        self.page = page
        self.requestID = requestID
        self.errand = errand
    }
}

/// A person asked the running sync to stop after the category in progress (SA-6).
package struct StopRequest: Equatable, Sendable {
    package var by: String
    package var at: Date

    package init(by: String, at: Date) {
        self.by = by
        self.at = at
    }
}
