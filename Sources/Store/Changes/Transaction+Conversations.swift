import FoundationEssentials
import QBXML
import Sync
import Timetable

extension Transaction {
    func begin(_ open: OpenConversation) throws {
        try insert(open.conversation, isRefusal: false)
        let number = lastInserted
        let (ticket, start) = (open.conversation.ticket, open.conversation.startedAt)
        try event(.conversationBegan, conversation: ticket, nil, at: start)
        // First, so that what waits for the records goes out in this conversation.
        let owed = try takeOver(connector: open.conversation.connectorID, by: number).map {
            Step(.fetch, category: $0)
        }
        for (position, step) in (owed + open.agenda.steps).enumerated() {
            try addStep(conversation: number, position, step)
        }
        try forgetReadings(connector: open.conversation.connectorID)
        try doubtAnew(connector: open.conversation.connectorID)
    }

    /// What was found about a message set in an earlier conversation may be otherwise by now: people work,
    /// and files are put back. Each conversation finds out for itself.
    func doubtAnew(connector: Int64) throws {
        try execute(
            """
            UPDATE request SET is_examined = 0, blindness = NULL WHERE state = 'sent' AND set_id = (
                SELECT id FROM message_set WHERE connector_id = ?1 AND stage <> 'closed')
            """, connector)
        try execute(
            "UPDATE message_set SET stage = 'sent', asks = 0 WHERE connector_id = ?1 AND stage <> 'closed'",
            connector)
    }

    func addStep(conversation number: Int64, _ position: Int, _ step: Step) throws {
        try execute(
            """
            INSERT INTO category_run (conversation, position, category, state, since, previous_high_water,
                high_water, iterator_id, received, remaining, faults, restarts, weight, trouble, purpose,
                members, task, range_from, range_to, page_size, is_resumed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                ?21)
            """, number, position, step.category, step.state.rawValue, step.since, step.previousHighWater,
            step.highWater, step.iteratorID, step.received, step.remaining, step.faults, step.restarts,
            step.trouble?.weight.rawValue, step.trouble?.sentence, step.purpose.rawValue, step.memberText,
            step.task, step.from, step.to, step.pageSize, step.isResumed)
    }

    func insert(_ conversation: Conversation, isRefusal: Bool) throws {
        let ending = conversation.ending
        let dispatch = conversation.phase.dispatch
        try execute(
            """
            INSERT INTO conversation (connector_id, ticket, login, address, trigger, in_window, is_refusal,
                started_at, last_call_at, phase, asked_category, asked_page, asked_size, asked_iterator,
                asked_request, sequence, percent, is_identified, qbxml_version, workstation, stop_by, stop_at,
                bytes_received, bytes_sent, state, code, sentence, ending, ended_at, edition, is_proven)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)
            """, conversation.connectorID, conversation.ticket, conversation.user, conversation.address,
            conversation.trigger.rawValue, conversation.duringShutdown, isRefusal, conversation.startedAt,
            conversation.lastCallAt, conversation.phase.word.rawValue, dispatch?.category,
            dispatch?.page.word.rawValue, dispatch?.page.size, dispatch?.page.iteratorID, dispatch?.requestID,
            conversation.sequence, conversation.percent, conversation.isIdentified,
            conversation.qbxmlVersion.description, conversation.workstation, conversation.stop?.by,
            conversation.stop?.at, conversation.bytesReceived, conversation.bytesSent,
            (ending?.state ?? .inProgress).rawValue, ending?.code, ending?.sentence,
            ending.map(EndingNotation.text), conversation.endedAt, conversation.edition?.rawValue,
            conversation.isProven)
    }

    /// Two statements, because naming `ended_at` makes SQLite look after the index of open conversations at
    /// every call.
    func save(_ conversation: Conversation) throws {
        let dispatch = conversation.phase.dispatch
        guard let ending = conversation.ending, let endedAt = conversation.endedAt else {
            try execute(
                """
                UPDATE conversation SET last_call_at = ?2, phase = ?3, asked_category = ?4, asked_page = ?5,
                    asked_size = ?6, asked_iterator = ?7, asked_request = ?8, sequence = ?9, percent = ?10,
                    is_identified = ?11, qbxml_version = ?12, workstation = ?13, stop_by = ?14, stop_at = ?15,
                    bytes_received = ?16, bytes_sent = ?17, edition = ?18, is_proven = ?19,
                    highest_version = ?20, asked_errand = ?21, asked_set = ?22, held_until = ?23
                WHERE ticket = ?1
                """, conversation.ticket, conversation.lastCallAt, conversation.phase.word.rawValue,
                dispatch?.category, dispatch?.page.word.rawValue, dispatch?.page.size,
                dispatch?.page.iteratorID, dispatch?.requestID, conversation.sequence, conversation.percent,
                conversation.isIdentified, conversation.qbxmlVersion.description, conversation.workstation,
                conversation.stop?.by, conversation.stop?.at, conversation.bytesReceived,
                conversation.bytesSent, conversation.edition?.rawValue, conversation.isProven,
                conversation.highestVersion?.description, dispatch?.errand?.word, dispatch?.errand?.set,
                conversation.heldUntil)
            return
        }
        try eventOfEnd(conversation.ticket, ending, at: endedAt)
        try execute(
            """
            UPDATE conversation SET last_call_at = ?2, phase = 'finished', asked_category = NULL,
                asked_page = NULL, asked_size = NULL, asked_iterator = NULL, asked_request = NULL,
                asked_errand = NULL, asked_set = NULL, sequence = ?3, percent = ?4, is_identified = ?5,
                qbxml_version = ?6, workstation = ?7, stop_by = ?8, stop_at = ?9, bytes_received = ?10,
                bytes_sent = ?11, state = ?12, code = ?13, sentence = ?14, ending = ?15, ended_at = ?16
            WHERE ticket = ?1
            """, conversation.ticket, conversation.lastCallAt, conversation.sequence, conversation.percent,
            conversation.isIdentified, conversation.qbxmlVersion.description, conversation.workstation,
            conversation.stop?.by, conversation.stop?.at, conversation.bytesReceived, conversation.bytesSent,
            ending.state.rawValue, ending.code, ending.sentence, EndingNotation.text(ending), endedAt)
    }

    func saveStep(ticket: String, index: Int, _ step: Step) throws {
        try execute(
            """
            UPDATE category_run SET state = ?3, since = ?4, previous_high_water = ?5, high_water = ?6,
                iterator_id = ?7, received = ?8, remaining = ?9, faults = ?10, restarts = ?11, weight = ?12,
                trouble = ?13, members = ?14, page_size = ?15, is_resumed = ?16
            WHERE conversation = (SELECT number FROM conversation WHERE ticket = ?1) AND position = ?2
            """, ticket, index, step.state.rawValue, step.since, step.previousHighWater, step.highWater,
            step.iteratorID, step.received, step.remaining, step.faults, step.restarts,
            step.trouble?.weight.rawValue, step.trouble?.sentence, step.memberText, step.pageSize,
            step.isResumed)
    }

    /// A refusal that repeats itself all night is one row: its count, its last call and its latest text move.
    func repeatRefusal(ticket: String, at: Date, _ ending: Ending) throws {
        try execute(
            """
            UPDATE conversation SET repeats = repeats + 1, last_call_at = ?2, state = ?3, code = ?4,
                sentence = ?5, ending = ?6
            WHERE ticket = ?1 AND is_refusal = 1
            """, ticket, at, ending.state.rawValue, ending.code, ending.sentence, EndingNotation.text(ending))
    }
}
