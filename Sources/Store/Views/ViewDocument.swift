/// packaging/doc/views.md: every view with its columns, written from the same catalog as the views
/// themselves. `make views` writes the file anew, and a test holds it against this.
package enum ViewDocument {
    package static func text(_ views: [MirrorView] = MirrorView.all) -> String {
        head
            + views.filter { $0.parent == nil }.map { view in
                ([view] + views.filter { $0.parent == view.name && $0.kind == view.kind }).map(section)
                    .joined()
            }.joined()
    }

    private static let head = """
        # The views

        Written by `make views` from the catalog of qbXML; [mirror.md](mirror.md) tells how to use them. Names
        stay as they are; columns are only added.

        Every view of a kind begins with `connector`, `id`, `is_deleted`, `deleted_at`, `changed_at`,
        `modified_at` and `as_of`, and ends with `json`; every view of lines begins with `connector`, the ID
        of its record and `line_number`, and ends with `json`, `is_deleted` and `as_of`. The tables list what
        stands between.

        | form | what it is |
        |---|---|
        | text, name, id | text; names are compared without regard to case where they are the record's own |
        | integer | a whole number |
        | flag | 0 or 1 |
        | date | `2026-11-30` |
        | time | ISO 8601; in `time_created` and `time_modified` as QuickBooks wrote it |
        | amount | exact decimal text, and beside it hundredths as a whole number (`_minor`) |
        | decimal | exact decimal text: prices, quantities, percentages and rates have up to five decimals |
        | reference | `_id` (ListID) and `_name` (FullName) of another record |
        | json | the element as [json.md](json.md) says |


        """

    private static let common: Set<String> = [
        "connector", "id", "is_deleted", "deleted_at", "changed_at", "modified_at", "as_of", "json",
        "line_number",
    ]

    private static func section(_ view: MirrorView) -> String {
        let isMade = view.kind != nil
        let columns = isMade ? view.columns.filter { !common.contains($0.name) } : view.columns
        var rows: [String] = []
        var index = 0
        while index < columns.count {
            let column = columns[index]
            let next = index + 1 < columns.count ? columns[index + 1] : nil
            if let next, next.name == column.name + "_minor" {
                rows.append("| `\(column.name)`, `\(next.name)` | amount | \(column.meaning) |")
                index += 2
            } else if let next, column.form == .id, next.form == .name, let stem = stem(column, next) {
                rows.append("| `\(column.name)`, `\(next.name)` | reference | \(stem) |")
                index += 2
            } else {
                rows.append("| `\(column.name)` | \(column.form.rawValue) | \(column.meaning) |")
                index += 1
            }
        }
        let heading = view.parent == nil ? "##" : "###"
        return "\(heading) \(view.name)\n\n\(view.title)\n\n| column | form | QuickBooks |\n|---|---|---|\n"
            + rows.map { $0 + "\n" }.joined()
    }

    /// What a pair of `_id` and `_name` is of: the element.
    private static func stem(_ id: MirrorView.Column, _ name: MirrorView.Column) -> String? {
        guard id.name.hasSuffix("_id"), name.name == id.name.dropLast(3) + "_name" else { return nil }
        return id.meaning.hasSuffix("/ListID") ? String(id.meaning.dropLast("/ListID".count)) : id.meaning
    }
}
