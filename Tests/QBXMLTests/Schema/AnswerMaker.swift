@testable import QBXML

/// Makes records as QuickBooks would write them, from the catalog: mostly everything there is, in order.
struct AnswerMaker {
    private let catalog = Catalog.standard
    private var random: SeededNumbers

    init(seed: UInt64) { random = SeededNumbers(seed: seed) }

    /// The decoder asks of every record that it can be told from others, so one without an ID gets one.
    mutating func record(_ subject: SchemaSubject) -> String {
        let content = catalog[subject.content]
        let hasID = content.places.contains { Self.isID(catalog.name(of: $0)) && $0.choice < 0 }
        let identifier = hasID ? "" : "<ListID>80000001-1422671082</ListID>"
        let inside = elements(of: content.particles(), content)
        return "<\(subject.name)>\(identifier)\(inside)</\(subject.name)>"
    }

    private static func isID(_ name: String) -> Bool { name == "ListID" || name == "TxnID" }

    private mutating func elements(of particles: [Content.Particle], _ content: Content) -> String {
        var text = ""
        for particle in particles {
            switch particle {
            case .place(let index):
                let place = content.places[index]
                let isAlways = place.isRequired || Self.isID(catalog.name(of: place))
                if !isAlways, Int.random(in: 0..<5, using: &random) == 0 { continue }
                for _ in 0..<(place.isList ? 2 : 1) { text += element(place) }
            case .choice(let index):
                let choice = content.choices[index]
                var branches = [Int.random(in: choice.branches.indices, using: &random)]
                if choice.repeats {
                    branches = (0..<5).map { _ in .random(in: choice.branches.indices, using: &random) }
                }
                for branch in branches {
                    text += elements(of: content.particles(choice.branches[branch], in: index), content)
                }
            }
        }
        return text
    }

    private mutating func element(_ place: Place) -> String {
        let name = catalog.name(of: place)
        let attributes = catalog.attributes(of: place).map { " \($0.name)=\"1\"" }.joined()
        var inside = ""
        if let content = place.content {
            // Nothing at all is written as an empty text, which QuickBooks never does where elements belong.
            while inside.isEmpty { inside = elements(of: catalog[content].particles(), catalog[content]) }
        } else {
            inside = value(place)
        }
        return "<\(name)\(attributes)>\(inside)</\(name)>"
    }

    private mutating func value(_ place: Place) -> String {
        switch place.type {
        case .flag: "true"
        case .int: "7"
        case .date: "2026-11-27"
        case .time: "2026-11-27T14:30:00-05:00"
        case .enumeration: catalog.enumeration(of: place)?.values.last?.name ?? ""
        case .empty, nil: ""
        default: "12.50"
        }
    }
}
