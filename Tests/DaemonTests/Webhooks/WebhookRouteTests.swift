import API
import Crypto
import Foundation
import HTTPTypes
import QBXML
import Testing

@testable import Daemon
@testable import Store

@Suite("Routes of webhooks", .timeLimit(.minutes(10)))
struct WebhookRouteTests {
    private let scene: RequestScene

    init() throws { scene = try RequestScene() }

    private func order(_ method: String, _ path: String, _ body: String = "") async throws -> WireAnswer {
        try await scene.mirror.run { try await $0.order(method, "/v1/webhooks\(path)", body) }
    }

    private func add(
        _ body: String = #"{"url":"https://example.com/h?key=1"}"#
    ) async throws -> WebhookSecret {
        let answer = try await order("POST", "", body)
        try #require(answer.status == 201, "\(answer.body)")
        return try answer.word(WebhookSecret.self)
    }

    @Test(
        "a webhook is made, listed, shown, edited, disabled, enabled and removed, each with its audit entry")
    func life() async throws {
        let made = try await add()
        #expect(made.webhook.id.firstMatch(of: #/^wh_[0-9a-f]{32}$/#) != nil)
        #expect(made.webhook.state == "active" && made.webhook.kinds.isEmpty)
        #expect(made.webhook.connector == nil)
        #expect(WebhookSecretKey(made.secret)?.text == made.secret && made.secret.count == 38)
        let path = "/\(made.webhook.id)"
        let list = try await order("GET", "")
        #expect(try list.word([WebhookEntry].self) == [made.webhook] && !list.body.contains("whsec_"))
        let wish = #"{"connector":"acme","kinds":["request.failed","source."]}"#
        let edited = try await order("PATCH", path, wish).word(WebhookEntry.self)
        #expect(edited.connector == "acme" && edited.kinds == ["request.failed", "source."])
        #expect(edited.url == made.webhook.url)
        let back = try await order("PATCH", path, #"{"connector":"*","kinds":[]}"#)
        #expect(try back.word(WebhookEntry.self) == made.webhook)
        let disabled = try await order("POST", "\(path)/disable").word(WebhookEntry.self)
        #expect(disabled.state == "disabled" && disabled.sentence.contains("Events are kept for it"))
        #expect(try await order("POST", "\(path)/enable").word(WebhookEntry.self) == made.webhook)
        #expect(try await order("GET", path).word(WebhookEntry.self) == made.webhook)
        #expect(try await order("DELETE", path).status == 200)
        let gone = try await order("GET", path)
        #expect(gone.status == 404 && gone.body.contains("qbsyncctl webhook list"))
        let trail = try await scene.database.read { try $0.audit(limit: 9) }
        #expect(
            trail.prefix(6).map(\.action) == [
                .removeWebhook, .enableWebhook, .disableWebhook, .editWebhook, .editWebhook, .addWebhook,
            ])
        #expect(trail.prefix(6).allSatisfy { $0.subject == made.webhook.id })
    }

