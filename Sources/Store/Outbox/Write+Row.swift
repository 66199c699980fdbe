import FoundationEssentials
import QBXML
import Sync

extension Write {
    /// Of `request AS q`, in the order in which `init` reads them.
    static let columns = """
        q.number, q.id, q.title, q.body, q.operation, q.kind, q.record_id, q.edit_sequence, q.name, q.entity,
        q.txn_date, q.external_guid, q.needs_version, q.attempts, q.isolation, q.bundle, q.is_examined,
        q.blindness, q.doubtful_since
        """

    init(_ row: inout Row) throws {
        self.init(
            number: row.next(), id: row.next(), title: row.next(), body: row.next(),
            subject: RequestSubject(
                operation: try Message.Operation(word: row.next(), in: row), kind: row.next(),
                id: row.next(), editSequence: row.next(), title: row.next(), entity: row.next(),
                txnDate: row.next(), externalGUID: row.next()),
            needs: try Version(needed: row.next(), in: row), attempts: row.next(), isolation: row.next(),
            bundle: row.next(), isExamined: row.next(), blindness: row.next(), doubtfulSince: row.next())
    }
}

/// A request as it lies in the queue: values that it takes from others are not in it yet.
struct StoredWrite {
    /// Of `request AS q`.
    static let columns = Write.columns + ", q.links IS NOT NULL"

    let write: Write
    /// Most take none, and need not be asked.
    let takesValues: Bool

    init(_ row: inout Row) throws {
        write = try Write(&row)
        takesValues = row.next()
    }
}

extension Message.Operation {
    fileprivate init?(word: String?, in row: Row) throws {
        guard let word else { return nil }
        guard let operation = Message.Operation(rawValue: word) else { throw row.unreadable(word) }
        self = operation
    }
}

extension Version {
    fileprivate init(needed text: String, in row: Row) throws {
        guard let version = Version(text) else { throw row.unreadable(text) }
        self = version
    }
}

extension Candidate {
    /// Of `record AS r`.
    static let columns = """
        r.kind, r.id, r.name, r.edit_sequence, r.time_created, r.json ->> '$.ExternalGUID',
        r.deleted_at IS NOT NULL, CAST(r.json AS BLOB)
        """

    init(_ row: inout Row) {
        self.init(
            kind: row.next(), id: row.next(), name: row.next(), editSequence: row.next(),
            timeCreated: row.next(), externalGUID: row.next(), isGone: row.next(), json: row.next())
    }
}
