import Foundation
import QBXML
import Testing

/// Checks a text and gives its findings, for short tests.
struct Checking {
    let checked: Checked

    init(
        _ text: String, version: String = "16.0", edition: Edition? = nil, confirmsLines: Bool = false
    ) throws {
        let version = try #require(Version(version))
        let options = CheckOptions(
            version: version, edition: edition, linesNeedConfirmation: confirmsLines)
        checked = Checker.check(try Draft(reading: Array(text.utf8)), options: options)
    }

    var findings: [Finding] { checked.findings }

    /// `rule pointer`, in order.
    var summary: [String] { findings.map { "\($0.rule.rawValue) \($0.pointer)" } }

    /// The request elements as they go out, without prolog and message set.
    var body: String {
        let document = checked.document(MessageSetHead(version: Version(major: 13, minor: 0)))
        let text = String(decoding: document, as: UTF8.self)
        guard let start = text.range(of: "onError=\"stopOnError\">"),
            let end = text.range(of: "</QBXMLMsgsRq>")
        else { return text }
        return String(text[start.upperBound..<end.lowerBound])
    }
}

extension Finding {
    /// Whether everything about it is said: a sentence that ends as one.
    var isWhole: Bool { problem.hasSuffix(".") && line > 0 }
}
