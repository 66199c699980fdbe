import QBXML
import Simulator
import Testing
import XML

/// Which rules of the catalog's checker QuickBooks applies to a document as a whole, and which not.
@Suite struct SchemaRefusalTests {
    /// A document's requests that break one rule each.
    private static let broken: [(rule: CheckRule, requests: String)] = [
        (.unknownRequest, "<CustomerFindRq/>"),
        (.unknownElement, "<CustomerAddRq><CustomerAdd><Name>A</Name><Nom/></CustomerAdd></CustomerAddRq>"),
        (.misplacedElement, "<CustomerQueryRq><TxnID>1-1</TxnID></CustomerQueryRq>"),
        (.unknownAttribute, "<CustomerQueryRq colour=\"red\"/>"),
        (.attributeValue, "<InvoiceQueryRq metaData=\"MetaData\"/>"),
        (
            .order,
            """
            <CustomerAddRq><CustomerAdd><CompanyName>A Ltd</CompanyName><Name>A</Name></CustomerAdd>\
            </CustomerAddRq>
            """
        ),
        (.missing, "<CustomerAddRq><CustomerAdd><CompanyName>A</CompanyName></CustomerAdd></CustomerAddRq>"),
        (
            .repeated,
            "<CustomerQueryRq><MaxReturned>1</MaxReturned><MaxReturned>2</MaxReturned></CustomerQueryRq>"
        ),
        (.choice, "<CustomerQueryRq><ListID>1-1</ListID><FullName>A</FullName></CustomerQueryRq>"),
        (.structure, "<CustomerQueryRq>Ann</CustomerQueryRq>"),
        (
            .length,
            """
            <CustomerAddRq><CustomerAdd><Name>\(String(repeating: "a", count: 42))</Name></CustomerAdd>\
            </CustomerAddRq>
            """
        ),
        (.enumeration, "<ClassQueryRq><ActiveStatus>Every</ActiveStatus></ClassQueryRq>"),
        (.format, "<CustomerQueryRq><FromModifiedDate>yesterday</FromModifiedDate></CustomerQueryRq>"),
        (.range, "<ClassQueryRq><MaxReturned>0</MaxReturned></ClassQueryRq>"),
        (.version, "<TransactionQueryRq/>"),
        (.edition, "<SalesTaxReturnQueryRq/>"),
    ]

    private func refusal(_ reply: Reply) -> DocumentRefusal? {
        if case .refused(let refusal) = reply { return refusal }
        return nil
    }

