internal import QBXML
internal import XML

extension Mutator {
    mutating func changeValue(
        _ document: inout Element, _ kind: Mutation.Kind, _ sites: [Site]
    ) -> Mutation? {
        let values = sites.filter { site in
            site.childCount == 0 && (site.place?.type).map { fits(kind, $0, site) } ?? false
        }
        guard let site = maker.dice.pick(values), let place = site.place, let index = site.path.last else {
            return nil
        }
        var element = document[site.path[...]]
        guard let text = text(kind, place, element.text), text != element.text else { return nil }
        element.children = text.isEmpty ? [] : [.text(text)]
        document[site.path[...]] = element
        return told(kind, document, Array(site.path.dropLast()), child: index)
    }

    private func fits(_ kind: Mutation.Kind, _ type: ValueType, _ site: Site) -> Bool {
        switch kind {
        case .tooLong: type == .id || type == .text && site.place?.length.limit(in: nil) != nil
        case .wrongWord: type == .enumeration
        case .wrongForm: ![.text, .id, .enumeration].contains(type)
        case .outOfRange:
            site.place.map { catalog.bounds(of: $0) != (nil, nil) } ?? false
        default: true
        }
    }

    /// - Parameter old: the value that the place has now.
    private mutating func text(_ kind: Mutation.Kind, _ place: Place, _ old: String) -> String? {
        switch kind {
        case .tooLong:
            let limit = place.type == .id ? 36 : place.length.limit(in: nil) ?? 0
            return maker.text(length: limit + maker.dice.pick(1, 1, 1, 2, 10, 1_000))
        case .wrongWord:
            return maker.dice.chance(60) ? maker.misspelt(maker.word(of: place)) : maker.text(limit: 12)
        case .wrongForm: return maker.dice.pick(Self.wrongForms[place.type ?? .text] ?? [])
        case .outOfRange:
            let bounds = catalog.bounds(of: place)
            if let greatest = bounds.greatest, maker.dice.chance(50) { return greatest + "1" }
            return bounds.least.map { $0.hasPrefix("-") ? $0 + "1" : "-1" }
        case .emptied: return ""
        default:
            let space = maker.dice.pick(" ", "\t", "\n")
            return maker.dice.chance(50) ? old + space : space + old
        }
    }

    /// Values that look like one of the type: some are wrong, some only odd.
    private static let wrongForms: [ValueType: [String]] = [
        .flag: ["True", "TRUE", "yes", "2", "0 ", "on", "falsch", "01"],
        .int: [
            "1.0", "1e3", "12345678901", "2147483648", "0x10", "--1", "+", "1,000", "99999999999999999999",
        ],
        .date: [
            "2026-1-2", "20260102", "2026-13-01", "2026-02-30", "2026-01-02T00:00:00", "2026-01-02Z",
            "2026-01-02+01:00", "02/01/2026", "1969-12-31", "2039-01-01", "-2026-01-02", "12026-01-02",
        ],
        .time: [
            "2026-01-02T10:00:00Z", "2026-01-02 10:00", "2026-01-02T10:00:00.5", "2026-1-2T1:2:3-5:00",
            "2026-01-02T25:00:00", "2026-00-10", "26-01-02", "2026-01-02T", "2026-01-02T10:00-05:00",
            "2026-01-02T10:00:00-0500", "2026-01-02T10:00:61",
        ],
        .interval: ["PT", "P1D", "PT1H30", "1:30", "PT1.5H", "PT30M1H", "P1DT1H", "PT1H1H", "pt1h", "PT-1H"],
        .amount: ["10.5", "1,000.00", "10.", ".50", "$10.00", "12345678901234.00", "1.000", "1e2", "10,00"],
        .price: ["1.", ".5", "12345678901", "1.000001", "1,5", "€1.00", "1e2"],
        .quantity: ["1.", ".5", "12345678901", "1.000001", "1,5", "two", "1 2"],
        .percent: ["7.5%", "1.", ".5", "12345678901", "1.000001", "7,5"],
        .float: ["1,5", "1e5", "NaN", "INF", "1.2.3", ".", "one"],
        .guid: [
            "1", "{6B063959-81B0-4622-85D6-F548C8CCB51}", "6B063959-81B0-4622-85D6-F548C8CCB517",
            "{6B063959-81B0-4622-85D6-F548C8CCB51G}", "{}", "00",
        ],
        .empty: ["x", "0"],
    ]

    // MARK: Text and children where none belong

    mutating func strayText(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(sites.filter { $0.place?.type == nil }) else { return nil }
        var element = document[site.path[...]]
        let text = maker.dice.chance(80) ? "x" + maker.text(limit: 8) : maker.dice.pick(" ", "\n  ")
        element.children.insert(.text(text), at: maker.dice.below(element.children.count + 1))
        document[site.path[...]] = element
        guard let index = site.path.last else { return told(.strayText, document, [], child: nil) }
        return told(.strayText, document, Array(site.path.dropLast()), child: index)
    }

    mutating func childInValue(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(sites.filter { $0.place?.type != nil }), let index = site.path.last
        else { return nil }
        let name = maker.dice.pick(site.name, "FullName", "Qb")
        document[site.path[...]].children.append(.element(Element(name: name, children: [.text("1")])))
        return told(.childInValue, document, Array(site.path.dropLast()), child: index)
    }

    /// A new element at a random position of a random parent.
    mutating func insert(
        _ document: inout Element, _ sites: [Site], named name: String, _ kind: Mutation.Kind
    ) -> Mutation? {
        guard let site = maker.dice.pick(sites.filter { $0.place?.type == nil && $0.path.count > 1 }) else {
            return nil
        }
        var new = Element(name: name)
        if maker.dice.chance(60) { new.children = [.text(maker.text(limit: 10))] }
        return put(new, at: maker.dice.below(site.childCount + 1), in: site, &document, kind)
    }

    func put(
        _ new: Element, at position: Int, in site: Site, _ document: inout Element, _ kind: Mutation.Kind
    ) -> Mutation {
        var element = document[site.path[...]]
        element.children.insert(.element(new), at: element.childIndex(ofElement: position))
        document[site.path[...]] = element
        return told(kind, document, site.path, child: position)
    }
}
