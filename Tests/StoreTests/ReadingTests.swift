import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable
import WebConnector

@testable import Store

@Suite struct ReadingTests {
    @Test("status is made from all connectors at once, or from one, with the same facts")
    func connectorFacts() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme", workstation: "PC")
        let bravo = try scene.connector("bravo", workstation: "pc")
        try scene.connector("charlie")
        try scene.run(acme, ticket: "ticket-acme-0123456", at: Scene.minutes(-30))
        try scene.begin(bravo, at: Scene.minutes(1))
        try scene.apply(
            .waiting(connector: acme.id, since: Scene.minutes(2)),
            .contact(
                connector: acme.id, user: "acme", at: Scene.minutes(2),
                said: .wait(until: nil, because: .workstationBusy(workstation: "PC", connector: "bravo"))),
            .moveWatermark(
                connector: acme.id, category: "customers", Watermark(highWater: nil), at: Scene.minutes(-29)))
        let all = try scene.database.readNow { try $0.connectorFacts() }
        #expect(all.map(\.connector.name) == ["acme", "bravo", "charlie"])
        for facts in all {
            #expect(
                try scene.database.readNow { try $0.connectorFacts(named: facts.connector.name) } == [facts])
            let login = try #require(try scene.facts(facts.connector.name))
            // A login ends the conversation that is still open, so for it that run has served nothing.
            if facts.open == nil { #expect(facts.history == login.history) }
            #expect(facts.leases == login.leases)
            #expect(facts.rivals == login.rivals)
            #expect(facts.open == login.open)
            #expect(facts.users == [login.user])
        }
        #expect(all[0].leases.map(\.connector) == ["bravo"])
        #expect(all[1].rivals.map(\.connector) == ["acme"])
        #expect(all[0].lastContact?.told == "Another company on PC is updating (bravo).")
        #expect(all[0].completeAt == ["customers": Scene.minutes(-29)])
        #expect(try scene.database.readNow { try $0.connectorFacts(named: "nobody") }.isEmpty)
    }

    @Test("the dots are the last ten conversations of their connector, oldest first (AT-6)")
    func dots() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        let bravo = try scene.connector("bravo")
        for number in 0..<13 {
            try scene.run(acme, ticket: "ticket-acme-\(number)-0123", at: Scene.minutes(Double(number)))
            try scene.run(
                bravo, ticket: "ticket-bravo-\(number)-012", at: Scene.minutes(Double(number) + 0.5))
        }
        let facts = try scene.database.readNow { try $0.connectorFacts() }
        #expect(facts[0].dots.map(\.startedAt) == (3..<13).map { Scene.minutes(Double($0)) })
        #expect(facts[1].dots.map(\.startedAt) == (3..<13).map { Scene.minutes(Double($0) + 0.5) })
    }

    @Test(
        "whose move it is when QuickBooks cannot be opened is what its code says, after a restart too",
        arguments: [
            ("0x8004041A", Actor.quickBooksAdmin), ("0x80040422", .nobody), ("0x80041234", .workstation),
        ])
    func unavailable(hresult: String, mover: Actor) throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.run(
            connector, ticket: "ticket-acme-0123456", at: Scene.minutes(1),
            ending: .unsuccessful(.quickBooksUnavailable(hresult: hresult, message: "")))
        try scene.apply(
            .contact(connector: connector.id, user: "acme", at: Scene.minutes(1), said: .go(.scheduled)))
        let facts = try #require(try scene.database.readNow { try $0.connectorFacts() }.first)
        let diagnosis = Diagnosis(facts, now: Scene.minutes(3))
        #expect(diagnosis.state == .quickBooksUnavailable)
        #expect(diagnosis.mover == mover)
    }

    @Test("history is read newest first, page by page, with what each conversation did to its categories")
    func history() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        for number in 1...5 {
            try scene.run(
                connector, ticket: "ticket-acme-\(number)-0123", at: Scene.minutes(Double(number) * 10))
        }
        let conversation = try scene.begin(connector, at: Scene.minutes(60))
        try scene.ingest(connector, [Scene.customer("80-1")])
        let first = try scene.database.readNow { try $0.history(connector: connector.id, limit: 4) }
        #expect(first.map(\.number) == [6, 5, 4, 3])
        #expect(first[0].ticket == conversation.ticket)
        #expect(first[0].state == .inProgress)
        #expect(first[0].sentence == "In progress.")
        #expect(first[0].counts.map(\.category) == ["customers", "invoices"])
        #expect(first[0].counts.map(\.counts) == [IngestCounts(added: 1), IngestCounts()])
        let rest = try scene.database.readNow {
            try $0.history(connector: connector.id, before: first[3].number, limit: 4)
        }
        #expect(rest.map(\.number) == [2, 1])
        #expect(try scene.database.readNow { try $0.conversation(number: 5) } == first[1])
        #expect(try scene.database.readNow { try $0.newestConversation(connector: connector.id) } == 6)
        #expect(try scene.database.readNow { try $0.conversationNumber(ticket: conversation.ticket) } == 6)
    }

    @Test("activity is read back from the newest, or on from what was seen")
    func activity() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        try scene.ingest(connector, (1...5).map { Scene.customer("80-\($0)") })
        let back = try scene.database.readNow {
            try $0.activity(connector: connector.id, before: 5, limit: 3)
        }
        #expect(back.map(\.id) == ["80-4", "80-3", "80-2"])
        let on = try scene.database.readNow { try $0.activity(connector: connector.id, after: 2, limit: 2) }
        #expect(on.map(\.id) == ["80-3", "80-4"])
        #expect(on.allSatisfy { $0.operation == .added && $0.conversation == 1 && $0.at == Scene.noon })
    }

    @Test("an answer is kept before it is processed, and gone or marked when it is settled")
    func responses() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        func keep(_ sequence: Int, _ text: String) throws -> Int64 {
            try #require(
                try scene.database.transactNow {
                    try $0.keepResponse(
                        ticket: Scene.ticket, sequence: sequence, category: "customers",
                        text: .memory(Array(text.utf8)),
                        at: Scene.minutes(Double(sequence)))
                })
        }
        let (processed, failed, untried) = (try keep(1, "<one/>"), try keep(2, "<two"), try keep(3, ""))
        try scene.database.transactNow { transaction in
            try transaction.settleResponse(processed, .processed)
            try transaction.settleResponse(failed, .failed("It breaks off."))
        }
        let kept = try scene.database.readNow { try $0.keptResponses() }
        #expect(kept.map(\.number) == [failed, untried])
        #expect(kept.map(\.reason) == ["It breaks off.", nil])
        #expect(kept.map(\.bytes) == [4, 0])
        #expect(kept.map(\.connector) == ["acme", "acme"])
        #expect(kept.map(\.receivedAt) == [Scene.minutes(2), Scene.minutes(3)])
        #expect(
            try scene.database.readNow { try $0.keptResponses(onlyUntried: true) }.map(\.number) == [untried])
        #expect(try scene.database.readNow { try $0.keptResponses(connector: 99) }.isEmpty)
        #expect(try scene.database.readNow { try $0.responsePlace(failed) } == .row(Array("<two".utf8)))
        #expect(try scene.database.readNow { try $0.responsePlace(untried) } == .row([]))
        #expect(try scene.database.readNow { try $0.responsePlace(processed) } == nil)
    }

    @Test("an answer to a ticket that nobody gave is not kept")
    func strayResponse() throws {
        let number = try Scene().database.transactNow {
            try $0.keepResponse(
                ticket: "stray", sequence: 1, category: nil, text: .memory([1]), at: Scene.noon)
        }
        #expect(number == nil)
    }

    @Test("a query is answered as text, up to its limit; one that would write is refused")
    func query() throws {
        let database = try SyncDatabase.inMemory()
        let answer = try database.readNow {
            try $0.query("SELECT value AS n, NULL AS missing FROM json_each('[1,2.5,\"x\"]')", limit: 2)
        }
        #expect(answer == QueryAnswer(columns: ["n", "missing"], rows: [["1", nil], ["2.5", nil]]))
        #expect(throws: StoreError.self) {
            try database.transactNow { try $0.query("UPDATE installation SET version = 'x'") }
        }
    }

    @Test("open conversations are listed with their connector, for the tick that gives up the silent ones")
    func running() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        let bravo = try scene.connector("bravo")
        try scene.run(acme, ticket: "ticket-acme-0123456", at: Scene.noon)
        let open = try scene.begin(bravo)
        let running = try scene.database.readNow { try $0.runningSyncs() }
        #expect(running.map(\.connector) == ["bravo"])
        #expect(running.map(\.number) == [2])
        #expect(running.map(\.open.conversation) == [open])
    }
}
