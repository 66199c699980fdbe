/// The requests and answers in the notation, and the shapes that they share.
///
/// A content that stands in more than one place becomes a shape. It is called after the place it stands in
/// most often (`.2`, `.3` behind the name where another content has it already), and a reference by ID or
/// full name by the length of that name: `Ref159`.
struct Messages {
    struct Message {
        /// `InvoiceAddRq`.
        var name: String
        var isRequest: Bool
        /// `request InvoiceAddRq v2.0 {`.
        var heading: String
        var content: Contents.ID
    }

    /// In the order of the schema.
    private(set) var all: [Message] = []
    /// Places, each counted wherever it may come.
    private(set) var places = 0
    private var contents = Contents()
    private var names: [Contents.ID: String] = [:]

    init(in sets: [Schema.Place]) {
        for set in sets {
            set.content.forEachPlaceHere { message in
                all.append(
                    Message(
                        name: message.name, isRequest: Schema.isRequest(set.name),
                        heading: Self.heading(of: message, in: set.name),
                        content: contents.number(message.content)))
            }
        }
        nameWhatIsShared()
        var sizes: [Contents.ID: Int] = [:]
        places = all.reduce(0) { $0 + size(of: $1.content, &sizes) }
    }

    func lines(of message: Message) -> [String] {
        [message.heading] + lines(in: message.content, depth: 1) + ["}"]
    }

    /// By name.
    func shapeLines() -> [String] {
        names.sorted { $0.value < $1.value }.flatMap { content, name in
            ["shape \(name) {"] + lines(in: content, depth: 1) + ["}"]
        }
    }

    private func lines(in content: Contents.ID, depth: Int) -> [String] {
        contents.rows[content].flatMap { row -> [String] in
            let depth = depth + row.depth
            func line(_ words: [String]) -> String {
                String(repeating: "  ", count: depth) + words.joined(separator: " ")
            }
            guard let inside = row.content else { return [line([row.head] + row.marks)] }
            if let name = names[inside] { return [line([row.head, "=" + name] + row.marks)] }
            return [line([row.head] + row.marks + ["{"])] + lines(in: inside, depth: depth + 1) + [
                line(["}"])
            ]
        }
    }

    /// Attributes that mark every message of its kind are left to the code that reads the notation.
    private static func heading(of message: Schema.Place, in set: String) -> String {
        let isRequest = Schema.isRequest(set)
        let attributes = message.attributes.map(\.name).filter { name in
            isRequest
                ? !["requestID", "iteratorID"].contains(name) : ["retCount", "iteratorID"].contains(name)
        }
        var words = [isRequest ? "request" : "answer", message.name]
        if set.contains("Subscription") { words.append("subscription") }
        return (words + attributes.map { "@" + $0 } + message.rules.marks + ["{"]).joined(separator: " ")
    }

    private func size(of content: Contents.ID, _ known: inout [Contents.ID: Int]) -> Int {
        if let size = known[content] { return size }
        var size = 0
        for row in contents.rows[content] where !row.name.isEmpty {
            size += 1 + (row.content.map { self.size(of: $0, &known) } ?? 0)
        }
        known[content] = size
        return size
    }
}

// MARK: - Sharing

extension Messages {
    /// How often a content stands in places of each name.
    private typealias Use = [String: Int]

    private mutating func nameWhatIsShared() {
        var uses: [Contents.ID: Use] = [:]
        var order: [Contents.ID] = []
        func count(_ content: Contents.ID) {
            for row in contents.rows[content] {
                guard let inside = row.content else { continue }
                let isFirst = uses[inside] == nil
                uses[inside, default: [:]][row.name, default: 0] += 1
                guard isFirst else { continue }
                order.append(inside)
                // What is inside a shape stands once, in the shape.
                count(inside)
            }
        }
        for message in all { count(message.content) }
        var taken: [String: Int] = [:]
        for content in order {
            guard let use = uses[content], use.values.reduce(0, +) > 1 else { continue }
            if let reference = referenceName(of: content) {
                names[content] = reference
            } else if let favourite = use.min(by: { (-$0.value, $0.key) < (-$1.value, $1.key) })?.key {
                let number = taken[favourite, default: 0] + 1
                taken[favourite] = number
                names[content] = number == 1 ? favourite : "\(favourite).\(number)"
            }
        }
    }

    /// `Ref159` for an optional ListID before an optional FullName of 159 characters, without anything more;
    /// `Ref.US31.AU41` where the editions differ.
    private func referenceName(of content: Contents.ID) -> String? {
        let rows = contents.rows[content]
        let name = "FullName? text"
        guard rows.count == 2, rows[0].head == "ListID? id", rows[1].head.hasPrefix(name),
            rows.allSatisfy({ $0.marks.isEmpty })
        else { return nil }
        let length = rows[1].head.dropFirst(name.count)
        guard length.first == "(" else { return "Ref" + length }
        return "Ref." + length.dropFirst().dropLast().split(separator: ",").joined(separator: ".")
    }
}
