import FoundationEssentials
import QBXML
import Simulator
import Store
import Sync
import Testing

@testable import Offices

/// Requests with a name, an answer or a kind of their own, from the queue into the books.
@Suite("What comes of a request")
struct WrittenRecordTests {
    /// A company whose records were read, and in which nothing happens but what a test lets happen.
    private static func life() throws -> WriteLife {
        var life = try WriteLife(seed: 1)
        try converse(&life)
        try #require(life.findings.isEmpty, "\(life.findings)")
        return life
    }

    private static func converse(_ life: inout WriteLife, _ faults: [any SimulatedFault] = []) throws {
        life.server.now = life.server.now.addingTimeInterval(1900)
        try life.server.tick()
        try life.converse(faults: [CompanySwitched(path: life.path)] + faults, isCalm: true)
    }

    private static let robot = Author(name: "robot")

    /// By itself, as a call of its own.
    private static func queue(_ life: inout WriteLife, _ json: String) throws {
        let id = "req_" + String(repeating: String(life.queued.count), count: 32)
        let checked = Checker.check(try Draft(reading: Array(json.utf8)))
        try #require(checked.isAcceptable, "\(checked.findings.map(\.sentence))")
        var subject = checked.subject(of: 0)
        let guid = checked.externalGUIDVersion(0, subject).map { _ in Write.externalGUID(of: id) }
        subject.externalGUID = guid
        let request = QueuedRequest(
            id: id, title: checked.requests[0].message.title,
            body: checked.request(0, externalGUID: guid), subject: subject, needs: checked.neededVersion)
        let order = QueueOrder(requests: [request], digest: json)
        let (connector, now) = (life.connector, life.server.now)
        _ = try life.server.database.transactNow {
            try $0.queue(order, connector: connector, by: robot, at: now)
        }
        life.queued.append(id)
    }

    private static func row(_ life: WriteLife, _ place: Int) throws -> RequestRow {
        let id = life.queued[place]
        return try #require(try life.server.database.readNow { try $0.requestRow(id: id) })
    }

    private static func customer(_ life: WriteLife) throws -> String {
        try #require(life.books?.records("Customer").first?.id)
    }

    @Test("two callers may call what they make the same: both are carried out")
    func sameMacro() async throws {
        let states = try await aside {
            var life = try Self.life()
            let customer = try Self.customer(life)
            for number in 1...2 {
                try Self.queue(
                    &life,
                    #"""
                    {"InvoiceAdd":{"@defMacro":"TxnID:inv","CustomerRef":{"ListID":"\#(customer)"},
                     "RefNumber":"M\#(number)","InvoiceLineAdd":[{"Desc":"A"}]}}
                    """#)
            }
            try Self.converse(&life)
            return try (0..<2).map { try Self.row(life, $0) }.map { "\($0.state) \($0.sentence ?? "")" }
        }
        #expect(states == ["succeeded Applied.", "succeeded Applied."])
    }

    @Test("a change whose sender wants two values back leaves the record whole in the mirror")
    func wholeRecord() async throws {
        let json = try await aside {
            var life = try Self.life()
            let customer = try Self.customer(life)
            try Self.queue(
                &life,
                #"""
                {"InvoiceAdd":{"CustomerRef":{"ListID":"\#(customer)"},"RefNumber":"W1",
                 "InvoiceLineAdd":[{"Desc":"A line"}]}}
                """#)
            try Self.converse(&life)
            let made = try Self.row(life, 0)
            let id = try #require(made.recordID)
            let edit = try #require(made.editSequence)
            try Self.queue(
                &life,
                #"""
                {"InvoiceModRq":{"InvoiceMod":{"TxnID":"\#(id)","EditSequence":"\#(edit)","Memo":"changed"},
                 "IncludeRetElement":["TxnID","EditSequence"]}}
                """#)
            try Self.converse(&life)
            let changed = try Self.row(life, 1)
            try #require(changed.state == .succeeded, "\(changed.sentence ?? "")")
            let connector = life.connector.id
            let record = try life.server.database.readNow {
                try $0.record(connector: connector, kind: "Invoice", id: id)
            }
            return String(decoding: try #require(record).json, as: UTF8.self)
        }
        #expect(json.contains(#""Memo":"changed""#) && json.contains("A line"), "\(json)")
    }

    @Test(
        "a special item whose answer was lost is found, whichever kind QuickBooks makes of it",
        arguments: [
            ("FinanceCharge", "ItemOtherCharge"), ("ReimbursableExpenseGroup", "ItemGroup"),
            ("ReimbursableExpenseSubtotal", "ItemSubtotal"),
        ])
    func special(type: String, kind: String) async throws {
        let (lost, found, made) = try await aside {
            var life = try Self.life()
            try Self.queue(&life, #"{"SpecialItemAdd":{"SpecialItemType":"\#(type)"}}"#)
            // Carried out, and not kept: QuickBooks knows nothing of the set afterwards.
            let crashes = (1...3).map { QuickBooksInterrupted(.crashBeforeStoring, exchange: $0) }
            for crash in crashes where try Self.row(life, 0).state == .queued {
                try Self.converse(&life, [crash])
            }
            let lost = try Self.row(life, 0).state
            try Self.converse(&life)
            try Self.converse(&life)
            let made = life.books?.records("Item").filter { $0.kind == kind && $0["SpecialItemType"] == type }
            return (lost, try Self.row(life, 0), made?.count ?? 0)
        }
        #expect(lost == .sent, "the answer was lost")
        #expect(found.state == .succeeded && found.kind == kind && made == 1, "\(found)")
    }

    @Test("books that a restricted user does not see show nothing: what was added goes out no second time")
    func hidden() async throws {
        let (row, made) = try await aside {
            var life = try Self.life()
            let customer = try Self.customer(life)
            try Self.queue(
                &life,
                #"""
                {"InvoiceAdd":{"CustomerRef":{"ListID":"\#(customer)"},"RefNumber":"H1",
                 "InvoiceLineAdd":[{"Desc":"A"}]}}
                """#)
            let path = life.path
            for exchange in 1...3 where try Self.row(life, 0).state == .queued {
                try Self.converse(&life, [QuickBooksInterrupted(.crashBeforeStoring, exchange: exchange)])
            }
            try #require(try Self.row(life, 0).state == .sent, "the answer was lost")
            life.workstation.withCompanyFile(at: path) { $0.restrictions["Invoice"] = .hidden }
            try Self.converse(&life)
            try Self.converse(&life)
            life.workstation.withCompanyFile(at: path) { $0.restrictions = [:] }
            let made = life.books?.records("Invoice").filter { $0["RefNumber"] == "H1" }
            return (try Self.row(life, 0), made?.count ?? 0)
        }
        #expect(made == 1)
        #expect(row.state == .unknown)
        #expect(row.sentence?.contains("restricted") == true, "\(row.sentence ?? "")")
    }
}
