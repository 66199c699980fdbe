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
        _ path: String, query: [(name: String, value: String)] = [], as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        let pairs = query.map { "\($0.name)=\(Destination.percentEncoded($0.value))" }
        let tail = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return try await exchange(.GET, path + tail, body: nil)
    }

    /// - Parameter seconds: how long the daemon may take; only a backup takes long.
    func post<Answer: Decodable>(
        _ path: String, _ body: (some Encodable)? = Optional<Done>.none, within seconds: Int = patience,
        as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await exchange(.POST, path, body: try body.map { try Wire.encode($0) }, within: seconds)
    }

    func patch<Answer: Decodable>(
        _ path: String, _ body: some Encodable, as type: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await exchange(.PATCH, path, body: try Wire.encode(body))
    }

    private func exchange<Answer: Decodable>(
        _ method: HTTPMethod, _ path: String, body: Data?, within seconds: Int = patience
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: destination.url(path))
        request.method = method
        request.headers.add(name: "host", value: "localhost")
        request.headers.add(name: "user-agent", value: "qbsyncctl")
        request.headers.add(name: "accept", value: "application/json, application/problem+json")
        if case .server(_, let token) = destination {
            request.headers.remove(name: "host")
            request.headers.add(name: "authorization", value: "Bearer \(token)")
        }
        if let body {
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(Array(body))
        }
        let status: Int
        let bytes: Data
        do {
            let response = try await http.execute(request, timeout: .seconds(Int64(seconds)))
            status = Int(response.status.code)
            bytes = Data(try await response.body.collect(upTo: Self.answerLimit).readableBytesView)
        } catch {
            throw unreachable(error)
        }
        return try understand(status: status, bytes)
    }

    private func understand<Answer: Decodable>(status: Int, _ bytes: Data) throws -> Answer {
        guard (200..<300).contains(status) else {
            if let problem = try? Wire.decode(Problem.self, from: bytes) { throw Failure.refused(problem) }
            throw Failure.notUnderstood(
                place: destination.place, why: "it answered with HTTP status \(status)")
        }
        do {
            return try Wire.decode(Answer.self, from: bytes)
        } catch {
            throw Failure.notUnderstood(
                place: destination.place,
                why: "its answer is no \(Answer.self); are qbsyncctl and qbsyncd of one release?")
        }
    }
}
