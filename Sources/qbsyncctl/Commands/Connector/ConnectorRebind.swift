import API
import ArgumentParser

struct ConnectorRebind: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebind",
        abstract: "Binds a connector anew after its company file was moved.",
        discussion:
            "It must be the same company. Without --company-file the next sync tells where the file is.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Option(help: ArgumentHelp("Where the company file is now, as that computer sees it.", valueName: "path"))
    var companyFile: String?

    func perform(_ session: Session) async throws {
        let order = Rebinding(companyFile: companyFile)
        try session.show(try await session.client.post(connector.path("rebind"), order, as: Done.self))
    }
}
