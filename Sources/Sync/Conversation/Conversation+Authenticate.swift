package import FoundationEssentials
import QBXML
import Timetable
import WebConnector

extension Exchange {
    /// `authenticate` of a user we know: who is it, may they, is anything due?
    ///
    /// - Parameter ticket: fresh, from the shell; used only if a conversation or a refusal begins.
    package static func authenticate(
        _ attempt: LoginAttempt, _ facts: LoginFacts, ticket: String, now: Date
    ) -> Decision {
        if facts.user.lockedAt != nil {
            let failure = Failure.locked(user: attempt.user, address: attempt.address)
            return refuse(attempt, facts, failure, .notValidUser, ticket: ticket, now: now)
        }
        guard attempt.check == .matches else {
            return refuseWrongPassword(attempt, facts, ticket: ticket, now: now)
        }
        var decision = welcome(attempt, facts, ticket: ticket, now: now)
        decision.changes.insert(.loginSucceeded(user: attempt.user, at: now), at: 0)
        return decision
    }

    private static func refuseWrongPassword(
        _ attempt: LoginAttempt, _ facts: LoginFacts, ticket: String, now: Date
    ) -> Decision {
        let failures = facts.recentFailures + 1
        let failure = Failure.wrongPassword(
            user: attempt.user, address: attempt.address, failures: failures, rule: facts.lockRule)
        var decision = refuse(attempt, facts, failure, .notValidUser, ticket: ticket, now: now)
        decision.changes.append(.loginFailed(user: attempt.user, at: now, address: attempt.address))
        if failures >= facts.lockRule.failures {
            decision.changes.append(.lock(user: attempt.user, at: now))
            decision.events.append(
                .userLocked(
                    connector: facts.connector.name, user: attempt.user, address: attempt.address))
        }
        return decision
    }

    /// The password is right: the rest is the timetable's.
    private static func welcome(
        _ attempt: LoginAttempt, _ facts: LoginFacts, ticket: String, now: Date
    ) -> Decision {
        if facts.connector.disabledAt != nil {
            // The credentials are right, so "nvu" would send people after a password that is not the trouble.
            return refuse(attempt, facts, .disabled, .noWork, ticket: ticket, now: now)
        }
        var before: [Change] = []
        var events: [Event] = []
        if let open = facts.open {
            if isOtherComputer(attempt, open.conversation, facts, now) {
                let failure = Failure.anotherComputer(
                    user: attempt.user, address: attempt.address,
                    other: "\(open.conversation.user) at \(open.conversation.address)")
                return refuse(attempt, facts, failure, .busy, ticket: ticket, now: now)
            }
            let lost = giveUp(
                open, connector: facts.connector.name, path: facts.connector.binding.path, now: now)
            before = lost.changes
            events = lost.events
        }
        let verdict = facts.connector.rule.verdict(
            for: facts.connector.name, now: now, history: facts.history, leases: facts.leases,
            rivals: facts.rivals)
        var decision: Decision
        switch verdict {
        case .go(let trigger):
            decision = begin(attempt, facts, trigger, ticket: ticket, now: now)
        case .wait(let until, let reason):
            decision = wait(attempt, facts, until: until, because: reason, now: now)
        }
        decision.changes.insert(contentsOf: before, at: 0)
        decision.events.insert(contentsOf: events, at: 0)
        return decision
    }

    /// A client that is alive and has nothing to wait for calls within seconds; five minutes is a poll.
    private static let freshSeconds = 300.0

    /// Two installs of one `.qwc` would end each other's conversations for ever; a restarted one comes from
    /// the same place under the same name and takes over at once (CB-8, SA-12).
    private static func isOtherComputer(
        _ attempt: LoginAttempt, _ open: Conversation, _ facts: LoginFacts, _ now: Date
    ) -> Bool {
        let silence = now.timeIntervalSince(open.lastCallAt)
        // The same user at a new address is mostly the same PC after a new lease; another user is another PC.
        if open.user == attempt.user {
            return open.address != attempt.address && silence < Self.freshSeconds
        }
        if case .awaiting = open.phase { return silence < Double(facts.silenceLimit) }
        return silence < Self.freshSeconds
    }

