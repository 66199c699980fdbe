import NIOCore
import NIOPosix
import NIOSSL

@testable import Daemon

/// A client that says exactly the bytes it is told to: the tests are about what stands on the wire.
struct Wire {
    typealias Stream = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    /// What has arrived and was not looked at yet.
    private(set) var pending: [UInt8] = []
    private(set) var isAtEnd = false
    let channel: any Channel

    /// - Parameter tls: handshakes before anything else, for the host name `localhost`.
    static func open<Result>(
        _ address: BoundAddress, tls: NIOSSLContext? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: (inout Wire) async throws -> sending Result
    ) async throws -> sending Result {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
        let setup: @Sendable (any Channel) -> EventLoopFuture<Stream> = { channel in
            channel.eventLoop.makeCompletedFuture {
                if let tls {
                    let handler = try NIOSSLClientHandler(context: tls, serverHostname: "localhost")
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
                return try Stream(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(isOutboundHalfClosureEnabled: true))
            }
        }
        let stream =
            switch address {
            case .tcp(let host, let port):
                try await bootstrap.connect(host: host, port: port, channelInitializer: setup)
            case .unix(let path):
                try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: setup)
            }
        return try await stream.executeThenClose { inbound, outbound in
            var wire = Wire(
                inbound: inbound.makeAsyncIterator(), outbound: outbound, channel: stream.channel)
            return try await body(&wire)
        }
    }

    private init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>, channel: any Channel
    ) {
        self.inbound = inbound
        self.outbound = outbound
        self.channel = channel
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    func closeOutput() { outbound.finish() }

    /// Everything until the other side closes.
    mutating func readToEnd() async throws -> String {
        while try await more() {}
        defer { pending = [] }
        return String(decoding: pending, as: UTF8.self)
    }

    /// The same where the other side may cut the connection: a reset is an end, too.
    mutating func readToClose() async -> String {
        do { while try await more() {} } catch { isAtEnd = true }
        defer { pending = [] }
        return String(decoding: pending, as: UTF8.self)
    }

    /// One head, up to its empty line.
    mutating func readHead() async throws -> String {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let start = pending.firstRange(of: end) {
                defer { pending.removeSubrange(..<start.upperBound) }
                return String(decoding: pending[..<start.upperBound], as: UTF8.self)
            }
            guard try await more() else {
                throw WireError.endedEarly(String(decoding: pending, as: UTF8.self))
            }
        }
    }

    /// One whole answer with `Content-Length`.
    mutating func readAnswer() async throws -> WireAnswer {
        let head = try await readHead()
        guard let length = WireAnswer.field("content-length", in: head).flatMap({ Int($0) }) else {
            return WireAnswer(head: head, body: "")
        }
        while pending.count < length {
            guard try await more() else { throw WireError.endedEarly(head) }
        }
        defer { pending.removeSubrange(..<length) }
        return WireAnswer(head: head, body: String(decoding: pending[..<length], as: UTF8.self))
    }

    private mutating func more() async throws -> Bool {
        guard !isAtEnd, let buffer = try await inbound.next() else {
            isAtEnd = true
            return false
        }
        pending += Array(buffer.readableBytesView)
        return true
    }
}

enum WireError: Error, Equatable {
    case endedEarly(String)
}

struct WireAnswer: Equatable, Sendable {
    var head: String
    var body: String

    var statusLine: String { String(head.prefix { $0 != "\r\n" }) }

    subscript(name: String) -> String? { Self.field(name, in: head) }

    static func field(_ name: String, in head: String) -> String? {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix(name.lowercased() + ":") {
            return String(line.dropFirst(name.count + 1).drop { $0 == " " })
        }
        return nil
    }
}
