import API
import FoundationEssentials
import Testing

@Suite("The words of a refusal")
struct ProblemTests {
    @Test("A refused body lists all that is wrong with it at once") func findings() throws {
        try expectExample(
            Problem(
                title: "Not accepted", status: 422,
                detail: "Two settings are not right; nothing was changed.",
                findings: [
                    .init(field: "interval", problem: "\"soon\" is no duration, for example 2h."),
                    .init(field: "time_zone", problem: "There is no zone Mars/Olympus."),
                ]),
            is: #"""
                {"type": "about:blank", "title": "Not accepted", "status": 422,
                 "detail": "Two settings are not right; nothing was changed.",
                 "findings": [{"field": "interval", "problem": "\"soon\" is no duration, for example 2h."},
                              {"field": "time_zone", "problem": "There is no zone Mars/Olympus."}]}
                """#)
    }

    @Test("An internal fault gives a reference that the journal knows") func reference() throws {
        try expectExample(
            Problem(
                type: "urn:qbsyncd:problem:fault", title: "Internal fault", status: 500,
                detail: "The cause is in the journal.", reference: "E-4711"),
            is: """
                {"type": "urn:qbsyncd:problem:fault", "title": "Internal fault", "status": 500,
                 "detail": "The cause is in the journal.", "reference": "E-4711"}
                """)
    }

    @Test("A problem has the four members that RFC 9457 names") func members() throws {
        let keys = try AnyJSON(Wire.encode(Problem(title: "Conflict", status: 409, detail: "No."))).keys
        #expect(keys == ["type", "title", "status", "detail"])
    }

    @Test("A member that a newer daemon adds does no harm") func newerDaemon() throws {
        let json = #"{"type": "about:blank", "title": "T", "status": 400, "detail": "D", "instance": "/x"}"#
        let problem = try Wire.decode(Problem.self, from: Data(json.utf8))
        #expect(problem == Problem(title: "T", status: 400, detail: "D"))
    }
}
