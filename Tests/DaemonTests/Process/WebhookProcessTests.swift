import API
import Foundation
import Testing

@testable import Daemon

/// Deliveries of the real daemon, as a process of its own.
@Suite("Webhooks of the daemon", .serialized, .timeLimit(.minutes(10)))
struct WebhookProcessTests {
    private static let customer = #"{"CustomerAdd":{"Name":"Elm Street Bakery"}}"#

    private func daemon() async throws -> DaemonProcess {
        let daemon = try DaemonProcess()
        let made = try await daemon.order(
            .post, "/v1/connectors", #"{"name":"acme","accept_default":true}"#)
        try #require(made.status == 201, "\(made.text)")
        return daemon
    }

    private func queue(_ daemon: DaemonProcess) async throws {
        let queued = try await daemon.order(.post, "/v1/connectors/acme/requests", Self.customer)
        try #require(queued.status == 201, "\(queued.text)")
    }

    private func add(_ daemon: DaemonProcess, _ url: String) async throws -> WebhookSecret {
        let made = try await daemon.order(.post, "/v1/webhooks", #"{"url":"\#(url)","kinds":["request."]}"#)
        try #require(made.status == 201, "\(made.text)")
        return try API.Wire.decode(WebhookSecret.self, from: made.body)
    }

    private func deliveries(_ daemon: DaemonProcess, _ id: String) async throws -> [DeliveryEntry] {
        let answer = try await daemon.order(.get, "/v1/webhooks/\(id)/deliveries")
        return try API.Wire.decode(DeliveryPage.self, from: answer.body).deliveries
    }

    /// Waits until the log has so many tries: what follows an answer is a moment behind it.
    private func settled(_ daemon: DaemonProcess, _ id: String, _ count: Int) async throws -> [DeliveryEntry]
    {
        while true {
            let entries = try await deliveries(daemon, id)
            if entries.count >= count { return entries }
            await Task.yield()
        }
    }

    @Test("a kill in the midst of a delivery loses nothing: it comes again, and those behind it in order")
    func killed() async throws {
        let daemon = try await daemon()
        let receiver = Receiver(isHolding: true)
        let url = try await receiver.open()
        let id = try await add(daemon, url).webhook.id
        for _ in 1...3 { try await queue(daemon) }
        await receiver.first(1)
        daemon.killHard()
        receiver.release()
        try daemon.start()
        let letters = await receiver.first(4)
        #expect(letters.map(\.id) == ["evt_1", "evt_1", "evt_2", "evt_3"])
        #expect(letters[0].body == letters[1].body)
        let log = try await settled(daemon, id, 3)
        #expect(log.reversed().map(\.event) == [1, 2, 3], "the try that was cut short is in no log")
        #expect(log.allSatisfy { $0.outcome == "delivered" && $0.attempt == 1 })
        #expect(daemon.stop() == 0)
        try daemon.start()
        try await queue(daemon)
        let last = await receiver.first(5)
        // A condition may have begun or ended meanwhile, and has a number too.
        #expect(last.dropLast().map(\.id) == ["evt_1", "evt_1", "evt_2", "evt_3"])
        #expect(last.last?.body.contains("request.queued") == true)
        try await receiver.close()
    }

    @Test("410 switches a webhook off, which the journal and the messages tell, and its events wait for it")
    func gone() async throws {
        let daemon = try await daemon()
        let receiver = Receiver([410], text: "No more, please.")
        let url = try await receiver.open()
        let id = try await add(daemon, url).webhook.id
        try await queue(daemon)
        try await queue(daemon)
        // The journal is told after the database.
        while !daemon.log.contains("\(id) to 127.0.0.1 is switched off.") { await Task.yield() }
        #expect(daemon.log.contains("webhook=\(id)") && daemon.log.contains("410 Gone"))
        let log = try await deliveries(daemon, id)
        #expect(log.map(\.error) == ["Status 410. No more, please."] && log[0].outcome == "failed")
        let messages = try daemon.run("qbsyncctl", ["messages"])
        #expect(messages.output.contains("qbsyncctl webhook enable \(id)"), "\(messages)")
        #expect(try daemon.run("qbsyncctl", ["webhook", "show", id]).output.contains("disabled"))
        #expect(daemon.stop() == 0)
        try daemon.start()
        #expect(receiver.letters.count == 1)
        let enabled = try daemon.run("qbsyncctl", ["webhook", "enable", id, "--json"])
        #expect(enabled.output.contains(#""state":"active""#), "\(enabled)")
        #expect(await receiver.first(3).map(\.id) == ["evt_1", "evt_1", "evt_2"])
        try await receiver.close()
    }

    @Test("a real delivery is verified by the ten lines of Python in the manual, and a changed one is not")
    func python() async throws {
        let daemon = try await daemon()
        let receiver = Receiver()
        let url = try await receiver.open()
        let made = try await add(daemon, url)
        try await queue(daemon)
        let letter = try #require(await receiver.first(1).first)
        let rotated = try await daemon.order(.post, "/v1/webhooks/\(made.webhook.id)/rotate", "{}")
        let newer = try API.Wire.decode(WebhookSecret.self, from: rotated.body).secret
        try await queue(daemon)
        let second = try #require(await receiver.first(2).last)
        try await receiver.close()
        #expect(try verify(letter, made.secret, daemon) == letter.body)
        #expect(try verify(second, made.secret, daemon) == second.body, "the earlier secret signs too")
        #expect(try verify(second, newer, daemon) == second.body)
        #expect(try verify(letter, newer, daemon) == nil)
        var changed = letter
        changed.body = letter.body.replacingOccurrences(of: "acme", with: "evil")
        #expect(try verify(changed, made.secret, daemon) == nil)
        var old = letter
        old.timestamp = "1600000000"
        #expect(try verify(old, made.secret, daemon) == nil)
    }

    /// What the manual's function gives for a letter; nil if it refuses it.
    private func verify(_ letter: Receiver.Letter, _ secret: String, _ daemon: DaemonProcess) throws
        -> String?
    {
        let manual = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../packaging/doc/webhooks.md").standardizedFileURL
        let text = try String(contentsOf: manual, encoding: .utf8)
        let block = try #require(
            text.components(separatedBy: "```python\n").last?.components(separatedBy: "```").first)
        let program = """
            import json, sys
            \(block)
            given = json.load(sys.stdin)
            try:
                body = verified(given["secret"], given["headers"], given["body"].encode())
            except ValueError:
                sys.exit(3)
            sys.stdout.write(body.decode())
            """
        let given: [String: Any] = [
            "secret": secret, "body": letter.body,
            "headers": [
                "webhook-id": letter.id, "webhook-timestamp": letter.timestamp,
                "webhook-signature": letter.signature,
            ],
        ]
        let result = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/python3"), ["-c", program], folder: daemon.folder,
            input: try JSONSerialization.data(withJSONObject: given))
        try #require([0, 3].contains(result.status), "\(result.errors)")
        return result.status == 0 ? result.output : nil
    }

