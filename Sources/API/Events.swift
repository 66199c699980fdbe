package import FoundationEssentials

/// `GET /v1/events`: what happened to requests and conditions, oldest first, with no gaps.
///
///     {"events":[{"number":12,"at":"2026-11-21T06:58:22Z","connector":"acme","kind":"request.succeeded",
///       "subject":"req_5f…"}],"next":12,"has_more":false}
package struct EventPage: Codable, Equatable, Sendable {
    package var events: [EventEntry]
    /// `after` of the next question.
    package var next: Int64
    /// Whether there is more already; a question with `wait` waits otherwise.
    package var hasMore: Bool

    package init(events: [EventEntry], next: Int64, hasMore: Bool) {
        self.events = events
        self.next = next
        self.hasMore = hasMore
    }
}

package struct EventEntry: Codable, Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var connector: String
    /// request.queued, request.sent, condition.began, …
    package var kind: String
    /// The ID of the request, or the code of the condition.
    package var subject: String
    package var sentence: String?

    package init(
        number: Int64, at: Date, connector: String, kind: String, subject: String, sentence: String?
    ) {
        self.number = number
        self.at = at
        self.connector = connector
        self.kind = kind
        self.subject = subject
        self.sentence = sentence
    }
}
