import Testing

@testable import QBXML

@Suite("Requests that give values to others")
struct SourceTests {
    private func checked(_ json: String) throws -> Checked {
        Checker.check(try Draft(reading: Array(json.utf8)))
    }

    @Test("a source is found where it is written, also with escapes in front of it")
    func places() throws {
        let json = ##"""
            [{"CustomerAdd": {"Name": "\u00c4", "Phone": "1"}},
             {"CustomerAdd": {"Name": {"path": "Name", "\u0024from" : "\u00230"}}, "ClassAdd":
                {"Name": {"$from": "req_1", "path": "Name"}}}]
            """##
        let draft = try Draft(reading: Array(json.utf8))
        let sources = draft.namedSources
        #expect(sources.map(\.name) == ["#0", "req_1"] && sources.map(\.number) == [0, nil])
        let written = sources.map { String(decoding: Array(json.utf8)[$0.place], as: UTF8.self) }
        #expect(written == [##""\u00230""##, #""req_1""#])
    }

    @Test("a number must be that of a request in front, counted with those in front of the document")
    func misplaced() throws {
        let taking = { (name: String) in
            #"{"CustomerAdd": {"Name": {"$from": "\#(name)", "path": "Name"}}}"#
        }
        let json = "[\(["#0", "#0", "#2", "req_1", "#", "#-1", "#3"].map(taking).joined(separator: ",\n"))]"
        let checked = try checked(json)
        let alone = checked.misplacedTakings(limit: 10)
        #expect(alone.told.map(\.request) == [0, 2, 4, 5] && alone.told.map(\.line) == [1, 3, 5, 6])
        #expect(alone.told.first?.pointer == "/0/CustomerAdd/Name")
        let behind = checked.misplacedTakings(behind: 3, limit: 1)
        #expect(behind.count == 2 && behind.told.map(\.request) == [4], "told once, and counted")
    }
}
