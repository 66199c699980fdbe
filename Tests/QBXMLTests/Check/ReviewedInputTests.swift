import Foundation
import Testing

@testable import QBXML

/// Inputs with which a reader broke the check. Each has its sentence.
@Suite("Requests that once slipped through the check, or were wrongly stopped")
struct ReviewedInputTests {
    private func amount(_ number: String) throws -> Checking {
        try Checking(
            """
            {"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "InvoiceLineAdd": {"Amount": \(number)}}}
            """)
    }

    @Test("an exponent is never clamped: what does not fit exactly is refused")
    func exponents() throws {
        let long = "1" + String(repeating: "0", count: 50)
        for number in [
            "5e99999999999999999999", "5e-99999999999999999999", "1e50", "5e41", "\(long)e-50", "1e-41",
        ] {
            let checking = try amount(number)
            if number == "\(long)e-50" {
                #expect(checking.body.contains("<Amount>1</Amount>"), "\(number)")
            } else {
                #expect(checking.summary == ["format /InvoiceAdd/InvoiceLineAdd/Amount"], "\(number)")
            }
        }
    }

    @Test("the order of JSON's keys does not decide the order of lines")
    func keyOrder() throws {
        let group = #""InvoiceLineGroupAdd": {"ItemGroupRef": {"ListID": "2"}}"#
        let line = #""InvoiceLineAdd": {"Desc": "a"}"#
        let customer = #""CustomerRef": {"ListID": "1"}"#
        let bodies = try [[customer, group, line], [group, line, customer], [line, group, customer]].map {
            try Checking("{\"InvoiceAdd\": {\($0.joined(separator: ","))}}").body
        }
        #expect(Set(bodies).count == 1)
    }

    @Test("an attribute is one value, given once")
    func attributes() throws {
        for value in [#"["{a}", "{b}"]"#, #"{"x": 1}"#, "[]"] {
            let text = "{\"CustomerQuery\": {\"@iterator\": \"Continue\", \"@iteratorID\": \(value)}}"
            #expect(throws: DraftError.self, "\(value)") { try Checking(text) }
        }
        let twice = try Checking(
            """
            <CustomerQueryRq xmlns:y="urn:x" iterator="Start" y:iterator="Start"><MaxReturned>5</MaxReturned>\
            </CustomerQueryRq>
            """)
        #expect(twice.findings.map(\.rule) == [.unknownAttribute])
    }

    @Test("people may be born before 1970; only filters have that limit")
    func births() throws {
        let employee = #"{"EmployeeAdd": {"FirstName": "Ann", "BirthDate": "1965-03-01"}}"#
        #expect(try Checking(employee).summary == [])
        let filter = #"{"CustomerQuery": {"FromModifiedDate": "1965-03-01"}}"#
        #expect(try Checking(filter).findings.map(\.rule) == [.calendar])
        let never = #"{"CustomerQuery": {"FromModifiedDate": "2026-02-30T10:00"}}"#
        #expect(try Checking(never).findings.contains { $0.rule == .calendar })
    }

