import API
import ArgumentParser

struct Explain: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says why nothing is happening, what to do about it, and whose move it is.",
        discussion: """
            With a connector: what it waits for and since when, its likely causes with what was seen, the \
            gravest first, and when the next check-in is to be expected. Without one: all that have \
            something, and what concerns the whole installation.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    func perform(_ session: Session) async throws {
        if let name = choice.name {
            let status = try await session.client.status(of: name)
            return try session.show(status, as: lines([status], session))
        }
        let report = try await session.client.get(Path.status, as: StatusReport.self)
        let troubled = report.connectors.filter(\.hasSomething)
        try session.show(troubled, as: overview(report, troubled, session))
    }

    private func overview(
        _ report: StatusReport, _ troubled: [ConnectorStatus], _ session: Session
    ) -> [Line] {
        guard !report.connectors.isEmpty else { return Grid.empty }
        let width = session.terminal.width
        var blocks = lines(troubled, session)
        let shared = report.conditions ?? []
        if !shared.isEmpty {
            let head = [Line("The installation", .bold)]
            let texts = shared.enumerated().flatMap { index, condition in
                ConditionText(condition: condition, clock: session.clock).lines(
                    width: width, number: index + 1)
            }
            blocks = head + texts + (blocks.isEmpty ? [] : [Line()] + blocks)
        }
        let well = report.connectors.count - troubled.count
        if well > 0 {
            let count = Quantity.count(well, "connector")
            let others = troubled.isEmpty ? count : "the other \(count)"
            blocks += (blocks.isEmpty ? [] : [Line()]) + [Line("Nothing is wrong with \(others).")]
        }
        return blocks
    }

    private func lines(_ connectors: [ConnectorStatus], _ session: Session) -> [Line] {
        let blocks = connectors.map {
            Explanation(connector: $0, clock: session.clock).lines(width: session.terminal.width)
        }
        return Array(blocks.joined(separator: [Line()]))
    }
}

extension ConnectorStatus {
    /// Whether a person who asks about all of them wants to hear of this one.
    var hasSomething: Bool { !(conditions ?? []).isEmpty || fix != nil || isOverdue || messageCount > 0 }
}
