/// All records of one query family, with the orders in which they are looked for.
///
/// The orders are made when they are first needed and dropped when something changes, so that a page of an
/// answer costs the page and not the company.
struct Shelf: Sendable {
    private(set) var records: [CompanyRecord] = []
    private var places: [String: Int] = [:]
    private var ranks: [Int]?
    private var ordered: [Int]?
    private var byModified: [Int]?

    var isEmpty: Bool { records.isEmpty }

    subscript(id: String) -> CompanyRecord? { places[id].map { records[$0] } }

    /// Adds a record, or puts it in the place of the one with the same ID.
    mutating func put(_ record: CompanyRecord) {
        if let place = places[record.id] {
            records[place] = record
        } else {
            places[record.id] = records.count
            records.append(record)
        }
        forgetOrders()
    }

    /// Changes a record in place, but not its name. Returns false when there is none of that ID.
    @discardableResult mutating func change(_ id: String, _ edit: (inout CompanyRecord) -> Void) -> Bool {
        guard let place = places[id] else { return false }
        let before = records[place].modified
        edit(&records[place])
        if before != records[place].modified { byModified = nil }
        return true
    }

    @discardableResult mutating func remove(_ id: String) -> CompanyRecord? {
        guard let place = places.removeValue(forKey: id) else { return nil }
        let removed = records.remove(at: place)
        for later in place..<records.count { places[records[later].id] = later }
        forgetOrders()
        return removed
    }

    private mutating func forgetOrders() {
        ranks = nil
        ordered = nil
        byModified = nil
    }

    // MARK: Orders

    /// The places of all records in the order of an answer: lists by name, parents before their children;
    /// transactions as they were entered.
    mutating func places(inOrderOf paging: ShelfOrder) -> [Int] {
        if let ordered { return ordered }
        let made: [Int]
        switch paging {
        case .name:
            let keys = records.map { record in
                record.fullName.lowercased().split(separator: ":", omittingEmptySubsequences: false)
            }
            made = records.indices.sorted { one, other in
                if keys[one] == keys[other] { return one < other }
                return keys[one].lexicographicallyPrecedes(keys[other]) { $0 < $1 }
            }
        case .entry:
            made = records.indices.sorted {
                (records[$0].created, $0) < (records[$1].created, $1)
            }
        }
        ordered = made
        return made
    }

    /// The places of the records modified between two walls' times, both included, in the order of an answer.
    mutating func places(from: OfficeTime?, to: OfficeTime?, inOrderOf paging: ShelfOrder) -> [Int] {
        guard from != nil || to != nil else { return places(inOrderOf: paging) }
        let sorted = placesByModified()
        let lower = from.map { bound in first(in: sorted) { $0 >= bound } } ?? 0
        let upper = to.map { bound in first(in: sorted) { $0 > bound } } ?? sorted.count
        guard lower < upper else { return [] }
        let rank = rank(inOrderOf: paging)
        return sorted[lower..<upper].sorted { rank[$0] < rank[$1] }
    }

    private mutating func placesByModified() -> [Int] {
        if let byModified { return byModified }
        let made = records.indices.sorted {
            (records[$0].modified, $0) < (records[$1].modified, $1)
        }
        byModified = made
        return made
    }

    private mutating func rank(inOrderOf paging: ShelfOrder) -> [Int] {
        if let ranks { return ranks }
        var made = [Int](repeating: 0, count: records.count)
        for (rank, place) in places(inOrderOf: paging).enumerated() { made[place] = rank }
        ranks = made
        return made
    }

    private func first(in sorted: [Int], where isReached: (OfficeTime) -> Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(records[sorted[middle]].modified) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

enum ShelfOrder: Sendable {
    case name
    case entry
}
