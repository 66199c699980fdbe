import FoundationEssentials
import QBXML
import Store
import Sync
import Testing
import Timetable

@Suite struct ConversationTests {
    @Test("a conversation that has begun is loaded as it was, with its agenda and its connector")
    func beginning() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme", path: #"C:\QB\acme.qbw"#, workstation: "FRONT-DESK")
        let conversation = Scene.conversation(connector)
        let agenda = Agenda(steps: [
            Step(category: "company", since: nil),
            Step(
                category: "customers", state: .running, since: "2026-09-20T10:00:00",
                previousHighWater: "2026-09-20T10:05:00", highWater: "2026-09-21T09:00:00",
                iteratorID: "{it}",
                received: 12, remaining: 30, faults: 1, restarts: 1,
                trouble: StepTrouble(weight: .configuration, sentence: "Give it.")),
        ])
        let open = OpenConversation(conversation: conversation, agenda: agenda)
        try scene.apply(.begin(open))
        #expect(try scene.ticketFacts() == TicketFacts(connector: connector, open: open))
    }

    @Test(
        "a call's end state is loaded by the next call, whatever was asked",
        arguments: [
            QueryPage.whole, .first(size: 500), .next(iteratorID: "{it}", size: 20),
            .stop(iteratorID: "{it}"),
        ])
    func saving(page: QueryPage) throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        var conversation = try scene.begin(connector)
        conversation.phase = .awaiting(Dispatch(category: "customers", page: page, requestID: "7"))
        conversation.lastCallAt = Scene.minutes(1)
        conversation.sequence = 7
        conversation.percent = 42
        conversation.isIdentified = true
        conversation.qbxmlVersion = Version(major: 2, minor: 0, edition: "CA")
        conversation.workstation = "FRONT-DESK"
        conversation.stop = StopRequest(by: "ann", at: Scene.minutes(0.5))
        conversation.bytesReceived = 1_000_000_000_000
        conversation.bytesSent = 99
        try scene.apply(.save(conversation))
        #expect(try scene.ticketFacts()?.open.conversation == conversation)
    }

    @Test("a step that moved on is loaded as it stands")
    func steps() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let step = Step(
            category: "invoices", state: .failed, since: "2026-09-20T10:00:00",
            highWater: "2026-09-21T09:00:00",
            received: 3, remaining: 4, faults: 5, restarts: 1,
            trouble: StepTrouble(weight: .error, sentence: "QuickBooks said no."))
        try scene.apply(.saveStep(ticket: Scene.ticket, index: 1, step))
        #expect(try scene.ticketFacts()?.open.agenda.steps == [Step(category: "customers"), step])
    }

    @Test("a conversation that has ended is loaded with exactly its ending", arguments: Self.endings)
    func ending(_ ending: Ending) throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        var conversation = try scene.begin(connector)
        conversation.finish(ending, at: Scene.minutes(2))
        try scene.apply(.save(conversation))
        #expect(try scene.ticketFacts()?.open.conversation == conversation)
        let row = try #require(
            try scene.database.readNow { try $0.history(connector: connector.id, limit: 1) }.first)
        #expect(row.state == ending.state)
        #expect(row.code == ending.code)
        #expect(row.sentence == ending.sentence)
        #expect(row.endedAt == Scene.minutes(2))
    }

    static let endings: [Ending] = {
        let binding = Binding(path: #"C:\QB\acme.qbw"#, companyName: "Acme", boundAt: Scene.minutes(-60))
        let reasons: [WrongFile.Reason] = [
            .belongs(to: "other"), .otherStamp, .noStamp, .otherPath, .nothingToCompare,
        ]
        let failures: [Failure] =
            [
                .wrongPassword(
                    user: "acme", address: "192.0.2.7", failures: 2,
                    rule: LockRule(failures: 3, withinSeconds: 60)),
                .locked(user: "acme", address: "192.0.2.7"), .disabled,
                .anotherComputer(user: "acme", address: "192.0.2.7", other: "bob at 192.0.2.8"),
                .quickBooksUnavailable(hresult: "0x80040408", message: "Could not start QuickBooks."),
                .sessionLost(hresult: "0x80040420", category: "Invoices"),
                .connectionLost(during: "Invoices"),
                .connectionLost(during: nil), .closedEarly(during: "Invoices"),
                .interactiveRejected("No \"thanks\""),
            ]
            + reasons.map {
                .wrongFile(
                    WrongFile(
                        expected: binding, found: FoundFile(path: #"D:\x.qbw"#, companyName: "Other"),
                        reason: $0))
            }
        let others: [Ending] = [
            .success, .requests(answered: 3),
            .configuration([
                .cloudFolder(path: #"C:\Dropbox\a.qbw"#, service: "Dropbox"),
                .withheld(category: "Employees", why: "no permission"),
            ]),
            .errors(categories: ["invoices", "received payments"]),
            .stopped(.person("ann", after: "Customers"), remaining: ["invoices"], troubled: ["customers"]),
            .stopped(.person("ann", after: nil), remaining: [], troubled: []),
            .stopped(
                .overnightShutdown(after: "Customers"), remaining: ["invoices"], troubled: ["customers"]),
        ]
        return others + failures.map { .unsuccessful($0) }
    }()

    @Test("one connector has one open conversation: a second is refused, and nothing of it stays")
    func secondOpen() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        #expect(throws: StoreError.self) { try scene.begin(connector, ticket: "ticket-fedcba9876543210") }
        #expect(try scene.select("SELECT ticket FROM conversation") == [Scene.ticket])
    }

    @Test("the next conversation may begin in the transaction that closes the lost one (CB-8)")
    func takeOver() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        var lost = try scene.begin(connector)
        lost.finish(.unsuccessful(.connectionLost(during: nil)), at: Scene.minutes(20))
        let next = Scene.conversation(connector, ticket: "ticket-fedcba9876543210", at: Scene.minutes(20))
        try scene.apply(
            .save(lost), .begin(OpenConversation(conversation: next, agenda: Agenda(steps: []))))
        #expect(try scene.facts("acme")?.open?.conversation == next)
    }

    @Test("the same refusal again moves the count, the last call and the text of one row (AT-8)")
    func folding() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        func wrong(_ failures: Int) -> Ending {
            .unsuccessful(
                .wrongPassword(user: "acme", address: "192.0.2.7", failures: failures, rule: LockRule()))
        }
        var refused = Scene.conversation(connector)
        refused.finish(wrong(1), at: Scene.noon)
        try scene.apply(.refuse(refused))
        let refusal = try #require(try scene.facts("acme")?.lastRefusal)
        #expect(
            refusal
                == Refusal(ticket: Scene.ticket, user: "acme", address: "192.0.2.7", code: "wrong-password"))
        try scene.apply(.repeatRefusal(ticket: refusal.ticket, at: Scene.minutes(5), wrong(2)))
        try scene.apply(.repeatRefusal(ticket: refusal.ticket, at: Scene.minutes(10), wrong(3)))
        let rows = try scene.database.readNow { try $0.history(connector: connector.id, limit: 10) }
        #expect(rows.map(\.repeats) == [3])
        #expect(rows.map(\.lastCallAt) == [Scene.minutes(10)])
        #expect(rows.map(\.endedAt) == [Scene.noon])
        #expect(rows.map(\.sentence) == [wrong(3).sentence])
    }

    @Test("a refusal before the newest conversation is not folded into")
    func olderRefusal() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        var refused = Scene.conversation(connector)
        refused.finish(.unsuccessful(.disabled), at: Scene.noon)
        try scene.apply(.refuse(refused))
        try scene.run(connector, ticket: "ticket-fedcba9876543210", at: Scene.minutes(5))
        let facts = try #require(try scene.facts("acme"))
        #expect(facts.lastRefusal == nil)
    }

    @Test("a ticket that nobody gave has no facts")
    func unknownTicket() throws {
        #expect(try Scene().ticketFacts("no such ticket") == nil)
    }

    @Test("the other connectors are loaded until the company file is identified, and only if asked for")
    func neighbours() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.connector("bravo", path: #"C:\QB\bravo.qbw"#)
        var conversation = try scene.begin(connector)
        let bravo = Neighbour(name: "bravo", fileID: "{file-bravo}", path: #"C:\QB\bravo.qbw"#)
        #expect(try scene.ticketFacts(withNeighbours: true)?.neighbours == [bravo])
        #expect(try scene.ticketFacts(withNeighbours: false)?.neighbours == [])
        conversation.isIdentified = true
        try scene.apply(.save(conversation))
        #expect(try scene.ticketFacts(withNeighbours: true)?.neighbours == [])
    }
}
