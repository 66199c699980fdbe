import API
import Foundation
import Hummingbird
import QBXML
import Testing

@testable import Daemon
@testable import Store

@Suite("Examples in the description of the API", .timeLimit(.minutes(10)))
struct RequestExampleTests {
    /// A request in the state that the route is about.
    private func prepared(_ route: String, _ scene: RequestScene) async throws -> String {
        let id = try await scene.queued(
            #"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"},"RefNumber":"1021"}}"#)
        switch route {
        case "retryRequest", "dismissRequest": try scene.fail(id)
        case "linkRequest", "resendRequest", "dropRequest": try scene.lose(id)
        case "releaseSource": try scene.stop("shop")
        default: break
        }
        return id
    }

    @Test("every example of the routes of requests does what it says")
    func examples() async throws {
        let routes = try ServedAPI.routes().requests
        #expect(routes.allSatisfy { !$0.examples.isEmpty })
        for route in routes {
            for example in route.examples {
                let scene = try RequestScene()
                try scene.mirror.invoice("5-1234567890", number: "1021")
                let id = try await prepared(route.name, scene)
                let path = route.path.replacing("{connector}", with: "acme")
                    .replacing("{request}", with: id).replacing("{source}", with: "shop")
                let address = path + (example.query.isEmpty ? "" : "?\(example.query)")
                let headers = example.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
                let body = example.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
                let answer = try await scene.mirror.run { api in
                    route.method == .get
                        ? try await api.get(address, headers) : try await api.post(address, body, headers)
                }
                #expect(answer.status == example.status, "\(route.name): \(example.summary) \(answer.body)")
            }
        }
    }

    @Test("the description has them, with the bodies where bodies belong")
    func described() async throws {
        let document = try await ServedAPI().run { try await $0.get("/v1/openapi.json") }.json
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        let queue = try #require(paths["/v1/connectors/{connector}/requests"]?["post"])
        let told = try #require(queue["x-examples"] as? [[String: Any]])
        #expect(told.count == RouteExample.addRequests.count)
        let content = try #require((queue["requestBody"] as? [String: Any])?["content"] as? [String: Any])
        let json = try #require(content["application/json"] as? [String: Any])
        let alone = RouteExample.addRequests.filter(\.query.isEmpty)
        #expect((json["examples"] as? [String: Any])?.count == alone.count)
        let responses = try #require(queue["responses"] as? [String: Any])
        #expect(responses["200"] != nil && responses["201"] != nil && responses["409"] != nil)
        let resend = try #require(paths["/v1/requests/{request}/resend"]?["post"])
        #expect((resend["responses"] as? [String: Any])?["403"] != nil)
    }
}
