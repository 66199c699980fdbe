import Testing
import Witness

@Suite("What a schema says of requests, answers and enumerations, in the notation")
struct MessageTests {
    @Test("a request is headed by its attributes other than IDs, and goes where its name ends")
    func requests() throws {
        let sets = """
            <QBXMLMsgsRq>
              <!-- MoonQueryRq contains 4 attributes -->
              <!--    'requestID' is optional -->
              <!--    'metaData' is optional and may have one of the following values: None[DEFAULT], All -->
              <!--    'iterator' is optional and may have one of the following values: Start, Stop -->
              <!--    'iteratorID' is optional -->
              <MoonQueryRq requestID = "UUIDTYPE" metaData = "ENUMTYPE" iterator = "ENUMTYPE"
                  iteratorID = "UUIDTYPE">
                <!-- not in QBUK|QBOE, v2.0 -->
                <Name>STRTYPE</Name>
              </MoonQueryRq>
              <MoonAddRq><Name>STRTYPE</Name></MoonAddRq>
              <MoonModRq><Name>STRTYPE</Name></MoonModRq>
              <MoonMergeRq></MoonMergeRq>
            </QBXMLMsgsRq>
            <QBXMLSubscriptionMsgsRq><TideQueryRq></TideQueryRq></QBXMLSubscriptionMsgsRq>
            """
        let files = try Derivation(schemas: [Moon.schema(sets: sets)], xsd: nil)
        #expect(
            try Moon.lines("Queries", files) == [
                "request MoonQueryRq @metaData @iterator v2.0 not:UK {", "  Name text", "}",
                "request TideQueryRq subscription {", "}",
            ])
        #expect(try Moon.lines("Additions", files) == ["request MoonAddRq {", "  Name text", "}"])
        #expect(try Moon.lines("Modifications", files) == ["request MoonModRq {", "  Name text", "}"])
        #expect(try Moon.lines("Removals", files) == ["request MoonMergeRq {", "}"])
        #expect(try Moon.lines("Answers", files).isEmpty)
        #expect((files.requests, files.answers, files.places) == (5, 0, 3))
    }

    @Test("an answer is headed by what it counts, and events are left out")
    func answers() throws {
        let sets = """
            <QBXMLMsgsRs>
              <!-- MoonQueryRs contains 3 attributes -->
              <!--    'statusCode' is required -->
              <!--    'retCount' is optional -->
              <!--    'iteratorID' is optional -->
              <MoonQueryRs statusCode = "INTTYPE" retCount = "INTTYPE" iteratorID = "UUIDTYPE">
                <MoonRet>                      <!-- opt, may rep -->
                  <Name>STRTYPE</Name>
                </MoonRet>
              </MoonQueryRs>
            </QBXMLMsgsRs>
            <QBXMLEvents><MoonEvent><Name>STRTYPE</Name></MoonEvent></QBXMLEvents>
            """
        let files = try Derivation(schemas: [Moon.schema(sets: sets)], xsd: nil)
        #expect(
            try Moon.lines("Answers", files) == [
                "answer MoonQueryRs @retCount @iteratorID {", "  MoonRet* {", "    Name text", "  }", "}",
            ])
        #expect((files.requests, files.answers, files.places) == (0, 1, 2))
    }

    @Test("a content that stands twice becomes a shape, and its name is that of most of its places")
    func shapes() throws {
        let crater = "<Rim>STRTYPE</Rim><Floor><Depth>INTTYPE</Depth></Floor>"
        let inside = """
            <Old>\(crater)</Old><Crater>\(crater)</Crater><Crater2><Crater>\(crater)</Crater></Crater2>
            <Sea><Crater><Rim>IDTYPE</Rim></Crater><Crater2><Rim>IDTYPE</Rim></Crater2></Sea>
            <Plain><Rim>GUIDTYPE</Rim></Plain>
            """
        let files = try Derivation(schemas: [Moon.schema(around: inside)], xsd: nil)
        #expect(
            try Moon.lines("Shapes", files) == [
                "shape Crater {", "  Rim text", "  Floor {", "    Depth int", "  }", "}",
                "shape Crater.2 {", "  Rim id", "}",
            ])
        #expect(
            try Moon.lines("Additions", files).inside == [
                "Old =Crater", "Crater =Crater", "Crater2 {", "  Crater =Crater", "}",
                "Sea {", "  Crater =Crater.2", "  Crater2 =Crater.2", "}",
                "Plain {", "  Rim guid", "}",
            ])
        // Each counted wherever it may come, whether or not it is written there.
        #expect(files.places == 20)
    }

    @Test("a reference by ID or name is called after the length of the name")
    func references() throws {
        let reference = { (name: String, rules: String) in
            """
            <\(name)><ListID>IDTYPE</ListID> <!-- opt -->
            <FullName>STRTYPE</FullName> <!-- opt\(rules) --></\(name)>
            """
        }
        let lengths = ", max length = 31 for QBD, max length = 41 for QBAU"
        let inside = ["A", "B"].map { name in
            reference("Any" + name, "") + reference("Long" + name, ", max length = 159")
                + reference("Uneven" + name, lengths) + reference("New" + name, ", v2.0")
        }
        let files = try Derivation(schemas: [Moon.schema(around: inside.joined())], xsd: nil)
        let lines = try Moon.lines("Additions", files).inside
        #expect(lines.prefix(4) == ["AnyA =Ref", "LongA =Ref159", "UnevenA =Ref.US31.AU41", "NewA =NewA"])
    }

    @Test("an enumeration lists its values, its default marked; an attribute's name has an @ before it")
    func enumerations() throws {
        let sets = """
            <QBXMLMsgsRq>
              <!-- MoonAddRq contains 1 attributes -->
              <!--    'side' is required and must have one of the following values: near[DEFAULT], far -->
              <MoonAddRq side = "ENUMTYPE">
                <!-- Phase may have one of the following values: New [DEFAULT], Full=2, Waning=-1 -->
                <Phase>ENUMTYPE</Phase>
              </MoonAddRq>
            </QBXMLMsgsRq>
            """
        #expect(
            try Moon.lines("Enumerations", sets: sets) == [
                "enum @side", "  near! far", "enum Phase", "  New! Full Waning",
            ])
    }

    @Test("a long list of values is broken at 96 columns")
    func longEnumeration() throws {
        // Twelve words of seven letters and the blanks before them are 96 columns with two in front.
        let values = (0..<13).map { "Sea\($0 + 1000)" }
        let lines = try Moon.lines(
            "Enumerations",
            sets: """
                <QBXMLMsgsRq><MoonAddRq>
                <!-- Sea may have one of the following values: \(values.joined(separator: ", ")) -->
                <Sea>ENUMTYPE</Sea>
                </MoonAddRq></QBXMLMsgsRq>
                """)
        #expect(lines.map(\.count) == ["enum Sea".count, 2 + 11 * 8 + 7 - 8, 2 + 8 + 7])
        #expect(lines.dropFirst().joined(separator: " ").split(separator: " ").map(String.init) == values)
    }
}
