import FoundationEssentials
import Store
import Sync
import Testing
import Timetable

@Suite struct LoginFactsTests {
    @Test("a user whom nobody made has no facts and no password")
    func unknownUser() throws {
        let scene = try Scene()
        #expect(try scene.facts("nobody") == nil)
        #expect(try scene.database.readNow { try $0.login(user: "nobody") == nil })
    }

    @Test("a user is found with their password, in either case of letters")
    func password() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        let found = try #require(try scene.database.readNow { try $0.login(user: "ACME") })
        #expect(found.user == User(name: "acme", connectorID: connector.id, createdAt: Scene.noon))
        #expect(found.password == Scene.password)
        #expect(try scene.facts("Acme")?.connector == connector)
    }

    @Test("wrong passwords count within the lock rule's time, and a right one ends the row (AT-9)")
    func failures() throws {
        let scene = try Scene()
        try scene.connector("acme")
        try scene.connector("bravo")
        for minute in [0, 5, 10, 14] {
            try scene.apply(
                .loginFailed(user: "acme", at: Scene.minutes(Double(minute)), address: "192.0.2.7"))
        }
        #expect(try scene.facts("acme", at: Scene.minutes(14))?.recentFailures == 4)
        #expect(try scene.facts("acme", at: Scene.minutes(21))?.recentFailures == 2)
        #expect(try scene.facts("bravo", at: Scene.minutes(14))?.recentFailures == 0)
        try scene.apply(.loginSucceeded(user: "acme", at: Scene.minutes(14)))
        let facts = try #require(try scene.facts("acme", at: Scene.minutes(14)))
        #expect(facts.recentFailures == 0)
        #expect(facts.user.lastLoginAt == Scene.minutes(14))
    }

    @Test("a user is locked once; a later lock does not move the time")
    func locking() throws {
        let scene = try Scene()
        try scene.connector("acme")
        try scene.apply(.lock(user: "acme", at: Scene.minutes(1)))
        try scene.apply(.lock(user: "acme", at: Scene.minutes(9)))
        #expect(try scene.facts("acme")?.user.lockedAt == Scene.minutes(1))
    }

    @Test("conversations of other companies on the workstation are leases, in either case of its name (PC-2)")
    func leases() throws {
        let scene = try Scene()
        try scene.connector("acme", workstation: "FRONT-DESK")
        let bravo = try scene.connector("bravo", workstation: "front-desk")
        let charlie = try scene.connector("charlie", workstation: "BACK-OFFICE")
        try scene.begin(bravo, at: Scene.minutes(3))
        try scene.begin(charlie, ticket: "ticket-fedcba9876543210")
        let facts = try #require(try scene.facts("acme"))
        #expect(
            facts.leases == [
                Lease(
                    workstation: "front-desk", connector: "bravo", since: Scene.minutes(3),
                    lastCall: Scene.minutes(3))
            ])
        #expect(try scene.facts("bravo")?.leases == [])
    }

    @Test(
        "companies that wait for the workstation are rivals, longest waiting first; a disabled one is none"
    )
    func rivals() throws {
        let scene = try Scene()
        try scene.connector("acme", workstation: "PC")
        let names = ["bravo", "charlie", "delta"]
        let others = try names.map { try scene.connector($0, workstation: "PC") }
        for (other, minute) in zip(others, [9.0, 3, 1]) {
            try scene.apply(
                .waiting(connector: other.id, since: Scene.minutes(minute)),
                .contact(
                    connector: other.id, user: other.name, at: Scene.minutes(10),
                    said: .wait(until: nil, because: .workstationBusy(workstation: "PC", connector: "x"))))
        }
        try scene.database.transactNow { try $0.disable("delta", by: Scene.author, at: Scene.noon) }
        let rivals = try #require(try scene.facts("acme")?.rivals)
        #expect(rivals.map(\.connector) == ["charlie", "bravo"])
        #expect(rivals.map(\.waitingSince) == [Scene.minutes(3), Scene.minutes(9)])
        #expect(rivals.allSatisfy { $0.lastContact == Scene.minutes(10) && $0.pollSeconds == 300 })
        try scene.apply(.waiting(connector: others[1].id, since: nil))
        #expect(try scene.facts("acme")?.rivals.map(\.connector) == ["bravo"])
    }

    @Test("a connector on an unknown workstation has neither leases nor rivals")
    func noWorkstation() throws {
        let scene = try Scene()
        try scene.connector("acme")
        let bravo = try scene.connector("bravo")
        try scene.begin(bravo)
        let facts = try #require(try scene.facts("acme"))
        #expect(facts.leases.isEmpty && facts.rivals.isEmpty)
    }

    @Test("a refusal at the door is no run, and broken runs are passed over as the brain says")
    func history() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.run(connector, ticket: "ticket-good-012345", at: Scene.minutes(0))
        try scene.run(
            connector, ticket: "ticket-lost-012345", at: Scene.minutes(10),
            ending: .unsuccessful(.connectionLost(during: nil)))
        var refused = Scene.conversation(connector, ticket: "ticket-door-012345", at: Scene.minutes(20))
        refused.finish(.unsuccessful(.disabled), at: Scene.minutes(20))
        try scene.apply(.refuse(refused))
        let history = try #require(try scene.facts("acme")?.history)
        #expect(history.lastRunStart == Scene.minutes(0))
        #expect(history.lastRunEnd == Scene.minutes(1))
        #expect(history.createdAt == Scene.noon)
    }

    @Test("the forced run of the morning is found behind any number of scheduled ones (SA-4)")
    func forcedRun() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.run(connector, ticket: "ticket-forced-0123", trigger: .forced, at: Scene.noon)
        for number in 1...50 {
            try scene.run(
                connector, ticket: "ticket-scheduled-\(number)", at: Scene.minutes(Double(number) * 5))
        }
        let history = try #require(try scene.facts("acme")?.history)
        #expect(history.lastForcedStart == Scene.noon)
        #expect(history.lastRunStart == Scene.minutes(250))
        #expect(try scene.database.readNow { try $0.connectorFacts().first?.history } == history)
    }

    @Test("a watermark moves to where it is set, and only in its own connector")
    func watermarks() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        try scene.connector("bravo")
        let mark = Watermark(highWater: "2026-09-21T10:00:00")
        try scene.apply(
            .moveWatermark(connector: acme.id, category: "customers", mark, at: Scene.noon),
            .moveWatermark(connector: acme.id, category: "company", Watermark(highWater: nil), at: Scene.noon)
        )
        try scene.apply(
            .moveWatermark(
                connector: acme.id, category: "customers", Watermark(highWater: "2026-09-22T10:00:00"),
                at: Scene.minutes(5)))
        let marks = try #require(try scene.facts("acme")?.watermarks)
        #expect(
            marks["customers"] == Watermark(highWater: "2026-09-22T10:00:00", completeAt: Scene.minutes(5)))
        #expect(marks["company"] == Watermark(highWater: nil, completeAt: Scene.noon))
        #expect(marks.count == 2)
        #expect(try scene.facts("bravo")?.watermarks == [:])
        #expect(
            try scene.select("SELECT complete_at FROM freshness WHERE category = 'customers'") == [
                "2026-09-21T14:18:20.000Z"
            ])
    }

    @Test("the first conversation binds the file and teaches the workstation; a name given by a person stays")
    func learning() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        let bravo = try scene.connector("bravo", workstation: "GIVEN")
        let binding = Binding(path: #"C:\QB\acme.qbw"#, companyName: "Acme, Inc.", boundAt: Scene.noon)
        try scene.apply(
            .bind(connector: acme.id, binding), .learnWorkstation(connector: acme.id, "LEARNED"),
            .learnWorkstation(connector: bravo.id, "LEARNED"))
        let found = try #require(try scene.facts("acme")?.connector)
        #expect(found.binding == binding)
        #expect(found.workstation == "LEARNED")
        #expect(try scene.facts("bravo")?.connector.workstation == "GIVEN")
    }

    @Test("an idle check-in moves the last contact, in the words that it was told, and makes no conversation")
    func contact() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        let next = Scene.minutes(30)
        try scene.apply(
            .contact(
                connector: connector.id, user: "acme", at: Scene.noon,
                said: .wait(until: next, because: .notDue(next: next))))
        let facts = try #require(try scene.database.readNow { try $0.connectorFacts() }.first)
        #expect(
            facts.lastContact == Contact(at: Scene.noon, user: "acme", told: "Next sync at 14:43 (UTC)."))
        #expect(facts.dots.isEmpty)
    }
}
