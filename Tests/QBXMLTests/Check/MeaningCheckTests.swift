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

    @Test("a macro is defined once")
    func macros() throws {
        let invoice = #"{"InvoiceAdd": {"@defMacro": "TxnID:A", "CustomerRef": {"ListID": "1"}}}"#
        #expect(try Checking("[\(invoice), \(invoice)]").summary == ["macro /1/InvoiceAdd/@defMacro"])
    }
}
