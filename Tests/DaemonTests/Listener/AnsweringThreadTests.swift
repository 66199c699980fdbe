import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Testing

@testable import Daemon

@Suite("On which thread a request is answered", .timeLimit(.minutes(10)))
struct AnsweringThreadTests {
    private func place(_ head: String, _ body: String = "") async throws -> String {
        try await ServedListener.run(routes: { router in
            for method in [.get, .post] as [HTTPRequest.Method] {
                router.on("/where", method: method) { request, context in
                    _ = try await request.body.collect(upTo: 1 << 20)
                    return context.channel.eventLoop.inEventLoop ? "its connection's" : "another"
                }
            }
        }) { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send("\(head)\r\nHost: x\r\n")
                try await wire.send(
                    body.isEmpty ? "\r\n" : "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
                return try await wire.readAnswer().body
            }
        }
    }

    @Test("a short call is answered on the thread of its connection")
    func short() async throws {
        #expect(try await place("POST /where HTTP/1.1", "short") == "its connection's")
    }

    @Test("what is large, or may come to a large answer, does not hold up the connections of that thread")
    func long() async throws {
        let large = String(repeating: "x", count: 100_000)
        #expect(try await place("POST /where HTTP/1.1", large) == "another")
        #expect(try await place("GET /where HTTP/1.1") == "another")
        #expect(try await place("POST /where HTTP/1.1") == "another")
    }
}
