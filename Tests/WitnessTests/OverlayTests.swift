import FoundationEssentials
import Testing
import Witness

@Suite("What older schemas and the XSD set add to the newest")
struct OverlayTests {
    @Test("what the oldest lacks gets the version that first had it, unless it is marked or inside such")
    func versions() throws {
        let old = "<Rock>INTTYPE</Rock>"
        let middle = old + "<Dust>INTTYPE</Dust>"
        let new = """
            <Rock>INTTYPE</Rock><Dust>INTTYPE</Dust>
            <Sea><Depth>INTTYPE</Depth></Sea>
            <Tide>INTTYPE</Tide> <!-- v15.0 -->
            """
        let derivation = try Derivation(
            schemas: [
                Moon.schema(around: old, "13.0"), Moon.schema(around: old, "14.0"),
                Moon.schema(around: middle, "15.0"), Moon.schema(around: new, "16.0"),
            ], xsd: nil)
        #expect(
            try Moon.lines("Additions", derivation).inside == [
                "Rock int", "Dust int v15.0", "Sea v16.0 {", "  Depth int", "}", "Tide int v15.0",
            ])
    }

    @Test("a value that came or went has its version; those of a new enumeration have none")
    func values() throws {
        let schema = { (phases: String, more: String, version: String) in
            try Moon.schema(
                around: """
                    <!-- Phase may have one of the following values: \(phases) -->
                    <Phase>ENUMTYPE</Phase>
                    \(more)
                    """, version)
        }
        let sides = { (values: String) in
            "<!-- Side may have one of the following values: \(values) --><Side>ENUMTYPE</Side>"
        }
        let derivation = try Derivation(
            schemas: [
                schema("Full, Gone [DEFAULT]", "", "13.0"), schema("Full, Gone", sides("Near"), "14.0"),
                schema("New, Full", sides("Near, Far"), "15.0"),
                schema("New [DEFAULT], Full", sides("Near, Far"), "16.0"),
            ], xsd: nil)
        #expect(
            try Moon.lines("Enumerations", derivation) == [
                "enum Phase", "  New>=15.0! Full Gone<=14.0!", "enum Side", "  Near Far>=15.0",
            ])
    }

    private static func derivation(_ sets: String, xsd: String) throws -> Derivation {
        try Moon.withFolder { folder in
            try Moon.write(Moon.document(sets), to: folder.appending(path: "qbxmlops160.xml"))
            try Moon.write(xsd, to: folder.appending(path: "xsd-13.0/qbxmlops130.xsd"))
            let files = try SchemaFolder(at: folder)
            return try Derivation(schemas: files.schemas, xsd: files.xsd)
        }
    }

    private static let inside = """
        <Rock>INTTYPE</Rock>  <!-- opt, may rep -->
        <Sea>                 <!-- opt -->
          <Depth>INTTYPE</Depth>
        </Sea>
        """

    private static let sets = """
        <QBXMLMsgsRq><MoonAddRq>\(inside)</MoonAddRq></QBXMLMsgsRq>
        <QBXMLMsgsRs><MoonAddRs>\(inside)</MoonAddRs></QBXMLMsgsRs>
        """

    @Test("how often at most is taken from the XSD set, and what a request may leave out, not an answer")
    func bounds() throws {
        let derivation = try Self.derivation(
            Self.sets,
            xsd: Moon.xsd(
                around: """
                    <xsd:choice minOccurs="0">
                      <xsd:element name="Rock" type="INTTYPE" minOccurs="0" maxOccurs="8"/>
                      <xsd:element name="Sea" minOccurs="0"><xsd:complexType><xsd:sequence>
                        <xsd:element name="Depth" type="INTTYPE" minOccurs="0"/>
                      </xsd:sequence></xsd:complexType></xsd:element>
                    </xsd:choice>
                    """))
        #expect(
            try Moon.lines("Additions", derivation).inside == ["Rock*8 int", "Sea? {", "  Depth? int", "}"])
        #expect(
            try Moon.lines("Answers", derivation).inside == ["Rock*8 int", "Sea? {", "  Depth int", "}"])
        #expect(derivation.disagreements.isEmpty)
    }

    @Test("references and groups of the XSD set are followed through the files that it includes")
    func included() throws {
        let derivation = try Moon.withFolder { folder in
            try Moon.write(Moon.document(Self.sets), to: folder.appending(path: "qbxmlops160.xml"))
            let set = folder.appending(path: "xsd-13.0")
            let head = #"<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">"#
            try Moon.write(
                Moon.xsd(around: #"<xsd:group ref="Surface"/>"#).replacing(
                    head, with: head + #"<xsd:include schemaLocation="moon.xsd"/>"#),
                to: set.appending(path: "qbxmlops130.xsd"))
            try Moon.write(
                head + """
                    <xsd:group name="Surface"><xsd:sequence>
                      <xsd:element ref="Rock" minOccurs="0" maxOccurs="3"/>
                      <xsd:element ref="Sea" minOccurs="0"/>
                    </xsd:sequence></xsd:group>
                    <xsd:simpleType name="INTTYPE"/>
                    <xsd:element name="Rock" type="INTTYPE"/>
                    <xsd:element name="Sea" type="Sea"/>
                    <xsd:complexType name="Sea"><xsd:sequence>
                      <xsd:element name="Depth" type="INTTYPE" minOccurs="0"/>
                    </xsd:sequence></xsd:complexType>
                    </xsd:schema>
                    """, to: set.appending(path: "moon.xsd"))
            let files = try SchemaFolder(at: folder)
            return try Derivation(schemas: files.schemas, xsd: files.xsd)
        }
        #expect(
            try Moon.lines("Additions", derivation).inside == ["Rock*3 int", "Sea? {", "  Depth? int", "}"])
    }

    @Test("where the XSD set contradicts the schema, the schema is believed and a sentence says so")
    func disagreements() throws {
        let derivation = try Self.derivation(
            Self.sets,
            xsd: Moon.xsd(
                around: """
                    <xsd:element name="Rock" type="INTTYPE" minOccurs="0"/>
                    <xsd:element name="Sea" maxOccurs="unbounded"/>
                    """))
        #expect(
            try Moon.lines("Additions", derivation).inside == ["Rock* int", "Sea? =Sea"])
        #expect(
            derivation.disagreements.prefix(3) == [
                "MoonAddRq/Rock may come once only by the XSD set.",
                "MoonAddRq/Sea may come more than once by the XSD set only.",
                "MoonAddRq/Sea is required by the XSD set only.",
            ])
        #expect(derivation.disagreements.count == 6)
    }
}
