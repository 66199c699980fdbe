import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import Systemd

/// The manners of HTTP/1 that lie below Hummingbird: it has no `Expect: 100-continue`, answers HTTP/1.0 as if
/// it were 1.1, reads `Connection` with case, takes a 1.1 request without `Host`, and drains any body however
/// large.
///
///     codec ─> judge the head, say 100, refuse ─> Hummingbird ─> version, Connection, close ─> codec
///
/// Requests may be pipelined, so everything said here waits its turn: `exchanges` holds the requests that are
/// still owed an answer, oldest first, and a 100 or a refusal is written only when no older answer is due.
///
/// A connection is never simply cut after its last answer. Closing a socket with unread bytes makes the
/// kernel send a reset, which may overtake the answer and destroy it in the client's hands (RFC 9112, 9.6).
/// So the output is closed, and what the client still sends is thrown away until it closes too, or until
/// `lingering` is over.
final class StrictHTTPHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// A request that is owed an answer.
    private struct Exchange {
        var isHTTP10: Bool
        var isHead: Bool
        var keepsAlive: Bool
        var awaitsContinue: Bool
    }

    private enum Phase: Equatable {
        case open
        /// This was the last request, or a refusal waits for older answers: what else comes in is not for us.
        case lastRequest(Refusal?)
        /// The last answer is on its way and the output closed.
        case lingering
    }

    /// How long a client may go on sending after its last answer. Long enough for a reset not to hurt, short
    /// enough not to be a place to stay.
    static let lingering = TimeAmount.seconds(5)
    /// The same during a stop, which has five seconds for everything.
    static let lingeringAtStop = TimeAmount.milliseconds(500)
    /// During a stop, how long a connection that was served already may still begin another request. A new
    /// one gets longer for its first, since whoever connected is about to ask.
    static let nextRequestAtStop = TimeAmount.milliseconds(50)
    /// An unread body up to this size is read and dropped to keep the connection; a larger one costs more
    /// than a new one.
    static let drainLimit = 1 << 20

    private let bodyLimit: Int
    private let turnsAway: Refusal?
    private let firstRequestAtStop: TimeAmount
    private let logger: Logger
    private var phase = Phase.open
    private var exchanges = CircularBuffer<Exchange>()
    private var isReadingBody = false
    /// Announced bytes of the body being read that have not come yet; nil for a chunked one.
    private var unread: Int?
    private var wasAsked = false
    private var isQuiescing = false
    private var closing: Scheduled<Void>?

    /// - Parameters:
    ///   - bodyLimit: bytes; a larger `Content-Length` is refused before its body is asked for.
    ///   - turnsAway: set when nothing is served to this peer at all.
    ///   - firstRequestAtStop: how long a connection that has not asked anything may take to.
    init(bodyLimit: Int, turnsAway: Refusal?, firstRequestAtStop: TimeAmount, logger: Logger) {
        self.bodyLimit = bodyLimit
        self.firstRequestAtStop = firstRequestAtStop
        self.turnsAway = turnsAway
        self.logger = logger
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        closing?.cancel()
    }

    // MARK: In

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase == .open || isReadingBody && phase == .lastRequest(nil) else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            readHead(head, context: context)
        case .body(let bytes):
            unread? -= bytes.readableBytes
            context.fireChannelRead(data)
        case .end:
            isReadingBody = false
            context.fireChannelRead(data)
        }
    }

    private func readHead(_ received: HTTPRequestHead, context: ChannelHandlerContext) {
        var head = received
        wasAsked = true
        closing?.cancel()
        if let refusal = turnsAway ?? judge(head) { return refuse(refusal, context: context) }
        let isChunked = head.headers.contains(name: "transfer-encoding")
        unread = isChunked ? nil : head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        isReadingBody = true
        let expects = head.headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" }
        head.headers.remove(name: "expect")
        let keepsAlive = head.isKeepAlive && !isQuiescing
        exchanges.append(
            Exchange(
                isHTTP10: head.version == .http1_0, isHead: head.method == .HEAD, keepsAlive: keepsAlive,
                awaitsContinue: expects && head.version == .http1_1 && unread != 0))
        if !keepsAlive {
            phase = .lastRequest(nil)
            // The one spelling that Hummingbird looks for.
            head.headers.replaceOrAdd(name: "connection", value: "close")
        }
        if exchanges.count == 1 { sayContinueIfAwaited(context: context) }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    private func judge(_ head: HTTPRequestHead) -> Refusal? {
        switch head.version {
        case .http1_1:
            if head.headers["host"].count != 1 { return .noHost }
        case .http1_0:
            if head.headers.contains(name: "transfer-encoding") { return .chunkedHTTP10 }
        default:
            return .unknownVersion
        }
        // The codec has already refused what is not a number; what does not fit into an Int is surely too
        // much.
        if let length = head.headers.first(name: "content-length"), (Int(length) ?? .max) > bodyLimit {
            return .bodyTooLarge(length, limit: bodyLimit)
        }
        return nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            if let error = error as? NIOSSLError {
                let client = context.remoteAddress?.ipAddress ?? "unknown"
                logger.event(
                    .info, "TLS with \(client) failed: \(error)", .tlsFailed, ["address": client])
            }
            return context.fireErrorCaught(error)
        }
        if isReadingBody, !exchanges.isEmpty {
            // The route that reads this body must learn of it; its answer will be the last.
            exchanges[exchanges.index(before: exchanges.endIndex)].keepsAlive = false
            isReadingBody = false
            phase = .lastRequest(nil)
            context.fireErrorCaught(error)
        } else if phase == .open {
            refuse(error == .headerOverflow ? .headTooLarge : .malformed, context: context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { return quiesce(context: context) }
        if phase == .lingering, event as? ChannelEvent == .inputClosed { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    /// Hummingbird's own handler must not see the event: it closes at once after the last write, flushed or
    /// not.
    private func quiesce(context: ChannelHandlerContext) {
        isQuiescing = true
        guard phase == .open else { return }
        guard exchanges.isEmpty else { return phase = .lastRequest(nil) }
        let channel = context.channel
        let patience = wasAsked ? Self.nextRequestAtStop : firstRequestAtStop
        closing = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Nobody behind us asks for more once the last answer is written, and a client's end would go unseen.
        if phase == .lingering { context.read() }
        context.fireChannelReadComplete()
    }

    // MARK: Out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard phase != .lingering, !exchanges.isEmpty else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.code >= 200:
            context.write(wrapOutboundOut(.head(dressed(head))), promise: promise)
        case .head, .body:
            context.write(data, promise: promise)
        case .end:
            finishAnswer(data, promise: promise, context: context)
        }
    }

    /// The head as this client can read it, having decided whether the connection goes on.
    private func dressed(_ original: HTTPResponseHead) -> HTTPResponseHead {
        var head = original
        var keeps = exchanges[exchanges.startIndex].keepsAlive && original.isKeepAlive
        if isQuiescing, exchanges.count == 1 { keeps = false }
        if isReadingBody, exchanges.count == 1, (unread ?? .max) > Self.drainLimit { keeps = false }
        if exchanges[exchanges.startIndex].isHTTP10 {
            // NIO's encoder then never chunks, so a body of unknown length ends with the connection.
            head.version = .http1_0
            let isBounded =
                head.headers.contains(name: "content-length") || exchanges[exchanges.startIndex].isHead
            if !isBounded { keeps = false }
            if keeps { head.headers.replaceOrAdd(name: "connection", value: "keep-alive") }
        }
        if !keeps { head.headers.replaceOrAdd(name: "connection", value: "close") }
        exchanges[exchanges.startIndex].keepsAlive = keeps
        return head
    }

    private func finishAnswer(_ end: NIOAny, promise: EventLoopPromise<Void>?, context: ChannelHandlerContext)
    {
        let done = exchanges.removeFirst()
        guard done.keepsAlive, !(isQuiescing && exchanges.isEmpty) else {
            context.writeAndFlush(end, promise: promise)
            return linger(context: context)
        }
        context.write(end, promise: promise)
        sayContinueIfAwaited(context: context)
        if exchanges.isEmpty, case .lastRequest(let refusal?) = phase { say(refusal, context: context) }
    }

    private func sayContinueIfAwaited(context: ChannelHandlerContext) {
        guard exchanges.first?.awaitsContinue == true else { return }
        exchanges[exchanges.startIndex].awaitsContinue = false
        let head = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    }

    // MARK: The end

    private func refuse(_ refusal: Refusal, context: ChannelHandlerContext) {
        phase = .lastRequest(refusal)
        if exchanges.isEmpty { say(refusal, context: context) }
    }

    private func say(_ refusal: Refusal, context: ChannelHandlerContext) {
        let client = context.remoteAddress?.ipAddress ?? "unix"
        logger.event(
            .info, "Refused a request from \(client) with \(refusal.status.code): \(refusal.sentence)",
            .requestRefused, ["address": client])
        let body = ByteBuffer(string: refusal.sentence + "\n")
        let headers: HTTPHeaders = [
            "Connection": "close", "Content-Type": "text/plain; charset=utf-8",
            "Content-Length": "\(body.readableBytes)", "Date": HTTPDate.now,
        ]
        let head = HTTPResponseHead(version: .http1_1, status: refusal.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        linger(context: context)
    }

    private func linger(context: ChannelHandlerContext) {
        phase = .lingering
        context.close(mode: .output, promise: nil)
        context.read()
        let channel = context.channel
        let limit = isQuiescing ? Self.lingeringAtStop : Self.lingering
        closing = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    }
}
