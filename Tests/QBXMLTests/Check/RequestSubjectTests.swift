import Testing

@testable import QBXML

@Suite("What a request is about")
struct RequestSubjectTests {
    private func subject(_ json: String) throws -> RequestSubject {
        Checker.check(try Draft(reading: Array(json.utf8))).subject(of: 0)
    }

    @Test("a transaction is somebody's, and an entry of a list may stand below another")
    func entity() throws {
        let invoice = try subject(
            #"{"InvoiceAdd":{"CustomerRef":{"FullName":"Elm"},"InvoiceLineAdd":[{"Desc":"A"}]}}"#)
        #expect(invoice.entity == "Elm" && invoice.kind == "Invoice")
        let job = try subject(#"{"CustomerAdd":{"Name":"Kitchen","ParentRef":{"FullName":"Elm"}}}"#)
        #expect(job.entity == "Elm" && job.title == "Kitchen")
    }

    @Test(
        "a special item is of the kind that QuickBooks makes of it",
        arguments: [
            ("FinanceCharge", "ItemOtherCharge"), ("ReimbursableExpenseGroup", "ItemGroup"),
            ("ReimbursableExpenseSubtotal", "ItemSubtotal"),
        ])
    func special(type: String, kind: String) throws {
        #expect(try subject(#"{"SpecialItemAdd":{"SpecialItemType":"\#(type)"}}"#).kind == kind)
    }

    @Test("every request that adds or changes tells its kind; of several only that of what it is to make")
    func kinds() throws {
        let catalog = Catalog.standard
        var several: [String] = []
        for request in catalog.requests where request.operation == .add || request.operation == .modify {
            let answer = try #require(catalog.message(request.title + "Rs"))
            let kinds = catalog[answer.content].places.filter { catalog.name(of: $0).hasSuffix("Ret") }
            if kinds.count > 1 { several.append(request.title) }
        }
        #expect(several == ["SpecialItemAdd"])
        #expect(try subject(#"{"SpecialItemAdd":{}}"#).kind == nil, "nobody may look for another kind")
    }

    @Test("a record's own GUID is taken from the version on that brought it there")
    func guid() throws {
        func version(_ json: String) throws -> String? {
            let checked = Checker.check(try Draft(reading: Array(json.utf8)))
            return checked.externalGUIDVersion(0, checked.subject(of: 0))?.description
        }
        #expect(try version(#"{"CustomerAdd":{"Name":"A"}}"#) == "8.0")
        #expect(try version(#"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"}}}"#) == "9.0")
        #expect(try version(#"{"CustomerAdd":{"Name":"A","ExternalGUID":"0"}}"#) == nil)
        #expect(try version(#"{"CustomerMod":{"ListID":"80-1","EditSequence":"1"}}"#) == nil)
    }

    @Test("what changes something is answered with the whole record, whatever its sender wanted of it")
    func whole() throws {
        let body = """
            <QBXMLMsgsRq onError="stopOnError"><InvoiceModRq><InvoiceMod><TxnID>5-1</TxnID>
            <EditSequence>1</EditSequence><Memo>a</Memo></InvoiceMod>
            <IncludeRetElement>TxnID</IncludeRetElement><IncludeRetElement>EditSequence</IncludeRetElement>
            </InvoiceModRq><InvoiceQueryRq><IncludeRetElement>TxnID</IncludeRetElement></InvoiceQueryRq>
            </QBXMLMsgsRq>
            """
        let checked = Checker.check(try Draft(reading: Array(body.utf8)))
        #expect(checked.errors.isEmpty, "\(checked.errors.map(\.sentence))")
        #expect(checked.requests.indices.map { checked.isAnsweredInPart($0) } == [true, false])
        #expect(
            String(decoding: checked.request(0), as: UTF8.self)
                == "<InvoiceModRq><InvoiceMod><TxnID>5-1</TxnID><EditSequence>1</EditSequence><Memo>a</Memo>"
                + "</InvoiceMod></InvoiceModRq>")
        #expect(String(decoding: checked.request(1), as: UTF8.self).contains("<IncludeRetElement>TxnID<"))
    }
}
