package import FoundationEssentials
import QBXML
package import Sync

/// Requests on their way into the queue.
extension Transaction {
    /// All of the call is queued, or nothing.
    package func queue(
        _ order: QueueOrder, connector: Connector, by author: Author, at now: Date
    ) throws -> QueueReceipt {
        if let key = order.key, let receipt = try queued(key: key, digest: order.digest, connector: connector)
        {
            return receipt
        }
        var parents: [Int64] = []
        var unknown: [String] = []
        for id in order.after {
            let number = try first(
                "SELECT number FROM request WHERE id = ?1 AND connector_id = ?2", id, connector.id
            ) { $0.next(Int64.self) }
            if let number { parents.append(number) } else { unknown.append(id) }
        }
        unknown += try unknownSources(order, connector)
        guard unknown.isEmpty else { return .unknownParents(unknown) }
        if let stop = try stopIfLooping(order, connector: connector, source: author.name, at: now) {
            return .stopped(stop)
        }
        var numbers: [Int64] = []
        var bundles: [Int: Int64] = [:]
        let insertion = try statement(Self.insertion)
        for request in order.requests {
            try bind(insertion, request, order, connector, author, now)
            try insertion.run()
            let number = lastInserted
            if let bundle = request.bundle {
                let mark = bundles[bundle] ?? number
                bundles[bundle] = mark
                try execute("UPDATE request SET bundle = ?2 WHERE number = ?1", number, mark)
            }
            for parent in parents { try need(number, parent) }
            try link(number, request, earlier: numbers)
            if order.isChained, let previous = numbers.last { try need(number, previous) }
            numbers.append(number)
        }
        try eventsOfQueueing(numbers, at: now)
        if let key = order.key, let first = numbers.first, let last = numbers.last {
            try execute(
                """
                INSERT INTO request_call (connector_id, key, digest, first, last)
                VALUES (?1, ?2, ?3, ?4, ?5)
                """, connector.id, key, order.digest, first, last)
        }
        return .queued(
            zip(numbers, order.requests).map { RequestRow($0, $1, order, connector, author, now) })
    }

    // The version that the caller has read, if the mirror still has it, is kept as well: should somebody
    // change the record before the request arrives, both can be compared.
    private static let insertion = """
        INSERT INTO request (id, connector_id, state, outcome, title, operation, kind, record_id,
            edit_sequence, name, entity, txn_date, external_guid, body, digest, needs_version, source,
            reference, priority, queued_at, not_before, expires_at, content, before)
        VALUES (?1, ?2, 'queued', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
            ?18, ?19, ?20, ?21, ?22,
            (SELECT json FROM record WHERE connector_id = ?2 AND kind = ?6 AND id = ?7
                AND edit_sequence = ?8))
        """

    private func bind(
        _ insertion: Statement, _ request: QueuedRequest, _ order: QueueOrder, _ connector: Connector,
        _ author: Author, _ now: Date
    ) throws {
        let subject = request.subject
        try insertion.bind(
            request.id, connector.id, request.outcome.rawValue, request.title, subject.operation?.rawValue,
            subject.kind, subject.id, subject.editSequence, subject.title, subject.entity, subject.txnDate,
            subject.externalGUID, request.body, order.digest, request.needs.description, author.name,
            order.reference, order.priority, now, order.notBefore, order.expiresAt, request.content)
    }

    private func need(_ number: Int64, _ parent: Int64) throws {
        try execute(
            """
            INSERT INTO request_need (request, needs, is_wished) VALUES (?1, ?2, 1)
            ON CONFLICT (request, needs) DO UPDATE SET is_wished = 1
            """, number, parent)
    }

    /// Those whose time is over, some hundred at a time.
    package func expireRequests(now: Date) throws {
        let gone: [Int64] = try rows(
            """
            SELECT number FROM request WHERE state = 'queued' AND expires_at IS NOT NULL AND expires_at <= ?1
            ORDER BY expires_at LIMIT 500
            """, now
        ) { $0.next() }
        for number in gone {
            try execute(
                """
                UPDATE request SET state = 'expired', outcome = 'not applied', settled_at = ?2,
                    sentence = 'Its time was over before the Web Connector came for it.'
                WHERE number = ?1
                """, number, now)
            try admitDoubt(number)
            try event(.expired, of: number, nil, at: now)
        }
    }
}

extension QueuedRequest {
    /// What is known of the books before it goes out.
    fileprivate var outcome: Write.Outcome { subject.operation == nil ? .notApplicable : .pending }
}

extension RequestRow {
    /// As it was just queued.
    fileprivate init(
        _ number: Int64, _ request: QueuedRequest, _ order: QueueOrder, _ connector: Connector,
        _ author: Author, _ now: Date
    ) {
        let subject = request.subject
        self.init(
            number: number, id: request.id, connectorID: connector.id, connector: connector.name,
            state: .queued, outcome: request.outcome, title: request.title,
            operation: subject.operation?.rawValue, kind: subject.kind, recordID: subject.id,
            editSequence: subject.editSequence, name: subject.title, source: author.name,
            reference: order.reference, priority: order.priority, queuedAt: now,
            notBefore: order.notBefore, expiresAt: order.expiresAt, attempts: 0)
    }
}
