import FoundationEssentials
import QBXML
import Timetable

/// Answers to documents that asked about several categories at once.
extension Exchange {
    /// Each answer with its category. The number behind the point of the request ID says which; an answer
    /// without one counts by its place.
    private static func answers(
        _ reading: Reading, of step: Step
    ) -> [(category: String, place: Int, answer: AnswerReading)] {
        reading.answers.enumerated().compactMap { place, answer in
            let number = answer.head.requestID.flatMap { id in
                id.split(separator: ".").dropFirst().first.flatMap { Int($0) }
            }
            let member = number ?? place
            return step.members.indices.contains(member) ? (step.members[member], place, answer) : nil
        }
    }

    static func judgeCoverage(_ reading: Reading, _ index: Int, _ turn: inout Turn) {
        var lost: [String] = []
        for (category, _, answer) in answers(reading, of: turn.agenda.steps[index]) {
            var coverage = Coverage(answer)
            let before = turn.mirror.coverage[category]
            coverage.wasReadableAt = coverage.answer == .readable ? turn.now : before?.wasReadableAt
            let wasThere = before?.wasReadableAt != nil || turn.mirror.stored[category] ?? 0 > 0
            if coverage.answer != .readable, wasThere {
                let sentence = Doubt.lost(coverage).sentence(category)
                coverage.sentence = sentence
                lost.append(sentence)
            }
            turn.changes.append(
                .cover(connector: turn.connector.id, category: category, coverage, at: turn.now))
            if coverage.answer == .notInThisEdition { skipReading(of: category, &turn) }
        }
        if !lost.isEmpty {
            turn.agenda.steps[index].trouble = StepTrouble(
                weight: .configuration, sentence: lost.joined(separator: " "))
        }
        finishStep(index, &turn)
    }

    private static func skipReading(of category: String, _ turn: inout Turn) {
        for index in turn.agenda.steps.indices
        where turn.agenda.steps[index].category == category && turn.agenda.steps[index].state == .waiting {
            turn.agenda.steps[index].state = .skipped
            turn.saveStep(index)
            settleTask(of: index, &turn)
        }
    }

    /// How much there is: for the percent and the remaining time of a first sync.
    static func judgeForecast(_ reading: Reading, _ index: Int, _ turn: inout Turn) {
        for (category, _, answer) in answers(reading, of: turn.agenda.steps[index]) {
            guard let count = count(answer) else { continue }
            for step in turn.agenda.steps.indices
            where turn.agenda.steps[step].purpose == .read && turn.agenda.steps[step].category == category {
                turn.agenda.steps[step].remaining = count
                turn.saveStep(step)
            }
        }
        finishStep(index, &turn)
    }

    private static func count(_ answer: AnswerReading) -> Int? {
        if answer.head.status.isNothingFound { return 0 }
        return answer.head.status.severity == .error ? nil : answer.head.retCount
    }

    static func judgeDeletions(_ reading: Reading, _ index: Int, _ turn: inout Turn) {
        if let refused = reading.answers.first(where: { $0.head.status.severity == .error })?.head.status {
            let weight: StepTrouble.Weight = refused.needsPermission ? .configuration : .error
            return fail(index, &turn, weight, refused.sentence)
        }
        for (place, answer) in reading.answers.enumerated() {
            turn.agenda.steps[index].received += answer.recordCount
            turn.changes.append(.ingest(turn.page(index, answer: place, use: .deletions)))
        }
        let began = turn.connector.rule.zone.wallTime(of: turn.conversation.startedAt).description
        turn.changes.append(
            .moveWatermark(
                connector: turn.connector.id, category: Watermark.deletions, Watermark(highWater: began),
                at: turn.now))
        finishStep(index, &turn)
    }

    /// The reconciliation at the end: a category that does not agree is compared, once; then it is counted
    /// again, and what still does not agree is said.
    static func judgeCounts(_ reading: Reading, _ index: Int, _ turn: inout Turn) {
        let step = turn.agenda.steps[index]
        var compared: [String] = []
        for (category, _, answer) in answers(reading, of: step) {
            guard let expected = count(answer) else { continue }
            let stored = turn.mirror.stored[category] ?? 0
            guard expected != stored else {
                turn.reconcile(category, expected: expected, nil)
                continue
            }
            let doubt: Doubt =
                expected == 0 ? .emptied(stored: stored) : .count(expected: expected, stored: stored)
            turn.reconcile(category, expected: expected, doubt)
            if expected > 0, step.restarts == 0, !turn.wasComparedInVain(category, doubt) {
                compared.append(category)
            } else {
                turn.blame(category, doubt, isRestricted: expected == 0, counts: index)
            }
        }
        finishStep(index, &turn)
        guard !compared.isEmpty else { return }
        for category in compared {
            let steps = Agenda.comparison(of: category, setting: turn.mirror.settings[category])
            for step in steps { turn.addStep(step) }
        }
        var again = Step(.counts, of: compared)
        again.restarts = 1
        turn.addStep(again)
    }
}

extension Turn {
    /// The same doubt survived a comparison lately: where QuickBooks counts otherwise than it lists, reading
    /// all IDs in every sync would help nobody.
    fileprivate func wasComparedInVain(_ category: String, _ doubt: Doubt) -> Bool {
        guard let mark = mirror.marks[category], let compared = mark.comparedAt else { return false }
        return mark.doubt == doubt.sentence(category) && now.timeIntervalSince(compared) < 20 * 3600
    }

    fileprivate mutating func reconcile(_ category: String, expected: Int, _ doubt: Doubt?) {
        changes.append(
            .reconcile(
                connector: connector.id, category: category, expected: expected,
                doubt: doubt?.sentence(category), at: now))
    }

    /// The trouble stands at the category's own step where it has one, so that it is named at the end.
    fileprivate mutating func blame(_ category: String, _ doubt: Doubt, isRestricted: Bool, counts: Int) {
        let own = agenda.steps.lastIndex { $0.category == category && $0.purpose != .fetch }
        let index = own ?? counts
        let weight: StepTrouble.Weight = isRestricted ? .configuration : .error
        agenda.steps[index].trouble = StepTrouble(weight: weight, sentence: doubt.sentence(category))
        saveStep(index)
        changes.append(
            .categoryMessage(
                connector: connector.id, category: category, sentence: doubt.sentence(category), at: now))
    }
}
