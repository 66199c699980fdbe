import NIOCore
import NIOHTTP1
import WebConnector

/// Gathers the answer to one question at a time.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    /// Goes through the pipeline before the question.
    struct Ask: Sendable {
        let answer: EventLoopPromise<HTTPSight>
        /// Whether the body may follow: not if the whole answer has come without it.
        let goAhead: EventLoopPromise<Bool>
    }

    private var ask: Ask?
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []
    private var saidContinue = false

    /// Of an answer no more is kept than tells whose it is.
    private static let keptBytes = 64 << 10

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard let ask = event as? Ask else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        (head, body, saidContinue) = (nil, [], false)
        self.ask = ask
        if !context.channel.isActive { fail(NetworkTrouble.closed) }
        promise?.succeed()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if (100..<200).contains(head.status.code) {
                saidContinue = saidContinue || head.status == .continue
                ask?.goAhead.succeed(true)
            } else {
                self.head = head
                ask?.goAhead.succeed(false)
            }
        case .body(let part):
            body += part.readableBytesView.prefix(Self.keptBytes - body.count)
        case .end:
            guard let head else { return }
            ask?.answer.succeed(
                HTTPSight(
                    status: Int(head.status.code), location: head.headers.first(name: "location"),
                    contentType: head.headers.first(name: "content-type"), body: body,
                    saidContinue: saidContinue, staysOpen: head.isKeepAlive))
            ask = nil
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(NetworkTrouble.closed)
        context.fireChannelInactive()
    }

    private func fail(_ error: any Error) {
        ask?.answer.fail(error)
        ask = nil
    }
}
