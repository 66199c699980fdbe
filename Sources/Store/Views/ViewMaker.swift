import QBXML
import Sync

/// Makes the views of the catalog's kinds.
///
///     invoice             a row for each invoice
///     invoice_line        a row for each of its lines, also those inside groups
///     invoice_line_group  a row for each group
///     invoice_linked_txn  …
struct ViewMaker {
    let catalog: Catalog
    let kinds: [MirrorKind]
    /// In how many kinds an element repeats: one that is no other's may go by its own name.
    private let listCounts: [String: Int]

    init(_ catalog: Catalog, _ categories: [Category]) {
        self.catalog = catalog
        kinds = MirrorKind.all(of: catalog, categories)
        var counts: [String: Int] = [:]
        for kind in kinds {
            let fields = ElementFields(of: kind.content, parent: kind.element, in: catalog)
            for list in fields.lists { counts[list.element, default: 0] += 1 }
        }
        listCounts = counts
    }

    func views() -> [MirrorView] {
        kinds.flatMap { kind in
            let fields = ElementFields(of: kind.content, parent: kind.element, in: catalog)
            return [view(of: kind, fields)] + lineViews(of: kind, fields)
        }
    }

    /// What several kinds have in common, where one query of QuickBooks gives them all: `item`, `entity`,
    /// `terms`.
    func families() -> [MirrorView] {
        catalog.answers.filter { $0.operation == .query }.compactMap { answer in
            let elements = Set(catalog[answer.content].places.map { catalog.name(of: $0) })
            let members = kinds.filter { elements.contains($0.element) }
            return members.count > 1 ? family(ViewName.snake(answer.subject), members) : nil
        }
    }

    private func family(_ name: String, _ members: [MirrorKind]) -> MirrorView {
        let fields = members.map { ElementFields(of: $0.content, parent: $0.element, in: catalog).fields }
        let common = fields[0].filter { field in fields.allSatisfy { $0.contains(field) } }
        var columns = RecordColumns.first
        columns.append(.init("kind", .text, "r.kind", "Which kind it is, and so which view has all of it."))
        columns.append(.init("name", .name, "r.name COLLATE NOCASE", "FullName, else Name."))
        columns += RecordColumns.life
        let own = RecordColumns(members[0], [])
        for field in common where !field.isName { columns += own.columns(of: field) }
        columns.append(.init("json", .json, "r.json", "The whole record, as json.md says."))
        let list = members.map { "'\($0.name)'" }.joined(separator: ",")
        return MirrorView(
            name: name, title: "One row per record of the kinds that QuickBooks calls one family.", kind: nil,
            parent: nil, columns: columns, source: "\(Self.records)\nWHERE r.kind IN (\(list))")
    }

    // MARK: - Records

    private func view(of kind: MirrorKind, _ fields: ElementFields) -> MirrorView {
        let own = RecordColumns(kind, fields.fields)
        var columns = RecordColumns.first + RecordColumns.life + [RecordColumns.asOf(kind)]
        for field in fields.fields { columns += own.columns(of: field) }
        columns.append(.init("json", .json, "r.json", "The whole record, as json.md says."))
        return MirrorView(
            name: ViewName.kind(kind.name), title: "One row per \(kind.name).", kind: kind.name, parent: nil,
            columns: columns, source: "\(Self.records)\n\(Self.only(kind.name))")
    }

    /*
     How SQLite joins views of these is in the two conditions. Written as equations they would tempt it to
     make an index of its own on the connector or the kind alone, to believe that it leads to twenty records,
     and to walk through all invoices for each item before it looks at a single line. A pair with NULL in it
     means the same, uses the same indexes, and cannot be misused that way; tests hold the plans.
     */

    static let records = "FROM connector AS c JOIN record AS r ON r.connector_id IN (c.id,NULL)"

    static func only(_ kind: String) -> String { "WHERE r.kind IN ('\(kind)',NULL)" }

    // MARK: - Lines

    private func lineViews(of kind: MirrorKind, _ fields: ElementFields) -> [MirrorView] {
        let start = LineChain(kind: kind, view: ViewName.kind(kind.name))
        return fields.lists.flatMap { list in
            lines(list, start, groups: fields.lists.filter { holds(list.element, in: $0) })
        }
    }

    /// Whether a repeating element is one that has others of the same name inside: a group of lines.
    private func holds(_ element: String, in group: ElementFields.List) -> Bool {
        guard group.element != element, let content = group.place.content else { return false }
        return catalog[content].places.contains { catalog.name(of: $0) == element }
    }

    private func lines(
        _ list: ElementFields.List, _ chain: LineChain, groups: [ElementFields.List]
    ) -> [MirrorView] {
        // Custom fields of everything are in one view.
        if CustomFields.elements.contains(list.element) { return [] }
        let here = chain.entering(list, groups: groups, name: name(of: list, in: chain))
        var columns = here.keys
        guard let content = list.place.content else {
            columns.append(.init("value", .text, "\(here.alias).value", list.path.joined(separator: "/")))
            return [here.view(columns)]
        }
        if ElementFields.isReference(list.element, content, catalog) {
            let name = ViewName.reference(list.element)
            columns += [
                .init("\(name)_id", .id, "\(here.alias).value->>'$.ListID'", "ListID"),
                .init("\(name)_name", .name, "\(here.alias).value->>'$.FullName'", "FullName"),
            ]
            return [here.view(columns)]
        }
        let fields = ElementFields(of: content, parent: list.element, in: catalog)
        for field in fields.fields {
            columns += LineColumns.columns(of: field, in: here.alias, inside: list.element)
        }
        columns.append(.init("json", .json, "\(here.alias).value", "The whole element, as json.md says."))
        let inner = fields.lists.filter { list in !groupNames(chain, list) }
        return [here.view(columns)] + inner.flatMap { lines($0, here, groups: []) }
    }

    /// Lines inside a group are in the view of the other lines already.
    private func groupNames(_ chain: LineChain, _ list: ElementFields.List) -> Bool {
        guard chain.depth == 0 else { return false }
        let fields = ElementFields(of: chain.kind.content, parent: chain.kind.element, in: catalog)
        return fields.lists.contains { $0.element == list.element }
    }

    /// `bill_item_line`; but `invoice_line`, which says itself whose it is.
    private func name(of list: ElementFields.List, in chain: LineChain) -> String {
        let content = list.place.content
        let isReference = content.map { ElementFields.isReference(list.element, $0, catalog) } ?? false
        let own =
            isReference ? ViewName.reference(list.element) : ViewName.snake(ViewName.plain(list.element))
        let kind = ViewName.snake(chain.kind.name)
        let first = kind.prefix { $0 != "_" }
        let isItsOwn = listCounts[list.element] == 1 && !isReference && own.hasPrefix(first + "_")
        if chain.depth == 0, isItsOwn || own.hasPrefix(kind + "_") { return own }
        return (chain.depth == 0 ? kind : chain.view) + "_" + own
    }
}
