import XML

/*
 Macros. A request can name what it is about to make, and a later one of the same message set can say the
 name in place of an ID that nobody knows yet:

     <InvoiceAdd defMacro="TxnID:one">…      then      <TxnID useMacro="TxnID:one"/>

 So both travel in one set: they are one bundle. The later one also waits for the earlier: should that fail,
 or go out alone (because the document of both was refused), the macro's ID is known afterwards like any value
 of an earlier request, and takes the macro's place. So each use is a link, too.
*/
extension Checked {
    package struct Macros: Sendable {
        /// By request; those that are tied have the same number, that of the first of them.
        package var bundles: [Int?]
        /// What a request uses and an earlier one of the document defines.
        package var links: [Int: [DraftLink]] = [:]
        /// What each use of what a request defines is replaced by, once its record is there.
        package var definitions: [Int: [DraftLink]] = [:]
        /// Those that are defined and that no request of the document uses. Callers who know nothing of each
        /// other call theirs by the same name, and QuickBooks refuses a name that a set defines twice.
        package var idle: Set<String> = []
    }

    package func macros(in catalog: Catalog = .standard) -> Macros {
        var macros = Macros(bundles: [Int?](repeating: nil, count: requests.count))
        var definers: [String: (request: Int, path: String)] = [:]
        var used: Set<String> = []
        for (index, node, name) in macroAttributes(in: catalog) {
            let macro = draft.string(node)
            if name == Self.definition {
                let path = path(of: macro, at: draft.nodes[Int(node)].parent, in: catalog)
                definers[macro] = (index, path)
                macros.definitions[index, default: []].append(
                    DraftLink(macro: macro, of: index, path: path))
                continue
            }
            used.insert(macro)
            if let definer = definers[macro], definer.request != index {
                macros.tie(index, to: definer.request)
                let link = DraftLink(macro: macro, of: definer.request, path: definer.path)
                if !macros.links[index, default: []].contains(link) {
                    macros.links[index, default: []].append(link)
                }
            }
        }
        macros.idle = Set(definers.keys).subtracting(used)
        return macros
    }

    static let definition = "defMacro"

    /// In the order of writing.
    private func macroAttributes(in catalog: Catalog) -> [(request: Int, node: Int32, name: String)] {
        var owners: [Int32: Int] = [:]
        var found: [(request: Int, node: Int32, name: String)] = []
        for node in Int32(0)..<Int32(draft.nodes.count) where draft.nodes[Int(node)].isAttribute {
            let name = draft.name(node, in: catalog)
            guard name == Self.definition || name == DraftLink.macroUse else { continue }
            if owners.isEmpty {
                for (index, request) in requests.enumerated() { owners[request.node] = index }
            }
            var parent = draft.nodes[Int(node)].parent
            while parent >= 0, owners[parent] == nil { parent = draft.nodes[Int(parent)].parent }
            guard let owner = owners[parent] else { continue }
            found.append((owner, node, name))
        }
        return found
    }

    /// Where the record that comes back has what the macro stands for: `TxnID`, and for the second line
    /// `InvoiceLineRet[1].TxnLineID`.
    private func path(of macro: String, at element: Int32, in catalog: Catalog) -> String {
        let member = String(macro.prefix { $0 != ":" })
        let parent = draft.nodes[Int(element)].parent
        let name = draft.name(element, in: catalog)
        guard parent >= 0, isRecord(parent), name.hasSuffix("Add") || name.hasSuffix("Mod") else {
            return member
        }
        let twins = draft.children(of: parent).filter { draft.name($0, in: catalog) == name }
        return "\(name.dropLast(3))Ret[\(twins.firstIndex(of: element) ?? 0)].\(member)"
    }

    /// `<InvoiceAdd>`: what a request is about.
    private func isRecord(_ node: Int32) -> Bool {
        requests.contains { $0.inner == nil ? $0.node == draft.nodes[Int(node)].parent : $0.node == node }
    }
}

extension Checked.Macros {
    fileprivate mutating func tie(_ user: Int, to definer: Int) {
        let (one, other) = (bundles[definer] ?? definer, bundles[user] ?? user)
        let bundle = min(one, other)
        for place in bundles.indices where bundles[place] == one || bundles[place] == other {
            bundles[place] = bundle
        }
        bundles[definer] = bundle
        bundles[user] = bundle
    }
}

extension DraftLink {
    static let macroUse = "useMacro"

    /// What stands in the document is the attribute, as it is written.
    fileprivate init(macro: String, of request: Int, path: String) {
        self.init(token: Self.token(of: macro), request: "#\(request)", path: path)
    }

    private static func token(of macro: String) -> String {
        var writer = Writer(asciiOnly: true)
        writer.open("a", attributes: [(macroUse, macro)])
        return String(decoding: writer.bytes.dropFirst(3).dropLast(), as: UTF8.self)
    }

    func stands(for macro: String) -> Bool { token == Self.token(of: macro) }

    /// A macro needs no value as long as what defines it is in the same message set.
    package static func isMacro(_ token: String) -> Bool { token.hasPrefix(macroUse + "=") }

    /// What stands for the record itself, which has an ID whatever its document defined.
    package static func isRecordID(_ path: String) -> Bool { path == "TxnID" || path == "ListID" }

    /// The path of a macro that nothing defines any more: no record has such a member.
    package static let nowhere = "defMacro"

    /// Whether the token is in a request, in canonical form.
    package func stands(in request: String) -> Bool {
        Self.isMacro(token) ? request.contains(" \(token)>") : request.contains(">\(token)<")
    }

    /// The request with the value in the place of a token.
    package static func put(_ value: String, for token: String, into body: [UInt8]) -> [UInt8] {
        let escaped = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let text = String(decoding: body, as: UTF8.self)
        return isMacro(token)
            ? Array(text.replacing(" \(token)>", with: ">\(escaped)").utf8)
            : Array(text.replacing(">\(token)<", with: ">\(escaped)<").utf8)
    }
}
