import FoundationEssentials
import Systemd

/// Entries of the journal, as `journalctl -o json` gives them, with what may be told of each.
struct JournalExcerpt: Sendable {
    /// Kinds whose text is made of our own words only.
    let plainKinds: Set<String>
    /// Whole texts that are made of them too, whatever the kind.
    let fixedSentences: Set<String>
    let withNames: Bool

    /// Fields of ours that are words of the program, numbers, or names of connectors.
    private static let kept: Set = [
        "CONNECTOR", "CATEGORY", "STATE", "REASON", "CONDITION", "REFERENCE", "TRIGGER", "RECEIVED",
        "WEBHOOK",
    ]
    private static let named = ["USER": "user", "ADDRESS": "address", "HOST": "webhook_host", "BY": "by"]

    /// A line for each entry: time, priority, kind, fields, text.
    func lines(_ json: String, _ pseudonyms: inout Pseudonyms) -> [String] {
        json.split(separator: "\n").compactMap { line in
            let data = Data(line.utf8)
            guard let tree = try? JSONDecoder().decode(JSONTree.self, from: data),
                case .object(let entry) = tree
            else { return nil }
            return self.line(entry, &pseudonyms)
        }
    }

    private func line(_ entry: [String: JSONTree], _ pseudonyms: inout Pseudonyms) -> String {
        let microseconds = entry["__REALTIME_TIMESTAMP"]?.string.flatMap { Double($0) } ?? 0
        let time = Date(timeIntervalSince1970: microseconds / 1_000_000).formatted(.iso8601)
        var parts = [time, "<\(entry["PRIORITY"]?.string ?? "?")>"]
        if let id = entry["MESSAGE_ID"]?.string {
            // What of another program comes, such as systemd, has no title here.
            parts.append("[\(MessageID(rawValue: id)?.subject ?? id)]")
        }
        for key in entry.keys.sorted() where key.hasPrefix("QBSYNC_") {
            guard let value = entry[key]?.string else { continue }
            let name = String(key.dropFirst("QBSYNC_".count))
            parts.append("\(name.lowercased())=\(field(name, value, &pseudonyms))")
        }
        return (parts + [text(entry, pseudonyms)]).joined(separator: " ")
    }

    private func field(_ name: String, _ value: String, _ pseudonyms: inout Pseudonyms) -> String {
        if withNames && name != "TICKET" { return value }
        if Self.kept.contains(name) { return pseudonyms.scrubbed(value) }
        if let kind = Self.named[name] { return pseudonyms.of(value, kind: kind) }
        // Whoever knows a whole ticket could speak in an open conversation.
        return name == "TICKET" ? "\(value.prefix(6))…" : Redaction.withheld(value)
    }

    private func text(_ entry: [String: JSONTree], _ pseudonyms: Pseudonyms) -> String {
        // A text that is no UTF-8 comes as a list of numbers.
        let text = entry["MESSAGE"]?.string ?? "(no text)"
        if withNames { return text }
        let isPlain = entry["MESSAGE_ID"]?.string.map(plainKinds.contains) ?? false
        let isSystemd = entry["SYSLOG_IDENTIFIER"]?.string == "systemd"
        let isKnown = isPlain || isSystemd || fixedSentences.contains(text)
        return isKnown ? pseudonyms.scrubbed(text) : Redaction.withheld(text)
    }
}
