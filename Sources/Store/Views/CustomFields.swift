/// Custom fields and the private data of programs, wherever they stand: at a record, at a line, at a line of
/// a group.
enum CustomFields {
    /// Two names for the same thing: older answers have the shorter one.
    static let elements: Set<String> = ["DataExtRet", "DataExt"]

    static let view: MirrorView = {
        // Most records have none: a search for the word is cheaper than a walk through the whole text.
        let tree = "json_tree(CASE WHEN instr(r.json,'\"DataExt') THEN r.json END)"
        let source = """
            \(ViewMaker.records)
            JOIN \(tree) AS t JOIN json_each(t.value) AS x
            WHERE t.type = 'array' AND t.key IN ('DataExtRet','DataExt')
            """
        return MirrorView(
            name: "data_ext", title: "One row per custom field (DataExtRet) of each record and of each line.",
            kind: nil, parent: nil,
            columns: [
                RecordColumns.connector,
                .init("kind", .text, "r.kind", "The kind of the record."),
                .init("id", .id, "r.id", "The record's ListID or TxnID."),
                .init(
                    "place", .text, "nullif(substr(t.path,3),'')",
                    "Where in the record's JSON: `InvoiceLineRet[0]`; NULL for the record itself."),
                .init(
                    "line_id", .id, "CASE WHEN t.path<>'$' THEN r.json->>(t.path||'.TxnLineID') END",
                    "TxnLineID of the line that it stands at."),
                .init(
                    "owner_id", .id, "x.value->>'$.OwnerID'", "OwnerID: 0 for what people see."),
                .init("name", .text, "x.value->>'$.DataExtName'", "DataExtName"),
                .init("type", .text, "x.value->>'$.DataExtType'", "DataExtType"),
                .init("value", .text, "x.value->>'$.DataExtValue'", "DataExtValue"),
                .init("is_deleted", .flag, "r.deleted_at IS NOT NULL", "Whether the record is deleted."),
            ], source: source)
    }()
}
