import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization
import WebConnector

@testable import Daemon

/// A web site on a loopback port that answers as a test tells it: what stands at a public address in place of
/// qbsyncd, or in front of it.
final class Site: Sendable {
    struct Reply: Sendable {
        var status: HTTPResponseStatus
        var headers: HTTPHeaders = [:]
        var body: [UInt8] = []
        /// Answers by the head alone, and closes without reading the body.
        var isCut = false

        static func soap(_ answer: Answer) -> Reply {
            Reply(status: .ok, headers: ["Content-Type": "text/xml"], body: answer.encoded(as: .document))
        }

        static func html(_ status: HTTPResponseStatus = .ok) -> Reply {
            Reply(
                status: status, headers: ["Content-Type": "text/html"],
                body: Array("<html><body>Welcome</body></html>".utf8))
        }
    }

    /// What it answers to whom; asked when the head of a request has come, and its body is read after it.
    typealias Manners = @Sendable (HTTPRequestHead) -> Reply

    private let manners: Manners
    private let seen = Mutex<[HTTPRequestHead]>([])

    init(_ manners: @escaping Manners) { self.manners = manners }

    /// What came, in its order.
    var requests: [HTTPRequestHead] { seen.withLock { $0 } }

    /// As a foreign server that speaks SOAP would.
    static let foreign: Manners = { head in
        guard head.method == .POST else { return .html() }
        let isVersion = head.headers.first(name: "soapaction")?.contains("serverVersion") ?? false
        return .soap(isVersion ? .serverVersion("Other 1.0") : .clientVersion(""))
    }

    func listen<Result: Sendable>(
        certificates: CertificateFiles? = nil, versions: (oldest: TLSVersion, newest: TLSVersion?)? = nil,
        _ body: (Int) async throws -> Result
    ) async throws -> Result {
        let tls = try certificates.map { files in
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(files.certificate).map {
                    .certificate($0)
                }, privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem)))
            if let versions {
                configuration.minimumTLSVersion = versions.oldest
                configuration.maximumTLSVersion = versions.newest
            }
            return try NIOSSLContext(configuration: configuration)
        }
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(SiteHandler(site: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let result: Result
        do { result = try await body(server.localAddress?.port ?? 0) } catch {
            try? await server.close()
            throw error
        }
        try await server.close()
        return result
    }

    fileprivate func reply(to head: HTTPRequestHead) -> Reply {
        seen.withLock { $0.append(head) }
        return manners(head)
    }
}

private final class SiteHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let site: Site
    private var reply: Site.Reply?

    init(site: Site) { self.site = site }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            reply = site.reply(to: head)
            if let reply, reply.isCut { answer(reply, context) }
        case .body: break
        case .end:
            if let reply, !reply.isCut { answer(reply, context) }
        }
    }

    private func answer(_ reply: Site.Reply, _ context: ChannelHandlerContext) {
        var headers = reply.headers
        headers.replaceOrAdd(name: "content-length", value: "\(reply.body.count)")
        let head = HTTPResponseHead(version: .http1_1, status: reply.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(
            wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: reply.body)))), promise: nil)
        let closes = reply.isCut || headers.first(name: "connection") == "close"
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            if closes { channel.close(promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
