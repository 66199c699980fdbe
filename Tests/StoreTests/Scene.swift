import FoundationEssentials
import QBXML
import Store
import Sync
import Timetable

/// A database with what a test wants in it, so that each test begins with its own words.
struct Scene: Sendable {
    let database: SyncDatabase
    static let author = Author(name: "ann", uid: 1000)
    static let noon = Date(timeIntervalSince1970: 1_790_000_000)
    static let password = StoredPassword(
        scheme: "test", salt: [1, 2, 3], hash: [UInt8](repeating: 7, count: 32))
    static let ticket = "ticket-0123456789abcdef"

    init() throws {
        database = try .inMemory()
    }

    init(_ database: SyncDatabase) {
        self.database = database
    }

    static func minutes(_ minutes: Double) -> Date { noon.addingTimeInterval(minutes * 60) }

    static func draft(_ path: String? = nil, workstation: String? = nil) throws -> ConnectorDraft {
        ConnectorDraft(
            title: "Acme, Inc.", companyFile: path, workstation: workstation,
            window: try Window.parse("22:00-06:00 Mon-Fri"), zone: .utc, pageSize: 500, overlapSeconds: 300)
    }

    static func new(
        _ name: String, _ draft: ConnectorDraft, fileID: String? = nil, user: String? = nil
    ) -> NewConnector {
        NewConnector(
            name: name, identity: StampedIdentity(ownerID: "{owner}", fileID: fileID ?? "{file-\(name)}"),
            draft: draft, user: NewUser(name: user ?? name, password: password), acceptsDefault: true)
    }

    @discardableResult
    func connector(_ name: String, path: String? = nil, workstation: String? = nil) throws -> Connector {
        try database.transactNow {
            try $0.create(
                Self.new(name, Self.draft(path, workstation: workstation)), by: Self.author, at: Self.noon)
        }
    }

    /// A conversation as it stands right after its `authenticate`.
    static func conversation(
        _ connector: Connector, ticket: String = ticket, trigger: Trigger = .scheduled, at start: Date = noon
    ) -> Conversation {
        Conversation(
            ticket: ticket, connectorID: connector.id, user: connector.name, address: "192.0.2.7",
            trigger: trigger, duringShutdown: false, startedAt: start, lastCallAt: start, phase: .asking,
            sequence: 0, percent: 0, isIdentified: false, qbxmlVersion: .preferred, workstation: nil,
            stop: nil,
            ending: nil, endedAt: nil, bytesReceived: 0, bytesSent: 0)
    }

    @discardableResult
    func begin(
        _ connector: Connector, ticket: String = ticket, trigger: Trigger = .scheduled, at start: Date = noon
    ) throws -> Conversation {
        let conversation = Self.conversation(connector, ticket: ticket, trigger: trigger, at: start)
        let agenda = Agenda(steps: [Step(category: "customers"), Step(category: "invoices")])
        try apply(.begin(OpenConversation(conversation: conversation, agenda: agenda)))
        return conversation
    }

    /// A conversation from beginning to end.
    @discardableResult
    func run(
        _ connector: Connector, ticket: String, trigger: Trigger = .scheduled, at start: Date,
        ending: Ending = .success
    ) throws -> Conversation {
        var conversation = try begin(connector, ticket: ticket, trigger: trigger, at: start)
        conversation.finish(ending, at: start.addingTimeInterval(60))
        try apply(.save(conversation))
        return conversation
    }

    func apply(_ changes: Change...) throws {
        try database.transactNow { try $0.apply(changes) }
    }

    static func customer(_ id: String, name: String = "Smith", text: String = "a") -> Record {
        Record(
            kind: "Customer", id: id, name: name, editSequence: "1", timeCreated: "2026-01-02T03:04:05-06:00",
            timeModified: "2026-01-02T03:04:05-06:00", isActive: true,
            json: Array(#"{"ListID":"\#(id)","FullName":"\#(name)","Notes":"\#(text)"}"#.utf8))
    }

    /// An answer that holds them.
    static func answer(_ records: [Record], _ faults: [RecordFault] = []) -> Response {
        Response(answers: [
            RequestAnswer(
                element: "CustomerQueryRs", requestID: nil, status: Status(code: 0, message: ""),
                records: records, faults: faults)
        ])
    }

    func ingest(
        _ connector: Connector, _ records: [Record], faults: [RecordFault] = [], at now: Date = noon,
        ticket: String = ticket, use: Page.Use = .store
    ) throws {
        let page = Page(
            connector: connector.id, ticket: ticket, index: 0, category: "customers", use: use, at: now)
        try database.transactNow { try $0.apply([.ingest(page)], records: Self.answer(records, faults)) }
    }

    func facts(_ user: String, at now: Date = noon) throws -> LoginFacts? {
        try database.readNow {
            try $0.loginFacts(user: user, now: now, lockRule: LockRule(), silenceLimit: 900)
        }
    }

    func ticketFacts(_ ticket: String = ticket, withNeighbours: Bool = false) throws -> TicketFacts? {
        try database.readNow {
            try $0.ticketFacts(
                ticket: ticket, withNeighbours: withNeighbours, now: Scene.noon, freshID: "")
        }
    }

    /// Rows of a query, values joined with `|` as `sqlite3` prints them.
    func select(_ sql: String) throws -> [String] {
        try database.readNow { try $0.query(sql) }.rows.map { row in
            row.map { $0 ?? "NULL" }.joined(separator: "|")
        }
    }
}
