import Foundation
import QBXML
import Testing
import XML

/// Documents that the tests share, and what they need to look at answers.
enum Fixture {
    /// An answer's document around the inside of one `…Rs`.
    static func document(
        _ element: String = "CustomerQueryRs", _ attributes: String = #"requestID="1" statusCode="0""#,
        _ inside: String
    ) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" ?>
            <QBXML>
            <QBXMLMsgsRs>
            <\(element) \(attributes)>
            \(inside)
            </\(element)>
            </QBXMLMsgsRs>
            </QBXML>

            """.utf8)
    }

    /// The one answer of such a document.
    static func answer(
        _ element: String = "CustomerQueryRs", _ attributes: String = #"requestID="1" statusCode="0""#,
        _ inside: String
    ) throws -> RequestAnswer {
        let response = try Response(decoding: document(element, attributes, inside))
        guard let answer = response.answers.first, response.answers.count == 1 else {
            throw Surprise.answers(response.answers.count)
        }
        return answer
    }

    /// JSON of the only record in an answer that holds `record`.
    static func json(_ record: String, in element: String = "CustomerQueryRs") throws -> String {
        let answer = try answer(element, #"requestID="1" statusCode="0""#, record)
        guard answer.records.count == 1 else { throw Surprise.records(answer.records.count) }
        try check(answer.records[0])
        return String(decoding: answer.records[0].json, as: UTF8.self)
    }

    /// Foundation reads the JSON, and finds one object without a name given twice.
    @discardableResult
    static func check(_ record: Record) throws -> [String: Any] { try check(record.json) }

    @discardableResult
    static func check(_ json: [UInt8]) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(json))
        guard let object = value as? [String: Any] else { throw Surprise.notAnObject }
        let written = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
        // A doubled name would be dropped on reading, and the second writing would have fewer colons.
        guard colons(Array(written)) == colons(json) else { throw Surprise.doubledName }
        return object
    }

    /// Colons outside strings: as many as there are names.
    private static func colons(_ json: [UInt8]) -> Int {
        var count = 0
        var isInside = false
        var isEscaped = false
        for byte in json {
            if isEscaped {
                isEscaped = false
            } else if isInside && byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInside.toggle()
            } else if byte == UInt8(ascii: ":") && !isInside {
                count += 1
            }
        }
        return count
    }

    enum Surprise: Error {
        case answers(Int), records(Int), notAnObject, doubledName
    }
}

/// Reference data that a developer may have beside the checkout; tests that need it skip themselves without
/// it.
enum Reference {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../../shared/reference").standardizedFileURL
    static let samples = folder.appending(path: "samples")
    static let schema = folder.appending(path: "qbxml-schema/qbxmlops160.xml")
    static let requestIndex = folder.appending(path: "qbxml-schema/request-index.tsv")
    static let xsd = folder.appending(path: "qbxml-schema/xsd-13.0/qbxmlops130.xsd")

    static let isHere = FileManager.default.fileExists(atPath: schema.path)
    static let absence: Comment = "the reference data is not beside this checkout"

    static func bytes(_ file: URL) throws -> [UInt8] { try Array(Data(contentsOf: file)) }

    /// Documents of the samples whose names begin so, ascending.
    static func samples(_ prefix: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: samples, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix(prefix) && $0.pathExtension == "xml" }
            .sorted { $0.path < $1.path }
    }
}

/// SplitMix64: the same seed gives the same numbers on every machine.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
