import API
import FoundationEssentials
import Hummingbird
import QBXML
import Store
import Sync
import Timetable

extension ControlRoutes {
    /// How fresh each category is.
    func freshness(_ request: Request, _ order: Order) async throws -> Response {
        try QueryReading(request, known: []).end()
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let connector = facts.connector
        let (rows, counts, settings) = try await database.read { snapshot in
            (
                try snapshot.freshness(connector: connector.id),
                try snapshot.recordCounts(connector: connector.id),
                try snapshot.categorySettings(connector: connector.id)
            )
        }
        let next = Diagnosis(facts, now: order.now).nextSync
        return try .json(
            QBXML.Category.all.map { category in
                let setting = settings[category.name] ?? .standard
                let row = rows[category.name]
                return FreshnessEntry(
                    category, row, setting, counts: counts,
                    nextDue: setting.nextDue(
                        after: row?.completeAt, sync: next, in: connector.rule.zone))
            })
    }

    /// What QuickBooks lets us read.
    func coverage(_ request: Request, _ order: Order) async throws -> Response {
        try QueryReading(request, known: []).end()
        let connector = try await connector(order)
        let rows = try await database.read { try $0.coverageRows(connector: connector) }
        return try .json(QBXML.Category.all.map { CoverageEntry($0, rows[$0.name]) })
    }
}

extension FreshnessEntry {
    init(
        _ category: QBXML.Category, _ row: FreshnessRow?, _ setting: CategorySetting, counts: [String: Int],
        nextDue: Date?
    ) {
        let kinds = category.records.map { String($0.dropLast(3)) }
        var doubt = row?.doubt
        if doubt == nil, row?.completeAt == nil {
            doubt =
                setting.direction.reads
                ? "It was never read to its end." : "It is not read: direction \(setting.direction.rawValue)."
        }
        self.init(
            category: category.name, title: category.title, complete: doubt == nil,
            completeAt: row?.completeAt, count: kinds.reduce(0) { $0 + (counts[$1] ?? 0) },
            expected: row?.expected, countedAt: row?.countedAt, reconciledAt: row?.reconciledAt,
            comparedAt: row?.comparedAt, watermark: row?.highWater, nextDue: nextDue, doubt: doubt)
    }
}

extension CategorySetting {
    /// When the category is read next at the earliest.
    ///
    /// - Parameter sync: when the next sync may start.
    func nextDue(after last: Date?, sync: Date?, in zone: Zone) -> Date? {
        guard direction.reads, let sync else { return nil }
        guard let last else { return sync }
        switch cadence {
        case .everyRun: return sync
        case .hours(let hours): return max(sync, last.addingTimeInterval(Double(hours) * 3600))
        case .nightly:
            let midnight = WallTime(seconds: (zone.wallTime(of: last).dayNumber + 1) * WallTime.day)
            return max(sync, zone.instant(reaching: midnight))
        }
    }
}

extension CoverageEntry {
    init(_ category: QBXML.Category, _ row: CoverageRow?) {
        let answer = row.flatMap { Answer(rawValue: $0.answer) }
        let isLost = row?.wasReadableAt != nil && answer != .readable && answer != nil
        self.init(
            category: category.name, title: category.title,
            kinds: category.records.map { String($0.dropLast(3)) }, answer: row?.answer ?? "unknown",
            isLost: isLost, code: row?.code, sentence: Self.sentence(answer, row, isLost: isLost),
            probedAt: row?.probedAt, since: row?.since, wasReadableAt: row?.wasReadableAt)
    }

    private enum Answer: String {
        case readable, empty, refused, withheld
        case notInThisEdition = "not in this edition"
    }

    /// What QuickBooks said, with the likely cause and whose move it is.
    private static func sentence(
        _ answer: Answer?, _ row: CoverageRow?, isLost: Bool
    ) -> String? {
        let cause: String?
        switch answer {
        case nil: cause = "It was not asked for yet. The first sync does it."
        case .readable: cause = nil
        case .empty:
            cause =
                isLost
                ? "It had records once. Either all were deleted, or the QuickBooks user that the sync logs "
                    + "in as may no longer see them: let the administrator look at that user's role."
                : nil
        case .refused:
            cause =
                "The QuickBooks user that the sync logs in as may not read it: the administrator gives that "
                + "user's role access, or runs the sync as another one."
        case .withheld:
            cause =
                "QuickBooks withholds it: in Edit > Preferences > Integrated Applications > Company "
                + "Preferences the administrator allows this application to read personal data."
        case .notInThisEdition: cause = "This edition of QuickBooks does not have it, or it is switched off."
        }
        let sentences = [row?.sentence, cause].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
