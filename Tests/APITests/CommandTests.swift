import API
import FoundationEssentials
import Testing

@Suite("The words of orders and their answers")
struct CommandTests {
    @Test("A forced sync says whether it may run in the overnight window") func forceSync() throws {
        try expectExample(ForceSync(duringShutdown: true), is: #"{"during_shutdown": true}"#)
        try expectExample(ForceSync(duringShutdown: false), is: #"{"during_shutdown": false}"#)
    }

    @Test("An empty body forces a sync that respects the night") func emptyForce() throws {
        #expect(try Wire.decode(ForceSync.self, from: Data("{}".utf8)) == ForceSync(duringShutdown: false))
    }

    @Test("The answer to a forced sync says when it starts, and which conversation came before")
    func receipt() throws {
        try expectExample(
            ForceReceipt(
                starts: true, sentence: "The sync starts with the next check-in.", nextCheckIn: moment(170),
                after: 41),
            is: """
                {"starts": true, "sentence": "The sync starts with the next check-in.",
                 "next_check_in": "2026-11-21T14:07:50Z", "after": 41}
                """)
    }

    @Test("A sync that may not start says why, on a connector that nobody has ever seen too") func refusal()
        throws
    {
        try expectExample(
            ForceReceipt(
                starts: false, sentence: "The overnight shutdown runs until 06:00.", nextCheckIn: nil,
                after: nil),
            is: #"{"starts": false, "sentence": "The overnight shutdown runs until 06:00."}"#)
    }

    @Test("A pause ends at a time or not by itself") func pause() throws {
        try expectExample(PauseOrder(until: moment()), is: #"{"until": "2026-11-21T14:05:00Z"}"#)
        try expectExample(PauseOrder(until: nil), is: "{}")
    }

    @Test("An order that is done says so in a sentence, with its warnings") func done() throws {
        try expectExample(
            Done(sentence: "acme is paused.", warnings: ["A sync is running and goes on."]),
            is: #"{"sentence": "acme is paused.", "warnings": ["A sync is running and goes on."]}"#)
        try expectExample(
            Done(sentence: "acme is resumed."), is: #"{"sentence": "acme is resumed.", "warnings": []}"#)
    }

    @Test("A backup names a path on the daemon's machine") func backup() throws {
        try expectExample(
            BackupOrder(path: "/var/lib/qbsyncd/backup.db"), is: #"{"path": "/var/lib/qbsyncd/backup.db"}"#)
        try expectExample(
            BackupReceipt(path: "/var/lib/qbsyncd/backup.db", bytes: 5_000_000_000, isSound: true),
            is: #"{"path": "/var/lib/qbsyncd/backup.db", "bytes": 5000000000, "is_sound": true}"#)
        try expectExample(
            BackupOrder(directory: "/var/lib/qbsyncd/backups", keep: 14),
            is: #"{"directory": "/var/lib/qbsyncd/backups", "keep": 14}"#)
    }
}
