package import QBXML

/// What the catalog's check and the XSD say of one document.
package struct Comparison: Sendable {
    package let document: [UInt8]
    /// What the XSD refuses it for.
    package let complaints: [XSDValidator.Complaint]
    /// Errors by rules that a schema knows too. The others are rules that QuickBooks applies later.
    package let findings: [Finding]
    /// Why it is no document of requests at all.
    package let refusal: DraftError?

    package init(of document: [UInt8], by validator: XSDValidator) {
        self.document = document
        complaints = validator.complaints(about: document)
        do throws(DraftError) {
            let draft = try Draft(reading: document)
            let options = CheckOptions(version: XSDValidator.version, edition: nil)
            findings = Checker.check(draft, options: options).errors.filter(\.rule.isOfSchema)
            refusal = nil
        } catch {
            findings = []
            refusal = error
        }
    }

    package var isValidToXSD: Bool { complaints.isEmpty }

    package var isValidToUs: Bool { findings.isEmpty && refusal == nil }

    package var agrees: Bool { isValidToXSD == isValidToUs }

    /// Both verdicts in full, for a person.
    package var report: String {
        var lines = [String(decoding: document, as: UTF8.self)]
        lines += complaints.map { "  XSD: \($0.path): \($0.problem)" }
        lines += findings.map { "  we: \($0.rule.rawValue) \($0.pointer): \($0.sentence)" }
        if let refusal { lines.append("  we: \(refusal.sentence)") }
        return lines.joined(separator: "\n")
    }
}
