import Testing

@testable import QBXML

@Suite("Reading requests")
struct DraftTests {
    private func error(_ text: String) -> DraftError? {
        do throws(DraftError) {
            _ = try Draft(reading: Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("says of broken JSON where it is broken and why")
    func brokenJSON() {
        let cases: [(String, String)] = [
            (#"{"A": }"#, "no value that begins so"), (#"{"A": 1,}"#, "a comma stands before"),
            (#"{"A": 1} x"#, "something follows"), (#"{"A": 1"#, "a comma"), (#"{"A" 1}"#, "colon"),
            (#"{"A": tru}"#, "no such word"), (#"{"A": "x"#, "no end"), (#"{"A": "\q"}"#, "no escape"),
            (#"{"A": "\u12"}"#, "four hexadecimal digits"), (#"{"A": "\ud800"}"#, "half a character"),
            (#"{"A": -}"#, "a digit is missing"), (#"{"A": 1.}"#, "a digit is missing"),
            (#"{"A": 01}"#, "a comma"), (#"{"A": 1, "A": 2}"#, "given twice"),
            (#"{"A": [[1]]}"#, "a list stands directly in a list"), (#"[[{}]]"#, "a list stands directly"),
            (#"{"$sum": 1}"#, "no key of this JSON"), ("{\"A\": \"a\u{1}\"}", "control character"),
            (String(repeating: #"{"A":"#, count: 70), "deeper than 64"),
            (##"{"A": {"#text": "a", "#text": "b"}}"##, "given twice"),
            (#"{"A": {"$order": [], "$order": []}}"#, "given twice"),
            ("{\"\(String(repeating: "A", count: 201))\": 1}", "more than 200 bytes"),
        ]
        for (text, reason) in cases {
            guard case .json(let said, let line, let column) = error(text) else {
                Issue.record("\(text) was read")
                continue
            }
            #expect(said.contains(reason), "\(text): \(said)")
            #expect(line == 1 && column > 0)
        }
        #expect(
            error("{\n  \"é\": 1,\n  \"b\": x}")
                == .json(reason: "there is no value that begins so", line: 3, column: 8))
    }

    @Test("knows a key again behind a list, and one that the catalog lacks")
    func givenTwice() {
        for text in [#"{"A": [1, 2], "B": 1, "A": 3}"#, #"{"Name": [{}, {}], "Memo": 1, "Name": 3}"#] {
            #expect(error(text)?.sentence.contains("given twice") == true, "\(text)")
        }
        // Elsewhere, and as an attribute, it is another one.
        #expect(error(#"[{"A": {"A": [1], "@A": 2}}, {"A": 1}]"#) == nil)
    }

    @Test("counts keys that the catalog lacks once each, and has enough of a thousand")
    func strangers() {
        let same = Array(repeating: #"{"Colour": 1}"#, count: 2_000).joined(separator: ",")
        #expect(error("{\"InvoiceAdd\": {\"InvoiceLineAdd\": [\(same)]}}") == nil)
        let many = (0...1_000).map { "\"Colour\($0)\": 1" }.joined(separator: ",")
        #expect(error("{\"InvoiceAdd\": {\(many)}}")?.sentence.contains("more than 1000") == true)
    }

    @Test("takes every escape of JSON")
    func escapes() throws {
        let text = #"{"CustomerAdd": {"Name": "\"\\\/\b\f\n\r\té\ud83d\ude00", "N\u0061me": ""}}"#
        #expect(error(text) == .json(reason: "the key \"Name\" is given twice", line: 1, column: 59))
        let draft = try Draft(reading: Array(#"{"A": "\"\\\/\n\té\ud83d\ude00"}"#.utf8))
        #expect(draft.string(draft.requests[0]) == "\"\\/\n\té😀")
    }

    @Test("takes a request, a list of them, or an object that holds them")
    func forms() throws {
        func count(_ text: String) throws -> Int { try Draft(reading: Array(text.utf8)).requests.count }
        #expect(try count(#"{"HostQuery": {}}"#) == 1)
        #expect(try count(#"[{"HostQuery": {}}, {"CompanyQuery": {}}]"#) == 2)
        #expect(try count(#"{"requests": [{"HostQuery": {}}], "onError": "stopOnError"}"#) == 1)
        #expect(try count(#"{"requests": {"HostQuery": {}}}"#) == 1)
        #expect(try count("[]") == 0)
        #expect(try count("\u{FEFF} {\"HostQuery\": {}}") == 1)
        #expect(try count("<HostQueryRq/>") == 1)
        #expect(
            try count("\n <QBXMLMsgsRq onError='stopOnError'><HostQueryRq/><HostQueryRq/></QBXMLMsgsRq>") == 2
        )
    }

    @Test("refuses what is no request, and says what would be one")
    func noRequests() {
        #expect(error("") == .empty)
        #expect(error("  \n") == .empty)
        #expect(error("5")?.sentence.contains("A request is an object") == true)
        #expect(error(#"["a"]"#)?.sentence.contains("A request is an object") == true)
        #expect(
            error(#"{"requests": [], "onEror": "x"}"#)?.sentence.contains("did you mean \"onError\"?") == true
        )
        #expect(error("<QBXML><QBXMLMsgsRs/></QBXML>")?.sentence.contains("an answer of QuickBooks") == true)
        #expect(error("<QBXML/>")?.sentence.contains("one <QBXMLMsgsRq>") == true)
        #expect(error("<html><body/></html>")?.sentence.contains("<html>") == true)
        #expect(error("<QBXML>")?.sentence.contains("not well-formed") == true)
        #expect(error("<!DOCTYPE a><QBXML/>")?.sentence.contains("document type") == true)
        #expect(error("PK\u{3}\u{4}")?.sentence.contains("not JSON") == true)
    }

    @Test("tells the lines of qbXML, also when something stands before it")
    func lines() throws {
        let text =
            "\n\n<QBXMLMsgsRq onError=\"stopOnError\">\n<HostQueryRq>\n<A/></HostQueryRq></QBXMLMsgsRq>"
        let checked = Checker.check(try Draft(reading: Array(text.utf8)))
        #expect(checked.findings.map(\.line) == [5])
    }

    @Test("reads the prolog whatever stands in it")
    func prolog() {
        func prolog(_ text: String) -> Prolog { Prolog(of: Array(text.utf8)) }
        let usual = prolog("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?qbxml version='13.0'?><QBXML/>")
        #expect(usual.hasDeclaration && usual.encoding == "utf-8" && usual.version == "13.0")
        let commented = prolog(
            "<?xml version=\"1.0\"?><!-- <?qbxml version=\"1.0\"?> --><?qbxml version=\"2.0\"?><A/>")
        #expect(commented.version == "2.0" && commented.encoding == nil)
        #expect(prolog("<QBXML/><?qbxml version=\"2.0\"?>").version == nil)
        #expect(!prolog(" <?xml version=\"1.0\"?><A/>").hasDeclaration)
        #expect(prolog("<?qbxml").version == nil && prolog("").version == nil)
    }
}
