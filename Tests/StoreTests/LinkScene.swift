import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// Requests that take values from each other, queued as a caller's JSON would be.
struct LinkScene {
    let scene: Scene
    let connector: Connector
    private let kim = Author(name: "kim")

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func requests(_ json: String, ids: [String]) throws -> [QueuedRequest] {
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

    func queue(_ json: String, ids: [String]) throws {
        let order = QueueOrder(requests: try requests(json, ids: ids), digest: json)
        let receipt = try scene.database.transactNow {
            try $0.queue(order, connector: connector, by: kim, at: Scene.noon)
        }
        guard case .queued = receipt else { throw Unqueued(receipt: receipt) }
    }

    private struct Unqueued: Error { let receipt: QueueReceipt }

    func edit(_ id: String, to json: String) throws {
        let edited = try #require(try requests(json, ids: [id]).first)
        _ = try scene.database.transactNow {
            try $0.edit(request: id, to: edited, by: kim, at: Scene.noon)
        }
    }

    /// What may go out now.
    var queue: [Write] {
        get throws {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set-1")
            }.queue
        }
    }

    /// The next one goes out alone, and comes to this.
    ///
    /// - Parameter record: as it came back; empty JSON stands for an answer without one.
    @discardableResult
    func end(_ id: String, _ next: WriteEnd.Next, record: Candidate? = nil) throws -> Write {
        let write = try #require(try queue.first { $0.id == id })
        let set = MessageSet(
            id: "set-" + write.id, document: [1], isRecoverable: true, sends: 1,
            since: "2026-09-21T00:00:00", writes: [write])
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .end(WriteEnd(write, next, "Told.", record: record, at: Scene.noon), page),
            .setStage(set: set.id, .closed, at: Scene.noon))
        return write
    }

    func succeed(_ id: String, kind: String, record: String, edit: String? = "1", json: String) throws {
        try end(
            id, .succeeded,
            record: Candidate(kind: kind, id: record, editSequence: edit, json: Array(json.utf8)))
    }
}
