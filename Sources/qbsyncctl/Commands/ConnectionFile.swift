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

    @Option(help: "The user whose file it is, if the connector has several.", completion: .users)
    var user: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to write it; - is standard output. (default: NAME.qwc, here)", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Make a new FileID and OwnerID first.")
    var newComputer = false

    var subjects: [Subject] { [connector.subject] + (user.map { [.user($0)] } ?? []) }

    func perform(_ session: Session) async throws {
        if newComputer {
            let done = try await session.client.post(connector.path("identity"), as: Done.self)
            session.terminal.note(Line(done.sentence))
            session.terminal.warn(done.warnings)
        }
        let file = try await session.client.get(
            connector.path("qwc"), query: user.map { [("user", $0)] } ?? [], as: ConnectionFileDownload.self)
        if session.isJSON {
            if let output, output != "-" { try write(file, to: output) }
            return try session.terminal.show(json: file)
        }
        session.terminal.warn(file.warnings)
        if output == "-" {
            session.terminal.show(verbatim: file.content)
            return session.terminal.note(Self.steps(file, session))
        }
        let path = output ?? Self.safeName(file.fileName)
        try write(file, to: path)
        session.terminal.show([Line("Written: \(path), for user \(file.user).")] + Self.steps(file, session))
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

    private static func steps(_ file: ConnectionFileDownload, _ session: Session) -> [Line] {
        Steps.lines("On the Windows side:", file.steps, width: session.terminal.width)
    }
}
