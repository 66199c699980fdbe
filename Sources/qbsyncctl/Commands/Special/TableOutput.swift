import ArgumentParser

/// In which form a table is written.
struct TableOutput: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable { case table, csv, json }

    @Option(help: ArgumentHelp("table, csv or json. (default: table)", valueName: "form"))
    var format: Format?

    /// --json says the same as --format json.
    func format(_ session: Session) -> Format { session.isJSON ? .json : format ?? .table }
}

/// The connector by an option, for commands whose argument is something else.
struct ConnectorOption: ParsableArguments, OneConnector {
    @Option(
        name: .customLong("connector"),
        help: ArgumentHelp("Name of the connector; without, the default one.", valueName: "name"),
        completion: .connectors)
    var name: String?

    func validate() throws { if let name { try ConnectorName.check(name) } }
}
