import Foundation

/// One `receiveResponseXML` of 10 MB of customers, parsed and stored; and what it costs in memory.
struct LargeAnswer {
    let programs: String
    let directory: String

    func run(_ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        let server = try Server(programs: programs, directory: directory)
        defer {
            server.stop()
            try? FileManager.default.removeItem(atPath: directory)
        }
        let site = try server.site("large")
        usleep(500_000)
        report.add("idle resident memory", server.program.memory.resident, "MB")
        for round in 1...3 {
            try server.force("large")
            let seconds = try sync(server, site, edit: round)
            let kind = round == 1 ? "all new" : "all changed"
            report.add("10 MB of customers, round \(round) (\(kind))", seconds * 1000, "ms")
            report.add("peak resident memory after round \(round)", server.program.memory.peak, "MB")
        }
    }

    private func sync(_ server: Server, _ site: Server.Site, edit: Int) throws -> Double {
        let visit = try server.visit(site)
        let (ticket, said) = try visit.authenticate()
        guard !ticket.isEmpty else { throw Visit.Failure.missing(said) }
        var percent = 0
        var isFirst = true
        var seconds = 0.0
        while percent < 100 {
            let answer = try visit.sendRequest(ticket, hcp: isFirst ? site.hcp : "", path: site.path)
            isFirst = false
            guard let query = Visit.query(in: answer) else { throw Visit.Failure.missing(answer) }
            if query.element == "CustomerQueryRq" {
                let (text, _) = Books.customers(bytes: 10_000_000, query: query, edit: edit)
                let start = Clock.now
                percent = try visit.receive(ticket, text)
                seconds = Clock.seconds(since: start)
            } else {
                percent = try visit.receive(ticket, Visit.response(query))
            }
            if percent < 0 { throw Visit.Failure.missing("percent \(percent)") }
        }
        try visit.close(ticket)
        return seconds
    }
}
