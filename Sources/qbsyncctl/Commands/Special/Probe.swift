import API
import ArgumentParser

struct Probe: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Asks QuickBooks for one record of each category, to learn what may be read.",
        discussion: """
            It is done by itself after pairing and every week. What came of it, category by category, shows \
            qbsyncctl coverage.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorOrDefault
    @OptionGroup var task: TaskOptions

    func perform(_ session: Session) async throws {
        let receipt = try await session.client.post(
            try await connector.path(session, "probe"), ProbeOrder(duringShutdown: task.duringShutdown),
            as: TaskReceipt.self)
        guard let detail = try await task.follow(receipt, connector, session) else { return }
        try session.show(
            detail.task, as: [Line(detail.task.sentence), Line("Category by category: qbsyncctl coverage")])
        try detail.check()
    }
}
