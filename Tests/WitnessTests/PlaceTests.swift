import Testing
import Witness

@Suite("What a schema says of a place, in the notation")
struct PlaceTests {
    @Test(
        "the comment behind it becomes its sign, its length and its marks",
        arguments: [
            ("", "Crater text"),
            ("opt", "Crater? text"),
            ("opt, may rep", "Crater* text"),
            ("rep (1 or more)", "Crater+ text"),
            ("v6.0", "Crater text v6.0"),
            ("may be macro value", "Crater text macro"),
            ("min value = .5, max value = 12", "Crater text min.5 max12"),
            ("opt, min value = 0, v13.0", "Crater? text min0 v13.0"),
        ])
    func marks(comment: String, line: String) throws {
        #expect(try Moon.lines(of: "<Crater>STRTYPE</Crater>  <!-- \(comment) -->") == [line])
        #expect(
            try Moon.lines(of: "<Crater>STRTYPE</Crater>\r\n<!--\(comment)-->\r\n<Dust>IDTYPE</Dust>")
                == [line, "Dust id"])
    }

    @Test(
        "a length is one number where the editions agree, and online counts for nothing",
        arguments: [
            ("max length = 31", "text31"),
            ("max length = 31 for QBD|QBCA|QBUK|QBAU", "text31"),
            ("max length = 31 for QBD|QBCA|QBUK|QBAU, max length = 1000 for QBOE", "text31"),
            ("max length = 6 for QBAU", "text6"),
            ("max length = 1000 for QBOE", "text"),
            ("max length = 31 for QBD|QBCA, max length = 41 for QBUK", "text(US31,CA31,UK41)"),
            ("max length = 3 for QBCA|QBUK, max length = 6 for QBAU", "text(CA3,UK3,AU6)"),
        ])
    func lengths(comment: String, type: String) throws {
        #expect(try Moon.lines(of: "<Crater>STRTYPE</Crater> <!-- \(comment) -->") == ["Crater " + type])
    }

    @Test(
        "editions that lack it are named, and what none of ours has is online",
        arguments: [
            ("not in QBOE", ""),
            ("not in QBD|QBOE", " not:US"),
            ("not in QBAU|QBCA|QBUK", " not:CA,UK,AU"),
            ("not in QBD|QBCA|QBUK|QBAU", " online"),
            ("max length = 5, not in QBUK|QBOE, v8.0", "5 v8.0 not:UK"),
        ])
    func editions(comment: String, marks: String) throws {
        #expect(
            try Moon.lines(of: "<Crater>STRTYPE</Crater> <!-- \(comment) -->") == ["Crater text" + marks])
    }

    @Test(
        "each type has a word",
        arguments: [
            ("IDTYPE", "id"), ("GUIDTYPE", "guid"), ("BOOLTYPE", "flag"), ("INTTYPE", "int"),
            ("DATETYPE", "date"), ("DATETIMETYPE", "time"), ("TIMEINTERVALTYPE", "interval"),
            ("AMTTYPE", "amount"), ("PRICETYPE", "price"), ("QUANTYPE", "quantity"),
            ("PERCENTTYPE", "percent"), ("FLOATTYPE", "float"),
        ])
    func types(type: String, word: String) throws {
        #expect(try Moon.lines(of: "<Crater>\(type)</Crater>") == ["Crater " + word])
    }

    @Test("one that holds others has its comment inside, before them; one that holds nothing is empty")
    func content() throws {
        let lines = try Moon.lines(
            of: """
                <Crater>                            <!-- opt, may rep, v4.0 -->
                  <Rim>                             <!-- opt -->
                    <Height>INTTYPE</Height>
                  </Rim>
                  <Dust></Dust>                     <!-- opt -->
                </Crater>
                """)
        #expect(
            lines == [
                "Crater* v4.0 {", "  Rim? {", "    Height int", "  }", "  Dust? empty", "}",
            ])
    }

    @Test("attributes follow in the order of the markup, required ones with an exclamation mark")
    func attributes() throws {
        let lines = try Moon.lines(
            of: """
                <!-- Crater contains 2 attributes -->
                <!--    'rowNumber' is required -->
                <!--    'kind' is optional and may have one of the following values: Old, New -->
                <Crater kind = "ENUMTYPE" rowNumber = "INTTYPE">   <!-- opt -->
                  <Rim>STRTYPE</Rim>
                </Crater>
                <!-- Dust contains 1 optional attribute: 'defMacro' -->
                <Dust defMacro = "MACROTYPE"></Dust>
                """)
        #expect(lines == ["Crater? @kind @rowNumber! {", "  Rim text", "}", "Dust empty @defMacro"])
    }

    @Test(
        "a choice opens with the sign of how often it may come",
        arguments: [
            ("You may have Rock OR Dust", "(1"), ("You may optionally have Rock OR Dust", "(?"),
            ("You may have 0 or more Rock OR Dust", "(*"), ("You may have 1 or more Rock OR Dust", "(+"),
            ("You may have  ( Rock AND Sand )  OR Dust", "(1"),
        ])
    func choices(words: String, sign: String) throws {
        let choice = { (rules: String) in
            """
            <!-- \(rules)BEGIN OR: \(words) -->
            <Rock>INTTYPE</Rock>
            <!-- OR -->
            <Dust>INTTYPE</Dust>   <!-- opt -->
            <!-- END OR -->
            """
        }
        #expect(try Moon.lines(of: choice("")) == [sign, "  Rock int", "|", "  Dust? int", ")"])
        #expect(try Moon.lines(of: choice("v11.0, not in QBUK|QBOE, ")).first == sign + " v11.0 not:UK")
    }

    @Test("choices stand within each other, and an enumeration's values may be told before one begins")
    func nesting() throws {
        let lines = try Moon.lines(
            of: """
                <Name>STRTYPE</Name>
                <!-- Side may have one of the following values: Near, Far -->
                <!-- BEGIN OR: You may optionally have Side OR ( Rock AND ( Sand OR Dust ) ) -->
                <Side>ENUMTYPE</Side>
                <!-- OR -->
                <Rock>INTTYPE</Rock>
                <!-- BEGIN OR: You may have Sand OR Dust -->
                <Sand>INTTYPE</Sand>
                <!-- OR -->
                <Dust>INTTYPE</Dust>
                <!-- END OR -->
                <!-- END OR -->
                <Age>FLOATTYPE</Age>
                """)
        #expect(
            lines == [
                "Name text", "(?", "  Side enum", "|", "  Rock int", "  (1", "    Sand int", "  |",
                "    Dust int", "  )", ")", "Age float",
            ])
    }
}
