import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// QuickBooks renames an entry in all records that refer to it without touching them, so the mirror follows.
@Suite struct NameTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func customer(_ id: String, _ name: String, under parent: (id: String, name: String)? = nil)
        -> Record
    {
        let reference = parent.map { #""ParentRef":{"ListID":"\#($0.id)","FullName":"\#($0.name)"},"# } ?? ""
        var record = Scene.customer(id, name: name)
        record.json = Array(#"{"ListID":"\#(id)",\#(reference)"FullName":"\#(name)"}"#.utf8)
        return record
    }

    private func invoice(_ id: String, of customer: String, _ name: String) -> Record {
        Record(
            kind: "Invoice", id: id, editSequence: "1",
            json: Array(
                #"{"TxnID":"\#(id)","CustomerRef":{"ListID":"\#(customer)","FullName":"\#(name)"}}"#.utf8))
    }

    private func names() throws -> [String] {
        try scene.select(
            "SELECT id, json ->> '$.CustomerRef.FullName' FROM record WHERE kind = 'Invoice' ORDER BY id")
    }

    @Test("a new name stands in every record that refers to the entry, and in what lies under it (SA-9)")
    func renamed() throws {
        try scene.ingest(
            connector,
            [
                customer("80-1", "Smith"), customer("80-2", "Smith:Kitchen", under: ("80-1", "Smith")),
                invoice("A-1", of: "80-1", "Smith"), invoice("A-2", of: "80-2", "Smith:Kitchen"),
                invoice("A-3", of: "80-3", "Smith"),
            ])
        try scene.ingest(connector, [customer("80-1", "Smith & Sons")], at: Scene.minutes(1))
        #expect(try names() == ["A-1|Smith & Sons", "A-2|Smith & Sons:Kitchen", "A-3|Smith"])
        #expect(
            try scene.select("SELECT name FROM record WHERE kind = 'Customer' ORDER BY id") == [
                "Smith & Sons", "Smith & Sons:Kitchen",
            ])
        #expect(
            try scene.select(
                "SELECT record_id FROM activity WHERE operation = 'updated' ORDER BY record_id") == [
                    "80-1", "80-2", "A-1", "A-2",
                ])
    }

    @Test("what was deleted keeps the name that it died with, and nobody is told of it again")
    func deleted() throws {
        try scene.ingest(
            connector,
            [
                customer("80-1", "Smith"), invoice("A-1", of: "80-1", "Smith"),
                invoice("A-2", of: "80-1", "Smith"),
            ])
        let gone = Record(
            kind: "TxnDeleted", id: "A-1",
            json: Array(#"{"TxnDelType":"Invoice","TxnID":"A-1","TimeDeleted":"2026-09-21T09:00:00"}"#.utf8))
        try scene.ingest(connector, [gone], at: Scene.minutes(1), use: .deletions)
        try scene.ingest(connector, [customer("80-1", "Jones")], at: Scene.minutes(2))
        #expect(try names() == ["A-1|Smith", "A-2|Jones"])
        #expect(
            try scene.select("SELECT operation FROM activity WHERE record_id = 'A-1' ORDER BY number") == [
                "added", "deleted",
            ])
    }
}
