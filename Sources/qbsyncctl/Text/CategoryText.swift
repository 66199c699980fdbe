import API

/// Categories as a table.
enum CategoryText {
    static func lines(
        _ lists: [(connector: String, entries: [CategoryDetail])], isSingle: Bool, width: Int?
    ) -> [Line] {
        let columns: [Table.Column] = [
            .init("CONNECTOR"), .init("CATEGORY"), .init("DIRECTION"), .init("CADENCE"),
            .init("PAGE", isTrailing: true), .init("FROM"), .init("KINDS", narrowing: .cut),
        ]
        let rows = lists.flatMap { list in list.entries.map { row($0, list.connector) } }
        let table = Table(
            isSingle ? Array(columns.dropFirst()) : columns,
            rows: isSingle ? rows.map { Array($0.dropFirst()) } : rows)
        return table.lines(width: width)
    }

    private static func row(_ detail: CategoryDetail, _ connector: String) -> [Line] {
        let settings = detail.settings
        let size = settings.pageSize ?? 0
        let page = size > 0 ? "\(size)" : detail.measuredPageSize.map { "(\($0))" } ?? ""
        let from = settings.fromDate ?? "none"
        return [
            Line(connector, .bold), Line(detail.category, detail.isStandard ? nil : .bold),
            Line(settings.direction ?? "", settings.direction == "none" ? .grey : nil),
            Line(settings.cadence ?? ""), Line(page), Line(from == "none" ? "" : from),
            Line(detail.kinds.joined(separator: ", "), .grey),
        ]
    }
}
