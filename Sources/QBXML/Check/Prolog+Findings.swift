extension Prolog {
    /// What is wrong in front of and around the requests of a whole document, if somebody sends it as it is.
    ///
    /// They are warnings: the documents that go out from here have a prolog of their own and no byte above
    /// 127. Who looks for the reason of a refused document needs to know all the same.
    ///
    /// - Parameter document: the bytes that `checked` was made of.
    package static func findings(
        in document: [UInt8], _ checked: Checked, options: CheckOptions, catalog: Catalog = .standard
    ) -> [Finding] {
        guard checked.draft.origin == .xml, checked.draft.isWhole(in: catalog) else { return [] }
        let prolog = Prolog(of: document)
        var findings: [Finding] = []
        func tell(_ problem: String, expected: String, line: Int = 1) {
            findings.append(
                Finding(
                    rule: .prolog, severity: .warning, pointer: "", line: line, request: nil,
                    problem: problem, expected: expected, nearest: [], catalog: nil))
        }
        if !prolog.hasDeclaration {
            tell(
                "Some versions of QuickBooks refuse a document that does not begin with an XML declaration.",
                expected: "<?xml version=\"1.0\" encoding=\"utf-8\"?> from the very first byte")
        }
        let usual = "<?qbxml version=\"\(checked.versionToSend(highest: options.version))\"?>"
        if let written = prolog.version {
            if let version = Version(written) {
                findings += tooOld(version, checked.draft, options, catalog)
            } else {
                tell(
                    "\"\(written)\" is no version of qbXML, and QuickBooks refuses the document.",
                    expected: usual, line: line(of: "<?qbxml", in: document))
            }
        } else {
            tell("QuickBooks refuses a document without its qbXML version.", expected: usual + " in line 2")
        }
        if let raw = document.firstIndex(where: { $0 >= 0x80 }) {
            tell(
                "QuickBooks may refuse a document with characters above 127 as they are, whatever encoding "
                    + "it declares.", expected: "decimal references, as &#233; for é",
                line: Draft.lineAndColumn(of: raw, in: document).line)
        }
        return findings
    }

    /// What the document's own version does not have.
    private static func tooOld(
        _ version: Version, _ draft: Draft, _ options: CheckOptions, _ catalog: Catalog
    ) -> [Finding] {
        guard version < options.version else { return [] }
        var older = options
        older.version = version
        let newer = Checker.check(draft, options: options, catalog: catalog).findings
        return Checker.check(draft, options: older, catalog: catalog).findings.filter {
            $0.rule == .version && !newer.contains($0)
        }.map { finding in
            var finding = finding
            finding.severity = .warning
            return finding
        }
    }

    private static func line(of text: String, in document: [UInt8]) -> Int {
        let lines = document.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(decoding: $0, as: UTF8.self).contains(text) } ?? 0) + 1
    }
}

extension Draft {
    /// A document from `<QBXML>` on, not a piece of one.
    fileprivate func isWhole(in catalog: Catalog) -> Bool { name(0, in: catalog) == "QBXML" }
}
