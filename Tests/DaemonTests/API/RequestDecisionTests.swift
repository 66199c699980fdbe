import API
import Crypto
import Foundation
import QBXML
import Sync
import Testing

@testable import Daemon
@testable import Store

@Suite("What people decide about requests", .timeLimit(.minutes(10)))
struct RequestDecisionTests {
    @Test("each decision has its states; elsewhere the refusal says what would help")
    func decisions() async throws {
        let scene = try RequestScene()
        try scene.checkIn()
        let id = try await scene.queued()
        #expect(try await scene.decide("retry", id).status == 409)
        let cancelled = try await scene.decide("cancel", id).word(DecisionReceipt.self)
        #expect(cancelled.request.state == "cancelled" && cancelled.warnings.isEmpty)
        #expect(try await scene.decide("cancel", id).status == 409)
        let retried = try await scene.decide("retry", id).word(DecisionReceipt.self)
        #expect(retried.request.state == "queued")
        #expect(retried.request.sentence == "It waits for the Web Connector.")
        try scene.fail(id)
        #expect(try await scene.decide("dismiss", id).word(DecisionReceipt.self).request.dismissedBy != nil)
        try scene.mirror.execute("UPDATE request SET dismissed_at = NULL, dismissed_by = NULL")
        let resend = try await scene.decide("resend", id)
        #expect(resend.status == 409 && resend.body.contains("not unknown"))
        #expect(try await scene.decide("cancel", "req_none").status == 404)
        let trail = try await scene.database.read { try $0.audit(limit: 9) }
        #expect(
            trail.map(\.action.rawValue).filter { $0.hasSuffix("request") } == [
                "dismiss request", "retry request", "cancel request",
            ])
    }

    @Test("what has its GUID in a record of the mirror is not sent again: the refusal names the record")
    func seemsThere() async throws {
        let scene = try RequestScene()
        try scene.mirror.invoice("A-1", number: "1021")
        let id = try await scene.queued(#"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"}}}"#)
        try scene.lose(id)
        try scene.mirror.execute(
            """
            UPDATE record SET modified_at = NULL, json = json_set(json, '$.ExternalGUID',
                (SELECT external_guid FROM request)) WHERE id = 'A-1'
            """)
        let resend = try await scene.decide("resend", id)
        #expect(resend.status == 409, "\(resend.body)")
        #expect(resend.body.contains("request link \(id) A-1") && resend.body.contains("qbsyncctl verify"))
    }

    @Test("what waits for its category to be written says so, and who lets it go")
    func closedCategory() async throws {
        let scene = try RequestScene()
        let id = try await scene.queued(#"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"}}}"#)
        try scene.mirror.execute(
            """
            INSERT INTO category_setting (connector_id, category, direction)
            SELECT connector_id, 'invoices', 'read' FROM request
            """)
        let request = try await scene.get("requests/\(id)").word(RequestAccount.self).request
        #expect(request.state == "queued" && request.sentence.contains("is not written at present"))
        #expect(request.fix?.contains("invoices --direction both") == true && request.mover != nil)
    }

    @Test("what may have come of a request is shown with its record, and one of them is linked")
    func linking() async throws {
        let scene = try RequestScene()
        try scene.mirror.invoice("A-1", number: "1021")
        let id = try await scene.queued(#"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"}}}"#)
        try scene.lose(
            id,
            candidates: #"'[{"kind":"Invoice","id":"A-1","name":"1021"},{"kind":"Invoice","id":"A-2"}]'"#)
        let answer = try await scene.get("requests/\(id)")
        let account = try answer.word(RequestAccount.self)
        #expect(account.candidates?.map(\.id) == ["A-1", "A-2"])
        #expect(account.candidates?.map { $0.record != nil } == [true, false])
        #expect(account.request.fix?.contains("request link \(id)") == true)
        let wrong = try await scene.decide("link", id, #"{"id":"A-9"}"#)
        #expect(wrong.status == 409 && wrong.body.contains("Invoice A-9"))
        let nameless = try await scene.decide("link", id, "{}")
        #expect(nameless.status == 409 && nameless.body.contains("Which Invoice came of it"))
        let linked = try await scene.decide("link", id, #"{"id":"A-1"}"#).word(DecisionReceipt.self)
        #expect(linked.request.state == "succeeded" && linked.request.recordId == "A-1")
        #expect(try await scene.get("requests/\(id)").body.contains(#""result":{"TxnID":"A-1""#))
        let second = try await scene.queued(#"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"}}}"#)
        try scene.lose(second)
        let taken = try await scene.decide("link", second, #"{"id":"A-1"}"#)
        #expect(taken.status == 409 && taken.body.contains(id), "\(taken.body)")
    }

    @Test("what waits for one of unknown outcome, or for one that was dropped, is told what would let it go")
    func stuck() async throws {
        let scene = try RequestScene()
        let first = try await scene.queued()
        let child = try await scene.queue(#"{"CustomerAdd":{"Name":"Child"}}"#, "after=\(first)")
            .word(QueuedRequests.self).requests[0].id
        try scene.lose(first)
        let unknown = try await scene.account(child).request.sentence
        #expect(unknown.contains("is outcome unknown: link it, send it again or drop it"), "\(unknown)")
        _ = try await scene.decide("drop", first)
        let dropped = try await scene.account(child).request.sentence
        #expect(dropped.contains("is failed: cancel this one, and queue it anew"), "\(dropped)")
    }

    @Test("equal words that take their value from elsewhere are no twins to the breaker")
    func noTwins() async throws {
        let scene = try RequestScene()
        let first = try await scene.queued()
        let id = try await scene.queued(
            #"{"CustomerAdd":{"Name":"Job","ParentRef":{"ListID":{"$from":"\#(first)","path":"ListID"}}}}"#)
        let contents = try await scene.database.read { snapshot in
            try snapshot.rows("SELECT content IS NULL FROM request WHERE id = '\(id)'") { $0.next(Bool.self) }
        }
        #expect(contents == [true])
    }

    @Test("sending again and letting be warn that the same may be done twice")
    func warnings() async throws {
        let scene = try RequestScene()
        let ids = [try await scene.queued(), try await scene.queued()]
        for id in ids { try scene.lose(id) }
        let resent = try await scene.decide("resend", ids[0]).word(DecisionReceipt.self)
        #expect(resent.request.state == "queued" && resent.warnings.first?.contains("twice") == true)
        let dropped = try await scene.decide("drop", ids[1]).word(DecisionReceipt.self)
        #expect(dropped.request.code == "dropped" && dropped.warnings.count == 1)
    }

    @Test("over TCP only a token with the right for it says what became of a request")
    func permission() async throws {
        let scene = try RequestScene()
        let id = try await scene.queued()
        try scene.lose(id)
        func line(_ name: String, _ rest: String) -> String {
            let digest = SHA256.hash(data: Data(name.utf8)).map { String(format: "%02x", $0) }.joined()
            return "\(name):\(digest)\(rest)\n"
        }
        let tokens = APITokens.parse(line("web", "") + line("desk", ":decide")).tokens
        let routes = ControlRoutes(
            database: scene.database, settings: { ControlSettings(Configuration(), tokens: tokens) },
            journal: Journal(logger: ServedAPI.quiet), now: { MirrorScene.now })
        let statuses = try await ServedListener.run(routes: { routes.routes(on: $0) }) { address, _ in
            try await Wire.open(address) { wire in
                var api = ServedAPI.Conversation(wire: wire)
                var statuses: [Int?] = []
                for (token, word) in [
                    ("nobody", "drop"), ("web", "drop"), ("web", "resend"), ("web", "link"),
                    ("desk", "resend"), ("web", "cancel"),
                ] {
                    let body = word == "link" ? #"{"id":"A-1"}"# : ""
                    statuses.append(
                        try await api.post(
                            "/v1/requests/\(id)/\(word)", body, "Authorization: Bearer \(token)\r\n"
                        ).status)
                }
                return statuses
            }
        }
        #expect(statuses == [401, 403, 403, 403, 200, 200])
    }

    @Test("what failed and what nobody can tell stands among the messages, until it is decided")
    func messages() async throws {
        let scene = try RequestScene()
        let ids = [try await scene.queued(), try await scene.queued(), try await scene.queued()]
        try scene.fail(ids[0])
        try scene.lose(ids[1])
        func messages() async throws -> [MessageEntry] {
            try await scene.get("connectors/acme/messages").word([MessageEntry].self)
        }
        let told = try await messages()
        #expect(told.map(\.id) == [ids[0], ids[1]] && told.allSatisfy { $0.category == "requests" })
        #expect(told[0].kind == "CustomerAdd" && told[0].name == "Elm Street Bakery")
        #expect(told[0].sentence == "It is taken.")
        let status = try await scene.get("status").word(StatusReport.self).connectors[0]
        #expect(status.requests == RequestCounts(waiting: 1, sent: 0, failed: 1, unknown: 1))
        #expect(status.messageCount == 2)
        _ = try await scene.decide("dismiss", ids[0])
        _ = try await scene.decide("drop", ids[1])
        #expect(try await messages().isEmpty)
    }

    @Test("of a thousand messages and more the last one says how many are left out")
    func manyMessages() async throws {
        let scene = try RequestScene()
        let all = (1...1003).map { #"{"CustomerAdd":{"Name":"Customer \#($0)"}}"# }
        _ = try await scene.queued("[\(all.joined(separator: ","))]")
        try scene.mirror.execute(
            "UPDATE request SET state = 'failed', outcome = 'not applied', settled_at = queued_at")
        let told = try await scene.get("connectors/acme/messages").word([MessageEntry].self)
        #expect(told.count == 1001 && told.last?.more == 3)
        #expect(told.last?.sentence.hasPrefix("… and 3 more") == true)
    }

    private static let paid = ##"""
        [{"InvoiceAdd": {"@defMacro": "TxnID:one", "CustomerRef": {"ListID": "80-1"},
            "InvoiceLineAdd": [{"Desc": "A"}]}},
         {"ReceivePaymentAdd": {"CustomerRef": {"ListID": "80-1"},
            "TotalAmount": {"$from": "#0", "path": "Subtotal"},
            "AppliedToTxnAdd": [{"TxnID": {"@useMacro": "TxnID:one"}, "PaymentAmount": "1.00"}]}}]
        """##

    @Test("what a request is shown as, it can be edited to: it takes the same from the same")
    func editedAsShown() async throws {
        let scene = try RequestScene()
        let receipt = try await scene.queue(Self.paid).word(QueuedRequests.self)
        let (invoice, payment) = (receipt.requests[0].id, receipt.requests[1].id)
        let shown = try await scene.account(payment).body
        #expect(shown.contains("useMacro=") && shown.contains("<TotalAmount>$from.1</TotalAmount>"))
        let links = try scene.database.readNow { try $0.links(of: 2) }
        #expect(links.map(\.request) == [invoice, invoice])
        let other = shown.replacing("<PaymentAmount>1.00<", with: "<PaymentAmount>2.00<")
        let answer = try await scene.decide("edit", payment, other)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(try await scene.account(payment).body.contains("<PaymentAmount>2.00<"))
        #expect(try await scene.account(payment).waitsFor?.map(\.id) == [invoice])
        #expect(try scene.database.readNow { try $0.links(of: 2) } == links)
    }

    @Test("a macro that the request never used is refused in an edit as in a new one")
    func strangeMacro() async throws {
        let scene = try RequestScene()
        let payment = try await scene.queue(Self.paid).word(QueuedRequests.self).requests[1].id
        let other = try await scene.account(payment).body.replacing("TxnID:one", with: "TxnID:two")
        let answer = try await scene.decide("edit", payment, other)
        #expect(answer.status == 422 && answer.body.contains("No request before this one defines"))
    }
}
