package import FoundationEssentials
import QBXML
package import Timetable

/*
 What a sync does, and in which order:

     requests     what is queued, before anything is read
     coverage     one record of each category, after pairing and weekly: what may be read at all?
     forecast     before a first sync: how much there is
     read …       each category that is due, lists before transactions, from its watermark
     deletions    before a comparison that somebody asked for: what was deleted since is no difference
     compare …    after a gap longer than QuickBooks remembers deletions, or because somebody asked
     fetch …      (`verify`)
     import …     the ranges of dates that somebody asked for
     report …     and the reports
     balances …   what changes without a new EditSequence
     deletions    what QuickBooks remembers of them
     counts       QuickBooks' counts against ours. What does not agree is compared at once, behind this step,
                  and counted again; what then still does not agree is not called complete.
*/
extension Agenda {
    /// A fresh agenda for a connector as it stands.
    package init(_ facts: LoginFacts, trigger: Trigger = .scheduled, now: Date) {
        self.init(steps: [])
        if facts.history.hasRequests { steps.append(Step(.writes, category: Step.requests)) }
        if trigger == .requests { return }
        let plan = Plan(facts, now: now)
        steps += plan.coverage
        steps += plan.forecast
        steps += plan.reads
        let comparisons = plan.comparisons
        if comparisons.contains(where: { $0.task != nil }), !plan.isGap { steps += plan.deletions }
        steps += comparisons
        steps += plan.tasks
        steps += plan.balances
        steps += plan.deletions
        steps += plan.counts
    }
}

private struct Plan {
    let facts: LoginFacts
    let now: Date
    let zone: Zone
    let mirrored: [Category]

    init(_ facts: LoginFacts, now: Date) {
        self.facts = facts
        self.now = now
        zone = facts.connector.rule.zone
        mirrored = Category.all.filter { category in
            category.unread(by: facts.settings[category.name], facts.coverage[category.name]) == nil
        }
    }

    /// What was there at the last probe and is not any more may have come back: the probe asks about all.
    var coverage: [Step] {
        let asked = facts.tasks.filter { $0.kind == .coverage }
        let age = facts.probedAt.map { now.timeIntervalSince($0) } ?? .infinity
        guard !asked.isEmpty || age >= Double(Coverage.days) * 86_400 else { return [] }
        let tasks: [Int64?] = asked.isEmpty ? [nil] : asked.map(\.number)
        return tasks.map { Step(.coverage, of: Category.all.map(\.name), task: $0) }
    }

    var forecast: [Step] {
        // A first sync that the night cut short goes on the next day, and is counted then as well.
        let isFirst = facts.watermarks[Watermark.deletions]?.completeAt == nil
        let counted = mirrored.filter { $0.hasCount && facts.watermarks[$0.name]?.completeAt == nil }
            .map(\.name)
        return isFirst && !counted.isEmpty ? [Step(.forecast, of: counted)] : []
    }

    var reads: [Step] { mirrored.filter(isDue).map(read) }

    private func read(_ category: Category) -> Step {
        let mark = facts.watermarks[category.name]
        let setting = facts.settings[category.name] ?? .standard
        var since: String?
        if category.modified != .none {
            let reached = mark?.highWater.map {
                Reach.back(from: $0, seconds: facts.connector.overlapSeconds, zone: zone)
            }
            since = [reached, Exchange.since(setting)].compactMap { $0 }.max()
        }
        return Step(
            category: category.name, since: since, previousHighWater: mark?.highWater,
            pageSize: setting.pageSize ?? mark?.pageSize,
            isResumed: facts.interrupted.contains(category.name))
    }

    /// A category that is in doubt, or was never read to its end, is due whatever its cadence.
    private func isDue(_ category: Category) -> Bool {
        guard let mark = facts.watermarks[category.name], let last = mark.completeAt, mark.doubt == nil
        else { return true }
        switch (facts.settings[category.name] ?? .standard).cadence {
        case .everyRun: return true
        // A run that starts some minutes early must not wait a whole run more.
        case .hours(let hours): return now.timeIntervalSince(last) >= Double(hours) * 3600 - 600
        case .nightly: return zone.wallTime(of: last).dayNumber != zone.wallTime(of: now).dayNumber
        }
    }

