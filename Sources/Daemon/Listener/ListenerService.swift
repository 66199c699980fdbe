import Glibc
import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
package import NIOCore
import NIOHTTPTypes
import NIOPosix
import ServiceLifecycle
import Systemd

/// One listening socket and everything behind it, as a service: binds, serves, and at a stop finishes what is
/// in flight.
///
///     run() ─ bind ─ address() is known ─ accept … ─ stop asked ─┬─ no new connections
///                                                                ├─ idle ones close, busy ones
///                                                                │  after their answer
///                                                                └─ after `grace` the rest is cut
package struct ListenerService: Service {
    private let options: ListenerOptions
    private let respond: @Sendable (Request, DaemonContext) async throws -> Response
    private let group: any EventLoopGroup
    private let logger: Logger
    private let announcement = Announcement<BoundAddress>()

    /// - Parameter responder: usually `router.buildResponder()`.
    package init<Responder: HTTPResponder<DaemonContext>>(
        _ options: ListenerOptions, responder: Responder, logger: Logger,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        self.options = options
        self.respond = { request, context in try await responder.respond(to: request, context: context) }
        self.group = group
        self.logger = logger
    }

    /// Where it listens, as soon as it does.
    ///
    /// - Throws: the `ListenerError` with which `run` failed, or `CancellationError`.
    package func address() async throws -> BoundAddress {
        try await announcement.value()
    }

    /// - Throws: `ListenerError` when the socket cannot be had.
    package func run() async throws {
        let connections = OpenConnections()
        let file: UnixSocket?
        let server: ServerChannel
        do {
            (server, file) = try await open(connections)
        } catch {
            announcement.settle(.failure(error))
            throw error
        }
        let isKept = await keep(server.channel, file)
        // The next process finds the file where it is. After a stop the folder goes, or the file is cleared.
        defer { if !isKept { file?.unlinkOwn() } }
        let address = Self.address(of: server.channel, options.source)
        logger.event(
            .info, "Listening on \(address) (\(options.name)\(options.certificates == nil ? "" : ", TLS")).",
            .listening)
        announcement.settle(.success(address))
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await serve(server)
            } onGracefulShutdown: {
                stop(server.channel, connections)
            }
        } onCancel: {
            server.channel.close(promise: nil)
            connections.closeAll()
        }
    }

    // MARK: Serving

    private typealias ServerChannel = NIOAsyncChannel<StrictHTTP1Channel.Stream, Never>

    private func serve(_ server: ServerChannel) async throws {
        let http = StrictHTTP1Channel(options: options, respond: respond, logger: logger)
        try await withThrowingDiscardingTaskGroup { tasks in
            try await server.executeThenClose { inbound in
                for try await stream in inbound {
                    tasks.addTask { await http.handle(stream) }
                }
            }
        }
    }

    /// No more connections are accepted; those that the kernel has already are for the next process, if
    /// systemd keeps the socket. What was accepted a moment ago is still on its way between two event loops,
    /// and the server's end would drop it without a word: so the end comes a moment later.
    private func stop(_ server: any Channel, _ connections: OpenConnections) {
        server.setOption(.autoRead, value: false).whenComplete { _ in
            server.eventLoop.scheduleTask(in: .milliseconds(20)) { server.close(promise: nil) }
        }
        connections.quiesce()
        guard connections.count > 0 else { return }
        logger.debug("\(options.name): finishing \(connections.count) connections.")
        let (name, logger) = (options.name, logger)
        server.eventLoop.scheduleTask(in: TimeAmount(options.grace)) {
            guard connections.count > 0 else { return }
            logger.event(
                .warning, "\(name): \(connections.count) connections did not finish in time and are cut.",
                .connectionsCut)
            connections.closeAll()
        }
    }

    // MARK: Opening

    /// Gives what we have bound into systemd's keeping.
    private func keep(_ server: any Channel, _ file: UnixSocket?) async -> Bool {
        guard let name = options.keptAs else { return false }
        if case .inherited = options.source { return false }
        if let file { return SocketKeeping.keep(file.descriptor, as: name) }
        let kept = server.eventLoop.submit {
            try server.pipeline.syncOperations.withUnsafeTransportIfAvailable(
                of: NIOBSDSocket.Handle.self
            ) { SocketKeeping.keep($0, as: name) }
        }
        return (try? await kept.get()) == true
    }

    private func open(_ connections: OpenConnections) async throws -> (ServerChannel, UnixSocket?) {
        let http = StrictHTTP1Channel(options: options, respond: respond, logger: logger)
        let setup: @Sendable (any Channel) -> EventLoopFuture<StrictHTTP1Channel.Stream> = { channel in
            let isLate = connections.add(channel)
            return http.setup(channel).map { stream in
                if isLate {
                    stream.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
                }
                return stream
            }
        }
        switch options.source {
        case .address(let host, let port):
            do {
                let server = try await tcpBootstrap.bind(
                    host: host, port: port, serverBackPressureStrategy: nil, childChannelInitializer: setup)
                return (server, nil)
            } catch let error as IOError {
                throw ListenerError.cannotBind(
                    BoundAddress.tcp(host: host, port: port).description, error.errnoCode)
            }
        case .unixSocket(let place):
            let file = try UnixSocket(at: place)
            if let warning = file.warning { logger.event(.warning, warning, .controlSocketAmiss) }
            return (try await adopt(file.descriptor, bootstrap, setup), file)
        case .inherited(let descriptor):
            if case .tcp? = BoundAddress(ofSocket: descriptor) {
                return (try await adopt(descriptor, tcpBootstrap, setup), nil)
            }
            return (try await adopt(descriptor, bootstrap, setup), nil)
        }
    }

    private func adopt(
        _ descriptor: CInt, _ bootstrap: ServerBootstrap,
        _ setup: @escaping @Sendable (any Channel) -> EventLoopFuture<StrictHTTP1Channel.Stream>
    ) async throws -> ServerChannel {
        try await bootstrap.bind(descriptor, serverBackPressureStrategy: nil, childChannelInitializer: setup)
    }

    private var tcpBootstrap: ServerBootstrap {
        // A client that stops reading its answer would hold the connection for ever.
        let patience = Int(options.idleTimeout().components.seconds * 1000)
        return bootstrap.childChannelOption(.tcpOption(.init(rawValue: TCP_USER_TIMEOUT)), value: patience)
    }

    private var bootstrap: ServerBootstrap {
        let limit = ConnectionLimit(options.connectionLimit, logger: logger)
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        AvailableConnectionsChannelHandler(delegate: limit))
                }
            }
            // A client may close its side after the request and still read the answer.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
    }

    private static func address(of channel: any Channel, _ source: BindSource) -> BoundAddress {
        if case .unixSocket(let place) = source { return .unix(path: place.path) }
        guard let local = channel.localAddress, let host = local.ipAddress, let port = local.port else {
            return .unix(path: channel.localAddress?.pathname ?? "")
        }
        return .tcp(host: host, port: port)
    }
}
