internal import QBXML

/// What a differential test counted.
package struct Figures: Sendable {
    /// Documents that were right by the catalog.
    package var valid = 0
    package var mutations = 0
    package var byKind: [Mutation.Kind: Int] = [:]
    package var bytes = 0
    package var bothTake = 0
    package var bothRefuse = 0
    package var differ = 0
    /// How often each known reason was needed.
    package var reasons: [KnownDifference: Int] = [:]
    /// Documents that differ for no known reason.
    package var unexplained = 0
    /// Documents of which only the order was wrong, and what the encoder made of them right.
    package var putRight = 0
    /// Documents that were made of JSON as well.
    package var fromJSON = 0
    package var nearness = Nearness()
    /// Each in whole sentences with the document that shows it.
    package var problems: [String] = []

    /// Reasons that no document needed: a stale list.
    package var unused: [KnownDifference] { KnownDifference.allCases.filter { reasons[$0] == nil } }
}

/// Whether what is told points to the place of the mistake.
package struct Nearness: Sendable {
    /// Single changes that both refuse.
    package private(set) var cases = 0
    /// Our first finding is about the changed element, its parent or its neighbour.
    package private(set) var atMutation = 0
    /// The XSD's first complaint is likewise near to one of our findings.
    package private(set) var atComplaint = 0
    /// Some that were far off, to look at.
    package private(set) var far: [String] = []

    package var mutationShare: Double { cases == 0 ? 1 : Double(atMutation) / Double(cases) }
    package var complaintShare: Double { cases == 0 ? 1 : Double(atComplaint) / Double(cases) }

    mutating func note(_ comparison: Comparison, _ mutation: Mutation) {
        guard let complaint = comparison.complaints.first, let finding = comparison.findings.first else {
            return
        }
        cases += 1
        let isNear = Self.areNear(finding.pointer, mutation.element ?? mutation.parent + "/?")
        if isNear { atMutation += 1 }
        let isHeard = comparison.findings.contains { Self.areNear($0.pointer, complaint.path) }
        if isHeard { atComplaint += 1 }
        if !isNear || !isHeard, far.count < 50 { far.append("\(mutation.sentence)\n\(comparison.report)") }
    }

    /// The same element, parent and child, or children of one parent. An attribute counts as its element.
    private static func areNear(_ one: String, _ other: String) -> Bool {
        let (one, other) = (element(one), element(other))
        let (above, otherAbove) = (parent(one), parent(other))
        return one == other || above == otherAbove || one == otherAbove || above == other
    }

    private static func element(_ path: String) -> Substring {
        guard let at = path.lastIndex(of: "@") else { return path[...] }
        return path[..<at].dropLast()
    }

    private static func parent(_ path: Substring) -> Substring {
        path.lastIndex(of: "/").map { path[..<$0] } ?? path
    }
}
