import ArgumentParser
import Daemon
import FoundationEssentials
import Glibc

@main
struct DaemonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qbsyncd",
        abstract: "Keeps QuickBooks Desktop in step with everything else.",
        discussion: """
            Runs in the foreground until SIGTERM; SIGHUP reads the configuration and the certificate again. \
            As a service: systemctl start qbsyncd. What it is told to do comes through qbsyncctl. \
            Run by root, --check-config looks with the rights of the service's user, if there is a user \
            qbsyncd.

            EXAMPLES
              qbsyncd --check-config                    is everything right?
              qbsyncd --check-config --show             … and what is in effect?
              qbsyncd --check-config --config ./my.toml another file
              QBSYNCD_LOG_LEVEL=debug qbsyncd           any setting, from the environment
              qbsyncd --restore copy.sqlite             put a copy in the database's place

            EXIT STATUS
              0   a stop that was asked for; with --check-config: the daemon would start
              1   a failure; with --check-config: it would not
              64  a wrong option
              65  the database is a newer version's, or another program's; with --restore: the copy \
            is, or it is damaged
              75  with --restore: qbsyncd is running
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

    @Flag(help: "With --check-config or --restore: print what it came to as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Put a copy in the place of the database, which is set aside, and exit. qbsyncd must not run. "
                + "The same as qbsyncctl restore.",
            valueName: "copy"),
        completion: .file())
    var restore: String?

    func validate() throws {
        if checkConfig && restore != nil {
            throw ValidationError("Choose one of --check-config and --restore.")
        }
        if show && !checkConfig { throw ValidationError("--show goes with --check-config.") }
        if json && !checkConfig && restore == nil {
            throw ValidationError("--json goes with --check-config or --restore.")
        }
        if show && json { throw ValidationError("Choose one of --show and --json.") }
    }

    func run() async throws {
        let (path, environment) = (config, ProcessInfo.processInfo.environment)
        let load = { @Sendable in LoadedConfiguration.whole(path: path, environment: environment) }
        if checkConfig {
            // Before anything is looked at.
            let user = try ServiceUser.takePlace()
            var loaded = load()
            loaded.checkedAs = user
            loaded.lookAtPorts()
            return try check(loaded)
        }
        let loaded = load()
        if let restore {
            let answer = try restoreDatabase(loaded, from: restore, asJSON: json, at: Date())
            print(answer.output, terminator: "")
            let errors = Array(answer.errors.utf8)
            _ = write(STDERR_FILENO, errors, errors.count)
            if answer.status != 0 { throw ExitCode(answer.status) }
            return
        }
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
