import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle

@testable import Daemon

/// A listener that runs for the length of a test, on a free loopback port unless told otherwise.
enum ServedListener {
    static let loopback = BindSource.address(host: "127.0.0.1", port: 0)

    /// - Parameter body: gets the address, and a function that asks the listener to stop.
    static func run<Result: Sendable>(
        _ options: ListenerOptions = ListenerOptions(name: "test", source: loopback),
        routes: @Sendable (Router<DaemonContext>) -> Void = { _ in },
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ body:
            @Sendable @escaping (BoundAddress, @Sendable @escaping () async -> Void) async throws -> Result
    ) async throws -> Result {
        let router = Router.ofDaemon()
        addCommonRoutes(router)
        routes(router)
        let listener = ListenerService(options, responder: router.buildResponder(), logger: logger)
        let group = ServiceGroup(configuration: .init(services: [.init(service: listener)], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let result: Result
            do {
                let address = try await listener.address()
                result = try await body(address) { await group.triggerGracefulShutdown() }
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
    }

    private static func addCommonRoutes(_ router: Router<DaemonContext>) {
        router.get("/hello") { _, _ in "hello" }
        router.head("/hello") { _, _ in Response(status: .ok, headers: [.contentLength: "5"]) }
        router.post("/echo") { request, _ in
            var body = request.body
            return try await body.collectText()
        }
        router.post("/unread") { _, _ in Response(status: .unauthorized) }
        router.get("/endless") { _, _ in
            // No length is known beforehand.
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: "one "))
                    try await writer.write(ByteBuffer(string: "two"))
                    try await writer.finish(nil)
                })
        }
        router.get("/whoami") { _, context in
            let peer = context.peer.map { "\($0.uid)/\($0.pid)" } ?? "-"
            return "\(context.clientAddress) \(context.isSecure ? "secure" : "plain") \(peer)"
        }
    }
}

extension RequestBody {
    fileprivate mutating func collectText() async throws -> String {
        String(buffer: try await collect(upTo: 1 << 24))
    }
}

/// Waits at a place until a test opens it; the test can wait until somebody has arrived there.
actor Gate {
    private var isOpen = false
    private var hasVisitor = false
    private var visitors: [CheckedContinuation<Void, Never>] = []
    private var hosts: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        hasVisitor = true
        for host in hosts { host.resume() }
        hosts = []
        if !isOpen { await withCheckedContinuation { visitors.append($0) } }
    }

    func visitor() async {
        if !hasVisitor { await withCheckedContinuation { hosts.append($0) } }
    }

    func open() {
        isOpen = true
        for visitor in visitors { visitor.resume() }
        visitors = []
    }
}
