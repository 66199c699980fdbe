import API
import ArgumentParser
import FoundationEssentials

struct ConnectionFile: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "qwc",
        abstract:
            "Writes the .qwc file for the Web Connector, and says what to do with it on the Windows side.",
        discussion: """
            The file carries no password: that is shown once, when the user is made or given a new one. The \
            same file may be added again at any time (a repair). --new-computer gives the connector a new \
            identity first, for a new computer or a restored company file; the old computer's entry then \
            works no more.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Option(help: "Only the file of this user; without, one for each user.", completion: .users)
    var user: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to write it; - is standard output. (default: the name it comes with, here)",
            valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Make a new FileID and OwnerID first.")
    var newComputer = false

    func perform(_ session: Session) async throws {
        if newComputer {
            let done = try await session.client.post(connector.path("identity"), as: Done.self)
            session.terminal.note(Line(done.sentence))
            session.terminal.warn(done.warnings)
        }
        let files = try await session.client.get(
            connector.path("qwc"), query: user.map { [("user", $0)] } ?? [], as: [ConnectionFileDownload].self
        )
        if output != nil, files.count > 1 {
            let users = files.map(\.user).joined(separator: ", ")
            throw Failure.here("\(connector.name) has several users: choose one with --user: \(users)")
        }
        if session.isJSON {
            if let output, output != "-" { for file in files { try write(file, to: output) } }
            return try session.terminal.show(json: files)
        }
        for file in files { try hand(file, session) }
    }

    /// Writes one file and says what to do with it.
    private func hand(_ file: ConnectionFileDownload, _ session: Session) throws {
        let steps = Steps.lines("On the Windows side:", file.steps, width: session.terminal.width)
        session.terminal.warn(file.warnings)
        if output == "-" {
            session.terminal.show(verbatim: file.content)
            return session.terminal.note(steps)
        }
        let path = output ?? Self.safeName(file.fileName)
        try write(file, to: path)
        session.terminal.show([Line("Written: \(path), for user \(file.user).")] + steps)
    }

    private func write(_ file: ConnectionFileDownload, to path: String) throws {
        if let old = FileManager.default.contents(atPath: path), !Self.isConnectionFile(old) {
            throw Failure.here("\(path) is there already and is no .qwc file: choose another --output.")
        }
        do {
            try Data(file.content.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure.here("\(path) cannot be written: does its folder exist, and may you write there?")
        }
    }

    /// An older `.qwc` may be replaced without a question: the same one can always be written again.
    private static func isConnectionFile(_ data: Data) -> Bool {
        String(decoding: data, as: UTF8.self).contains("<QBWCXML>")
    }

    /// A name that comes over the wire is a name and never a way into another folder.
    private static func safeName(_ name: String) -> String {
        name.split(separator: "/").last.map(String.init) ?? "connector.qwc"
    }
}