    @Test("qbsyncctl makes one, shows it, tests it, sends an event again, and removes it when told")
    func commands() async throws {
        let daemon = try await daemon()
        let receiver = Receiver([200, 200, 500])
        let url = try await receiver.open()
        func run(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
            try daemon.run("qbsyncctl", ["webhook"] + arguments)
        }
        #expect(try run("list").output.contains("no webhooks"))
        #expect(try run("add", "http://example.com/").errors.contains("use https"))
        let added = try run("add", url, "--connector", "acme", "--kinds", "request.,source.stopped")
        #expect(added.status == 0 && added.output.contains("whsec_"), "\(added)")
        #expect(added.errors.contains("only time the secret is shown"))
        let id = String(try #require(added.output.firstMatch(of: #/wh_[0-9a-f]{32}/#)).output)
        let list = try run("list")
        #expect(list.output.hasPrefix("ID") && list.output.contains(id) && !list.output.contains("whsec_"))
        let tested = try run("test", id)
        #expect(tested.status == 0 && tested.output.contains("delivered in"), "\(tested)")
        try await queue(daemon)
        _ = await receiver.first(2)
        _ = try await settled(daemon, id, 2)
        let failed = try run("test", id, "--json")
        #expect(failed.status == 9 && failed.output.contains(#""delivered":false"#), "\(failed)")
        let shown = try run("show", id)
        #expect(shown.output.contains("request., source.stopped"), "\(shown)")
        #expect(shown.output.contains("event 1 of 1"))
        #expect(try run("redeliver", id, "evt_1").output.contains("once more"))
        #expect(await receiver.first(4).last?.id == "evt_1")
        _ = try await settled(daemon, id, 4)
        let log = try run("deliveries", id)
        #expect(log.output.contains("evt_1, again") && log.output.contains("Status 500."), "\(log)")
        let edited = try run("edit", id, "--connector", "*", "--kinds", "*")
        #expect(edited.output.contains(#/Connector +all/#) && edited.output.contains(#/Kinds +all/#))
        #expect(try run("edit", id).status == 64 && run("redeliver", id, "x").status == 64)
        #expect(try run("rotate", id, "--overlap", "2h").output.contains("Old secret signs until"))
        #expect(try run("disable", id).output.contains("disabled"))
        #expect(try run("redeliver", id, "1").errors.contains("is disabled"))
        #expect(try run("enable", id).output.contains("active"))
        let unasked = try run("remove", id)
        #expect(unasked.status == 1 && unasked.errors.contains("--yes"), "\(unasked)")
        #expect(try run("remove", id, "--yes").status == 0)
        #expect(try run("show", id).status == 4)
        try await receiver.close()
    }
}
