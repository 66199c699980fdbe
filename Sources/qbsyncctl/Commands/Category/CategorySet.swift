import API
import ArgumentParser

struct CategorySet: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Changes settings of categories; what is not named stays as it is.",
        discussion: """
            An earlier --from-date, or none, makes the next sync read the category anew, because older \
            records are wanted. A later one leaves out what is older from now on; what was read stays.

            EXAMPLES:
              qbsyncctl category set acme employees --direction none
              qbsyncctl category set acme invoices received-payments --from-date 2024-01-01
              qbsyncctl category set acme items --cadence nightly
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Argument(
        help: ArgumentHelp("Categories, as `category list` has them.", valueName: "category"),
        completion: .shellCommand("qbsyncctl category list --names 2>/dev/null"))
    var categories: [String]

    @Option(help: "Which way records go: read, write, both or none.")
    var direction: String?

    @Option(help: ArgumentHelp("How often it is read: every-run, nightly, or 6h.", valueName: "often"))
    var cadence: String?

    @Option(
        help: ArgumentHelp("Records asked for at a time; 0 for what the times lead to.", valueName: "count"))
    var pageSize: Int?

    @Option(help: ArgumentHelp("Leave out what was modified before this day; or none.", valueName: "day"))
    var fromDate: String?

    private var settings: CategorySettings {
        CategorySettings(direction: direction, cadence: cadence, pageSize: pageSize, fromDate: fromDate)
    }

    func validate() throws {
        if settings == CategorySettings() {
            throw ValidationError("Name at least one setting to change, for example --cadence nightly.")
        }
        // Options may stand among the categories, so an empty list is found here and not by the parser.
        if categories.isEmpty { throw ValidationError("Name at least one category.") }
    }

    func perform(_ session: Session) async throws {
        // All names first, so that a wrong one changes nothing.
        for category in categories {
            _ = try await session.client.get(path(category), as: CategoryDetail.self)
        }
        var changed: [CategoryDetail] = []
        for category in categories {
            changed.append(try await session.client.patch(path(category), settings, as: CategoryDetail.self))
        }
        if session.isJSON { return try session.terminal.show(json: changed) }
        session.terminal.show(
            CategoryText.lines(
                [(connector.name, changed)], isSingle: true, width: session.terminal.width))
    }

    private func path(_ category: String) -> String {
        connector.path("categories/\(Destination.percentEncoded(category))")
    }
}