    @Test("all that is wrong with a wish is told at once, and nothing is made")
    func refused() async throws {
        let wrong = try await order(
            "POST", "", #"{"url":"http://example.com/","kinds":["request.faild","request."]}"#)
        #expect(wrong.status == 422)
        let findings = try wrong.findings
        #expect(findings["url"]?.contains("use https") == true)
        #expect(findings["kinds"]?.contains("request.failed") == true, "\(findings)")
        #expect(try await order("POST", "", #"{"url":"https://a.example/","kind":[]}"#).status == 422)
        #expect(try await order("POST", "", #"{"url":"https://a.example/","connector":"acm"}"#).status == 404)
        #expect(try await order("POST", "", "{}").status == 400)
        #expect(try await order("GET", "").word([WebhookEntry].self).isEmpty)
        let id = try await add().webhook.id
        #expect(try await order("PATCH", "/\(id)", #"{"url":"ftp://a.example/"}"#).status == 422)
        for overlap in ["31d", "a day", "10"] {
            let answer = try await order("POST", "/\(id)/rotate", #"{"overlap":"\#(overlap)"}"#)
            #expect(answer.status == 422, "\(overlap): \(answer.body)")
        }
        #expect(try await order("POST", "/\(id)/redeliver", #"{"event":7}"#).status == 410)
        #expect(try await order("GET", "/\(id)/deliveries?limt=1").status == 422)
        let all = try await add(#"{"url":"https://example.com/2","connector":"*"}"#)
        #expect(all.webhook.connector == nil)
    }

    @Test("a rotated secret signs beside the one before for a day, or as long as is asked for")
    func rotation() async throws {
        let made = try await add()
        let rotated = try await order("POST", "/\(made.webhook.id)/rotate").word(WebhookSecret.self)
        #expect(rotated.secret != made.secret)
        #expect(rotated.webhook.earlierSecretUntil == MirrorScene.now.addingTimeInterval(86_400))
        let at = MirrorScene.now
        func secrets() async throws -> [String]? {
            try await scene.database.read { try $0.webhook(id: made.webhook.id)?.secrets(at: at) }
        }
        #expect(try await secrets() == [rotated.secret, made.secret])
        let last = try await order("POST", "/\(made.webhook.id)/rotate", #"{"overlap":"0s"}"#)
        #expect(try await secrets() == [try last.word(WebhookSecret.self).secret])
    }

    @Test("a test tells what the receiver said, is signed, and is no event")
    func testing() async throws {
        let receiver = Receiver([200, 500], text: "out of order")
        let (made, good, bad) = try await receiver.listen { url in
            let made = try await self.add(#"{"url":"\#(url)"}"#)
            let path = "/\(made.webhook.id)/test"
            return (
                made, try await self.order("POST", path).word(WebhookTestResult.self),
                try await self.order("POST", path).word(WebhookTestResult.self)
            )
        }
        #expect(good.delivered && good.status == 200)
        #expect(!bad.delivered && bad.status == 500 && bad.sentence == "Status 500. out of order")
        let letter = try #require(receiver.letters.first)
        #expect(letter.id.hasPrefix("evt_test_") && letter.body.contains(#""kind":"webhook.test""#))
        let stamp = try #require(Int64(letter.timestamp))
        let key = try #require(WebhookSecretKey(made.secret))
        #expect(
            letter.signature == key.signature(id: letter.id, timestamp: stamp, body: Array(letter.body.utf8)))
        let page = try await order("GET", "/\(made.webhook.id)/deliveries?limit=1").word(DeliveryPage.self)
        #expect(page.deliveries.map(\.cause) == ["test"] && page.deliveries[0].error != nil)
        let next = try #require(page.next)
        let rest = try await order("GET", "/\(made.webhook.id)/deliveries?before=\(next)")
        #expect(try rest.word(DeliveryPage.self).deliveries.map(\.outcome) == ["delivered"])
        #expect(try await scene.database.read { try $0.newestEvent() } == 0)
    }

    @Test("a token needs the right to decide for each of them, to look as well as to change")
    func authority() async throws {
        let id = try await add().webhook.id
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
                var statuses: [String: Int?] = [:]
                for route in routes.webhooks where route.name != "testWebhook" {
                    for token in ["web", "desk"] {
                        let answer = try await api.order(
                            route.method.rawValue, route.path.replacing("{webhook}", with: id),
                            route.name == "addWebhook" ? #"{"url":"https://a.example/"}"# : #"{"event":1}"#,
                            "Authorization: Bearer \(token)\r\n")
                        statuses["\(token) \(route.name)"] = answer.status
                    }
                }
                return statuses
            }
        }
        #expect(statuses.count == 20)
        for (name, status) in statuses {
            #expect((status == 403) == name.hasPrefix("web "), "\(name): \(status ?? 0)")
        }
    }

    @Test("one that switched itself off stands among the messages, by its host alone, and in the count")
    func messages() async throws {
        let id = try await add().webhook.id
        func messages() async throws -> [MessageEntry] {
            try await scene.get("connectors/acme/messages").word([MessageEntry].self)
        }
        #expect(try await messages().isEmpty)
        try scene.mirror.execute(
            """
            UPDATE webhook SET disabled_at = '2026-11-20T10:00:00.000Z', disabled_because = 'failing'
            """)
        let told = try #require(try await messages().first)
        #expect(told.category == "webhooks" && told.id == id && told.name == "example.com")
        #expect(told.sentence.contains("three days") && told.sentence.contains("webhook enable \(id)"))
        let status = try await scene.get("status").word(StatusReport.self).connectors[0]
        #expect(status.messageCount == 1)
    }

    @Test("its secrets and its address are shown by no SQL")
    func sql() async throws {
        _ = try await add()
        for column in ["secret", "earlier_secret", "url", "*"] {
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let database = try SyncDatabase(path: "\(folder.path)/a.sqlite", durability: .normal)
            let body = #"{"sql":"SELECT \#(column) FROM webhook"}"#
            let answer = try await ServedAPI().run(over: database) { try await $0.post("/v1/sql", body) }
            #expect(answer.body.contains("is not shown to anybody"), "\(answer.body)")
        }
    }

    @Test("every example of theirs does what it says")
    func examples() async throws {
        let routes = try ServedAPI.routes().webhooks
        #expect(routes.count == 11 && routes.allSatisfy { !$0.examples.isEmpty && $0.needsDecider })
        try await Receiver().listen { url in
            for route in routes {
                for example in route.examples {
                    let tests = try WebhookRouteTests()
                    _ = try await tests.scene.queued()
                    let id = try await tests.add(#"{"url":"\#(url)"}"#).webhook.id
                    let path = String(
                        route.path.replacing("{webhook}", with: id).dropFirst("/v1/webhooks".count))
                    let answer = try await tests.order(
                        route.method.rawValue, path + (example.query.isEmpty ? "" : "?\(example.query)"),
                        example.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
                    #expect(answer.status == example.status, "\(route.name): \(answer.body)")
                }
            }
        }
    }
}

extension ServedAPI.Conversation {
    mutating func order(
        _ method: String, _ path: String, _ body: String, _ headers: String = ""
    ) async throws -> WireAnswer {
        try await wire.send(
            "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
        return try await wire.readAnswer()
    }
}
