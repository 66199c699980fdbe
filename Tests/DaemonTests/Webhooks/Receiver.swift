import API
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

@testable import Daemon

/// A receiver of webhooks on a loopback port, which answers as it is told and keeps what came.
///
/// It lives on event loops alone: tests that run programs block the threads that tasks share, and an answer
/// that came too late for that would be a failed delivery.
final class Receiver: Sendable {
    struct Letter: Equatable, Sendable {
        var id: String
        var timestamp: String
        var signature: String
        var body: String

        func event() throws -> EventEntry { try API.Wire.decode(EventEntry.self, from: Data(body.utf8)) }
    }

    private struct State {
        var letters: [Letter] = []
        /// Statuses to come; 200 when there are none left.
        var statuses: [Int]
        /// Whether answers wait until they are let go.
        var isHolding: Bool
        var held: [@Sendable () -> Void] = []
        var waiting: [(count: Int, wake: CheckedContinuation<Void, Never>)] = []
        var server: (any Channel)?
    }

    private let state: Mutex<State>
    private let text: String
    private let headers: HTTPHeaders

    init(
        _ statuses: [Int] = [], text: String = "", headers: HTTPHeaders = [:], isHolding: Bool = false
    ) {
        state = Mutex(State(statuses: statuses, isHolding: isHolding))
        self.text = text
        self.headers = headers
    }

    var letters: [Letter] { state.withLock { $0.letters } }

    /// Listens from now on.
    ///
    /// - Returns: its address.
    func open(certificates: CertificateFiles? = nil) async throws -> String {
        let tls = try certificates.map { files in
            try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: NIOSSLCertificate.fromPEMFile(files.certificate).map {
                        .certificate($0)
                    }, privateKey: .privateKey(NIOSSLPrivateKey(file: files.key, format: .pem))))
        }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(ReceiverHandler(receiver: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        state.withLock { $0.server = channel }
        let port = channel.localAddress?.port ?? 0
        return tls == nil ? "http://127.0.0.1:\(port)/hook" : "https://localhost:\(port)/hook"
    }

    func close() async throws {
        let server = state.withLock { state in
            defer { state.server = nil }
            return state.server
        }
        try await server?.close()
    }

    /// Listens for as long as `body` runs.
    func listen<Result: Sendable>(
        certificates: CertificateFiles? = nil, _ body: (String) async throws -> Result
    ) async throws -> Result {
        let url = try await open(certificates: certificates)
        let result: Result
        do { result = try await body(url) } catch {
            try? await close()
            throw error
        }
        try await close()
        return result
    }

    /// The answers that were held go, and from now on each at once.
    func release() {
        let held = state.withLock { state in
            defer { state.held = [] }
            state.isHolding = false
            return state.held
        }
        for answer in held { answer() }
    }

    /// The first letters, as soon as there are so many.
    @discardableResult
    func first(_ count: Int) async -> [Letter] {
        await withCheckedContinuation { wake in
            let isHere = state.withLock { state in
                if state.letters.count >= count { return true }
                state.waiting.append((count, wake))
                return false
            }
            if isHere { wake.resume() }
        }
        return Array(letters.prefix(count))
    }

    fileprivate func take(_ letter: Letter, on channel: any Channel) {
        let (status, isHeld, ready) = state.withLock { state in
            state.letters.append(letter)
            let status = state.statuses.isEmpty ? 200 : state.statuses.removeFirst()
            let count = state.letters.count
            let ready = state.waiting.filter { $0.count <= count }.map(\.wake)
            state.waiting.removeAll { $0.count <= count }
            if state.isHolding { state.held.append { self.answer(status, on: channel) } }
            return (status, state.isHolding, ready)
        }
        for wake in ready { wake.resume() }
        if !isHeld { answer(status, on: channel) }
    }

    private func answer(_ status: Int, on channel: any Channel) {
        var headers = headers
        headers.replaceOrAdd(name: "content-length", value: String(text.utf8.count))
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))), promise: nil)
        channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
    }
}

private final class ReceiverHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    private let receiver: Receiver
    private var head: HTTPRequestHead?
    private var body = ByteBuffer()

    init(receiver: Receiver) { self.receiver = receiver }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(var part): body.writeBuffer(&part)
        case .end:
            func header(_ name: String) -> String { head?.headers.first(name: name) ?? "" }
            let letter = Receiver.Letter(
                id: header("webhook-id"), timestamp: header("webhook-timestamp"),
                signature: header("webhook-signature"), body: String(buffer: body))
            body.clear()
            receiver.take(letter, on: context.channel)
        }
    }
}
