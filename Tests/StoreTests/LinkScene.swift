import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// Requests that take values from each other, queued as a caller's JSON would be.
struct LinkScene: LinkPlaying {
    let scene: Scene
    let connector: Connector
    private let kim = Author(name: "kim")

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    func queue(_ json: String, ids: [String]) throws {
        let receipt = try queue(json, ids: ids, isChained: false)
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
    var queue: [Write] { get throws { try facts.queue } }

    /// The next one goes out alone, and comes to this.
    ///
    /// - Parameter record: as it came back; empty JSON stands for an answer without one.
    @discardableResult
    func end(_ id: String, _ next: WriteEnd.Next, record: Candidate? = nil) throws -> Write {
        let write = try #require(try queue.first { $0.id == id })
        try end(write, next, record: record)
        return write
    }

    func succeed(_ id: String, kind: String, record: String, edit: String? = "1", json: String) throws {
        try end(
            id, .succeeded,
            record: Candidate(kind: kind, id: record, editSequence: edit, json: Array(json.utf8)))
    }
}
