import Foundation
import Simulator
import Testing
import XML

@Suite struct QueryTests {
    @Test("an answer has QuickBooks' head and echoes the requestID")
    func head() throws {
        var desk = Desk(.sample)
        guard case .answer(let bytes, _) = desk.reply("<ClassQueryRq requestID=\"a 7\" />") else {
            Issue.record("refused")
            return
        }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.hasPrefix(
                """
                <?xml version="1.0" ?>
                <QBXML>
                <QBXMLMsgsRs>
                <ClassQueryRs requestID="a 7" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
                <ClassRet>

                """))
        #expect(!text.contains("\r") && !text.contains("  "))
    }

    @Test("a request without a requestID is answered without one")
    func noRequestID() throws {
        var desk = Desk(.sample)
        #expect(try desk.askOne("<ClassQueryRq />").attribute("requestID") == nil)
    }

    @Test("nothing found is status 1, Info, and no record")
    func nothingFound() throws {
        var desk = Desk(.sample)
        let answer = try desk.askOne(
            "<CustomerQueryRq><FromModifiedDate>2030-01-01T00:00:00</FromModifiedDate></CustomerQueryRq>")
        #expect(answer.status == "1")
        #expect(answer.attribute("statusSeverity") == "Info")
        #expect(
            answer.attribute("statusMessage")
                == "A query request did not find a matching object in QuickBooks")
        #expect(answer.elements.isEmpty)
    }

    @Test("inactive records come only when asked for")
    func activeStatus() throws {
        var desk = Desk(.sample)
        let all = try desk.askOne("<TermsQueryRq><ActiveStatus>All</ActiveStatus></TermsQueryRq>")
        let active = try desk.askOne("<TermsQueryRq />")
        let inactive = try desk.askOne(
            "<TermsQueryRq><ActiveStatus>InactiveOnly</ActiveStatus></TermsQueryRq>")
        #expect(inactive.values("Name") == ["1% 10 Net 30"])
        #expect(Set(active.values("Name")).union(inactive.values("Name")) == Set(all.values("Name")))
        #expect(active.elements.count + 1 == all.elements.count)
    }

    @Test("terms of both kinds come in one answer, and each query of one kind gives that kind")
    func mixedKinds() throws {
        var desk = Desk(.sample)
        let kinds = Set(try desk.askOne("<TermsQueryRq />").elements.map(\.name))
        #expect(kinds == ["StandardTermsRet", "DateDrivenTermsRet"])
        let some = Set(try desk.askOne("<DateDrivenTermsQueryRq />").elements.map(\.name))
        #expect(some == ["DateDrivenTermsRet"])
        let items = Set(try desk.askOne("<ItemQueryRq />").elements.map(\.name))
        #expect(items.count == 11)
        let services = Set(try desk.askOne("<ItemServiceQueryRq />").elements.map(\.name))
        #expect(services == ["ItemServiceRet"])
    }

    @Test("lines and linked transactions come only when asked for")
    func lines() throws {
        var desk = Desk(.sample)
        func children(_ wishes: String) throws -> Set<String> {
            let answer = try desk.askOne("<InvoiceQueryRq>\(wishes)</InvoiceQueryRq>")
            return Set(answer.elements.flatMap(\.elements).map(\.name))
        }
        let plain = try children("")
        #expect(!plain.contains("InvoiceLineRet") && !plain.contains("LinkedTxn"))
        #expect(try children("<IncludeLineItems>true</IncludeLineItems>").contains("InvoiceLineRet"))
        let linked = try children("<IncludeLinkedTxns>1</IncludeLinkedTxns>")
        #expect(linked.contains("LinkedTxn") && !linked.contains("InvoiceLineRet"))
        let payment = try desk.askOne("<ReceivePaymentQueryRq />").elements
        #expect(payment.allSatisfy { $0["AppliedToTxnRet"] == nil })
        let applied = try desk.askOne(
            "<ReceivePaymentQueryRq><IncludeLineItems>true</IncludeLineItems></ReceivePaymentQueryRq>")
        #expect(applied.elements.allSatisfy { $0["AppliedToTxnRet"] != nil })
    }

    @Test("custom fields come only for the owners that are named")
    func owners() throws {
        var desk = Desk(.sample)
        let guid = "{0C5C7B6E-1F3A-4F3A-9C57-60C37F4B1A2D}"
        desk.file.setStamp("FileID", ownerID: guid, to: "{X}")
        #expect(try desk.askOne("<CompanyQueryRq />").elements[0]["DataExtRet"] == nil)
        let other = "{00000000-1F3A-4F3A-9C57-60C37F4B1A2D}"
        let strange = try desk.askOne("<CompanyQueryRq><OwnerID>\(other)</OwnerID></CompanyQueryRq>")
        #expect(strange.elements[0]["DataExtRet"] == nil)
        let own = try desk.askOne(
            "<CompanyQueryRq><OwnerID>\(guid.lowercased())</OwnerID></CompanyQueryRq>")
        #expect(own.elements[0]["DataExtRet"]?["DataExtValue"]?.text == "{X}")
        let customers = try desk.askOne("<CustomerQueryRq><OwnerID>0</OwnerID></CustomerQueryRq>")
        #expect(customers.elements.contains { $0["DataExtRet"]?["DataExtName"]?.text == "Region" })
    }

    @Test("MaxReturned without an iterator cuts the answer off and does not say so")
    func silentCut() throws {
        var desk = Desk(.sample)
        let answer = try desk.askOne("<AccountQueryRq><MaxReturned>3</MaxReturned></AccountQueryRq>")
        #expect(answer.elements.count == 3)
        #expect(answer.status == "0")
        #expect(answer.attribute("iteratorRemainingCount") == nil)
        #expect(answer.attribute("retCount") == nil)
    }

    @Test("lists come by full name, a parent before its children")
    func order() throws {
        var desk = Desk(.sample)
        let names = try desk.askOne("<AccountQueryRq />").values("FullName")
        #expect(names.first == "Accounts Payable")
        let labor = try #require(names.firstIndex(of: "Services:Labor"))
        let services = try #require(names.firstIndex(of: "Services"))
        #expect(services < labor)
    }

    @Test("named elements narrow what a record shows")
    func includeRetElement() throws {
        var desk = Desk(.sample)
        let answer = try desk.askOne(
            """
            <VendorQueryRq><IncludeRetElement>ListID</IncludeRetElement>\
            <IncludeRetElement>Name</IncludeRetElement></VendorQueryRq>
            """)
        #expect(answer.elements.allSatisfy { $0.elements.map(\.name) == ["ListID", "Name"] })
    }

    @Test("metaData gives counts")
    func metaData() throws {
        var desk = Desk(.sample)
        let count = desk.file.records("Invoice").count
        let only = try desk.askOne("<InvoiceQueryRq metaData=\"MetaDataOnly\" />")
        #expect(only.attribute("retCount") == "\(count)")
        #expect(only.elements.isEmpty)
        let both = try desk.askOne("<InvoiceQueryRq metaData=\"MetaDataAndResponseData\" />")
        #expect(both.attribute("retCount") == "\(count)" && both.elements.count == count)
    }

    @Test("a single missing ID is 3120, a missing name among others is 500 and the others are given")
    func missing() throws {
        var desk = Desk(.sample)
        let absent = try desk.askOne("<CustomerQueryRq><ListID>80009999-1</ListID></CustomerQueryRq>")
        #expect(absent.status == "3120" && absent.attribute("statusSeverity") == "Error")
        let some = try desk.askOne(
            """
            <AccountQueryRq><FullName>checking</FullName><FullName>Nowhere</FullName></AccountQueryRq>
            """)
        #expect(some.status == "500" && some.attribute("statusSeverity") == "Warn")
        #expect(some.values("FullName") == ["Checking"])
        #expect(some.attribute("statusMessage")?.contains("\"Nowhere\"") == true)
    }

    @Test("an inactive record is found by its name all the same")
    func inactiveByName() throws {
        var desk = Desk(.sample)
        let answer = try desk.askOne("<AccountQueryRq><FullName>Fax Line</FullName></AccountQueryRq>")
        #expect(answer.values("IsActive") == ["false"])
    }

    @Test(
        "names are filtered without regard to case",
        arguments: [
            ("<NameFilter><MatchCriterion>StartsWith</MatchCriterion><Name>insur</Name></NameFilter>", 3),
            ("<NameFilter><MatchCriterion>EndsWith</MatchCriterion><Name>EXPENSE</Name></NameFilter>", 1),
            ("<NameFilter><MatchCriterion>Contains</MatchCriterion><Name>payable</Name></NameFilter>", 2),
            ("<NameRangeFilter><FromName>R</FromName><ToName>Rz</ToName></NameRangeFilter>", 4),
        ])
    func nameFilters(filter: String, count: Int) throws {
        var desk = Desk(.sample)
        #expect(try desk.askOne("<AccountQueryRq>\(filter)</AccountQueryRq>").elements.count == count)
    }

    @Test("invoices are filtered by customer, day, number and whether they are paid")
    func invoiceFilters() throws {
        var desk = Desk(.sample)
        let invoices = desk.file.records("Invoice")
        let reference = try #require(invoices[3].fields.first { $0.name == "CustomerRef" })
        let id = reference.fields[0].text
        func count(_ filter: String) throws -> Int {
            try desk.askOne("<InvoiceQueryRq>\(filter)</InvoiceQueryRq>").elements.count
        }
        let own = invoices.count { $0.fields.first { $0.name == "CustomerRef" }?.fields[0].text == id }
        #expect(try count("<EntityFilter><ListID>\(id)</ListID></EntityFilter>") == own)
        let paid = invoices.count { $0["IsPaid"] == "true" }
        #expect(try count("<PaidStatus>PaidOnly</PaidStatus>") == paid)
        #expect(try count("<PaidStatus>NotPaidOnly</PaidStatus>") == invoices.count - paid)
        let day = invoices[3]["TxnDate"]
        let same = invoices.count { $0["TxnDate"] == day }
        let range = "<FromTxnDate>\(day)</FromTxnDate><ToTxnDate>\(day)</ToTxnDate>"
        #expect(try count("<TxnDateRangeFilter>\(range)</TxnDateRangeFilter>") == same)
        #expect(try count("<RefNumber>\(invoices[3]["RefNumber"])</RefNumber>") == 1)
    }

    @Test("after an error, stopOnError leaves the rest with 3231 and continueOnError goes on")
    func onError() throws {
        var desk = Desk(.sample)
        let requests = "<ClassQueryRq><ListID>80009999-1</ListID></ClassQueryRq><ClassQueryRq />"
        let stopped = try desk.ask(requests, onError: "stopOnError")
        #expect(stopped.map(\.status) == ["3120", "3231"])
        let went = try desk.ask(requests, onError: "continueOnError")
        #expect(went.map(\.status) == ["3120", "0"])
    }

    @Test("a requestID above 50 characters is status 1060")
    func longRequestID() throws {
        var desk = Desk(.sample)
        let id = String(repeating: "x", count: 51)
        #expect(try desk.askOne("<ClassQueryRq requestID=\"\(id)\" />").status == "1060")
    }

    @Test("the host lists its versions and the company shows its name")
    func single() throws {
        var desk = Desk(.sample)
        let answers = try desk.ask("<HostQueryRq /><CompanyQueryRq /><PreferencesQueryRq />")
        let versions = answers[0].elements[0].all("SupportedQBXMLVersion").map(\.text)
        #expect(versions.first == "1.0" && versions.last == "16.0")
        #expect(answers[1].elements[0]["CompanyName"]?.text == desk.file.name)
        #expect(answers[2].elements[0]["MultiCurrencyPreferences"] != nil)
    }
}
