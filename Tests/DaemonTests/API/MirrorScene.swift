import API
import Foundation
import Sync
import Testing
import Timetable

@testable import Daemon
@testable import Store

/// The API over a mirror with a few records in it.
struct MirrorScene {
    let database: SyncDatabase
    static let now = Date(timeIntervalSince1970: 1_795_269_900)

    init() throws {
        database = try SyncDatabase.inMemory()
        let draft = ConnectorDraft(title: "Acme", window: nil, zone: .utc, pageSize: 500, overlapSeconds: 300)
        let user = NewUser(
            name: "acme",
            password: StoredPassword(scheme: "test", salt: [1], hash: [UInt8](repeating: 7, count: 32)))
        let new = NewConnector(
            name: "acme", identity: StampedIdentity(ownerID: "{o}", fileID: "{f}"), draft: draft, user: user,
            acceptsDefault: true)
        _ = try database.transactNow { try $0.create(new, by: Author(name: "ann"), at: Self.now) }
    }

    /// Runs SQL as it stands, in place of a sync.
    func execute(_ statements: String...) throws {
        try database.transactNow { transaction in
            for statement in statements { try transaction.execute(statement) }
        }
    }

    func invoice(
        _ id: String, number: String, date: String = "2026-11-01", entity: String = "80-1",
        modified: String = "2026-11-20T10:00:00.000Z", deleted: String? = nil
    ) throws {
        let json =
            #"{"TxnID":"\#(id)","RefNumber":"\#(number)","CustomerRef":{"ListID":"\#(entity)","#
            + #""FullName":"Elm \"1\""},"InvoiceLineRet":[{"TxnLineID":"L1","Amount":"5.00"},"#
            + #"{"TxnLineID":"L2","Amount":"-7.50","Desc":"a, [b] {c}"}]}"#
        try execute(
            """
            INSERT INTO record (connector_id, kind, id, name, ref_number, txn_date, entity_id, edit_sequence,
                modified_at, deleted_at, first_seen_at, changed_at, digest, json)
            VALUES (1, 'Invoice', '\(id)', '\(number)', '\(number)', '\(date)', '\(entity)', '1',
                '\(modified)', \(deleted.map { "'\($0)'" } ?? "NULL"), '2026-11-20T10:01:00.000Z',
                '2026-11-20T10:01:00.500Z', 0, '\(json)')
            """)
    }

    func customer(_ id: String, name: String, isActive: Bool = true) throws {
        try execute(
            """
            INSERT INTO record (connector_id, kind, id, name, is_active, first_seen_at, changed_at, digest,
                json)
            VALUES (1, 'Customer', '\(id)', '\(name)', \(isActive ? 1 : 0), '2026-11-20T10:01:00.000Z',
                '2026-11-20T10:01:00.500Z', 0, '{"ListID":"\(id)","FullName":"\(name)"}')
            """)
    }

    func change(
        _ id: String, kind: String = "Invoice", operation: String = "updated", connector: Int = 1
    ) throws {
        try execute(
            """
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, name, operation,
                edit_before, edit_after)
            VALUES (\(connector), 3, '2026-11-20T10:01:00.500Z', '\(kind)', '\(id)', 'N', '\(operation)',
                '1', '2')
            """)
    }

    func complete(_ category: String, doubt: String? = nil) throws {
        try execute(
            """
            INSERT INTO watermark (connector_id, category, high_water, complete_at, doubt, expected,
                counted_at)
            VALUES (1, '\(category)', '2026-11-20T04:00:00', '2026-11-20T11:00:00.000Z',
                \(doubt.map { "'\($0)'" } ?? "NULL"), 3, '2026-11-20T11:00:00.000Z')
            """)
    }

    func run<Result: Sendable>(
        _ body: @Sendable @escaping (inout ServedAPI.Conversation) async throws -> Result
    ) async throws -> Result {
        try await ServedAPI().run(over: database, body)
    }

    func get(_ path: String, _ headers: String = "") async throws -> WireAnswer {
        try await run { try await $0.get("/v1/connectors/acme/\(path)", headers) }
    }
}

extension WireAnswer {
    /// What is wrong with which parameter.
    var findings: [String: String] {
        get throws {
            let findings = try json["findings"] as? [[String: String]] ?? []
            return Dictionary(
                findings.map { ($0["field"] ?? "", $0["problem"] ?? "") }, uniquingKeysWith: { one, _ in one }
            )
        }
    }

    func word<Word: Decodable>(_ type: Word.Type) throws -> Word {
        try API.Wire.decode(type, from: Data(body.utf8))
    }
}
