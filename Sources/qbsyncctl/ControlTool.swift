import API
import ArgumentParser

/// The door: everything a person does with the daemon. Each command is a file in `Commands`; here they stand
/// in the order in which a person meets them.
@main
struct ControlTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qbsyncctl",
        abstract: "Looks after qbsyncd: what it does, and what it should do.",
        discussion: """
            CONNECTOR is a connector's name as `qbsyncctl status` shows it. Times are those of this terminal.
            Every command takes --json and then writes the words of the API, times in UTC. Lists that take a \
            connector or all of them are an array for one and an object by name for all.

            \(Outcome.explained)

            ENVIRONMENT:
              QBSYNCD_CONTROL_SOCKET  socket of the daemon (\(Destination.defaultSocket))
              QBSYNCD_SERVER          address of the API over TCP, in place of the socket
              QBSYNCD_TOKEN_FILE      file with the bearer token for it
              NO_COLOR                no colours, even on a terminal

            COMPLETIONS:
              bash  qbsyncctl --generate-completion-script bash > /etc/bash_completion.d/qbsyncctl
              zsh   qbsyncctl --generate-completion-script zsh > "${fpath[1]}/_qbsyncctl"
              fish  qbsyncctl --generate-completion-script fish > ~/.config/fish/completions/qbsyncctl.fish
            """,
        version: "qbsyncctl \(Program.version)",
        groupedSubcommands: [
            CommandGroup(
                name: "Looking",
                subcommands: [
                    Status.self, Watch.self, Explain.self, DoctorCommand.self, Preflight.self, History.self,
                    Activity.self, Messages.self,
                ]),
            CommandGroup(
                name: "Reading the mirror",
                subcommands: [
                    Records.self, ShowRecord.self, Changes.self, SQLQuery.self, Export.self,
                    Freshness.self, CoverageList.self,
                ]),
            CommandGroup(name: "Syncing", subcommands: [Sync.self, Stop.self, Pause.self, Resume.self]),
            CommandGroup(name: "Writing", subcommands: [RequestCommand.self]),
            CommandGroup(name: "Telling others", subcommands: [Webhook.self]),
            CommandGroup(
                name: "Special syncs",
                subcommands: [
                    Verify.self, Import.self, BalanceReport.self, Report.self, Probe.self, TaskCommand.self,
                ]),
            CommandGroup(
                name: "Setting up",
                subcommands: [
                    Connector.self, Category.self, ConnectionFile.self, User.self, Password.self, Unlock.self,
                ]),
            CommandGroup(
                name: "Looking after",
                subcommands: [
                    Responses.self, Reprocess.self, Backup.self, Restore.self, CheckStore.self,
                    Exchanges.self, Audit.self, SupportBundle.self,
                ]),
            CommandGroup(
                name: "Without a daemon",
                subcommands: [Check.self, Render.self, Describe.self, ExplainCode.self, ReadLog.self]),
        ])
}
