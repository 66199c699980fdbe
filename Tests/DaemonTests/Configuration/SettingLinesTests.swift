import TOMLKit
import Testing

@testable import Daemon

@Suite("Lines of settings")
struct SettingLinesTests {
    private static let text = """
        # [commented]
        top = 1
        [ listen ]  # a remark with = and [brackets]
        address = "a # b = c"
        "quoted key" = 'literal \\'
        trusted = [ "x",   # first = "no"
            "]",
            [1, { inner = 2 }],
        ]
        ends = [\"\"\"with a quote\"\"\"\"]
        long = \"\"\"
        fake = 1
        [fake]
        a quote \\\"\"\" inside\"\"\"
        literal = '''
        also_fake = 2 '''
        a.'b c'.d = 3
        after = 2024-01-01T00:00:00Z

        [other.deep]
        table = { one = 1, two = { three = 3 } }
        [[list]]
        first = 1
        [[list]]
        first = 2
        last = "end"
        """

    @Test("each key is found on its line, whatever stands around it")
    func lines() throws {
        // The walk counts on a text that parses.
        _ = try TOMLTable(string: Self.text)
        let lines = SettingLines(Self.text).lines
        let expected: [String: Int] = [
            "top": 2, "listen": 3, "listen.address": 4, "listen.quoted key": 5, "listen.trusted": 6,
            "listen.trusted.inner": 8, "listen.ends": 10, "listen.long": 11, "listen.literal": 15,
            "listen.a.b c.d": 17,
            "listen.after": 18,
            "other.deep": 20, "other.deep.table": 21, "other.deep.table.one": 21, "other.deep.table.two": 21,
            "other.deep.table.two.three": 21, "list": 22, "list.first": 23, "list.last": 26,
        ]
        #expect(lines == expected)
    }

    @Test("a name without a line has that of the table around it")
    func nearest() {
        let lines = SettingLines(Self.text)
        #expect(lines.line(of: "listen.nowhere.at.all") == 3)
        #expect(lines.line(of: "nowhere") == nil)
    }

    @Test("a text cut off anywhere ends the walk")
    func truncated() {
        let bytes = Array(Self.text.utf8)
        for length in 0...bytes.count {
            let lines = SettingLines(String(decoding: bytes[..<length], as: UTF8.self)).lines
            #expect(lines.values.allSatisfy { (1...26).contains($0) })
        }
    }
}
