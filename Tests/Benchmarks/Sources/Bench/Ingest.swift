import Foundation

/// Answers of 100 MB, from the wire to the disk: how fast, beside `xmllint` on the same document; in how much
/// memory; and how long others wait meanwhile.
struct Ingest {
    let programs: String
    let directory: String
    let bytes: Int

    func run(_ report: inout Report) throws {
        for kind in [Books.Kind.customer, .invoice] { try run(kind, &report) }
    }

    private func run(_ kind: Books.Kind, _ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        let server = try Server(programs: programs, directory: directory)
        defer {
            server.stop()
            try? FileManager.default.removeItem(atPath: directory)
        }
        let site = try server.site("big")
        let name = "\(bytes / 1_000_000) MB of \(kind)s"
        let path = "\(directory)/answer.xml"
        usleep(500_000)
        let idle = server.program.memory.resident
        for (round, what) in ["all new", "nothing changed", "all changed"].enumerated() {
            if round > 0 { try server.force("big") }
            var big = BigAnswer(kind: kind, bytes: bytes, edit: round == 2 ? 2 : 1, path: path)
            let others = Others(server)
            try big.sync(try server.visit(site), site)
            let wait = others.longest()
            let rate = Double(big.size) / 1e6 / big.seconds
            let yardstick = try Double(big.size) / 1e6 / Self.xmllint(path)
            report.add("\(name), \(what): xmllint --stream --noout", yardstick, "MB/s")
            report.add("\(name), \(what): \(big.count) records stored", rate, "MB/s")
            report.add("\(name), \(what): of xmllint's speed", 100 * rate / yardstick, "%")
            report.add("\(name), \(what): longest wait of other calls", wait * 1000, "ms")
            report.add("\(name), \(what): peak above idle", server.program.memory.peak - idle, "MB")
        }
    }

    /// Seconds; the best of three.
    private static func xmllint(_ path: String) throws -> Double {
        try (1...3).map { _ in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
            process.arguments = ["--stream", "--noout", path]
            let start = Clock.now
            try process.run()
            process.waitUntilExit()
            return Clock.seconds(since: start)
        }.min() ?? 0
    }
}

/// Somebody else's calls, one after the other until it is asked how long the longest took. Each goes through
/// the writer. The lock is why it may be shared.
final class Others: @unchecked Sendable {
    private let lock = NSLock()
    private var isOver = false
    private let isDone = DispatchSemaphore(value: 0)
    private var seconds = 0.0

    init(_ server: Server) {
        Thread { [self] in
            let connection = try? Connection(port: Server.port)
            let body = Visit.envelope("closeConnection", [("ticket", "nobody's")])
            while let connection, !lock.withLock({ isOver }) {
                guard (try? connection.call("POST", "/qbwc", body: body)) != nil else { break }
                usleep(2_000)
            }
            seconds = connection?.longest ?? .nan
            isDone.signal()
        }.start()
    }

    func longest() -> Double {
        lock.withLock { isOver = true }
        isDone.wait()
        return seconds
    }
}
