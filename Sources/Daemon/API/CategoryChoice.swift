import API
import QBXML

/// Reads a list of categories, with all that is wrong with it.
struct CategoryChoice {
    /// Why a category is not read, by its name.
    let unread: [String: String]
    private(set) var findings: [Problem.Finding] = []

    init(_ unread: [String: String]) { self.unread = unread }

    mutating func refuse(_ field: String, _ problem: String) {
        findings.append(Problem.Finding(field: field, problem: problem))
    }

    func end() throws { if !findings.isEmpty { throw OrderRefusal.findings(findings) } }

    /// The names of the categories, each once, in the order of a sync.
    ///
    /// - Parameters:
    ///   - words: categories or kinds; nil for all that are read.
    ///   - lacking: what is said of a category that is not `fit`.
    mutating func names(
        _ words: [String]?, lacking: String, _ fit: (QBXML.Category) -> Bool
    ) -> [String] {
        guard let words else {
            return QBXML.Category.all.filter { fit($0) && unread[$0.name] == nil }.map(\.name)
        }
        if words.isEmpty { refuse("categories", "The list is empty. Leave it out for all.") }
        var chosen: Set<String> = []
        for (number, word) in words.enumerated() {
            let field = "categories.\(number)"
            guard let category = QBXML.Category.called(word) else {
                let names = QBXML.Category.all.flatMap { [$0.name, $0.title] + $0.kinds }
                refuse(field, "There is no category \"\(word)\".\(OrderRefusal.hint(word, among: names))")
                continue
            }
            if !fit(category) {
                refuse(field, "\(category.title) \(lacking).")
            } else if let reason = unread[category.name] {
                refuse(field, reason)
            }
            chosen.insert(category.name)
        }
        return QBXML.Category.all.map(\.name).filter { chosen.contains($0) }
    }
}
