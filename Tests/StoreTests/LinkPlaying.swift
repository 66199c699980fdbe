import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// Requests that take values from others, or name what others make.
protocol LinkPlaying {
    var scene: Scene { get }
    var connector: Connector { get }
}

extension LinkPlaying {
    /// As a caller's JSON is checked and made.
    func requests(_ json: String, ids: [String]) throws -> [QueuedRequest] {
        let checked = Checker.check(try Draft(reading: Array(json.utf8)))
        #expect(checked.isAcceptable, "\(checked.findings.map(\.sentence))")
        let macros = checked.macros()
        return checked.requests.indices.map { index in
            let body = checked.request(index)
            var request = QueuedRequest(
                id: ids[index], title: checked.requests[index].message.title, body: body,
                subject: checked.subject(of: index), needs: checked.neededVersion,
                bundle: macros.bundles[index])
            request.links = checked.links(of: body) + macros.links[index, default: []]
            return request
        }
    }

    func queue(_ json: String, ids: [String], isChained: Bool = false) throws -> QueueReceipt {
        let order = QueueOrder(requests: try requests(json, ids: ids), digest: json, isChained: isChained)
        return try scene.database.transactNow {
            try $0.queue(order, connector: connector, by: Author(name: "kim"), at: Scene.noon)
        }
    }

    var facts: OutboxFacts {
        get throws {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set-1")
            }
        }
    }

    func succeed(_ write: Write, result: String) throws {
        let record = Candidate(kind: "Customer", id: "80-7", editSequence: "5", json: Array(result.utf8))
        try end(write, .succeeded, record: record)
    }

    func end(_ write: Write, _ next: WriteEnd.Next, record: Candidate? = nil) throws {
        let set = MessageSet(
            id: "set-" + write.id, document: [1], isRecoverable: true, sends: 1,
            since: "2026-09-21T00:00:00", writes: [write])
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .end(WriteEnd(write, next, "Told.", record: record, at: Scene.noon), page),
            .setStage(set: set.id, .closed, at: Scene.noon))
    }
}
