import QBXML
import Testing

@Suite("Checking what no schema can express")
struct MeaningCheckTests {
    @Test("an iterator needs its ID to go on, and a page size")
    func iterators() throws {
        func rules(_ text: String) throws -> [String] {
            try Checking(text).findings.map { "\($0.rule.rawValue) \($0.severity.rawValue)" }
        }
        #expect(try rules(#"{"CustomerQuery": {"@iterator": "Start", "MaxReturned": 50}}"#) == [])
        #expect(try rules(#"{"CustomerQuery": {"@iterator": "Start"}}"#) == ["iterator error"])
        #expect(
            try rules(#"{"CustomerQuery": {"@iterator": "Continue", "MaxReturned": 5}}"#)
                == ["iterator error"])
        #expect(
            try rules(#"{"CustomerQuery": {"@iterator": "Stop", "@iteratorID": "{x}"}}"#) == [])
        #expect(try rules(#"{"CustomerQuery": {"@iteratorID": "{x}"}}"#) == ["iterator error"])
        #expect(
            try rules(#"{"CustomerQuery": {"@iterator": "start", "MaxReturned": 5}}"#)
                == ["attribute-value error"])
        #expect(
            try rules(#"{"AccountQuery": {"@iterator": "Start"}}"#) == ["unknown-attribute error"])
    }

    @Test("MaxReturned without an iterator is a warning: it cuts the answer off in silence")
    func silentCut() throws {
        let checking = try Checking(#"{"InvoiceQuery": {"MaxReturned": 5}}"#)
        #expect(checking.findings.map(\.severity) == [.warning])
        #expect(checking.checked.isAcceptable)
    }

    private static let change = """
        {"InvoiceMod": {"TxnID": "1", "EditSequence": "2",
          "InvoiceLineMod": [{"TxnLineID": "3"}, {"TxnLineID": "-1", "Desc": "new"}]}}
        """

    @Test("a change that lists lines warns that the others are deleted")
    func lines() throws {
        let checking = try Checking(Self.change)
        #expect(checking.summary == ["unlisted-lines /InvoiceMod/InvoiceLineMod/0"])
        #expect(checking.checked.isAcceptable)
        let long = try Checking("{\"InvoiceModRq\": \(Self.change)}")
        #expect(long.summary == ["unlisted-lines /InvoiceModRq/InvoiceMod/InvoiceLineMod/0"])
        let without = try Checking(#"{"InvoiceMod": {"TxnID": "1", "EditSequence": "2", "Memo": "m"}}"#)
        #expect(without.summary == [])
    }

    @Test("a change that lists lines can be made to say that it knows")
    func confirmation() throws {
        let refused = try Checking(Self.change, confirmsLines: true)
        #expect(!refused.checked.isAcceptable)
        let confirmed = try Checking(
            "{\"requests\": [\(Self.change)], \"confirm\": [\"unlisted-lines\"]}", confirmsLines: true)
        #expect(confirmed.summary == [])
        let misspelt = try Checking("{\"requests\": [\(Self.change)], \"confirm\": [\"lines\"]}")
        #expect(misspelt.findings.map(\.rule) == [.envelope, .unlistedLines])
    }

    @Test("a change without EditSequence or ID says what they are for")
    func modification() throws {
        let checking = try Checking(#"{"CustomerMod": {"Name": "Ann"}}"#)
        #expect(checking.summary == ["missing /CustomerMod", "missing /CustomerMod"])
        #expect(checking.findings.contains { $0.problem.contains("latest read") })
        #expect(checking.findings.contains { $0.problem.contains("which record") })
    }

    @Test("a wanted element that the answer does not have is a warning")
    func wanted() throws {
        let checking = try Checking(
            #"{"InvoiceQuery": {"IncludeRetElement": ["TxnID", "CustomerRef", "RefNumbr"]}}"#)
        #expect(checking.summary == ["wanted /InvoiceQuery/IncludeRetElement/2"])
        #expect(checking.findings.first?.nearest == ["RefNumber"])
        #expect(checking.checked.isAcceptable)
    }

    @Test("a macro's name has the characters of XML")
    func macroCharacters() throws {
        let text = #"{"InvoiceAdd": {"@defMacro": "TxnID:\u0007", "CustomerRef": {"ListID": "1"}}}"#
        #expect(try Checking(text).summary == ["characters /InvoiceAdd/@defMacro"])
    }

    @Test("a macro is defined once")
    func macros() throws {
        let invoice = #"{"InvoiceAdd": {"@defMacro": "TxnID:A", "CustomerRef": {"ListID": "1"}}}"#
        #expect(try Checking("[\(invoice), \(invoice)]").summary == ["macro /1/InvoiceAdd/@defMacro"])
    }
}

@Suite("Checking the characters of a request")
struct CharacterCheckTests {
    private func customer(_ name: String, _ more: String = "") -> String {
        "{\"requests\": [{\"CustomerAdd\": {\"Name\": \"\(name)\"}}]\(more)}"
    }

    @Test("what Windows-1252 has goes out as decimal references")
    func references() throws {
        let checking = try Checking(customer("Jean-Sébastien “€”"))
        #expect(checking.summary == [])
        #expect(checking.body.contains("<Name>Jean-S&#233;bastien &#8220;&#8364;&#8221;</Name>"))
    }

    @Test("what it lacks is refused with its position, and never turned into a question mark")
    func refused() throws {
        let checking = try Checking(customer("Łukasz Żak"))
        #expect(checking.summary == Array(repeating: "characters /requests/0/CustomerAdd/Name", count: 2))
        #expect(checking.findings.first?.problem.contains("position 1") == true)
        #expect(!checking.checked.isAcceptable)
    }

    @Test("or transliterated when the sender asks, and then it is told how it goes out")
    func transliterated() throws {
        let checking = try Checking(customer("Łukasz Żak", ", \"characters\": \"transliterate\""))
        #expect(checking.checked.isAcceptable)
        #expect(checking.findings.map(\.severity) == [.warning])
        #expect(checking.body.contains("<Name>Lukasz Zak</Name>"))
        let hopeless = try Checking(customer("漢字", ", \"characters\": \"transliterate\""))
        #expect(!hopeless.checked.isAcceptable)
    }

    @Test("a letter with its accent beside it is the same letter")
    func composed() throws {
        let checking = try Checking(customer("Re\u{301}ne\u{301}"))
        #expect(checking.summary == [])
        #expect(checking.body.contains("<Name>R&#233;n&#233;</Name>"))
    }

    @Test("lengths are those of what goes out")
    func lengths() throws {
        let name = String(repeating: "Щ", count: 11)
        let checking = try Checking(customer(name, ", \"characters\": \"transliterate\""))
        #expect(checking.findings.map(\.rule) == [.characters, .length])
    }

    @Test("control characters are refused")
    func controls() throws {
        let checking = try Checking(customer("a\\u0007b"))
        #expect(checking.findings.first?.problem.contains("position 2") == true)
        #expect(!checking.checked.isAcceptable)
    }

    @Test("a name has no colon, a full name no empty part, and blanks at its ends are told")
    func names() throws {
        #expect(try Checking(customer("Ann: Job")).summary == ["name /requests/0/CustomerAdd/Name"])
        let padded = try Checking(customer(" Ann"))
        #expect(padded.findings.map(\.severity) == [.warning])
        let path = #"{"InvoiceAdd": {"CustomerRef": {"FullName": "Ann::Job"}}}"#
        #expect(try Checking(path).summary == ["name /InvoiceAdd/CustomerRef/FullName"])
        #expect(try Checking(#"{"InvoiceAdd": {"CustomerRef": {"FullName": "Ann:Job"}}}"#).summary == [])
    }
}
