import QBXML
import Sync
import Testing

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
}
