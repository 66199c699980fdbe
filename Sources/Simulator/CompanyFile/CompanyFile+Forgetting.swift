package import FoundationEssentials

extension CompanyFile {
    /// QuickBooks knows of deletions for so many days.
    package static let daysOfMemory = 90

    /// Tells the file what time it is: deletions older than 90 days are forgotten, and date macros count from
    /// this day.
    ///
    /// Every edit does so by itself. A company file has no clock of its own, so one that nobody edits stays
    /// at the moment of its last edit until it is told otherwise. Time never goes back here.
    package mutating func advance(to date: Date) {
        advance(to: Int(date.timeIntervalSince1970.rounded(.down)))
    }

    mutating func advance(to moment: Int) {
        guard moment > now ?? .min else { return }
        follow(clock: moment)
    }

    /// QuickBooks stamps with the clock of Windows, and that may have been put back since the last edit.
    mutating func follow(clock moment: Int) {
        now = moment
        forget(before: moment - Self.daysOfMemory * 86_400)
    }

    /// Forgets the deletions before a moment.
    package mutating func forget(before date: Date) {
        forget(before: Int(date.timeIntervalSince1970.rounded(.down)))
    }

    private mutating func forget(before moment: Int) {
        guard !tombstones.isEmpty else { return }
        let wall = zone.wall(at: moment)
        tombstones.removeAll { $0.deleted < wall }
    }

    /// The day that date macros count from; nil while no time is known.
    package var today: CivilDay? { now.map { zone.wall(at: $0).day } }

    /// Takes a record off its shelf and leaves its tombstone, for a kind that has one.
    mutating func bury(_ record: CompanyRecord, at moment: Int) {
        shelves[Family.holding(record.kind).name]?.remove(record.id)
        if let stone = Tombstone(record, stamp: zone.stamp(at: moment), wall: zone.wall(at: moment)) {
            tombstones.append(stone)
        }
    }
}
