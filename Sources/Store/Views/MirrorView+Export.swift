extension MirrorView {
    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    private static let byKind = Dictionary(
        all.filter { $0.parent == nil }.compactMap { view in view.kind.map { ($0, view) } },
        uniquingKeysWith: { one, _ in one })

    /// - Parameter name: its own, or that of the kind that it shows.
    package static func named(_ name: String) -> MirrorView? { byName[name] ?? byKind[name] }

    private var hasDeletions: Bool { columns.contains { $0.name == "is_deleted" } }

    private func condition(_ connector: String, _ withDeleted: Bool) -> String {
        let name = connector.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        let deletions = withDeleted || !hasDeletions ? "" : " AND NOT is_deleted"
        return "WHERE connector = '\(name)'\(deletions)"
    }

    /// All columns but the JSON: what a table program can make use of.
    package func exported(connector: String, withDeleted: Bool) -> String {
        let names = columns.filter { $0.form != .json }.map(\.name).joined(separator: ", ")
        return "SELECT \(names) FROM \(name) \(condition(connector, withDeleted))"
    }

    /// One column: a JSON object for each row. The record's own JSON goes into it as it is, so nothing in it
    /// can change on the way.
    package func exportedAsJSON(connector: String, withDeleted: Bool) -> String {
        let described = columns.filter { column in
            kind == nil || parent != nil ? column.form != .json : Self.frame.contains(column.name)
        }
        let hasJSON = columns.contains { $0.name == "json" } && parent == nil
        let pairs = (hasJSON ? described.filter { Self.frame.contains($0.name) } : described).map { column in
            "'\"\(column.name)\":'||\(Self.written(column))"
        }
        let kinds = hasJSON ? kind.map { ["'\"kind\":\"\($0)\"'"] } ?? [] : []
        let whole = hasJSON ? ["'\"record\":'||json"] : []
        return "SELECT '{'||\((kinds + pairs + whole).joined(separator: "||','||"))||'}' FROM \(name) "
            + condition(connector, withDeleted)
    }

    /// What stands around a record: the rest is in it.
    private static let frame: Set<String> = [
        "connector", "kind", "id", "is_deleted", "deleted_at", "changed_at", "modified_at", "as_of",
    ]

    private static func written(_ column: Column) -> String {
        column.form == .flag
            ? "CASE \(column.name) WHEN 0 THEN 'false' WHEN 1 THEN 'true' ELSE json_quote(\(column.name)) END"
            : "json_quote(\(column.name))"
    }
}
