/// How one request went: `statusCode`, `statusSeverity` and `statusMessage` of its `…Rs`.
///
///     <InvoiceQueryRs requestID="7" statusCode="3260" statusSeverity="Error" statusMessage="Insufficient …">
package struct Status: Equatable, Sendable {
    /// Decided by the code, not by the word that QuickBooks sends with it: a captured 3210 calls itself Info.
    package enum Severity: String, Sendable {
        case info, warn, error
    }

    /// Whose move it is.
    package enum Actor: String, CaseIterable, Sendable {
        case workstation, quickBooksAdmin, administrator, sender, nobody

        /// In running text.
        package var title: String {
            switch self {
            case .workstation: "the person at the workstation"
            case .quickBooksAdmin: "the Admin of the company file in QuickBooks"
            case .administrator: "the administrator of qbsyncd"
            case .sender: "whoever made the request"
            case .nobody: "nobody: it goes on by itself"
            }
        }
    }

    /// What a code means for a person, in whole sentences.
    package struct Known: Equatable, Sendable {
        package var meaning: String
        package var usualCause: String
        package var fix: String
        package var whoMustAct: Actor
    }

    package var code: Int
    /// QuickBooks' own words, in its own language.
    package var message: String

    package init(code: Int, message: String) {
        self.code = code
        self.message = message
    }

    /// Stands for a status that QuickBooks left out or that is no number; the schema requires one.
    package static let absent = -1

    /// 0-499 Info, 500-999 Warn, everything else Error (Intuit's table of ranges).
    package var severity: Severity {
        switch code {
        case 0..<500: .info
        case 500..<1000: .warn
        default: .error
        }
    }

    /// The query was fine and has no result. Never an error.
    package var isNothingFound: Bool { code == 1 }

    /// The iterator of a `Continue` is not known to QuickBooks any more: its session ended. 3391 was seen
    /// with "The iteratorID … is not valid"; another error that speaks of the iterator means the same.
    package var isIteratorLost: Bool {
        severity == .error && (code == 3391 || message.lowercased().contains("iterator"))
    }

    /// A person must grant or switch on something in QuickBooks; trying again alone will not help.
    package var needsPermission: Bool {
        severity == .error && known?.whoMustAct == .quickBooksAdmin
    }

    /// Nil for a code that nobody has described; its message is then all there is.
    package var known: Known? { Self.table[code] }

    /// What it means for one request, where that is another thing than for most.
    ///
    /// - Parameter title: of the request: `TxnDel`.
    package func known(of title: String) -> Known? { Self.exceptions["\(code) \(title)"] ?? known }

    /// All described codes, ascending.
    package static var knownCodes: [Int] { table.keys.sorted() }

    /// For messages and dots: what it means, what QuickBooks said, and what to do.
    package var sentence: String { sentence(known) }

    /// - Parameter title: of the request that it answers.
    package func sentence(of title: String) -> String { sentence(known(of: title)) }

    private func sentence(_ known: Known?) -> String {
        let said = message.isEmpty ? "" : "QuickBooks says: \"\(message)\""
        let parts: [String]
        if let known {
            parts = ["\(known.meaning) (QuickBooks status \(code).)", said, known.fix]
        } else if code == Self.absent {
            parts = ["QuickBooks answered without a status.", said]
        } else {
            parts = ["QuickBooks answered with status \(code).", said]
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let table: [Int: Known] = {
        var table: [Int: Known] = [:]
        for (name, known) in described { if let code = Int(name) { table[code] = known } }
        for code in macroCodes { table[code] = table[macroCodes.lowerBound] }
        return table
    }()

    /// By code and request: `3160 TxnDel`.
    private static let exceptions = described.filter { $0.key.contains(" ") }

    private static let described: [String: Known] = {
        var described: [String: Known] = [:]
        for section in Notation(notation).sections {
            guard let actor = Actor(rawValue: section.text("who")) else { continue }
            let hearsay = section["seen"].isEmpty ? "" : " \(Self.hearsay)"
            described[section.name] = Known(
                meaning: section.text("meaning"), usualCause: section.text("cause") + hearsay,
                fix: section.text("fix"), whoMustAct: actor)
        }
        return described
    }()

    /// Said of codes that stand in lists and that no answer known to us has ever held.
    private static let hearsay = "Reported by lists of codes only; no answer with it is known."
}
