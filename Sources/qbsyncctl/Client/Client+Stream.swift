import API
import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

extension Client {
    /// An answer that is too long to be held: its pieces, as they come.
    ///
    /// - Throws: `Failure`; also when the answer breaks off.
    func stream(
        _ method: HTTPMethod, _ path: String, query: [(name: String, value: String)] = [], body: Data? = nil,
        within seconds: Int, _ take: (ByteBuffer) throws -> Void
    ) async throws {
        let pairs = query.map { "\($0.name)=\(Destination.percentEncoded($0.value))" }
        let tail = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        var request = HTTPClientRequest(url: destination.url(path + tail))
        request.method = method
        request.headers.add(name: "user-agent", value: "qbsyncctl")
        if case .server(_, let token) = destination {
            request.headers.add(name: "authorization", value: "Bearer \(token)")
        } else {
            request.headers.add(name: "host", value: "localhost")
        }
        if let body {
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(Array(body))
        }
        do {
            let response = try await http.execute(request, timeout: .seconds(Int64(seconds)))
            guard (200..<300).contains(response.status.code) else {
                let bytes = Data(try await response.body.collect(upTo: 1 << 20).readableBytesView)
                if let problem = try? Wire.decode(Problem.self, from: bytes) {
                    throw Failure.refused(problem)
                }
                throw Failure.notUnderstood(
                    place: destination.place, why: "it answered with HTTP status \(response.status.code)")
            }
            for try await piece in response.body { try take(piece) }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw unreachable(error)
        }
    }
}
