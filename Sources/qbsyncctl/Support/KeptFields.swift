/// The fields of the API's words that a support bundle lets through. Whatever is not here is withheld.
enum KeptFields {
    private static func paths(_ prefix: String, _ keys: [String]) -> Set<String> {
        Set(keys.map { prefix.isEmpty ? $0 : "\(prefix).\($0)" })
    }

    private static func conditions(_ prefix: String) -> Set<String> {
        // `subject` is a user or a category; users are known by then, and scrubbed. What to do is said in our
        // own words, with names that are known as well.
        paths(
            prefix, ["code", "title", "severity", "connector", "subject", "meaning", "fix", "mover", "since"]
        )
        .union(paths("\(prefix).evidence", ["at"]))
    }

    static let status: Set<String> =
        paths("", ["version", "now"])
        .union(conditions("conditions"))
        .union(conditions("connectors.conditions"))
        .union(
            paths(
                "connectors",
                [
                    "name", "is_default", "state", "fix", "mover", "since", "time_zone", "last_contact",
                    "last_sync",
                    "next_sync", "next_check_in", "is_overdue", "is_forced", "message_count", "requests.*",
                    "progress.*", "waits_for", "waits_since",
                ])
        )
        .union(paths("connectors.dots", ["number", "state", "letter", "color", "at"]))

    static let conditions: Set<String> =
        paths("", ["now"]).union(conditions("conditions"))
        .union(paths("past", ["number", "code", "connector", "subject", "began_at", "ended_at"]))

    static let doctor: Set<String> =
        paths("", ["version", "now", "checks.*"]).union(conditions("conditions"))

    static let preflight: Set<String> = ["url", "at", "is_passable", "checks.*"]

    static let connectors: Set<String> = paths(
        "", ["name", "is_default", "is_disabled", "bound_at", "created_at"]
    )
    .union(["stagger_offset_seconds", "users.locked_at", "users.last_login_at"])
    .union(
        paths(
            "settings",
            [
                "interval", "overnight_shutdown", "time_zone", "poll", "morning", "page_size", "overlap",
                "unattended", "editions", "history", "hold",
            ]))

    static let conversations: Set<String> =
        paths(
            "",
            [
                "number", "state", "letter", "color", "reason", "trigger", "started_at", "last_call_at",
                "ended_at", "repeats", "bytes_received", "bytes_sent",
            ]
        )
        .union(
            paths(
                "categories",
                [
                    "category", "step", "resumed", "state", "added", "updated", "unchanged", "failed",
                    "deleted",
                ]))

    static let freshness: Set<String> = [
        "category", "title", "complete", "complete_at", "count", "expected", "counted_at", "reconciled_at",
        "compared_at", "watermark", "next_due",
    ]

    static let categories: Set<String> = [
        "category", "title", "kinds", "settings.*", "is_standard", "measured_page_size",
    ]

    static let requests: Set<String> = paths("", ["next"])
        .union(
            paths(
                "requests",
                [
                    "id", "number", "connector", "operation", "kind", "state", "outcome", "mover", "code",
                    "fix",
                    "status_code", "priority", "attempts", "queued_at", "not_before", "expires_at", "sent_at",
                    "settled_at", "dismissed_at",
                ]))
}
