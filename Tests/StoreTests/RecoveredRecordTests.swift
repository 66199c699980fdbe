import QBXML
import Sync
import Testing
import Timetable

@testable import Store

/// QuickBooks may tell of a request that was carried out nothing but the IDs (`ErrorRecovery`).
@Suite struct RecoveredRecordTests {
    private let scene: LinkScene

    init() throws { scene = try LinkScene() }

    private static func pair(_ path: String) -> String {
        ##"""
        [{"CustomerAdd": {"Name": "Smith"}},
         {"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"},
            "Memo": {"$from": "#0", "path": "\##(path)"}, "InvoiceLineAdd": [{"Desc": "A"}]}}]
        """##
    }

    private func recover(_ path: String) throws {
        try scene.queue(Self.pair(path), ids: ["req_1", "req_2"])
        try scene.succeed("req_1", kind: "Customer", record: "80-7", edit: "5", json: "")
    }

    private var memo: String {
        get throws {
            let body = String(decoding: try #require(try scene.queue.first).body, as: UTF8.self)
            return body.split(separator: "Memo>").dropFirst().first.map(String.init) ?? body
        }
    }

    @Test("what takes a value of a record that came back without its fields waits until it is read")
    func read() throws {
        try recover("Notes")
        try scene.scene.apply(
            .want(ticket: Scene.ticket, category: "customers", kind: "Customer", ids: ["80-7"]))
        #expect(try scene.queue.isEmpty)
        try scene.scene.ingest(scene.connector, [Scene.customer("80-7", text: "from the mirror")])
        #expect(try memo == "from the mirror</")
        #expect(try scene.queue.first?.isMissing == nil)
    }

    @Test("it says what is missing, where nobody reads the record")
    func unread() throws {
        try recover("Notes")
        #expect(try scene.queue.first?.isMissing?.contains("req_1") == true)
    }

    @Test("the EditSequence is that which the request made, whatever the mirror has by now")
    func ownVersion() throws {
        try recover("EditSequence")
        try scene.scene.ingest(scene.connector, [Scene.customer("80-7")])
        #expect(try memo == "5</")
    }

    private func breakOff() throws {
        var open = try #require(try scene.scene.ticketFacts()).open.conversation
        open.finish(.unsuccessful(.connectionLost(during: nil)), at: Scene.minutes(2))
        try scene.scene.apply(.save(open))
        try scene.scene.begin(
            scene.connector, ticket: "ticket-0123456789-2", trigger: .requests, at: Scene.minutes(3))
    }

    @Test("where the conversation ends before the record is read, the next one reads it first")
    func brokenOff() throws {
        try recover("Notes")
        try scene.scene.apply(
            .want(ticket: Scene.ticket, category: "customers", kind: "Customer", ids: ["80-7"]))
        try breakOff()
        #expect(try scene.queue.isEmpty, "it waits and does not fail")
        let facts = try #require(try scene.scene.ticketFacts("ticket-0123456789-2"))
        let first = try #require(facts.open.agenda.steps.first)
        #expect(first.purpose == .fetch && first.category == "customers")
        #expect(facts.mirror.wanted == ["80-7"])
        try scene.scene.ingest(
            scene.connector, [Scene.customer("80-7", text: "read later")], ticket: "ticket-0123456789-2")
        #expect(try memo == "read later</")
    }

    @Test("what QuickBooks does not have any more when it is read is missing")
    func goneMeanwhile() throws {
        try recover("Notes")
        try scene.scene.apply(
            .want(ticket: Scene.ticket, category: "customers", kind: "Customer", ids: ["80-7"]))
        try breakOff()
        let settlement = Settlement(
            connector: scene.connector.id, ticket: "ticket-0123456789-2", index: 0, category: "customers",
            since: nil,
            task: nil, at: Scene.minutes(4))
        try scene.scene.apply(.settleWanted(settlement, ids: ["80-7"]))
        #expect(try scene.queue.first?.isMissing?.contains("req_1") == true)
    }

    @Test("what nobody waits for is not read for its sake")
    func unneeded() throws {
        try scene.scene.apply(
            .want(ticket: Scene.ticket, category: "customers", kind: "Customer", ids: ["80-9"]))
        try breakOff()
        let steps = try scene.scene.ticketFacts("ticket-0123456789-2")?.open.agenda.steps ?? []
        #expect(!steps.contains { $0.purpose == .fetch })
    }
}
