package import QBXML

/// What would be sent for an input, if no rule of the schema is against it.
package struct CanonicalForm: Sendable {
    private let version: Version
    private let catalog: Catalog

    package init(version: Version, catalog: Catalog = .standard) {
        self.version = version
        self.catalog = catalog
    }

    /// - Parameters:
    ///   - input: JSON or qbXML.
    ///   - ignored: a rule that may be broken.
    /// - Returns: nil if it is refused.
    package func document(of input: [UInt8], ignoring ignored: CheckRule? = nil) -> [UInt8]? {
        guard let draft = try? Draft(reading: input, catalog: catalog) else { return nil }
        let checked = Checker.check(draft, options: CheckOptions(version: version), catalog: catalog)
        guard checked.errors.allSatisfy({ !$0.rule.isOfSchema || $0.rule == ignored }) else { return nil }
        return checked.document(MessageSetHead(version: version), catalog: catalog)
    }
}
