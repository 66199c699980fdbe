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
}
