import QBXML
import Sync
import Testing

@testable import Store

/// A change of a record that an earlier request has made.
@Suite struct TakenRecordTests {
    private let scene: LinkScene

    init() throws { scene = try LinkScene() }

    private static let pair = ##"""
        [{"CustomerAdd": {"Name": "Smith"}},
         {"CustomerMod": {"ListID": {"$from": "#0", "path": "ListID"},
            "EditSequence": {"$from": "#0", "path": "EditSequence"}, "Phone": "555"}}]
        """##
    private static let made = #"{"ListID":"80-7","EditSequence":"1","FullName":"Smith"}"#

    private func change() throws -> String {
        try scene.scene.select(
            "SELECT kind, record_id, edit_sequence, before ->> '$.FullName' FROM request WHERE id = 'req_2'"
        ).joined()
    }

    @Test("what was sent says which record it changes, of which version, and what that was")
    func sent() throws {
        try scene.queue(Self.pair, ids: ["req_1", "req_2"])
        try scene.succeed("req_1", kind: "Customer", record: "80-7", json: Self.made)
        try scene.scene.ingest(scene.connector, [Scene.customer("80-7")])
        try scene.end("req_2", .stale)
        #expect(try change() == "Customer|80-7|1|Smith")
        let waiting = try scene.scene.select("SELECT is_stale, state FROM request WHERE id = 'req_2'")
        #expect(waiting == ["1|queued"])
    }

    @Test("where the mirror has a later version, what came back to the earlier request is the one before")
    func laterInTheMirror() throws {
        try scene.queue(Self.pair, ids: ["req_1", "req_2"])
        try scene.succeed("req_1", kind: "Customer", record: "80-7", json: Self.made)
        var later = Scene.customer("80-7", name: "Smythe")
        later.editSequence = "2"
        try scene.scene.ingest(scene.connector, [later])
        try scene.end("req_2", .stale)
        #expect(try change() == "Customer|80-7|1|Smith")
    }
}
