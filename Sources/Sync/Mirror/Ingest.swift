import QBXML

/// What storing one record meant. An unchanged record is neither added nor updated (CB-6, SA-9).
package enum IngestVerdict: String, Equatable, Sendable {
    case added, updated, unchanged
    /// It had been taken for deleted, and is there.
    case restored
    /// QuickBooks does not have it any more.
    case deleted

    /// Of a record that is in the mirror; one that is not is added.
    ///
    /// - Parameter stored: the digest under which the mirror holds the record.
    ///
    /// The whole content decides, not only the EditSequence: balances change without a new EditSequence, and
    /// two edits within one second can share one.
    package static func judge(stored: Int64, isDeleted: Bool = false, incoming: Int64) -> IngestVerdict {
        if isDeleted { return .restored }
        return stored == incoming ? .unchanged : .updated
    }
}

/// A 64-bit digest of a record's JSON: it tells "the same as before" without reading the old JSON back.
///
/// FNV-1a over eight bytes at a time with a final mix. It guards against nothing hostile (the books are the
/// customer's own); by chance two versions of one record collide once in 2^64.
package enum Digest {
    package static func of(_ bytes: [UInt8]) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: bytes.count)
        bytes.withUnsafeBytes { raw in
            var offset = 0
            while offset + 8 <= raw.count {
                hash =
                    (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                    &* 0x0000_0100_0000_01b3
                hash ^= hash >> 29
                offset += 8
            }
            while offset < raw.count {
                hash = (hash ^ UInt64(raw[offset])) &* 0x0000_0100_0000_01b3
                offset += 1
            }
        }
        hash ^= hash >> 32
        return Int64(bitPattern: hash &* 0x9e37_79b9_7f4a_7c15)
    }
}

/// How many records of a page fell into which verdict.
package struct IngestCounts: Equatable, Sendable {
    package var added = 0
    package var updated = 0
    package var unchanged = 0
    package var failed = 0
    package var deleted = 0

    package init(
        added: Int = 0, updated: Int = 0, unchanged: Int = 0, failed: Int = 0, deleted: Int = 0
    ) {
        self.deleted = deleted
        self.added = added
        self.updated = updated
        self.unchanged = unchanged
        self.failed = failed
    }

    package mutating func count(_ verdict: IngestVerdict) {
        switch verdict {
        case .added, .restored: added += 1
        case .updated: updated += 1
        case .deleted: deleted += 1
        case .unchanged: unchanged += 1
        }
    }

    package static func + (one: IngestCounts, other: IngestCounts) -> IngestCounts {
        IngestCounts(
            added: one.added + other.added, updated: one.updated + other.updated,
            unchanged: one.unchanged + other.unchanged, failed: one.failed + other.failed,
            deleted: one.deleted + other.deleted)
    }
}
