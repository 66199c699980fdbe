package import QBXML
internal import XML

/// Makes inputs without end: documents of the generator, damaged again and again.
package struct Fuzzer: Sendable {
    private var requests: DocumentGenerator
    private var answers: DocumentGenerator
    private var mutator: Mutator
    private var jsonMaker: JSONMaker
    private var damage: Damage
    private var dice: Dice
    /// Inputs that were interesting enough to damage further, by target.
    private var pool: [FuzzTarget: [[UInt8]]] = [:]

    private static let poolSize = 64

    package init(catalog: Catalog = .standard, seed: UInt64) {
        var dice = Dice(seed: seed)
        let newest = Scope(version: Catalog.newest, hasOnline: false)
        requests = DocumentGenerator(catalog.requests, in: catalog, scope: newest, seed: dice.next())
        answers = DocumentGenerator(catalog.answers, in: catalog, scope: newest, seed: dice.next())
        mutator = Mutator(catalog: catalog, seed: dice.next())
        jsonMaker = JSONMaker(catalog: catalog, dice: Dice(seed: dice.next()))
        damage = Damage(dice: Dice(seed: dice.next()))
        self.dice = dice
    }

    package mutating func next() -> FuzzInput {
        let target = dice.pick(
            FuzzTarget.json, .json, .json, .qbxml, .qbxml, .answers, .answers, .host, .characters)
        var bytes = kept(target) ?? fresh(target)
        if !dice.chance(5) { bytes = damage.damaged(bytes, with: kept(target) ?? fresh(target)) }
        keep(bytes, for: target)
        return FuzzInput(target: target, variant: dice.next(), bytes: bytes)
    }

    /// Half of the inputs come from ones before, so that changes add up.
    private mutating func kept(_ target: FuzzTarget) -> [UInt8]? {
        dice.chance(50) ? dice.pick(pool[target] ?? []) : nil
    }

    private mutating func keep(_ bytes: [UInt8], for target: FuzzTarget) {
        guard bytes.count < 20_000, dice.chance(20) else { return }
        if pool[target, default: []].count < Self.poolSize {
            pool[target, default: []].append(bytes)
        } else {
            pool[target]?[dice.below(Self.poolSize)] = bytes
        }
    }

    // MARK: Fresh inputs

    private mutating func fresh(_ target: FuzzTarget) -> [UInt8] {
        switch target {
        case .json: Array(jsonMaker.json(of: request()).utf8)
        case .qbxml: request().document(version: Catalog.newest)
        case .answers: answer().document(version: Catalog.newest)
        case .host: host().document(version: Catalog.newest)
        case .characters: text()
        }
    }

    private mutating func request() -> Element {
        let count = requests.places.messages.count
        var document = requests.document(of: (0...dice.pick(0, 0, 2)).map { _ in dice.below(count) })
        if dice.chance(30) { _ = mutator.mutate(&document) }
        return document
    }

    private mutating func answer() -> Element {
        let count = answers.places.messages.count
        return answers.document(of: (0...dice.pick(0, 0, 2)).map { _ in dice.below(count) })
    }

    private mutating func host() -> Element {
        let names = ["HostQueryRs", "CompanyQueryRs", "PreferencesQueryRs"]
        let indices = names.compactMap { name in answers.places.messages.firstIndex { $0.name == name } }
        return answers.document(of: indices)
    }

    private mutating func text() -> [UInt8] {
        var text = String.UnicodeScalarView()
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x17F, 0x180...0x24F, 0x300...0x36F, 0x370...0x52F, 0x1E00...0x1FFF,
            0x2000...0x20CF,
            0xFB00...0xFB4F, 0xFF00...0xFFEF, 0x1F300...0x1F6FF, 0x4E00...0x4EFF, 0x0...0x10FFFF,
        ]
        let own = dice.pick(ranges) ?? 0x20...0x7E
        for _ in 0..<dice.below(60) {
            let range = dice.chance(60) ? own : dice.pick(ranges) ?? own
            let value = range.lowerBound + UInt32(dice.below(Int(range.upperBound - range.lowerBound) + 1))
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return Array(String(text).utf8)
    }
}
