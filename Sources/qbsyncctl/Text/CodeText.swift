/// Entries of the catalogue of codes for a person: at length, or as rows.
enum CodeText {
    /// Each code under its name; where one number is two codes, with a line that says so.
    static func blocks(_ questions: [CodeQuestion], width: Int?) -> [Line] {
        let blocks = questions.flatMap { question -> [[Line]] in
            let blocks = question.entries.map { block($0, width: width) }
            guard blocks.count > 1 else { return blocks }
            return [[Line("\(question.text) can be either of these; \"Seen in\" tells which.")]] + blocks
        }
        return Array(blocks.joined(separator: [Line()]))
    }

    private static func block(_ entry: CodeEntry, width: Int?) -> [Line] {
        let severity = entry.severity.map { Line(", \(word($0))", color($0)) } ?? Line()
        var sheet = Sheet()
        sheet.add("Seen in", entry.seenIn)
        sheet.add("Meaning", entry.meaning)
        sheet.add("Usual cause", entry.usualCause)
        sheet.add("What to do", entry.fix)
        sheet.add("Whose move", entry.whoMustAct)
        return [Line("\(name(entry.kind)) \(entry.code)", .bold) + severity]
            + sheet.lines(width: width, indent: 2)
    }

    static func table(_ entries: [CodeEntry]) -> Table {
        Table(
            [.init("CODE"), .init("MEANING", narrowing: .wrap), .init("WHAT TO DO", narrowing: .wrap)],
            rows: entries.map { [Line($0.code, .bold), Line($0.meaning), Line($0.fix)] })
    }

    private static func name(_ kind: CodeEntry.Kind) -> String {
        switch kind {
        case .status: "QuickBooks status"
        case .hresult: "HRESULT"
        case .webConnector: "Web Connector code"
        }
    }

    private static func word(_ severity: String) -> String {
        switch severity {
        case "info": "information"
        case "warn": "a warning"
        default: "an error"
        }
    }

    private static func color(_ severity: String) -> Color {
        switch severity {
        case "info": .green
        case "warn": .amber
        default: .red
        }
    }
}
