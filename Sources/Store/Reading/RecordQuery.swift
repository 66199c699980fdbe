package import FoundationEssentials

/// Which records of the mirror a reader wants, in which order, and from where on.
package struct RecordQuery: Equatable, Sendable {
    package enum Column: String, CaseIterable, Sendable {
        case id, name, modified, date
    }

    package struct Sort: Equatable, Sendable {
        package var column: Column
        package var isDescending: Bool

        package init(_ column: Column, isDescending: Bool = false) {
            self.column = column
            self.isDescending = isDescending
        }
    }

    package var connector: Int64
    /// One, or those of a group such as `Item`.
    package var kinds: [String]
    /// Empty for all.
    package var ids: [String] = []
    /// The whole name, in either case.
    package var name: String?
    package var namePrefix: String?
    package var refNumber: String?
    package var modifiedSince: Date?
    /// Of `TxnDate`, both days included: `2026-11-21`.
    package var fromDate: String?
    package var toDate: String?
    /// ListIDs of customers, vendors, employees or other names; empty for all.
    package var entities: [String] = []
    /// Nil for both.
    package var isActive: Bool?
    /// Nil for both.
    package var isDeleted: Bool? = false
    /// Stands in some text of the record, in either case as far as ASCII goes.
    package var text: String?
    package var sort = Sort(.id)
    package var limit = 100
    package var after: RecordPlace?

    package init(connector: Int64, kinds: [String]) {
        self.connector = connector
        self.kinds = kinds
    }
}

/// Where a page ended: the next one begins behind it, whatever was added or changed meanwhile.
package struct RecordPlace: Equatable, Sendable {
    /// Of the column that is sorted by; nil where the record has none, and for `id`.
    package var key: String?
    package var id: String
    package var kind: String

    package init(key: String?, id: String, kind: String) {
        self.key = key
        self.id = id
        self.kind = kind
    }
}

/// One record as the mirror holds it.
package struct RecordRow: Equatable, Sendable {
    package var kind: String
    package var id: String
    package var name: String?
    package var refNumber: String?
    package var date: String?
    package var editSequence: String?
    /// As QuickBooks gave it.
    package var timeModified: String?
    package var modifiedAt: Date?
    package var firstSeenAt: Date
    /// When the mirror learned that it is as it is.
    package var changedAt: Date
    package var isActive: Bool?
    package var deletedAt: Date?
    package var deletion: String?
    /// The stored bytes.
    package var json: [UInt8]
}

package struct RecordRows: Equatable, Sendable {
    package var rows: [RecordRow]
    /// Nil at the end.
    package var next: RecordPlace?
}
