import Foundation
import Sync
import Testing
import WebConnector

@Suite("The manual of conditions")
struct ConditionManualTests {
    /// The table of packaging/doc/health.md, as the declarations make it.
    private static var table: String {
        let head = """
            | code | severity | shows after | what it means | what to do | whose move |
            |---|---|---|---|---|---|
            """
        let rows = Condition.allCases.map { condition in
            let text = condition.text
            let after = text.showsAfter == 0 ? "at once" : "\(text.showsAfter / 60) min"
            return "| `\(condition.rawValue)` | \(text.severity.rawValue) | \(after) | **\(text.title).** "
                + "\(text.meaning) | \(text.fix) | \(text.whoMustAct.rawValue) |"
        }
        return ([head] + rows).joined(separator: "\n")
    }

    @Test("packaging/doc/health.md has exactly the table that the declarations make")
    func sameTable() throws {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../packaging/doc/health.md").standardizedFileURL
        let manual = try String(contentsOf: file, encoding: .utf8)
        // Where it is wrong, the right one lies ready to be put in.
        let right = FileManager.default.temporaryDirectory.appending(path: "qbsyncd-conditions.md")
        if !manual.contains(Self.table) { try Self.table.write(to: right, atomically: true, encoding: .utf8) }
        #expect(manual.contains(Self.table), "the right table: \(right.path)")
    }
}
