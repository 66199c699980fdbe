import FoundationEssentials
import Sync

/// A task as the database keeps it: a word, and the rest as JSON.
enum TaskNotation {
    private struct Detail: Codable {
        var categories: [String]?
        var slices: [ImportSlice]?
        /// All that was asked for: slices go when they are done.
        var span: ImportSpan?
        var balances: [ClaimedBalance]?
        var name: String?
        var document: String?
    }

    /// - Parameter span: of an import that is under way; nil for one that is asked for now.
    static func text(
        _ kind: MirrorTask.Kind, span: ImportSpan? = nil
    ) throws -> (word: String, detail: String) {
        let detail =
            switch kind {
            case .verify(let categories): Detail(categories: categories)
            case .coverage: Detail()
            case .dated(let slices): Detail(slices: slices, span: span ?? ImportSpan(slices))
            case .balanceReport(let claimed): Detail(balances: claimed)
            case .report(let document, let name):
                Detail(name: name, document: String(decoding: document, as: UTF8.self))
            }
        return (kind.word.rawValue, try text(detail))
    }

    static func read(_ word: String, _ text: String) -> (kind: MirrorTask.Kind, span: ImportSpan?)? {
        guard let detail = try? JSONDecoder().decode(Detail.self, from: Data(text.utf8)) else { return nil }
        return kind(word, detail).map { ($0, detail.span) }
    }

    private static func kind(_ word: String, _ detail: Detail) -> MirrorTask.Kind? {
        switch MirrorTask.Word(rawValue: word) {
        case .verify: return .verify(detail.categories ?? [])
        case .coverage: return .coverage
        case .dated: return .dated(detail.slices ?? [])
        case .balanceReport: return .balanceReport(detail.balances ?? [])
        case .report:
            guard let document = detail.document, let name = detail.name else { return nil }
            return .report(document: Array(document.utf8), name: name)
        case nil: return nil
        }
    }

    static func read<Value: Decodable>(_ type: Value.Type, _ json: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json))
    }

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
