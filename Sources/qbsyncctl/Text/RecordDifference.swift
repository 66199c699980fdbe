import FoundationEssentials

/// What changed between two versions of a record: a line for each element, by its path.
///
///     Balance: 120.00 -> 80.00
///     InvoiceLineRet.2.Amount: 5.00 -> gone
enum RecordDifference {
    static func lines(from older: String, to newer: String) -> [Line] {
        guard let before = values(of: older), let after = values(of: newer) else {
            return RecordText.indented(newer)
        }
        let paths = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        guard !paths.isEmpty else { return [Line("  The same: it was restored.", .grey)] }
        return paths.sorted().map { path in
            let (old, new) = (before[path] ?? "none", after[path] ?? "gone")
            return Line("  \(path): ") + Line(old, .grey) + Line(" -> \(new)")
        }
    }

    private static func values(of json: String) -> [String: String]? {
        guard let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(json.utf8)) else { return nil }
        var values: [String: String] = [:]
        func take(_ tree: JSONTree, _ path: String) {
            func inside(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
            switch tree {
            case .object(let members): for (name, member) in members { take(member, inside(name)) }
            case .list(let list):
                for (place, item) in list.enumerated() { take(item, inside("\(place + 1)")) }
            case .text(let text): values[path] = text
            case .truth(let truth): values[path] = truth ? "true" : "false"
            case .whole(let whole): values[path] = "\(whole)"
            case .number(let number): values[path] = "\(number)"
            case .null: values[path] = "null"
            }
        }
        take(tree, "")
        return values
    }
}
