/// The way from a record down to the elements that repeat inside it: each step is a table-valued function
/// that gives a row per element.
struct LineChain {
    let kind: MirrorKind
    /// The view at its end.
    let view: String
    private(set) var depth = 0
    private var joins: [String] = []
    private(set) var keys: [MirrorView.Column]
    private var path: [String] = []

    init(kind: MirrorKind, view: String) {
        self.kind = kind
        self.view = view
        keys = [
            RecordColumns.connector,
            .init(
                "\(ViewName.snake(kind.name))_id", .id, "r.id", "`id` of the record in the view `\(view)`."),
        ]
    }

    /// The alias of the function at the end; `r` for the record itself.
    var alias: String { depth == 0 ? "r" : "l\(depth)" }

    func entering(_ list: ElementFields.List, groups: [ElementFields.List], name: String) -> LineChain {
        var chain = LineChain(self, view: name)
        let outer = depth == 0 ? "r.json" : "\(alias).value"
        chain.depth += 1
        let path = "$." + list.path.joined(separator: ".")
        if depth > 0, let last = chain.keys.last, last.name == "line_number" {
            chain.keys[chain.keys.count - 1].name = "parent_line_number"
            chain.keys[chain.keys.count - 1].meaning = "`line_number` in the view `\(view)`."
        }
        if let group = groups.first {
            // All groups and then nothing, which stands for the record itself: one walk for the lines of
            // both.
            let groupPath = "$." + group.path.joined(separator: ".")
            chain.joins.append(
                "JOIN json_each(json_insert(coalesce(r.json -> '\(groupPath)','[]'),'$[#]',NULL)) AS g")
            chain.joins.append("JOIN json_each(ifnull(g.value,r.json),'\(path)') AS \(chain.alias)")
            chain.keys.append(
                .init(
                    "group_number", .integer, "CASE WHEN g.value IS NOT NULL THEN g.key+1 END",
                    "For a line inside a group: the group's `line_number`. Otherwise NULL."))
        } else {
            chain.joins.append("JOIN json_each(\(outer),'\(path)') AS \(chain.alias)")
        }
        chain.keys.append(
            .init(
                "line_number", .integer, "\(chain.alias).key+1",
                groups.isEmpty
                    ? "Its place, from 1 on." : "Its place in the record or in its group, from 1 on."))
        chain.path = self.path + list.path
        return chain
    }

    private init(_ outer: LineChain, view: String) {
        kind = outer.kind
        depth = outer.depth
        joins = outer.joins
        keys = outer.keys
        path = outer.path
        self.view = view
    }

    func view(_ columns: [MirrorView.Column]) -> MirrorView {
        MirrorView(
            name: view, title: "One row per \(path.joined(separator: "/")) of each \(kind.name).",
            kind: kind.name, parent: ViewName.kind(kind.name),
            columns: columns + RecordColumns.lines(kind),
            source: ([ViewMaker.records] + joins + [ViewMaker.only(kind.name)]).joined(separator: "\n"))
    }
}
