import Testing
import XML

@Suite("An XML error")
struct XMLErrorTests {
    @Test("names the line and the reason in one sentence")
    func sentences() {
        let errors: [(XMLError, String)] = [
            (.malformed(line: 3, reason: "Extra content"), "line 3: Extra content"),
            (.doctype(line: 2), "line 2"),
            (.entity(line: 4), "line 4"), (.tooDeep(limit: 64, line: 1), "64 levels"),
            (.tooLarge(limit: 9), "9 bytes"), (.tooManyAttributes(limit: 8, line: 1), "8 attributes"),
            (.tagTooLong(limit: 7, line: 1), "7 bytes"), (.empty, "empty"),
        ]
        for (error, part) in errors {
            #expect(error.sentence.contains(part))
            #expect(error.sentence.hasSuffix("."))
        }
    }

    @Test("gives libxml2's reason for bad XML without a line end")
    func reason() {
        guard case .malformed(let line, let reason) = refusal("<a>\n</b>") else {
            Issue.record("not refused")
            return
        }
        #expect(line == 2)
        #expect(reason.contains("a") && reason.contains("b") && !reason.contains("\n"))
    }
}
