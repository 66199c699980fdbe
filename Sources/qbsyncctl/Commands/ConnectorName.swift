import API
import ArgumentParser

/// The connector that a command is about.
struct ConnectorName: ParsableArguments {
    @Argument(help: ArgumentHelp("Name of the connector.", valueName: "connector"), completion: .connectors)
    var name: String

    func validate() throws { try Self.check(name) }

    static func check(_ name: String) throws {
        if name.isEmpty { throw ValidationError("A connector's name is not empty.") }
    }

    func path(_ rest: String = "") -> String { Path.connector(Destination.percentEncoded(name), rest) }
}

/// The connector that a command shows, or all of them.
struct ConnectorChoice: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Name of the connector; all without.", valueName: "connector"),
        completion: .connectors)
    var name: String?

    func validate() throws { if let name { try ConnectorName.check(name) } }

    /// Asks for the same list of each chosen connector.
    func lists<Entry: Decodable>(
        _ session: Session, _ rest: String, query: [(name: String, value: String)] = [], of: Entry.Type
    ) async throws -> [(connector: String, entries: [Entry])] {
        let names: [String]
        if let name {
            names = [name]
        } else {
            names = try await session.client.get(Path.status, as: StatusReport.self).connectors.map(\.name)
        }
        var lists: [(connector: String, entries: [Entry])] = []
        for name in names {
            let path = Path.connector(Destination.percentEncoded(name), rest)
            lists.append((name, try await session.client.get(path, query: query, as: [Entry].self)))
        }
        return lists
    }

    /// An array for the one that was named, an object by name for all.
    func show<Entry: Encodable>(
        json lists: [(connector: String, entries: [Entry])], _ session: Session
    ) throws {
        if name == nil {
            let byName = lists.map { ($0.connector, $0.entries) }
            try session.terminal.show(json: Dictionary(byName, uniquingKeysWith: { first, _ in first }))
        } else {
            try session.terminal.show(json: lists.flatMap(\.entries))
        }
    }
}

extension CompletionKind {
    static var connectors: CompletionKind { .shellCommand("qbsyncctl connector list --names 2>/dev/null") }
    static var users: CompletionKind { .shellCommand("qbsyncctl user list --names 2>/dev/null") }
}
