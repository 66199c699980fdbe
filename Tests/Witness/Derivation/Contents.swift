/// What stands inside places, each different content once.
///
/// A content is a few rows, of which some lead to further contents: the tree becomes a net in which equal
/// branches are one. Whether two are equal is then one comparison, and how often one is used can be counted.
struct Contents {
    /// A line of the notation; where it leads to a content, what is written depends on whether that has a
    /// name.
    struct Row: Hashable {
        var depth = 0
        /// The name of the place; empty for the signs of a choice.
        var name = ""
        /// Name, occurrence and type.
        var head: String
        /// Attributes and marks.
        var marks: [String] = []
        var content: ID?
    }

    typealias ID = Int

    private(set) var rows: [[Row]] = []
    private var numbers: [[Row]: ID] = [:]

    mutating func number(_ parts: [Schema.Part]) -> ID {
        let rows = rows(parts, depth: 0)
        if let number = numbers[rows] { return number }
        let number = self.rows.count
        numbers[rows] = number
        self.rows.append(rows)
        return number
    }

    private mutating func rows(_ parts: [Schema.Part], depth: Int) -> [Row] {
        var rows: [Row] = []
        for part in parts {
            switch part {
            case .place(let place):
                var row = Row(depth: depth, name: place.name, head: place.head, marks: place.marks)
                if place.type == nil, !place.content.isEmpty { row.content = number(place.content) }
                rows.append(row)
            case .choice(let choice):
                rows.append(Row(depth: depth, head: "(" + choice.mode.rawValue, marks: choice.rules.marks))
                for (index, branch) in choice.branches.enumerated() {
                    if index > 0 { rows.append(Row(depth: depth, head: "|")) }
                    rows += self.rows(branch, depth: depth + 1)
                }
                rows.append(Row(depth: depth, head: ")"))
            }
        }
        return rows
    }
}
