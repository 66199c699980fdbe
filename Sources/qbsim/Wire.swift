import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOSSL
import Simulator

/// HTTP as the Web Connector uses it: POST, kept alive, no redirects, no cookies.
struct Wire {
    private let client: HTTPClient
    /// Bytes of a reply; a server's document has no business being longer.
    private static let replyLimit = 256 << 20

    /// - Parameter trusting: a PEM file with a certification authority to trust besides the system's.
    init(trusting authority: String?) throws {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        if let authority {
            guard FileManager.default.isReadableFile(atPath: authority) else {
                throw Complaint.file("\(authority) cannot be read.")
            }
            var security = TLSConfiguration.makeClientConfiguration()
            security.additionalTrustRoots = [.file(authority)]
            configuration.tlsConfiguration = security
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func close() async { try? await client.shutdown() }

    func post(_ request: WireRequest) async throws(CallFailure) -> WireReply {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = .POST
        for header in request.headers { outgoing.headers.add(name: header[0], value: header[1]) }
        outgoing.body = .bytes(ByteBuffer(bytes: request.body))
        return try await send(outgoing, seconds: DotNetClient.timeoutSeconds)
    }

    func get(_ url: String) async throws(CallFailure) -> WireReply {
        try await send(HTTPClientRequest(url: url), seconds: 30)
    }

    private func send(_ request: HTTPClientRequest, seconds: Int) async throws(CallFailure) -> WireReply {
        do {
            let response = try await client.execute(request, timeout: .seconds(Int64(seconds)))
            let body = try await response.body.collect(upTo: Self.replyLimit)
            return WireReply(
                status: Int(response.status.code),
                contentType: response.headers.first(name: "Content-Type"), body: Array(buffer: body))
        } catch let error as HTTPClientError where error == .deadlineExceeded {
            throw .timedOut(seconds: seconds)
        } catch {
            throw .transport(Self.sentence(error))
        }
    }

    /// The heart of an error: what NIO and its TLS library say of themselves also names their sources' lines.
    private static func sentence(_ error: any Error) -> String {
        let text = String(describing: error)
        if let reason = text.firstMatch(of: /OPENSSL_internal:([A-Z_]+)/) {
            return "the TLS handshake failed (\(reason.1))"
        }
        if let reason = text.firstMatch(of: #/([A-Z][a-z]+ [a-z ]+)\)? \(errno: /#) {
            return String(reason.1)
        }
        return text
    }
}
