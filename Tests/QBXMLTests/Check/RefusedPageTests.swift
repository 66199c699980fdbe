import Foundation
import Testing

@testable import QBXML

/// The page for people says what is refused and what is right; here the check says the same of each fragment.
@Suite("The page \"Why QuickBooks refused my XML\"")
struct RefusedPageTests {
    /// The sections with their fragments of qbXML.
    private static func sections() throws -> [(title: String, fragments: [String])] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "packaging/doc/refused.md"), encoding: .utf8)
        return page.components(separatedBy: "\n## ").dropFirst().map { section in
            let title = section.prefix { $0 != "\n" }
            let fragments = section.components(separatedBy: "```xml\n").dropFirst().map { rest in
                rest.components(separatedBy: "```").first ?? ""
            }
            return (String(title), fragments)
        }
    }

    private func rules(_ text: String) throws -> Set<CheckRule> {
        let bytes = Array(text.utf8)
        let options = CheckOptions()
        let checked = Checker.check(try Draft(reading: bytes), options: options)
        return Set((checked.findings + Prolog.findings(in: bytes, checked, options: options)).map(\.rule))
    }

    @Test("shows in each section a fragment with exactly that fault, and one without any")
    func fragments() throws {
        let faults: [(title: String, rules: Set<CheckRule>)] = [
            ("order", [.order]), ("not know", [.misplacedElement]), ("words", [.enumeration]),
            ("before the requests", [.prolog, .envelope]), ("above 127", [.prolog, .characters]),
            ("version", [.version]), ("too long", [.length]), ("exclude", [.choice]), ("change", [.missing]),
        ]
        let sections = try Self.sections().filter { !$0.fragments.isEmpty }
        try #require(sections.count == faults.count)
        for (section, fault) in zip(sections, faults) {
            #expect(section.title.contains(fault.title))
            try #require(section.fragments.count == 2, "\(section.title)")
            #expect(try rules(section.fragments[0]) == fault.rules, "\(section.title)")
            #expect(try rules(section.fragments[1]).isEmpty, "\(section.title)")
        }
    }
}
