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
        let (rows, counts, settings, coverage) = try await database.read { snapshot in
            (
                try snapshot.freshness(connector: connector.id),
                try snapshot.recordCounts(connector: connector.id),
                try snapshot.categorySettings(connector: connector.id),
                try snapshot.coverageRows(connector: connector.id)
            )
        }
        let next = Diagnosis(facts, now: order.now).nextSync
        return try .json(
            QBXML.Category.all.map { category in
                let setting = settings[category.name] ?? .standard
                let row = rows[category.name]
                return FreshnessEntry(
                    category, row, setting, coverage[category.name], counts: counts,
                    nextDue: setting.nextDue(
                        after: row?.doubt == nil ? row?.completeAt : nil, sync: next,
                        in: connector.rule.zone))
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
        _ category: QBXML.Category, _ row: FreshnessRow?, _ setting: CategorySetting, _ probe: CoverageRow?,
        counts: [String: Int], nextDue: Date?
    ) {
        // What this QuickBooks does not have is complete without a record.
        let isAbsent = probe?.answer == Coverage.Answer.notInThisEdition.rawValue
        let doubt =
            isAbsent ? nil : Completeness.doubt(row?.doubt, completeAt: row?.completeAt, setting.direction)
        self.init(
            category: category.name, title: category.title, complete: doubt == nil,
            completeAt: row?.completeAt ?? (isAbsent ? probe?.probedAt : nil),
            count: category.kinds.reduce(0) { $0 + (counts[$1] ?? 0) }, expected: row?.expected,
            countedAt: row?.countedAt, reconciledAt: row?.reconciledAt, comparedAt: row?.comparedAt,
            watermark: row?.highWater, nextDue: isAbsent ? nil : nextDue, doubt: doubt)
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
        let answer = row.flatMap { Coverage.Answer(rawValue: $0.answer) }
        let isLost = row?.wasReadableAt != nil && answer != .readable && answer != nil
        self.init(
            category: category.name, title: category.title,
            kinds: category.kinds, answer: row?.answer ?? "unknown",
            isLost: isLost, code: row?.code, sentence: Self.sentence(answer, row, isLost: isLost),
            probedAt: row?.probedAt, since: row?.since, previous: row?.previous,
            previousSince: row?.previousSince, wasReadableAt: row?.wasReadableAt)
    }

    /// What QuickBooks said, with the likely cause and whose move it is.
    private static func sentence(
        _ answer: Coverage.Answer?, _ row: CoverageRow?, isLost: Bool
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
        // What is lost is told with its likely cause already.
        let isTold = isLost && answer == .empty && row?.sentence != nil
        let sentences = [row?.sentence, isTold ? nil : cause].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
