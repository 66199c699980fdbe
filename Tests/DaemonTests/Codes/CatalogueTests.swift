import Foundation
import QBXML
import Testing
import WebConnector

/// Both tables of codes together: the rooms that hold them do not know each other.
@Suite("The catalogue of codes")
struct CatalogueTests {
    @Test("names who must act in the same words in both of its tables")
    func actors() throws {
        for actor in WebConnector.Actor.allCases {
            let twin = try #require(Status.Actor(rawValue: "\(actor)"), "\(actor)")
            #expect(twin.title == actor.rawValue)
        }
        // A sender of requests exists for statuses only: the other codes come before any request.
        #expect(Status.Actor.allCases.count == WebConnector.Actor.allCases.count + 1)
    }

    @Test(
        "describes every code of the reference, and owns up where the reference is not sure",
        .enabled(if: CodeReference.isHere, "the reference data is not beside this checkout"))
    func reference() throws {
        let statuses = try CodeReference.rows(of: "qbxml.md", section: "8.")
        let results = try CodeReference.rows(of: "qbxml.md", section: "9.")
        let codes = try CodeReference.rows(of: "web-connector.md", section: "8.")
        #expect(statuses.count > 50 && results.count > 15 && codes.count > 25, "the tables are found")
        var found = 0
        for row in statuses {
            for number in row.numbers {
                let known = Status(code: number, message: "").known
                found += 1
                #expect(known != nil, "status \(number) is not described")
                #expect(!row.isFromMemory || known?.usualCause.contains("Reported") == true, "\(number)")
            }
        }
        for row in results {
            // The one without a number is named by its symbol only, and no source tells the number.
            guard let code = HResult(row.code) else {
                #expect(row.code == "SDK_E_APP_NOT_SUPPORTED_IN_READONLY_MODE (16.0)")
                continue
            }
            found += 1
            #expect(code.known != nil, "\(code) is not described")
            #expect(!row.isDoubtful || code.known?.usualCause.contains("Reported") == true, "\(code)")
        }
        for row in codes where !row.text.contains("not in any source") {
            for number in row.numbers {
                found += 1
                #expect(ConnectorCode(number).known != nil, "QBWC\(number) is not described")
                #expect(
                    !row.isDoubtful || ConnectorCode(number).known?.usualCause.contains("Reported") == true,
                    "\(number)")
            }
        }
        #expect(found > 230, "\(found) codes were compared")
    }
}

/// Tables of the reference beside the checkout.
private enum CodeReference {
    struct Row {
        /// `3045 / 3050 m`, `1022–1025`, `0x80040400`
        let code: String
        let text: String

        /// Ranges are written with a dash; one between tens counts in tens.
        var numbers: [Int] {
            code.split(whereSeparator: { " ,/".contains($0) }).flatMap { part -> [Int] in
                let ends = part.split(separator: "–").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last else { return [] }
                let isInTens = first.isMultiple(of: 10) && last.isMultiple(of: 10)
                return Array(stride(from: first, through: last, by: isInTens ? 10 : 1))
            }
        }

        var isFromMemory: Bool { code.hasSuffix(" m") }
        var isDoubtful: Bool { text.contains("?") || text.contains("[T]") }
    }

    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../../../shared/reference").standardizedFileURL

    static let isHere = FileManager.default.fileExists(atPath: folder.appending(path: "qbxml.md").path)

    /// The first two columns of the tables in a section, whose number begins its heading.
    static func rows(of file: String, section: String) throws -> [Row] {
        let lines = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            .components(separatedBy: "\n")
        let inside = lines.drop { !$0.hasPrefix("## \(section) ") }.dropFirst()
            .prefix { !$0.hasPrefix("## ") }
        return inside.filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") }.dropFirst().map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return Row(code: cells[0], text: cells[1])
        }
    }
}
