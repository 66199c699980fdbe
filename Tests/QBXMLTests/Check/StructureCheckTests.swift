import Foundation
import QBXML
import Testing

@Suite("Checking the elements of a request")
struct StructureCheckTests {
    @Test("finds nothing wrong with a right one, whatever the order of its keys, and puts them in order")
    func right() throws {
        let checking = try Checking(
            """
            {"InvoiceAdd": {"InvoiceLineAdd": {"Amount": "10.00", "ItemRef": {"FullName": "Work"}},
             "RefNumber": "1021", "CustomerRef": {"FullName": "Ann"}}}
            """)
        #expect(checking.summary == [])
        #expect(
            checking.body == """
                <InvoiceAddRq requestID="1"><InvoiceAdd><CustomerRef><FullName>Ann</FullName></CustomerRef>\
                <RefNumber>1021</RefNumber><InvoiceLineAdd><ItemRef><FullName>Work</FullName></ItemRef>\
                <Amount>10.00</Amount></InvoiceLineAdd></InvoiceAdd></InvoiceAddRq>
                """)
    }

    @Test("takes the message's own element or what is inside it, and a query with or without Rq")
    func shortForms() throws {
        let long = try Checking(#"{"CustomerAddRq": {"CustomerAdd": {"Name": "Ann"}}}"#)
        let short = try Checking(#"{"CustomerAdd": {"Name": "Ann"}}"#)
        #expect(long.summary == [] && short.summary == [])
        #expect(long.body == short.body)
        #expect(try Checking(#"{"CustomerQuery": {}}"#).body == Checking(#"{"CustomerQueryRq": {}}"#).body)
    }

    @Test("tells everything at once, each with its place")
    func everything() throws {
        let checking = try Checking(
            """
            {"InvoiceAdd": {
              "Colour": "red",
              "RefNumber": "123456789012",
              "TxnDate": "27.11.2026",
              "InvoiceLineAdd": [{"Quantity": "1"}, {"Rate": "1.00", "RatePercent": "5", "Amount": "10.5"}]
            }}
            """)
        #expect(
            checking.summary == [
                "missing /InvoiceAdd",
                "unknown-element /InvoiceAdd/Colour",
                "length /InvoiceAdd/RefNumber",
                "format /InvoiceAdd/TxnDate",
                "format /InvoiceAdd/InvoiceLineAdd/1/Amount",
                "choice /InvoiceAdd/InvoiceLineAdd/1/RatePercent",
            ])
        #expect(checking.findings.map(\.line) == [1, 2, 3, 4, 5, 5])
        #expect(checking.findings.allSatisfy { $0.isWhole })
        #expect(!checking.checked.isAcceptable)
    }

    @Test("names the nearest known element, and the home of one that stands elsewhere")
    func unknown() throws {
        let misspelt = try Checking(#"{"CustomerAdd": {"Name": "Ann", "CompanyNam": "A"}}"#)
        #expect(misspelt.findings.first?.nearest == ["CompanyName"])
        #expect(misspelt.findings.first?.sentence.contains("Did you mean CompanyName?") == true)
        let homeless = try Checking(#"{"CustomerAdd": {"Name": "Ann", "City": "Ithaca"}}"#)
        #expect(homeless.summary == ["misplaced-element /CustomerAdd/City"])
        #expect(homeless.findings.first?.expected?.contains("<BillAddress>") == true)
        let foreign = try Checking(#"{"CustomerAdd": {"Name": "Ann", "Quantity": "1"}}"#)
        #expect(foreign.summary == ["misplaced-element /CustomerAdd/Quantity"])
    }

    @Test("knows requests from answers and from what does not exist")
    func requests() throws {
        let unknown = try Checking(#"[{"InvoiceAd": {}}, {"InvoiceQueryRs": {}}]"#)
        #expect(unknown.summary == ["unknown-request /0/InvoiceAd", "unknown-request /1/InvoiceQueryRs"])
        #expect(unknown.findings[0].nearest == ["InvoiceAdd"])
        #expect(unknown.findings[1].problem.contains("answer"))
    }

    @Test("wants a place for everything in raw qbXML, and moves as little as it can")
    func order() throws {
        let checking = try Checking(
            """
            <CustomerAddRq><CustomerAdd>
            <FirstName>Ann</FirstName>
            <Name>Ann Smith</Name>
            <CompanyName>Smith</CompanyName>
            <LastName>Smith</LastName>
            </CustomerAdd></CustomerAddRq>
            """)
        #expect(checking.summary == ["order /CustomerAddRq/CustomerAdd/FirstName"])
        #expect(checking.findings.first?.line == 2)
        #expect(checking.findings.first?.expected == "after <CompanyName>")
        // Put right all the same, for those who only want to see it.
        #expect(
            checking.body.contains("<Name>Ann Smith</Name><CompanyName>Smith</CompanyName><FirstName>"))
    }

    @Test("lets the lines of an invoice mix as they like, and keeps that order")
    func mixedLines() throws {
        let xml = """
            <InvoiceAddRq><InvoiceAdd><CustomerRef><ListID>1</ListID></CustomerRef>\
            <InvoiceLineAdd><Desc>a</Desc></InvoiceLineAdd>\
            <InvoiceLineGroupAdd><ItemGroupRef><ListID>2</ListID></ItemGroupRef></InvoiceLineGroupAdd>\
            <InvoiceLineAdd><Desc>b</Desc></InvoiceLineAdd></InvoiceAdd></InvoiceAddRq>
            """
        let fromXML = try Checking(xml)
        #expect(fromXML.summary == [])
        let fromJSON = try Checking(
            """
            {"InvoiceAdd": {"CustomerRef": {"ListID": "1"},
              "InvoiceLineGroupAdd": {"ItemGroupRef": {"ListID": "2"}},
              "InvoiceLineAdd": [{"Desc": "a"}, {"Desc": "b"}],
              "$order": ["CustomerRef", "InvoiceLineAdd", "InvoiceLineGroupAdd", "InvoiceLineAdd"]}}
            """)
        #expect(fromJSON.summary == [])
        #expect(fromJSON.body == fromXML.body)
    }

    @Test("gives lines that no $order mixes the catalog's order, whatever the order of the keys")
    func unmixedLines() throws {
        let debit = #""JournalDebitLine": {"Amount": 1}"#
        let credit = #""JournalCreditLine": {"Amount": 1}"#
        let one = try Checking("{\"JournalEntryAdd\": {\(debit), \(credit)}}")
        let other = try Checking("{\"JournalEntryAdd\": {\(credit), \(debit)}}")
        #expect(one.body == other.body)
        #expect(one.body.contains("</JournalDebitLine><JournalCreditLine>"))
    }

    @Test("takes $order at its word, and says what it gets wrong")
    func orderMember() throws {
        let head = #"{"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "InvoiceLineAdd": {"Desc": "a"}, "#
        let forgotten = try Checking(head + #""$order": ["InvoiceLineAdd"]}}"#)
        #expect(forgotten.findings.first?.problem == "$order leaves out CustomerRef.")
        let twice = try Checking(head + #""$order": ["CustomerRef", "CustomerRef", "InvoiceLineAdd"]}}"#)
        #expect(twice.findings.first?.problem.contains("more often") == true)
        let wrong = try Checking(head + #""$order": ["InvoiceLineAdd", "CustomerRef"]}}"#)
        #expect(wrong.summary == ["order /InvoiceAdd/InvoiceLineAdd"])
    }

    @Test("counts: once, at most eight, one or more")
    func occurrences() throws {
        let twice = try Checking(
            "<CustomerAddRq><CustomerAdd><Name>A</Name><Name>B</Name></CustomerAdd></CustomerAddRq>")
        #expect(twice.summary == ["repeated /CustomerAddRq/CustomerAdd/Name[2]"])
        let contact = #"{"ContactName": "a", "ContactValue": "b"}"#
        let nine = Array(repeating: contact, count: 9).joined(separator: ",")
        let tooMany = try Checking(
            "{\"CustomerAdd\": {\"Name\": \"A\", \"AdditionalContactRef\": [\(nine)]}}")
        #expect(tooMany.summary == ["repeated /CustomerAdd/AdditionalContactRef/8"])
        #expect(tooMany.findings.first?.expected == "8 times at most")
        let none = try Checking(#"{"ListDeletedQuery": {}}"#)
        #expect(none.summary == ["missing /ListDeletedQuery"])
    }

    @Test("wants one branch of a choice, and not two")
    func choices() throws {
        let none = try Checking(
            """
            {"InventoryAdjustmentAdd": {"AccountRef": {"ListID": "1"},
              "InventoryAdjustmentLineAdd": {"ItemRef": {"ListID": "2"}}}}
            """
        )
        #expect(none.summary == ["choice /InventoryAdjustmentAdd/InventoryAdjustmentLineAdd"])
        #expect(none.findings.first?.expected?.hasPrefix("QuantityAdjustment, ValueAdjustment") == true)
        let both = try Checking(
            #"{"CustomerQuery": {"ListID": "1", "MaxReturned": 5, "ActiveStatus": "All"}}"#)
        #expect(both.findings.contains { $0.rule == .choice && $0.problem.contains("exclude each other") })
        // A branch in which nothing is required may be empty, so nothing has to be chosen.
        #expect(try Checking(#"{"InvoiceQuery": {"TxnDateRangeFilter": {}}}"#).summary == [])
        // Inside a branch that was taken, its own required elements count.
        let half = try Checking(
            #"{"DepositAdd": {"DepositToAccountRef": {"ListID": "1"}, "DepositLineAdd": {"Memo": "x"}}}"#)
        #expect(half.summary == ["missing /DepositAdd/DepositLineAdd"])
        #expect(half.findings.first?.problem.contains("<AccountRef>") == true)
    }

    @Test("knows values from elements")
    func structure() throws {
        let checking = try Checking(
            """
            [{"CustomerAdd": {"Name": {"First": "Ann"}, "BillAddress": "12 Elm Street"}},
             {"CustomerAdd": "Ann"}]
            """
        )
        #expect(
            checking.summary == [
                "structure /0/CustomerAdd/BillAddress", "structure /0/CustomerAdd/Name",
                "structure /1/CustomerAdd",
            ])
        let stray = try Checking(
            "<CustomerAddRq>Ann<CustomerAdd><Name>Ann</Name></CustomerAdd></CustomerAddRq>")
        #expect(stray.summary == ["structure /CustomerAddRq"])
    }

    @Test("knows attributes, and macros that are defined before they are used")
    func attributes() throws {
        let unknown = try Checking(#"{"CustomerAdd": {"@colour": "red", "Name": "Ann"}}"#)
        #expect(unknown.summary == ["unknown-attribute /CustomerAdd/@colour"])
        let sound = """
            [{"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "@defMacro": "TxnID:One"}},
             {"ReceivePaymentAdd": {"CustomerRef": {"ListID": "1"}, "TotalAmount": 5,
               "AppliedToTxnAdd": {"TxnID": {"@useMacro": "TxnID:One"}, "PaymentAmount": 5}}}]
            """
        let right = try Checking(sound)
        #expect(right.summary == [])
        #expect(right.body.contains(#"<InvoiceAdd defMacro="TxnID:One">"#))
        #expect(right.body.contains(#"<TxnID useMacro="TxnID:One"></TxnID>"#))
        let undefined = try Checking(
            sound.replacingOccurrences(of: "@useMacro\": \"TxnID:One", with: "@useMacro\": \"TxnID:Two"))
        #expect(undefined.summary == ["macro /1/ReceivePaymentAdd/AppliedToTxnAdd/TxnID/@useMacro"])
        #expect(undefined.findings.first?.nearest == ["TxnID:One"])
    }

    @Test("refuses what is newer than the company file's QuickBooks, once and with the version it needs")
    func versions() throws {
        let text = """
            {"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "ExternalGUID": "0",
              "SetCredit": {"CreditTxnID": "2", "AppliedAmount": 1}}}
            """
        let old = try Checking(text, version: "8.0")
        #expect(old.summary == ["version /InvoiceAdd/ExternalGUID", "version /InvoiceAdd/SetCredit"])
        #expect(old.findings.first?.problem.contains("9.0") == true)
        let new = try Checking(text, version: "13.0")
        #expect(new.summary == [])
        #expect(new.checked.neededVersion == Version(major: 10, minor: 0))
        #expect(try Checking(#"{"LeadQuery": {}}"#, version: "12.0").summary == ["version /LeadQuery"])
    }

    @Test("refuses what the edition does not have")
    func editions() throws {
        let text = #"{"InvoiceAdd": {"CustomerRef": {"ListID": "1"}, "IsTaxIncluded": true}}"#
        #expect(try Checking(text, edition: .canada).summary == [])
        #expect(try Checking(text).summary == [])
        let american = try Checking(text, edition: .unitedStates)
        #expect(american.summary == ["edition /InvoiceAdd/IsTaxIncluded"])
        let online = try Checking(#"{"CustomerAdd": {"Name": "Ann", "Mobile": "1"}}"#)
        #expect(online.summary == ["edition /CustomerAdd/Mobile"])
    }

    @Test("writes attributes in one order, whatever the order they came in")
    func attributeOrder() throws {
        let query = try Checking(
            ##"{"CustomerQuery": {"@iteratorID": "{7}", "@iterator": "Continue", "##
                + ##""@metaData": "NoMetaData", "##
                + ##""MaxReturned": 5}}"##)
        #expect(
            query.body == """
                <CustomerQueryRq requestID="1" metaData="NoMetaData" iterator="Continue" iteratorID="{7}">\
                <MaxReturned>5</MaxReturned></CustomerQueryRq>
                """)
    }

    @Test("wants of a document what a document must say, and leaves out what is ours to say")
    func envelope() throws {
        let document = """
            <?xml version="1.0"?><?qbxml version="2.0"?><QBXML><QBXMLMsgsRq newMessageSetID="7">
            <HostQueryRq requestID="5"/></QBXMLMsgsRq></QBXML>
            """
        let checking = try Checking(document)
        #expect(checking.summary == ["envelope /QBXML/QBXMLMsgsRq"])
        #expect(checking.findings.first?.expected?.contains("stopOnError") == true)
        #expect(checking.checked.draft.envelope.version == "2.0")
        #expect(checking.body == "<HostQueryRq requestID=\"1\"></HostQueryRq>")
    }

    @Test("stops telling after as many findings as were asked for, and says that there are more")
    func limit() throws {
        let lines = Array(repeating: #"{"Colour": "red"}"#, count: 50).joined(separator: ",")
        let draft = try Draft(
            reading: Array("{\"InvoiceAdd\": {\"CustomerRef\": {}, \"InvoiceLineAdd\": [\(lines)]}}".utf8))
        let checked = Checker.check(draft, options: CheckOptions(limit: 10))
        #expect(checked.findings.count == 10)
        #expect(checked.isCutOff && checked.errorCount == 50)
    }

    @Test("never takes a request because its errors came after too many warnings")
    func errorsBehindWarnings() throws {
        let padded = Array(repeating: #"{"CustomerQuery": {"MaxReturned": 5}}"#, count: 20)
        let text = "[" + (padded + [#"{"CustomerQuery": {"Colour": 1}}"#]).joined(separator: ",") + "]"
        let checked = Checker.check(
            try Draft(reading: Array(text.utf8)), options: CheckOptions(limit: 10))
        #expect(!checked.isAcceptable)
        #expect(checked.findings.contains { $0.rule == .unknownElement })
    }
}
