import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import QBXML
import Timetable

/// What a call that queues requests says beside its body.
struct QueueOptions: Sendable {
    static let parameters = [
        "priority", "after", "not_before", "expires", "group", "reference", "dry_run", "wait",
        "external_guid", "characters",
    ]

    enum Group: String, CaseIterable, Sendable {
        /// Each for itself.
        case all
        /// Each waits for the one in front of it; after a failure the rest stays.
        case chain
    }

    let key: String?
    let priority: Int
    let after: [String]
    let notBefore: Date?
    let expiresAt: Date?
    /// Nil leaves it to the `onError` of the body.
    let group: Group?
    let reference: String?
    let isDry: Bool
    /// In seconds.
    let wait: Int64
    let withGUID: Bool
    let characters: CheckOptions.CharacterPolicy
    /// As they were written: with the same body, they make the same call.
    let written: String

    /// The longest wait: proxies mostly give up an answer after a minute.
    static let longestWait: Int64 = 60
    static let longestText = 255

    /// Written out or left out, it is the same.
    private static let standard = [
        "priority": "0", "external_guid": "true",
        "characters": CheckOptions.CharacterPolicy.refuse.rawValue,
    ]

    /// What an edit may say: the rest stays as it was.
    static let ofEdit = ["external_guid", "characters"]

    /// - Parameter known: which of the parameters may be there.
    init(_ request: Request, now: Date, known: [String] = parameters) throws {
        var reading = QueryReading(request, known: known)
        let text = HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] }
        if let text {
            let isPrintable = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            if !isPrintable || !(1...Self.longestText).contains(text.utf8.count) {
                reading.refuse("Idempotency-Key", "It has 1 to \(Self.longestText) printable characters.")
            }
        }
        key = text
        priority = reading.integer("priority", in: -100...100).map(Int.init) ?? 0
        after = reading.list("after")
        let ids = reading.texts("after").flatMap {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        // Of a program whose variable is empty: that it waits for nothing is not what it meant.
        if ids.contains(where: \.isEmpty) { reading.refuse("after", "It has an ID that is empty.") }
        if after.count > 100 { reading.refuse("after", "At most 100 requests.") }
        notBefore = reading.moment("not_before", now: now)
        expiresAt = reading.moment("expires", now: now)
        if let expiresAt, expiresAt <= max(now, notBefore ?? now) {
            let than = notBefore == nil ? "It lies in the past." : "It is not after not_before."
            reading.refuse("expires", than)
        }
        let chosen = reading.choice("group", of: Group.allCases.map(\.rawValue))
        group = chosen.flatMap { Group(rawValue: $0) }
        reference = reading.word("reference")
        if let reference, reference.count > 200 { reading.refuse("reference", "At most 200 characters.") }
        isDry = reading.choice("dry_run", of: ["true", "false"]) == "true"
        wait = reading.integer("wait", in: 0...Self.longestWait) ?? 0
        withGUID = reading.choice("external_guid", of: ["true", "false"]) != "false"
        let policy = reading.choice(
            "characters", of: CheckOptions.CharacterPolicy.allCases.map(\.rawValue))
        characters = policy.flatMap { CheckOptions.CharacterPolicy(rawValue: $0) } ?? .refuse
        // What only says how long the caller listens is no part of the call.
        let parts = Self.parameters.filter { $0 != "wait" && $0 != "dry_run" }
        written = parts.map { name in
            let text = reading.texts(name).joined(separator: ",")
            return "\(name)=\(Self.standard[name] == text ? "" : text)"
        }.joined(separator: "\n")
        try reading.end()
    }
}

extension QueryReading {
    /// A time, or how long from now: `30m`.
    fileprivate mutating func moment(_ name: String, now: Date) -> Date? {
        if let text = texts(name).first, texts(name).count == 1, let span = try? Span(parsing: text) {
            return now.addingTimeInterval(Double(span.seconds))
        }
        return time(name, orElse: "how long from now, such as 30m or 2h,")
    }
}
