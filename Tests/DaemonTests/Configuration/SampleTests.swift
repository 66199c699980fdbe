import Foundation
import Testing

@testable import Daemon

@Suite("The sample configuration")
struct SampleTests {
    private static let text: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try? String(contentsOf: root.appending(path: "etc/qbsyncd/qbsyncd.toml"), encoding: .utf8)
    }()

    private static func lines() throws -> [Substring] {
        try #require(text, "etc/qbsyncd/qbsyncd.toml is not where it was").split(
            separator: "\n", omittingEmptySubsequences: false)
    }

    /// A setting stands there as `#key = value`; prose has a space after its `#`.
    private static func isSetting(_ line: Substring) -> Bool {
        line.dropFirst().first?.isLowercase == true && line.hasPrefix("#") && line.contains(" = ")
    }

    private func load(_ text: String) -> LoadedConfiguration {
        LoadedConfiguration(text: text, path: "/sample.toml", environment: [:])
    }

    @Test("as shipped it changes nothing")
    func asShipped() throws {
        let loaded = load(try Self.lines().joined(separator: "\n"))
        #expect(loaded.findings == [])
        #expect(loaded.configuration == Configuration())
        #expect(loaded.origins.isEmpty)
    }

    @Test("with every setting uncommented it gives exactly the defaults, and no setting is missing")
    func uncommented() throws {
        let lines = try Self.lines().map { Self.isSetting($0) ? $0.dropFirst() : $0 }
        let loaded = load(lines.joined(separator: "\n"))
        #expect(loaded.findings == [])
        #expect(loaded.configuration == Configuration())
        #expect(loaded.origins.keys.sorted() == Setting.all.map(\.name).sorted())
    }

    @Test("its settings stand in the order in which they are reported")
    func order() throws {
        var section = ""
        var names: [String] = []
        for line in try Self.lines() {
            if line.hasPrefix("[") { section = String(line.dropFirst().dropLast()) }
            if Self.isSetting(line) { names.append("\(section).\(line.dropFirst().prefix { $0 != " " })") }
        }
        #expect(names == Setting.all.map(\.name))
    }

    @Test("it marks exactly the settings that need a restart")
    func restart() throws {
        // The remark stands in the comment above a setting, which may speak for the settings right below it,
        // too.
        var marked: Set<String> = []
        var (section, remark, isInSettings) = ("", "", false)
        for line in try Self.lines() {
            if line.hasPrefix("[") { (section, remark) = (String(line.dropFirst().dropLast()), "") }
            if Self.isSetting(line) {
                isInSettings = true
                if remark.contains("(restart)") {
                    marked.insert("\(section).\(line.dropFirst().prefix { $0 != " " })")
                }
            } else {
                if isInSettings { (remark, isInSettings) = ("", false) }
                remark += line
            }
        }
        #expect(marked == Set(Setting.all.filter(\.needsRestart).map(\.name)))
    }
}
