import FoundationEssentials
import Testing
import Witness

@Suite("The catalog's data beside what is derived")
struct DataFolderTests {
    private static func derivation(_ rocks: String...) throws -> Derivation {
        let inside = rocks.map { "<\($0)>INTTYPE</\($0)>" }.joined()
        return try Derivation(schemas: [Moon.schema(around: inside)], xsd: nil)
    }

    @Test("what was written is equal, and only what differs is written again")
    func writing() throws {
        try Moon.withFolder { folder in
            let data = DataFolder(at: folder)
            try data.write(Self.derivation("Basalt"))
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(files.count == 7)
            #expect(try data.differences(from: Self.derivation("Basalt")).allSatisfy { $0.isEmpty })

            // Writing moves a new file into place, so the old file's number shows that nobody wrote.
            let answers = folder.appending(path: "Catalog+Answers.swift")
            let before = try FileManager.default.attributesOfItem(atPath: answers.path)[.systemFileNumber]
            try data.write(Self.derivation("Basalt", "Breccia"))
            let after = try FileManager.default.attributesOfItem(atPath: answers.path)[.systemFileNumber]
            #expect(before as? UInt64 == after as? UInt64)
            #expect(try data.differences(from: Self.derivation("Basalt", "Breccia")).allSatisfy(\.isEmpty))
        }
    }

    @Test("a line that was changed by hand is told with its place and its surroundings")
    func verifying() throws {
        try Moon.withFolder { folder in
            let data = DataFolder(at: folder)
            try data.write(Self.derivation("Basalt", "Breccia", "Glass", "Iron", "Olivine", "Quartz"))
            let file = folder.appending(path: "Catalog+Additions.swift")
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            try Moon.write(text.replacing("Glass int", with: "Glass? int"), to: file)
            let differences = try data.differences(
                from: Self.derivation("Basalt", "Breccia", "Glass", "Iron", "Olivine", "Quartz", "Slag"))
            #expect(differences.filter { !$0.isEmpty }.map(\.file) == ["Catalog+Additions.swift"])
            let difference = try #require(differences.first { !$0.isEmpty })
            #expect((difference.added, difference.removed) == (2, 1))
            var limit = 50
            #expect(
                difference.report(limit: &limit) == [
                    "@@ Catalog+Additions.swift:5, in request MoonAddRq @@",
                    "           Basalt int",
                    "           Breccia int",
                    "-          Glass? int",
                    "+          Glass int",
                    "           Iron int",
                    "           Olivine int",
                    "           Quartz int",
                    "+          Slag int",
                    "         }",
                    "         \"\"\"#",
                ])
            #expect(limit == 47)
        }
    }

    @Test("a file that is missing lacks every line, and no more are told than asked for")
    func limited() throws {
        try Moon.withFolder { folder in
            let differences = try DataFolder(at: folder).differences(from: Self.derivation("Basalt"))
            #expect(differences.count == 7)
            var limit = 3
            let difference = try #require(differences.first { $0.file == "Catalog+Additions.swift" })
            #expect(
                difference.report(limit: &limit) == [
                    "@@ Catalog+Additions.swift:1, in its head @@", "+extension Catalog {",
                    "+    /// The requests that add.", "+    static let additions = #\"\"\"",
                ])
            #expect(limit == 0)
            #expect(difference.report(limit: &limit).isEmpty)
        }
    }
}
