import Logging
import Testing

@testable import Systemd

@Suite("A record in the journal")
struct LogRecordTests {
    private func record(
        _ message: String = "acme: Success", _ metadata: Logger.Metadata = [:], level: Logger.Level = .info,
        error: (any Error)? = nil
    ) -> LogRecord {
        let event = LogEvent(
            level: level, message: "\(message)", error: error, metadata: metadata, source: "Daemon",
            file: "Daemon/Journal.swift", function: "record(_:)", line: 42)
        return LogRecord(event, metadata: metadata)
    }

    @Test("message, priority, place in the source and metadata are fields")
    func fields() {
        let fields = record("acme: Success", ["connector": "acme", "ticket": "t-1"]).journalFields
        #expect(
            fields == [
                "MESSAGE=acme: Success", "PRIORITY=6", "SYSLOG_IDENTIFIER=qbsyncd",
                "CODE_FILE=Daemon/Journal.swift", "CODE_LINE=42", "CODE_FUNC=record(_:)",
                "QBSYNC_CONNECTOR=acme", "QBSYNC_TICKET=t-1",
            ])
    }

    @Test(
        "every level has its syslog priority",
        arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func priorities(level: Logger.Level, priority: Int) {
        #expect(record(level: level).journalFields.contains("PRIORITY=\(priority)"))
    }

    @Test(
        "no key can forge a field that journald or a reader trusts",
        arguments: [
            ("priority", "QBSYNC_PRIORITY"), ("PRIORITY", "QBSYNC_PRIORITY"), ("_uid", "QBSYNC__UID"),
            ("MESSAGE_ID", "QBSYNC_MESSAGE_ID"), ("hb.request.id", "QBSYNC_HB_REQUEST_ID"),
            ("a=b\nPRIORITY=0", "QBSYNC_A_B_PRIORITY_0"), ("9", "QBSYNC_9"), ("ä", "QBSYNC___"),
            ("", "QBSYNC_"),
        ])
    func names(key: String, name: String) {
        #expect(LogField(key: key, value: "x").journalName == name)
    }

    @Test("a name is never longer than the journal takes")
    func longName() {
        let name = LogField(key: String(repeating: "k", count: 200), value: "x").journalName
        #expect(name.utf8.count == 64)
    }

    @Test("a line break in a value stays inside its field")
    func valuesHoldLines() {
        let fields = record("x", ["user": "bob\nPRIORITY=0"]).journalFields
        #expect(fields.last == "QBSYNC_USER=bob\nPRIORITY=0")
        #expect(fields.filter { $0.hasPrefix("PRIORITY=") } == ["PRIORITY=6"])
    }

    @Test("control characters are written out, so that a user name cannot steer a terminal")
    func controls() {
        let fields = record("hello \u{1b}[31mred\u{7f}\u{9b}2J", [:]).journalFields
        #expect(fields.first == #"MESSAGE=hello \u{1b}[31mred\u{7f}\u{9b}2J"#)
    }

    @Test("the kind of event becomes MESSAGE_ID, and is not repeated among the fields")
    func messageID() {
        let fields = record("ready", ["message_id": "\(MessageID.daemonReady)"]).journalFields
        #expect(fields.contains("MESSAGE_ID=c6f00e99d9e4417bb4d03410e23a918f"))
        #expect(!fields.contains { $0.hasPrefix("QBSYNC_") })
    }

    @Test("a kind of event that the journal would not take is kept as a plain field")
    func badMessageID() {
        let fields = record("ready", ["message_id": "ready\nPRIORITY=0"]).journalFields
        #expect(!fields.contains { $0.hasPrefix("MESSAGE_ID=") })
        #expect(fields.last == "QBSYNC_MESSAGE_ID=ready\nPRIORITY=0")
    }

    @Test("a list is one field per element, a dictionary one per member, sorted by name")
    func nested() {
        let metadata: Logger.Metadata = [
            "counts": ["updated": "2", "added": "\(7)"], "category": ["invoices", "customers"],
            "address": "::1",
        ]
        #expect(
            Array(record("x", metadata).journalFields.suffix(5)) == [
                "QBSYNC_ADDRESS=::1", "QBSYNC_CATEGORY=invoices", "QBSYNC_CATEGORY=customers",
                "QBSYNC_COUNTS_ADDED=7", "QBSYNC_COUNTS_UPDATED=2",
            ])
    }

    @Test("the error of a log call is a field too")
    func error() {
        struct DiskFull: Error {}
        #expect(record("x", error: DiskFull()).journalFields.last == "QBSYNC_ERROR=DiskFull()")
    }
}

@Suite("A record as a line of text")
struct LogLineTests {
    private let record = LogRecord(
        LogEvent(
            level: .warning, message: "acme: wrong\npassword", error: nil, metadata: nil, source: nil,
            file: "Daemon/Journal.swift", function: "f()", line: 1),
        metadata: [
            "message_id": "\(MessageID.loginRefused)", "user": "bob \"b\" bee", "connector": "acme",
            "told": "a=b", "address": "",
        ])

    @Test("under a supervisor the priority stands in front, and line breaks are written out")
    func supervised() {
        #expect(
            record.text(.supervised, time: "")
                == #"<4>acme: wrong\npassword address="" connector=acme told="a=b" user="bob \"b\" bee""#
        )
    }

    @Test("in a file there is a time after the priority")
    func unsupervised() {
        #expect(
            record.text(.unsupervised, time: "2026-03-08T01:59:50-0600")
                .hasPrefix(#"<4>2026-03-08T01:59:50-0600 acme: wrong\npassword address="" "#))
    }

    @Test("on a terminal there are time and level in words")
    func terminal() {
        #expect(
            record.text(.terminal, time: "2026-03-08T01:59:50-0600")
                .hasPrefix(#"2026-03-08T01:59:50-0600 warning: acme: wrong\npassword "#))
    }
}
