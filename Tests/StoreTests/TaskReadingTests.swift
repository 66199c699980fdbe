import Foundation
import QBXML
import Sync
import Testing

@testable import Store

@Suite("Tasks in the store")
struct TaskReadingTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
    }

    private func ask(_ kind: MirrorTask.Kind) throws -> Int64 {
        try scene.database.transactNow {
            try $0.ask(kind, connector: connector, by: Scene.author, at: Scene.noon)
        }
    }

    private func row(_ number: Int64) throws -> TaskRow? {
        try scene.database.readNow { try $0.taskRow(number, connector: connector.id) }
    }

    /// A conversation at work on these steps.
    private func begin(_ steps: [Step]) throws {
        let open = OpenConversation(
            conversation: Scene.conversation(connector), agenda: Agenda(steps: steps))
        try scene.apply(.begin(open))
    }

    private func facts() throws -> MirrorFacts {
        try #require(
            try scene.database.readNow {
                try $0.ticketFacts(ticket: Scene.ticket, withNeighbours: false, now: Scene.noon, freshID: "")
            }
        ).mirror
    }

    @Test("every kind of task comes back as it was asked for")
    func kinds() throws {
        let kinds: [MirrorTask.Kind] = [
            .verify(["customers"]), .verify([]), .coverage,
            .dated([ImportSlice(category: "bills", from: "2026-01-01", to: "2026-01-31")]),
            .balanceReport([ClaimedBalance(customer: "Elm", balance: "1.0")]),
            .report(document: Array("<X/>".utf8), name: "X"),
        ]
        for kind in kinds {
            let number = try ask(kind)
            let task = try row(number)?.task
            #expect(task?.number == number && task?.kind == kind)
        }
        let listed = try scene.database.readNow { try $0.tasks(connector: connector.id, limit: 10) }
        #expect(listed.map(\.task.kind) == kinds.reversed())
        #expect(try scene.database.readNow { try $0.taskRow(1, connector: 99) } == nil)
    }

    @Test("a call knows which tasks were stopped and the reports to come, whichever step is at work")
    func knownToCalls() throws {
        let compare = try ask(.verify(["customers"]))
        let report = try ask(.report(document: Array("<X/>".utf8), name: "X"))
        try begin([
            Step(.compare, category: "customers", task: compare), Step(.report, of: [], task: report),
        ])
        #expect(try facts().reports == [report: Array("<X/>".utf8)])
        #expect(try facts().stopped.isEmpty)
        let stopped = try scene.database.transactNow {
            try $0.stopTask(compare, connector: connector, by: Scene.author, at: Scene.noon)
        }
        #expect(stopped)
        #expect(try facts().stopped == [compare])
    }

    @Test("progress comes from the steps of the conversation that is at work")
    func progress() throws {
        let slices = ["2026-01", "2026-02"].map {
            ImportSlice(category: "invoices", from: "\($0)-01", to: "\($0)-28")
        }
        let number = try ask(.dated(slices))
        var running = Step(.dated, category: "invoices", task: number)
        (running.state, running.received, running.remaining) = (.running, 40, 60)
        var done = Step(.dated, category: "invoices", task: number)
        (done.state, done.received) = (.done, 7)
        try begin([done, running])
        try scene.apply(
            .beginTask(number, steps: 2, at: Scene.noon), .progressTask(number, done: 1, steps: 2))
        let row = try #require(try row(number))
        #expect(row.state == .running && row.done == 1 && row.steps == 2)
        #expect(row.received == 47 && row.remaining == 60 && row.category == "invoices")
        try scene.apply(.sliceDone(number, slices[0]), .endTask(number, .done, at: Scene.noon))
        #expect(try self.row(number)?.sentence == "47 transactions were read.")
        #expect(try self.row(number)?.task.kind == .dated([slices[1]]))
        #expect(try self.row(number)?.task.span == ImportSpan(slices), "what was asked for stays")
    }

    @Test("a comparison says how many records differed")
    func differences() throws {
        let number = try ask(.verify([]))
        try scene.database.transactNow { transaction in
            for id in ["3", "1", "2"] {
                try transaction.find(
                    Difference(
                        task: number, kind: "Invoice", id: id, name: nil, finding: .different, editHere: "1",
                        editThere: "2"))
            }
        }
        let page = try scene.database.readNow {
            try $0.differences(task: number, after: ("Invoice", "1"), limit: 5)
        }
        #expect(page.map(\.id) == ["2", "3"])
        try scene.apply(.endTask(number, .done, at: Scene.noon))
        #expect(try row(number)?.sentence == "3 records differed; they are as QuickBooks has them now.")
        #expect(try row(number)?.differences == 3)
        let other = try ask(.verify([]))
        try scene.apply(.endTask(other, .done, at: Scene.noon))
        #expect(try row(other)?.sentence == "No record differed: the mirror is as QuickBooks is.")
    }

    @Test("SA-7: a balance report is kept with all customers, active and not, that are not deleted")
    func balances() throws {
        let number = try ask(.balanceReport([ClaimedBalance(customer: "elm", balance: "12")]))
        for (id, name, isActive, balance) in [("1", "Elm", true, "10.00"), ("2", "Ash", false, "1.00")] {
            try scene.database.transactNow {
                try $0.execute(
                    """
                    INSERT INTO record (connector_id, kind, id, name, is_active, first_seen_at, changed_at,
                        digest, json)
                    VALUES (?1, 'Customer', ?2, ?3, ?4, ?5, ?5, 0, json_object('Balance', ?6))
                    """, connector.id, id, name, isActive, Scene.noon, balance)
            }
        }
        try scene.apply(.endTask(number, .done, at: Scene.noon))
        let report = try #require(try scene.database.readNow { try $0.balanceReport(number) })
        #expect(report.lines.map(\.customer) == ["Ash", "Elm"])
        #expect(report.lines.map(\.verdict) == [.unclaimed, .differs])
        #expect(report.lines[1].difference == "2")
        #expect(try row(number)?.differences == 1)
        #expect(try row(number)?.sentence == "1 balance was compared, 1 of them do not agree.")
    }
}
