import FoundationEssentials
import QBXML
import Witness

/// Schemas in the shape of the real ones, of a program that keeps the books of the moon.
enum Moon {
    /// A whole schema with one request, `MoonAddRq`, around `inside`.
    static func schema(around inside: String, _ version: String = "16.0") throws -> Schema {
        try schema(
            sets: """
                <QBXMLMsgsRq>
                  <!-- MoonAddRq contains 1 optional attribute: 'requestID' -->
                  <MoonAddRq requestID = "UUIDTYPE">
                    \(inside)
                  </MoonAddRq>
                </QBXMLMsgsRq>
                """, version)
    }

    static func schema(sets: String, _ version: String = "16.0") throws -> Schema {
        guard let version = Version(version) else { throw Surprise.version(version) }
        return try Schema(reading: Array(document(sets).utf8), version: version)
    }

    static func document(_ sets: String) -> String {
        "<?xml version=\"1.0\" ?>\r\n<!-- (c) nobody -->\r\n<QBXML>\r\n\(sets)\r\n</QBXML>\r\n"
    }

    /// What becomes of `inside`, without the request around it.
    static func lines(of inside: String) throws -> [String] {
        try lines("Additions", Derivation(schemas: [schema(around: inside)], xsd: nil)).inside
    }

    /// The notation in `Catalog+<file>.swift`, without the Swift around it and its margin.
    static func lines(_ file: String, _ derivation: Derivation) throws -> [String] {
        guard let file = derivation.files.first(where: { $0.name == "Catalog+\(file).swift" }) else {
            throw Surprise.file(file)
        }
        let lines = file.text.split(separator: "\n").map(String.init)
        return lines.drop { !$0.hasSuffix("\"\"\"") }.dropFirst().prefix { !$0.hasSuffix("\"\"\"#") }
            .map { String($0.dropFirst(8)) }
    }

    static func lines(_ file: String, sets: String) throws -> [String] {
        try lines(file, Derivation(schemas: [schema(sets: sets)], xsd: nil))
    }

    /// An XSD set in which a `MoonAddRq` holds `inside`, and a `MoonAddRs` does.
    static func xsd(around inside: String) -> String {
        """
        <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
          <xsd:element name="QBXMLMsgsRq"><xsd:complexType><xsd:choice maxOccurs="unbounded">
            <xsd:element name="MoonAddRq" type="MoonAddType"/>
          </xsd:choice></xsd:complexType></xsd:element>
          <xsd:element name="QBXMLMsgsRs"><xsd:complexType><xsd:choice maxOccurs="unbounded">
            <xsd:element name="MoonAddRs" type="MoonAddType"/>
          </xsd:choice></xsd:complexType></xsd:element>
          <xsd:complexType name="MoonAddType"><xsd:sequence>
            \(inside)
          </xsd:sequence></xsd:complexType>
        </xsd:schema>
        """
    }

    /// Calls `body` with a folder that is gone afterwards.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qbwitness-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    static func write(_ text: String, to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    enum Surprise: Error {
        case version(String), file(String)
    }
}

extension [String] {
    /// Without the first and the last line, and two blanks less in front.
    var inside: [String] { dropFirst().dropLast().map { String($0.dropFirst(2)) } }
}
