import Foundation
import Sync

/// A task as the database keeps it: a word, and the rest as JSON.
enum TaskNotation {
    private struct Detail: Codable {
        var categories: [String]?
        var slices: [ImportSlice]?
        var balances: [ClaimedBalance]?
        var name: String?
        var document: String?
    }

    static func text(_ kind: MirrorTask.Kind) throws -> (word: String, detail: String) {
        switch kind {
        case .verify(let categories): ("verify", try text(Detail(categories: categories)))
        case .coverage: ("coverage", try text(Detail()))
        case .dated(let slices): ("import", try text(Detail(slices: slices)))
        case .balanceReport(let claimed): ("balance-report", try text(Detail(balances: claimed)))
        case .report(let document, let name):
            (
                "report",
                try text(Detail(name: name, document: String(decoding: document, as: UTF8.self)))
            )
        }
    }

    static func read(_ word: String, _ text: String) -> MirrorTask.Kind? {
        guard let detail = try? JSONDecoder().decode(Detail.self, from: Data(text.utf8)) else { return nil }
        switch word {
        case "verify": return .verify(detail.categories ?? [])
        case "coverage": return .coverage
        case "import": return .dated(detail.slices ?? [])
        case "balance-report": return .balanceReport(detail.balances ?? [])
        case "report":
            guard let document = detail.document, let name = detail.name else { return nil }
            return .report(document: Array(document.utf8), name: name)
        default: return nil
        }
    }

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
