import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOSSL
import Systemd

/// One accepted connection, from its pipeline to its last answer.
struct StrictHTTP1Channel: Sendable {
    typealias Stream = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    typealias Respond = @Sendable (Request, DaemonContext) async throws -> Response

    var options: ListenerOptions
    var respond: Respond
    var logger: Logger

    func setup(_ channel: any Channel) -> EventLoopFuture<Stream> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if let certificates = options.certificates {
                // The context of this moment: a reloaded certificate serves the next handshake.
                try pipeline.addHandler(NIOSSLServerHandler(context: certificates.context))
            }
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false
            )
            try pipeline.addHandler(
                StrictHTTPHandler(
                    bodyLimit: options.bodyLimit(), turnsAway: refusal(of: channel),
                    firstRequestAtStop: TimeAmount(options.firstRequestAtStop), logger: logger))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: options.certificates != nil))
            try pipeline.addHandler(
                HTTPConnectionStateHandler(idleTimeout: options.idleTimeout(), logger: logger))
            return try Stream(
                wrappingChannelSynchronously: channel,
                configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    /// Plain HTTP may leave the machine only on its way from a trusted proxy.
    private func refusal(of channel: any Channel) -> Refusal? {
        guard options.certificates == nil, let peer = Self.peer(of: channel) else { return nil }
        return peer.isLoopback || options.trustedProxies().contains(peer) ? nil : .plainStranger
    }

    private static func peer(of channel: any Channel) -> IPAddress? {
        channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) }
    }

    func handle(_ stream: Stream) async {
        let credentials = await PeerCredentials(of: stream.channel)
        let peer = Self.peer(of: stream.channel)
        let loop = LoopExecutor(stream.channel.eventLoop)
        let http = HTTP1Channel { request, writer, channel in
            let context = context(of: request, on: channel, peer: peer, credentials: credentials)
            let executor: any TaskExecutor = Self.isShort(request) ? loop : globalConcurrentExecutor
            let response = await withTaskExecutorPreference(executor) { await answer(request, context) }
            try await writer.write(response: response.head, body: response.body)
        }
        await withTaskExecutorPreference(loop) {
            await http.handle(value: stream, logger: logger)
        }
    }

    /// Whether it is answered on the thread of its connection, which reads and writes for others too. What
    /// has a longer body, or may come to much although it has none, has Swift's own threads.
    private static func isShort(_ request: Request) -> Bool {
        guard request.method == .post, let length = request.headers[.contentLength].flatMap({ Int($0) })
        else {
            return false
        }
        return 0 < length && length <= ShortCall.bytes
    }

    private func context(
        of request: Request, on channel: any Channel, peer: IPAddress?, credentials: PeerCredentials?
    ) -> DaemonContext {
        var logger = logger
        logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
        let origin = peer.map {
            options.trustedProxies().origin(
                peer: $0, overTLS: options.certificates != nil, headers: request.headers)
        }
        return DaemonContext(
            source: ApplicationRequestContextSource(channel: channel, logger: logger),
            origin: origin ?? ClientOrigin(address: "unix", isSecure: true), peer: credentials)
    }

    /// What Hummingbird's `Application` does between its server and its router.
    private func answer(_ request: Request, _ context: DaemonContext) async -> Response {
        var response: Response
        do {
            response = try await respond(request, context)
        } catch let error as any HTTPResponseError {
            response =
                (try? error.response(from: request, context: context)) ?? Response(status: error.status)
        } catch is HTTPParserError {
            response = Response(status: .badRequest)
        } catch {
            context.logger.event(
                .error, "\(request.method) \(request.uri.path) failed: \(error)", .routeFailed,
                ["address": context.clientAddress])
            response = Response(status: .internalServerError)
        }
        response.headers[.date] = HTTPDate.now
        context.logger.debug(
            "\(request.method) \(request.uri.path) \(response.status.code)",
            metadata: ["address": "\(context.clientAddress)"])
        return response
    }
}
