import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// The built `qbsyncd` as a process of its own, with a store in a temporary folder, ready when the
/// initialiser returns.
///
/// Readiness is heard on a socket of systemd's kind, so nothing is polled and nothing sleeps.
final class DaemonProcess {
    let folder: URL
    private(set) var port = 0
    private var process = Process()
    private let notify: NotifySocket

    enum Trouble: Error { case notBuilt(String), notReady(String) }

    /// No window in the night: what a test sees must not depend on the hour at which it runs.
    ///
    /// - Parameters:
    ///   - listen: further settings of `[listen]`.
    ///   - sync: further settings of `[sync]`.
    ///   - configuration: further sections.
    init(listen: String = "", sync: String = "", configuration: String = "") throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "qbsyncd-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        notify = try NotifySocket(path: folder.appending(path: "notify").path)
        let text = """
            [listen]
            address = "127.0.0.1:0"
            public_url = "http://localhost:8180"
            \(listen)
            [store]
            database = "\(folder.path)/qbsyncd.sqlite"
            [control]
            socket = "\(controlSocket)"
            [sync]
            overnight_shutdown = "none"
            \(sync)
            \(configuration)
            """
        try text.write(toFile: "\(folder.path)/qbsyncd.toml", atomically: true, encoding: .utf8)
        try start()
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    var controlSocket: String { "\(folder.path)/control.sock" }
    var database: String { "\(folder.path)/qbsyncd.sqlite" }
    var log: String { (try? String(contentsOfFile: "\(folder.path)/log", encoding: .utf8)) ?? "" }
    var processID: Int32 { process.processIdentifier }

    /// Where the tests lie, the programs lie too.
    static func program(_ name: String) throws -> URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<4 {
            let program = folder.appending(path: name)
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            folder = folder.deletingLastPathComponent()
        }
        throw Trouble.notBuilt(name)
    }

    func start() throws {
        process = Process()
        process.executableURL = try Self.program("qbsyncd")
        process.arguments = ["--config", "\(folder.path)/qbsyncd.toml"]
        var environment = ProcessInfo.processInfo.environment
        environment["NOTIFY_SOCKET"] = notify.path
        process.environment = environment
        let path = "\(folder.path)/log"
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try output.seekToEnd()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        while true {
            guard let message = notify.receive() else { throw Trouble.notReady(log) }
            guard message.contains("READY=1"), let colon = message.range(of: "127.0.0.1:") else { continue }
            port = Int(message[colon.upperBound...].prefix { $0.isNumber }) ?? 0
            return
        }
    }

    /// No goodbye, no flush, nothing: as a power cut ends a process.
    func killHard() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// - Returns: the exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// How often it has written to a file or a socket: by that its progress is told without a clock.
    var writes: Int {
        let text = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/io", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("syscw:") }
        return line.flatMap { Int($0.dropFirst("syscw: ".count)) } ?? 0
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }
    /// Waits for a message of the daemon to systemd that holds the text.
    func hears(_ text: String) -> Bool {
        while let message = notify.receive() { if message.contains(text) { return true } }
        return false
    }

    // MARK: Speaking with it

    struct Answer {
        var status: Int
        var type: String
        var body: Data
        var text: String { String(decoding: body, as: UTF8.self) }
        var json: Any? { try? JSONSerialization.jsonObject(with: body) }
    }

    func post(_ body: [UInt8]) async throws -> Answer { try await Self.post(body, port: port) }

    /// - Parameter isChunked: whether the length of the body is not announced.
    static func post(_ body: [UInt8], port: Int, isChunked: Bool = false) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/qbwc")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "text/xml; charset=utf-8")
        request.body =
            isChunked ? .stream([ByteBuffer(bytes: body)].async, length: .unknown) : .bytes(body)
        return try await execute(request)
    }

    func get(_ path: String) async throws -> Answer {
        try await Self.execute(HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)"))
    }

    enum Verb {
        case get, post, patch
    }

    func order(_ verb: Verb, _ path: String, _ body: String = "") async throws -> Answer {
        try await Self.order(verb, path, body, socket: controlSocket)
    }

    static func order(
        _ verb: Verb, _ path: String, _ body: String, key: String? = nil, socket: String
    ) async throws -> Answer {
        let socket = try #require(socket.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        var request = HTTPClientRequest(url: "http+unix://\(socket)\(path)")
        request.method =
            switch verb {
            case .get: .GET
            case .post: .POST
            case .patch: .PATCH
            }
        // Over a unix socket the client library sends no Host of its own.
        request.headers.replaceOrAdd(name: "Host", value: "localhost")
        request.headers.add(name: "Content-Type", value: "application/json")
        if let key { request.headers.add(name: "Idempotency-Key", value: key) }
        if !body.isEmpty { request.body = .bytes(Array(body.utf8)) }
        return try await execute(request)
    }

    private static func execute(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let body = try await response.body.collect(upTo: 64 << 20)
        return Answer(
            status: Int(response.status.code), type: response.headers.first(name: "content-type") ?? "",
            body: Data(body.readableBytesView))
    }

    /// Runs a program of ours with the control socket set, to its end.
    func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: String, errors: String)
    {
        try Tool.run(
            Self.program(name), arguments,
            environment: ["QBSYNCD_CONTROL_SOCKET": controlSocket, "NO_COLOR": "1"], folder: folder)
    }
}

extension Array where Element: Sendable {
    fileprivate var async: AsyncStream<Element> {
        AsyncStream { continuation in
            for element in self { continuation.yield(element) }
            continuation.finish()
        }
    }
}

/// The socket on which a service tells its supervisor how it is (sd_notify).
final class NotifySocket {
    let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        // A daemon that says nothing for a minute will never be ready; the test then fails instead of
        // hanging.
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func receive() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
