import CSQLite
import Foundation

/// Requests put straight into the store: how they come there is measured elsewhere. They are copies of one
/// that came over the API, so nothing here knows how a request is written.
struct Ledger {
    let directory: String

    /// Adds so many that were settled, with their two events each, and makes that so many wait.
    func keep(waiting: Int, settled: Int) throws {
        var database: OpaquePointer?
        sqlite3_open("\(directory)/bench.sqlite", &database)
        defer { sqlite3_close(database) }
        let columns = """
            connector_id, title, operation, kind, name, entity, txn_date, external_guid, body, digest,
            needs_version, source, reference, priority, queued_at
            """
        let sql = """
            PRAGMA synchronous = OFF;
            BEGIN;
            CREATE TEMP TABLE sample AS SELECT * FROM request ORDER BY number LIMIT 1;
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(settled))
            INSERT INTO request (id, state, outcome, settled_at, sent_at, record_id, result, \(columns))
            SELECT 'req_' || lower(hex(randomblob(16))), 'succeeded', 'applied', queued_at, queued_at,
                'T' || i, json_object('TxnID', 'T' || i, 'Memo', printf('%.700c', 'x')), \(columns)
            FROM n, sample WHERE \(settled) > 0;
            INSERT INTO event (at, connector_id, kind, subject)
            SELECT queued_at, connector_id, kind.word, id FROM request,
                (SELECT 'request.queued' AS word UNION ALL SELECT 'request.succeeded') AS kind
            WHERE state = 'succeeded' AND \(settled) > 0;
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(waiting))
            INSERT INTO request (id, state, outcome, \(columns))
            SELECT 'req_' || lower(hex(randomblob(16))), 'queued', 'pending', \(columns) FROM n, sample
            WHERE i > (SELECT count(*) FROM request WHERE state = 'queued');
            COMMIT;
            PRAGMA wal_checkpoint(TRUNCATE);
            """
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
            throw Visit.Failure.missing(String(cString: sqlite3_errmsg(database)))
        }
    }
}
