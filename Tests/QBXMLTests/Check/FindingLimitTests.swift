import Testing

@testable import QBXML

@Suite("The limits of a check")
struct FindingLimitTests {
    private func check(_ text: String, limit: Int = 200) throws -> Checked {
        Checker.check(try Draft(reading: Array(text.utf8)), options: CheckOptions(limit: limit))
    }

    @Test("end the telling after so many findings of any kind, and say so")
    func limit() throws {
        for one in [
            "<NoSuchRq/>", "<CustomerQueryRq><Nothing/></CustomerQueryRq>", "<CustomerQueryRq odd='1'/>",
            "<CustomerQueryRq metaData='odd'/>",
            "<CustomerQueryRq><ActiveStatus>Odd</ActiveStatus></CustomerQueryRq>",
            "<DepositAddRq><DepositAdd><DepositToAccountRef/><DepositLineAdd><PaymentTxnID useMacro='x'/>"
                + "</DepositLineAdd></DepositAdd></DepositAddRq>",
        ] {
            let three = try check(
                "<QBXMLMsgsRq onError='stopOnError'>\(one)\(one)\(one)</QBXMLMsgsRq>", limit: 2)
            #expect(
                three.findings.count == 2 && three.isCutOff && three.errorCount == 3,
                "\(one): \(three.findings)")
            let two = try check("<QBXMLMsgsRq onError='stopOnError'>\(one)\(one)</QBXMLMsgsRq>", limit: 2)
            #expect(two.findings.count == 2 && !two.isCutOff, "\(one): \(two.findings)")
        }
    }

    @Test("leave the findings before it as they were")
    func last() throws {
        let checked = try check(
            "<QBXMLMsgsRq onError='stopOnError'><NoSuchRq/><HostQueryRq iterator='Start'/></QBXMLMsgsRq>",
            limit: 1)
        #expect(checked.findings.map(\.rule) == [.unknownRequest])
        let both = try check(
            "<QBXMLMsgsRq onError='stopOnError'><NoSuchRq/><HostQueryRq iterator='Start'/></QBXMLMsgsRq>")
        #expect(Set(both.findings.map(\.rule)) == [.unknownRequest, .unknownAttribute])
    }

    @Test("do not compare a word of a million letters with every word there is")
    func longWord() throws {
        let word = String(repeating: "a", count: 1_000_000)
        let checked = try check("{\"AccountAdd\": {\"Name\": \"A\", \"AccountType\": \"\(word)\"}}")
        #expect(checked.findings.map(\.rule) == [.enumeration] && checked.findings[0].nearest.isEmpty)
        // Two long macros are compared in the square of their length, if they are.
        let macros = try check(
            """
            [{"InvoiceAdd": {"@defMacro": "TxnID:\(word)", "CustomerRef": {"ListID": "1"}}},
             {"DataExtAdd": {"OwnerID": "0", "DataExtName": "A", "TxnDataExtType": "Invoice",
              "TxnID": {"@useMacro": "TxnID:\(word)b"}, "DataExtValue": "1"}}]
            """)
        #expect(macros.findings.map(\.rule) == [.macro] && macros.findings[0].nearest.isEmpty)
    }

    @Test("tell ten things of one name, and quote no more of a long text than its beginning")
    func longText() throws {
        let colons = try check("{\"CustomerAdd\": {\"Name\": \"\(String(repeating: "a:", count: 20))\"}}")
        #expect(colons.findings.map(\.rule) == Array(repeating: .name, count: 10))
        for (count, ending) in [(60, "€\""), (61, "€…\"")] {
            let text = String(repeating: "€", count: count)
            let words = try check("{\"AccountAdd\": {\"Name\": \"A\", \"AccountType\": \"\(text)\"}}")
            let shown = "\"" + String(repeating: "€", count: 59) + ending
            #expect(words.findings.first?.problem.hasPrefix(shown) == true)
        }
    }

    @Test("find the few nearest names: misspelt ones first, then those that hold the word")
    func nearest() {
        let names = ["TxnDate", "ModifiedDateRangeFilter", "DueDate", "TxnDateRangeFilter", "TxnDate"]
        #expect(Spelling.nearest(to: "TxnDat", among: names, count: 3) == ["TxnDate", "TxnDateRangeFilter"])
        #expect(Spelling.nearest(to: "daterangefilter", among: names, count: 1) == ["TxnDateRangeFilter"])
        #expect(Spelling.nearest(to: "Zeppelin", among: names, count: 3).isEmpty)
    }
}
