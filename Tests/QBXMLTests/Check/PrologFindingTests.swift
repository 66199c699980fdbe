import Testing

@testable import QBXML

@Suite("What stands around the requests of a document")
struct PrologFindingTests {
    private static let invoice = """
        <QBXML><QBXMLMsgsRq onError="stopOnError"><InvoiceAddRq><InvoiceAdd>
        <CustomerRef><FullName>Ann</FullName></CustomerRef><ExchangeRate>1.1</ExchangeRate>
        </InvoiceAdd></InvoiceAddRq></QBXMLMsgsRq></QBXML>
        """

    private func findings(_ text: String, version: Version = Catalog.newest) throws -> [Finding] {
        let bytes = Array(text.utf8)
        let options = CheckOptions(version: version)
        let checked = Checker.check(try Draft(reading: bytes), options: options)
        #expect(checked.isAcceptable)
        return Prolog.findings(in: bytes, checked, options: options)
    }

    @Test("is fine with a declaration at the first byte and a version that has everything in it")
    func fine() throws {
        for version in ["8.0", "13.0", "16.0"] {
            let head = "<?xml version=\"1.0\"?>\n<?qbxml version=\"\(version)\"?>\n"
            #expect(try findings(head + Self.invoice).isEmpty)
        }
    }

    @Test("is told to lack each of them, and what to write instead")
    func missing() throws {
        let found = try findings(Self.invoice)
        #expect(found.map(\.rule) == [.prolog, .prolog] && found.allSatisfy { $0.severity == .warning })
        #expect(found[1].expected?.contains("<?qbxml version=\"13.0\"?>") == true)
        let late = try findings("\n<?xml version=\"1.0\"?><?qbxml version=\"13.0\"?>" + Self.invoice)
        #expect(late.count == 1 && late[0].expected?.contains("first byte") == true)
        let marked = try findings("\u{FEFF}<?xml version=\"1.0\"?><?qbxml version=\"13.0\"?>" + Self.invoice)
        #expect(marked.first?.problem == late[0].problem)
    }

    @Test("has a version that is one, and not older than what is in the document")
    func version() throws {
        let declaration = "<?xml version=\"1.0\"?>\n\n"
        let wrong = try findings(declaration + "<?qbxml version=\"13\"?>\n" + Self.invoice)
        #expect(wrong.count == 1 && wrong[0].line == 3 && wrong[0].problem.contains("\"13\""))
        let old = try findings(declaration + "<?qbxml version=\"6.0\"?>\n" + Self.invoice)
        #expect(old.map(\.rule) == [.version] && old[0].severity == .warning)
        #expect(old[0].pointer.hasSuffix("/ExchangeRate") && old[0].line == 5)
    }

    @Test("has no character above 127 that is not a reference")
    func characters() throws {
        let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?qbxml version=\"13.0\"?>\n"
        let raw = try findings(head + Self.invoice.replacing("Ann", with: "Zoë"))
        #expect(raw.count == 1 && raw[0].line == 4 && raw[0].expected?.contains("&#233;") == true)
        #expect(try findings(head + Self.invoice.replacing("Ann", with: "Zo&#235;")).isEmpty)
    }

    @Test("is nobody's business where there is only a piece of a document, or JSON")
    func pieces() throws {
        #expect(try findings("<HostQueryRq/>").isEmpty)
        #expect(try findings("<QBXMLMsgsRq onError=\"stopOnError\"><HostQueryRq/></QBXMLMsgsRq>").isEmpty)
        #expect(try findings("{\"CustomerAdd\": {\"Name\": \"Zoë\"}}").isEmpty)
    }
}
