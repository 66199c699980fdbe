internal import QBXML
internal import XML

extension KnownDifference {
    /// The reasons for which two verdicts differ; nil if some part of the difference has none.
    package static func explaining(_ comparison: Comparison) -> Set<KnownDifference>? {
        comparison.isValidToXSD
            ? explaining(findingsOf: comparison) : explaining(complaintsAbout: comparison)
    }

    /// The reasons for which we refuse it; nil if one is not known.
    static func explaining(findingsOf comparison: Comparison) -> Set<KnownDifference>? {
        if comparison.isValidToUs { return [] }
        guard comparison.refusal == nil, let document = try? Element(parsing: comparison.document) else {
            return nil
        }
        var reasons: Set<KnownDifference> = []
        for finding in comparison.findings {
            let evidence = Evidence(at: finding.pointer, in: document)
            guard let reason = allCases.first(where: { $0.explains(finding, evidence) }) else { return nil }
            reasons.insert(reason)
        }
        return reasons
    }

    /// The reasons for which the XSD refuses it; nil if one is not known.
    static func explaining(complaintsAbout comparison: Comparison) -> Set<KnownDifference>? {
        if comparison.isValidToXSD { return [] }
        guard let document = try? Element(parsing: comparison.document) else { return nil }
        var reasons: Set<KnownDifference> = []
        for complaint in comparison.complaints {
            let evidence = Evidence(at: complaint.path, in: document)
            guard let reason = allCases.first(where: { $0.explains(complaint, evidence) }) else { return nil }
            reasons.insert(reason)
        }
        return reasons
    }

    /// What we refuse and the XSD takes.
    private func explains(_ finding: Finding, _ evidence: Evidence) -> Bool {
        switch self {
        case .onlineEdition: finding.rule == .edition
        case .whiteSpace:
            finding.rule == .format && evidence.value.trimmed != evidence.value
                && [.flag, .int, .date, .time, .interval, .float].contains(evidence.type)
        case .dateForm:
            finding.rule == .format && evidence.type == .date
                && (evidence.value.hasSuffix("Z") || evidence.value.drop { $0 != ":" }.count == 3
                    || evidence.value.drop { $0 == "-" }.prefix { $0 != "-" }.count > 4
                    || evidence.value.hasPrefix("-"))
        case .longNumber: finding.rule == .format && evidence.type == .int && evidence.digitCount > 10
        case .emptyWord:
            finding.rule == .enumeration && evidence.value.isEmpty && evidence.hasDefault
        case .emptyReportType:
            finding.rule == .enumeration && evidence.value.isEmpty && evidence.name == "JobReportType"
        case .conversionRatio: finding.rule == .range && evidence.name == "ConversionRatio"
        case .returnLineName:
            finding.rule == .length && evidence.parent == "SalesTaxReturnLineRef"
                && evidence.name == "FullName"
        case .taxCodeName, .valueAdjustment, .blankInNothing: false
        }
    }

    /// What the XSD refuses and we take.
    private func explains(_ complaint: XSDValidator.Complaint, _ evidence: Evidence) -> Bool {
        switch self {
        case .taxCodeName:
            complaint.code == XSDValidator.tooLong && evidence.name == "FullName"
                && ["SalesTaxCodeRef", "PurchaseTaxCodeRef"].contains(evidence.parent)
                && evidence.value.unicodeScalars.count <= 6
        case .valueAdjustment:
            complaint.code == XSDValidator.unexpectedElement && evidence.parent == "ValueAdjustment"
                && ["NewValue", "ValueDifference"].contains(evidence.name)
        case .blankInNothing:
            complaint.code == XSDValidator.textInNothing && evidence.value.trimmed.isEmpty
        default: false
        }
    }
}

/// What stands in a document where somebody objects to it.
private struct Evidence {
    /// Of the element; for an attribute, of the one that has it.
    var name: String
    var parent: String
    var value: String
    var place: Place?

    /// - Parameter path: `/QBXML/QBXMLMsgsRq/InvoiceAddRq/InvoiceAdd/InvoiceLineAdd[4]/Quantity`
    init(at path: String, in document: Element) {
        var element = document
        var content: Content.ID?
        (name, parent) = (document.name, "")
        let catalog = Catalog.standard
        for step in path.split(separator: "/").dropFirst() where !step.hasPrefix("@") {
            let parts = step.split(separator: "[")
            let number = parts.count > 1 ? Int(parts[1].dropLast()) ?? 1 : 1
            (parent, name) = (name, String(parts[0]))
            let twins = element.all(name)
            element = number <= twins.count ? twins[number - 1] : Element(name: name)
            if let message = catalog.message(name) {
                content = message.content
            } else {
                let places = content.map { catalog[$0].places } ?? []
                let found = places.first { catalog.name(of: $0) == parts[0] }
                (place, content) = (found, found?.content)
            }
        }
        value = element.text
    }

    var type: ValueType { place?.type ?? .empty }
    var digitCount: Int { value.count(where: \.isNumber) }
    var hasDefault: Bool { place.flatMap { Catalog.standard.enumeration(of: $0) }?.standard != nil }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
    }
}
