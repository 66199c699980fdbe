import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// Whatever changes a record leaves behind what it was, for a connector that wants it.
@Suite struct VersionTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = Scene(try .inMemory(withViews: true))
        connector = try scene.connector("acme")
        try scene.database.transactNow { try $0.execute("UPDATE connector SET history = 'forever'") }
        try scene.begin(connector)
    }

    private func customer(_ balance: String, name: String = "Smith") -> Record {
        Record(
            kind: "Customer", id: "80-1", name: name, editSequence: "1",
            json: Array(#"{"ListID":"80-1","FullName":"\#(name)","Balance":"\#(balance)"}"#.utf8))
    }

    private func invoice(_ memo: String, of name: String = "Smith") -> Record {
        Record(
            kind: "Invoice", id: "A-1", name: "1021", editSequence: "1",
            json: Array(
                #"{"TxnID":"A-1","CustomerRef":{"ListID":"80-1","FullName":"\#(name)"},"Memo":"\#(memo)"}"#
                    .utf8))
    }

    private let deletion = Record(
        kind: "TxnDeleted", id: "A-1",
        json: Array(#"{"TxnDelType":"Invoice","TxnID":"A-1","TimeDeleted":"2026-09-21T09:00:00"}"#.utf8))

    private func past(_ kind: String, _ id: String, at minute: Double) throws -> PastRecord? {
        try scene.database.readNow {
            try $0.record(connector: connector.id, kind: kind, id: id, at: Scene.minutes(minute))
        }
    }

    private func value(_ kind: String, _ id: String, _ path: String, at minute: Double) throws -> String? {
        guard case .version(let version) = try past(kind, id, at: minute) else { return nil }
        return try scene.select("SELECT '\(String(decoding: version.json, as: UTF8.self))' ->> '\(path)'")[0]
    }

    @Test("a refreshed balance leaves the one before behind")
    func balances() throws {
        try scene.ingest(connector, [customer("1.00")])
        try scene.ingest(connector, [customer("2.00")], at: Scene.minutes(2), use: .balances)
        try scene.ingest(connector, [customer("2.00")], at: Scene.minutes(3), use: .balances)
        try scene.ingest(connector, [customer("3.00")], at: Scene.minutes(4), use: .balances)
        #expect(
            try [1, 2, 3, 4].map { try value("Customer", "80-1", "$.Balance", at: $0) } == [
                "1.00", "2.00", "2.00", "3.00",
            ])
        #expect(try scene.select("SELECT count(*) FROM record_version") == ["2"])
    }

    @Test("a followed name leaves the record behind that had the old one")
    func names() throws {
        try scene.ingest(connector, [customer("1.00"), invoice("a")])
        try scene.ingest(connector, [customer("1.00", name: "Smith & Sons")], at: Scene.minutes(2))
        let name = "$.CustomerRef.FullName"
        #expect(try value("Invoice", "A-1", name, at: 1) == "Smith")
        #expect(try value("Invoice", "A-1", name, at: 2) == "Smith & Sons")
    }

    @Test("two changes of one moment do not put what was never seen in the place of what was")
    func oneMoment() throws {
        try scene.ingest(connector, [customer("1.00"), invoice("a")])
        // The page brings the invoice with another memo, and under its old name still.
        try scene.ingest(
            connector, [invoice("b"), customer("1.00", name: "Smith & Sons")], at: Scene.minutes(2))
        #expect(try value("Invoice", "A-1", "$.Memo", at: 1) == "a")
        #expect(try value("Invoice", "A-1", "$.CustomerRef.FullName", at: 1) == "Smith")
        #expect(try value("Invoice", "A-1", "$.Memo", at: 2) == "b")
        #expect(try value("Invoice", "A-1", "$.CustomerRef.FullName", at: 2) == "Smith & Sons")
    }

    @Test("a record that was deleted and came back is told as deleted for the time between")
    func deletions() throws {
        try scene.ingest(connector, [invoice("a")])
        try scene.ingest(connector, [deletion], at: Scene.minutes(2), use: .deletions)
        #expect(try value("Invoice", "A-1", "$.Memo", at: 1) == "a")
        try scene.ingest(connector, [invoice("b")], at: Scene.minutes(4))
        #expect(try value("Invoice", "A-1", "$.Memo", at: 1) == "a")
        guard case .deleted(let version, let at) = try past("Invoice", "A-1", at: 3) else {
            Issue.record("it was there")
            return
        }
        #expect(at == Scene.minutes(2) && version.ended == Scene.minutes(2))
        #expect(version.validUntil == Scene.minutes(4))
        #expect(try value("Invoice", "A-1", "$.Memo", at: 4) == "b")
        // A change later on does not take the deletion away.
        try scene.ingest(connector, [invoice("c")], at: Scene.minutes(6))
        guard case .deleted = try past("Invoice", "A-1", at: 3) else {
            Issue.record("it was there")
            return
        }
    }

    @Test("the view of versions has no row for the time in which a record was deleted")
    func view() throws {
        try scene.ingest(connector, [invoice("a")])
        try scene.ingest(connector, [deletion], at: Scene.minutes(2), use: .deletions)
        let question = """
            SELECT json ->> '$.Memo', substr(valid_from, 12, 5), substr(valid_until, 12, 5),
                substr(deleted_at, 12, 5)
            FROM version WHERE connector = 'acme' AND kind = 'Invoice' AND name = '1021' ORDER BY valid_from
            """
        #expect(try scene.select(question) == ["a|14:13|14:15|14:15"])
        try scene.ingest(connector, [invoice("b")], at: Scene.minutes(4))
        #expect(try scene.select(question) == ["a|14:13|14:15|14:15", "b|14:17|NULL|NULL"])
    }

    @Test("nothing is kept for a connector that wants no history")
    func off() throws {
        try scene.database.transactNow { try $0.execute("UPDATE connector SET history = 'off'") }
        try scene.ingest(connector, [customer("1.00"), invoice("a")])
        try scene.ingest(connector, [customer("2.00")], at: Scene.minutes(2), use: .balances)
        try scene.ingest(connector, [customer("2.00", name: "Smith & Sons")], at: Scene.minutes(3))
        #expect(try scene.select("SELECT count(*) FROM record_version") == ["0"])
    }
}
