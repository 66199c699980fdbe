import Foundation
import Hummingbird
import Logging
import NIOCore
import Store
import Testing

@testable import Daemon

/// The API on a unix socket of its own, over a store in memory.
final class ServedAPI: Sendable {
    private let folder: String

    init() throws {
        // A socket's path has 107 bytes at most.
        var template = Array("/tmp/qbs-XXXXXX".utf8CString)
        folder = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func routes(over database: SyncDatabase? = nil) throws -> ControlRoutes {
        ControlRoutes(
            database: try database ?? .inMemory(),
            settings: { ControlSettings(Configuration(), tokens: APITokens()) },
            journal: Journal(logger: quiet), now: { Date(timeIntervalSince1970: 1_795_269_900) })
    }

    /// What a router has once it was filled: `GET /v1/status`.
    static func routerRoutes() throws -> [String] {
        let router = Router(context: DaemonContext.self)
        try routes().routes(on: router)
        return router.routes.map { "\($0.method.rawValue) \($0.path)" }
    }

    /// Asks one thing after the other on one connection.
    func run<Result: Sendable>(
        over database: SyncDatabase? = nil,
        _ body: @Sendable @escaping (inout Conversation) async throws -> Result
    ) async throws -> Result {
        try await run(over: database) { api, _ in try await body(&api) }
    }

    /// - Parameter body: gets a function that stops the API.
    func run<Result: Sendable>(
        over database: SyncDatabase? = nil,
        _ body:
            @Sendable @escaping (
                inout Conversation, @Sendable @escaping () async -> Void
            ) async throws -> Result
    ) async throws -> Result {
        let routes = try Self.routes(over: database)
        let place = UnixSocketPlace(path: folder + "/api.sock", mode: 0o600, group: nil)
        // Other tests may keep the processors longer than a stop would wait.
        let options = ListenerOptions(name: "test", source: .unixSocket(place), grace: .seconds(60))
        return try await ServedListener.run(options, routes: { routes.routes(on: $0) }) { address, stop in
            let result = try await Wire.open(address) { wire in
                var conversation = Conversation(wire: wire)
                return try await body(&conversation, stop)
            }
            return result
        }
    }

    struct Conversation {
        var wire: Wire

        mutating func get(_ path: String, _ headers: String = "") async throws -> WireAnswer {
            try await wire.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n")
            return try await wire.readAnswer()
        }

        mutating func post(
            _ path: String, _ body: String, _ headers: String = "", type: String = "application/json"
        ) async throws -> WireAnswer {
            try await wire.send(
                "POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
            return try await wire.readAnswer()
        }
    }
}

extension WireAnswer {
    var status: Int? { Int(statusLine.split(separator: " ")[1]) }

    var json: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any], "\(body)")
        }
    }

    var list: [[String: Any]] {
        get throws {
            try #require(
                try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [[String: Any]], "\(body)")
        }
    }
}
