/// Stands in for names: the same name is the same pseudonym everywhere in one bundle, so that it can still be
/// read who is who.
struct Pseudonyms: Sendable {
    private var byName: [String: String] = [:]
    private var counts: [String: Int] = [:]
    /// Names of connectors, which stay.
    private var kept: Set<String> = []
    /// The longest first, so that none is replaced within another.
    private var order: [String] = []

    mutating func keep(_ name: String) { kept.insert(name) }

    /// - Parameter kind: `title`, `workstation`: what the pseudonym begins with.
    mutating func of(_ name: String, kind: String) -> String {
        if name.isEmpty || kept.contains(name) { return name }
        if let known = byName[name] { return known }
        counts[kind, default: 0] += 1
        let pseudonym = "\(kind)-\(counts[kind] ?? 0)"
        byName[name] = pseudonym
        order.append(name)
        order.sort { $0.utf8.count > $1.utf8.count }
        return pseudonym
    }

    /// Puts pseudonyms in the place of all names that are known by now.
    func scrubbed(_ text: String) -> String {
        var text = text
        for name in order where name.utf8.count >= Self.shortest && text.contains(name) {
            text = text.replacing(name, with: byName[name] ?? "")
        }
        return text
    }

    /// A single letter stands in every word.
    private static let shortest = 2
}
