import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

/// A mirror with a queue, and what requests go through without a Web Connector.
struct RequestScene {
    let mirror: MirrorScene
    var database: SyncDatabase { mirror.database }

    static let customer = #"{"CustomerAdd":{"Name":"Elm Street Bakery"}}"#

    init() throws { mirror = try MirrorScene() }

    func queue(
        _ body: String = customer, _ query: String = "", key: String? = nil
    ) async throws -> WireAnswer {
        let header = key.map { "Idempotency-Key: \($0)\r\n" } ?? ""
        let path = "/v1/connectors/acme/requests" + (query.isEmpty ? "" : "?\(query)")
        return try await mirror.run { try await $0.post(path, body, header) }
    }

    /// The ID of a request that is in the queue.
    func queued(_ body: String = customer, _ query: String = "") async throws -> String {
        let answer = try await queue(body, query)
        return try #require(try answer.word(QueuedRequests.self).requests.first, "\(answer.body)").id
    }

    func get(_ path: String, _ headers: String = "") async throws -> WireAnswer {
        try await mirror.run { try await $0.get("/v1/\(path)", headers) }
    }

    func decide(_ word: String, _ id: String, _ body: String = "") async throws -> WireAnswer {
        try await mirror.run { try await $0.post("/v1/requests/\(id)/\(word)", body) }
    }

    func account(_ id: String) async throws -> RequestAccount {
        try await get("requests/\(id)").word(RequestAccount.self)
    }

    /// As if the Web Connector had just come, and nothing had been due.
    func checkIn() throws {
        try mirror.execute(
            """
            UPDATE connector SET contact_at = '\(Timestamp.text(MirrorScene.now))', contact_login = 'acme',
                contact_told = 'Next sync at 16:00 (UTC).'
            """)
    }

    /// As if so many conversations in a row had been broken off, the last of them just now.
    func breakOff(_ count: Int) throws {
        for number in 1...count {
            let at = Timestamp.text(MirrorScene.now.addingTimeInterval(-60 * Double(count - number)))
            try converse("scheduled", at, "Connection lost.", state: "unsuccessful", code: "connection-lost")
        }
    }

    /// As if the Web Connector had talked with us.
    func converse(
        _ trigger: String, _ at: String, _ sentence: String, state: String = "success",
        code: String = "success"
    ) throws {
        try mirror.execute(
            """
            INSERT INTO conversation (ticket, connector_id, login, address, trigger, in_window, is_refusal,
                started_at, last_call_at, phase, sequence, percent, is_identified, qbxml_version,
                bytes_received, bytes_sent, state, ended_at, code, sentence, ending)
            VALUES ('t\(at)', 1, 'acme', '', '\(trigger)', 0, 0, '\(at)', '\(at)', 'finished', 1, 0, 1,
                '13.0', 0, 0, '\(state)', '\(at)', '\(code)', '\(sentence)', '{}')
            """)
    }

    /// As if the answer to it had been lost, and two records had been found.
    func lose(_ id: String, candidates: String = "NULL") throws {
        try mirror.execute(
            """
            UPDATE request SET state = 'outcome unknown', outcome = 'unknown', sentence = 'Nobody knows.',
                candidates = \(candidates) WHERE id = '\(id)'
            """)
    }

    /// As if it had queued the same again and again.
    func stop(_ source: String) throws {
        try mirror.execute(
            """
            INSERT INTO stopped_source (connector_id, source, since, sentence)
            SELECT id, '\(source)', '2026-11-20T10:00:00.000Z', 'It loops.' FROM connector
            """)
    }

    func fail(_ id: String, status: Int = 3100) throws {
        try mirror.execute(
            """
            UPDATE request SET state = 'failed', outcome = 'not applied', code = 'refused',
                status_code = \(status), status_message = 'No.', sentence = 'It is taken.',
                settled_at = '2026-11-20T10:00:00.000Z' WHERE id = '\(id)'
            """)
    }
}
