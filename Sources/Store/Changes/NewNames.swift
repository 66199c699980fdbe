import FoundationEssentials

/// A list entry that has a new name.
struct Renaming: Equatable {
    var kind: String
    var id: String
    /// Nil if it was not here before.
    var old: String?
    var new: String
}

/// New names of list entries, and what they make of the records that refer to them.
struct NewNames {
    private let renamings: [Renaming]
    private let byID: [String: [Renaming]]

    init(_ renamings: [Renaming]) {
        self.renamings = renamings
        byID = Dictionary(grouping: renamings, by: \.id)
    }

    /// Few enough to let SQLite look for each.
    var isFew: Bool { byID.count <= 40 }

    var ids: [String] { byID.keys.sorted() }

    static func reference(_ id: String) -> String { #""ListID":"\#(id)","FullName":""# }

    /// Whether a record refers to any of them: one walk over its references.
    func concern(_ json: String) -> Bool {
        var rest = json.utf8[...]
        let mark = Array(#"{"ListID":""#.utf8)
        while let found = rest.firstRange(of: mark) {
            rest = rest[found.upperBound...]
            let id = String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            if byID[id] != nil { return true }
        }
        return false
    }

    /// - Returns: the record with the new names, and its own name, which changes when it lies under a renamed
    ///   entry.
    func rewritten(_ record: Referring) -> (json: String, name: String?) {
        var (json, name) = (record.json, record.name)
        for renaming in renamings where json.contains(Self.reference(renaming.id)) {
            let isChild =
                Self.family(record.kind) == Self.family(renaming.kind)
                && json.contains("\"ParentRef\":{" + Self.reference(renaming.id))
            json = Self.replacing(renaming, in: json, of: record.kind)
            guard isChild, let old = renaming.old, let own = name, own.hasPrefix(old + ":") else { continue }
            let new = renaming.new + own.dropFirst(old.count)
            let member = #""FullName":""#
            json = json.replacing(
                member + Self.escaped(own) + "\"", with: member + Self.escaped(new) + "\"", maxReplacements: 1
            )
            name = new
        }
        return (json, name)
    }

    /// Puts the new name wherever a reference of the right kind carries the ID. Two lists may use one ID.
    private static func replacing(_ renaming: Renaming, in json: String, of kind: String) -> String {
        let prefix = reference(renaming.id)
        var result = ""
        var rest = json[...]
        while let found = rest.firstRange(of: prefix) {
            result += rest[..<found.upperBound]
            var index = found.upperBound
            while index < rest.endIndex, rest[index] != "\"" {
                if rest[index] == "\\" { index = rest.index(after: index) }
                index = rest.index(after: index)
            }
            let isMeant = refers(json[..<found.lowerBound], to: renaming.kind, from: kind)
            result += isMeant ? escaped(renaming.new)[...] : rest[found.upperBound..<index]
            rest = rest[index...]
        }
        return result + rest
    }

    /// Whether the element whose brace ends the text, `"IncomeAccountRef":{`, can refer to entries of a kind.
    private static func refers(_ text: Substring, to target: String, from kind: String) -> Bool {
        guard let element = element(around: text) else { return false }
        if element == "Parent" { return family(kind) == family(target) }
        return element.hasSuffix(target) || element.hasSuffix(family(target))
    }

    /// `IncomeAccount` of `"IncomeAccountRef":{`, and of a list of references, `"ItemSalesTaxRef":[{…},{`.
    private static func element(around text: Substring) -> Substring? {
        var head = text.dropLast()
        if head.hasSuffix("},"), let list = head.lastIndex(of: "[") {
            guard !head[list...].contains("]") else { return nil }
            head = head[..<list]
        } else if head.hasSuffix("[") {
            head = head.dropLast()
        }
        guard head.hasSuffix("Ref\":") else { return nil }
        let name = head.dropLast("Ref\":".count)
        return name.lastIndex(of: "\"").map { name[name.index(after: $0)...] }
    }

    /// What references call entries of a kind: `ItemRef` for all items, `EntityRef` for whoever one does
    /// business with.
    private static func family(_ kind: String) -> String {
        if kind.hasPrefix("Item") { return "Item" }
        switch kind {
        case "StandardTerms", "DateDrivenTerms": return "Terms"
        case "Customer", "Vendor", "Employee", "OtherName": return "Entity"
        default: return kind
        }
    }

    /// As the decoder writes strings.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
