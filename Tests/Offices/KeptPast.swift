import FoundationEssentials
import Store
import Sync

/// What the mirror held at some moments, to be held against what it says of them afterwards.
struct KeptPast {
    private struct Key: Hashable {
        var kind: String
        var id: String
    }

    private struct Moment {
        var at: Date
        /// The JSON of a record that was there, nil for one that was deleted.
        var records: [Key: String?]
    }

    private let connector: Connector
    private var moments: [Moment] = []

    init(_ connector: Connector) { self.connector = connector }

    /// Takes down what the mirror holds now.
    mutating func note(_ database: SyncDatabase, at now: Date) throws {
        let rows = try database.readNow { snapshot in
            // All that is here is older, or it could not be told from what is about to change.
            let latest = try snapshot.query("SELECT max(at) FROM activity").rows.first?.first ?? nil
            guard latest ?? "" < Timestamp.text(now) else { return [[String?]]() }
            return try snapshot.query(
                "SELECT kind, id, json, deleted_at FROM record WHERE connector_id = \(connector.id)",
                limit: 1_000_000
            ).rows
        }
        guard !rows.isEmpty else { return }
        var records: [Key: String?] = [:]
        for row in rows {
            records[Key(kind: row[0] ?? "", id: row[1] ?? "")] = .some(row[3] == nil ? row[2] : nil)
        }
        // What changes at this very moment comes after it.
        moments.append(Moment(at: now.addingTimeInterval(-0.001), records: records))
    }

    /// Where the mirror now says otherwise of a moment than it was, a sentence each.
    func findings(_ database: SyncDatabase) throws -> [String] {
        let present = try database.readNow {
            try $0.query(
                "SELECT kind, id FROM record WHERE connector_id = \(connector.id)", limit: 1_000_000)
        }.rows.map { Key(kind: $0[0] ?? "", id: $0[1] ?? "") }
        var findings: [String] = []
        for moment in moments {
            try database.readNow { snapshot in
                for key in present {
                    let said = try snapshot.record(
                        connector: connector.id, kind: key.kind, id: key.id, at: moment.at)
                    guard !Self.isSame(said, moment.records[key]) else { continue }
                    findings.append("\(key.kind) \(key.id) is told otherwise than it was at \(moment.at)")
                }
            }
        }
        return findings
    }

    private static func isSame(_ said: PastRecord?, _ was: String??) -> Bool {
        switch (said, was) {
        case (.version(let version), .some(.some(let json))):
            String(decoding: version.json, as: UTF8.self) == json
        case (.deleted, .some(.none)), (.notYetSeen, .none): true
        default: false
        }
    }
}
