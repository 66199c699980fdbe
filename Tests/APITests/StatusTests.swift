import API
import Testing

@Suite("The words of the status grid")
struct StatusTests {
    static let dot = Dot(
        number: 41, state: "success", letter: "S", color: "green",
        sentence: "Success: every category was read.",
        at: moment(-7200))

    static let running = ConnectorStatus(
        name: "acme", title: "Acme Holding", isDefault: true, state: "online",
        sentence: "A sync is running: invoices 412 of 1100.", fix: nil, mover: "nobody: it goes on by itself",
        since: moment(-90), workstation: "FRONTDESK", companyFile: #"C:\Books\acme.qbw"#,
        timeZone: "America/Chicago", lastContact: moment(-90), lastContactTold: "A scheduled sync begins.",
        lastSync: moment(-90), lastSyncStatus: "In progress", nextSync: moment(7110),
        nextCheckIn: moment(210), isOverdue: false, isForced: false, messageCount: 2, progress: progress,
        dots: [dot])

    static let progress = Progress(
        conversation: 42, category: "invoices", received: 412, total: 1100, percent: 37,
        startedAt: moment(-90), stopsAfter: "invoices")

    private static let dotJSON = """
        {"number": 41, "state": "success", "letter": "S", "color": "green",
         "sentence": "Success: every category was read.", "at": "2026-11-21T12:05:00Z"}
        """

    private static let progressJSON = """
        {"conversation": 42, "category": "invoices", "received": 412, "total": 1100, "percent": 37,
         "started_at": "2026-11-21T14:03:30Z", "stops_after": "invoices"}
        """

    private static let runningJSON = #"""
        {"name": "acme", "title": "Acme Holding", "is_default": true, "state": "online",
         "sentence": "A sync is running: invoices 412 of 1100.", "mover": "nobody: it goes on by itself",
         "since": "2026-11-21T14:03:30Z", "workstation": "FRONTDESK", "company_file": "C:\\Books\\acme.qbw",
         "time_zone": "America/Chicago", "last_contact": "2026-11-21T14:03:30Z",
         "last_contact_told": "A scheduled sync begins.", "last_sync": "2026-11-21T14:03:30Z",
         "last_sync_status": "In progress", "next_sync": "2026-11-21T16:03:30Z",
         "next_check_in": "2026-11-21T14:08:30Z", "is_overdue": false, "is_forced": false, "message_count": 2,
         "progress": \#(progressJSON), "dots": [\#(dotJSON)]}
        """#

    @Test("A dot carries a letter beside its colour (AT-6)") func dot() throws {
        try expectExample(Self.dot, is: Self.dotJSON)
    }

    @Test("Progress says the category, the records so far, and how many there are (CB-9)") func progress()
        throws
    {
        try expectExample(Self.progress, is: Self.progressJSON)
    }

    @Test("Progress of a kind that comes in one piece has no total") func progressWithoutTotal() throws {
        try expectExample(
            Progress(
                conversation: 42, category: nil, received: 0, total: nil, percent: 0, startedAt: moment(),
                stopsAfter: nil),
            is: """
                {"conversation": 42, "received": 0, "percent": 0, "started_at": "2026-11-21T14:05:00Z"}
                """)
    }

    @Test("A connector that syncs has all of a row") func running() throws {
        try expectExample(Self.running, is: Self.runningJSON)
    }

    @Test("A connector that never ran is Ready and leaves out what it cannot know (SA-1)") func ready() throws
    {
        try expectExample(
            ConnectorStatus(
                name: "cedar", title: "Cedar", isDefault: false, state: "not set up",
                sentence: "No Web Connector has ever checked in for cedar.", fix: "qbsyncctl qwc cedar",
                mover: "the person at the workstation", since: nil, workstation: nil, companyFile: nil,
                timeZone: "UTC", lastContact: nil, lastContactTold: nil, lastSync: nil,
                lastSyncStatus: "Ready",
                nextSync: nil, nextCheckIn: nil, isOverdue: false, isForced: true, messageCount: 0,
                progress: nil,
                dots: []),
            is: """
                {"name": "cedar", "title": "Cedar", "is_default": false, "state": "not set up",
                 "sentence": "No Web Connector has ever checked in for cedar.", "fix": "qbsyncctl qwc cedar",
                 "mover": "the person at the workstation", "time_zone": "UTC", "last_sync_status": "Ready",
                 "is_overdue": false, "is_forced": true, "message_count": 0, "dots": []}
                """)
    }

    @Test("The report names the daemon's version and its clock beside the rows") func report() throws {
        try expectExample(
            StatusReport(version: "0.1.0", now: moment(), connectors: [Self.running]),
            is: """
                {"version": "0.1.0", "now": "2026-11-21T14:05:00Z", "connectors": [\(Self.runningJSON)]}
                """)
    }
}
