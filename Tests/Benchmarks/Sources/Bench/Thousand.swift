import Foundation

/// A thousand connectors: how long to READY, and how long `authenticate` takes when nothing is due.
struct Thousand {
    let programs: String
    let directory: String

    func run(_ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var server = try Server(programs: programs, directory: directory)
        report.add("start to READY, empty store", server.program.startSeconds * 1000, "ms")
        var sites: [Server.Site] = []
        for number in 1...1000 { sites.append(try server.site("site-\(number)")) }
        for site in sites.prefix(20) {
            _ = try Exchanges(programs: programs, directory: directory, count: 20)
                .converse(server, site, pages: 12)
        }
        server.stop()
        var starts: [Double] = []
        for _ in 1...5 {
            server = try Server(programs: programs, directory: directory)
            starts.append(server.program.startSeconds * 1000)
            if starts.count < 5 { server.stop() }
        }
        report.add("start to READY, 1,000 connectors (median of 5)", starts.sorted()[2], "ms")
        report.add("idle resident memory, 1,000 connectors", server.program.memory.resident, "MB")
        var times: [Double] = []
        for round in 0..<50 {
            for site in sites.prefix(20) {
                let visit = try server.visit(site)
                let start = Clock.now
                let (ticket, said) = try visit.authenticate()
                if round > 0 { times.append(Clock.seconds(since: start) * 1000) }
                guard ticket.isEmpty, said == "none" else { throw Visit.Failure.missing("due: \(said)") }
            }
        }
        times.sort()
        report.add("authenticate, nothing due, median", times[times.count / 2], "ms")
        report.add("authenticate, nothing due, 99th percentile", times[times.count * 99 / 100], "ms")
        server.stop()
    }
}
