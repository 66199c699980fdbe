import FoundationEssentials
package import QBXML
import WebConnector

/// One call's working copy of the facts: the conversation and agenda as they change, and the changes so far.
///
/// It exists so that the functions of the calls read top to bottom; it decides nothing by itself.
struct Turn {
    let connector: Connector
    let now: Date
    let mirror: MirrorFacts
    var outbox: OutboxFacts
    let claims: [Claim]
    /// Since when the client has had the question that this call answers.
    let askedAt: Date
    var conversation: Conversation
    var agenda: Agenda
    var changes: [Change] = []
    var events: [Event] = []
    /// What was decided lets other requests go, or keeps some back, takes values along or macros: only the
    /// database tells what waits now.
    var isOutdated = false

    init(_ facts: TicketFacts, now: Date) {
        connector = facts.connector
        self.now = now
        conversation = facts.open.conversation
        agenda = facts.open.agenda
        mirror = facts.mirror
        outbox = facts.outbox
        claims = facts.claims
        askedAt = facts.open.conversation.lastCallAt
        conversation.lastCallAt = now
    }

    /// Ends the conversation and tells the journal.
    mutating func finish(_ ending: Ending) {
        guard !conversation.isFinished else { return }
        conversation.finish(ending, at: now)
        events.append(
            .conversationEnded(connector: connector.name, ticket: conversation.ticket, ending))
    }

    mutating func saveStep(_ index: Int) {
        changes.append(.saveStep(ticket: conversation.ticket, index: index, agenda.steps[index]))
    }

    /// One step more, behind all others.
    mutating func addStep(_ step: Step) {
        changes.append(.addStep(ticket: conversation.ticket, index: agenda.steps.count, step))
        agenda.steps.append(step)
    }

    func setting(_ category: String) -> CategorySetting { mirror.settings[category] ?? .standard }

    /// Decided so far; what follows depends on what these changes lead to.
    func unfinished() -> Decision {
        var decision = decision(.sendRequestXML([]))
        decision.isUnfinished = true
        return decision
    }

    /// Everything decided: the conversation is saved last, so that it carries the end state of the call.
    func decision(_ answer: Answer) -> Decision {
        Decision(changes: changes + [.save(conversation)], answer: answer, events: events)
    }
}

extension Agenda {
    /// Title of the category in progress, for the sentences about a broken conversation.
    var currentTitle: String? { currentIndex.map { steps[$0].title } }

    /// Title of the category that was finished last, for the sentences about a stop between two.
    var lastFinishedTitle: String? {
        steps.last { $0.state == .done || $0.state == .failed }?.title
    }

    /// Titles of the categories that failed, or of which a record could not be stored.
    var troubled: [String] {
        var titles: [String] = []
        for step in steps where step.faults > 0 || step.trouble?.weight == .error {
            let title = step.title.lowercased()
            if !titles.contains(title) { titles.append(title) }
        }
        return titles
    }
}

extension Category {
    /// A category that a newer version wrote into the agenda and this one does not know is shown by its name.
    package static func title(of name: String) -> String { named(name)?.title ?? name }
}
