package import FoundationEssentials
package import Sync

/// A record as it was for some time.
package struct RecordVersion: Equatable, Sendable {
    package var name: String?
    package var editSequence: String?
    /// As QuickBooks gave it.
    package var timeModified: String?
    /// From when on we knew it so.
    package var changedAt: Date
    /// When another one took its place; nil for the present one.
    package var validUntil: Date?
    /// When QuickBooks was known to have it no more: from then on it was deleted.
    package var deletedAt: Date?
    package var json: [UInt8]

    /// Until when it was so: it was deleted then, or changed.
    package var ended: Date? { deletedAt ?? validUntil }
}

/// What is known of a record at some moment.
package enum PastRecord: Equatable, Sendable {
    case version(RecordVersion)
    /// Deleted by then; the last state is told all the same.
    case deleted(RecordVersion, at: Date)
    /// The mirror had not met it yet.
    case notYetSeen(firstSeenAt: Date)
    /// It changed since, and what it was before was not kept, or no longer is.
    case notKept(knownSince: Date)
}

extension Snapshot {
    /// - Returns: nil if the mirror has never held such a record.
    package func record(
        connector: Int64, kind: String, id: String, at moment: Date
    ) throws -> PastRecord? {
        guard let present = try record(connector: connector, kind: kind, id: id) else { return nil }
        if moment >= present.changedAt {
            let version = RecordVersion(present)
            if let deletedAt = present.deletedAt, deletedAt <= moment {
                return .deleted(version, at: deletedAt)
            }
            return .version(version)
        }
        if moment < present.firstSeenAt { return .notYetSeen(firstSeenAt: present.firstSeenAt) }
        // The one that ended first after the moment; if it began later, there is a gap before it.
        let then = try first(
            """
            SELECT \(RecordVersion.columns) FROM record_version
            WHERE connector_id = ?1 AND kind = ?2 AND id = ?3 AND valid_until > ?4
            ORDER BY valid_until LIMIT 1
            """, connector, kind, id, moment
        ) { RecordVersion(&$0) }
        guard let then, then.changedAt <= moment else {
            return .notKept(knownSince: then?.changedAt ?? present.changedAt)
        }
        if let deletedAt = then.deletedAt, deletedAt <= moment { return .deleted(then, at: deletedAt) }
        return .version(then)
    }

    /// What a record was, newest first, without the present state.
    ///
    /// - Parameter before: those that ended earlier only, to page on.
    package func versions(
        connector: Int64, kind: String, id: String, before: Date? = nil, limit: Int
    ) throws -> [RecordVersion] {
        try rows(
            """
            SELECT \(RecordVersion.columns) FROM record_version
            WHERE connector_id = ?1 AND kind = ?2 AND id = ?3 AND valid_until < ?4
            ORDER BY valid_until DESC LIMIT ?5
            """, connector, kind, id, before.map(Timestamp.text) ?? "~", limit
        ) { RecordVersion(&$0) }
    }

    /// For how long a connector keeps earlier versions.
    package func historyKept(connector: Int64) throws -> HistoryLength {
        try first("SELECT history FROM connector WHERE id = ?1", connector) { try $0.history() } ?? .off
    }
}

extension RecordVersion {
    /// Of `record_version`, in the order in which `init` reads them.
    fileprivate static let columns =
        "name, edit_sequence, time_modified, changed_at, valid_until, deleted_at, json"

    fileprivate init(_ row: inout Row) {
        self.init(
            name: row.next(), editSequence: row.next(), timeModified: row.next(), changedAt: row.next(),
            validUntil: row.next(), deletedAt: row.next(), json: row.next())
    }

    package init(_ row: RecordRow) {
        self.init(
            name: row.name, editSequence: row.editSequence, timeModified: row.timeModified,
            changedAt: row.changedAt, validUntil: nil, deletedAt: row.deletedAt, json: row.json)
    }
}
