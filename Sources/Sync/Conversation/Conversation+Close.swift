package import FoundationEssentials
import QBXML
import Timetable
import WebConnector

extension Exchange {
    /// `closeConnection`: the goodbye. Its text is what the person at the workstation reads last.
    static func closeConnection(_ facts: TicketFacts, now: Date) -> Decision {
        var turn = Turn(facts, now: now)
        // Whoever closes a held conversation leaves nothing undone.
        if turn.conversation.heldUntil != nil, !turn.conversation.isFinished { conclude(&turn) }
        turn.finish(.unsuccessful(.closedEarly(during: turn.agenda.currentTitle)))
        return turn.decision(.closeConnection(farewell(turn.conversation)))
    }

    private static func farewell(_ conversation: Conversation) -> String {
        switch conversation.ending {
        case .success?, .requests?: "OK"
        case let ending?: ending.sentence
        case nil: "OK"
        }
    }

    /// Nothing is left to read: how did it go?
    static func conclude(_ turn: inout Turn) {
        turn.finish(
            conclusion(
                turn.agenda, trigger: turn.conversation.trigger, path: turn.connector.binding.path))
        turn.conversation.percent = 100
    }

    private static func conclusion(_ agenda: Agenda, trigger: Trigger, path: String?) -> Ending {
        let troubled = agenda.troubled
        guard troubled.isEmpty else { return .errors(categories: troubled) }
        let issues = configurationIssues(agenda, path: path)
        guard issues.isEmpty else { return .configuration(issues) }
        guard trigger == .requests else { return .success }
        let answered = agenda.steps.filter { $0.purpose == .writes }.reduce(0) { $0 + $1.received }
        return .requests(answered: answered)
    }

    private static func configurationIssues(_ agenda: Agenda, path: String?) -> [ConfigurationIssue] {
        var issues: [ConfigurationIssue] = []
        if let path, let service = Binding.cloudFolder(in: path) {
            issues.append(.cloudFolder(path: path, service: service))
        }
        var told: Set<String> = []
        for step in agenda.steps {
            guard let trouble = step.trouble, trouble.weight == .configuration else { continue }
            // What the reading of a category was refused, its balances and its comparison are too.
            guard told.insert("\(step.category) \(trouble.sentence)").inserted else { continue }
            let isWithheld = step.state == .failed && step.purpose == .read
            issues.append(
                isWithheld
                    ? .withheld(category: step.title, why: trouble.sentence) : .incomplete(trouble.sentence))
        }
        return issues
    }

    /// Between two categories: has somebody asked to stop, or has the night begun? (SA-6, SA-4)
    ///
    /// Returns true when the conversation ended here.
    static func stopIfAsked(_ turn: inout Turn, after category: String?) -> Bool {
        let inProgress = turn.agenda.steps.contains { $0.state == .running }
        guard !inProgress, turn.agenda.currentIndex != nil else { return false }
        guard mustStop(turn) else { return false }
        let reason: StopReason
        if let stop = turn.conversation.stop {
            reason = .person(stop.by, after: category)
        } else {
            reason = .overnightShutdown(after: category)
        }
        let remaining = turn.agenda.remaining.map { $0.title.lowercased() }
        for index in turn.agenda.steps.indices where turn.agenda.steps[index].state == .waiting {
            turn.agenda.steps[index].state = .skipped
            turn.saveStep(index)
        }
        turn.finish(.stopped(reason, remaining: remaining, troubled: turn.agenda.troubled))
        return true
    }

    /// Whether nothing new may begin in this conversation.
    static func mustStop(_ turn: Turn) -> Bool {
        turn.conversation.stop != nil
            || turn.connector.rule.stopsRunning(
                now: turn.now, duringShutdown: turn.conversation.duringShutdown)
    }

    /// Closes a conversation whose client fell silent: by the next `authenticate`, or by the tick after the
    /// limit. One that was only held open had done all its work.
    ///
    /// - Parameter path: of the connector's company file.
    package static func giveUp(
        _ open: OpenConversation, connector: String, path: String?, now: Date
    ) -> (changes: [Change], events: [Event]) {
        var conversation = open.conversation
        guard !conversation.isFinished else { return ([], []) }
        let ending =
            conversation.heldUntil == nil
            ? Ending.unsuccessful(.connectionLost(during: open.agenda.currentTitle))
            : conclusion(open.agenda, trigger: conversation.trigger, path: path)
        conversation.finish(ending, at: now)
        return (
            [.save(conversation)],
            [.conversationEnded(connector: connector, ticket: conversation.ticket, ending)]
        )
    }
}
