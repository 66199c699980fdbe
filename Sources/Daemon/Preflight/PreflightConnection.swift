import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization
import WebConnector

/// A connection to the public address, made as a Web Connector makes it. Whatever certificate is shown is
/// taken here and judged elsewhere, so that more than the first fault is found.
struct PreflightConnection: Sendable {
    /// How TLS is to be spoken.
    struct TLS: Sendable {
        var host: String
        var oldest = TLSVersion.tlsv12
        var newest: TLSVersion?
    }

    private let channel: any Channel
    /// What the server showed, its own certificate first.
    let certificates: [NIOSSLCertificate]

    /// - Parameter limit: seconds for connecting, and as many for the handshake.
    /// - Throws: `NetworkTrouble`.
    static func open(_ address: SocketAddress, tls: TLS?, limit: Int) async throws -> Self {
        let shown = Shown()
        do {
            let context = try tls.map { try NIOSSLContext(configuration: configuration($0)) }
            let ready = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: Void.self)
            let channel: any Channel
            do {
                channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connectTimeout(.seconds(Int64(limit)))
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            let pipeline = channel.pipeline.syncOperations
                            if let context, let tls {
                                try pipeline.addHandler(handler(context, host: tls.host, shown))
                                try pipeline.addHandler(HandshakeWatch(ready))
                            }
                            try pipeline.addHandler(HTTPRequestEncoder())
                            try pipeline.addHandler(
                                ByteToMessageHandler(
                                    HTTPResponseDecoder(informationalResponseStrategy: .forward)))
                            try pipeline.addHandler(ExchangeHandler())
                        }
                    }
                    .connect(to: address).get()
            } catch {
                ready.fail(error)
                throw error
            }
            if context == nil { ready.succeed() }
            let late = channel.eventLoop.scheduleTask(in: .seconds(Int64(limit))) {
                ready.fail(NetworkTrouble.tooSlow(seconds: limit))
                channel.close(promise: nil)
            }
            defer { late.cancel() }
            try await ready.futureResult.get()
            return Self(channel: channel, certificates: shown.certificates)
        } catch {
            throw NetworkTrouble(error, limit: limit)
        }
    }

    private static func configuration(_ tls: TLS) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = tls.oldest
        configuration.maximumTLSVersion = tls.newest
        // The name is judged with all else, and an own finding.
        configuration.certificateVerification = .noHostnameVerification
        return configuration
    }

    private static func handler(
        _ context: NIOSSLContext, host: String, _ shown: Shown
    ) throws -> NIOSSLClientHandler {
        // An address is no name, and is not sent as one.
        let isAddress = IPAddress(host) != nil
        return try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : host) {
            certificates, promise in
            shown.certificates = certificates
            promise.succeed(.certificateVerified)
        }
    }

    func close() async { try? await channel.close().get() }

    /// - Parameter limit: seconds until the whole answer.
    /// - Throws: `NetworkTrouble`.
    func ask(
        _ head: HTTPRequestHead, body: [ByteBuffer] = [], limit: Int
    ) async throws -> HTTPSight {
        let loop = channel.eventLoop
        let answer = loop.makePromise(of: HTTPSight.self)
        let goAhead = loop.makePromise(of: Bool.self)
        let late = loop.scheduleTask(in: .seconds(Int64(limit))) { [channel] in
            answer.fail(NetworkTrouble.tooSlow(seconds: limit))
            channel.close(promise: nil)
        }
        // .NET waits for a third of a second and sends then; we are more patient, since we want to know.
        let patience = loop.scheduleTask(in: Self.patience) { goAhead.succeed(true) }
        defer {
            late.cancel()
            patience.cancel()
        }
        answer.futureResult.whenComplete { _ in goAhead.succeed(false) }
        do {
            channel.triggerUserOutboundEvent(
                ExchangeHandler.Ask(answer: answer, goAhead: goAhead), promise: nil)
            channel.writeAndFlush(HTTPClientRequestPart.head(head), promise: nil)
            // As .NET does: who is refused by the head alone does not send the body after it.
            let isWanted = head.headers.contains(name: "expect") ? try await goAhead.futureResult.get() : true
            if isWanted {
                for piece in body {
                    channel.write(HTTPClientRequestPart.body(.byteBuffer(piece)), promise: nil)
                }
                channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
            }
            var sight = try await answer.futureResult.get()
            // Half a question stands on it.
            if !isWanted { sight.staysOpen = false }
            return sight
        } catch {
            throw NetworkTrouble(error, limit: limit)
        }
    }

    private static let patience = TimeAmount.seconds(1)

    /// Where the handshake puts the certificates.
    private final class Shown: Sendable {
        private let state = Mutex<[NIOSSLCertificate]>([])
        var certificates: [NIOSSLCertificate] {
            get { state.withLock { $0 } }
            set { state.withLock { $0 = newValue } }
        }
    }
}

/// Tells when the handshake is over.
private final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let ready: EventLoopPromise<Void>

    init(_ ready: EventLoopPromise<Void>) { self.ready = ready }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent { ready.succeed() }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        ready.fail(error)
        context.fireErrorCaught(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        ready.fail(NetworkTrouble.closed)
        context.fireChannelInactive()
    }
}
