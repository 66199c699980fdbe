import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// What is gone, what is wanting, and what changes without a new EditSequence.
@Suite struct DeletionTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func deleted(_ id: String, type: String = "Customer") -> Record {
        Record(
            kind: "ListDeleted", id: id,
            json: Array(
                #"{"ListDelType":"\#(type)","ListID":"\#(id)","TimeDeleted":"2026-09-21T09:00:00-06:00"}"#
                    .utf8))
    }

    private func live() throws -> [String] {
        try scene.select("SELECT id FROM record WHERE deleted_at IS NULL ORDER BY id")
    }

    private func settlement(
        _ since: String? = nil, hasFaults: Bool = false, task: Int64? = nil
    ) -> Settlement {
        Settlement(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", since: since,
            hasFaults: hasFaults, task: task, at: Scene.minutes(5))
    }

    @Test("a record that QuickBooks lists as deleted is marked, with when and how it is known (CB-15)")
    func listed() throws {
        try scene.ingest(connector, [Scene.customer("80-1"), Scene.customer("80-2")])
        try scene.ingest(
            connector, [deleted("80-1"), deleted("80-9")], at: Scene.minutes(1), use: .deletions)
        try scene.ingest(connector, [deleted("80-1")], at: Scene.minutes(2), use: .deletions)
        #expect(try live() == ["80-2"])
        #expect(
            try scene.select("SELECT deletion, time_deleted, deleted_at FROM record WHERE id = '80-1'") == [
                "listed|2026-09-21T09:00:00-06:00|2026-09-21T14:14:20.000Z"
            ])
        #expect(
            try scene.select(
                "SELECT operation, record_id, edit_before, edit_after FROM activity ORDER BY number") == [
                    "added|80-1|NULL|1", "added|80-2|NULL|1", "deleted|80-1|1|NULL",
                ])
    }

    @Test("the same ID of another kind is not deleted with it")
    func otherKind() throws {
        try scene.ingest(connector, [Scene.customer("80-1")])
        try scene.ingest(connector, [deleted("80-1", type: "Vendor")], use: .deletions)
        #expect(try live() == ["80-1"])
    }

    @Test("a record that comes back is restored, even with the content that it had")
    func restored() throws {
        try scene.ingest(connector, [Scene.customer("80-1")])
        try scene.ingest(connector, [deleted("80-1")], use: .deletions)
        try scene.ingest(connector, [Scene.customer("80-1")], at: Scene.minutes(2))
        #expect(try live() == ["80-1"])
        #expect(try scene.select("SELECT operation FROM activity ORDER BY number").last == "restored")
    }

    @Test("a comparison finds what is gone, what is missing here, and what differs")
    func comparison() throws {
        try scene.ingest(connector, ["80-1", "80-2", "80-3"].map { Scene.customer($0) })
        var changed = Scene.customer("80-2")
        changed.editSequence = "2"
        try scene.ingest(
            connector, [Scene.customer("80-1"), changed, Scene.customer("80-4")], at: Scene.minutes(1),
            use: .compare)
        try scene.apply(.settle(settlement()))
        #expect(try live() == ["80-1", "80-2"])
        #expect(try scene.select("SELECT deletion FROM record WHERE id = '80-3'") == ["missing"])
        #expect(try scene.select("SELECT id FROM wanted ORDER BY id") == ["80-2", "80-4"])
        #expect(try scene.select("SELECT count(*) FROM sighting") == ["0"])
        // One of the two comes, the other is gone in the meantime.
        try scene.ingest(connector, [Scene.customer("80-4")], at: Scene.minutes(2))
        try scene.apply(.settleWanted(settlement(), ids: ["80-2", "80-4"]))
        #expect(try live() == ["80-1", "80-4"])
        #expect(try scene.select("SELECT count(*) FROM wanted") == ["0"])
    }

    @Test("where something came that could not be read, nothing is called gone, since it may be just that")
    func unreadable() throws {
        try scene.ingest(connector, ["80-1", "80-2"].map { Scene.customer($0) })
        try scene.ingest(
            connector, [Scene.customer("80-1"), Scene.customer("80-4")], at: Scene.minutes(1), use: .compare)
        try scene.apply(.settle(settlement(hasFaults: true)))
        #expect(try live() == ["80-1", "80-2"])
        #expect(try scene.select("SELECT count(*) FROM sighting") == ["0"])
        #expect(try scene.select("SELECT id FROM wanted") == ["80-4"])
        let nameless = RecordFault(kind: "Customer", reason: "No ListID.")
        try scene.ingest(connector, [], faults: [nameless], at: Scene.minutes(2))
        try scene.apply(.settleWanted(settlement(hasFaults: true), ids: ["80-2", "80-4"]))
        #expect(try live() == ["80-1", "80-2"])
        #expect(try scene.select("SELECT count(*) FROM wanted") == ["0"])
    }

    @Test("what was modified before the day from which a category is mirrored is not called gone")
    func fromDate() throws {
        try scene.ingest(connector, [Scene.customer("80-1")])
        try scene.apply(.settle(settlement("2026-06-01T00:00:00")))
        #expect(try live() == ["80-1"])
        try scene.apply(.settle(settlement("2026-01-01T00:00:00")))
        #expect(try live().isEmpty)
    }

    @Test("verify reports exactly what differed")
    func report() throws {
        let task = try scene.database.transactNow {
            try $0.ask(.verify(["customers"]), connector: connector.id, by: "kim", at: Scene.noon)
        }
        try scene.apply(
            .saveStep(ticket: Scene.ticket, index: 0, Step(.compare, category: "customers", task: task)),
            .addStep(ticket: Scene.ticket, index: 2, Step(.compare, category: "customers", task: task)))
        try scene.ingest(connector, ["80-1", "80-3"].map { Scene.customer($0) })
        var changed = Scene.customer("80-1")
        changed.editSequence = "2"
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 2, category: "customers", use: .compare,
            at: Scene.minutes(1))
        try scene.database.transactNow {
            try $0.apply([.ingest(page)], records: Scene.answer([changed, Scene.customer("80-4")]))
        }
        var end = settlement(task: task)
        end.index = 2
        try scene.apply(.settle(end), .endTask(task, .done, at: Scene.minutes(2)))
        #expect(
            try scene.select("SELECT finding, id, edit_here, edit_there FROM task_finding ORDER BY id") == [
                "different|80-1|1|2", "gone there|80-3|1|NULL", "missing here|80-4|NULL|1",
            ])
        #expect(
            try scene.select("SELECT state, sentence FROM task") == [
                "done|3 records differed; they are as QuickBooks has them now."
            ])
    }

    @Test("what QuickBooks deleted since the last sync without a list of it is told, and is no difference")
    func deletedSince() throws {
        let task = try scene.database.transactNow {
            try $0.ask(.verify(["transfers"]), connector: connector.id, by: "kim", at: Scene.noon)
        }
        var transfer = Scene.customer("A-1")
        transfer.kind = "Transfer"
        try scene.ingest(connector, [transfer])
        try scene.apply(
            .moveWatermark(
                connector: connector.id, category: "transfers", Watermark(highWater: nil), at: Scene.noon),
            .reconcile(
                connector: connector.id, category: "transfers", expected: 1, doubt: nil, at: Scene.noon))
        var end = settlement(task: task)
        end.category = "transfers"
        try scene.apply(.settle(end), .endTask(task, .done, at: Scene.minutes(5)))
        #expect(try scene.select("SELECT finding, id FROM task_finding") == ["deleted since|A-1"])
        let row = try scene.database.readNow { try $0.taskRow(task, connector: connector.id) }
        #expect(row?.differences == 0)
        #expect(
            row?.sentence
                == "No record differed: the mirror is as QuickBooks is. 1 was deleted in QuickBooks "
                + "since the last sync.")
    }

    @Test("coverage knows since when it has its answer, and what it was before")
    func coverage() throws {
        func cover(_ answer: Coverage.Answer, _ minute: Double) throws -> CoverageRow? {
            try scene.apply(
                .cover(
                    connector: connector.id, category: "employees", Coverage(answer: answer),
                    at: Scene.minutes(minute)))
            return try scene.database.readNow { try $0.coverageRows(connector: connector.id) }["employees"]
        }
        let first = try cover(.readable, 0)
        #expect(first?.since == Scene.noon && first?.previous == nil && first?.previousSince == nil)
        let same = try cover(.readable, 1)
        #expect(same?.since == Scene.noon && same?.previous == nil && same?.probedAt == Scene.minutes(1))
        let other = try cover(.withheld, 2)
        #expect(other?.since == Scene.minutes(2))
        #expect(other?.previous == "readable" && other?.previousSince == Scene.noon)
        let again = try cover(.withheld, 3)
        #expect(again?.since == Scene.minutes(2) && again?.previous == "readable")
    }

    @Test("balances are refreshed without a new EditSequence, and only what changed is told (SA-7)")
    func balances() throws {
        func customer(_ balance: String, edit: String = "1") -> Record {
            Record(
                kind: "Customer", id: "80-1", name: "Smith", editSequence: edit,
                json: Array(#"{"ListID":"80-1","EditSequence":"\#(edit)","Balance":"\#(balance)"}"#.utf8))
        }
        try scene.ingest(connector, [customer("1.00")])
        try scene.ingest(connector, [customer("1.00", edit: "2")], at: Scene.minutes(1), use: .balances)
        #expect(try scene.select("SELECT count(*) FROM activity") == ["1"])
        try scene.ingest(connector, [customer("2.50", edit: "2")], at: Scene.minutes(2), use: .balances)
        #expect(
            try scene.select("SELECT json ->> '$.Balance', json ->> '$.EditSequence' FROM record") == [
                "2.50|1"
            ])
        #expect(try scene.select("SELECT operation, edit_after FROM activity").last == "updated|1")
        // The digest moved along: the same content read again is no news.
        try scene.ingest(connector, [customer("2.50")], at: Scene.minutes(3))
        #expect(try scene.select("SELECT count(*) FROM activity") == ["2"])
    }

    @Test("earlier versions are kept for a connector that wants them")
    func versions() throws {
        try scene.ingest(connector, [Scene.customer("80-1", text: "a")])
        try scene.ingest(connector, [Scene.customer("80-1", text: "b")], at: Scene.minutes(1))
        #expect(try scene.select("SELECT count(*) FROM record_version") == ["0"])
        try scene.database.transactNow { try $0.execute("UPDATE connector SET history = 'forever'") }
        try scene.ingest(connector, [Scene.customer("80-1", text: "c")], at: Scene.minutes(2))
        #expect(
            try scene.select("SELECT json ->> '$.Notes', changed_at, valid_until FROM record_version") == [
                "b|2026-09-21T14:14:20.000Z|2026-09-21T14:15:20.000Z"
            ])
    }

    @Test("a category that could not be read the last time is not called complete while its message stands")
    func refused() throws {
        func doubt() throws -> String? {
            try scene.database.readNow { try $0.freshness(connector: connector.id) }["customers"]?.doubt
        }
        try scene.apply(
            .moveWatermark(
                connector: connector.id, category: "customers", Watermark(highWater: nil), at: Scene.noon))
        #expect(try doubt() == nil)
        try scene.apply(
            .categoryMessage(
                connector: connector.id, category: "customers", sentence: "No permission.", at: Scene.noon))
        #expect(try doubt() == "No permission.")
        try scene.apply(
            .categoryMessage(connector: connector.id, category: "customers", sentence: nil, at: Scene.noon))
        #expect(try doubt() == nil)
    }

    @Test("a doubt takes a category's completeness away, and its end gives it back")
    func doubt() throws {
        try scene.apply(
            .moveWatermark(
                connector: connector.id, category: "customers", Watermark(highWater: nil), at: Scene.noon),
            .reconcile(
                connector: connector.id, category: "customers", expected: 3, doubt: "why",
                at: Scene.minutes(1)))
        #expect(try scene.facts("acme")?.watermarks["customers"]?.doubt == "why")
        try scene.apply(
            .reconcile(
                connector: connector.id, category: "customers", expected: 3, doubt: nil, at: Scene.minutes(2))
        )
        #expect(
            try scene.select("SELECT doubt, expected, reconciled_at FROM watermark") == [
                "NULL|3|2026-09-21T14:15:20.000Z"
            ])
    }
}
