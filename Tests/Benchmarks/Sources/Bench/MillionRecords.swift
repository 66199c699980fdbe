import CSQLite
import Foundation

/// Reading a mirror of a million records as JSON, over the control socket: points, pages, changes.
struct MillionRecords {
    let programs: String
    let directory: String

    private static let count = 1_000_000
    private static let rounds = 50

    func run(_ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try Server(programs: programs, directory: directory)
        _ = try first.site("million")
        first.stop()
        try fill()
        let server = try Server(programs: programs, directory: directory)
        defer { server.stop() }
        let connection = try Connection(path: "\(directory)/control.sock")
        for (name, path) in Self.questions {
            var times: [Double] = []
            for _ in 0..<Self.rounds {
                let start = Clock.now
                let answer = try connection.call(
                    "GET", "/v1/connectors/million/\(path)", type: "application/json", body: [])
                times.append(Clock.seconds(since: start) * 1000)
                guard answer.status == 200 else {
                    throw Visit.Failure.status(answer.status, String(decoding: answer.body, as: UTF8.self))
                }
            }
            report.add("a million records: \(name), median", times.sorted()[Self.rounds / 2], "ms")
        }
    }

    private static let questions = [
        ("one record", "records/Invoice/A-500000"),
        ("an invoice by its number", "records/Invoice?ref_number=500000"),
        ("page of 100 invoices", "records/Invoice"),
        ("page of 100, latest first", "records/Invoice?sort=-modified"),
        ("page of 100, any transaction by date", "records/Txn?sort=-date"),
        ("page of 100, modified since, by name", "records/Invoice?modified_since=2024-01-01&sort=name"),
        (
            "page of 100, a month, by name",
            "records/Invoice?from_date=2024-03-01&to_date=2024-03-31&sort=name"
        ),
        ("page of 100, one customer, latest first", "records/Invoice?entity=C-77&sort=-date"),
        ("page of 100, customers by the beginning of a name", "records/Customer?name_starts_with=name%207"),
        ("20,000 records looked through for a text", "records/Invoice?text=nowhere"),
        ("page of 100 changes", "changes?after=500000"),
        ("freshness", "freshness"),
    ]

    /// 700,000 invoices with five lines and 300,000 customers, and a change for each, straight into the file.
    private func fill() throws {
        var database: OpaquePointer?
        guard sqlite3_open("\(directory)/bench.sqlite", &database) == SQLITE_OK else {
            throw Visit.Failure.missing("the store")
        }
        defer { sqlite3_close(database) }
        let line =
            #"{"TxnLineID":"L","ItemRef":{"ListID":"8-1","FullName":"Labour"},"Amount":"80.00"}"#
        let lines = Array(repeating: line, count: 5).joined(separator: ",")
        let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
        let time = "strftime('%Y-%m-%dT%H:%M:%S.000Z', 1700000000 + i * 7919 % 1000000 * 30, 'unixepoch')"
        let statements = [
            "PRAGMA synchronous = OFF",
            "BEGIN",
            """
            INSERT INTO record (connector_id, kind, id, name, ref_number, txn_date, entity_id, edit_sequence,
                modified_at, first_seen_at, changed_at, digest, json)
            \(numbers)700000)
            SELECT 1, 'Invoice', 'A-' || i, i, i, substr(\(time), 1, 10), 'C-' || (i % 20000), '1', \(time),
                \(time), \(time), i,
                '{"TxnID":"A-' || i || '","RefNumber":"' || i || '","InvoiceLineRet":[\(lines)]}'
            FROM n
            """,
            """
            INSERT INTO record (connector_id, kind, id, name, is_active, edit_sequence, modified_at,
                first_seen_at, changed_at, digest, json)
            \(numbers)300000)
            SELECT 1, 'Customer', 'C-' || i, 'Name ' || i, 1, '1', \(time), \(time), \(time), i,
                '{"ListID":"C-' || i || '","FullName":"Name ' || i || '"}'
            FROM n
            """,
            """
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, name, operation)
            \(numbers)\(Self.count)) SELECT 1, 1, '2026-01-01T00:00:00.000Z', 'Invoice', 'A-' || i, i, 'added'
            FROM n
            """,
            "COMMIT",
        ]
        for statement in statements where sqlite3_exec(database, statement, nil, nil, nil) != SQLITE_OK {
            throw Visit.Failure.missing(String(cString: sqlite3_errmsg(database)))
        }
    }
}
