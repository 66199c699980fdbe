import API
import HTTPTypes
import QBXML
import Store
import Sync

/// The part of the table about requests and what happens to them.
extension ControlRoutes {
    var requests: [Route] { queue + decisions + happenings }

    private var queue: [Route] {
        [
            Route(
                "addRequests", .post, "/v1/connectors/{connector}/requests",
                "Queues requests, as JSON or qbXML: all of them, or none",
                query: QueueOptions.described, headers: [.idempotencyKey], takes: .requests,
                gives: .madeOr(QueuedRequests.self, DryRun.self),
                mayConflict: true, examples: RouteExample.addRequests, addRequests),
            Route(
                "listRequests", .get, "/v1/connectors/{connector}/requests", "The requests, newest first",
                query: [.requestState, .limit(otherwise: 50), .beforeRequest],
                gives: .word(RequestPage.self), examples: RouteExample.listRequests, listRequests),
            Route(
                "showRequest", .get, "/v1/requests/{request}", "How a request stands, or what it came to",
                query: [.untilSettled, .withDocument], gives: .word(RequestAccount.self),
                examples: RouteExample.showRequest, showRequest),
        ]
    }

    private var decisions: [Route] {
        let receipt = Route.Outcome.word(DecisionReceipt.self)
        func route(_ word: String, _ sentence: String, _ answer: @escaping Answer) -> Route {
            Route(
                "\(word)Request", .post, "/v1/requests/{request}/\(word)", sentence, gives: receipt,
                mayConflict: true, needsDecider: word == "resend" || word == "drop",
                examples: [RouteExample("\(sentence).")], answer)
        }
        return [
            route("cancel", "It is not to be sent", cancelRequest),
            route("retry", "It failed, and its cause is gone: it is sent again", retryRequest),
            route("dismiss", "It failed, and nobody wants it any more", dismissRequest),
            Route(
                "editRequest", .post, "/v1/requests/{request}/edit",
                "It has not reached QuickBooks: other content takes its place, and it is queued again",
                query: QueueOptions.described.filter { QueueOptions.ofEdit.contains($0.name) },
                takes: .requests, gives: receipt, mayConflict: true,
                examples: RouteExample.editRequest, editRequest),
            Route(
                "linkRequest", .post, "/v1/requests/{request}/link",
                "Its outcome is unknown, and this record came of it", takes: .word(RequestLink.self),
                gives: receipt, mayConflict: true, needsDecider: true,
                examples: RouteExample.linkRequest, linkRequest),
            route(
                "resend", "Its outcome is unknown, and it is not in QuickBooks: it is sent again",
                resendRequest),
            route("drop", "Its outcome is unknown, and it is let be", dropRequest),
            Route(
                "releaseSource", .post, "/v1/connectors/{connector}/sources/{source}/release",
                "Whoever was stopped for queueing the same again and again goes on",
                gives: .word(ReleasedSource.self), mayConflict: true, needsDecider: true,
                examples: [RouteExample("The loop was found: it goes on.")], releaseSource),
        ]
    }

    private var happenings: [Route] {
        [
            Route(
                "listEvents", .get, Path.events,
                "What happened to requests, oldest first and without gaps; also as server-sent events",
                query: [.afterEvent, .lastEvents, .eventConnector, .limit(otherwise: 100), .untilEvent],
                headers: [.lastEventID], gives: .wordOrEvents(EventPage.self), mayBeGone: true,
                examples: RouteExample.listEvents, events)
        ]
    }
}

extension Route.QueryParameter {
    static let requestState = Self(
        name: "state", sentence: "Only requests in these states, separated by commas.",
        form: ["type": "string", "examples": .texts(Write.State.words)])
    static let beforeRequest = integer("before", "Only requests with smaller numbers: next, to page on.")
    static let untilSettled = integer(
        "wait", "Seconds to wait until it is settled or unknown, up to 60; then it says how it stands.")
    static let withDocument = flag("document", "With the whole document that it last went out in.")
    static let afterEvent = integer("after", "The next of the last answer; without it, from the oldest.")
    static let lastEvents = integer("last", "In its place: so many from the end; 0 only asks for next.")
    static let eventConnector = Self(
        name: "connector", sentence: "Only events of this connector.", form: ["type": "string"])
    static let untilEvent = integer(
        "wait", "Seconds to wait, up to 55, for something if there is nothing yet.")

    static func flag(_ name: String, _ sentence: String, otherwise: Bool = false) -> Self {
        Self(
            name: name, sentence: sentence,
            form: ["type": "string", "enum": ["true", "false"], "default": otherwise ? "true" : "false"])
    }
}

extension QueueOptions {
    /// As the description of the API has them.
    static let described: [Route.QueryParameter] = [
        .init(
            name: "priority", sentence: "Greater goes first.",
            form: ["type": "integer", "minimum": .number("-100"), "maximum": 100, "default": 0]),
        .init(
            name: "after", sentence: "IDs of requests that must have succeeded before, with commas.",
            form: ["type": "string"]),
        .init(
            name: "not_before", sentence: "A time, or how long from now, such as 30m.",
            form: ["type": "string", "examples": ["2026-11-21T06:58:22Z", "30m"]]),
        .init(
            name: "expires", sentence: "When it is not to be sent any more: a time, or how long from now.",
            form: ["type": "string", "examples": ["2026-11-21T06:58:22Z", "2h"]]),
        .init(
            name: "group",
            sentence: "all: each for itself. chain: each waits for the one in front, and after a failure the "
                + "rest stays. Without it, as onError of the body says, else all.",
            form: ["type": "string", "enum": .texts(Group.allCases.map(\.rawValue))]),
        .init(
            name: "reference", sentence: "What the caller calls it, of at most 200 characters.",
            form: ["type": "string", "maxLength": 200]),
        .flag("dry_run", "Checks, and answers 200 with what would go out; nothing is queued."),
        .init(
            name: "wait",
            sentence:
                "Seconds to wait until all are settled or unknown, up to 60; then it says how they stand.",
            form: ["type": "integer", "minimum": 0, "maximum": 60, "default": 0]),
        .flag(
            "external_guid", "Whether what is added gets a GUID by which it can be found again.",
            otherwise: true),
        .characters,
    ]
}
