import Foundation

/// The first sync of the simulator's large company, from beginning to end: how long, and whose time it was.
struct FirstSync {
    let programs: String
    let directory: String

    func run(_ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        let server = try Server(programs: programs, directory: directory)
        defer {
            server.stop()
            try? FileManager.default.removeItem(atPath: directory)
        }
        let site = try server.site("first")
        let files = try server.get("/v1/connectors/first/qwc") as? [[String: Any]]
        guard let content = files?.first?["content"] as? String else { throw Visit.Failure.missing("qwc") }
        try content.write(toFile: "\(directory)/first.qwc", atomically: true, encoding: .utf8)
        try "first \(site.password)\n".write(
            toFile: "\(directory)/password", atomically: true, encoding: .utf8)
        try simulate(site)
        let history = try server.get("/v1/connectors/first/history?limit=1") as? [[String: Any]]
        let categories = history?.first?["categories"] as? [[String: Any]] ?? []
        let records = categories.reduce(0) { $0 + ($1["added"] as? Int ?? 0) }
        guard records > 0 else { throw Visit.Failure.missing("a conversation with records") }
        let metrics = try server.text("/metrics")
        let (ours, theirs) = (
            Self.sum(of: "qbsyncd_call_duration_seconds", metrics),
            Self.sum(of: "qbsyncd_quickbooks_duration_seconds", metrics)
        )
        let name = "first sync of the large company"
        report.add("\(name): records", Double(records), "records")
        report.add("\(name): ours", ours, "s")
        report.add("\(name): the simulator's, from question to answer", theirs, "s")
        report.add("\(name): peak of the daemon's memory", server.program.memory.peak, "MB")
    }

    private func simulate(_ site: Server.Site) throws {
        let simulator = Process()
        simulator.executableURL = URL(fileURLWithPath: "\(programs)/qbsim")
        simulator.arguments = [
            "run", "--qwc", "\(directory)/first.qwc", "--workstation", "PC-first", "--company-path",
            site.path,
            "--company-name", "First", "--company-size", "large", "--password-file", "\(directory)/password",
            "--seed", "7", "--once",
        ]
        simulator.standardOutput = FileHandle.nullDevice
        try simulator.run()
        simulator.waitUntilExit()
        guard simulator.terminationStatus == 0 else {
            throw Visit.Failure.missing("qbsim ended with \(simulator.terminationStatus)")
        }
    }

    /// Of all series of a histogram.
    private static func sum(of name: String, _ metrics: String) -> Double {
        metrics.split(separator: "\n").filter { $0.hasPrefix("\(name)_sum") }
            .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.reduce(0, +)
    }
}
