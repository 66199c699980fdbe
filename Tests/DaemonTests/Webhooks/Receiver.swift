import API
import Foundation
import Hummingbird
import Testing

@testable import Daemon

/// A receiver of webhooks on a loopback port, which answers as it is told and keeps what came.
actor Receiver {
    struct Letter: Equatable, Sendable {
        var id: String
        var timestamp: String
        var signature: String
        var body: String

        func event() throws -> EventEntry { try Wire.decode(EventEntry.self, from: Data(body.utf8)) }

        private typealias Wire = API.Wire
    }

    private(set) var letters: [Letter] = []
    /// Statuses to come; 200 when there are none left.
    private var statuses: [Int]
    private let text: String
    private let headers: HTTPFields
    private var waiting: [(count: Int, wake: CheckedContinuation<Void, Never>)] = []
    /// Letters come to this gate before they are answered.
    private let gate: Gate?

    init(_ statuses: [Int] = [], text: String = "", headers: HTTPFields = [:], gate: Gate? = nil) {
        self.statuses = statuses
        self.text = text
        self.headers = headers
        self.gate = gate
    }

    /// Listens for as long as `body` runs, which gets its address.
    func listen<Result: Sendable>(
        _ options: ListenerOptions? = nil,
        _ body: @Sendable @escaping (String) async throws -> Result
    ) async throws -> Result {
        var options = options ?? ListenerOptions(name: "receiver", source: ServedListener.loopback)
        options.grace = .milliseconds(10)
        let scheme = options.certificates == nil ? "http" : "https"
        return try await ServedListener.run(
            options,
            routes: { router in
                router.post("/hook") { request, _ in try await self.take(request) }
            }
        ) { address, _ in
            try await body("\(scheme)://localhost:\(address.port ?? 0)/hook")
        }
    }

    private func take(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        func header(_ name: String) -> String {
            HTTPField.Name(name).flatMap { request.headers[$0] } ?? ""
        }
        letters.append(
            Letter(
                id: header("webhook-id"), timestamp: header("webhook-timestamp"),
                signature: header("webhook-signature"), body: String(buffer: body)))
        let status = statuses.isEmpty ? 200 : statuses.removeFirst()
        let (ready, rest) = (
            waiting.filter { $0.count <= letters.count }, waiting.filter { $0.count > letters.count }
        )
        waiting = rest
        for one in ready { one.wake.resume() }
        await gate?.pass()
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// The first letters, as soon as there are so many.
    func first(_ count: Int) async -> [Letter] {
        if letters.count < count {
            await withCheckedContinuation { waiting.append((count, $0)) }
        }
        return Array(letters.prefix(count))
    }
}
