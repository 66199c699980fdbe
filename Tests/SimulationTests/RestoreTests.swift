import FoundationEssentials
import Offices
import QBXML
import Simulator
import Store
import Sync
import Testing
import Timetable
import WebConnector

/// The daemon's database is put back to a copy while QuickBooks goes on knowing what came since.
@Suite("A database that is put back")
struct RestoreTests {
    private static let path = #"C:\Books\Acme.QBW"#
    private static let robot = Author(name: "robot", uid: nil)

    /// One office with its server, synced once.
    private struct Desk {
        let server: SimulatedServer
        let connector: Connector
        var office: Office

        init() throws {
            let start = Date(timeIntervalSince1970: 1_781_503_200)
            server = try SimulatedServer(now: start)
            let zone = try #require(Zone(identifier: "America/Chicago"))
            connector = try server.make(
                "acme", rule: Rule(intervalSeconds: 7200, slot: 0, window: nil, zone: zone),
                path: RestoreTests.path, workstation: "FRONTDESK")
            office = try Office(
                connector: connector, seed: 1, at: start,
                zone: try #require(OfficeZone.named("America/Chicago")))
        }

        mutating func converse(
            before: (SimulatedServer, Call) throws -> Void = { _, _ in }
        ) throws {
            server.now = server.now.addingTimeInterval(3 * 3600)
            let application = try #require(office.workstation.application(office.application))
            var session = WebConnectorSession(application, on: &office.workstation, at: server.now)
            while true {
                switch session.next(on: &office.workstation) {
                case .pause(let seconds): server.now = server.now.addingTimeInterval(Double(seconds))
                case .ended: return office.workstation.end(session, at: server.now)
                case .call(let call):
                    server.now = server.now.addingTimeInterval(1)
                    try before(server, call)
                    session.take(try server.serve(call, address: "192.0.2.1"), on: &office.workstation)
                }
            }
        }

        func queue(_ json: String, digits: String) throws -> String {
            let id = "req_" + String(repeating: digits, count: 16)
            let checked = Checker.check(try Draft(reading: Array(json.utf8)))
            try #require(checked.isAcceptable)
            var subject = checked.subject(of: 0)
            let guid = checked.externalGUIDVersion(0, subject).map { _ in Write.externalGUID(of: id) }
            subject.externalGUID = guid
            let request = QueuedRequest(
                id: id, title: checked.requests[0].message.title,
                body: checked.request(0, externalGUID: guid), subject: subject,
                needs: checked.neededVersion)
            _ = try server.database.transactNow { [now = server.now] in
                try $0.queue(
                    QueueOrder(requests: [request], digest: json), connector: connector,
                    by: RestoreTests.robot, at: now)
            }
            return id
        }

        func row(_ id: String) throws -> RequestRow {
            try #require(try server.database.readNow { try $0.requestRow(id: id) })
        }

        func applied(_ id: String) -> Int {
            office.company?.appliedWrites.count { $0.requestID == id } ?? 0
        }
    }

