import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable

@testable import Store

@Suite struct IngestTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func counts() throws -> IngestCounts? {
        try scene.database.readNow { try $0.history(connector: connector.id, limit: 1) }.first?.counts.first?
            .counts
    }

    private func activity() throws -> [String] {
        try scene.select("SELECT operation, kind, record_id, name FROM activity ORDER BY number")
    }

    @Test("a new record is added with all that is known of it")
    func adding() throws {
        try scene.ingest(connector, [Scene.customer("80-1")], at: Scene.minutes(1))
        #expect(
            try scene.select(
                """
                SELECT connector, kind, id, name, is_active, edit_sequence, time_created, time_modified,
                    first_seen_at, changed_at, json ->> '$.FullName' FROM mirror
                """) == [
                    "acme|Customer|80-1|Smith|1|1|2026-01-02T03:04:05-06:00|2026-01-02T03:04:05-06:00|"
                        + "2026-09-21T14:14:20.000Z|2026-09-21T14:14:20.000Z|Smith"
                ])
        #expect(try counts() == IngestCounts(added: 1))
        #expect(try activity() == ["added|Customer|80-1|Smith"])
    }

    @Test(
        "the activity tells of many new records in their order, each as it came, between those that were here"
    )
    func manyAdded() throws {
        func record(_ number: Int, edit: String = "1") -> Record {
            var record = Scene.customer("80-\(number)", name: "N\(number)", text: edit)
            record.editSequence = edit
            return record
        }
        try scene.ingest(connector, [record(300)])
        // One of them comes twice in one page, and one was here before.
        let page = (1...700).map { record($0) } + [record(700, edit: "2"), record(701)]
        try scene.ingest(connector, page.map { $0.id == "80-300" ? record(300, edit: "3") : $0 })
        let told = try scene.select(
            "SELECT operation, record_id, name, edit_after FROM activity ORDER BY number")
        let expected =
            ["added|80-300|N300|1"]
            + (1...700).map { $0 == 300 ? "updated|80-300|N300|3" : "added|80-\($0)|N\($0)|1" }
            + ["updated|80-700|N700|2", "added|80-701|N701|1"]
        #expect(told == expected)
        #expect(try counts() == IngestCounts(added: 701, updated: 2))
    }

    @Test("a row whose EditSequence alone is wrong is written anew, so that a comparison repairs it")
    func tampered() throws {
        try scene.ingest(connector, [Scene.customer("80-1")])
        try scene.database.transactNow { try $0.execute("UPDATE record SET edit_sequence = '9'") }
        try scene.ingest(connector, [Scene.customer("80-1")], at: Scene.minutes(1))
        #expect(try scene.select("SELECT edit_sequence FROM record") == ["1"])
        #expect(try activity().last == "updated|Customer|80-1|Smith")
    }

    @Test("a record that came before as it is now is neither added nor updated (CB-6)")
    func unchanged() throws {
        try scene.ingest(connector, [Scene.customer("80-1")])
        try scene.ingest(connector, [Scene.customer("80-1")], at: Scene.minutes(1))
        #expect(try counts() == IngestCounts(added: 1, unchanged: 1))
        #expect(try activity().count == 1)
        #expect(try scene.select("SELECT changed_at FROM record") == ["2026-09-21T14:13:20.000Z"])
    }

    @Test("a record whose content differs is updated, even under the same edit sequence (SA-9)")
    func updated() throws {
        try scene.ingest(connector, [Scene.customer("80-1")])
        try scene.ingest(connector, [Scene.customer("80-1", name: "Jones", text: "b")], at: Scene.minutes(1))
        #expect(try counts() == IngestCounts(added: 1, updated: 1))
        #expect(try activity() == ["added|Customer|80-1|Smith", "updated|Customer|80-1|Jones"])
        #expect(
            try scene.select("SELECT name, json ->> '$.Notes', first_seen_at, changed_at FROM record") == [
                "Jones|b|2026-09-21T14:13:20.000Z|2026-09-21T14:14:20.000Z"
            ])
    }

    @Test("a record that comes twice in one page is added once")
    func twice() throws {
        try scene.ingest(connector, [Scene.customer("80-1"), Scene.customer("80-1")])
        #expect(try counts() == IngestCounts(added: 1, unchanged: 1))
    }

    @Test("the same ID of another kind, or in another company, is another record (rule 3)")
    func keys() throws {
        let bravo = try scene.connector("bravo")
        try scene.begin(bravo, ticket: "ticket-fedcba9876543210")
        var vendor = Scene.customer("80-1")
        vendor.kind = "Vendor"
        try scene.ingest(connector, [Scene.customer("80-1"), vendor])
        try scene.ingest(bravo, [Scene.customer("80-1")], ticket: "ticket-fedcba9876543210")
        #expect(
            try scene.select("SELECT connector, kind FROM mirror ORDER BY connector, kind") == [
                "acme|Customer", "acme|Vendor", "bravo|Customer",
            ])
    }

    @Test("text beyond ASCII, emptiness and absence are kept as they are")
    func texts() throws {
        let odd = Record(
            kind: "Customer", id: "80-1", name: "Zoë \u{1F600}", json: Array(#"{"Name":"Zoë"}"#.utf8))
        let bare = Record(kind: "Customer", id: "80-2", name: "", json: Array("{}".utf8))
        try scene.ingest(connector, [odd, bare])
        #expect(
            try scene.select(
                "SELECT name, edit_sequence, is_active, json ->> '$.Name' FROM record ORDER BY id") == [
                    "Zoë \u{1F600}|NULL|NULL|Zoë", "|NULL|NULL|NULL",
                ])
    }

    @Test("a record that cannot be stored becomes a message, and blocks no other (SA-10)")
    func faults() throws {
        let fault = RecordFault(kind: "Customer", id: "80-9", name: "Bad", reason: "Its JSON is broken.")
        try scene.ingest(connector, [Scene.customer("80-1"), Scene.customer("")], faults: [fault])
        #expect(try counts() == IngestCounts(added: 1, failed: 2))
        let messages = try scene.database.readNow { try $0.messages(connector: connector.id) }
        #expect(messages.map(\.id) == ["80-9", nil])
        #expect(messages.map(\.name) == ["Bad", "Smith"])
        #expect(messages.first?.sentence == "Its JSON is broken.")
    }

    @Test("a message keeps its beginning while it comes again, and clears itself when the item lands")
    func clearing() throws {
        let first = RecordFault(kind: "Customer", id: "80-1", reason: "No name.")
        let again = RecordFault(kind: "Customer", id: "80-1", reason: "Still no name.")
        try scene.ingest(connector, [], faults: [first])
        try scene.ingest(connector, [], faults: [again], at: Scene.minutes(1))
        let standing = try scene.database.readNow { try $0.messages(connector: connector.id) }
        #expect(standing.map(\.since) == [Scene.noon])
        #expect(standing.map(\.lastSeenAt) == [Scene.minutes(1)])
        #expect(standing.map(\.sentence) == ["Still no name."])
        #expect(try scene.database.readNow { try $0.connectorFacts().first?.messageCount } == 1)
        try scene.ingest(connector, [Scene.customer("80-2")], at: Scene.minutes(2))
        #expect(try scene.database.readNow { try $0.messages(connector: connector.id) }.count == 1)
        try scene.ingest(connector, [Scene.customer("80-1")], at: Scene.minutes(3))
        #expect(try scene.database.readNow { try $0.messages(connector: connector.id) }.isEmpty)
    }

    @Test("a message about an item without an ID clears when an item of its name lands")
    func clearingByName() throws {
        try scene.ingest(
            connector, [], faults: [RecordFault(kind: "Customer", name: "Smith", reason: "No ListID.")])
        try scene.ingest(connector, [Scene.customer("80-1", name: "Smith")])
        #expect(try scene.database.readNow { try $0.messages(connector: connector.id) }.isEmpty)
    }

    @Test("a message about an item with neither clears when a later sync completes the category without it")
    func clearingNameless() throws {
        let nameless = RecordFault(kind: "Customer", reason: "No ListID.")
        let watermark = Change.moveWatermark(
            connector: connector.id, category: "customers", Watermark(highWater: nil), at: Scene.minutes(3))
        try scene.ingest(connector, [], faults: [nameless], at: Scene.minutes(1))
        try scene.apply(watermark)
        #expect(try scene.database.readNow { try $0.messages(connector: connector.id) }.count == 1)
        var conversation = Scene.conversation(connector)
        conversation.finish(.errors(categories: ["customers"]), at: Scene.minutes(4))
        try scene.apply(.save(conversation))
        try scene.begin(connector, ticket: "ticket-fedcba9876543210", at: Scene.minutes(120))
        try scene.apply(watermark)
        #expect(try scene.database.readNow { try $0.messages(connector: connector.id) }.isEmpty)
    }

    @Test("a category's trouble is one message, replaced by the next and cleared by success")
    func categoryMessages() throws {
        func tell(_ sentence: String?, _ minute: Double) throws {
            try scene.apply(
                .categoryMessage(
                    connector: connector.id, category: "employees", sentence: sentence,
                    at: Scene.minutes(minute)))
        }
        try tell("No permission.", 1)
        try tell("Still no permission.", 2)
        let messages = try scene.database.readNow { try $0.messages(connector: connector.id) }
        #expect(
            messages == [
                MessageRow(
                    category: "employees", kind: nil, id: nil, name: nil, sentence: "Still no permission.",
                    since: Scene.minutes(1), lastSeenAt: Scene.minutes(2))
            ])
        try tell(nil, 3)
        #expect(try scene.database.readNow { try $0.messages(connector: connector.id) }.isEmpty)
    }

    @Test("a page whose transaction fails leaves no record, no activity and no count behind")
    func rollback() throws {
        struct Failed: Error {}
        #expect(throws: Failed.self) {
            try scene.database.transactNow { transaction in
                let page = Page(
                    connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers",
                    at: Scene.noon)
                try transaction.apply([.ingest(page)], records: Scene.answer([Scene.customer("80-1")]))
                throw Failed()
            }
        }
        #expect(try scene.select("SELECT count(*) FROM record") == ["0"])
        #expect(try activity().isEmpty)
        #expect(try counts() == IngestCounts())
    }

    @Test("6,000 records of one page are stored, and read again unchanged")
    func manyRecords() throws {
        let records = (0..<6000).map { Scene.customer("80-\($0)", text: String(repeating: "x", count: 1400)) }
        try scene.ingest(connector, records)
        try scene.ingest(connector, records)
        #expect(try counts() == IngestCounts(added: 6000, unchanged: 6000))
        #expect(try scene.select("SELECT count(*), count(json ->> '$.ListID') FROM mirror") == ["6000|6000"])
    }
}
