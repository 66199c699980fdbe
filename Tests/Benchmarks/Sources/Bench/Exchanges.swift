import Foundation

/// One conversation of many small exchanges, each durable before its answer; then sixty-four at once.
struct Exchanges {
    let programs: String
    let directory: String
    let count: Int

    func run(_ report: inout Report, on place: String) throws {
        try? FileManager.default.removeItem(atPath: directory)
        let server = try Server(programs: programs, directory: directory)
        defer {
            server.stop()
            try? FileManager.default.removeItem(atPath: directory)
        }
        let first = try server.site("one")
        let result = try converse(server, first, pages: count)
        let rate = Double(result.calls) / result.seconds
        report.add("one conversation of \(count) exchanges, \(place)", rate, "calls/s")
        let sites = try (1...64).map { try server.site("many\($0)") }
        let start = Clock.now
        let calls = Counter()
        let group = DispatchGroup()
        let pages = max(10, count / 20)
        for site in sites {
            let thread = Thread {
                if let result = try? converse(server, site, pages: pages) { calls.add(result.calls) }
                group.leave()
            }
            group.enter()
            thread.start()
        }
        group.wait()
        let together = Double(calls.value) / Clock.seconds(since: start)
        report.add("64 conversations at once, \(place)", together, "calls/s")
        report.add("64 conversations at once: calls answered", Double(calls.value), "calls")
    }

    /// Plays one sync: every category has nothing, but items come in as many pages as it takes.
    func converse(_ server: Server, _ site: Server.Site, pages: Int) throws -> (calls: Int, seconds: Double) {
        let visit = try server.visit(site)
        var number = 0
        let result = try visit.sync(site) { queries in
            guard let query = queries.first, queries.count == 1, query.name == Books.Kind.item.rawValue,
                query.isReading
            else { return Books.nothing(queries, but: .item, count: pages) }
            number += 1
            let left = max(0, pages - number)
            let iterator = " iteratorRemainingCount=\"\(left)\" iteratorID=\"{7F0A5B7C}\""
            return Books.escaped(
                Books.document([
                    Books.answer(to: query, records: Books.item(number), attributes: iterator)
                ]))
        }
        return (result.calls, visit.connection.seconds)
    }
}

/// A sum that many threads add to; the lock is why it may be shared.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var sum = 0

    func add(_ count: Int) { lock.withLock { sum += count } }
    var value: Int { lock.withLock { sum } }
}