    @Test("a request that landed after the copy is in the books once, and is told to have succeeded")
    func landed() throws {
        var desk = try Desk()
        try desk.converse()
        let id = try desk.queue(#"{"CustomerAdd":{"Name":"Once"}}"#, digits: "a1")
        let copy = try desk.server.database.copyInMemory(at: desk.server.now)
        try desk.converse()
        #expect(desk.applied(id) == 1)
        #expect(try desk.row(id).state == .succeeded)

        try desk.server.putBack(copy)
        #expect(try desk.row(id).state == .queued)
        #expect(try desk.row(id).outcome == .unknown)
        try desk.converse()
        #expect(desk.applied(id) == 1)
        let row = try desk.row(id)
        #expect(row.state == .succeeded)
        #expect(row.sentence?.contains("the books show that it was carried out") == true)
        #expect(row.recordID == desk.office.company?.appliedWrites.first { $0.requestID == id }?.id)
        #expect(try desk.server.database.readNow { try $0.restoration()?.inDoubt } == 0)
    }

    @Test("a request that had not gone out is looked for, and then sent")
    func notSent() throws {
        var desk = try Desk()
        try desk.converse()
        let id = try desk.queue(#"{"CustomerAdd":{"Name":"Later"}}"#, digits: "b2")
        try desk.server.putBack(try desk.server.database.copyInMemory(at: desk.server.now))
        try desk.converse()
        #expect(desk.applied(id) == 1)
        let row = try desk.row(id)
        #expect(row.state == .succeeded)
        #expect(row.sentence == "Applied.")
    }

    @Test(
        "a request without a GUID that may have landed is a person's to decide, with what may have come of it"
    )
    func unclear() throws {
        var desk = try Desk()
        try desk.converse()
        let id = try desk.queue(#"{"ClassAdd":{"Name":"Twice"}}"#, digits: "c3")
        let copy = try desk.server.database.copyInMemory(at: desk.server.now)
        try desk.converse()
        #expect(desk.applied(id) == 1)
        try desk.server.putBack(copy)
        try desk.converse()
        #expect(desk.applied(id) == 1)
        #expect(try desk.row(id).state == .unknown)
        let detail = try desk.server.database.readNow { try $0.requestDetail(id: id) }
        let candidates = String(decoding: detail?.candidates ?? [], as: UTF8.self)
        #expect(candidates.contains("Twice"))
        // A person looked, and there is none: then it goes without another look.
        _ = try desk.server.database.transactNow { [now = desk.server.now] in
            try $0.decide(.resend, request: id, by: Self.robot, at: now)
        }
        #expect(try desk.row(id).outcome == .pending)
    }

    @Test("what no query can show is a person's at once, and never goes out by itself")
    func unseen() throws {
        var desk = try Desk()
        try desk.converse()
        let field = #"""
            {"DataExtAdd":{"OwnerID":"0","DataExtName":"Size","ListDataExtType":"Customer",
            "ListObjRef":{"ListID":"80000001-1"},"DataExtValue":"9"}}
            """#
        let id = try desk.queue(field, digits: "d4")
        let other = try desk.queue(#"{"CustomerAdd":{"Name":"Beside"}}"#, digits: "e5")
        try desk.server.putBack(try desk.server.database.copyInMemory(at: desk.server.now))
        try desk.converse()
        #expect(try desk.row(id).state == .unknown)
        #expect(try desk.row(id).sentence?.contains("no query of QuickBooks can show") == true)
        #expect(try desk.row(id).sentAt == nil)
        #expect(try desk.row(other).state == .succeeded)
    }

    @Test("one copy that is put back twice sends nothing twice, and finds each time what is in the books")
    func twice() throws {
        var desk = try Desk()
        try desk.converse()
        let sent = try desk.queue(#"{"CustomerAdd":{"Name":"Early"}}"#, digits: "a1")
        let copies = try (1...2).map { _ in try desk.server.database.copyInMemory(at: desk.server.now) }
        try desk.converse()
        #expect(desk.applied(sent) == 1)

        try desk.server.putBack(copies[0])
        try desk.converse()
        let between = try desk.queue(#"{"CustomerAdd":{"Name":"Between"}}"#, digits: "b2")
        try desk.converse()
        #expect(desk.applied(sent) == 1 && desk.applied(between) == 1)
        #expect(try desk.row(sent).state == .succeeded)

        try desk.server.putBack(copies[1])
        #expect(try desk.server.database.readNow { try $0.requestRow(id: between) } == nil)
        #expect(try desk.row(sent).state == .queued)
        try desk.converse()
        #expect(desk.applied(sent) == 1 && desk.applied(between) == 1)
        #expect(try desk.row(sent).sentence?.contains("the books show that it was carried out") == true)
        let company = try #require(desk.office.company)
        #expect(try MirrorComparison(desk.server.database, desk.connector, company).findings() == [])
    }

    @Test("a copy that was made in mid-conversation ends that conversation, and the next one goes on")
    func midConversation() throws {
        var desk = try Desk()
        try desk.converse()
        let id = try desk.queue(#"{"CustomerAdd":{"Name":"Amid"}}"#, digits: "a1")
        var copy: SyncDatabase?
        try desk.converse { server, call in
            // The document is out, and its answer is not back.
            if copy == nil, case .receiveResponseXML = call {
                copy = try server.database.copyInMemory(at: server.now)
            }
        }
        #expect(desk.applied(id) == 1)
        let middle = try #require(copy)
        #expect(try middle.readNow { try $0.runningSyncs().count } == 1)
        try desk.server.putBack(middle)
        #expect(try desk.server.database.readNow { try $0.runningSyncs() }.isEmpty)
        try desk.converse()
        #expect(desk.applied(id) == 1)
        #expect(try desk.row(id).state == .succeeded)
    }

    @Test("the mirror ends as the books are, with what was made, changed and deleted since the copy")
    func mirror() throws {
        var desk = try Desk()
        try desk.converse()
        let copy = try desk.server.database.copyInMemory(at: desk.server.now)
        for day in 1...3 {
            let now = desk.server.now
            desk.office.workstation.withCompanyFile(at: Self.path) { file in
                _ = file.live(
                    .busy(Seed(UInt64(day)), families: ["Customer", "Invoice", "Item"]), at: now,
                    seed: Seed(UInt64(day)))
            }
            try desk.converse()
        }
        try desk.server.putBack(copy)
        try desk.converse()
        let company = try #require(desk.office.company)
        #expect(try MirrorComparison(desk.server.database, desk.connector, company).findings() == [])
        let tasks = try desk.server.database.readNow { try $0.tasks(connector: desk.connector.id, limit: 9) }
        #expect(tasks.map(\.state) == [.done], "\(tasks)")
    }
}
