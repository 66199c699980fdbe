package import FoundationEssentials

/// `GET …/changes`: what happened to the records, oldest first, with no gaps.
///
///     {"changes":[{"number":4711,"at":"2026-11-21T06:58:22Z","kind":"Invoice","id":"1A2B-1",
///       "name":"1021","operation":"updated","edit_before":"1","edit_after":"2","conversation":42}],
///      "next":4711,"has_more":false}
package struct ChangePage: Codable, Equatable, Sendable {
    package var changes: [ChangeEntry]
    /// `after` of the next question. It moves on even where nothing was changed.
    package var next: Int64
    /// Whether there is more already; a question with `wait` waits otherwise.
    package var hasMore: Bool

    package init(changes: [ChangeEntry], next: Int64, hasMore: Bool) {
        self.changes = changes
        self.next = next
        self.hasMore = hasMore
    }
}

package struct ChangeEntry: Codable, Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var kind: String
    package var id: String
    package var name: String?
    /// added, updated, deleted or restored
    package var operation: String
    /// EditSequence before and after; the same for what changes without one, such as a balance.
    package var editBefore: String?
    package var editAfter: String?
    /// 0 for what no conversation brought.
    package var conversation: Int64
    /// As it is now; only if it was asked for.
    package var record: RecordContent?

    package init(
        number: Int64, at: Date, kind: String, id: String, name: String?, operation: String,
        editBefore: String?, editAfter: String?, conversation: Int64, record: RecordContent? = nil
    ) {
        self.number = number
        self.at = at
        self.kind = kind
        self.id = id
        self.name = name
        self.operation = operation
        self.editBefore = editBefore
        self.editAfter = editAfter
        self.conversation = conversation
        self.record = record
    }
}
