internal import QBXML

extension RecordAuthor {
    /// A value of the place's type, within its limits, and what one would find there.
    mutating func value(
        of place: Place, _ name: String, inside path: [String], _ file: inout CompanyFile
    ) -> String {
        let isTop = path.count == 1
        let today = file.zone.wall(at: moment).day
        switch place.type {
        case .text:
            let limit = place.length.limit(in: .unitedStates) ?? 4_095
            if isTop, ["Name", "FullName", "Initial"].contains(name) { return title(in: file, limit) }
            return String(words(name, inside: path, &file).prefix(limit))
        case .id: return isTop && name == Plausible.identity(kind) ? id : file.newTxnID(at: moment)
        case .guid: return "{6b063959-81b0-4622-85d6-f548c8ccb517}"
        case .flag: return Plausible.isTrue(name, kind, number) ? "true" : "false"
        case .int: return String(whole(name, &file))
        case .date: return Plausible.day(name, today, &seed).text
        case .time: return file.zone.stamp(at: moment)
        case .interval: return "PT\(seed.number(in: 1...8))H\(seed.pick([0, 15, 30, 45]))M0S"
        case .amount: return Money(minorUnits: seed.number(in: 20...900) * 100 + seed.number(in: 0...99)).text
        case .price: return Money(minorUnits: seed.number(in: 4...180) * 50).text
        case .quantity: return quantity(name)
        case .percent: return seed.pick(["5.00", "7.50", "10.00", "12.50"])
        case .float: return "1.0"
        case .enumeration: return word(place, name)
        case .empty, nil: return ""
        }
    }

    private mutating func quantity(_ name: String) -> String {
        if name == "OdometerStart" { return String(number * 480 + 12_000) }
        if name == "TotalMiles" { return String(seed.number(in: 8...240)) }
        return String(seed.number(in: 1...12))
    }

    private mutating func whole(_ name: String, _ file: inout CompanyFile) -> Int {
        switch name {
        case "TxnNumber": file.next("TxnNumber")
        case "Sublevel": 0
        case _ where name.hasSuffix("ID"): number
        case "DayOfMonthDue": 15
        default: seed.number(in: 1...30)
        }
    }

    /// One of those that every version has, or the last one where all came later.
    private mutating func word(_ place: Place, _ name: String) -> String {
        guard let enumeration = catalog.enumeration(of: place) else { return "" }
        let lasting = enumeration.values.filter { $0.until == nil && $0.since == nil }.map(\.name)
        if let usual = Plausible.word(name, kind), lasting.contains(usual) { return usual }
        return lasting.isEmpty ? enumeration.values.last?.name ?? "" : seed.pick(lasting)
    }

    private mutating func words(
        _ name: String, inside path: [String], _ file: inout CompanyFile
    ) -> String {
        switch name {
        case "EditSequence": return String(moment)
        case "Name", "FullName": return seed.pick(Words.streets)
        case "RefNumber": return String(file.next("RefNumber.\(kind)") + 100)
        case "Memo", "Notes", "Note", "Desc", "SiteDesc", "ItemDesc", "PurchaseDesc", "AssetDesc":
            return seed.pick(Words.memos)
        case "FirstName": return seed.pick(Words.firstNames)
        case "LastName": return seed.pick(Words.lastNames)
        case "Contact", "ContactValue", "CompanyName": return Words.business(&seed)
        case "Email": return Words.email(seed.pick(Words.lastNames), "mail")
        case "City": return seed.pick(Words.cities).0
        case "State": return seed.pick(Words.cities).1
        case "PostalCode": return "\(seed.pick(Words.cities).2)\(twoDigits(seed.number(in: 1...99)))"
        case "Country": return "US"
        case "Salutation": return seed.pick(["Ms.", "Mr.", "Dr."])
        case "JobTitle": return seed.pick(["Owner", "Buyer", "Bookkeeper"])
        case "Abbreviation": return "u\(number)"
        case _ where name.hasPrefix("Addr") || name.hasSuffix("Address"):
            return "\(seed.number(in: 1...980)) \(seed.pick(Words.streets))"
        case _ where name.hasSuffix("Phone") || name == "Fax": return Words.phone(&seed)
        default: return "\(seed.pick(["A", "B", "C"]))-\(seed.number(in: 100...999))"
        }
    }

    /// A name that nobody has, within the limit of its place.
    private mutating func title(in file: CompanyFile, _ limit: Int) -> String {
        let family = Family.holding(kind).name
        let known = Plausible.names[kind] ?? []
        let isPerson = Family.names.contains(family) || kind == "Lead"
        let stem =
            number <= known.count
            ? known[number - 1]
            : isPerson ? "\(seed.pick(Words.firstNames)) \(seed.pick(Words.lastNames))" : kind
        var candidate = String(stem.prefix(limit))
        var count = 1
        while file.record(family, named: candidate) != nil
            || Family.names.contains(family) && file.isTaken(candidate)
        {
            count += 1
            let ending = limit > 9 ? " \(count)" : "\(count)"
            candidate = stem.prefix(limit - ending.count) + ending
        }
        return candidate
    }
}