    @Test("a namespace makes another name of it")
    func namespaces() throws {
        let child = try Checking(
            "<CustomerQueryRq><y:MaxReturned xmlns:y=\"urn:x\">5</y:MaxReturned></CustomerQueryRq>")
        #expect(child.findings.map(\.rule) == [.unknownElement])
        #expect(throws: DraftError.self) { try Checking("<CustomerQueryRq xmlns=\"urn:x\"/>") }
        #expect(throws: DraftError.self) {
            try Checking("<q:QBXML xmlns:q=\"urn:x\"><QBXMLMsgsRq onError=\"stopOnError\"/></q:QBXML>")
        }
    }

    @Test("one misspelt key in a thousand lines is a thousand findings, not the end of reading")
    func misspelt() throws {
        let lines = Array(repeating: #"{"Qty": 1}"#, count: 1_500).joined(separator: ",")
        let text = "{\"InvoiceAdd\": {\"CustomerRef\": {\"ListID\": \"1\"}, \"InvoiceLineAdd\": [\(lines)]}}"
        let checked = Checker.check(try Draft(reading: Array(text.utf8)))
        #expect(checked.errorCount == 1_500)
    }

    @Test("lines of a change are found by their place, and counted as they go out")
    func lines() throws {
        let hidden = try Checking(
            """
            {"InvoiceModRq": {"IncludeRetElement": {"#text": "TxnID"},
              "InvoiceMod": {"TxnID": "1", "EditSequence": "2", "InvoiceLineMod": {"TxnLineID": "3"}}}}
            """, confirmsLines: true)
        #expect(hidden.findings.contains { $0.rule == .unlistedLines && $0.severity == .error })
        let none = try Checking(
            #"{"InvoiceMod": {"TxnID": "1", "EditSequence": "2", "InvoiceLineMod": []}}"#)
        #expect(none.summary == [])
    }

    @Test("an ID or EditSequence that must be there must not be empty")
    func blanks() throws {
        for nothing in ["null", "\"\""] {
            let checking = try Checking(
                "{\"CustomerMod\": {\"ListID\": \(nothing), \"EditSequence\": \(nothing), \"Name\": \"x\"}}")
            #expect(checking.findings.map(\.rule) == [.blank, .blank], "\(nothing)")
        }
        #expect(
            try Checking(#"{"ListDel": {"ListDelType": "Account", "ListID": ""}}"#).findings.map(\.rule) == [
                .blank
            ])
    }

    @Test("macros came with qbXML 2.0")
    func macroVersion() throws {
        let text = #"{"InvoiceAdd": {"@defMacro": "TxnID:A", "CustomerRef": {"ListID": "1"}}}"#
        #expect(try Checking(text, version: "1.1").summary == ["version /InvoiceAdd/@defMacro"])
        #expect(try Checking(text).checked.neededVersion == Version(major: 2, minor: 0))
    }

    @Test("an attribute is no request")
    func attributeAsRequest() throws {
        #expect(throws: DraftError.self) { try Checking(#"{"@CustomerQuery": {}}"#) }
        #expect(throws: DraftError.self) { try Checking(#"{"requests": [], "@onError": "stopOnError"}"#) }
        #expect(throws: DraftError.self) { try Checking("<QBXML QBXMLMsgsRq=\"x\"/>") }
    }

    @Test("the root has no attributes")
    func rootAttributes() throws {
        let checking = try Checking(
            "<QBXML a=\"1\"><QBXMLMsgsRq onError=\"stopOnError\"><HostQueryRq/></QBXMLMsgsRq></QBXML>")
        #expect(checking.summary == ["unknown-attribute /QBXML/@a"])
    }

    @Test("a value that went away later goes out in a version that has it")
    func oldValue() throws {
        let box = #"{"Form1099CategoryAccountMappingQuery": {"MappingCategory": "BOX13"}}"#
        let fine = try Checking(box)
        #expect(fine.summary == [])
        let version = fine.checked.versionToSend(highest: Version(major: 16, minor: 0))
        #expect(version == Version(major: 13, minor: 0))
        let both = try Checking(
            "[\(box), {\"Form1099CategoryAccountMappingQuery\": {\"MappingCategory\": \"BOX16\"}}]")
        #expect(both.findings.map(\.rule) == [.version])
    }

    @Test("one element too many is one finding")
    func surplus() throws {
        let checking = try Checking(
            """
            <InvoiceAddRq><InvoiceAdd><CustomerRef><ListID>1</ListID></CustomerRef>\
            <TxnDate>2026-11-27</TxnDate>\
            <CustomerRef><ListID>1</ListID></CustomerRef></InvoiceAdd></InvoiceAddRq>
            """)
        #expect(checking.findings.map(\.rule) == [.repeated])
    }

    @Test("a value is no object without a text")
    func emptyObject() throws {
        let checking = try Checking(#"{"CustomerAdd": {"Name": "Ann", "Phone": {}}}"#)
        #expect(checking.summary == ["structure /CustomerAdd/Phone"])
    }

    @Test("rollbackOnError is taken for what the desktop makes of it, and said so")
    func rollback() throws {
        let checking = try Checking(
            "<QBXML><QBXMLMsgsRq onError=\"rollbackOnError\"><HostQueryRq/></QBXMLMsgsRq></QBXML>")
        #expect(checking.findings.map(\.severity) == [.warning])
    }

    @Test("$order may name what is left out, since leaving out is what null says")
    func orderOfNothing() throws {
        let checking = try Checking(
            """
            {"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "Memo": null, "InvoiceLineAdd": [],
              "$order": ["CustomerRef", "Memo", "InvoiceLineAdd"]}}
            """)
        #expect(checking.summary == [])
    }

    @Test("a name is compared with others only while it has a sensible length")
    func longNames() {
        let long = String(repeating: "a", count: 5_000)
        #expect(Spelling.nearest(to: long, among: [long + "b"]) == nil)
        #expect(Spelling.nearest(to: "abc", among: [long]) == nil)
    }

    @Test("more elements than any request has are too many to read")
    func nodes() {
        let text = "[" + Array(repeating: "1", count: Draft.nodeLimit + 1).joined(separator: ",") + "]"
        #expect(throws: DraftError.tooMany(limit: Draft.nodeLimit)) { try Draft(reading: Array(text.utf8)) }
    }
}
