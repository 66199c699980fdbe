import API
import ArgumentParser

struct Import: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads the transactions of a range of days from QuickBooks, whatever is known of them.",
        discussion: """
            For what an ordinary sync left out: transactions from before the day that a category is mirrored \
            from, or a stretch that somebody doubts. It goes month by month, can be stopped between two \
            pages (qbsyncctl task stop), and then goes on with the months that are left (qbsyncctl task \
            resume).

            EXAMPLES:
              qbsyncctl import --from 2024-01-01 --to 2024-12-31 --wait
              qbsyncctl import acme --from 2025-03-01 --to 2025-03-31 --category invoices --category Bill
            """)

    static let optionsOfFields = ["categories": "--category"]

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorOrDefault
    @OptionGroup var task: TaskOptions

    @Option(help: ArgumentHelp("First day, by the date on the transaction.", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("Last day.", valueName: "day"))
    var to: String

    @Option(
        help: ArgumentHelp(
            "Only this category or kind of transactions: invoices, Bill. May be given several times.",
            valueName: "name"))
    var category: [String] = []

    func validate() throws { try Day.check(from: from, to: to) }

    func perform(_ session: Session) async throws {
        try CategoryWord.check(category)
        let order = ImportOrder(
            categories: category.isEmpty ? nil : category, from: from, to: to,
            duringShutdown: task.duringShutdown)
        let receipt = try await session.client.post(
            try await connector.path(session, "import"), order, as: TaskReceipt.self)
        guard let detail = try await task.follow(receipt, connector, session) else { return }
        try session.show(detail.task, as: [Line(detail.task.sentence)])
        try detail.check()
    }
}
