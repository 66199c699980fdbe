import QBXML
import Testing
import XML

@Suite("An answer of QuickBooks")
struct ResponseTests {
    private static let customer = """
        <CustomerRet>
        <ListID>80000001-1422671082</ListID>
        <TimeCreated>2015-01-30T18:24:42-05:00</TimeCreated>
        <TimeModified>2023-07-01T10:00:00-05:00</TimeModified>
        <EditSequence>1688223600</EditSequence>
        <Name>Kitchen</Name>
        <FullName>Baker &amp; Sons:Kitchen</FullName>
        <IsActive>true</IsActive>
        <Sublevel>1</Sublevel>
        <ParentRef>
        <ListID>80000000-1422671000</ListID>
        <FullName>Baker &amp; Sons</FullName>
        </ParentRef>
        <Balance>1250.50</Balance>
        </CustomerRet>
        """

    @Test("gives each record its identity, its name, its times and its JSON")
    func record() throws {
        let answer = try Fixture.answer(
            "CustomerQueryRs",
            """
            iteratorID="{6fcbb18b-68cf-4adb-bf40-164ac0bb4ec0}" retCount="1" statusMessage="Status OK" \
            statusSeverity="Info" iteratorRemainingCount="200" requestID="7" statusCode="0"
            """, Self.customer)
        #expect(answer.element == "CustomerQueryRs")
        #expect(answer.requestID == "7")
        #expect(answer.status == Status(code: 0, message: "Status OK"))
        #expect(answer.retCount == 1)
        #expect(answer.iteratorRemaining == 200)
        #expect(answer.iteratorID == "{6fcbb18b-68cf-4adb-bf40-164ac0bb4ec0}")
        let json = #"""
            {"ListID":"80000001-1422671082","TimeCreated":"2015-01-30T18:24:42-05:00",\#
            "TimeModified":"2023-07-01T10:00:00-05:00","EditSequence":"1688223600","Name":"Kitchen",\#
            "FullName":"Baker & Sons:Kitchen","IsActive":true,"Sublevel":1,\#
            "ParentRef":{"ListID":"80000000-1422671000","FullName":"Baker & Sons"},"Balance":"1250.50"}
            """#
        let expected = Record(
            kind: "Customer", id: "80000001-1422671082", name: "Baker & Sons:Kitchen",
            editSequence: "1688223600", timeCreated: "2015-01-30T18:24:42-05:00",
            timeModified: "2023-07-01T10:00:00-05:00", isActive: true, json: Array(json.utf8))
        #expect(answer.records == [expected])
        #expect(answer.faults.isEmpty)
    }

    @Test("finds several requests of one message set, each with its own status")
    func severalAnswers() throws {
        let response = try Response(
            decoding: Array(
                """
                <?xml version="1.0" ?><QBXML><QBXMLMsgsRs messageSetStatusCode="600">\
                <ClassQueryRs requestID="1" statusCode="1" statusSeverity="Info" statusMessage="nothing" />\
                <AccountQueryRs statusCode="3260" statusSeverity="Error" statusMessage="&quot;no&quot;"/>\
                <VendorQueryRs requestID="3" statusCode="0"><VendorRet><ListID>1-2</ListID></VendorRet>\
                </VendorQueryRs></QBXMLMsgsRs></QBXML>
                """.utf8))
        #expect(response.messageSetStatusCode == 600)
        #expect(response.answers.map(\.element) == ["ClassQueryRs", "AccountQueryRs", "VendorQueryRs"])
        #expect(response.answers.map(\.requestID) == ["1", nil, "3"])
        #expect(response.answers.map(\.status.code) == [1, 3260, 0])
        #expect(response.answers[1].status.message == #""no""#)
        #expect(response.answers.map(\.records.count) == [0, 0, 1])
    }

    @Test("may hold several kinds under one query, and kinds that the catalog has never heard of")
    func mixedKinds() throws {
        let items = try Fixture.answer(
            "ItemQueryRs", #"statusCode="0""#,
            """
            <ItemServiceRet><ListID>1-1</ListID><Name>Work</Name></ItemServiceRet>
            <ItemGroupRet><ListID>2-1</ListID><Name>Set</Name><ItemGroupLine><Quantity>1</Quantity>\
            </ItemGroupLine></ItemGroupRet>
            <ItemServiceRet><ListID>3-1</ListID></ItemServiceRet>
            <ItemTeleportRet><ListID>4-1</ListID><Range>far</Range></ItemTeleportRet>
            """)
        #expect(items.records.map(\.kind) == ["ItemService", "ItemGroup", "ItemService", "ItemTeleport"])
        #expect(items.records.map(\.id) == ["1-1", "2-1", "3-1", "4-1"])
        let terms = try Fixture.answer(
            "TermsQueryRs", #"statusCode="0""#,
            """
            <StandardTermsRet><ListID>1-1</ListID><Name>Net 30</Name><StdDueDays>30</StdDueDays>\
            <DiscountPct>2.00000%</DiscountPct></StandardTermsRet>
            <DateDrivenTermsRet><ListID>2-1</ListID><DayOfMonthDue>15</DayOfMonthDue></DateDrivenTermsRet>
            """)
        #expect(terms.records.map(\.kind) == ["StandardTerms", "DateDrivenTerms"])
    }

    @Test("names a transaction by its number, and gives company, preferences and host fixed IDs")
    func identities() throws {
        let payment = try Fixture.answer(
            "ReceivePaymentQueryRs", #"statusCode="0""#,
            "<ReceivePaymentRet><TxnID>4-1</TxnID><RefNumber>101</RefNumber></ReceivePaymentRet>")
        #expect(payment.records.first?.id == "4-1")
        #expect(payment.records.first?.name == "101")
        for (kind, id) in [("Company", "company"), ("Preferences", "preferences"), ("Host", "host")] {
            let answer = try Fixture.answer(
                "\(kind)QueryRs", #"statusCode="0""#, "<\(kind)Ret><Country>US</Country></\(kind)Ret>")
            #expect(answer.records.map(\.id) == [id])
        }
    }

    @Test("reports a record without an ID, or without anything, and takes the others all the same")
    func faults() throws {
        let answer = try Fixture.answer(
            "CustomerQueryRs", #"statusCode="0""#,
            """
            <CustomerRet><FullName>Nobody</FullName></CustomerRet>
            <CustomerRet><ListID>1-1</ListID><Name>Somebody</Name></CustomerRet>
            <CustomerRet/>
            <CustomerRet>just words</CustomerRet>
            <CustomerRet><ListID></ListID><Name>Empty</Name></CustomerRet>
            <CompanyRet></CompanyRet>
            <CustomerRet><ParentRef><ListID>9-9</ListID></ParentRef></CustomerRet>
            """)
        #expect(answer.records.map(\.id) == ["1-1"])
        #expect(answer.faults.map(\.name) == ["Nobody", nil, nil, "Empty", nil, nil])
        #expect(answer.faults.map(\.id) == [nil, nil, nil, nil, "company", nil])
        #expect(
            answer.faults.first?.reason
                == "QuickBooks sent the Customer record Nobody without a ListID or TxnID, "
                + "so it cannot be stored."
        )
    }

    @Test("keeps what is no time out of the record's times, since watermarks are made of them")
    func oddTimes() throws {
        let answer = try Fixture.answer(
            "CustomerQueryRs", #"statusCode="0""#,
            "<CustomerRet><ListID>1</ListID><TimeModified>soon</TimeModified></CustomerRet>")
        #expect(answer.records.first?.timeModified == nil)
        #expect(
            answer.records.first.map { String(decoding: $0.json, as: UTF8.self) }
                == #"{"ListID":"1","TimeModified":"soon"}"#)
    }

    @Test("keeps what stands beside records: the loose parts of the answers that change the books")
    func looseParts() throws {
        let answer = try Fixture.answer(
            "TxnDelRs", #"statusCode="0""#,
            """
            <TxnDelType>Invoice</TxnDelType>
            <TxnID>5-1</TxnID><TimeDeleted>2023-07-01T10:00:00-05:00</TimeDeleted>
            <RefNumber/>
            <CustomerRet><ListID>1</ListID></CustomerRet>
            """)
        #expect(answer.records.map(\.id) == ["1"])
        #expect(answer.faults.isEmpty)
        #expect(answer.errorRecovery == nil)
        #expect(
            answer.rest.map { String(decoding: $0, as: UTF8.self) } == #"""
                {"TxnDelType":"Invoice","TxnID":"5-1","TimeDeleted":"2023-07-01T10:00:00-05:00",\#
                "RefNumber":""}
                """#)
    }

    @Test("keeps loose parts that come again in a list, and says in which order they came")
    func repeatedLooseParts() throws {
        let answer = try Fixture.answer(
            "ListMergeRs", #"statusCode="0""#,
            """
            <MergedTo><ListID>1</ListID></MergedTo><MergedFrom><ListID>2</ListID></MergedFrom>\
            <MergedTo><ListID>3</ListID></MergedTo>
            """)
        #expect(
            answer.rest.map { String(decoding: $0, as: UTF8.self) } == #"""
                {"MergedTo":[{"ListID":"1"},{"ListID":"3"}],"MergedFrom":{"ListID":"2"},\#
                "$order":["MergedTo","MergedFrom","MergedTo"]}
                """#)
    }

    @Test("tells what a recovered write has changed")
    func errorRecovery() throws {
        let invoice = try Fixture.answer(
            "InvoiceAddRs", #"statusCode="0""#,
            """
            <ErrorRecovery><TxnID>5-1263499231</TxnID><TxnNumber>77</TxnNumber>
            <EditSequence>1263499231</EditSequence><ExternalGUID>{1-2}</ExternalGUID></ErrorRecovery>
            """)
        #expect(
            invoice.errorRecovery
                == ErrorRecovery(
                    txnID: "5-1263499231", txnNumber: 77, editSequence: "1263499231", externalGUID: "{1-2}"))
        #expect(
            invoice.rest.map { String(decoding: $0, as: UTF8.self) } == #"""
                {"ErrorRecovery":{"TxnID":"5-1263499231","TxnNumber":77,"EditSequence":"1263499231",\#
                "ExternalGUID":"{1-2}"}}
                """#)
        let other = try Fixture.answer(
            "DataExtAddRs", #"statusCode="0""#,
            "<ErrorRecovery><OwnerID>0</OwnerID><ListID>1-1</ListID></ErrorRecovery>")
        #expect(other.errorRecovery == ErrorRecovery(listID: "1-1", ownerID: "0"))
        let strange = try Fixture.answer(
            "InvoiceAddRs", #"statusCode="0""#, "<ErrorRecovery>none</ErrorRecovery>")
        #expect(strange.errorRecovery == ErrorRecovery())
        #expect(strange.rest == Array(#"{"ErrorRecovery":"none"}"#.utf8))
    }

    @Test("keeps QuickBooks' word for the severity beside ours, and the name of its message set")
    func words() throws {
        let response = try Response(
            decoding: Array(
                """
                <QBXML><QBXMLMsgsRs newMessageSetID="N1"><ReceivePaymentAddRs statusCode="3210" \
                statusSeverity="Info"/></QBXMLMsgsRs></QBXML>
                """.utf8))
        #expect(response.newMessageSetID == "N1")
        #expect(response.answers.first?.severityWord == "Info")
        #expect(response.answers.first?.status.severity == .error)
    }

    @Test("may be an empty message set")
    func emptySet() throws {
        #expect(
            try Response(decoding: Array("<QBXML><QBXMLMsgsRs></QBXMLMsgsRs></QBXML>".utf8)).answers.isEmpty)
        #expect(try Response(decoding: Array("<QBXML/>".utf8)).answers.isEmpty)
    }

    @Test("without a status is an error, with one that has letters as well")
    func absentStatus() throws {
        for attributes in [#"requestID="1""#, #"statusCode="fine""#, #"statusCode="99999999999999999999""#] {
            let answer = try Fixture.answer("ClassQueryRs", attributes, "")
            #expect(answer.status.code == Status.absent)
            #expect(answer.status.severity == .error)
        }
    }

    @Test("is refused with the reason when it is something else")
    func refusals() {
        #expect(throws: ResponseError.notQBXML(root: "QBPOSXML")) {
            try Response(decoding: Array("<QBPOSXML><QBPOSXMLMsgsRs/></QBPOSXML>".utf8))
        }
        #expect(throws: ResponseError.notAnAnswer(element: "QBXMLMsgsRq")) {
            try Response(decoding: Array("<QBXML><QBXMLMsgsRq/></QBXML>".utf8))
        }
        #expect(throws: ResponseError.xml(.empty)) { try Response(decoding: []) }
        #expect(throws: ResponseError.self) { try Response(decoding: Array("no XML".utf8)) }
        #expect(ResponseError.notQBXML(root: "html").sentence == "The answer is not qbXML: its root is html.")
    }

    @Test("is refused when it declares a document type or is nested without end")
    func attacks() {
        let bomb = #"<!DOCTYPE q [<!ENTITY a "b">]><QBXML><QBXMLMsgsRs>&a;</QBXMLMsgsRs></QBXML>"#
        #expect(throws: ResponseError.self) { try Response(decoding: Array(bomb.utf8)) }
        let deep = String(repeating: "<A>", count: 100) + String(repeating: "</A>", count: 100)
        #expect(throws: ResponseError.self) {
            try Response(
                decoding: Fixture.document("AQueryRs", #"statusCode="0""#, "<ARet>\(deep)</ARet>"))
        }
    }

    @Test("may be nested deeper than usual when the caller allows it")
    func deepRecords() throws {
        let deep = String(repeating: "<A>", count: 200) + "x" + String(repeating: "</A>", count: 200)
        let document = Fixture.document(
            "AQueryRs", #"statusCode="0""#, "<ARet><ListID>1</ListID>\(deep)</ARet>")
        let response = try Response(decoding: document, ceilings: Ceilings(depth: 220))
        let record = try #require(response.answers.first?.records.first)
        let objects = String(repeating: #"{"A":"#, count: 199)
        let ends = String(repeating: "}", count: 199)
        #expect(
            String(decoding: record.json, as: UTF8.self) == #"{"ListID":"1","A":\#(objects)"x"\#(ends)}"#)
    }

    @Test("may be indented, and may begin after white space")
    func indentation() throws {
        let inside = Self.customer.split(separator: "\n").joined(separator: "\r\n\t    ")
        let document = Array("\r\n  ".utf8) + Fixture.document("CustomerQueryRs", #"statusCode="0""#, inside)
        let plain = try Fixture.answer("CustomerQueryRs", #"statusCode="0""#, Self.customer)
        #expect(try Response(decoding: document).answers.first?.records == plain.records)
    }

    @Test("that came within SOAP is UTF-8 whatever it declares; a file is what it declares")
    func encodings() throws {
        func document(_ name: [UInt8]) -> [UInt8] {
            Array(#"<?xml version="1.0" encoding="ISO-8859-1" ?>"#.utf8)
                + Array(
                    "<QBXML><QBXMLMsgsRs><VendorQueryRs statusCode=\"0\"><VendorRet><ListID>1</ListID><Name>"
                        .utf8)
                + name + Array("</Name></VendorRet></VendorQueryRs></QBXMLMsgsRs></QBXML>".utf8)
        }
        let fromSOAP = try Response(decoding: document(Array("Jean-Sébastien".utf8)))
        #expect(fromSOAP.answers.first?.records.first?.name == "Jean-Sébastien")
        let fromFile = try Response(
            decoding: document(Array("Jean-S".utf8) + [0xe9] + Array("bastien".utf8)), encoding: .declared)
        #expect(fromFile.answers.first?.records.first?.name == "Jean-Sébastien")
        #expect(throws: ResponseError.self) { try Response(decoding: document([0x4a, 0xe9, 0x62])) }
    }
}
