import Foundation

/// One conversation of many small exchanges, each durable before its answer; then sixty-four at once.
struct Exchanges {
    let programs: String
    let directory: String
    let count: Int

    static func item(_ number: Int) -> String {
        """
        <ItemServiceRet><ListID>8000\(String(number + 4096, radix: 16).uppercased())-1422671082</ListID>
        <TimeCreated>2024-03-02T09:15:00-05:00</TimeCreated>
        <TimeModified>2024-06-11T14:40:21-05:00</TimeModified>
        <EditSequence>1718131221</EditSequence><Name>Service \(number)</Name>
        <FullName>Service \(number)</FullName><IsActive>true</IsActive><Sublevel>0</Sublevel></ItemServiceRet>
        """
    }

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

    /// Plays one sync: every category answers once, items in as many pages as it takes.
    func converse(_ server: Server, _ site: Server.Site, pages: Int) throws -> (calls: Int, seconds: Double) {
        let visit = try server.visit(site)
        let (ticket, _) = try visit.authenticate()
        var calls = 1
        var percent = 0
        var number = 0
        var isFirst = true
        while percent < 100 {
            let answer = try visit.sendRequest(ticket, hcp: isFirst ? site.hcp : "", path: site.path)
            isFirst = false
            guard let query = Visit.query(in: answer) else { throw Visit.Failure.missing(answer) }
            var text = Visit.response(query)
            if query.element == "ItemQueryRq" {
                number += 1
                let left = max(0, pages - 11 - number)
                let id = "{7F0A5B7C-0F1B-4F0B-9D53-6A51E4B5F8A1}"
                let iterator = #" iteratorRemainingCount="\#(left)" iteratorID="\#(id)""#
                text = Visit.response(query, records: Self.item(number), iterator: iterator)
            }
            percent = try visit.receive(ticket, text)
            calls += 2
            if percent < 0 { throw Visit.Failure.missing("percent \(percent)") }
        }
        try visit.close(ticket)
        return (calls + 1, visit.connection.seconds)
    }
}

/// A sum that many threads add to; the lock is why it may be shared.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var sum = 0

    func add(_ count: Int) { lock.withLock { sum += count } }
    var value: Int { lock.withLock { sum } }
}
