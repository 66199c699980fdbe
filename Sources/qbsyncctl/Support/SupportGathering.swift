import API
import FoundationEssentials
import Systemd

/// Gathers what a support bundle holds, file after file.
struct SupportGathering {
    let session: Session
    let folder: BundleFolder
    var redaction: Redaction
    let unit: String
    let days: Int
    /// Why the daemon told nothing, or not all; nil where it did.
    private(set) var silence: Failure?
    private var plainKinds = Set(MessageID.plain.map(\.rawValue))
    private var progress: ExportProgress
    private var bytes = 0

    init(_ session: Session, folder: BundleFolder, withNames: Bool, unit: String, days: Int) {
        self.session = session
        self.folder = folder
        redaction = Redaction(withNames: withNames)
        self.unit = unit
        self.days = days
        progress = ExportProgress(session.terminal)
    }

    private static let conversations = 20
    private static let requests = 200

    mutating func run() async throws {
        do { try await asked() } catch let failure as Failure {
            switch failure {
            case .unreachable, .notUnderstood: silence = failure
            case .refused, .notNow, .here: throw failure
            }
        }
        if let silence { try alone(silence) }
        try journal()
        progress.close()
        if session.terminal.notesOnTerminal { session.terminal.clearNote() }
    }

    /// All that the daemon can tell.
    private mutating func asked() async throws {
        let connectors = try await tree(Path.connectors)
        redaction.learn(connectors: connectors)
        let names = connectors.items.compactMap { $0["name"]?.string }
        let facts = try await session.client.get(Path.support, within: 600, as: SupportFacts.self)
        plainKinds = Set(facts.plainKinds.map(\.id))
        redaction.fixedSentences = Set(facts.fixedSentences ?? [])
        try await whole(facts, connectors)
        for (index, name) in names.enumerated() {
            try await one(name)
            progress.show("connectors", rows: index + 1, of: names.count, bytes: bytes)
        }
    }

    /// What there is once.
    private mutating func whole(_ facts: SupportFacts, _ connectors: JSONTree) async throws {
        try add("versions.txt", versions(facts), about: "versions, and how the service runs")
        try add("settings.toml", facts.configuration, about: "the settings in force")
        try add(
            "database.json", try Self.pretty(DatabaseOutline(facts)),
            about: "size, schema, rows of each table")
        try add(
            "status.json", try await tree(Path.status), KeptFields.status,
            about: "the grid, and all of explain")
        let past = try await tree(Path.conditions, [("past", "100")])
        try add("conditions.json", past, KeptFields.conditions, about: "what is wrong, and what was")
        let doctor = try await tree(Path.doctor, within: 600)
        try add("doctor.json", doctor, KeptFields.doctor, about: "the whole installation")
        try add(
            "preflight.json", try await tree(Path.preflight), KeptFields.preflight,
            about: "the last look at the public address")
        try add("connectors.json", connectors, KeptFields.connectors, about: "timetables and logins")
        try add(
            "metrics.txt", try await session.client.raw(Path.metrics).text, about: "counters since the start")
    }

    private mutating func one(_ name: String) async throws {
        let conversations = try await tree(
            Path.connector(name, "history"), [("limit", String(Self.conversations))])
        try add(
            "connectors/\(name)/conversations.json", conversations, KeptFields.conversations,
            about: "the last \(Self.conversations), without contents")
        try add(
            "connectors/\(name)/freshness.json", try await tree(Path.connector(name, "freshness")),
            KeptFields.freshness, about: "how fresh each category is")
        try add(
            "connectors/\(name)/categories.json", try await tree(Path.connector(name, "categories")),
            KeptFields.categories, about: "what is read, how often")
        let requests = try await tree(
            Path.connector(name, "requests"), [("limit", String(Self.requests))])
        try add(
            "connectors/\(name)/requests.json", requests, KeptFields.requests,
            about: "the last \(Self.requests), without bodies")
    }

    private mutating func journal() throws {
        let ran = OutsideProgram.run(
            "journalctl",
            ["-u", unit, "--since", "-\(days)d", "-n", "20000", "-o", "json", "--no-pager", "-q"])
        let excerpt = JournalExcerpt(
            plainKinds: plainKinds, fixedSentences: redaction.fixedSentences,
            withNames: redaction.withNames)
        var pseudonyms = redaction.pseudonyms
        let lines = excerpt.lines(ran?.output ?? "", &pseudonyms)
        let why =
            ran == nil
            ? "there is no journalctl here." : "none could be read\(ran.map(Self.complaint) ?? ".")"
        let text =
            lines.isEmpty
            ? "No entries of \(unit) in \(days) days: \(why)\n"
                + "Root and members of systemd-journal may read them."
            : lines.joined(separator: "\n")
        try add(
            "journal.txt", text, about: lines.isEmpty ? "no entries: \(why)" : "\(days) days of the journal")
    }

    private static func complaint(_ ran: OutsideProgram) -> String {
        let first = ran.errors.split(separator: "\n").first.map(String.init) ?? ""
        return first.isEmpty ? "." : ": \(first)"
    }

    // MARK: Files

    private func tree(
        _ path: String, _ query: [(name: String, value: String)] = [], within seconds: Int = 60
    ) async throws -> JSONTree {
        // One of them reads the whole database, which may take minutes.
        if session.terminal.notesOnTerminal { session.terminal.redrawNote(Line("Asking \(path)", .blue)) }
        return try await session.client.tree(path, query: query, within: seconds)
    }

    private mutating func add(
        _ file: String, _ tree: JSONTree, _ kept: Set<String>, about: String
    ) throws {
        try add(file, try Self.pretty(redaction.document(tree, keeping: kept)), about: about)
    }

    mutating func add(_ file: String, _ text: String, about: String) throws {
        let content = Data((text.hasSuffix("\n") ? text : text + "\n").utf8)
        bytes += content.count
        try folder.add(file, content, about: about)
    }

    private static func pretty(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private struct DatabaseOutline: Encodable {
        var schema: Int
        var bytes: Int
        var walBytes: Int
        var tables: [TableCount]

        init(_ facts: SupportFacts) {
            (schema, bytes, walBytes, tables) = (
                facts.schema, facts.databaseBytes, facts.walBytes, facts.tables
            )
        }
    }
}
