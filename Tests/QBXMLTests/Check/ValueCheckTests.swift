import Foundation
import Testing

@testable import QBXML

@Suite("Checking the values of a request")
struct ValueCheckTests {
    private static func verdict(_ type: ValueType, _ text: String) -> ValueType.Verdict {
        type.verdict(on: Array(text.utf8)[...])
    }

    @Test(
        "takes what the schema's patterns take",
        arguments: [
            (ValueType.amount, ["0", "1", "-1.00", "+1.05", "1234567890123.99"]),
            (.price, ["12", "12.5", "-0.00001", "1234567890.12345"]),
            (.quantity, ["1", "2.5"]), (.percent, ["7.5", "-100"]),
            (.float, ["1", "1.", ".5", "-1.0837"]), (.int, ["0", "-5", "2147483647"]),
            (.flag, ["true", "false", "0", "1"]), (.date, ["2026-11-27", "2024-02-29", "1970-01-01"]),
            (.time, ["2026-1-7", "2026-11-27T1", "2026-11-27T14:30", "2026-11-27T14:30:00-05:00"]),
            (.interval, ["PT1H", "PT1H30M0S", "-PT5M", "PT90S"]),
            (.guid, ["0", "{6B063959-81B0-4622-85D6-F548C8CCB517}"]),
        ] as [(ValueType, [String])])
    func right(type: ValueType, texts: [String]) {
        for text in texts { #expect(Self.verdict(type, text) == .right, "\(type) \(text)") }
    }

    @Test(
        "refuses what they refuse",
        arguments: [
            (ValueType.amount, ["10.5", "1,000.00", "1.005", "12345678901234", ".50", "$5", "1e2", " 1"]),
            (.price, ["12.", "1.123456", "12345678901"]), (.percent, ["7.5%"]),
            (.float, [".", "", "1e5", "1,5"]), (.int, ["1.0", "", "12345678901", "0x1"]),
            (.flag, ["True", "yes", "2"]),
            (.date, ["2026-11-27T00:00:00", "27.11.2026", "2026-2-30", "2026-13-01", "2026-02-29"]),
            (.time, ["2026-11-27T14:30:00Z", "2026-11-27T14:30:00.5", "2026-11-27 14:30", "2026"]),
            (.interval, ["1:30", "PT", "P1D", "PT1M1H", "PT1.5S", "+PT1H"]),
            (.guid, ["", "6B063959-81B0-4622-85D6-F548C8CCB517", "{6B063959}", "1"]),
        ] as [(ValueType, [String])])
    func wrong(type: ValueType, texts: [String]) {
        for text in texts { #expect(Self.verdict(type, text) == .wrong, "\(type) \(text)") }
    }

    @Test("knows days that there are not, and those that QuickBooks cannot keep")
    func calendar() throws {
        #expect(Self.verdict(.time, "2026-02-30T10:00") == .impossible)
        #expect(Self.verdict(.time, "2026-02-03T25:00") == .impossible)
        #expect(Self.verdict(.date, "1969-12-31") == .remote)
        #expect(Self.verdict(.date, "2038-01-20") == .remote)
        let checking = try Checking(
            #"{"InvoiceQuery": {"TxnDateRangeFilter": {"FromTxnDate": "2099-01-01"}}}"#)
        #expect(checking.summary == ["calendar /InvoiceQuery/TxnDateRangeFilter/FromTxnDate"])
        #expect(checking.findings.first?.rule.isOfSchema == false)
    }

    @Test("takes a JSON number where it fits exactly, and never rounds")
    func numbers() throws {
        func sent(_ number: String, _ element: String) throws -> String? {
            let checking = try Checking(
                """
                {"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "InvoiceLineAdd": {"\(element)": \(number)}}}
                """
            )
            guard checking.checked.isAcceptable else { return nil }
            let parts = checking.body.components(separatedBy: "<\(element)>")
            return parts.last?.components(separatedBy: "<").first
        }
        #expect(try sent("10.5", "Amount") == "10.50")
        #expect(try sent("10", "Amount") == "10")
        #expect(try sent("1.25e2", "Amount") == "125")
        #expect(try sent("1e-05", "Quantity") == "0.00001")
        #expect(try sent("-0.0", "Amount") == "0")
        #expect(try sent("12.500000", "Quantity") == "12.5")
        #expect(try sent("0.30000000000000004", "Quantity") == nil)
        #expect(try sent("10.555", "Amount") == nil)
        #expect(try sent("1e400", "Amount") == nil)
        #expect(try sent("1e-400", "Quantity") == nil)
        #expect(try sent("\"10.5\"", "Amount") == nil)
        #expect(try sent("true", "Quantity") == nil)
        #expect(try sent("5", "Desc") == "5")
    }

    @Test("takes true for a flag, and no number for a date")
    func literals() throws {
        let right = try Checking(#"{"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "IsPending": true}}"#)
        #expect(right.summary == [] && right.body.contains("<IsPending>true</IsPending>"))
        let wrong = try Checking(#"{"InvoiceAdd": {"CustomerRef": {"ListID": true}, "TxnDate": 20261127}}"#)
        #expect(wrong.summary == ["format /InvoiceAdd/CustomerRef/ListID", "format /InvoiceAdd/TxnDate"])
    }

    @Test("counts characters, not bytes, and says how many are too many")
    func lengths() throws {
        let fits = String(repeating: "é", count: 41)
        #expect(try Checking("{\"CustomerAdd\": {\"Name\": \"\(fits)\"}}").summary == [])
        let long = try Checking("{\"CustomerAdd\": {\"Name\": \"\(fits)é\"}}")
        #expect(long.summary == ["length /CustomerAdd/Name"])
        #expect(long.findings.first?.problem.contains("42 characters, 1 too many") == true)
        #expect(long.findings.first?.expected == "41 characters at most")
    }

    @Test("has the length of a RefNumber by kind")
    func refNumbers() throws {
        func isFine(_ request: String, _ count: Int) throws -> Bool {
            let text = String(repeating: "1", count: count)
            let checking = try Checking("{\"\(request)\": {\"RefNumber\": \"\(text)\"}}")
            return checking.findings.allSatisfy { $0.rule != .length }
        }
        #expect(try isFine("InvoiceAdd", 11) && !isFine("InvoiceAdd", 12))
        #expect(try isFine("BillAdd", 20) && !isFine("BillAdd", 21))
        #expect(try isFine("ReceivePaymentAdd", 20) && !isFine("ReceivePaymentAdd", 21))
    }

    @Test("knows the words of enumerations, their spelling and their versions")
    func enumerations() throws {
        let misspelt = try Checking(#"{"CustomerQuery": {"ActiveStatus": "Activeonly"}}"#)
        #expect(misspelt.summary == ["enumeration /CustomerQuery/ActiveStatus"])
        #expect(misspelt.findings.first?.nearest == ["ActiveOnly"])
        #expect(misspelt.findings.first?.expected == "ActiveOnly, InactiveOnly or All")
        let padded = try Checking(
            "<CustomerQueryRq><ActiveStatus>ActiveOnly </ActiveStatus></CustomerQueryRq>")
        #expect(padded.summary == ["enumeration /CustomerQueryRq/ActiveStatus"])
        let empty = try Checking(#"{"CustomerQuery": {"ActiveStatus": ""}}"#)
        #expect(empty.summary == ["enumeration /CustomerQuery/ActiveStatus"])
        let box = #"{"Form1099CategoryAccountMappingQuery": {"MappingCategory": "BOX13"}}"#
        #expect(try Checking(box, version: "13.0").summary == [])
        #expect(try Checking(box, version: "16.0").summary == [])
    }

    @Test("keeps numbers within their range")
    func ranges() throws {
        #expect(
            try Checking(#"{"AccountQuery": {"MaxReturned": 0}}"#).findings.contains { $0.rule == .range })
        let terms = #"{"DateDrivenTermsAdd": {"Name": "n", "DayOfMonthDue": 32}}"#
        let checking = try Checking(terms)
        #expect(checking.summary == ["range /DateDrivenTermsAdd/DayOfMonthDue"])
        #expect(checking.findings.first?.expected == "1 to 31")
    }

    @Test("clears with null or an empty text in a Mod, and leaves a null out elsewhere")
    func clearing() throws {
        let change =
            """
            {"CustomerMod": {"ListID": "1", "EditSequence": "2", "Notes": null, "Phone": "",
              "ClassRef": null}}
            """
        let mod = try Checking(change)
        #expect(mod.summary == [])
        #expect(mod.body.contains("<Notes></Notes>") && mod.body.contains("<Phone></Phone>"))
        #expect(mod.body.contains("<ClassRef></ClassRef>"))
        let add = try Checking(#"{"CustomerAdd": {"Name": "Ann", "Phone": null}}"#)
        #expect(add.summary == [] && !add.body.contains("Phone"))
        // A value that must be one of a list, or that says which record is meant, cannot be cleared.
        let impossible = try Checking(
            #"{"CustomerMod": {"ListID": "1", "EditSequence": "2", "JobStatus": null}}"#)
        #expect(impossible.summary == ["enumeration /CustomerMod/JobStatus"])
    }

    @Test("compares decimal numbers digit by digit")
    func decimals() throws {
        func number(_ text: String) throws -> DecimalText { try #require(DecimalText(Array(text.utf8)[...])) }
        let ascending = ["-10", "-9.5", "-0.1", "0", "0.001", "5", "12.5", "100"]
        for (one, other) in zip(ascending, ascending.dropFirst()) {
            #expect(try number(one) < number(other), "\(one) \(other)")
            #expect(try (number(other) < number(one)) == false)
        }
        #expect(try number("-0") == number("0.000") && number("1.50") == number("1.5"))
    }
}
