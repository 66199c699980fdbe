import Foundation
import Simulator
import Testing
import WebConnector
import XML

/// A company file with a session open on it, asked in a test's short words.
struct Desk {
    var file: CompanyFile
    var session = QuickBooksSession(seed: Seed(7))

    init(_ file: CompanyFile) {
        self.file = file
    }

    /// The whole answer to requests put into a complete document.
    mutating func reply(
        _ requests: String, version: String = "13.0", onError: String = "continueOnError"
    ) -> Reply {
        session.answer(Self.document(requests, version: version, onError: onError), from: &file)
    }

    /// The `…Rs` elements of the answer; the test fails if there was none.
    mutating func ask(
        _ requests: String, onError: String = "continueOnError",
        _ location: SourceLocation = #_sourceLocation
    ) throws -> [Element] {
        switch reply(requests, onError: onError) {
        case .answer(let bytes, _):
            let root = try Element(parsing: bytes)
            return try #require(root["QBXMLMsgsRs"], sourceLocation: location).elements
        case .refused(let refusal):
            Issue.record("refused: \(refusal.reasons)", sourceLocation: location)
            return []
        }
    }

    mutating func askOne(
        _ request: String, _ location: SourceLocation = #_sourceLocation
    ) throws -> Element {
        let answers = try ask(request, onError: "continueOnError", location)
        return try #require(answers.first, sourceLocation: location)
    }

    static func document(
        _ requests: String, version: String = "13.0", onError: String = "continueOnError"
    ) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <?qbxml version="\(version)"?>
            <QBXML><QBXMLMsgsRq onError="\(onError)">\(requests)</QBXMLMsgsRq></QBXML>
            """.utf8)
    }
}

extension Element {
    var status: String { attribute("statusCode") ?? "none" }

    /// The texts of one child of each record, in the order of the answer.
    func values(_ name: String) -> [String] { elements.map { $0[name]?.text ?? "" } }
}

extension CompanyFile {
    /// All of it as one text, whose comparison fails with a short message.
    func fingerprint() -> Int {
        archived().map { "\($0.name) \(String(decoding: $0.bytes, as: UTF8.self))" }
            .joined(separator: "\n").hashValue
    }

    /// Small, and the same for all tests that do not say otherwise.
    static let sample = CompanyFile.generated(seed: 1, size: .small)

    func sum(_ family: String, _ element: String) -> Int {
        records(family).reduce(0) { $0 + (Money($1[element])?.minorUnits ?? 0) }
    }

    func account(_ name: String) -> Int {
        record("Account", named: name).flatMap { Money($0["Balance"]) }?.minorUnits ?? .min
    }
}

/// Material beside the checkout, where there is any.
enum Reference {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/reference").standardizedFileURL

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path())
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    static func names(in path: String, prefix: String) -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path())
        return (found ?? []).filter { $0.hasPrefix(prefix) }.sorted()
    }
}
