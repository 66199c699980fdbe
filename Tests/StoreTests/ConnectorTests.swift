import FoundationEssentials
import Sync
import Testing
import Timetable

@testable import Store

@Suite struct ConnectorTests {
    @Test("the first connector is the default and no other, and slots count up (AT-2, PC-3)")
    func creation() throws {
        let scene = try Scene()
        let connectors = try ["acme", "bravo", "charlie"].map { try scene.connector($0) }
        #expect(connectors.map(\.isDefault) == [true, false, false])
        #expect(connectors.map(\.rule.slot) == [0, 1, 2])
        #expect(connectors.map(\.id) == [1, 2, 3])
    }

    @Test("a connector is loaded with all that it was made with")
    func settings() throws {
        let scene = try Scene()
        var draft = try Scene.draft(#"C:\QB\Acme.qbw"#, workstation: "FRONT-DESK")
        draft.intervalSeconds = 3600
        draft.zone = try #require(Zone(identifier: "America/Chicago"))
        draft.morning = .manual
        draft.pollSeconds = 120
        draft.pageSize = 77
        draft.overlapSeconds = 900
        draft.file = ConnectionFileOptions(unattended: false, editions: 12)
        let new = Scene.new("acme", draft)
        let made = try scene.database.transactNow { try $0.create(new, by: Scene.author, at: Scene.noon) }
        #expect(made.draft == draft)
        #expect(made.identity == new.identity)
        #expect(made.createdAt == Scene.noon)
        #expect(made.binding == Binding(path: #"C:\QB\Acme.qbw"#))
        #expect(try scene.database.readNow { try $0.connector(named: "acme") } == made)
    }

    @Test("a connector without a window has none")
    func noWindow() throws {
        let scene = try Scene()
        var draft = try Scene.draft()
        draft.window = nil
        let made = try scene.database.transactNow {
            try $0.create(Scene.new("acme", draft), by: Scene.author, at: Scene.noon)
        }
        #expect(made.rule.window == nil)
    }

    @Test("the first connector is not made unless its maker accepts that it becomes the default (AT-2)")
    func acceptingDefault() throws {
        let scene = try Scene()
        var new = Scene.new("acme", try Scene.draft())
        new.acceptsDefault = false
        #expect(throws: ConnectorRefusal(findings: [.wouldBecomeDefault])) {
            try scene.database.transactNow { try $0.create(new, by: Scene.author, at: Scene.noon) }
        }
        try scene.connector("bravo")
        let second = try scene.database.transactNow { try $0.create(new, by: Scene.author, at: Scene.noon) }
        #expect(!second.isDefault)
    }

