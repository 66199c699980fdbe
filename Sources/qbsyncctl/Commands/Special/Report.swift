import API
import ArgumentParser
import FoundationEssentials
import QBXML

struct Report: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Asks QuickBooks for one of its reports, and keeps the answer as a table.",
        discussion: """
            WHAT is the name of a report (ProfitAndLossStandard; --names lists them), or a file with one \
            report query as JSON or qbXML, for filters and everything else that a report query takes: \
            qbsyncctl describe GeneralSummaryReportQuery. - is standard input.

            The days of a report are given by --from and --to, or in QuickBooks' own words by --period: \
            LastMonth, ThisYearToDate.

            Without --wait it says the number under which qbsyncctl task show finds the report; --show \
            NUMBER writes it in any form.

            EXAMPLES:
              qbsyncctl report ProfitAndLossStandard --from 2026-01-01 --to 2026-03-31 --wait
              qbsyncctl report BalanceSheetStandard --period LastQuarter --wait --format csv > balance.csv
              qbsyncctl report query.json --wait --json | jq .report.rows
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var task: TaskOptions
    @OptionGroup var output: TableOutput

    @Argument(
        help: ArgumentHelp("Name of a report, or a file with a report query.", valueName: "what"),
        completion: .file(extensions: ["json", "xml"]))
    var what: String?

    @OptionGroup var connector: ConnectorOption

    @Option(help: ArgumentHelp("First day of the report.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Last day of the report.", valueName: "day"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "The days in QuickBooks' words: Today, LastMonth, ThisYearToDate, All.", valueName: "period"),
        completion: .list(ReportName.Period.names))
    var period: String?

    @Option(help: "Accrual, Cash or None.")
    var basis: String?

    @Option(help: ArgumentHelp("One column for each: Month, Quarter, Class, Customer.", valueName: "what"))
    var columnsBy: String?

    @Flag(help: "List the names of reports, with their queries.")
    var names = false

    @Option(help: ArgumentHelp("Show a report that is kept.", valueName: "number"))
    var show: Int64?

    func validate() throws {
        guard [what != nil, names, show != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("Give a report, or --names, or --show NUMBER.")
        }
        let isFile = what.map { ReportName.isFile($0) } ?? true
        if isFile, from != nil || to != nil || period != nil || basis != nil || columnsBy != nil {
            throw ValidationError(
                "--from, --to, --period, --basis and --columns-by go with the name of a report.")
        }
        _ = try days()
    }

    /// The period; a word such as LastMonth is taken wherever somebody puts it alone.
    private func days() throws -> ReportName.Period? {
        let words = [from, to].compactMap { $0 }.compactMap(ReportName.Period.name)
        if let word = words.first {
            guard period == nil, Set(words).count == 1, words.count == [from, to].compactMap({ $0 }).count
            else {
                throw ValidationError(
                    "--from and --to take days; \(word) is a whole period: give --period \(word) alone.")
            }
            return .named(word)
        }
        if let period {
            guard from == nil, to == nil else {
                throw ValidationError("Give --period, or --from and --to, not both.")
            }
            guard let name = ReportName.Period.name(period) else {
                let near = Spelling.nearest(to: period, among: ReportName.Period.names, count: 3)
                let hint = near.isEmpty ? "" : " Did you mean \(near.joined(separator: ", or "))?"
                throw ValidationError(
                    "--period takes one of \(ReportName.Period.names.joined(separator: ", ")).\(hint)")
            }
            return .named(name)
        }
        try Day.check(from: from, to: to, hint: ", or a period such as LastMonth")
        return from == nil && to == nil ? nil : .days(from: from, to: to)
    }

    func perform(_ session: Session) async throws {
        if names { return try list(session) }
        if let show {
            return try tell(
                try await session.client.get(
                    try await connector.path(session, "tasks/\(show)"), as: TaskDetail.self), session)
        }
        let body = try query(what ?? "")
        let night = task.duringShutdown ? "?during_shutdown=true" : ""
        let receipt = try await session.client.post(
            bytes: body, to: try await connector.path(session, "reports") + night, as: TaskReceipt.self)
        guard let detail = try await task.follow(receipt, connector, session) else { return }
        try tell(detail, session)
    }

    private func query(_ what: String) throws -> [UInt8] {
        if ReportName.isFile(what) { return try InputFile.bytes(of: what) }
        guard let name = ReportName.named(what) else {
            throw Failure.noSuchName(
                "QuickBooks has no report \(what).",
                Spelling.nearest(to: what, among: ReportName.all.map(\.name), count: 3),
                list: "qbsyncctl report --names")
        }
        return name.query(try days(), basis: basis, columnsBy: columnsBy).bytes
    }

    private func list(_ session: Session) throws {
        if session.isJSON {
            return try session.terminal.show(
                json: ReportName.all.map { ["name": $0.name, "query": $0.query] })
        }
        let rows = ReportName.all.map { [Line($0.name, .bold), Line($0.query)] }
        session.terminal.show(
            Table([.init("REPORT"), .init("QUERY")], rows: rows).lines(width: session.terminal.width))
    }

    private func tell(_ detail: TaskDetail, _ session: Session) throws {
        guard let report = detail.report else {
            try session.show(detail, as: [Line(detail.task.sentence)])
            return try detail.check()
        }
        switch output.format(session) {
        case .json: try session.terminal.show(json: detail)
        case .csv: session.terminal.show(verbatim: ReportText.csv(report))
        case .table: session.terminal.show(ReportText.lines(report, width: session.terminal.width))
        }
    }
}
