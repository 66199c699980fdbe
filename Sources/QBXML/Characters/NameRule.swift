/// How QuickBooks reads the names of list objects: `Name` is one name, `FullName` the path to an object, its
/// parents before it, with colons between them.
///
/// Empty text breaks no rule here: whether a name may be left empty is for the message to say.
package enum NameRule: Sendable {
    case name, fullName

    /// One thing that is wrong with a name. Positions are counted in characters (Unicode scalars) from 1.
    package enum Breach: Equatable, Sendable {
        case colonInName(position: Int)
        /// Nothing, or nothing but blanks, where a part begins.
        case emptyPart(position: Int)
        /// Blanks before or after the whole.
        case outerBlanks
        /// Blanks on either side of a colon.
        case blanksAtColon(position: Int)

        /// Whether QuickBooks refuses the name (its status 3090); otherwise it keeps another one than was
        /// given, or finds none by it.
        package var isRefused: Bool {
            switch self {
            case .colonInName, .emptyPart: true
            case .outerBlanks, .blanksAtColon: false
            }
        }

        /// What is wrong, for a person.
        package var sentence: String {
            switch self {
            case .colonInName(let position):
                "A name cannot have the colon at position \(position): it separates the parts of a FullName."
            case .emptyPart(let position): "At position \(position) a name is missing."
            case .outerBlanks: "QuickBooks cuts off the blanks before and after a name."
            case .blanksAtColon(let position):
                "The blanks beside the colon at position \(position) belong to no name."
            }
        }
    }

    /// Everything that is wrong with the name, in its order.
    package func breaches(in text: String) -> [Breach] {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last else { return [] }
        var breaches: [Breach] = []
        if scalars.allSatisfy(Self.isBlank) {
            return [.emptyPart(position: 1)]
        }
        if Self.isBlank(first) || Self.isBlank(last) { breaches.append(.outerBlanks) }
        switch self {
        case .name:
            for (index, scalar) in scalars.enumerated() where scalar == ":" {
                breaches.append(.colonInName(position: index + 1))
            }
        case .fullName:
            breaches += Self.breachesOfPath(scalars)
        }
        return breaches
    }

    private static func breachesOfPath(_ scalars: [Unicode.Scalar]) -> [Breach] {
        var breaches: [Breach] = []
        let parts = scalars.split(separator: ":", omittingEmptySubsequences: false)
        for part in parts {
            if part.startIndex > 0 {
                let colon = part.startIndex - 1
                let neighbours = [colon - 1, colon + 1].filter(scalars.indices.contains)
                if neighbours.contains(where: { isBlank(scalars[$0]) }) {
                    breaches.append(.blanksAtColon(position: colon + 1))
                }
            }
            if part.allSatisfy(isBlank) { breaches.append(.emptyPart(position: part.startIndex + 1)) }
        }
        return breaches
    }

    /// The white space of text fields. A non-breaking space counts as a letter: nobody has seen it cut off.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\n", "\r": true
        default: false
        }
    }
}
