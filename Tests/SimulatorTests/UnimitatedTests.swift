import QBXML
import Simulator
import Testing
import XML

/// Requests that QuickBooks would carry out and this simulator cannot.
@Suite struct UnimitatedTests {
    private static let window = """
        <TxnDisplayAddRq requestID="9"><TxnDisplayAddType>Invoice</TxnDisplayAddType></TxnDisplayAddRq>
        """

    private func remarks(_ reply: Reply) -> [String] {
        if case .answer(_, let remarks) = reply { return remarks }
        return ["refused"]
    }

    @Test("a request for a window is answered, not refused, and the remark beside the answer says why")
    func write() throws {
        var desk = Desk(.sample)
        let before = desk.file.fingerprint()
        let answer = try desk.askOne(Self.window)
        #expect(answer.name == "TxnDisplayAddRs" && answer.attribute("requestID") == "9")
        #expect(answer.status == "1030" && answer.attribute("statusSeverity") == "Error")
        #expect(
            answer.attribute("statusMessage") == "This request is not supported by this implementation.")
        #expect(answer.elements.isEmpty)
        #expect(desk.file.fingerprint() == before)
        #expect(
            remarks(desk.reply("<HostQueryRq/>" + Self.window)) == [
                "request 2, TxnDisplayAddRq: this simulator does not imitate this request; "
                    + "status 1030 stands for what QuickBooks would say."
            ])
    }

    @Test("it is an error as any other: stopOnError leaves the rest, continueOnError goes on")
    func onError() throws {
        var desk = Desk(.sample)
        let requests = "<ClassQueryRq/>" + Self.window + "<ClassQueryRq/>" + Self.window
        let stopped = try desk.ask(requests, onError: "stopOnError")
        #expect(stopped.map(\.status) == ["0", "1030", "3231", "3231"])
        #expect(
            stopped.map(\.name) == ["ClassQueryRs", "TxnDisplayAddRs", "ClassQueryRs", "TxnDisplayAddRs"])
        let went = try desk.ask(requests, onError: "continueOnError")
        #expect(went.map(\.status) == ["0", "1030", "0", "1030"])
    }

    @Test(
        "a filter that is not imitated is named, one that the company has switched off is QuickBooks' answer",
        arguments: [
            (
                """
                <HostQueryRq><IncludeListMetaData><IncludeMaxCapacity>true</IncludeMaxCapacity>\
                </IncludeListMetaData></HostQueryRq>
                """, "1030", true
            ),
            (
                "<VendorQueryRq><CurrencyFilter><ListID>1-1</ListID></CurrencyFilter></VendorQueryRq>",
                "3250", false
            ),
        ])
    func filters(request: String, status: String, isRemarked: Bool) throws {
        var desk = Desk(.sample)
        #expect(try desk.askOne(request).status == status)
        let remarks = remarks(desk.reply(request))
        #expect(remarks.count == (isRemarked ? 1 : 0))
        let named = ["<IncludeListMetaData>"]
        #expect(remarks.allSatisfy { remark in named.contains { remark.contains($0) } })
    }

    @Test("a date macro counts from the file's own day, and says so if it has none")
    func macros() throws {
        let request = """
            <InvoiceQueryRq><TxnDateRangeFilter><DateMacro>ThisMonth</DateMacro></TxnDateRangeFilter>\
            </InvoiceQueryRq>
            """
        var timeless = Desk(CompanyFile(path: "x", name: "x"))
        #expect(try timeless.askOne(request).status == "1030")
        #expect(remarks(timeless.reply(request)).first?.contains("<DateMacro>") == true)
        var desk = Desk(.sample)
        let days = try desk.askOne(request).values("TxnDate")
        #expect(!days.isEmpty && days.allSatisfy { $0.hasPrefix("2025-12-") })
        let all = desk.file.records("Invoice").filter { $0["TxnDate"].hasPrefix("2025-12-") }
        #expect(all.count == days.count)
    }

    @Test("no request of qbXML is refused for being one: each is answered under its own name")
    func allRequests() throws {
        var answered = 0
        for request in Catalog.standard.requests where request.container == .messages {
            // Without its children only the few that need none are right.
            guard Catalog.standard[request.content].mayBeEmpty,
                request.editions.contains(Editions(.unitedStates))
            else { continue }
            var desk = Desk(.sample)
            guard case .answer(let bytes, let remarks) = desk.reply("<\(request.name)/>", version: "16.0")
            else {
                Issue.record("\(request.name) was refused")
                continue
            }
            let answer = try #require(try Element(parsing: bytes)["QBXMLMsgsRs"]?.elements.first)
            #expect(answer.name == request.title + "Rs")
            let known = request.name == "CurrencyQueryRq" ? ["3250"] : ["0", "1", "1030"]
            #expect(known.contains(answer.status), "\(request.name): \(answer.status)")
            #expect((answer.status == "1030") == !remarks.isEmpty, "\(request.name)")
            answered += 1
        }
        #expect(answered >= 80)
    }

    @Test("queries of events are for another door of QuickBooks than requests are")
    func subscriptions() {
        var desk = Desk(.sample)
        let query = """
            <UIEventSubscriptionQueryRq><SubscriberID>0</SubscriberID></UIEventSubscriptionQueryRq>
            """
        let own = """
            <?xml version="1.0"?><?qbxml version="13.0"?><QBXML><QBXMLSubscriptionMsgsRq>\(query)\
            </QBXMLSubscriptionMsgsRq></QBXML>
            """
        for reply in [desk.reply(query), desk.session.answer(Array(own.utf8), from: &desk.file)] {
            guard case .refused = reply else {
                Issue.record("answered")
                continue
            }
        }
    }

    // MARK: Loaded records

    private static let bills = """
        <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><BillQueryRs statusCode="0">\
        <BillRet><TxnID>1A-1</TxnID><TimeModified>2025-03-01T10:00:00-06:00</TimeModified><VendorRef>\
        <ListID>80000001-1</ListID><FullName>Oak</FullName></VendorRef><APAccountRef><ListID>80000009-1\
        </ListID><FullName>Accounts Payable</FullName></APAccountRef><TxnDate>2025-03-01</TxnDate>\
        <RefNumber>77</RefNumber><ExpenseLineRet><TxnLineID>1B-1</TxnLineID></ExpenseLineRet></BillRet>\
        <BillRet><TxnID>2A-1</TxnID><TimeModified>2025-04-01T10:00:00-05:00</TimeModified>\
        <TxnDate>2025-04-01</TxnDate></BillRet></BillQueryRs></QBXMLMsgsRs></QBXML>
        """

    @Test(
        "records of a kind that was loaded are asked for like any others",
        arguments: [
            ("", 2), ("<TxnID>2A-1</TxnID>", 1), ("<RefNumber>77</RefNumber>", 1),
            ("<EntityFilter><FullName>oak</FullName></EntityFilter>", 1),
            ("<AccountFilter><ListID>80000009-1</ListID></AccountFilter>", 1),
            (
                """
                <ModifiedDateRangeFilter><FromModifiedDate>2025-03-15</FromModifiedDate>\
                </ModifiedDateRangeFilter>
                """, 1
            ),
        ])
    func loaded(filter: String, count: Int) throws {
        var desk = Desk(CompanyFile(path: "x", name: "x"))
        _ = try desk.file.load(Array(Self.bills.utf8), name: "bills")
        let answer = try desk.askOne("<BillQueryRq>\(filter)</BillQueryRq>")
        #expect(answer.status == "0" && answer.elements.count == count)
        #expect(answer.elements.allSatisfy { $0.name == "BillRet" && $0["ExpenseLineRet"] == nil })
        #expect(try desk.askOne("<CheckQueryRq><TxnID>9-9</TxnID></CheckQueryRq>").status == "3120")
    }

    @Test("an inactive entry of a loaded list comes only when asked for")
    func loadedList() throws {
        var desk = Desk(CompanyFile(path: "x", name: "x"))
        let ways = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><ShipMethodQueryRs statusCode="0"><ShipMethodRet>\
            <ListID>80000002-1</ListID><Name>Van</Name><IsActive>false</IsActive></ShipMethodRet>\
            <ShipMethodRet><ListID>80000001-1</ListID><Name>Ship</Name></ShipMethodRet>\
            </ShipMethodQueryRs></QBXMLMsgsRs></QBXML>
            """
        _ = try desk.file.load(Array(ways.utf8), name: "ways")
        #expect(try desk.askOne("<ShipMethodQueryRq/>").values("Name") == ["Ship"])
        let all = "<ShipMethodQueryRq><ActiveStatus>All</ActiveStatus></ShipMethodQueryRq>"
        #expect(try desk.askOne(all).values("Name") == ["Ship", "Van"])
    }
}
