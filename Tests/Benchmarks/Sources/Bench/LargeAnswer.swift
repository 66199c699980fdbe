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
        var big = BigAnswer(kind: .customer, bytes: 10_000_000, edit: edit)
        try big.sync(try server.visit(site), site)
        return big.seconds
    }
}
