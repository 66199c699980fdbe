import API
import ArgumentParser

struct CategoryList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists categories in the order of a sync, with their settings.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    @Flag(help: "Only the names, one a line.")
    var names = false

    func perform(_ session: Session) async throws {
        let lists = try await choice.lists(session, "categories", of: CategoryDetail.self)
        if session.isJSON { return try choice.show(json: lists, session) }
        if names {
            return session.terminal.show((lists.first?.entries ?? []).map { Line($0.category) })
        }
        guard !lists.isEmpty else { return session.terminal.show(Grid.empty) }
        session.terminal.show(
            CategoryText.lines(lists, isSingle: choice.name != nil, width: session.terminal.width))
    }
}
