import FoundationEssentials
import Testing

@testable import API

@Suite("The shape of a word")
struct WordShapeTests {
    /// Every word that comes in or goes out by itself.
    private static var words: [any Decodable.Type] {
        BodyTests.full.map { type(of: $0) } + [
            StatusReport.self, ConnectorDetail.self, ConnectorStatus.self, ConversationEntry.self,
            ActivityEntry.self, MessageEntry.self, KeptResponse.self, Done.self, Secret.self,
            ForceReceipt.self, BackupReceipt.self, ConnectionFileDownload.self, Problem.self,
            CheckReport.self, SchemaEntry.self,
        ]
    }

    private func word(_ type: any Decodable.Type) throws -> WordShape.Word {
        guard case .word(let word) = try WordShape(of: type) else { throw Surprise() }
        return word
    }

    private struct Surprise: Error {}

    @Test("has the fields of its JSON, by their names there")
    func fields() throws {
        #expect(
            try word(CheckFinding.self).fields == [
                .init(key: "rule", shape: .text, isRequired: true),
                .init(key: "severity", shape: .text, isRequired: true),
                .init(key: "pointer", shape: .text, isRequired: true),
                .init(key: "line", shape: .integer, isRequired: false),
                .init(key: "request", shape: .integer, isRequired: false),
                .init(key: "problem", shape: .text, isRequired: true),
                .init(key: "expected", shape: .text, isRequired: false),
                .init(key: "nearest", shape: .list(.text), isRequired: true),
                .init(key: "catalog", shape: .text, isRequired: false),
            ])
    }

    @Test("knows times, flags, lists of words, and what may be left out")
    func kinds() throws {
        #expect(
            try word(UserEntry.self).fields.map(\.shape) == [.text, .time, .time])
        let activity = try #require(try word(ForceSync.self).fields.first)
        #expect(activity == .init(key: "during_shutdown", shape: .flag, isRequired: false))
        guard case .list(.word(let user)) = try WordShape(of: [UserEntry].self) else { throw Surprise() }
        #expect(user == (try word(UserEntry.self)))
        let finding = try #require(try word(Problem.self).fields.first { $0.key == "findings" })
        #expect(finding.shape == .list(.word(try word(Problem.Finding.self))))
        #expect(try word(Problem.Finding.self).name == "Problem.Finding")
    }

    @Test("of a body has the fields that the body lists", arguments: BodyTests.full.indices)
    func bodies(index: Int) throws {
        let type = type(of: BodyTests.full[index])
        #expect(Set(try word(type).fields.map(\.key)) == Set(type.fields))
    }

    @Test("is found for every word, and none has the name of another one")
    func everyWord() throws {
        let names = try Self.words.map { try word($0).name }
        #expect(Set(names).count == Self.words.count)
    }

    @Test("is refused where JSON is made in a way that no word is")
    func refusal() {
        #expect(throws: DecodingError.self) { try WordShape(of: [String: String].self) }
        #expect(throws: DecodingError.self) { try WordShape(of: Float.self) }
    }
}