    /// QuickBooks remembers deletions for about 90 days; ten are kept in hand.
    private static let memory = 80.0 * 86_400

    /// Whether QuickBooks may have forgotten deletions that nobody has asked for. Until everything was
    /// compared it must not be taken for closed, and asking for deletions would close it.
    var isGap: Bool {
        facts.watermarks[Watermark.deletions]?.completeAt.map { now.timeIntervalSince($0) > Self.memory }
            ?? false
    }

    private var comparedAfterGap: [Category] {
        let isGap = isGap
        return mirrored.filter { category in
            guard category.identity != .single, category.modified != .none,
                facts.watermarks[category.name]?.completeAt != nil
            else { return false }
            return isGap && category.hasDeletions
        }
    }

    var comparisons: [Step] {
        var steps: [Step] = []
        var planned: Set<String> = []
        for task in facts.tasks {
            guard case .verify(let names) = task.kind else { continue }
            let categories = mirrored.filter {
                $0.identity != .single && (names.isEmpty || names.contains($0.name))
            }
            // Each task compares for itself, since each has a report of its own.
            for category in categories {
                planned.insert(category.name)
                steps += comparison(category, task: task.number)
            }
        }
        for category in comparedAfterGap where planned.insert(category.name).inserted {
            steps += comparison(category, task: nil)
        }
        return steps
    }

    private func comparison(_ category: Category, task: Int64?) -> [Step] {
        Agenda.comparison(of: category.name, setting: facts.settings[category.name], task: task)
    }

    var tasks: [Step] {
        facts.tasks.flatMap { task -> [Step] in
            switch task.kind {
            case .verify, .coverage: []
            case .dated(let slices):
                slices.map {
                    Step(.dated, category: $0.category, from: $0.from, to: $0.to, task: task.number)
                }
            case .balanceReport: [Step(.balances, category: "customers", task: task.number)]
            case .report: [Step(.report, of: [], task: task.number)]
            }
        }
    }

    /// A category that has never been read is read whole in this very sync.
    var balances: [Step] {
        let asked = facts.tasks.contains { if case .balanceReport = $0.kind { true } else { false } }
        return mirrored.filter { category in
            !category.drifts.isEmpty && facts.watermarks[category.name]?.completeAt != nil
                && !(asked && category.name == "customers")
        }.map { Step(.balances, category: $0.name) }
    }

    /// A day's overlap, because the clock of the PC may differ from ours; what is known already changes
    /// nothing.
    var deletions: [Step] {
        let known = facts.watermarks[Watermark.deletions]?.highWater
        let began = zone.wallTime(of: facts.connector.createdAt).description
        let kept = zone.wallTime(of: now.addingTimeInterval(-Self.memory)).description
        var step = Step(.deletions, of: mirrored.filter(\.hasDeletions).map(\.name))
        step.since = max(kept, Reach.back(from: known ?? began, seconds: 86_400, zone: zone))
        return step.members.isEmpty ? [] : [step]
    }

    var counts: [Step] {
        let counted = mirrored.filter { $0.hasCount && $0.identity != .single }.map(\.name)
        return counted.isEmpty ? [] : [Step(.counts, of: counted)]
    }
}

extension Category {
    /// Why a sync does not read the category; nil if it does.
    package func unread(by setting: CategorySetting?, _ coverage: Coverage?) -> String? {
        if let direction = setting?.direction, !direction.reads {
            return "The direction of \(name) is \"\(direction.rawValue)\": it is not read."
        }
        if coverage?.answer == .notInThisEdition {
            return "This QuickBooks has no \(title.lowercased())."
        }
        return nil
    }
}

extension Agenda {
    /// All IDs of a category, then the records that are wanting.
    static func comparison(of category: String, setting: CategorySetting?, task: Int64? = nil) -> [Step] {
        let since = Exchange.since(setting ?? .standard)
        return [
            Step(.compare, category: category, since: since, task: task),
            Step(.fetch, category: category, task: task),
        ]
    }
}
