import Foundation
import QBXML
import Simulator
import Testing
import XML

/// What the simulator answers is what QuickBooks could answer, as far as the catalog knows.
@Suite struct AnswerTests {
    /// Queries that a generated company has records for, complete with what must be asked for by name.
    private static func queries(_ desk: inout Desk) throws -> [(name: String, request: String)] {
        let catalog = Catalog.standard
        return catalog.requests.filter { $0.operation == .query }.compactMap { query in
            guard case .answer(_, let remarks) = desk.reply("<\(query.name)/>", version: "16.0"),
                remarks.isEmpty
            else { return nil }
            // There is one currency here, which QuickBooks calls a feature that is off.
            if query.name == "CurrencyQueryRq" { return nil }
            let places = catalog[query.content].places.map { catalog.name(of: $0) }
            var parts = ""
            if places.contains("ActiveStatus") { parts += "<ActiveStatus>All</ActiveStatus>" }
            if places.contains("IncludeLineItems") { parts += "<IncludeLineItems>true</IncludeLineItems>" }
            if places.contains("IncludeLinkedTxns") { parts += "<IncludeLinkedTxns>true</IncludeLinkedTxns>" }
            if places.contains("OwnerID") { parts += "<OwnerID>0</OwnerID>" }
            return (query.name, "<\(query.name)>\(parts)</\(query.name)>")
        }
    }

    private static let unidentified: Set = [
        "CompanyActivity", "AccountTaxLineInfo", "DataExtDef", "BarCode", "BillToPay", "SalesTaxPayable",
        "Form1099CategoryAccountMapping",
    ]

    private static func office() -> Desk {
        var file = CompanyFile.generated(seed: 5)
        let day = OfficeDay(invoices: 8, payments: 5, changedCustomers: 3, newCustomers: 2)
        _ = file.live(day, at: Date(timeIntervalSince1970: 1_780_000_000), seed: Seed(3))
        return Desk(file)
    }

    @Test("every answer has the elements of the catalog, in its order, and is decoded without a note")
    func wholeAnswers() throws {
        var desk = Self.office()
        let queries = try Self.queries(&desk)
        #expect(queries.count >= 26)
        var compared = 0
        for (name, request) in queries {
            guard case .answer(let bytes, _) = desk.reply(request, version: "16.0") else {
                Issue.record("\(name) was refused")
                continue
            }
            let answer = try #require(try Element(parsing: bytes)["QBXMLMsgsRs"]?.elements.first)
            var reading = AnswerReading()
            reading.read(answer)
            #expect(reading.faults.isEmpty, "\(reading.faults.prefix(5))")
            #expect(answer.status == (answer.elements.isEmpty ? "1" : "0"), "\(name)")
            compared += reading.count
            let response = try Response(decoding: bytes)
            #expect(response.notes.isEmpty, "\(name)")
            let decoded = try #require(response.answers.first)
            // What has neither ListID nor TxnID is nothing that a server could keep record by record.
            let kept = decoded.records.count + decoded.faults.count { Self.unidentified.contains($0.kind) }
            #expect(kept == answer.elements.count, "\(name): \(decoded.faults.map(\.reason))")
        }
        #expect(compared > 5_000)
    }

    @Test(
        "so has every page of an iterator, every count, every narrowed record and every refusal of a request")
    func partialAnswers() throws {
        var desk = Self.office()
        let start = try desk.askOne(
            "<InvoiceQueryRq iterator=\"Start\"><MaxReturned>3</MaxReturned></InvoiceQueryRq>")
        let id = try #require(start.attribute("iteratorID"))
        let others = try desk.ask(
            """
            <InvoiceQueryRq iterator="Continue" iteratorID="\(id)"><MaxReturned>3</MaxReturned>\
            </InvoiceQueryRq>\
            <InvoiceQueryRq iterator="Stop" iteratorID="\(id)"/>\
            <CustomerQueryRq metaData="MetaDataOnly"/>\
            <CustomerQueryRq metaData="MetaDataAndResponseData"/>\
            <ItemQueryRq><FullName>Nothing of that name</FullName></ItemQueryRq>\
            <ClassQueryRq><ListID>80009999-1</ListID></ClassQueryRq>\
            <GeneralSummaryReportQueryRq><GeneralSummaryReportType>TrialBalance\
            </GeneralSummaryReportType></GeneralSummaryReportQueryRq><CustomerQueryRq iterator="Start"/>\
            <TxnVoidRq><TxnVoidType>Bill</TxnVoidType><TxnID>1-1</TxnID></TxnVoidRq>
            """)
        var reading = AnswerReading()
        for answer in [start] + others { reading.read(answer) }
        #expect(reading.faults.isEmpty, "\(reading.faults.prefix(5))")
        #expect(Set(others.map(\.status)) == ["0", "500", "3120", "1030", "3150"])
    }

    @Test(
        "the comparison notices what is strange, turned round, doubled, missing, too long or no known word",
        arguments: [
            ("<ClassRet><Colour/></ClassRet>", "ClassRet/Colour: no such element"),
            ("<ClassRet><Name>A</Name><ListID>1-1</ListID></ClassRet>", "ListID: out of order"),
            ("<ClassRet><Name>A</Name><Name>A</Name></ClassRet>", "Name: 2 times"),
            ("<ClassRet><ListID>1-1</ListID></ClassRet>", "EditSequence: missing"),
            ("<ClassRet><Name><First/></Name></ClassRet>", "Name: holds elements"),
            ("<ClassRet><Name>0123456789012345678901234567890123456789</Name></ClassRet>", "40 characters"),
            ("<VendorRet/>", "VendorRet: no such element"),
        ])
    func notices(record: String, fault: String) throws {
        var reading = AnswerReading()
        reading.read(try Element(parsing: Array("<ClassQueryRs>\(record)</ClassQueryRs>".utf8)))
        #expect(reading.faults.contains { $0.contains(fault) }, "\(reading.faults)")
    }

    @Test("the comparison notices strange attributes, answers and words")
    func noticesMore() throws {
        var reading = AnswerReading()
        for answer in [
            "<ClassQueryRs iteratorID='1'/>", "<HostQueryRq/>",
            "<AccountQueryRs><AccountRet><AccountType>Safe</AccountType></AccountRet></AccountQueryRs>",
        ] {
            reading.read(try Element(parsing: Array(answer.utf8)))
        }
        for fault in ["no attribute iteratorID", "no such answer", "\"Safe\" is not in its list"] {
            #expect(reading.faults.contains { $0.contains(fault) }, "\(reading.faults)")
        }
    }
}
