import FoundationEssentials
import GRDBSQLite
import QBXML
import Sync

/*
 References carry the name beside the ID, and QuickBooks shows the present name in every record that refers to
 an entry, without touching those records: their EditSequence and TimeModified stay. So whoever renames one
 customer changes a thousand invoices that no query for modified records brings. The mirror follows by itself:

     {"ListID":"80000001-1","FullName":"Smith"}   becomes   {"ListID":"80000001-1","FullName":"Smith & Sons"}

 in all records, and what lies under the entry is renamed with it (`Smith:Kitchen`). An entry that is read for
 the first time although it is older than what is here (a first sync that broke off) counts as renamed too.
*/
extension Transaction {
    func follow(_ renamings: [Renaming], _ page: Page, conversation: Int64) throws {
        guard !renamings.isEmpty else { return }
        let keepsVersions = try keepsVersions(connector: page.connector)
        var waiting = renamings
        // Entries lie in each other five deep at the most.
        for _ in 0..<6 where !waiting.isEmpty {
            let names = NewNames(waiting)
            waiting = []
            for row in try referring(to: names, connector: page.connector) {
                guard let record = try referring(row) else { continue }
                let (json, name) = names.rewritten(record)
                guard json != record.json else { continue }
                if keepsVersions { try keepVersion(row: record.row, until: page.at) }
                try execute(
                    "UPDATE record SET json = ?2, name = ?3, digest = ?4, changed_at = ?5 WHERE rowid = ?1",
                    record.row, json, name, Digest.of(Array(json.utf8)), page.at)
                try log(row: record.row, .updated, conversation, page.at)
                if let name, let old = record.name, name != old {
                    waiting.append(Renaming(kind: record.kind, id: record.id, old: old, new: name))
                }
            }
        }
    }

    /// The records in which one of the IDs stands before a name. All records are looked through: renaming is
    /// rare, and an index over references would cost every page. Only their rows are kept: a customer may
    /// have a million invoices. What was deleted keeps the names that it died with.
    private func referring(to names: NewNames, connector: Int64) throws -> [Int64] {
        let some = names.isFew ? names.ids : []
        let conditions = some.indices.map { "instr(json, ?\($0 + 2)) > 0" }
        let filter = conditions.isEmpty ? "" : " AND (\(conditions.joined(separator: " OR ")))"
        let statement = try statement(
            """
            SELECT rowid, iif(?\(some.count + 2), json, '') FROM record
            WHERE connector_id = ?1 AND deleted_at IS NULL\(filter)
            """)
        try statement.check(connector.bind(to: statement.pointer, at: 1))
        for (index, id) in some.enumerated() {
            try statement.check(NewNames.reference(id).bind(to: statement.pointer, at: Int32(index + 2)))
        }
        try statement.check((!names.isFew).bind(to: statement.pointer, at: Int32(some.count + 2)))
        var found: [Int64] = []
        try statement.visitRows { row in
            let number: Int64 = row.next()
            if names.isFew || names.concern(row.next()) { found.append(number) }
            return true
        }
        return found
    }

    private func referring(_ row: Int64) throws -> Referring? {
        try first("SELECT rowid, kind, id, name, json FROM record WHERE rowid = ?1", row) {
            Referring(row: $0.next(), kind: $0.next(), id: $0.next(), name: $0.next(), json: $0.next())
        }
    }
}

struct Referring {
    var row: Int64
    var kind: String
    var id: String
    var name: String?
    var json: String
}
