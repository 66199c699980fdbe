import API
import Testing

@Suite("The words about connectors and users")
struct ConnectorTests {
    static let settings = ConnectorSettings(
        title: "Acme Holding", companyFile: #"C:\Books\acme.qbw"#, workstation: "FRONTDESK", interval: "2h",
        overnightShutdown: "22:00-06:00 Mon-Fri", timeZone: "America/Chicago", poll: "5m",
        morning: "automatic",
        pageSize: 500, overlap: "10m", unattended: true, editions: ["pro", "premier"],
        history: "90d", hold: "15m")

    private static let settingsJSON = #"""
        {"title": "Acme Holding", "company_file": "C:\\Books\\acme.qbw", "workstation": "FRONTDESK",
         "interval": "2h", "overnight_shutdown": "22:00-06:00 Mon-Fri", "time_zone": "America/Chicago",
         "poll": "5m", "morning": "automatic", "page_size": 500, "overlap": "10m", "unattended": true,
         "editions": ["pro", "premier"], "history": "90d", "hold": "15m"}
        """#

    @Test("Every setting has a unit in its text") func settings() throws {
        try expectExample(Self.settings, is: Self.settingsJSON)
    }

    @Test("An edit names only what changes") func edit() throws {
        try expectExample(ConnectorSettings(interval: "90m"), is: #"{"interval": "90m"}"#)
        try expectExample(ConnectorSettings(), is: "{}")
    }

    @Test("No edition by name is not the same as no word about editions") func editions() throws {
        try expectExample(ConnectorSettings(editions: []), is: #"{"editions": []}"#)
    }

    @Test("A creation says yes to the default connector in so many words (AT-2)") func creation() throws {
        try expectExample(
            ConnectorCreation(name: "acme", user: "frontdesk", settings: Self.settings, acceptDefault: true),
            is: """
                {"name": "acme", "user": "frontdesk", "accept_default": true,
                 "settings": \(Self.settingsJSON)}
                """)
        try expectExample(ConnectorCreation(name: "acme"), is: #"{"name": "acme"}"#)
    }

    @Test("A password is shown with the user it belongs to (CB-1)") func secret() throws {
        try expectExample(
            Secret(
                connector: "acme", user: "frontdesk", password: "kd7f-w2pq-93mx-tt5a",
                warnings: ["The company file lies in a Dropbox folder."]),
            is: """
                {"connector": "acme", "user": "frontdesk", "password": "kd7f-w2pq-93mx-tt5a",
                 "warnings": ["The company file lies in a Dropbox folder."]}
                """)
    }

    @Test("A connector's detail holds its identity, binding, stagger and users") func detail() throws {
        try expectExample(
            ConnectorDetail(
                name: "acme", isDefault: true, isDisabled: false, settings: Self.settings,
                companyName: "Acme Holding Ltd", boundAt: moment(-60),
                ownerId: "{0D3A6C57-1B4E-4222-8333-0123456789AB}",
                fileId: "{9C7F2E10-5A5B-4666-8777-0123456789AB}", staggerOffsetSeconds: 3600,
                users: [
                    UserEntry(name: "frontdesk", lockedAt: moment(-30), lastLoginAt: moment(-60)),
                    UserEntry(name: "office", lockedAt: nil, lastLoginAt: nil),
                ],
                createdAt: moment(-120), warnings: []),
            is: """
                {"name": "acme", "is_default": true, "is_disabled": false, "settings": \(Self.settingsJSON),
                 "company_name": "Acme Holding Ltd", "bound_at": "2026-11-21T14:04:00Z",
                 "owner_id": "{0D3A6C57-1B4E-4222-8333-0123456789AB}",
                 "file_id": "{9C7F2E10-5A5B-4666-8777-0123456789AB}", "stagger_offset_seconds": 3600,
                 "users": [{"name": "frontdesk", "locked_at": "2026-11-21T14:04:30Z",
                            "last_login_at": "2026-11-21T14:04:00Z"}, {"name": "office"}],
                 "created_at": "2026-11-21T14:03:00Z", "warnings": []}
                """)
    }

    @Test("A connector without a company yet leaves the binding out") func unbound() throws {
        let json = """
            {"name": "acme", "is_default": false, "is_disabled": true, "settings": {}, "owner_id": "{A}",
             "file_id": "{B}", "stagger_offset_seconds": 0, "users": [], "created_at": "2026-11-21T14:05:00Z",
             "warnings": []}
            """
        try expectExample(
            ConnectorDetail(
                name: "acme", isDefault: false, isDisabled: true, settings: ConnectorSettings(),
                companyName: nil, boundAt: nil, ownerId: "{A}", fileId: "{B}", staggerOffsetSeconds: 0,
                users: [],
                createdAt: moment(), warnings: []),
            is: json)
    }

    @Test("A user is made by a name alone") func user() throws {
        try expectExample(UserCreation(name: "office"), is: #"{"name": "office"}"#)
    }

    @Test("A new binding may name the file or leave that to the next conversation") func rebinding() throws {
        try expectExample(
            Rebinding(companyFile: #"D:\Books\acme.qbw"#), is: #"{"company_file": "D:\\Books\\acme.qbw"}"#)
        try expectExample(Rebinding(companyFile: nil), is: "{}")
    }

    @Test("The file for the Web Connector comes with its steps (CB-2)") func connectionFile() throws {
        try expectExample(
            ConnectionFileDownload(
                fileName: "acme.qwc", content: "<?xml version=\"1.0\"?>\n<QBWCXML/>\n", user: "acme",
                steps: ["Log in as Admin.", "Tick Auto-Run."], warnings: ["QBWC1048: no certificate."]),
            is: #"""
                {"file_name": "acme.qwc", "content": "<?xml version=\"1.0\"?>\n<QBWCXML/>\n", "user": "acme",
                 "steps": ["Log in as Admin.", "Tick Auto-Run."], "warnings": ["QBWC1048: no certificate."]}
                """#)
    }
}