    private static func begin(
        _ attempt: LoginAttempt, _ facts: LoginFacts, _ trigger: Trigger, ticket: String, now: Date
    ) -> Decision {
        let connector = facts.connector
        let agenda = Agenda(facts, trigger: trigger, now: now)
        let conversation = Conversation(
            ticket: ticket, connectorID: connector.id, user: attempt.user, address: attempt.address,
            trigger: trigger, duringShutdown: facts.history.forced?.duringShutdown ?? false,
            startedAt: now, lastCallAt: now, phase: .asking, sequence: 0, percent: 0, isIdentified: false,
            qbxmlVersion: Version.preferred, workstation: connector.workstation, stop: nil, ending: nil,
            endedAt: nil, bytesReceived: 0, bytesSent: 0)
        let tasks: [Change] = (trigger == .requests ? [] : facts.tasks).map { task in
            let steps = agenda.steps.filter { $0.task == task.number }.count
            return steps > 0
                ? Change.beginTask(task.number, steps: steps, at: now)
                : .endTask(task.number, task.endWithoutSteps, at: now)
        }
        return Decision(
            changes: [
                .begin(OpenConversation(conversation: conversation, agenda: agenda)),
                .takeForce(connector: connector.id),
                .waiting(connector: connector.id, since: nil),
                .contact(connector: connector.id, user: attempt.user, at: now, said: .go(trigger)),
            ] + tasks,
            answer: .authenticate(
                Authentication(
                    ticket: ticket, directive: .work(companyFile: connector.binding.path ?? ""),
                    waitSeconds: nil, minimumIntervalSeconds: nil)),
            events: [
                .conversationBegan(
                    connector: connector.name, ticket: ticket, user: attempt.user, address: attempt.address,
                    trigger)
            ])
    }

    /// An idle check-in only moves the last contact. No seconds are given to the Web Connector: they would
    /// postpone its next look past a sync that a person forces in the meantime (CB-19).
    private static func wait(
        _ attempt: LoginAttempt, _ facts: LoginFacts, until: Date?, because reason: Reason, now: Date
    ) -> Decision {
        let connector = facts.connector
        var changes: [Change] = []
        if reason.isQueueing {
            changes.append(.waiting(connector: connector.id, since: facts.history.waitingSince ?? now))
        } else if facts.history.waitingSince != nil {
            changes.append(.waiting(connector: connector.id, since: nil))
        }
        changes.append(
            .contact(
                connector: connector.id, user: attempt.user, at: now,
                said: .wait(until: until, because: reason)))
        return Decision(
            changes: changes,
            answer: .authenticate(
                Authentication(
                    ticket: "", directive: .noWork, waitSeconds: nil, minimumIntervalSeconds: nil)),
            events: [
                .checkedIn(
                    connector: connector.name, user: attempt.user,
                    told: reason.sentence(in: connector.rule.zone, now: now))
            ])
    }

    private static func refuse(
        _ attempt: LoginAttempt, _ facts: LoginFacts, _ failure: Failure, _ directive: Directive,
        ticket: String, now: Date
    ) -> Decision {
        let connector = facts.connector
        var changes: [Change] = []
        let last = facts.lastRefusal
        if let last, last.code == failure.code, last.user == attempt.user, last.address == attempt.address {
            changes.append(.repeatRefusal(ticket: last.ticket, at: now, Ending.unsuccessful(failure)))
        } else {
            var conversation = Conversation(
                ticket: ticket, connectorID: connector.id, user: attempt.user, address: attempt.address,
                trigger: .scheduled, duringShutdown: false, startedAt: now, lastCallAt: now, phase: .asking,
                sequence: 0, percent: 0, isIdentified: false, qbxmlVersion: Version.preferred,
                workstation: connector.workstation, stop: nil, ending: nil, endedAt: nil, bytesReceived: 0,
                bytesSent: 0)
            conversation.finish(.unsuccessful(failure), at: now)
            changes.append(.refuse(conversation))
        }
        if attempt.check == .matches {
            // Who is refused is in contact but will not be served: nobody may give way to them. A stranger
            // with a wrong password moves neither: else anybody could keep a silent PC from being noticed.
            if facts.history.waitingSince != nil {
                changes.append(.waiting(connector: connector.id, since: nil))
            }
            let said = CheckIn.refused(code: failure.code)
            changes.append(.contact(connector: connector.id, user: attempt.user, at: now, said: said))
        }
        return Decision(
            changes: changes,
            answer: .authenticate(
                Authentication(
                    ticket: "", directive: directive, waitSeconds: nil, minimumIntervalSeconds: nil)),
            events: [
                .loginRefused(
                    connector: connector.name, user: attempt.user, address: attempt.address, failure)
            ])
    }
}
