import Foundation
import Simulator
import Testing

/// What must be true after each round, and at the end.
extension KillRounds {
    /// A request as the API tells of it.
    struct Told {
        let id: String
        let title: String
        let state: String
        let sentence: String
        let reference: String
        let recordID: String

        init?(_ entry: [String: Any]) {
            guard let id = entry["id"] as? String, let title = entry["title"] as? String,
                let state = entry["state"] as? String
            else { return nil }
            self.id = id
            self.title = title
            self.state = state
            sentence = entry["sentence"] as? String ?? ""
            reference = entry["reference"] as? String ?? ""
            recordID = entry["record_id"] as? String ?? ""
        }
    }

    func requests() async throws -> [Told] {
        var all: [Told] = []
        var before: Int?
        repeat {
            let page = before.map { "&before=\($0)" } ?? ""
            let answer = try await daemon.order(.get, "/v1/connectors/acme/requests?limit=1000\(page)")
            let content = try #require(answer.json as? [String: Any], "\(answer.text)")
            all += (content["requests"] as? [[String: Any]] ?? []).compactMap { Told($0) }
            before = content["next"] as? Int
        } while before != nil
        return all
    }

    /// How often each request was carried out.
    private var applied: [String: Int] {
        (pc.company?.appliedWrites ?? []).reduce(into: [:]) { counts, write in
            counts[write.requestID ?? "", default: 0] += 1
        }
    }

    func checkRequests() async throws {
        let told = try await requests()
        let applied = applied
        checkQueue(told)
        let known = Set(told.map(\.id))
        for (id, count) in applied.sorted(by: { $0.key < $1.key }) {
            if count > 1 { find("\(id) was applied \(count) times") }
            if !known.contains(id) { find("\"\(id)\" was applied and nobody queued it") }
        }
        for request in told {
            let count = applied[request.id, default: 0]
            switch request.state {
            case "succeeded" where count == 1: break
            case "succeeded": find("\(request) was applied \(count) times; the books: \(record(of: request))")
            case "failed" where count > 0, "cancelled" where count > 0, "expired" where count > 0,
                "queued" where count > 0:
                find("\(request) was applied")
            default: break
            }
        }
    }

    /// As the books have it, of what requests change.
    private func record(of request: Told) -> [String: String] {
        let record = pc.company?.record("Customer", id: request.recordID)
        return ["EditSequence": record?["EditSequence"] ?? "", "Phone": record?["Phone"] ?? ""]
    }

    /// A call is queued whole, once, or not at all; and not at all only if its answer was never heard.
    private func checkQueue(_ told: [Told]) {
        let byCall = Dictionary(grouping: told, by: \.reference)
        for call in queueings {
            let ids = Set((byCall[call.reference] ?? []).map(\.id))
            if let heard = call.ids, Set(heard) != ids {
                find("of \(call.reference), which was acknowledged, are there: \(ids.sorted())")
            } else if !ids.isEmpty, ids.count != call.count {
                find("of the \(call.count) of \(call.reference) there are \(ids.count)")
            }
        }
    }

    func checkEnd() async throws {
        try await checkRequests()
        let applied = applied
        for request in try await requests() {
            switch request.state {
            case "queued", "sent": find("\(request) has not ended")
            case "outcome unknown" where request.sentence.isEmpty:
                find("\(request) is unknown without a reason")
            case "outcome unknown" where request.title.hasSuffix("Add") && applied[request.id] == 1:
                // All that is added here takes our GUID, and nobody deletes anything.
                find("\(request) is unknown, though its record is in the books")
            default: break
            }
        }
    }
}
