import API
import FoundationEssentials
import QBXML

/// What an export came to, in the words of `--json`.
struct ExportReport: Encodable {
    struct File: Encodable {
        var view: String
        var file: String
        var rows: Int
        var bytes: Int
        /// Whether the mirror has all that QuickBooks has of the kind, and up to when.
        var complete: Bool
        var asOf: Date?
    }

    struct Doubt: Encodable, Equatable {
        var category: String
        var title: String
        var sentence: String
    }

    var files: [File] = []
    /// Whether nothing is in doubt.
    var complete: Bool
    /// Why some of it may not be all that QuickBooks has.
    var doubts: [Doubt]
    /// Files of an earlier export that this one did not write: they are older.
    var leftOver: [String] = []

    /// What a person is told beside the files.
    func notes() -> [Line] {
        var notes: [Line] = []
        var told: Set<String> = []
        for doubt in doubts where told.insert(doubt.sentence).inserted {
            let titles = doubts.filter { $0.sentence == doubt.sentence }.map(\.title)
            let rest = titles.count > 4 ? " and \(titles.count - 3) more" : ""
            let shown = titles.prefix(rest.isEmpty ? 4 : 3).joined(separator: ", ") + rest
            notes.append(Line("Incomplete: ", .amber) + Line("\(shown): \(doubt.sentence)"))
        }
        if !leftOver.isEmpty {
            let shown = leftOver.prefix(5).joined(separator: ", ")
            let rest = leftOver.count > 5 ? " and \(leftOver.count - 5) more, which --json names" : ""
            notes.append(Line("Left from an earlier export, and older: ", .amber) + Line(shown + rest))
        }
        return notes
    }
}

/// How complete the mirror is, kind by kind.
struct ExportFreshness {
    private let entries: [FreshnessEntry]

    init(_ entries: [FreshnessEntry]) { self.entries = entries }

    subscript(kind: String?) -> FreshnessEntry? {
        guard let kind, let name = QBXML.Category.bringing(kind: kind)?.name else { return nil }
        return entries.first { $0.category == name }
    }

    /// - Parameter kinds: nil for all, also those of which nothing is here yet.
    func doubts(of kinds: [String]?) -> [ExportReport.Doubt] {
        let wanted = kinds.map { Set($0.compactMap { QBXML.Category.bringing(kind: $0)?.name }) }
        return entries.compactMap { entry in
            guard let doubt = entry.doubt, wanted?.contains(entry.category) ?? true else { return nil }
            return .init(category: entry.category, title: entry.title, sentence: doubt)
        }
    }
}
