import QBXML
import Sync

extension MirrorView {
    /// All views, in the order of the documentation: what is about the mirror as a whole, families of kinds,
    /// then each kind with its lines. Made once, when somebody first asks.
    package static let all: [MirrorView] = {
        let maker = ViewMaker(.standard, Category.all)
        return [mirror(maker.kinds), version, freshness, CustomFields.view] + maker.families() + maker.views()
    }()

    /// Views that were ours before there was a mark to tell them by.
    static let unmarked: Set<String> = ["mirror", "freshness"]

    private static func mirror(_ kinds: [MirrorKind]) -> MirrorView {
        let categories = kinds.compactMap { kind in
            kind.category.map { "WHEN '\(kind.name)' THEN '\($0.name)'" }
        }
        let asOf =
            "(SELECT complete_at FROM watermark WHERE connector_id=c.id AND category=CASE r.kind "
            + categories.joined(separator: " ") + " END)"
        let columns: [Column] = [
            RecordColumns.connector,
            .init("kind", .text, "r.kind", "QuickBooks' element without `Ret`: `Invoice`, `ItemService`."),
            .init("id", .id, "r.id", "ListID or TxnID; a fixed word where there is one."),
            .init("name", .name, "r.name", "FullName, else Name, else RefNumber."),
            .init("is_active", .flag, "r.is_active", "IsActive"),
            .init("edit_sequence", .text, "r.edit_sequence", "EditSequence"),
            .init("time_created", .time, "r.time_created", "TimeCreated as QuickBooks wrote it."),
            .init("time_modified", .time, "r.time_modified", "TimeModified as QuickBooks wrote it."),
            .init("first_seen_at", .time, "r.first_seen_at", "When it came into the mirror."),
            .init("changed_at", .time, "r.changed_at", "When the mirror's copy changed last."),
            .init("json", .json, "r.json", "The whole record, as json.md says."),
            .init(
                "modified_at", .time, "r.modified_at", "TimeModified in UTC, QuickBooks' errors corrected."),
            .init("ref_number", .text, "r.ref_number", "Of a transaction: its number."),
            .init("txn_date", .date, "r.txn_date", "Of a transaction: its day."),
            .init("entity_id", .id, "r.entity_id", "ListID of the customer, vendor or employee it is with."),
            .init("is_deleted", .flag, "r.deleted_at IS NOT NULL", "Whether QuickBooks has it no more."),
            .init("deleted_at", .time, "r.deleted_at", "When we learned that; NULL for one that is there."),
            .init(
                "deletion", .text, "r.deletion",
                "How we learned it: `listed` by QuickBooks, or found `missing` in a comparison."),
            .init("time_deleted", .time, "r.time_deleted", "TimeDeleted as QuickBooks gave it."),
            .init("as_of", .time, asOf, "Up to when the record's category is complete."),
        ]
        return MirrorView(
            name: "mirror", title: "One row per record of every kind.", kind: nil, parent: nil,
            columns: columns, source: ViewMaker.records)
    }

    private static let version = MirrorView(
        name: "version",
        title:
            "One row per version of a record: the present one, and earlier ones where history is kept. For "
            + "a time in which the record was deleted there is none.",
        kind: nil, parent: nil,
        columns: [
            .init("connector", .text, "v.connector", "Whose company file it is in."),
            .init("kind", .text, "v.kind", "The record's kind."),
            .init("id", .id, "v.id", "The record's ListID or TxnID."),
            .init("valid_from", .time, "v.valid_from", "Since when the mirror had it so."),
            .init(
                "valid_until", .time, "coalesce(v.deleted_at, v.valid_until)",
                "Until when; NULL for the present version."),
            .init("name", .name, "v.name", "FullName, else Name, else RefNumber."),
            .init("edit_sequence", .text, "v.edit_sequence", "EditSequence"),
            .init("time_modified", .time, "v.time_modified", "TimeModified as QuickBooks wrote it."),
            .init("json", .json, "v.json", "The whole record as it was."),
            .init("deleted_at", .time, "v.deleted_at", "Of one that a deletion ended: when; else NULL."),
        ],
        source: """
            FROM (SELECT c.name AS connector, r.kind, r.id, r.changed_at AS valid_from,
            NULL AS valid_until, r.deleted_at, r.name, r.edit_sequence, r.time_modified, r.json
            \(ViewMaker.records)
            UNION ALL
            SELECT c.name, o.kind, o.id, o.changed_at, o.valid_until, o.deleted_at, o.name,
            o.edit_sequence, o.time_modified, o.json
            FROM connector AS c JOIN record_version AS o ON o.connector_id IN (c.id,NULL)) AS v
            """)

    private static let freshness = MirrorView(
        name: "freshness", title: "One row per category of each connector that was ever complete.", kind: nil,
        parent: nil,
        columns: [
            .init("connector", .text, "c.name", "The connector."),
            .init("category", .text, "w.category", "The category: `invoices`."),
            .init("complete_at", .time, "w.complete_at", "Up to when it is complete."),
            .init("high_water", .time, "w.high_water", "The newest TimeModified, as the company PC's time."),
            .init("expected", .integer, "w.expected", "QuickBooks' own count at the latest reconciliation."),
            .init("counted_at", .time, "w.counted_at", "When that was."),
            .init("reconciled_at", .time, "w.reconciled_at", "When the two counts agreed for the last time."),
            .init("doubt", .text, Snapshot.doubt, "Why it is not complete; NULL while it is."),
            .init("compared_at", .time, "w.compared_at", "When all IDs were last compared."),
        ], source: "FROM connector AS c JOIN watermark AS w ON w.connector_id = c.id")
}