    @Test("everything that is wrong with a new connector is said at once")
    func findings() throws {
        let scene = try Scene()
        try scene.connector("acme", path: #"C:\QB\acme.qbw"#)
        var draft = try Scene.draft("c:/qb//ACME.qbw", workstation: "")
        draft.title = ""
        draft.intervalSeconds = 10
        draft.pollSeconds = 5
        draft.pageSize = 0
        draft.overlapSeconds = -1
        draft.file.editions = 16
        let new = Scene.new("acme", draft, fileID: "FILE-ACME", user: "ACME")
        let refusal = #expect(throws: ConnectorRefusal.self) {
            try scene.database.transactNow { try $0.create(new, by: Scene.author, at: Scene.noon) }
        }
        #expect(
            refusal?.findings == [
                .nameTaken("acme"), .identityTaken(by: "acme"), .emptyTitle, .emptyWorkstation,
                .companyFileTaken(path: "c:/qb//ACME.qbw", by: "acme"), .rule(.interval(seconds: 10)),
                .rule(.poll(seconds: 5)), .pageSize(0), .overlap(-1), .editions(16),
                .userTaken("ACME", by: "acme"),
            ])
        #expect(try scene.select("SELECT count(*) FROM connector") == ["1"])
    }

    @Test("a name that would need quoting is refused", arguments: ["", "Acme", "a b", "-a", "é", "a/b"])
    func names(name: String) throws {
        let scene = try Scene()
        let new = Scene.new(name, try Scene.draft(), fileID: "{f}", user: "someone")
        #expect(throws: ConnectorRefusal(findings: [.name(name)])) {
            try scene.database.transactNow { try $0.create(new, by: Scene.author, at: Scene.noon) }
        }
    }

    @Test("settings are edited, the default's too, and the trail says what changed")
    func editing() throws {
        let scene = try Scene()
        var draft = try scene.connector("acme").draft
        draft.intervalSeconds = 3600
        draft.workstation = "FRONT-DESK"
        draft.window = nil
        let edited = try scene.database.transactNow {
            try $0.edit("acme", to: draft, by: Scene.author, at: Scene.minutes(1))
        }
        #expect(edited.draft == draft)
        #expect(edited.isDefault)
        let line = try #require(try scene.database.readNow { try $0.audit(limit: 1) }.first)
        #expect(line.action == .editConnector)
        #expect(line.author == Scene.author)
        #expect(line.at == Scene.minutes(1))
        #expect(
            line.detail
                == "workstation none -> FRONT-DESK; interval 2h -> 1h; "
                + "overnight_shutdown 22:00-06:00 Mon-Fri -> none")
    }

    @Test("an edit that changes nothing leaves no line in the trail")
    func idleEdit() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        _ = try scene.database.transactNow {
            try $0.edit("acme", to: connector.draft, by: Scene.author, at: Scene.noon)
        }
        #expect(
            try scene.database.readNow { try $0.audit(limit: 9) }.allSatisfy { $0.action != .editConnector })
    }

    @Test("a file that is bound is not moved by an edit, and another's file is not taken (AT-1, PC-5)")
    func editedPath() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme", path: #"C:\QB\acme.qbw"#)
        try scene.connector("bravo", path: #"C:\QB\bravo.qbw"#)
        var draft = acme.draft
        draft.companyFile = #"C:\QB\BRAVO.QBW"#
        #expect(
            throws: ConnectorRefusal(findings: [.companyFileTaken(path: #"C:\QB\BRAVO.QBW"#, by: "bravo")])
        ) {
            try scene.database.transactNow {
                try $0.edit("acme", to: draft, by: Scene.author, at: Scene.noon)
            }
        }
        try scene.apply(.bind(connector: acme.id, Binding(path: #"C:\QB\acme.qbw"#, boundAt: Scene.noon)))
        draft.companyFile = #"D:\elsewhere.qbw"#
        #expect(throws: ConnectorRefusal(findings: [.companyFileBound(path: #"C:\QB\acme.qbw"#)])) {
            try scene.database.transactNow {
                try $0.edit("acme", to: draft, by: Scene.author, at: Scene.noon)
            }
        }
    }

    @Test(
        "a rebinding opens the binding, with the new path or without one, but not onto another's file (PC-6)")
    func rebinding() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme", path: #"C:\QB\acme.qbw"#)
        try scene.connector("bravo", path: #"C:\QB\bravo.qbw"#)
        try scene.apply(
            .bind(
                connector: acme.id, Binding(path: acme.binding.path, companyName: "Acme", boundAt: Scene.noon)
            ))
        let moved = try scene.database.transactNow {
            try $0.rebind("acme", to: #"D:\acme.qbw"#, by: Scene.author, at: Scene.noon)
        }
        #expect(moved.binding == Binding(path: #"D:\acme.qbw"#))
        let open = try scene.database.transactNow {
            try $0.rebind("acme", to: nil, by: Scene.author, at: Scene.noon)
        }
        #expect(open.binding == Binding())
        #expect(throws: ConnectorRefusal(findings: [.companyFileTaken(path: "c:/qb/bravo.qbw", by: "bravo")]))
        {
            try scene.database.transactNow {
                try $0.rebind("acme", to: "c:/qb/bravo.qbw", by: Scene.author, at: Scene.noon)
            }
        }
    }

    @Test("a new identity opens the binding and keeps the path; another's FileID is refused")
    func renewing() throws {
        let scene = try Scene()
        let acme = try scene.connector("acme", path: #"C:\QB\acme.qbw"#)
        try scene.connector("bravo")
        try scene.apply(.bind(connector: acme.id, Binding(path: acme.binding.path, boundAt: Scene.noon)))
        let renewed = try scene.database.transactNow {
            try $0.renewIdentity(
                "acme", StampedIdentity(ownerID: "{o2}", fileID: "{f2}"), by: Scene.author, at: Scene.noon)
        }
        #expect(renewed.identity == StampedIdentity(ownerID: "{o2}", fileID: "{f2}"))
        #expect(renewed.binding == Binding(path: #"C:\QB\acme.qbw"#))
        #expect(throws: ConnectorRefusal(findings: [.identityTaken(by: "bravo")])) {
            try scene.database.transactNow {
                try $0.renewIdentity(
                    "acme", StampedIdentity(ownerID: "{o}", fileID: "FILE-BRAVO"), by: Scene.author,
                    at: Scene.noon)
            }
        }
    }

    @Test(
        "the default may be disabled and stays it; a running sync is asked to stop, a forced one is off"
    )
    func disabling() throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        try scene.database.transactNow { transaction in
            _ = try transaction.force("acme", duringShutdown: false, by: Scene.author, at: Scene.noon)
            try transaction.disable("acme", by: Scene.author, at: Scene.minutes(1))
        }
        let facts = try #require(try scene.facts("acme"))
        #expect(facts.connector.disabledAt == Scene.minutes(1))
        #expect(facts.connector.isDefault)
        #expect(facts.history.forced == nil)
        #expect(facts.open?.conversation.stop == StopRequest(by: "ann", at: Scene.minutes(1)))
        try scene.database.transactNow { try $0.enable("acme", by: Scene.author, at: Scene.minutes(2)) }
        #expect(try scene.facts("acme")?.connector.disabledAt == nil)
    }
}
