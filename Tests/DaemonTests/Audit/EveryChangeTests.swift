import API
import Foundation
import HTTPTypes
import QBXML
import Sync
import Testing
import Timetable

@testable import Daemon
@testable import Store

/// Walks over the table of routes: whatever can change something leaves a line in the audit trail, and a new
/// route that does not is noticed here.
@Suite("Every change", .timeLimit(.minutes(10)))
struct EveryChangeTests {
    /// Routes with a method that changes things, which change nothing or write their author elsewhere.
    private static let exempt = [
        "check": "It looks at requests and keeps nothing.", "sql": "It only reads.",
        "preflight": "It looks at an address.",
        "addRequests":
            "Each request has its author and time in itself: a million of them shall not be a million lines.",
    ]

    private static let bodies = [
        "createConnector": #"{"name":"bravo","accept_default":true}"#, "editConnector": #"{"page_size":77}"#,
        "rebindConnector": "{}", "addUser": #"{"name":"acme-kim"}"#, "forceSync": "{}", "pause": "{}",
        "editRequest": #"{"CustomerAdd":{"Name":"Oak Street Bakery"}}"#, "linkRequest": #"{"id":"A-1"}"#,
        "addWebhook": #"{"url":"https://localhost:1/h"}"#, "editWebhook": #"{"kinds":["request."]}"#,
        "rotateWebhook": #"{"overlap":"1d"}"#, "redeliver": #"{"event":1}"#,
        "editCategory": #"{"direction":"none"}"#, "verify": "{}", "probe": "{}",
        "importRange": #"{"from":"2026-01-01","to":"2026-01-31"}"#, "balanceReport": "{}",
        "report":
            #"{"GeneralSummaryReportQueryRq":{"GeneralSummaryReportType":"BalanceSheetStandard"}}"#,
    ]

    /// Brings things into the state that the route is about.
    ///
    /// - Returns: what stands in place of its parameters.
    private func prepare(_ route: String, _ scene: RequestScene) async throws -> [String: String] {
        var values = [
            "connector": "acme", "user": "acme", "category": "invoices", "source": "shop", "task": "1",
            "number": "1",
        ]
        switch route {
        case "unlock": try scene.mirror.execute("UPDATE login SET locked_at = '2026-11-20T10:00:00.000Z'")
        case "enableConnector": try await ask(scene, "/v1/connectors/acme/disable")
        case "stop": try await ask(scene, "/v1/connectors/acme/sync", "{}")
        case "resume": try await ask(scene, "/v1/connectors/acme/pause", "{}")
        case "releaseSource": try scene.stop("shop")
        case "stopTask", "resumeTask": try await ask(scene, "/v1/connectors/acme/verify", "{}")
        case "reprocess": try keepResponse(scene)
        default: break
        }
        if route == "resumeTask" { try await ask(scene, "/v1/connectors/acme/tasks/1/stop") }
        if route.hasSuffix("Request") || route == "redeliver" {
            try scene.mirror.customer("A-1", name: "Elm Street Bakery")
            let id = try await scene.queued()
            values["request"] = id
            if ["retryRequest", "dismissRequest"].contains(route) { try scene.fail(id) }
            if ["linkRequest", "resendRequest", "dropRequest"].contains(route) { try scene.lose(id) }
        }
        if route.hasSuffix("Webhook") || route == "redeliver", route != "addWebhook" {
            let made = try await ask(scene, "/v1/webhooks", #"{"url":"https://localhost:1/h"}"#)
            let id = try made.word(WebhookSecret.self).webhook.id
            values["webhook"] = id
            if route == "enableWebhook" { try await ask(scene, "/v1/webhooks/\(id)/disable") }
        }
        return values
    }

    @discardableResult
    private func ask(_ scene: RequestScene, _ path: String, _ body: String = "") async throws -> WireAnswer {
        let answer = try await scene.mirror.run { try await $0.post(path, body) }
        try #require((200..<300).contains(answer.status ?? 0), "\(path): \(answer.body)")
        return answer
    }

    /// An answer about customers that nobody has processed.
    private func keepResponse(_ scene: RequestScene) throws {
        try scene.database.transactNow { transaction in
            let ticket = "ticket-0123456789abcdef"
            let conversation = Conversation(
                ticket: ticket, connectorID: 1, user: "acme", address: "192.0.2.7", trigger: .scheduled,
                duringShutdown: false, startedAt: MirrorScene.now, lastCallAt: MirrorScene.now,
                phase: .asking, sequence: 0, percent: 0, isIdentified: false, qbxmlVersion: .preferred,
                workstation: nil, stop: nil, ending: nil, endedAt: nil, bytesReceived: 0, bytesSent: 0)
            let agenda = Agenda(steps: [Step(category: "customers")])
            try transaction.apply([.begin(OpenConversation(conversation: conversation, agenda: agenda))])
            let answer = """
                <QBXML><QBXMLMsgsRs><CustomerQueryRs requestID="1" statusCode="0" statusSeverity="Info" \
                statusMessage="Status OK"></CustomerQueryRs></QBXMLMsgsRs></QBXML>
                """
            _ = try transaction.keepResponse(
                ticket: ticket, sequence: 1, category: "customers", text: .memory(Array(answer.utf8)),
                at: MirrorScene.now)
        }
    }

    private func body(_ route: String, _ folder: URL) -> String {
        route == "backup" ? #"{"path":"\#(folder.path)/copy.sqlite"}"# : Self.bodies[route] ?? ""
    }

    @Test("that a person or a program can make through the API leaves a line with its author")
    func walk() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "every-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let changing = try ServedAPI.routes().groups.flatMap(\.routes).filter { $0.method != .get }
        #expect(changing.count > 30)
        for route in changing where Self.exempt[route.name] == nil {
            let scene = try RequestScene()
            let values = try await prepare(route.name, scene)
            let path = route.parameters.reduce(route.path) { path, name in
                path.replacing("{\(name)}", with: values[name] ?? "?")
            }
            let body = body(route.name, folder)
            let before = try scene.database.readNow { try $0.auditHead() }?.number ?? 0
            let answer = try await scene.mirror.run { try await $0.order(route.method.rawValue, path, body) }
            #expect((200..<300).contains(answer.status ?? 0), "\(route.name): \(answer.body)")
            let lines = try scene.database.readNow { try $0.audit(limit: 9) }.filter { $0.number > before }
            #expect(!lines.isEmpty, "\(route.name) leaves no line in the audit trail")
            #expect(lines.allSatisfy { $0.author.uid == Int(getuid()) }, "\(route.name)")
            #expect(try scene.database.readNow { try $0.verifyAudit() }.isIntact)
        }
    }

    @Test("that has no line of its own is known by name, and no other is let off")
    func exemptions() throws {
        let names = try Set(ServedAPI.routes().groups.flatMap(\.routes).map(\.name))
        #expect(names.isSuperset(of: Self.exempt.keys))
        #expect(names.isSuperset(of: Self.bodies.keys))
    }
}
