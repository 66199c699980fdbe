import API
import ArgumentParser
import FoundationEssentials

struct CheckStore: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads the whole database, or a copy of it, and says whether it is sound.",
        discussion: """
            Each page and each index, each row's reference, the schema, and what qbsyncd relies on beyond. \
            The daemon does it beside its work, so it must run; nothing waits for it meanwhile. Exits with 0 \
            if nothing was found, else with 1. Without a daemon a copy is checked by qbsyncctl restore \
            before it is put in place.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Option(
        help: ArgumentHelp(
            "A copy to check in place of the database, on the daemon's machine and readable for it.",
            valueName: "copy"),
        completion: .file(extensions: ["sqlite"]))
    var file: String?

    /// Many gigabytes take their time, and nothing else waits for it.
    private static let patience = 2 * 3600

    func perform(_ session: Session) async throws {
        let path = try file.map { try DaemonPath.absolute($0, session.client.destination) }
        let query = path.map { [(name: "file", value: $0)] } ?? []
        let report = try await PatienceLine(session.terminal).during("Reading the whole file") {
            try await session.client.get(
                Path.checkStore, query: query, within: Self.patience, as: StoreCheckReport.self)
        }
        try session.show(report, as: Self.lines(report))
        if !report.isSound { throw ExitCode(Outcome.failed) }
    }

    private static func lines(_ report: StoreCheckReport) -> [Line] {
        let clock = LocalClock.current()
        let copied = report.copiedAt.map { ", a copy of \(clock.long($0))" } ?? ""
        let head = Line("\(report.path), \(Quantity.bytes(report.bytes)), schema \(report.schema)\(copied): ")
        guard !report.isSound else { return [head + Line("sound", .green)] }
        let count = Quantity.count(report.findings.count, "thing")
        let findings = report.findings.map { Line("  \($0.check): ", .bold) + Line($0.sentence) }
        return [head + Line("\(count) found", .red)] + findings + (report.fix.map { [Line($0)] } ?? [])
    }
}
