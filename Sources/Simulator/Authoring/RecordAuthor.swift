internal import QBXML

/// Makes up a record of any kind after the catalog: what it must have, much of what it may have, in the
/// catalog's order, with references to entries that are there.
///
/// The catalog says what stands where and of which type; `Authoring` adds what one would find there. A kind
/// that needs something which the company lacks is not made.
struct RecordAuthor {
    let catalog = Catalog.standard
    let directory: Directory
    let kind: String
    let id: String
    let moment: Int
    var seed: Seed
    /// The number among records of its kind, from 1 on: for names and numbers.
    let number: Int

    /// Set when something that must be there could not be found.
    var isImpossible = false

    /// What is made up has no element that is newer: the version that most QuickBooks speak.
    private static let version = Version(major: 13, minor: 0)

    /// The children of the record; nil if the company lacks what it must refer to.
    mutating func fields(in file: inout CompanyFile) -> [Field]? {
        guard let content = Family.content(of: kind) else { return nil }
        var made = write(content, inside: [kind], &file)
        guard !isImpossible else { return nil }
        Totals.add(up: &made, kind: kind)
        return made
    }

    private mutating func write(
        _ content: Content, inside path: [String], _ file: inout CompanyFile
    ) -> [Field] {
        write(content.particles(), of: content, inside: path, &file)
    }

    private mutating func write(
        _ particles: [Content.Particle], of content: Content, inside path: [String],
        _ file: inout CompanyFile
    ) -> [Field] {
        particles.flatMap { particle -> [Field] in
            switch particle {
            case .place(let index): return write(content.places[index], inside: path, &file)
            case .choice(let index):
                return content.choices[index].repeats
                    ? writeSome(of: content.choices[index], of: content, inside: path, &file)
                    : writeOne(of: index, of: content, inside: path, &file)
            }
        }
    }

    /// Lines: some of the first sort, and now and then a group of them.
    private mutating func writeSome(
        of choice: Choice, of content: Content, inside path: [String], _ file: inout CompanyFile
    ) -> [Field] {
        let places = choice.places.map { content.places[$0] }
        // The two sides of a journal entry, which must balance.
        if kind == "JournalEntry" { return places.flatMap { element($0, inside: path, &file) } }
        var made: [Field] = []
        let hasLines = path.count > 1 || choice.places.lowerBound == 0 || !holdsExpenses(content)
        for place in places {
            let isGroup = catalog.name(of: place).contains("Group")
            let count = isGroup ? (seed.chance(12) ? 1 : 0) : seed.number(in: hasLines ? 1...4 : 0...2)
            for _ in 0..<count { made += element(place, inside: path, &file) }
        }
        return made
    }

    private func holdsExpenses(_ content: Content) -> Bool {
        content.places.contains { catalog.name(of: $0) == "ExpenseLineRet" }
    }

    private mutating func writeOne(
        of index: Int, of content: Content, inside path: [String], _ file: inout CompanyFile
    ) -> [Field] {
        let choice = content.choices[index]
        let branches = choice.branches.filter { row in
            !row.contains { Plausible.isLeftOut(catalog.name(of: content.places[$0]), kind) }
        }
        guard !branches.isEmpty, let first = branches.first else {
            isImpossible = isImpossible || choice.isRequired
            return []
        }
        let row = number % 2 == 0 ? first : seed.pick(branches)
        let made = write(content.particles(row, in: index), of: content, inside: path, &file)
        // A branch may be all optional, and a choice that must be made is made with its first element.
        guard made.isEmpty, choice.isRequired else { return made }
        return element(content.places[row.lowerBound], inside: path, &file)
    }

    private mutating func write(
        _ place: Place, inside path: [String], _ file: inout CompanyFile
    ) -> [Field] {
        let name = catalog.name(of: place)
        guard place.editions.contains(Editions(.unitedStates)), place.since.version <= Self.version else {
            return []
        }
        guard place.isRequired || !Plausible.isLeftOut(name, kind) else { return [] }
        if place.isList, !place.isRequired {
            guard place.content != nil else { return [] }
            let count = name == "ExpenseLineRet" ? seed.number(in: 1...3) : seed.number(in: 1...2)
            return (0..<count).flatMap { _ in element(place, inside: path, &file) }
        }
        guard place.isRequired || Plausible.isUsual(name) || seed.chance(60) else { return [] }
        return element(place, inside: path, &file)
    }

    /// One element; none if it is a reference to what this company has not.
    private mutating func element(
        _ place: Place, inside path: [String], _ file: inout CompanyFile
    ) -> [Field] {
        let name = catalog.name(of: place)
        guard let inner = place.content else {
            return [Field(name, value(of: place, name, inside: path, &file))]
        }
        if name.hasSuffix("Ref"),
            catalog[inner].places.contains(where: { catalog.name(of: $0) == "FullName" })
        {
            guard let target = directory.pick(name, in: kind, &seed) else {
                isImpossible = isImpossible || place.isRequired
                return []
            }
            return [Field(name, target)]
        }
        let children = write(catalog[inner], inside: path + [name], &file)
        guard children.isEmpty else { return [Field(name, children)] }
        isImpossible = isImpossible || place.isRequired
        return []
    }
}
