package import FoundationEssentials

extension CompanyFile {
    /// The last moment of a generated company unless told otherwise: the evening of 2025-12-31 in New York.
    ///
    /// A fixed day, so that a seed means the same company tomorrow; and a past one, so that edits made now
    /// are newer.
    package static let usualEnd = Date(timeIntervalSince1970: 1_767_222_000)

    /// Makes up a company from a seed. The same arguments give the same bytes, on any machine.
    /// - Parameters:
    ///   - name: made up as well when nil.
    ///   - path: where the Windows machine sees the file; made of the name when nil.
    ///   - end: when the company's time so far ends; the sales of `size.months` lie before it.
    package static func generated(
        seed: UInt64, size: CompanySize = .standard, name: String? = nil, path: String? = nil,
        zone: OfficeZone = .newYork, program: QuickBooksProgram = QuickBooksProgram(), end: Date = usualEnd
    ) -> CompanyFile {
        var generator = Generator(
            seed: Seed(seed), size: size, name: name, path: path, zone: zone, program: program,
            end: Int(end.timeIntervalSince1970))
        generator.makeAccounts()
        generator.makeLists()
        generator.makeNames()
        generator.makeItems()
        generator.makeCompany()
        generator.makeSales()
        generator.makeOthers()
        generator.closeBooks()
        generator.file.advance(to: generator.end)
        return generator.file
    }
}

/// Builds a company file from nothing, list by list: what others refer to comes first.
///
/// Each part draws from a stream of its own, split off by name, so that a change in one part leaves the
/// others as they were.
struct Generator {
    var file: CompanyFile
    let size: CompanySize
    let root: Seed
    /// Unix seconds: the company was founded, its sales begin, its time ends.
    let founded: Int
    let start: Int
    let end: Int

    init(
        seed: Seed, size: CompanySize, name: String?, path: String?, zone: OfficeZone,
        program: QuickBooksProgram, end: Int
    ) {
        root = seed.split("company")
        var naming = root.split("name")
        let name = name ?? Words.business(&naming)
        let folder = #"C:\Users\Public\Documents\Intuit\QuickBooks\Company Files"#
        let letters = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") }
        file = CompanyFile(
            path: path ?? "\(folder)\\\(letters).QBW", name: name, zone: zone, program: program,
            seed: seed.split("edits"))
        self.size = size
        self.end = end
        let lastDay = zone.wall(at: end).day
        let firstDay = lastDay.adding(months: -max(size.months, 1)).adding(days: 1)
        start = zone.moment(of: OfficeTime(firstDay))
        // Three years before, on a working morning.
        founded = zone.moment(of: OfficeTime(firstDay.adding(months: -36), hour: 9))
        file.counters["RefNumber"] = 1_000
    }

    /// A moment in office hours of a working day, between two moments.
    func workingMoment(_ seed: inout Seed, from: Int, to: Int) -> Int {
        let (first, last) = (file.zone.wall(at: from).day, file.zone.wall(at: to).day)
        var day = CivilDay(number: seed.number(in: first.number...max(first.number, last.number)))
        // Saturdays move to Friday, Sundays to Monday.
        if day.weekday == 6 { day.number -= 1 }
        if day.weekday == 0 { day.number += 1 }
        let time = OfficeTime(
            day, hour: seed.number(in: 8...17), minute: seed.number(in: 0...59),
            second: seed.number(in: 0...59))
        return min(max(file.zone.moment(of: time), from), to)
    }

    /// Puts a list entry with what all have in common before its own fields.
    ///
    /// - Parameter parent: the entry above, which makes the full name a path.
    @discardableResult
    mutating func add(
        _ kind: String, _ name: String, at moment: Int, hasPath: Bool = true, isActive: Bool = true,
        parent: Reference? = nil, _ fields: [Field], extensions: [CustomField] = []
    ) -> Reference {
        let family = Family.holding(kind).name
        let id = file.newListID(family, at: moment)
        var all = file.head(id: id, at: moment, isTransaction: false)
        all.append(Field("Name", name))
        let fullName = parent.map { "\($0.name):\(name)" } ?? name
        if hasPath { all.append(Field("FullName", fullName)) }
        all.append(Field("IsActive", isActive))
        if let parent { all.append(Field("ParentRef", parent)) }
        if hasPath { all.append(Field("Sublevel", fullName.count { $0 == ":" })) }
        file.put(
            CompanyRecord(
                kind: kind, id: id, at: file.zone.wall(at: moment), fields: all + fields,
                extensions: extensions))
        return Reference(id: id, name: fullName)
    }

    func reference(_ family: String, _ name: String) -> Reference? {
        file.record(family, named: name)?.reference
    }

    /// Somebody opened the record later and saved it: only its times tell.
    mutating func touch(_ family: String, _ id: String, at moment: Int) {
        let stamp = file.zone.stamp(at: moment)
        let wall = file.zone.wall(at: moment)
        file.change(family, id) { $0.stampModified(stamp, wall: wall, moment: moment) }
    }
}
