import API
import HTTPTypes
import QBXML

/// One route of the API: what it does, for the router and for `/v1/openapi.json` alike. There is no second
/// list that could forget one.
struct Route: Sendable {
    /// What comes in.
    enum Intake: Sendable {
        case nothing
        case word(any (Body & Sendable).Type)
        /// Requests as JSON or qbXML.
        case requests
    }

    /// What goes out when all is well.
    enum Outcome: Sendable {
        case word(any (Decodable & Sendable).Type)
        /// The same, or server-sent events for whoever asks for them.
        case wordOrEvents(any (Decodable & Sendable).Type)
        /// The same, for what has just been made.
        case made(any (Decodable & Sendable).Type)
        /// Made; or, if nothing had to be made, the same or another word.
        case madeOr(any (Decodable & Sendable).Type, any (Decodable & Sendable).Type)
        /// A document that stays as it is until the daemon is another one.
        case document(type: String, form: JSON)
        /// Lines, as many as there are: one of these types.
        case stream([(type: String, form: JSON)])
    }

    /// In the query or in the head.
    struct QueryParameter: Sendable {
        let name: String
        let sentence: String
        let form: JSON
    }

    /// What programs that are made from the description call it.
    let name: String
    let method: HTTPRequest.Method
    /// With its parameters in braces.
    let path: String
    let answer: ControlRoutes.Answer
    let sentence: String
    let query: [QueryParameter]
    let headers: [QueryParameter]
    let takes: Intake
    let gives: Outcome
    /// Whether it may be refused for the state that things are in.
    let mayConflict: Bool
    /// Whether what is asked for may be kept no longer.
    let mayBeGone: Bool
    /// Whether a token needs the right to decide: what became of requests, and where events are sent to.
    let needsDecider: Bool
    let examples: [RouteExample]

    init(
        _ name: String, _ method: HTTPRequest.Method, _ path: String, _ sentence: String,
        query: [QueryParameter] = [], headers: [QueryParameter] = [], takes: Intake = .nothing,
        gives: Outcome, mayConflict: Bool = false,
        mayBeGone: Bool = false, needsDecider: Bool = false, examples: [RouteExample] = [],
        _ answer: @escaping ControlRoutes.Answer
    ) {
        self.name = name
        self.method = method
        self.path = path
        self.answer = answer
        self.sentence = sentence
        self.query = query
        self.headers = headers
        self.takes = takes
        self.gives = gives
        self.mayConflict = mayConflict
        self.mayBeGone = mayBeGone
        self.needsDecider = needsDecider
        self.examples = examples
    }

    /// The names in braces.
    var parameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

extension Route.QueryParameter {
    static func limit(otherwise: Int) -> Self {
        Self(
            name: "limit", sentence: "The most entries that are given.",
            form: ["type": "integer", "minimum": 1, "maximum": 1000, "default": .number(String(otherwise))])
    }

    static let idempotencyKey = Self(
        name: "Idempotency-Key",
        sentence: "The same call with the same key queues once, however often it is made; with another body "
            + "or other options it is refused (409). It is kept as long as the requests are.",
        form: ["type": "string", "minLength": 1, "maxLength": 255])

    /// What a stream went on from; whoever reconnects sends it by itself.
    static let lastEventID = Self(
        name: "Last-Event-ID", sentence: "As server-sent events: the number behind which they begin.",
        form: ["type": "integer", "minimum": 0])

    static let user = Self(
        name: "user", sentence: "Only this user's file; without it, one for each.", form: ["type": "string"])

    static let version = Self(
        name: "qbxml_version",
        sentence:
            "The newest version that the QuickBooks in question takes. Without it, the newest there is.",
        form: ["type": "string", "pattern": #"^[0-9]{1,4}\.[0-9]{1,4}$"#, "examples": ["13.0"]])

    static let edition = Self(
        name: "edition", sentence: "Its edition. Without it, whatever any desktop edition has.",
        form: ["type": "string", "enum": .texts(Edition.allCases.map(\.rawValue))])

    static let characters = Self(
        name: "characters", sentence: "What is done about characters that QuickBooks cannot keep.",
        form: [
            "type": "string", "enum": .texts(CheckOptions.CharacterPolicy.allCases.map(\.rawValue)),
            "default": .text(CheckOptions.CharacterPolicy.refuse.rawValue),
        ])
}

/// Routes about one thing.
struct RouteGroup: Sendable {
    let name: String
    let sentence: String
    let routes: [Route]
}
