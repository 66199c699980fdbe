package import Logging
import QBXML
import Store
package import Sync
import Systemd
import WebConnector
import Timetable

/// What happened, in the journal: one line per event, with fields to search by. The one place that turns
/// events into lines.
///
/// Passwords and company data never come here: events hold names of connectors, users, categories, words of
/// qbXML, and our own sentences.
package struct Journal: Sendable {
    private let logger: Logger
    private let notesTold = NotesTold()

    package init(logger: Logger) {
        self.logger = logger
    }

    package func record(_ events: [Event]) {
        for event in events { record(event) }
    }

    private func record(_ event: Event) {
        switch event {
        case .conversationBegan(let connector, let ticket, let user, let address, let trigger):
            note(
                .debug, "\(connector): conversation began (\(trigger.rawValue))", .conversationBegan,
                ["connector": connector, "ticket": ticket, "user": user, "address": address])
        case .conversationEnded(let connector, let ticket, let ending):
            note(
                Self.level(of: ending), "\(connector): \(ending.sentence)",
                ending.code == "wrong-company-file" ? .wrongCompanyFile : .conversationEnded,
                [
                    "connector": connector, "ticket": ticket, "state": ending.state.rawValue,
                    "reason": ending.code,
                ])
        case .checkedIn(let connector, let user, let told):
            note(
                .debug, "\(connector): checked in. \(told)", .checkedIn,
                ["connector": connector, "user": user])
        case .loginRefused(let connector, let user, let address, let failure):
            note(
                .warning, "\(connector): \(failure.sentence)", .loginRefused,
                ["connector": connector, "user": user, "address": address, "reason": failure.code])
        case .userLocked(let connector, let user, let address):
            note(
                .error, "\(connector): \(user) is locked now, after wrong passwords from \(address).",
                .userLocked, ["connector": connector, "user": user, "address": address])
        case .categoryDone(let connector, let ticket, let category, let received):
            note(
                .debug, "\(connector): \(category) is complete, \(received) records", .categoryDone,
                ["connector": connector, "ticket": ticket, "category": category, "received": "\(received)"])
        case .categoryFailed(let connector, let ticket, let category, let sentence):
            note(
                .warning, "\(connector): \(category) failed. \(sentence)", .categoryFailed,
                ["connector": connector, "ticket": ticket, "category": category])
        case .iteratorLost(let connector, let ticket, let category):
            note(
                .notice, "\(connector): QuickBooks lost its place in \(category); it starts again.",
                .iteratorLost, ["connector": connector, "ticket": ticket, "category": category])
        case .answerTooLarge(let connector, let ticket, let category, let bytes, let pageSize):
            note(
                .warning,
                "\(connector): an answer of \(bytes) bytes about \(category) was larger than the endpoint "
                    + "takes; pages of \(pageSize) records are asked for from now on.",
                .answerTooLarge, ["connector": connector, "ticket": ticket, "category": category])
        case .answerNoted(let connector, let ticket, let category, let notes):
            let notes = notesTold.first(of: notes, for: connector)
            guard !notes.isEmpty else { break }
            let some = notes.prefix(Self.notesInOneLine).map(\.sentence).joined(separator: " ")
            let more = notes.count - Self.notesInOneLine
            note(
                .info, "\(connector): \(some)" + (more > 0 ? " And \(more) more of the kind." : ""),
                .answerNoted, ["connector": connector, "ticket": ticket, "category": category])
        case .companyBound(let connector, let path):
            note(
                .notice, "\(connector): bound to the company file \(path)", .companyBound,
                ["connector": connector])
        case .unknownTicket(let operation):
            note(
                .notice, "A Web Connector called \(operation) with a ticket that is not known here.",
                .unknownTicket, [:])
        }
    }

    func unknownUser(_ user: String, address: String) {
        note(
            .warning, "A Web Connector at \(address) tried to log in as \(user), whom nobody knows here.",
            .loginRefused, ["user": user, "address": address, "reason": "unknown-user"])
    }

    func fault(reference: String, text: String, cause: String, address: String) {
        note(
            .error, "Reference \(reference): \(text) Cause: \(cause)", .fault,
            ["reference": reference, "address": address])
    }

    func kept(response number: Int64, ticket: String, why: String) {
        note(
            .warning, "Response \(number) could not be read and is kept: \(why)", .responseKept,
            ["ticket": ticket])
    }

    /// A condition that was not told yet.
    func began(_ finding: HealthFinding) {
        let level: Logger.Level =
            switch finding.severity {
            case .error: .error
            case .warning: .warning
            case .notice: .info
            }
        // An overdue sync has had a number of its own from the beginning; people's alarms hang on it.
        let id: MessageID = finding.condition == .syncOverdue ? .syncOverdue : .conditionBegan
        var fields = ["condition": finding.key]
        if let connector = finding.connector { fields["connector"] = connector }
        let head = finding.connector.map { "\($0): " } ?? ""
        note(level, "\(head)\(finding.sentence)\(finding.fix.map { " \($0)" } ?? "")", id, fields)
    }

    func ended(_ row: ConditionRow) {
        var fields = ["condition": row.subject.isEmpty ? row.code : "\(row.code):\(row.subject)"]
        if let connector = row.connector { fields["connector"] = connector }
        let title = Condition(rawValue: row.code)?.text.title ?? row.code
        note(
            .notice, "\(row.connector.map { "\($0): " } ?? "")It is over: \(title).", .conditionEnded, fields)
    }

    func due(connector: String) {
        note(.info, "\(connector): a sync is due.", .syncDue, ["connector": connector])
    }

    /// A person's order, beside the audit trail's row of it.
    func order(_ sentence: String, connector: String, by who: String) {
        note(.notice, "\(connector): \(sentence) (by \(who))", .order, ["connector": connector, "by": who])
    }

    /// An order about a webhook, which belongs to no connector or to one.
    func webhookOrder(_ sentence: String, webhook: String, by who: String) {
        note(.notice, "\(webhook): \(sentence) (by \(who))", .order, ["webhook": webhook, "by": who])
    }

    func webhookDisabled(_ webhook: String, host: String, because sentence: String) {
        note(
            .error, "\(webhook) to \(host) is switched off. \(sentence)", .webhookDisabled,
            ["webhook": webhook, "host": host])
    }

    func webhookGaveUp(_ webhook: String, host: String, event: Int64) {
        note(
            .warning, "\(webhook) to \(host): event evt_\(event) was given up after a day.", .webhookGaveUp,
            ["webhook": webhook, "host": host])
    }

    func upgraded(_ upgrade: SchemaUpgrade) {
        let copy = upgrade.copy
        note(
            copy.isSound ? .notice : .error,
            "The database was brought from schema \(upgrade.from) to \(upgrade.to); it was copied before, "
                + "to \(copy.path) (\(copy.bytes) bytes)."
                + (copy.isSound ? "" : " SQLite finds fault with the copy, and so with the database itself."),
            .databaseUpgraded, [:])
    }

    /// Whoever changes the trail afterwards has to change the journal as well.
    func auditHead(_ head: AuditMark) {
        note(
            .info, "The audit trail ends with line \(head.number): \(head)", .auditHead,
            ["audit_number": "\(head.number)", "audit_hash": head.digits])
    }

    func restored(_ restoration: Restoration) {
        let requests =
            switch restoration.requests {
            case 0: "No request waited in it."
            case 1: "1 request waited in it and may have been sent since; it is looked for before it is sent."
            case let count:
                "\(count) requests waited in it and may have been sent since; they are looked for before "
                    + "they are sent."
            }
        note(
            .warning,
            "The database is a copy of \(Timestamp.text(restoration.copiedAt)) that was put back: what came "
                + "since is lost here. \(requests)", .databaseRestored, [:])
    }

    func service(_ level: Logger.Level, _ text: String, _ id: MessageID) {
        note(level, text, id, [:])
    }

    private static let notesInOneLine = 5

    private static func level(of ending: Ending) -> Logger.Level {
        switch ending.state {
        case .inProgress, .success: .info
        case .configuration, .errors: .warning
        case .unsuccessful: .error
        }
    }

    private func note(
        _ level: Logger.Level, _ text: String, _ id: MessageID, _ fields: [String: String]
    ) {
        logger.event(level, text, id, fields)
    }
}
