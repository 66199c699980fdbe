import QBXML

/// What stands inside an element, as a table in which one sees what belongs together:
///
///     at most one of:
///     ├─ ListID            one or more  ID
///     ├─ MaxReturned       optional     whole number, 1 or more
///     │  ActiveStatus      optional     ActiveOnly (standard), InactiveOnly, All
///     ╰─ NameFilter        …
struct MemberTable {
    private struct Row {
        /// Lines that join a branch of a choice, in front of the name and under it.
        var rail: String
        var railBelow: String
        var name: Line
        var occurrence = ""
        var value = Line()
        var since = ""
        /// Nothing stands behind the name, so it may be wider than its column.
        var isHeading = false
    }

    private var rows: [Row] = []
    /// The version and editions of what is around it all; only what differs is told.
    private let since: String
    private let editions: [String]

    init(_ members: [Member], since: String, editions: [String]) {
        self.since = since
        self.editions = editions
        add(members, first: "", rest: "")
    }

    // MARK: Rows

    /// - Parameters:
    ///   - first: what stands in front of the first row.
    ///   - rest: what stands in front of all others.
    private mutating func add(_ members: [Member], first: String, rest: String) {
        for (index, member) in members.enumerated() {
            let rail = index == 0 ? first : rest
            switch member {
            case .element(let element):
                add(element, isAlone: members.count == 1 && !rest.isEmpty, rail, rest)
            case .choice(let choice): add(choice, rail, rest)
            }
        }
    }

    private mutating func add(
        _ element: ElementDescription, isAlone: Bool, _ rail: String, _ rest: String
    ) {
        let isGone = element.editions.isEmpty
        // The one element of a branch is there if the branch is taken; that it is required then says nothing.
        let isPlain = isAlone && element.minimum == 1 && element.maximum == 1
        let members = element.members ?? []
        rows.append(
            Row(
                rail: rail, railBelow: rest,
                name: Line(element.name, isGone ? .grey : element.minimum > 0 ? .bold : nil),
                occurrence: isPlain ? "" : element.occurrence,
                value: Line(members.isEmpty ? element.brief : "", isGone ? .grey : nil),
                since: since(of: element)))
        add(members, first: rest + "  ", rest: rest + "  ")
    }

    private mutating func add(_ choice: ChoiceDescription, _ rail: String, _ rest: String) {
        let age = choice.since == since ? "" : " (since \(choice.since))"
        rows.append(
            Row(
                rail: rail, railBelow: rest, name: Line("\(choice.rule.rawValue)\(age):", .grey),
                isHeading: true))
        for (index, branch) in choice.branches.enumerated() {
            let isLast = index == choice.branches.count - 1
            add(branch, first: rest + (isLast ? "╰─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "))
        }
    }

    private func since(of element: ElementDescription) -> String {
        if element.editions.isEmpty { return "online only" }
        let version = element.since == since ? nil : element.since
        let country = element.editions == editions ? nil : element.editions.joined(separator: " ")
        return [version, country].compactMap { $0 }.joined(separator: ", ")
    }

    // MARK: Lines

    private static let titles = ["ELEMENT", "HOW OFTEN", "VALUE", "SINCE"]

    func lines(width: Int?) -> [Line] {
        let widths = widths(within: width)
        return [Self.line(Self.titles.map { Line($0, .bold) }, widths)]
            + rows.flatMap { lines(of: $0, widths) }
    }

    private func widths(within width: Int?) -> [Int] {
        let cells = rows.filter { !$0.isHeading }.map { row in
            [row.rail.columns + row.name.width, row.occurrence.columns, row.value.width, row.since.columns]
        }
        var widths = Self.titles.indices.map { column in
            cells.reduce(Self.titles[column].columns) { max($0, $1[column]) }
        }
        if let width {
            let left = width - widths[0] - widths[1] - widths[3] - 3 * Self.gap
            widths[2] = min(widths[2], max(16, left))
        }
        return widths
    }

    private func lines(of row: Row, _ widths: [Int]) -> [Line] {
        let values = row.value.wrapped(to: widths[2])
        return values.indices.map { index in
            let isFirst = index == 0
            let name = isFirst ? Line(row.rail, .grey) + row.name : Line(row.railBelow, .grey)
            return Self.line(
                [
                    name, Line(isFirst ? row.occurrence : ""), values[index],
                    Line(isFirst ? row.since : "", .grey),
                ], widths)
        }
    }

    private static let gap = 2

    private static func line(_ cells: [Line], _ widths: [Int]) -> Line {
        var line = Line()
        for index in cells.indices {
            let isLast = cells[(index + 1)...].allSatisfy { $0.width == 0 }
            line = line + (isLast ? cells[index] : cells[index].padded(to: widths[index] + gap))
            if isLast { break }
        }
        return line
    }
}
