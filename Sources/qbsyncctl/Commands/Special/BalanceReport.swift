import API
import ArgumentParser
import FoundationEssentials

struct BalanceReport: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance-report",
        abstract: "Refreshes the balances of all customers, and compares them with those of your books.",
        discussion: """
            All customers are walked, active and not; nothing else of them is touched. FILE holds your side: \
            CSV whose first line names the columns (customer,balance; name or id instead of customer), or \
            JSON such as [{"customer":"Elm Street Bakery","balance":"12.00"}]; - is standard input. \
            Customers are matched by ListID, else by full name in either case. Without FILE it is a list of \
            QuickBooks' balances.

            --differing leaves out who agrees, and who is not among yours and owes nothing. Each report is \
            kept with its date: --list shows them, --show NUMBER one of them. With --wait and \
            --show the exit code is 8 if a balance that was supplied does not agree, and 9 if the report \
            could not be made.

            EXAMPLES:
              qbsyncctl balance-report books.csv --wait --differing
              qbsyncctl balance-report --wait --format csv > balances.csv
              qbsyncctl balance-report --show 12 --format json
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var task: TaskOptions
    @OptionGroup var output: TableOutput

    @Argument(
        help: ArgumentHelp("Your balances, as CSV or JSON; - is standard input.", valueName: "file"),
        completion: .file(extensions: ["csv", "json"]))
    var file: String?

    @OptionGroup var connector: ConnectorOption

    @Flag(help: "Only what differs: who does not agree, is not in QuickBooks, or not among yours and owes.")
    var differing = false

    @Flag(help: "List the reports that are kept.")
    var list = false

    @Option(help: ArgumentHelp("Show a report that is kept.", valueName: "number"))
    var show: Int64?

    func validate() throws {
        if differing, list { throw ValidationError("--differing goes with a report, not with --list.") }
        if differing, file == nil, show == nil {
            throw ValidationError("--differing compares with your balances: give FILE, or --show NUMBER.")
        }
        if differing, file != nil, !task.wait {
            throw ValidationError("--differing goes with --wait; later: --show NUMBER --differing.")
        }
        if list, show != nil { throw ValidationError("Give --list or --show, not both.") }
        if list || show != nil, file != nil || task.wait {
            throw ValidationError(
                "--list and --show look at what is kept; FILE and --wait make a new report.")
        }
    }

    func perform(_ session: Session) async throws {
        if list {
            let tasks = try await session.client.get(
                try await connector.path(session, "tasks"),
                query: [("kind", "balance-report"), ("limit", "1000")], as: [TaskEntry].self)
            return try session.show(
                tasks, as: TaskText(clock: session.clock).lines(tasks, width: session.terminal.width))
        }
        if let show {
            let detail = try await session.client.get(
                try await connector.path(session, "tasks/\(show)"), as: TaskDetail.self)
            guard detail.task.kind == "balance-report" else {
                throw Failure.here("Task \(show) is no balance report but: \(detail.task.title).")
            }
            return try tell(detail, session)
        }
        var claims: [BalanceClaim]?
        if let file {
            claims = try ClaimFile.claims(in: InputFile.bytes(of: file), title: InputFile.title(of: file))
        }
        let order = BalanceOrder(balances: claims, duringShutdown: task.duringShutdown)
        let receipt = try await session.client.post(
            try await connector.path(session, "balance-report"), order, as: TaskReceipt.self)
        guard let detail = try await task.follow(receipt, connector, session) else { return }
        try tell(detail, session)
    }

    private func tell(_ detail: TaskDetail, _ session: Session) throws {
        guard let all = detail.balances else {
            try session.show(detail, as: [Line(detail.task.sentence)])
            return try detail.check()
        }
        if differing, !all.contains(where: { $0.supplied != nil }) {
            throw Failure.here(
                "Task \(detail.task.number) has QuickBooks' balances alone: nothing was compared.")
        }
        let balances = differing ? all.filter(\.differs) : all
        switch output.format(session) {
        case .json:
            var shown = detail
            shown.balances = balances
            try session.terminal.show(json: shown)
        case .csv: session.terminal.show(verbatim: BalanceText.csv(balances))
        case .table:
            let ended = detail.task.endedAt.map { " As of \(session.clock.long($0))." } ?? ""
            let table =
                balances.isEmpty ? [] : BalanceText.lines(balances, width: session.terminal.width) + [Line()]
            session.terminal.show(table + [Line(detail.task.sentence + ended)])
        }
        try detail.check()
    }
}
