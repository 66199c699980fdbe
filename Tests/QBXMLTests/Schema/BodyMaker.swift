@testable import QBXML

/// Makes bodies of requests from the catalog, right ones and such with a mistake here and there.
///
/// It keeps away from what a schema and the check judge differently on purpose (`SchemaLeniencyTests` names
/// it), so that all other differences are faults.
struct BodyMaker {
    let catalog = Catalog.standard
    var random: SeededNumbers
    /// What is not in it is written all the same, but never blank: the check passes over such a key.
    let scope: SchemaScope
    /// How likely a mistake is, at each element.
    var mistakes: Double

    init(seed: UInt64, scope: SchemaScope, mistakes: Double) {
        self.scope = scope
        random = SeededNumbers(seed: seed)
        self.mistakes = mistakes
    }

    private mutating func chance(_ probability: Double) -> Bool {
        .random(in: 0..<1, using: &random) < probability
    }

    mutating func body(of message: Message) -> JSON {
        object(catalog[message.content], isMod: message.operation == .modify, depth: 0)
    }

    private mutating func object(_ content: Content, isMod: Bool, depth: Int) -> JSON {
        var members: [JSON.Member] = []
        fill(&members, content.particles(), content, isMod: isMod, depth: depth)
        if chance(mistakes / 4) { members.append(JSON.Member("NoSuchElement", "x")) }
        if chance(mistakes / 4) { members.append(JSON.Member("@noSuchAttribute", "x")) }
        if chance(mistakes / 4) { members.append(JSON.Member("$order", [])) }
        members.shuffle(using: &random)
        return .object(members)
    }

    private mutating func fill(
        _ members: inout [JSON.Member], _ particles: [Content.Particle], _ content: Content, isMod: Bool,
        depth: Int
    ) {
        for particle in particles {
            switch particle {
            case .place(let index):
                let place = content.places[index]
                let isThere = place.isRequired ? !chance(mistakes) : chance(depth == 0 ? 0.4 : 0.25)
                if isThere { members.append(member(place, content, isMod: isMod, depth: depth)) }
            case .choice(let index):
                let choice = content.choices[index]
                guard choice.isRequired ? !chance(mistakes) : chance(0.6) else { continue }
                var branches = [Int.random(in: choice.branches.indices, using: &random)]
                if choice.repeats || chance(mistakes) { branches = Array(choice.branches.indices.prefix(3)) }
                for branch in branches {
                    let inside = content.particles(choice.branches[branch], in: index)
                    fill(&members, inside, content, isMod: isMod, depth: depth)
                }
                let others = choice.branches.indices.filter { !branches.contains($0) }
                for index in others.flatMap({ choice.branches[$0] }) where chance(0.1) {
                    let place = content.places[index]
                    if scope.includes(place, in: content) { members.append(blank(place, content)) }
                }
            }
        }
    }

    private mutating func member(
        _ place: Place, _ content: Content, isMod: Bool, depth: Int
    ) -> JSON.Member {
        let name = catalog.name(of: place)
        let isList = place.isList || content.isRepeated(place)
        if chance(mistakes) {
            return JSON.Member(name, mistake(place, content, isMod: isMod, isList: isList))
        }
        guard isList, chance(0.7) else { return JSON.Member(name, value(place, isMod: isMod, depth: depth)) }
        let most = place.maximum == 1 ? 3 : Int(min(place.maximum, 3))
        var values: [JSON] = []
        for _ in 0..<Int.random(in: 1...most, using: &random) {
            values.append(value(place, isMod: isMod, depth: depth))
        }
        return JSON.Member(name, .list(values))
    }

    /// A key for what was not chosen, as programs write it that know all keys beforehand.
    private mutating func blank(_ place: Place, _ content: Content) -> JSON.Member {
        let isList = place.isList || content.isRepeated(place)
        return JSON.Member(catalog.name(of: place), isList && chance(0.5) ? [] : .null)
    }

    // MARK: Values

    private mutating func value(_ place: Place, isMod: Bool, depth: Int) -> JSON {
        guard let type = place.type else {
            guard let content = place.content else { return .null }
            return object(catalog[content], isMod: isMod, depth: depth + 1)
        }
        switch type {
        case .text: return .text(String("Some text".prefix(place.length.limit(in: .unitedStates) ?? 9)))
        case .id: return "80000001-1422671082"
        case .guid: return chance(0.5) ? "0" : "{6B063959-81B0-4622-85D6-F548C8CCB517}"
        case .flag: return [true, false, "true", "false", ""].randomElement(using: &random) ?? true
        case .int: return chance(0.5) ? "7" : 7
        case .date: return chance(0.1) ? "" : "2026-11-27"
        case .time: return chance(0.5) ? "2026-11-27" : "2026-11-27T14:30:00-05:00"
        case .interval: return "PT1H30M0S"
        case .amount: return chance(0.5) ? "-1250.00" : .number("12.5")
        case .price, .quantity, .percent: return chance(0.5) ? "12.34567" : .number("0.125")
        case .float: return chance(0.5) ? "1.0837" : 2
        case .enumeration:
            // A word of older versions keeps newer elements away from the whole document.
            let words = catalog.enumeration(of: place)?.values.filter { $0.until == nil } ?? []
            return words.randomElement(using: &random).map { .text($0.name) } ?? .null
        case .empty: return .null
        }
    }

    /// A value that may be wrong here.
    private mutating func mistake(
        _ place: Place, _ content: Content, isMod: Bool, isList: Bool
    ) -> JSON {
        let longText = JSON.text(String(repeating: "x", count: 5000))
        var pool: [JSON] = [["NoSuchElement": "x"], true]
        let right = value(place, isMod: isMod, depth: 3)
        pool.append(.list(Array(repeating: right, count: isList ? 60 : 2)))
        let isKnown = scope.includes(place, in: content)
        if isList, isKnown { pool.append([]) }
        // What a Mod must have cannot be cleared by the schema; the check leaves that to QuickBooks.
        if isKnown, !isMod || !place.isRequired || place.choice >= 0 { pool.append(.null) }
        switch place.type {
        case .text, .id: pool.append(longText)
        case .flag: pool += ["yes", longText]
        case .int: pool += ["", "7.5", .number("7.5"), .number("0"), "12345678901"]
        case .amount: pool += ["12.5", "12.345", "1,250.00"]
        case .price, .quantity, .percent: pool += ["1.", "12.345678", "7%"]
        case .date: pool += ["2026-13-01", "27.11.2026", 20_261_127]
        case .time: pool += ["2026-11-27 14:30", "14:30"]
        case .interval: pool += ["PT", "1:30"]
        case .guid: pool += ["", "{6B063959}"]
        case .enumeration: pool += ["NoSuchWord", "", 1]
        case .float: pool += [".", "1e5"]
        case .empty, nil: pool += ["Some text", 5]
        }
        return pool.randomElement(using: &random) ?? .null
    }
}
