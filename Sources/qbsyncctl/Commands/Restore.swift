import ArgumentParser
import FoundationEssentials
import Glibc

/// The daemon's program does it, since it alone knows the database; this is its name where people look.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a copy in the place of the database, while qbsyncd is stopped.",
        discussion: """
            It runs qbsyncd --restore on this machine, as root or as the service's user. The copy is checked \
            first, and the database that is there is kept under another name. At its next start qbsyncd \
            knows that it was restored: what was queued in the copy may have been sent since, so it is \
            looked for in QuickBooks before it is sent, and all records are compared.

              systemctl stop qbsyncd.socket qbsyncd.service
              qbsyncctl restore /var/lib/qbsyncd/backups/qbsyncd-20261130T023000Z.sqlite
              systemctl start qbsyncd

            Exits with 0 when it is done, 65 if the copy cannot be used, 75 while qbsyncd runs, 78 for a \
            wrong configuration, 1 for anything else; nothing is changed then.
            """)

    @Argument(help: "A copy, as qbsyncctl backup makes it.", completion: .file(extensions: ["sqlite"]))
    var copy: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The configuration file of qbsyncd, if not the default one.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Flag(help: "Write JSON, for programs.")
    var json = false

    func run() throws {
        var arguments = ["qbsyncd", "--restore=\(copy)"]
        if let config { arguments.append("--config=\(config)") }
        if json { arguments.append("--json") }
        // Programs of one version lie side by side.
        let beside = Self.ownFolder().map { "\($0)/qbsyncd" }
        let program = beside.flatMap { access($0, X_OK) == 0 ? $0 : nil } ?? "qbsyncd"
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        execvp(program, &pointers)
        let terminal = Terminal.current()
        let why = String(cString: strerror(errno))
        try terminal.report(.here("\(program) cannot be run: \(why)."), asJSON: json)
    }

    private static func ownFolder() -> String? {
        guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            let slash = path.lastIndex(of: "/")
        else { return nil }
        return String(path[..<slash])
    }
}
