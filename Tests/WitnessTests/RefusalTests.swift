import FoundationEssentials
import Testing
import Witness

@Suite("Schema files that are not understood")
struct RefusalTests {
    @Test(
        "are refused with the line of the comment that means nothing or stands nowhere",
        arguments: [
            ("<Rock>INTTYPE</Rock> <!-- sometimes -->", "sometimes"),
            ("<Rock>INTTYPE</Rock> <!-- opt, max length = many -->", "opt, max length = many"),
            ("<Rock>INTTYPE</Rock> <!-- not in QBXX -->", "not in QBXX"),
            ("<!-- OR --><Rock>INTTYPE</Rock>", "OR"),
            ("<Rock>INTTYPE</Rock><!-- END OR -->", "END OR"),
            ("<Rock>INTTYPE</Rock> <!-- opt --> <!-- v2.0 -->", "v2.0"),
            (
                "<!-- Side may have one of the following values: Near [SOMETIMES] -->",
                "Side may have one of the following values: Near [SOMETIMES]"
            ),
            (
                "<!-- BEGIN OR: You may have Rock OR Dust --><Rock>INTTYPE</Rock>",
                "BEGIN OR without END OR"
            ),
            (
                "<!-- opt, BEGIN OR: You may have Rock OR Dust --><Rock>INTTYPE</Rock><!-- END OR -->",
                "rules that a choice cannot have"
            ),
        ])
    func remarks(inside: String, text: String) {
        // Three lines of `Moon.document`, three of `Moon.schema`, and this is the one after.
        #expect(throws: SchemaError.remark(text, line: 7)) { try Moon.schema(around: inside) }
    }

    @Test("are refused for a type without a word, and for what no comment explains")
    func types() {
        #expect(throws: SchemaError.type("DUSTTYPE", element: "Rock", line: 7)) {
            try Moon.schema(around: "<Rock>DUSTTYPE</Rock>")
        }
        #expect(throws: SchemaError.unannounced("Side", line: 7)) {
            try Moon.schema(around: "<Side>ENUMTYPE</Side>")
        }
        #expect(throws: SchemaError.absent("row", line: 8)) {
            try Moon.schema(
                around: "<!-- Rock contains 1 optional attribute: 'row' -->\n<Rock>INTTYPE</Rock>")
        }
        #expect(throws: SchemaError.missing("place for Side")) {
            try Moon.schema(around: "<!-- Side may have one of the following values: Near, Far -->")
        }
        #expect(throws: SchemaError.remark("a type beside content", line: 7)) {
            try Moon.schema(around: "<Rock>INTTYPE<Dust>INTTYPE</Dust></Rock>")
        }
        #expect(throws: SchemaError.unannounced("row", line: 7)) {
            try Moon.schema(around: "<Rock row = \"INTTYPE\">INTTYPE</Rock>")
        }
    }

    @Test("are refused where they are no XML")
    func malformed() {
        #expect {
            try Moon.schema(around: "<Rock>INTTYPE</Dust>")
        } throws: { error in
            guard let error = error as? SchemaError, case .malformed = error else { return false }
            return error.sentence.contains("line 7") && error.sentence.contains("Rock")
        }
    }

    @Test("are missing where only other editions' and older ones lie, or no XSD set")
    func missing() throws {
        try Moon.withFolder { folder in
            let moon = Moon.document("<QBXMLMsgsRq></QBXMLMsgsRq>")
            for name in ["qbxmlopsCA30.xml", "qbxmlops120.xml", "qbposxmlops30.xml"] {
                try Moon.write(moon, to: folder.appending(path: name))
            }
            #expect(
                throws: SchemaError.missing("file qbxmlopsNNN.xml of 13.0 or later in \(folder.path)")
            ) {
                try SchemaFolder(at: folder)
            }
            try Moon.write(moon, to: folder.appending(path: "qbxmlops130.xml"))
            #expect(
                throws: SchemaError.missing("folder xsd-… with a file qbxmlopsNNN.xsd in \(folder.path)")
            ) {
                try SchemaFolder(at: folder)
            }
            try Moon.write(
                "<xsd:schema xmlns:xsd=\"x\"><xsd:key/></xsd:schema>",
                to: folder.appending(path: "xsd-13.0/qbxmlops130.xsd"))
            #expect(
                throws: SchemaError.file(
                    path: folder.appending(path: "xsd-13.0").path, .foreign("key", in: "schema"))
            ) {
                try SchemaFolder(at: folder)
            }
        }
    }

    @Test("are found by version, whatever order their names have")
    func order() throws {
        try Moon.withFolder { folder in
            for number in ["160", "130", "1000"] {
                try Moon.write(
                    Moon.document("<QBXMLMsgsRq></QBXMLMsgsRq>"),
                    to: folder.appending(path: "qbxmlops\(number).xml"))
            }
            try Moon.write(Moon.xsd(around: ""), to: folder.appending(path: "xsd-13.0/qbxmlops130.xsd"))
            let versions = try SchemaFolder(at: folder).schemas.map { "\($0.version)" }
            #expect(versions == ["13.0", "16.0", "100.0"])
        }
    }
}
