package import Sync

/// Records were taken ahead of a decision that does not ask for them, or of an answer that could not be read:
/// nothing of the transaction may stay.
package struct TakenInVain: Error {
    package init() {}
}

extension Transaction {
    /// Writes what a decision wants written, in its order. Throws on the first that cannot be; then nothing
    /// is written.
    ///
    /// - Parameters:
    ///   - records: where the records of the pages among the changes come from.
    ///   - taken: what the first of the changes asks for, if it was done already.
    package func apply(
        _ changes: [Change], records: any RecordSource = NoRecords(), taken: TakenPage? = nil
    ) throws {
        var rest = changes[...]
        if let taken {
            guard rest.popFirst() == .ingest(taken.page) else { throw TakenInVain() }
            try count(taken)
        }
        for change in rest { try apply(change, records) }
    }

    private func apply(_ change: Change, _ records: any RecordSource) throws {
        switch change {
        case .begin(let open):
            try begin(open)
        case .save(let conversation):
            try save(conversation)
        case .saveStep(let ticket, let index, let step):
            try saveStep(ticket: ticket, index: index, step)
        case .addStep(let ticket, let index, let step):
            guard let number = try conversationNumber(ticket: ticket) else { return }
            try addStep(conversation: number, index, step)
        case .refuse(let conversation):
            try insert(conversation, isRefusal: true)
            try event(
                .conversationEnded, conversation: conversation.ticket, conversation.ending?.sentence,
                at: conversation.startedAt)
        case .repeatRefusal(let ticket, let at, let ending):
            try repeatRefusal(ticket: ticket, at: at, ending)
        case .ingest(let page):
            try ingest(page, records)
        case .moveWatermark(let connector, let category, let watermark, let at):
            try moveWatermark(connector: connector, category: category, watermark, at: at)
        case .settle(let settlement):
            try settle(settlement)
        case .settleWanted(let settlement, let ids):
            try settleWanted(settlement, ids)
        case .reconcile(let connector, let category, let expected, let doubt, let at):
            try reconcile(connector: connector, category, expected: expected, doubt: doubt, at: at)
        case .cover(let connector, let category, let coverage, let at):
            try cover(connector: connector, category, coverage, at: at)
        case .form, .sendAgain, .askAfter, .setStage, .isolate, .examined, .suspectDeleted, .end, .rebase,
            .deleteRecord, .want:
            try applyOutbox(change, records)
        case .beginTask, .progressTask, .sliceDone, .endTask:
            try applyTask(change)
        case .categoryMessage(let connector, let category, let sentence, let at):
            try categoryMessage(connector: connector, category: category, sentence: sentence, at: at)
        case .contact(let connector, let user, let at, let said):
            try contact(connector: connector, user: user, at: at, said)
        case .bind(let connector, let binding):
            try bind(connector: connector, binding)
        case .learnWorkstation(let connector, let name):
            try learnWorkstation(connector: connector, name)
        case .takeForce(let connector):
            try takeForce(connector: connector)
        case .waiting(let connector, let since):
            try execute("UPDATE connector SET waiting_since = ?2 WHERE id = ?1", connector, since)
        case .loginFailed(let user, let at, let address):
            try execute(
                """
                INSERT INTO login_failure (login_id, at, address)
                SELECT id, ?2, ?3 FROM login WHERE name = ?1
                """, user, at, address)
        case .loginSucceeded(let user, let at):
            try loginSucceeded(user: user, at: at)
        case .lock(let user, let at):
            try execute("UPDATE login SET locked_at = ?2 WHERE name = ?1 AND locked_at IS NULL", user, at)
        }
    }
}
