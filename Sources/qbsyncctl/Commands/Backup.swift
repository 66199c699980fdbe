import API
import ArgumentParser
import FoundationEssentials

struct Backup: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the database to a file while the daemon goes on, and checks the copy.",
        discussion: """
            The daemon writes the file, so it must be allowed to: under systemd that is its own folder, \
            /var/lib/qbsyncd, unless the unit allows more.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "The file to write, on the daemon's machine.", completion: .file())
    var file: String

    /// A copy of many gigabytes takes its time, and nothing else waits for it.
    private static let patience = 2 * 3600

    func perform(_ session: Session) async throws {
        let order = BackupOrder(path: try absolutePath(session.client.destination))
        let receipt = try await session.client.post(
            Path.backup, order, within: Self.patience, as: BackupReceipt.self)
        let verdict = receipt.isSound ? Line("checked and sound", .green) : Line("damaged", .red)
        try session.show(
            receipt, as: [Line("\(receipt.path), \(Quantity.bytes(receipt.bytes)): ") + verdict])
        if session.client.destination.isThisMachine, !FileManager.default.fileExists(atPath: receipt.path) {
            // A unit with PrivateTmp= has a /tmp of its own.
            session.terminal.warn([
                "\(receipt.path) cannot be seen from here: the daemon's view of that folder differs."
            ])
        }
        if !receipt.isSound { throw ExitCode(Outcome.failed) }
    }

    /// The daemon has another working folder, so it is never told a relative path.
    private func absolutePath(_ destination: Destination) throws -> String {
        if file.hasPrefix("/") { return file }
        guard destination.isThisMachine else {
            throw ValidationError("With --server the file is one on that machine: give its absolute path.")
        }
        let folder = FileManager.default.currentDirectoryPath
        return folder == "/" ? "/\(file)" : "\(folder)/\(file)"
    }
}
