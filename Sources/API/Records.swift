package import FoundationEssentials

/// A moment for which a record is asked as it was.
package enum AskedMoment {
    /// In seconds: clocks differ a little, and whoever asks for now means now.
    private static let slack = 60.0

    /// Why it is not answered; nil if it may be.
    package static func refusal(_ moment: Date, at now: Date) -> String? {
        guard moment > now.addingTimeInterval(slack) else { return nil }
        return "What was asked lies in the future: nobody knows yet what the record will be."
    }
}

/// A record of QuickBooks in the middle of our words: an object with qbXML's own names, handed on as it is
/// stored. What is in it is for the reader; our programs hand it on.
package struct RecordContent: Codable, Equatable, Sendable {
    package init() {}

    package init(from decoder: any Decoder) throws {}

    package func encode(to encoder: any Encoder) throws {
        _ = encoder.container(keyedBy: NoKey.self)
    }

    private enum NoKey: CodingKey {}
}

/// `GET …/records/{kind}`: one page of records.
///
///     {"kind":"Invoice","as_of":"2026-11-21T06:58:22Z","complete":true,"doubts":[],"next":"…","records":[
///      {"kind":"Invoice","id":"1A2B-1","name":"1021","edit_sequence":"…","modified_at":"…",
///       "changed_at":"…","is_deleted":false,"record":{"TxnID":"1A2B-1",…}}]}
package struct RecordPage: Codable, Equatable, Sendable {
    package var kind: String
    /// Up to when the kind is complete; absent if it was never read to the end.
    package var asOf: Date?
    package var complete: Bool
    /// Why it is not.
    package var doubts: [String]
    /// How many records there are in all pages; absent where counting would take long.
    package var count: Int?
    /// The cursor of the next page; absent at the end.
    package var next: String?
    package var records: [RecordEntry]

    package init(
        kind: String, asOf: Date?, complete: Bool, doubts: [String], count: Int?, next: String?,
        records: [RecordEntry]
    ) {
        self.kind = kind
        self.asOf = asOf
        self.complete = complete
        self.doubts = doubts
        self.count = count
        self.next = next
        self.records = records
    }
}

package struct RecordEntry: Codable, Equatable, Sendable {
    package var kind: String
    package var id: String
    package var name: String?
    package var editSequence: String?
    /// `TimeModified` in UTC, QuickBooks' daylight-saving fault corrected.
    package var modifiedAt: Date?
    /// When the mirror learned that it is as it is.
    package var changedAt: Date
    package var isDeleted: Bool
    package var deletedAt: Date?
    package var record: RecordContent

    package init(
        kind: String, id: String, name: String?, editSequence: String?, modifiedAt: Date?, changedAt: Date,
        isDeleted: Bool, deletedAt: Date?, record: RecordContent = RecordContent()
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.editSequence = editSequence
        self.modifiedAt = modifiedAt
        self.changedAt = changedAt
        self.isDeleted = isDeleted
        self.deletedAt = deletedAt
        self.record = record
    }
}

/// `GET …/records/{kind}/{id}`: one record, as it is or as it was.
package struct RecordDetail: Codable, Equatable, Sendable {
    package var kind: String
    package var id: String
    package var name: String?
    package var asOf: Date?
    package var complete: Bool
    package var doubts: [String]
    /// The moment that was asked for; absent for the present.
    package var at: Date?
    package var editSequence: String?
    package var modifiedAt: Date?
    /// From when on the mirror knew it so.
    package var changedAt: Date
    /// Until when it was so; absent for the present state.
    package var validUntil: Date?
    package var isDeleted: Bool
    package var deletedAt: Date?
    package var record: RecordContent

    package init(
        kind: String, id: String, name: String?, asOf: Date?, complete: Bool, doubts: [String], at: Date?,
        editSequence: String?, modifiedAt: Date?, changedAt: Date, validUntil: Date?, isDeleted: Bool,
        deletedAt: Date?, record: RecordContent = RecordContent()
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.asOf = asOf
        self.complete = complete
        self.doubts = doubts
        self.at = at
        self.editSequence = editSequence
        self.modifiedAt = modifiedAt
        self.changedAt = changedAt
        self.validUntil = validUntil
        self.isDeleted = isDeleted
        self.deletedAt = deletedAt
        self.record = record
    }
}

/// `GET …/records/{kind}/{id}/versions`: what a record was, newest first, beginning with the present state.
package struct VersionPage: Codable, Equatable, Sendable {
    package var kind: String
    package var id: String
    /// How long earlier versions are kept: off, a number of days such as 90d, or forever.
    package var history: String
    /// The cursor of the next page; absent at the end.
    package var next: String?
    package var versions: [VersionEntry]

    package init(kind: String, id: String, history: String, next: String?, versions: [VersionEntry]) {
        self.kind = kind
        self.id = id
        self.history = history
        self.next = next
        self.versions = versions
    }
}

package struct VersionEntry: Codable, Equatable, Sendable {
    package var name: String?
    package var editSequence: String?
    /// As QuickBooks gave it.
    package var timeModified: String?
    package var changedAt: Date
    /// Absent for the present state, unless that is deleted.
    package var validUntil: Date?
    /// Of one that a deletion ended: when.
    package var deletedAt: Date?
    package var record: RecordContent

    package init(
        name: String?, editSequence: String?, timeModified: String?, changedAt: Date, validUntil: Date?,
        deletedAt: Date? = nil, record: RecordContent = RecordContent()
    ) {
        self.name = name
        self.editSequence = editSequence
        self.timeModified = timeModified
        self.changedAt = changedAt
        self.validUntil = validUntil
        self.deletedAt = deletedAt
        self.record = record
    }
}
