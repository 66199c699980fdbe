import FoundationEssentials

/// Takes out of documents whatever could be a company's data.
///
/// It works by what is let through, and not by what is taken out: a field that no list names is withheld, so
/// that one which a later version adds cannot slip through. Free text is withheld as well where QuickBooks or
/// a person may have written it; of the codes in it something is told.
struct Redaction: Sendable {
    private(set) var pseudonyms = Pseudonyms()
    /// Texts of our own tables: they hold nothing of a company.
    var fixedSentences: Set<String> = []
    /// Everything is let through, because somebody asked for it.
    let withNames: Bool

    init(withNames: Bool) { self.withNames = withNames }

    /// Fields that hold names: their values become pseudonyms.
    private static let named: Set = [
        "title", "company_file", "company_name", "workstation", "user", "address", "owner_id", "file_id",
        "source", "by", "webhook_host",
    ]

    /// Learns the names that may stand in texts, from `GET /v1/connectors`.
    mutating func learn(connectors: JSONTree) {
        for connector in connectors.items { connector["name"]?.string.map { pseudonyms.keep($0) } }
        for connector in connectors.items {
            learn(connector["company_name"], "company_name")
            let settings = connector["settings"]
            for key in ["title", "company_file", "workstation"] { learn(settings?[key], key) }
            for user in connector["users"]?.items ?? [] { learn(user["name"], "user") }
        }
    }

    private mutating func learn(_ value: JSONTree?, _ kind: String) {
        guard let name = value?.string else { return }
        _ = pseudonyms.of(name, kind: kind)
        // Of a path also the file's own name stands in sentences.
        let last = name.split(whereSeparator: { "\\/".contains($0) }).last.map(String.init) ?? name
        if kind == "company_file", last != name { _ = pseudonyms.of(last, kind: kind) }
    }

    /// - Parameter kept: paths of fields, such as `connectors.dots.state`; lists are passed through. `a.*`
    ///   keeps all that is below.
    mutating func document(_ tree: JSONTree, keeping kept: Set<String>) -> JSONTree {
        withNames ? tree : redacted(tree, at: "", kept)
    }

    private mutating func redacted(_ tree: JSONTree, at path: String, _ kept: Set<String>) -> JSONTree {
        switch tree {
        case .null: return .null
        case .list(let list): return .list(list.map { redacted($0, at: path, kept) })
        case .object(let object):
            return .object(members(of: object, at: path, kept))
        case .text(let text):
            let key = path.split(separator: ".").last.map(String.init) ?? ""
            if Self.isKept(path, kept) || fixedSentences.contains(text) {
                return .text(pseudonyms.scrubbed(text))
            }
            if path == "users.name" { return .text(pseudonyms.of(text, kind: "user")) }
            if Self.named.contains(key) { return .text(pseudonyms.of(text, kind: key)) }
            return .text(Self.withheld(text))
        case .truth, .whole, .number:
            return Self.isKept(path, kept) ? tree : .text("(withheld)")
        }
    }

    private mutating func members(
        of object: [String: JSONTree], at path: String, _ kept: Set<String>
    ) -> [String: JSONTree] {
        // A condition of the whole installation speaks of this machine only, in our own words.
        let isOurs = object["code"] != nil && object["severity"] != nil && object["connector"] == nil
        var members: [String: JSONTree] = [:]
        for key in object.keys.sorted() {
            guard let value = object[key] else { continue }
            let place = path.isEmpty ? key : "\(path).\(key)"
            members[key] = redacted(value, at: place, isOurs ? kept.union(["\(path).*"]) : kept)
        }
        return members
    }

    private static func isKept(_ path: String, _ kept: Set<String>) -> Bool {
        if kept.contains(path) { return true }
        var rest = Substring(path)
        while let dot = rest.lastIndex(of: ".") {
            rest = rest[..<dot]
            if kept.contains(rest + ".*") { return true }
        }
        return kept.contains(".*")
    }

    /// A text that may be somebody else's: how long it is, and the codes that stand in it.
    static func withheld(_ text: String) -> String {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        let codes = words.filter { word in
            let isCode = word.hasPrefix("0x") && word.count == 10 || word.hasPrefix("QBWC") && word.count == 8
            return isCode && word.utf8.allSatisfy { $0 < 0x80 }
        }
        let told = codes.isEmpty ? "" : "; in it: \(codes.prefix(5).joined(separator: ", "))"
        return "(withheld, \(text.count) characters\(told))"
    }
}
