import API
import ArgumentParser
import FoundationEssentials

struct SupportBundle: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Packs what helps somebody else to understand this installation, without company data.",
        discussion: """
            Inside are plain files: versions, the settings in force, the state of everything, the last \
            conversations and requests without their contents, and an excerpt of the journal. They are \
            listed before the bundle is written; look through it before you send it. It is sent to nobody.

            Passwords and tokens are never inside. Of company data nothing is: no record, no name, address, \
            number or amount, and no sentence that QuickBooks or a person wrote, unless --with-names is \
            given. Names of connectors stay, since nothing could be read without them. Titles, company \
            files, workstations, users and IP addresses become pseudonyms (title-1, user-2), the same \
            everywhere in one bundle; a user whose name is also that of a connector stays as it is. Your \
            public address, paths of this machine and the names of its users who gave orders can be inside.

            Without an answer of the daemon it packs what this machine tells by itself: the journal, \
            versions and the state of the service, the settings as qbsyncd --check-config reads them, and \
            why there was no answer (daemon.txt). It exits with 0 then too; --json says daemon_answered.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Option(
        name: .shortAndLong,
        help: "The file to write; it must not be there yet. (default: qbsyncd-support-DAY.tar.gz)",
        completion: .file())
    var output: String?

    @Flag(help: "Leave names and sentences in. The bundle is company data then.")
    var withNames = false

    @Option(help: "So many days of the journal.")
    var days = 3

    @Option(help: ArgumentHelp("The unit whose journal it is.", valueName: "unit"))
    var unit = "qbsyncd"

    @Flag(name: .shortAndLong, help: "Do not ask before it is written.")
    var yes = false

    func validate() throws {
        guard (1...90).contains(days) else { throw ValidationError("--days is from 1 to 90.") }
        if unit.hasPrefix("-") { throw ValidationError("--unit wants a name, not \(unit)") }
    }

    private struct Receipt: Encodable {
        var file: String
        var bytes: Int
        var withNames: Bool
        var daemonAnswered: Bool
        var files: [BundleFolder.File]
    }

    func perform(_ session: Session) async throws {
        let name = "qbsyncd-support-\(LocalClock.current().now.formatted(.iso8601.year().month().day()))"
        let path = output ?? "\(name).tar.gz"
        if FileManager.default.fileExists(atPath: path) {
            throw Failure.here("\(path) is there already, and is not written over: choose another --output.")
        }
        let folder = try BundleFolder(name: name)
        var gathering = SupportGathering(
            session, folder: folder, withNames: withNames, unit: unit, days: days)
        try await gathering.run()
        try folder.add("README.txt", Data(readMe(folder.files).utf8), about: "this list")
        if !session.isJSON { list(folder.files, session) }
        if session.terminal.canAsk, !session.isJSON, !yes {
            guard session.terminal.asksYes("Write \(path)?") else { return }
        }
        let bytes = try folder.pack(to: path)
        try session.show(
            Receipt(
                file: path, bytes: bytes, withNames: withNames, daemonAnswered: gathering.silence == nil,
                files: folder.files),
            as: [
                Line("\(path), \(Quantity.bytes(bytes))", .bold) + Line(", was written and sent to nobody."),
                Line("Look through it before you send it: tar -xzf \(path)"),
            ])
        if let silence = gathering.silence {
            session.terminal.warn(
                ["The daemon did not answer, so only what this machine tells without it is inside."]
                    + silence.sentences)
        }
        if withNames {
            session.terminal.warn(["Names and sentences are inside: this file is company data."])
        }
    }

    private func list(_ files: [BundleFolder.File], _ session: Session) {
        var table = Table([
            .init("FILE"), .init("SIZE", isTrailing: true), .init("WHAT IS IN IT", narrowing: .wrap),
        ])
        table.rows = files.map {
            [Line($0.name), Line(Quantity.bytes($0.bytes)), Line($0.about)]
        }
        session.terminal.show(table.lines(width: session.terminal.width))
    }

    private func readMe(_ files: [BundleFolder.File]) -> String {
        let list = files.map { "  \($0.name): \($0.about)" }.joined(separator: "\n")
        let redaction =
            withNames
            ? "Names and sentences are inside, because --with-names was given: this is company data."
            : "Names, amounts and sentences of QuickBooks and of people were withheld; names of connectors "
                + "stay, others are pseudonyms. A withheld text tells its length and the codes in it."
        return """
            A support bundle of qbsyncd, made by qbsyncctl support-bundle.

            \(list)

            \(redaction)
            The codes are explained by: qbsyncctl explain-code CODE

            """
    }
}
