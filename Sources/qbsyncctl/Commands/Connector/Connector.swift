import ArgumentParser

struct Connector: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes and changes connectors: each ties one company file to the daemon.",
        subcommands: [
            ConnectorAdd.self, ConnectorList.self, ConnectorShow.self, ConnectorEdit.self,
            ConnectorDisable.self,
            ConnectorEnable.self, ConnectorRebind.self,
        ])
}
