package import QBXML

/// What one version's schema says: which elements may stand where, and the rules of each.
package struct Schema {
    package var version: Version
    /// The message sets: `QBXMLMsgsRq`, `QBXMLMsgsRs` and their like for subscriptions and events.
    var sets: [Place]

    /// A place where an element may stand.
    struct Place {
        var name: String
        var attributes: [Attribute] = []
        /// Nil if it holds other elements, or nothing.
        var type: ValueType?
        /// What an enumeration may be.
        var values: [Value] = []
        var rules = Rules()
        var content: [Part] = []
    }

    enum Part {
        case place(Place)
        case choice(Choice)
    }

    /// Branches that exclude each other.
    struct Choice {
        /// The letter is the one of the notation.
        enum Mode: String { case one = "1", oneOrNone = "?", any = "*", some = "+" }

        var mode: Mode
        var rules: Rules
        var branches: [[Part]]
    }

    struct Attribute {
        var name: String
        var isRequired: Bool
        /// What it may be, if it is an enumeration.
        var values: [Value]
    }

    struct Value: Equatable {
        var name: String
        var isDefault: Bool
    }

    /// What holds for one place, or for one choice.
    struct Rules: Equatable {
        var isOptional = false
        var isRepeated = false
        /// How often at most, where it is repeated and the XSD knows an end.
        var most: Int?
        /// In characters.
        var lengths: [Edition: Int] = [:]
        var minimum: String?
        var maximum: String?
        var since: Version?
        /// The editions that do not have it.
        var absences: Set<Edition> = []
        /// Whether the value may be the name of a macro in place of an ID.
        var isMacro = false
    }

    /// The programs that speak qbXML, as the schemas call them.
    enum Edition: String, CaseIterable {
        case unitedStates = "QBD"
        case canada = "QBCA"
        case unitedKingdom = "QBUK"
        case australia = "QBAU"
        /// Nothing answers for it any more, so the notation does not speak of it.
        case online = "QBOE"
    }

    /// As the schemas call them; IDs and times are text with a form of their own.
    enum ValueType: String {
        case text = "STRTYPE"
        case id = "IDTYPE"
        case guid = "GUIDTYPE"
        case flag = "BOOLTYPE"
        case int = "INTTYPE"
        case date = "DATETYPE"
        case time = "DATETIMETYPE"
        case interval = "TIMEINTERVALTYPE"
        case amount = "AMTTYPE"
        case price = "PRICETYPE"
        case quantity = "QUANTYPE"
        case percent = "PERCENTTYPE"
        case float = "FLOATTYPE"
        case enumeration = "ENUMTYPE"
    }
}

extension Schema {
    /// Whether a set, named like this, goes to QuickBooks.
    static func isRequest(_ name: String) -> Bool { name.hasSuffix("Rq") }

    /// Calls `visit` with every place and its path from the set down: `/QBXMLMsgsRq/HostQueryRq/…`.
    func forEachPlace(_ visit: (_ path: String, Place) -> Void) {
        func walk(_ place: Place, in parent: String) {
            let path = parent + "/" + place.name
            visit(path, place)
            place.content.forEachPlaceHere { walk($0, in: path) }
        }
        for set in sets { walk(set, in: "") }
    }
}

extension [Schema.Part] {
    /// Calls `visit` with each place that stands here itself, in whatever branch.
    func forEachPlaceHere(_ visit: (Schema.Place) -> Void) {
        for part in self {
            switch part {
            case .place(let place): visit(place)
            case .choice(let choice): for branch in choice.branches { branch.forEachPlaceHere(visit) }
            }
        }
    }

    /// Changes each place that stands here itself, in whatever branch.
    mutating func changeEach(_ change: (inout Schema.Place) throws -> Void) rethrows {
        for index in indices {
            switch self[index] {
            case .place(var place):
                try change(&place)
                self[index] = .place(place)
            case .choice(var choice):
                for branch in choice.branches.indices { try choice.branches[branch].changeEach(change) }
                self[index] = .choice(choice)
            }
        }
    }
}
