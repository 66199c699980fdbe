import FoundationEssentials
import Sync
import Testing
import Timetable

@testable import Store

@Suite struct OrderTests {
    @Test("an order for a connector or a user that does not exist says so")
    func unknownNames() throws {
        let scene = try Scene()
        #expect(throws: UnknownName.connector("nobody")) {
            try scene.database.transactNow { try $0.disable("nobody", by: Scene.author, at: Scene.noon) }
        }
        #expect(throws: UnknownName.user("nobody")) {
            try scene.database.transactNow { try $0.unlock(user: "nobody", by: Scene.author, at: Scene.noon) }
        }
    }

    @Test(
        "a connector has several users; a password is replaced, a user unlocked (AT-13, PC-21)"
    )
    func users() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        let password = StoredPassword(scheme: "better", salt: [9], hash: [UInt8](repeating: 1, count: 64))
        try scene.database.transactNow { transaction in
            let user = NewUser(name: "Till.2@front-desk", password: Scene.password)
            try transaction.addUser(user, to: "acme", by: Scene.author, at: Scene.minutes(1))
            try transaction.replacePassword(user: user.name, password, by: Scene.author, at: Scene.minutes(2))
        }
        try scene.apply(
            .loginFailed(user: "Till.2@front-desk", at: Scene.noon, address: "192.0.2.7"),
            .lock(user: "Till.2@front-desk", at: Scene.minutes(3)))
        let (locked, stored) = try #require(
            try scene.database.readNow { try $0.login(user: "till.2@front-desk") })
        #expect(stored == password)
        #expect(locked.lockedAt == Scene.minutes(3))
        let orders = try scene.database.transactNow { transaction in
            try [1, 2].map { _ in
                try transaction.unlock(user: "till.2@FRONT-DESK", by: Scene.author, at: Scene.minutes(4))
            }
        }
        #expect(orders == [true, false])
        #expect(try scene.facts("Till.2@front-desk")?.recentFailures == 0)
        let users = try scene.database.readNow { try $0.users(connector: connector.id) }
        #expect(users.map(\.name) == ["acme", "Till.2@front-desk"])
        #expect(users.map(\.lockedAt) == [nil, nil])
    }

    @Test(
        "a user name that would need quoting, or that exists, is refused",
        arguments: ["", "a b", "é", "a/b", "ACME"])
    func userNames(name: String) throws {
        let scene = try Scene()
        try scene.connector("acme")
        let finding: ConnectorFinding = name == "ACME" ? .userTaken("ACME", by: "acme") : .user(name)
        #expect(throws: ConnectorRefusal(findings: [finding])) {
            try scene.database.transactNow {
                try $0.addUser(
                    NewUser(name: name, password: Scene.password), to: "acme", by: Scene.author,
                    at: Scene.noon)
            }
        }
    }

    @Test("a forced sync is noted for the next check-in and taken up by it (CB-19)")
    func forcing() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        let force = try scene.database.transactNow {
            try $0.force("acme", duringShutdown: true, by: Scene.author, at: Scene.minutes(1))
        }
        #expect(force == Force(at: Scene.minutes(1), duringShutdown: true, by: "ann"))
        #expect(try scene.facts("acme")?.history.forced == force)
        try scene.apply(.takeForce(connector: connector.id))
        #expect(try scene.facts("acme")?.history.forced == nil)
    }

    @Test("a stop asks the running sync once, withdraws a forced one, and says what it found (SA-6)")
    func stopping() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        func stop(_ minute: Double) throws -> Stopped {
            try scene.database.transactNow {
                try $0.stop("acme", by: Scene.author, at: Scene.minutes(minute))
            }
        }
        #expect(try stop(1) == Stopped(isRunning: false, withdrewForce: false))
        _ = try scene.database.transactNow {
            try $0.force("acme", duringShutdown: false, by: Scene.author, at: Scene.noon)
        }
        #expect(try stop(2) == Stopped(isRunning: false, withdrewForce: true))
        try scene.begin(connector)
        #expect(try stop(3) == Stopped(isRunning: true, withdrewForce: false))
        #expect(try stop(4) == Stopped(isRunning: true, withdrewForce: false))
        #expect(
            try scene.ticketFacts()?.open.conversation.stop == StopRequest(by: "ann", at: Scene.minutes(3)))
    }

    @Test("a pause lasts until its time or until somebody resumes, and is remembered as one that ended then")
    func pausing() throws {
        let scene = try Scene()
        try scene.connector("acme")
        func resume(_ minute: Double) throws -> Bool {
            try scene.database.transactNow {
                try $0.resume("acme", by: Scene.author, at: Scene.minutes(minute))
            }
        }
        #expect(try resume(0) == false)
        let pause = try scene.database.transactNow {
            try $0.pause("acme", until: nil, by: Scene.author, at: Scene.minutes(1))
        }
        #expect(try scene.facts("acme")?.history.pause == pause)
        #expect(try resume(2))
        #expect(
            try scene.facts("acme")?.history.pause
                == Pause(since: Scene.minutes(1), until: Scene.minutes(2), by: "ann"))
        #expect(try resume(3) == false)
    }

    @Test("each order leaves its line in the trail, newest first, page by page")
    func trail() throws {
        let scene = try Scene()
        try scene.connector("acme")
        try scene.database.transactNow { transaction in
            try transaction.disable("acme", by: Author(name: "token"), at: Scene.minutes(1))
            try transaction.enable("acme", by: Scene.author, at: Scene.minutes(2))
        }
        let page = try scene.database.readNow { try $0.audit(limit: 2) }
        #expect(page.map(\.action) == [.enableConnector, .disableConnector])
        #expect(page.map(\.author) == [Scene.author, Author(name: "token", uid: nil)])
        let rest = try scene.database.readNow { try $0.audit(before: page[1].number, limit: 9) }
        #expect(rest.map(\.action) == [.addUser, .createConnector])
        #expect(rest.map(\.detail) == [nil, "default"])
    }
}
