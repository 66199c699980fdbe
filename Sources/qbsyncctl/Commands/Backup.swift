import API
import ArgumentParser
import FoundationEssentials

struct Backup: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the database to a file while the daemon goes on, and checks the copy.",
        discussion: """
            The daemon writes the file, so it must be allowed to: under systemd that is its own folder, \
            /var/lib/qbsyncd, unless the unit allows more. It never overwrites a file.

            Every night, with 14 copies in /var/lib/qbsyncd/backups: systemctl enable --now \
            qbsyncd-backup.timer
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "The file to write, on the daemon's machine.", completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp(
            "In place of a file: a folder on the daemon's machine. The copy gets the time as its name.",
            valueName: "folder"), completion: .directory)
    var toDirectory: String?

    @Option(
        help: ArgumentHelp(
            "With --to-directory: keep so many copies. Older ones that were made so are taken away, once the "
                + "new one is there and sound.", valueName: "count"))
    var keep: Int?

    func validate() throws {
        if (file == nil) == (toDirectory == nil) {
            throw ValidationError("Give either a file or --to-directory FOLDER.")
        }
        if let keep {
            if toDirectory == nil { throw ValidationError("--keep goes with --to-directory.") }
            if keep < 1 { throw ValidationError("--keep wants 1 or more: the new copy is always kept.") }
        }
    }

    /// A copy of many gigabytes takes its time, and nothing else waits for it.
    private static let patience = 2 * 3600

    func perform(_ session: Session) async throws {
        let destination = session.client.destination
        let order = BackupOrder(
            path: try file.map { try DaemonPath.absolute($0, destination) },
            directory: try toDirectory.map { try DaemonPath.absolute($0, destination) }, keep: keep)
        let receipt = try await PatienceLine(session.terminal).during("Copying and checking the database") {
            try await session.client.post(
                Path.backup, order, within: Self.patience, as: BackupReceipt.self)
        }
        let verdict = receipt.isSound ? Line("checked and sound", .green) : Line("damaged", .red)
        let removed = (receipt.removed ?? []).map { Line("Taken away, as \(keep ?? 1) are kept: \($0)") }
        try session.show(
            receipt, as: [Line("\(receipt.path), \(Quantity.bytes(receipt.bytes)): ") + verdict] + removed)
        if !receipt.isSound {
            session.terminal.note(
                Line("The database itself is likely damaged: qbsyncctl check-store. ")
                    + Line(toDirectory == nil ? "" : "The copy was not kept; older ones were.")
            )
            throw ExitCode(Outcome.failed)
        }
        if session.client.destination.isThisMachine, !FileManager.default.fileExists(atPath: receipt.path) {
            // A unit with PrivateTmp= has a /tmp of its own.
            session.terminal.warn([
                "\(receipt.path) cannot be seen from here: the daemon's view of that folder differs."
            ])
        }
    }
}