    @Test("each rule of the schema refuses the whole document, without a word where", arguments: broken)
    func schemaRules(rule: CheckRule, requests: String) throws {
        let version = rule == .version ? "2.0" : "13.0"
        let bytes = Desk.document("<HostQueryRq/>\(requests)", version: version)
        let options = CheckOptions(version: try #require(Version(version)), edition: .unitedStates)
        let checked = Checker.check(try Draft(reading: bytes), options: options)
        let found = checked.errors
        #expect(found.map(\.rule) == [rule] && checked.schemaErrorCount == 1)
        #expect(rule.isOfSchema)
        var desk = Desk(.sample)
        let refusal = try #require(self.refusal(desk.session.answer(bytes, from: &desk.file)))
        #expect(refusal.hresult == "0x80040400")
        #expect(refusal.message == "QuickBooks found an error when parsing the provided XML text stream.")
        #expect(refusal.reasons == found.map { "line 3, \($0.pointer): \($0.sentence)" })
    }

    @Test("every rule of the schema is among them, but for those that no request's element can break")
    func allRules() {
        // `RefusalTests` has documents with a broken envelope. Attributes that must be there are in reports
        // only.
        let rest: Set<CheckRule> = [.envelope, .attributeMissing]
        #expect(Set(CheckRule.allCases.filter(\.isOfSchema)) == Set(Self.broken.map(\.rule)).union(rest))
        let catalog = Catalog.standard
        var contents = Set(catalog.requests.map(\.content))
        var open = Array(contents)
        while let content = open.popLast() {
            for place in catalog[content].places {
                let required = catalog.attributes(of: place).filter(\.isRequired)
                #expect(required.isEmpty)
                guard let inner = place.content, contents.insert(inner).inserted else { continue }
                open.append(inner)
            }
        }
    }

    @Test(
        "what no schema knows does not refuse the document, but ends its request",
        arguments: [
            (
                CheckRule.calendar,
                "<ClassQueryRq><FromModifiedDate>2025-02-30T08:00:00</FromModifiedDate></ClassQueryRq>",
                "3020"
            ),
            (
                .calendar,
                "<ClassQueryRq><ToModifiedDate>2038-01-20</ToModifiedDate></ClassQueryRq>", "3020"
            ),
            (.iterator, "<CustomerQueryRq iterator=\"Start\"/>", "3150"),
            (
                .iterator,
                """
                <CustomerQueryRq iterator="Continue"><MaxReturned>1</MaxReturned></CustomerQueryRq>
                """, "3391"
            ),
            (.requestID, "<ClassQueryRq requestID=\"\(String(repeating: "x", count: 51))\"/>", "1060"),
            (
                .macro,
                """
                <DataExtAddRq><DataExtAdd><OwnerID>0</OwnerID><DataExtName>A</DataExtName>\
                <TxnDataExtType>Bill</TxnDataExtType><TxnID useMacro="TxnID:A"/>\
                <DataExtValue>B</DataExtValue></DataExtAdd></DataExtAddRq>
                """, "9100"
            ),
        ])
    func otherRules(rule: CheckRule, request: String, status: String) throws {
        let document = Desk.document(request)
        let found = Checker.check(try Draft(reading: document)).errors
        #expect(found.map(\.rule) == [rule] && !rule.isOfSchema)
        var desk = Desk(.sample)
        let answers = try desk.ask("<HostQueryRq/>\(request)<HostQueryRq/>")
        #expect(answers.map(\.status) == ["0", status, "0"])
    }

    @Test("a date that QuickBooks cannot convert is told with its field")
    func dates() throws {
        var desk = Desk(.sample)
        let answer = try desk.askOne(
            """
            <InvoiceQueryRq><TxnDateRangeFilter><FromTxnDate>1969-12-31</FromTxnDate></TxnDateRangeFilter>\
            </InvoiceQueryRq>
            """)
        #expect(answer.status == "3020")
        #expect(
            answer.attribute("statusMessage")
                == """
                There was an error when converting the date value "1969-12-31" in the field "FromTxnDate".
                """)
        let open = try desk.askOne(
            "<InvoiceQueryRq><TxnDateRangeFilter><FromTxnDate/></TxnDateRangeFilter></InvoiceQueryRq>")
        #expect(open.elements.count == desk.file.records("Invoice").count)
    }

    @Test("ten errors are told, and how many more there are")
    func manyErrors() throws {
        var desk = Desk(.sample)
        func reasons(_ count: Int) -> [String]? {
            refusal(desk.reply(String(repeating: "<NonsenseRq/>", count: count)))?.reasons
        }
        #expect(reasons(10)?.count == 10)
        #expect(reasons(210)?.count == 11)
        #expect(reasons(210)?.last == "and 200 more")
    }

    @Test(
        "an error of the schema is found behind any number of warnings and other errors",
        arguments: [
            "<ClassQueryRq><MaxReturned>1</MaxReturned></ClassQueryRq>",
            "<CustomerQueryRq iterator=\"Start\"/>",
        ])
    func behindOthers(request: String) {
        var desk = Desk(.sample)
        let many = String(repeating: request, count: 250)
        #expect(refusal(desk.reply(many)) == nil)
        #expect(refusal(desk.reply(many + "<NonsenseRq/>")) != nil)
    }

    @Test("a company of another country takes what its edition has")
    func editions() throws {
        let taxReturns = "<SalesTaxReturnQueryRq/>"
        let oneOneLimit = "<ItemSitesQueryRq/>"
        func isRefused(_ request: String, in country: String) -> Bool {
            let program = QuickBooksProgram(country: country)
            var desk = Desk(CompanyFile.generated(seed: 1, size: .small, program: program))
            return refusal(desk.reply(request)) != nil
        }
        #expect(isRefused(taxReturns, in: "US") && !isRefused(taxReturns, in: "CA"))
        #expect(!isRefused(oneOneLimit, in: "US") && isRefused(oneOneLimit, in: "CA"))
        #expect(isRefused(taxReturns, in: "Elsewhere"))
    }
}
