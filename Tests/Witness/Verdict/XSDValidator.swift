internal import CLibXML2
package import FoundationEssentials
package import QBXML

/// A witness that is not ours: libxml2's schema validation by an XSD set that a developer has.
///
/// Sendable although the compiler cannot see why: libxml2 only reads a compiled schema, so that any number of
/// validations may share it, and each has a context of its own.
package final class XSDValidator: @unchecked Sendable {
    /// The version of the set that there is.
    package static let version = Version(major: 13, minor: 0)

    private let schema: xmlSchemaPtr

    /// Compiles `qbxmlops130.xsd` in the folder `xsd-13.0`.
    package init(in folder: URL) throws(SchemaError) {
        let path = folder.appending(path: "xsd-13.0/qbxmlops130.xsd").path
        _ = Self.isLibraryReady
        let complaints = Complaints()
        guard let parser = xmlSchemaNewParserCtxt(path) else {
            throw .unreadable(path: path, reason: "memory")
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        xmlSchemaSetParserStructuredErrors(
            parser, { Complaints.take($0, $1) }, Unmanaged.passUnretained(complaints).toOpaque())
        guard let schema = xmlSchemaParse(parser) else {
            throw .unreadable(path: path, reason: complaints.list.first?.problem ?? "no schema")
        }
        self.schema = schema
    }

    deinit { xmlSchemaFree(schema) }

    /// libxml2 makes its own types when it first needs them, and two threads must not do so at once.
    private static let isLibraryReady: Bool = {
        xmlInitParser()
        xmlSchemaInitTypes()
        return true
    }()

    /// What one element or attribute is refused for.
    package struct Complaint: Equatable, Sendable {
        /// libxml2's number of the rule, `XML_SCHEMAV_…`.
        package let code: Int
        /// `/QBXML/QBXMLMsgsRq/InvoiceAddRq/InvoiceAdd/InvoiceLineAdd[4]/Quantity`
        package let path: String
        package let problem: String

        /// The element's name.
        package var element: String {
            let last = path.split(separator: "/").last { !$0.hasPrefix("@") } ?? ""
            return String(last.prefix { $0 != "[" })
        }
    }

    /// All that is wrong with a document; nothing means that it is valid.
    package func complaints(about document: [UInt8]) -> [Complaint] {
        let complaints = Complaints()
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let tree = document.withUnsafeBytes { bytes in
            xmlReadMemory(
                bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil,
                Int32(XML_PARSE_NONET.rawValue))
        }
        guard let tree else { return [Complaint(code: -1, path: "", problem: "not well-formed")] }
        defer { xmlFreeDoc(tree) }
        guard let context = xmlSchemaNewValidCtxt(schema) else {
            return [Complaint(code: -1, path: "", problem: "no memory for a validation")]
        }
        defer { xmlSchemaFreeValidCtxt(context) }
        xmlSchemaSetValidStructuredErrors(
            context, { Complaints.take($0, $1) }, Unmanaged.passUnretained(complaints).toOpaque())
        let code = xmlSchemaValidateDoc(context, tree)
        if code != 0, complaints.list.isEmpty {
            return [Complaint(code: Int(code), path: "", problem: "invalid for no reason given")]
        }
        return complaints.list
    }
}

/// Gathers what libxml2 reports.
private final class Complaints {
    private(set) var list: [XSDValidator.Complaint] = []

    static func take(_ collector: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
        guard let collector, let error else { return }
        let node = error.pointee.node?.bindMemory(to: xmlNode.self, capacity: 1)
        let path = node.flatMap { xmlGetNodePath($0) }
        defer { if let path { cxml_free(path) } }
        let message = error.pointee.message.map { String(cString: $0) } ?? ""
        Unmanaged<Complaints>.fromOpaque(collector).takeUnretainedValue().list.append(
            XSDValidator.Complaint(
                code: Int(error.pointee.code), path: path.map { String(cString: $0) } ?? "",
                problem: message.split(separator: "\n").joined(separator: " ")))
    }
}

extension XSDValidator {
    /// A text has more characters than `maxLength`.
    static let tooLong = Int(XML_SCHEMAV_CVC_MAXLENGTH_VALID.rawValue)
    /// An element stands where none or another one is expected.
    static let unexpectedElement = Int(XML_SCHEMAV_ELEMENT_CONTENT.rawValue)
    /// Text stands in an element that must be quite empty.
    static let textInNothing = Int(XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1.rawValue)
}
