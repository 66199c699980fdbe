import API
import ArgumentParser

struct UserList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists users, and which of them are locked.")

    @OptionGroup var connection: ConnectionOptions

    @Flag(help: "Only the names, one a line.")
    var names = false

    func perform(_ session: Session) async throws {
        let connectors = try await session.client.get(Path.connectors, as: [ConnectorDetail].self)
        if session.isJSON {
            let users = connectors.map { ($0.name, $0.users) }
            return try session.terminal.show(json: Dictionary(users, uniquingKeysWith: { first, _ in first }))
        }
        if names { return session.terminal.show(connectors.flatMap { $0.users.map { Line($0.name) } }) }
        let clock = session.clock
        let rows = connectors.flatMap { connector in
            connector.users.map { user in
                [
                    Line(user.name, .bold), Line(connector.name),
                    user.lockedAt.map { Line("since \(clock.short($0))", .red) } ?? Line("no"),
                    Line(user.lastLoginAt.map(clock.short) ?? "never"),
                ]
            }
        }
        let columns: [Table.Column] = [
            .init("USER"), .init("CONNECTOR"), .init("LOCKED"), .init("LAST LOGIN"),
        ]
        session.terminal.show(Table(columns, rows: rows).lines(width: session.terminal.width))
    }
}
