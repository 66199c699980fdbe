import API
import Testing

@Suite("The words about what happened")
struct ConversationTests {
    private static let invoices = CategoryEntry(
        category: "invoices", resumed: true, state: "failed", added: 40, updated: 1, unchanged: 1059,
        failed: 2,
        trouble: "QuickBooks refused the query (0x80040400).")

    private static let invoicesJSON = """
        {"category": "invoices", "step": "read", "resumed": true, "state": "failed", "added": 40,
         "updated": 1, "unchanged": 1059, "failed": 2, "deleted": 0,
         "trouble": "QuickBooks refused the query (0x80040400)."}
        """

    @Test("A conversation says who, when, how long, how it ended and what it moved (AT-5)") func ended()
        throws
    {
        try expectExample(
            ConversationEntry(
                number: 42, state: "finished with errors", letter: "E", color: "orange", reason: "errors",
                sentence: "Finished with errors on Invoices.", trigger: "scheduled", user: "frontdesk",
                address: "192.0.2.10", startedAt: moment(), lastCallAt: moment(64), endedAt: moment(65),
                repeats: 1, bytesReceived: 5_000_000_000, bytesSent: 23_456, categories: [Self.invoices]),
            is: """
                {"number": 42, "state": "finished with errors", "letter": "E", "color": "orange",
                 "reason": "errors", "sentence": "Finished with errors on Invoices.", "trigger": "scheduled",
                 "user": "frontdesk", "address": "192.0.2.10", "started_at": "2026-11-21T14:05:00Z",
                 "last_call_at": "2026-11-21T14:06:04Z", "ended_at": "2026-11-21T14:06:05Z", "repeats": 1,
                 "bytes_received": 5000000000, "bytes_sent": 23456, "categories": [\(Self.invoicesJSON)]}
                """)
    }

    @Test("A conversation in progress has neither an end nor a reason") func inProgress() throws {
        try expectExample(
            ConversationEntry(
                number: 43, state: "in progress", letter: "P", color: "blue", reason: nil,
                sentence: "In progress.",
                trigger: "forced", user: "frontdesk", address: "", startedAt: moment(), lastCallAt: moment(),
                endedAt: nil, repeats: 1, bytesReceived: 0, bytesSent: 0, categories: []),
            is: """
                {"number": 43, "state": "in progress", "letter": "P", "color": "blue",
                 "sentence": "In progress.", "trigger": "forced", "user": "frontdesk", "address": "",
                 "started_at": "2026-11-21T14:05:00Z", "last_call_at": "2026-11-21T14:05:00Z",
                 "repeats": 1, "bytes_received": 0, "bytes_sent": 0,
                 "categories": []}
                """)
    }

    @Test("A category without trouble says nothing about trouble") func category() throws {
        try expectExample(
            CategoryEntry(
                category: "customers", step: "compare", state: "done", added: 12, updated: 3, unchanged: 285,
                failed: 0, deleted: 7, trouble: nil),
            is: """
                {"category": "customers", "step": "compare", "resumed": false, "state": "done", "added": 12,
                 "updated": 3, "unchanged": 285, "failed": 0, "deleted": 7}
                """)
    }

    @Test("Activity says of each item whether it was added or updated (SA-9)") func activity() throws {
        try expectExample(
            ActivityEntry(
                number: 9, at: moment(), kind: "Customer", id: "80000001-1234567890", name: "Weiß & Söhne",
                operation: "added", conversation: 42),
            is: """
                {"number": 9, "at": "2026-11-21T14:05:00Z", "kind": "Customer", "id": "80000001-1234567890",
                 "name": "Weiß & Söhne", "operation": "added", "conversation": 42}
                """)
        try expectExample(
            ActivityEntry(
                number: 10, at: moment(), kind: "Invoice", id: "3F-1234", name: nil, operation: "updated",
                conversation: 42),
            is: """
                {"number": 10, "at": "2026-11-21T14:05:00Z", "kind": "Invoice", "id": "3F-1234",
                 "operation": "updated", "conversation": 42}
                """)
    }

    @Test("A message says why an item did not sync (SA-10)") func message() throws {
        try expectExample(
            MessageEntry(
                category: "invoices", kind: "Invoice", id: "3F-1234", name: "1007",
                sentence: "It has no TxnID.",
                since: moment(-3600), lastSeenAt: moment()),
            is: """
                {"category": "invoices", "kind": "Invoice", "id": "3F-1234", "name": "1007",
                 "sentence": "It has no TxnID.", "since": "2026-11-21T13:05:00Z",
                 "last_seen_at": "2026-11-21T14:05:00Z"}
                """)
    }

    @Test("A message about a whole category names no item") func categoryMessage() throws {
        try expectExample(
            MessageEntry(
                category: "employees", kind: nil, id: nil, name: nil,
                sentence: "QuickBooks withholds employees.",
                since: moment(), lastSeenAt: moment()),
            is: """
                {"category": "employees", "sentence": "QuickBooks withholds employees.",
                 "since": "2026-11-21T14:05:00Z", "last_seen_at": "2026-11-21T14:05:00Z"}
                """)
    }

    @Test("A kept answer says why it could not be processed") func keptResponse() throws {
        try expectExample(
            KeptResponse(
                number: 7, conversation: 41, category: "invoices", receivedAt: moment(), bytes: 10_485_760,
                reason: "The answer ends in the middle of line 20411."),
            is: """
                {"number": 7, "conversation": 41, "category": "invoices",
                 "received_at": "2026-11-21T14:05:00Z", "bytes": 10485760,
                 "reason": "The answer ends in the middle of line 20411."}
                """)
        try expectExample(
            KeptResponse(
                number: 8, conversation: 41, category: nil, receivedAt: moment(), bytes: 0, reason: "Empty."),
            is: """
                {"number": 8, "conversation": 41, "received_at": "2026-11-21T14:05:00Z", "bytes": 0,
                 "reason": "Empty."}
                """)
    }
}
