import CSQLite
import Foundation

/// A mirror of a million records, read over the API: the point, the page, the changes.
struct Million {
    let programs: String
    let directory: String
    let records: Int

    func run(_ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var server = try Server(programs: programs, directory: directory)
        _ = try server.site("large")
        server.stop()
        try fill()
        server = try Server(programs: programs, directory: directory)
        defer { server.stop() }
        let reads = [
            ("point read", "records/Invoice/%@", "1"),
            ("invoices of a customer, 100", "records/Invoice?entity=%@&limit=100", "100"),
            (
                "invoices of a month by date, 100",
                "records/Invoice?from_date=2026-01-05&sort=date&limit=100", ""
            ),
            (
                "invoices changed since a time, 100",
                "records/Invoice?modified_since=2026-01-20T00:00:00Z&sort=modified&limit=100", ""
            ),
            (
                "customers by name, 100", "records/Customer?name_starts_with=Customer+9&sort=name&limit=100",
                ""
            ),
            ("changes, 100", "changes?after=%d&limit=100", "n"),
            ("changes, the last ones", "changes?after=\(records - 10)&limit=100", ""),
        ]
        for (name, path, kind) in reads {
            var times: [Double] = []
            for round in 0..<201 {
                let number = (round * 7919) % (records * 4 / 5)
                let part =
                    switch kind {
                    case "1": path.replacingOccurrences(of: "%@", with: "T\(number)-1")
                    case "100": path.replacingOccurrences(of: "%@", with: "C\(number % (records / 5))-1")
                    case "n": path.replacingOccurrences(of: "%d", with: "\(number)")
                    default: path
                    }
                times.append(try server.read("/v1/connectors/large/\(part)"))
            }
            times.sort()
            report.add("\(records) records: \(name), median", times[times.count / 2] * 1000, "ms")
            report.add(
                "\(records) records: \(name), 99th percentile", times[times.count * 99 / 100] * 1000, "ms")
        }
    }

    /// Straight into the tables: how records come there is measured elsewhere.
    private func fill() throws {
        var database: OpaquePointer?
        sqlite3_open("\(directory)/bench.sqlite", &database)
        defer { sqlite3_close(database) }
        let customers = records / 5
        let sql = """
            PRAGMA synchronous = OFF;
            BEGIN;
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(customers) - 1)
            INSERT INTO record (connector_id, kind, id, name, edit_sequence, time_created, time_modified,
                is_active, first_seen_at, changed_at, digest, json, modified_at)
            SELECT 1, 'Customer', 'C' || i || '-1', 'Customer ' || i, '1', '2026-01-02T03:04:05-06:00',
                '2026-01-02T03:04:05-06:00', 1, '2026-01-03T00:00:00.000Z', '2026-01-03T00:00:00.000Z', i,
                json_object('ListID', 'C' || i || '-1', 'FullName', 'Customer ' || i, 'Notes',
                    printf('%.500c', 'x')),
                strftime('%Y-%m-%dT%H:%M:%S.000Z', 1767225600 + i * 10, 'unixepoch') FROM n;
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n
                WHERE i < \(records - customers) - 1)
            INSERT INTO record (connector_id, kind, id, name, edit_sequence, time_created, time_modified,
                is_active, first_seen_at, changed_at, digest, json, ref_number, txn_date, entity_id,
                modified_at)
            SELECT 1, 'Invoice', 'T' || i || '-1', i, '1', '2026-01-02T03:04:05-06:00',
                '2026-01-02T03:04:05-06:00', NULL, '2026-01-03T00:00:00.000Z', '2026-01-03T00:00:00.000Z',
                i, json_object('TxnID', 'T' || i || '-1', 'RefNumber', '' || i, 'Memo',
                    printf('%.700c', 'x')),
                i, date(1767225600 + i * 4, 'unixepoch'), 'C' || (i % \(customers)) || '-1',
                strftime('%Y-%m-%dT%H:%M:%S.000Z', 1767225600 + i * 4, 'unixepoch') FROM n;
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, name,
                operation, edit_after)
            SELECT 1, 0, changed_at, kind, id, name, 'added', '1' FROM record ORDER BY rowid;
            COMMIT;
            PRAGMA wal_checkpoint(TRUNCATE);
            """
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
            throw Visit.Failure.missing(String(cString: sqlite3_errmsg(database)))
        }
    }
}
