import API
import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// Speaks the API with the daemon: one request, one answer, one place that understands refusals.
struct Client: Sendable {
    let destination: Destination
    let http: HTTPClient

    /// Answers larger than this are not ours: a grid of 1,000 connectors has about 3 MB.
    private static let answerLimit = 256 << 20
    /// Seconds that any answer may take.
    static let patience = 30

    /// Opens a client for as long as `body` runs.
    static func session<Result: Sendable>(
        _ destination: Destination, _ body: (Client) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClient.Configuration()
        // A bearer token must not follow a redirect to somebody else.
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(5)
        // A socket without a daemon says so at once; trying again for seconds would only hide it.
        configuration.connectionPool.retryConnectionEstablishment = false
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result
        do {
            result = try await body(Client(destination: destination, http: http))
        } catch {
            try? await http.shutdown()
            throw error
        }
        try await http.shutdown()
        return result
    }

    func get<Answer: Decodable>(
        _ path: String, query: [(name: String, value: String)] = [], within seconds: Int = patience,
        as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await exchange(.GET, Self.address(path, query), body: nil, within: seconds)
    }

    /// An answer as it stands, for what is handed on and not looked into.
    func raw(
        _ path: String, query: [(name: String, value: String)] = [], accept: String? = nil
    ) async throws -> RawAnswer {
        let (status, headers, bytes) = try await send(.GET, Self.address(path, query), accept: accept)
        guard (200..<300).contains(status) else { throw refusal(status: status, bytes) }
        return RawAnswer(
            text: String(decoding: bytes, as: UTF8.self), nextCursor: headers.first(name: "next-cursor"))
    }

    /// An answer whose form is not looked into.
    func tree(
        _ path: String, query: [(name: String, value: String)], within seconds: Int
    ) async throws -> JSONTree {
        let (status, _, bytes) = try await send(.GET, Self.address(path, query), within: seconds)
        guard (200..<300).contains(status) else { throw refusal(status: status, bytes) }
        do { return try JSONDecoder().decode(JSONTree.self, from: bytes) } catch {
            throw Failure.notUnderstood(place: destination.place, why: "its answer is no JSON")
        }
    }

    private static func address(_ path: String, _ query: [(name: String, value: String)]) -> String {
        let pairs = query.map { "\($0.name)=\(Destination.percentEncoded($0.value))" }
        return path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// - Parameter seconds: how long the daemon may take; only a backup takes long.
    func post<Answer: Decodable>(
        _ path: String, _ body: (some Encodable)? = Optional<Done>.none, within seconds: Int = patience,
        as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await exchange(.POST, path, body: try body.map { try Wire.encode($0) }, within: seconds)
    }

    /// A body that is handed on as it is: requests in JSON or qbXML.
    func post<Answer: Decodable>(
        bytes: [UInt8], to path: String, as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await exchange(.POST, path, body: Data(bytes))
    }

    /// The same, for an answer that is handed on and not looked into.
    func raw(
        posting bytes: [UInt8], to path: String, query: [(name: String, value: String)],
        headers: [(name: String, value: String)], within seconds: Int
    ) async throws -> RawAnswer {
        let (status, _, answer) = try await send(
            .POST, Self.address(path, query), body: Data(bytes), headers: headers, within: seconds)
        guard (200..<300).contains(status) else { throw refusal(status: status, answer) }
        return RawAnswer(text: String(decoding: answer, as: UTF8.self), nextCursor: nil)
    }

    func patch<Answer: Decodable>(
        _ path: String, _ body: some Encodable, as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await exchange(.PATCH, path, body: try Wire.encode(body))
    }

    func delete<Answer: Decodable>(
        _ path: String, as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await exchange(.DELETE, path, body: nil)
    }

    private func exchange<Answer: Decodable>(
        _ method: HTTPMethod, _ path: String, body: Data?, within seconds: Int = patience
    ) async throws -> Answer {
        let (status, _, bytes) = try await send(method, path, body: body, within: seconds)
        return try understand(status: status, bytes)
    }

    private func send(
        _ method: HTTPMethod, _ path: String, body: Data? = nil, accept: String? = nil,
        headers: [(name: String, value: String)] = [], within seconds: Int = patience
    ) async throws -> (status: Int, headers: HTTPHeaders, bytes: Data) {
        var request = HTTPClientRequest(url: destination.url(path))
        request.method = method
        request.headers.add(name: "host", value: "localhost")
        request.headers.add(name: "user-agent", value: "qbsyncctl")
        let plain = "application/json, application/problem+json"
        request.headers.add(name: "accept", value: accept.map { "\($0), application/problem+json" } ?? plain)
        for header in headers { request.headers.add(name: header.name, value: header.value) }
        if case .server(_, let token) = destination {
            request.headers.remove(name: "host")
            request.headers.add(name: "authorization", value: "Bearer \(token)")
        }
        if let body {
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(Array(body))
        }
        do {
            let response = try await http.execute(request, timeout: .seconds(Int64(seconds)))
            let bytes = Data(try await response.body.collect(upTo: Self.answerLimit).readableBytesView)
            return (Int(response.status.code), response.headers, bytes)
        } catch {
            throw unreachable(error)
        }
    }

    private func refusal(status: Int, _ bytes: Data) -> Failure {
        if let problem = try? Wire.decode(Problem.self, from: bytes) { return .refused(problem) }
        return .notUnderstood(place: destination.place, why: "it answered with HTTP status \(status)")
    }

    private func understand<Answer: Decodable>(status: Int, _ bytes: Data) throws -> Answer {
        guard (200..<300).contains(status) else { throw refusal(status: status, bytes) }
        return try word(Answer.self, in: bytes)
    }

    /// An answer as one of the API's words.
    func word<Answer: Decodable>(_ type: Answer.Type, in bytes: Data) throws -> Answer {
        do {
            return try Wire.decode(Answer.self, from: bytes)
        } catch {
            throw Failure.notUnderstood(
                place: destination.place,
                why: "its answer is no \(Answer.self); are qbsyncctl and qbsyncd of one release?")
        }
    }
}

/// An answer as it came.
struct RawAnswer: Sendable {
    var text: String
    /// Of a page of lines.
    var nextCursor: String?
}
