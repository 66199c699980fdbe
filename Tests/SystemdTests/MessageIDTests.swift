import Foundation
import Testing

@testable import Systemd

@Suite("Kinds of events, and the catalog that explains them")
struct MessageIDTests {
    /// An entry of a journal catalog: `-- ID`, header lines, a blank line, the explanation.
    private struct Entry {
        var id: String
        var headers: [String: String] = [:]
        var body: [String] = []
    }

    private func catalog() throws -> [Entry] {
        let checkout = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = checkout.appending(path: "packaging/qbsyncd.catalog")
        let text = try String(contentsOf: file, encoding: .utf8)
        var entries: [Entry] = []
        var isHeader = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("#") {
            if line.hasPrefix("-- ") {
                entries.append(Entry(id: String(line.dropFirst(3))))
                isHeader = true
            } else if !entries.isEmpty {
                if isHeader, line.isEmpty {
                    isHeader = false
                } else if isHeader, let colon = line.range(of: ": ") {
                    let name = String(line[..<colon.lowerBound])
                    entries[entries.count - 1].headers[name] = String(line[colon.upperBound...])
                } else {
                    entries[entries.count - 1].body.append(String(line))
                }
            }
        }
        return entries
    }

    @Test("the catalog explains exactly the kinds that exist, in their order")
    func sameKinds() throws {
        #expect(try catalog().map(\.id) == MessageID.allCases.map(\.rawValue))
    }

    @Test("each has the same subject in both places")
    func sameSubjects() throws {
        #expect(try catalog().map { $0.headers["Subject"] } == MessageID.allCases.map(\.subject))
    }

    @Test("each explanation says what it means, and is named as ours")
    func explanations() throws {
        for entry in try catalog() {
            #expect(entry.headers["Defined-By"] == "qbsyncd", "\(entry.id)")
            let words = entry.body.joined(separator: " ").split(separator: " ")
            #expect(words.count >= 12, "\(entry.headers["Subject"] ?? entry.id) is hardly explained")
            #expect(entry.body.allSatisfy { $0.count <= 79 }, "\(entry.id) is too wide for a terminal")
        }
    }

    @Test("each number is 128 bits in small hexadecimal digits, and used once")
    func wellFormed() {
        #expect(MessageID.allCases.allSatisfy { MessageID.isWellFormed($0.rawValue) })
        #expect(Set(MessageID.allCases.map(\.rawValue)).count == MessageID.allCases.count)
    }

    @Test(
        "what is not such a number is told apart", arguments: ["", "abc", String(repeating: "G", count: 32)])
    func malformed(id: String) {
        #expect(!MessageID.isWellFormed(id))
    }

    @Test("a log call names its kind by interpolation")
    func interpolation() {
        #expect("\(MessageID.daemonReady)" == MessageID.daemonReady.rawValue)
    }
}
