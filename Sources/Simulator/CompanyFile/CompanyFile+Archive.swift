internal import FoundationEssentials

/// Why a kept company file could not be read again.
package enum ArchiveError: Error, Equatable, Sendable {
    /// A needed file, or a needed line of `file.txt`, is not there.
    case missing(String)
    case unreadable(String)

    package var sentence: String {
        switch self {
        case .missing(let what): "The kept company file lacks \(what)."
        case .unreadable(let why): "The kept company file cannot be read: \(why)"
        }
    }
}

/// A company file as plain files: its qbXML answers, and a `file.txt` for what is in none of them.
///
/// ```
/// path = C:\Users\Public\Documents\Intuit\QuickBooks\Company Files\Acme.QBW
/// zone = America/New_York
/// counter.Transaction = 5021
/// ```
extension CompanyFile {
    private static let propertiesName = "file.txt"
    private static let writingName = "writing.json"

    /// What applications did and may do, which is in no qbXML answer.
    private struct Writing: Codable, Equatable {
        var appliedWrites: [AppliedWrite] = []
        var messageSets: [KeptMessageSet] = []
        var posted: [String] = []
        var rules: [String: [String]] = [:]
    }

    /// File names with their contents.
    package func archived() -> [(name: String, bytes: [UInt8])] {
        var lines = ["path = \(path)", "zone = \(zone.identifier)", "seed = \(seed.stateText)"]
        if let now { lines.append("now = \(now)") }
        if renaming != .quiet { lines.append("renaming = \(renaming.rawValue)") }
        lines += restrictions.sorted { $0.key < $1.key }.map { "restriction.\($0.key) = \($0.value)" }
        lines += counters.sorted { $0.key < $1.key }.map { "counter.\($0.key) = \($0.value)" }
        let documents = exported().map { (name: "\($0.name).xml", bytes: $0.document) }
        return [(Self.propertiesName, Array((lines.joined(separator: "\n") + "\n").utf8))]
            + archivedWriting + documents
    }

    /// None for a file to which no application ever wrote.
    private var archivedWriting: [(name: String, bytes: [UInt8])] {
        let writing = Writing(
            appliedWrites: appliedWrites, messageSets: messageSets, posted: posted.sorted(),
            rules: rules.archived)
        guard writing != Writing() else { return [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(writing)).map { [(Self.writingName, [UInt8]($0))] } ?? []
    }

    private mutating func takeWriting(_ bytes: [UInt8]) throws(ArchiveError) {
        let writing: Writing
        do {
            writing = try JSONDecoder().decode(Writing.self, from: Data(bytes))
        } catch {
            throw .unreadable("\(Self.writingName): \(error)")
        }
        appliedWrites = writing.appliedWrites
        messageSets = writing.messageSets
        posted = Set(writing.posted)
        rules = WriteRules(archived: writing.rules)
    }

    /// Reads what `archived` gave. A file that is no qbXML answer is an error here, unlike in `load`.
    package init(archive: [(name: String, bytes: [UInt8])]) throws(ArchiveError) {
        guard let properties = archive.first(where: { $0.name == Self.propertiesName }) else {
            throw .missing(Self.propertiesName)
        }
        var values: [String: String] = [:]
        for line in String(decoding: properties.bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
            guard parts.count == 2 else { continue }
            let key = String(parts[0].reversed().drop { $0 == " " }.reversed())
            values[key] = String(parts[1])
        }
        guard let path = values["path"] else { throw .missing("the line path in file.txt") }
        guard let zone = values["zone"].flatMap({ OfficeZone.named($0) }) else {
            throw .missing("a known zone in file.txt")
        }
        self.init(path: path, name: "", zone: zone)
        if let writing = archive.first(where: { $0.name == Self.writingName }) {
            try takeWriting(writing.bytes)
        }
        for (name, bytes) in archive where name != Self.propertiesName && name != Self.writingName {
            let report: LoadReport
            do {
                report = try load(bytes, name: name)
            } catch {
                throw .unreadable(error.sentence)
            }
            if let remark = report.remarks.first { throw .unreadable(remark) }
        }
        for (key, value) in values where key.hasPrefix("counter.") {
            counters[String(key.dropFirst("counter.".count))] = Int(value)
        }
        for (key, value) in values where key.hasPrefix("restriction.") {
            guard let restriction = Restriction(rawValue: value) else {
                throw .unreadable("\(value) is no restriction")
            }
            restrictions[String(key.dropFirst("restriction.".count))] = restriction
        }
        now = values["now"].flatMap { Int($0) }
        renaming = values["renaming"].flatMap { Renaming(rawValue: $0) } ?? .quiet
        if let seed = values["seed"].flatMap({ Seed(stateText: $0) }) { self.seed = seed }
    }
}
