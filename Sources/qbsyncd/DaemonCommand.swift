import ArgumentParser
import Daemon
import FoundationEssentials

@main
struct DaemonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qbsyncd",
        abstract: "Keeps QuickBooks Desktop in step with everything else.",
        discussion: """
            Runs in the foreground until SIGTERM; SIGHUP reads the configuration and the certificate again. \
            As a service: systemctl start qbsyncd. What it is told to do comes through qbsyncctl.

            EXAMPLES
              qbsyncd --check-config                    is everything right?
              qbsyncd --check-config --show             … and what is in effect?
              qbsyncd --check-config --config ./my.toml another file
              QBSYNCD_LOG_LEVEL=debug qbsyncd           any setting, from the environment

            EXIT STATUS
              0   a stop that was asked for; with --check-config: the daemon would start
              1   a failure; with --check-config: it would not
              64  a wrong option
              65  the database is a newer version's, or another program's
              78  the configuration cannot be used
            """,
        version: "qbsyncd \(Release.version)")

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The configuration file. The default one may be missing.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Flag(help: "Check the configuration, say everything that is wrong with it, and exit.")
    var checkConfig = false

    @Flag(help: "With --check-config: print every setting with the value in effect and where it comes from.")
    var show = false

    @Flag(help: "With --check-config: print findings and settings as JSON.")
    var json = false

    func validate() throws {
        if (show || json) && !checkConfig {
            throw ValidationError("--show and --json go with --check-config.")
        }
        if show && json { throw ValidationError("Choose one of --show and --json.") }
    }

    func run() async throws {
        let (path, environment) = (config, ProcessInfo.processInfo.environment)
        let load = { @Sendable in LoadedConfiguration.whole(path: path, environment: environment) }
        let loaded = load()
        if checkConfig { return try check(loaded) }
        do {
            try await runDaemon(loaded, reloading: load)
        } catch let failure as DaemonFailure {
            throw ExitCode(Self.status(after: failure))
        }
    }

    /// As sysexits(3) has them: with these two, trying again does not help, and systemd does not.
    private static func status(after failure: DaemonFailure) -> Int32 {
        switch failure {
        case .configuration: 78
        case .database: 65
        case .other: 1
        }
    }

    private func check(_ loaded: LoadedConfiguration) throws {
        if json {
            print(loaded.effectiveJSON)
        } else {
            print(loaded.report)
            if show { print("\n" + loaded.effectiveTOML, terminator: "") }
        }
        if !loaded.isUsable { throw ExitCode.failure }
    }
}
