import API
import ArgumentParser

struct Verify: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compares the mirror with QuickBooks, record by record; repairs, and tells what differed.",
        discussion: """
            All IDs and EditSequences are compared, which takes a fraction of a full sync. Records that are \
            missing or different are read anew, records that QuickBooks has no more are marked as deleted. \
            With --wait each record that differed is listed: by then it is as QuickBooks has it. What was \
            changed or deleted in QuickBooks since the last sync is fetched first and is no difference; of \
            kinds whose deletions QuickBooks does not list it is told as "deleted since".

            With --wait the exit code is 0 if nothing differed, 8 if something did and was repaired, and 9 \
            if the comparison could not be made.

            EXAMPLES:
              qbsyncctl verify --wait
              qbsyncctl verify acme --category invoices --category Customer --wait --json
            """)

    static let optionsOfFields = ["categories": "--category"]

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorOrDefault
    @OptionGroup var task: TaskOptions

    @Option(
        help: ArgumentHelp(
            "Only this category or kind: invoices, Customer. May be given several times.", valueName: "name"))
    var category: [String] = []

    func perform(_ session: Session) async throws {
        try CategoryWord.check(category)
        let order = VerifyOrder(
            categories: category.isEmpty ? nil : category, duringShutdown: task.duringShutdown)
        let receipt = try await session.client.post(
            try await connector.path(session, "verify"), order, as: TaskReceipt.self)
        guard let detail = try await task.follow(receipt, connector, session) else { return }
        let found = try await Self.differences(of: detail.task, connector, session)
        let text = TaskText(clock: session.clock)
        let table =
            found.isEmpty ? [] : text.lines(found, width: session.terminal.width) + [Line()]
        try session.show(
            Verified(task: detail.task, differences: found), as: table + [Line(detail.task.sentence)])
        try detail.check()
    }

    /// For `--json`: the task with all that differed.
    struct Verified: Encodable {
        var task: TaskEntry
        var differences: [DifferenceEntry]
    }

    /// All pages of what a comparison found.
    static func differences(
        of task: TaskEntry, _ connector: some OneConnector, _ session: Session
    ) async throws -> [DifferenceEntry] {
        guard task.kind == "verify" else { return [] }
        let path = try await connector.path(session, "tasks/\(task.number)/differences")
        var found: [DifferenceEntry] = []
        var next: String?
        repeat {
            let cursor = next.map { [(name: "cursor", value: $0)] } ?? []
            let page = try await session.client.get(
                path, query: [("limit", "1000")] + cursor, as: DifferencePage.self)
            found += page.differences
            next = page.next
        } while next != nil
        return found
    }
}
