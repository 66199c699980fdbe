extension SchemaBuilder {
    /// A row of places as far as the scope has them, with the choices in it.
    private struct Row {
        var places: [Int]
        /// The choice whose branch it is; -1 for a whole content.
        var choice: Int
        var inner: [Int]
    }

    /// What the choices of a content ask for, each a list of alternatives:
    ///
    ///     {"anyOf": [
    ///       {"title": "ListID", "required": ["ListID"],
    ///        "properties": {"ListID": GIVEN, "FullName": NOTHING}},
    ///       {"title": "FullName", …},
    ///       {"title": "none of them", "properties": {"ListID": NOTHING, "FullName": NOTHING}}]}
    ///
    /// An alternative shuts out the elements of all others, so at most one of them can be meant, although two
    /// that need nothing are both right for an object without any of their elements.
    mutating func choices(of content: Content, _ use: SchemaUse) -> [JSON] {
        let row = Row(
            places: Array(content.places.indices), choice: -1,
            inner: content.choices.indices.filter { content.choices[$0].parent < 0 })
        return conditions(of: row, content, use)
    }

    /// One condition stands for itself, several are joined.
    func joining(_ conditions: [JSON], to schema: JSON) -> JSON {
        var schema = schema
        if conditions.count == 1 {
            for member in conditions[0].members { schema[member.key] = member.value }
        } else if !conditions.isEmpty {
            schema["allOf"] = .list(conditions)
        }
        return schema
    }

    private mutating func conditions(of row: Row, _ content: Content, _ use: SchemaUse) -> [JSON] {
        var conditions: [JSON] = []
        for choice in row.inner {
            if let condition = condition(choice, content, use) { conditions.append(condition) }
        }
        return conditions
    }

    private mutating func condition(_ index: Int, _ content: Content, _ use: SchemaUse) -> JSON? {
        let choice = content.choices[index]
        let rows = rows(of: index, content)
        if rows.isEmpty || choice.repeats && !choice.isRequired { return nil }
        if choice.repeats {
            var alternatives: [JSON] = []
            for place in rows.flatMap(\.places) { alternatives.append(given([place], content, use)) }
            return ["anyOf": .list(alternatives)]
        }
        let needsNothing = rows.contains { mayBeEmpty($0, content) }
        var alternatives: [JSON] = []
        for (number, row) in rows.enumerated() {
            let needed = row.places.filter {
                Int(content.places[$0].choice) == index && content.places[$0].isRequired
            }
            let others = rows.enumerated().filter { $0.offset != number }.flatMap(\.element.places)
            let inner = conditions(of: row, content, use)
            // An only branch that needs nothing asks for nothing.
            if needed.isEmpty, others.isEmpty, inner.isEmpty { return nil }
            var alternative = given(needed, content, use)
            alternative["properties"] = .object(
                (alternative["properties"]?.members ?? []) + shut(others, content, use))
            alternatives.append(titled(title(of: row, needed, content), joining(inner, to: alternative)))
        }
        if !choice.isRequired, !needsNothing {
            let none = JSON.object(shut(rows.flatMap(\.places), content, use))
            alternatives.append(["title": "none of them", "properties": none])
        }
        return ["anyOf": .list(alternatives)]
    }

    // MARK: Rows

    /// The branches of which the scope has anything.
    private func rows(of choice: Int, _ content: Content) -> [Row] {
        content.choices[choice].branches.indices.map { row($0, of: choice, content) }
            .filter { !$0.places.isEmpty }
    }

    private func row(_ branch: Int, of choice: Int, _ content: Content) -> Row {
        Row(
            places: content.choices[choice].branches[branch].filter {
                scope.includes(content.places[$0], in: content)
            },
            choice: choice,
            inner: content.choices.indices.filter {
                content.choices[$0].parent == choice && content.choices[$0].parentBranch == branch
            })
    }

    private func mayBeEmpty(_ row: Row, _ content: Content) -> Bool {
        let own = row.places.map { content.places[$0] }.filter { Int($0.choice) == row.choice }
        if own.contains(where: { $0.isRequired }) { return false }
        return row.inner.allSatisfy { inner in
            let choice = content.choices[inner]
            let rows = rows(of: inner, content)
            return !choice.isRequired || rows.isEmpty || rows.contains { mayBeEmpty($0, content) }
        }
    }

    // MARK: Conditions on elements

    /// All of the places must be there and say something.
    private mutating func given(_ places: [Int], _ content: Content, _ use: SchemaUse) -> JSON {
        guard !places.isEmpty else { return .object([]) }
        let names = places.map { catalog.name(of: content.places[$0]) }
        var members: [JSON.Member] = []
        for name in names { members.append(JSON.Member(name, ["not": nothing(use)])) }
        return ["required": .texts(names), "properties": .object(members)]
    }

    private mutating func shut(_ places: [Int], _ content: Content, _ use: SchemaUse) -> [JSON.Member] {
        var members: [JSON.Member] = []
        for place in places {
            members.append(JSON.Member(catalog.name(of: content.places[place]), nothing(use)))
        }
        return members
    }

    private func title(of row: Row, _ needed: [Int], _ content: Content) -> String {
        let shown = needed.isEmpty ? Array(row.places.prefix(2)) : needed
        let names = shown.map { catalog.name(of: content.places[$0]) }
        return needed.isEmpty && row.places.count > shown.count
            ? names.joined(separator: ", ") + " …" : Finding.conjunction(names)
    }

    private func titled(_ title: String, _ schema: JSON) -> JSON {
        .object([JSON.Member("title", .text(title))] + schema.members)
    }
}
