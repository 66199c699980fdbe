extension Checked {
    /// Which requests are tied by macros, so that they must travel in one message set: by the index of a
    /// request the number of its bundle, which is the first index in it; nil for one by itself.
    package func bundles(in catalog: Catalog = .standard) -> [Int?] {
        var bundles = [Int?](repeating: nil, count: requests.count)
        var definers: [String: Int] = [:]
        for (index, name, macro) in macros(in: catalog) {
            if name == "defMacro" {
                definers[macro] = index
            } else if let definer = definers[macro], definer != index {
                let (one, other) = (bundles[definer] ?? definer, bundles[index] ?? index)
                let bundle = min(one, other)
                for place in bundles.indices where bundles[place] == one || bundles[place] == other {
                    bundles[place] = bundle
                }
                bundles[definer] = bundle
                bundles[index] = bundle
            }
        }
        return bundles
    }

    /// In the order of writing.
    private func macros(in catalog: Catalog) -> [(request: Int, name: String, macro: String)] {
        var owners: [Int32: Int] = [:]
        var found: [(request: Int, name: String, macro: String)] = []
        for node in draft.nodes.indices where draft.nodes[node].isAttribute {
            let name = draft.name(Int32(node), in: catalog)
            guard name == "defMacro" || name == "useMacro" else { continue }
            if owners.isEmpty {
                for (index, request) in requests.enumerated() { owners[request.node] = index }
            }
            var parent = draft.nodes[node].parent
            while parent >= 0, owners[parent] == nil { parent = draft.nodes[Int(parent)].parent }
            guard let owner = owners[parent] else { continue }
            found.append((owner, name, draft.string(Int32(node))))
        }
        return found
    }
}
