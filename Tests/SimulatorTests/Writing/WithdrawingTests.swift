import Foundation
import Simulator
import Testing
import XML

@Suite struct WithdrawingTests {
    private func delete(_ kind: String, _ id: String, isList: Bool) -> String {
        isList
            ? "<ListDelRq><ListDelType>\(kind)</ListDelType><ListID>\(id)</ListID></ListDelRq>"
            : "<TxnDelRq><TxnDelType>\(kind)</TxnDelType><TxnID>\(id)</TxnID></TxnDelRq>"
    }

    @Test("an entry in use stays; one that nothing refers to goes, and the deletion can be asked for")
    func list() throws {
        var desk = try Desk.opened()
        try desk.add("Invoice", Ask.customer + Ask.line("1"))
        let used = try #require(desk.file.record("Customer", named: "Zed Works"))
        #expect(try desk.write(delete("Customer", used.id, isList: true)).status == "3160")
        let free = try desk.add("Class", "<Name>North</Name>")
        let id = free["ListID"]?.text ?? ""
        let answer = try desk.write(delete("Class", id, isList: true))
        #expect(answer.status == "0" && answer["ListID"]?.text == id)
        #expect(answer["FullName"]?.text == "North" && answer["TimeDeleted"] != nil)
        let gone = try desk.askOne(
            "<ListDeletedQueryRq><ListDelType>Class</ListDelType></ListDeletedQueryRq>")
        #expect(gone.values("ListID").contains(id))
        #expect(try desk.write(delete("Class", id, isList: true)).status == "3120")
    }

    @Test("a deleted invoice takes its amount back, a deleted payment opens what it paid")
    func transactions() throws {
        var desk = try Desk.opened()
        let before = desk.receivable
        let invoice = try desk.add("Invoice", Ask.customer + Ask.line("2"))["TxnID"]?.text ?? ""
        let payment = try desk.add("ReceivePayment", Ask.payment(invoice, "25.00"))["TxnID"]?.text ?? ""
        #expect(try desk.write(delete("Invoice", invoice, isList: false)).status == "3160")
        #expect(try desk.write(delete("ReceivePayment", payment, isList: false)).status == "0")
        #expect(desk.file.record("Invoice", id: invoice)?["IsPaid"] == "false")
        #expect(desk.balance("Customer", "Zed Works") == "25.00")
        let answer = try desk.write(delete("Invoice", invoice, isList: false))
        #expect(answer.status == "0" && answer["RefNumber"] != nil)
        #expect(desk.balance("Customer", "Zed Works") == "0.00" && desk.receivable == before)
    }

    @Test("a credit is used up for an invoice, and deleting it opens the invoice again")
    func credit() throws {
        var desk = try Desk.opened()
        let lines = Ask.line("1").replacing("InvoiceLine", with: "CreditMemoLine")
        let credit = try desk.add("CreditMemo", Ask.customer + lines)["TxnID"]?.text ?? ""
        func setting(_ amount: String) -> String {
            "<SetCredit><CreditTxnID>\(credit)</CreditTxnID><AppliedAmount>\(amount)</AppliedAmount>"
                + "</SetCredit>"
        }
        let invoice = try desk.add("Invoice", Ask.customer + setting("5.00") + Ask.line("2"))
        let id = invoice["TxnID"]?.text ?? ""
        #expect(invoice["BalanceRemaining"]?.text == "20.00")
        #expect(desk.file.record("CreditMemo", id: credit)?["CreditRemaining"] == "7.50")
        #expect(desk.balance("Customer", "Zed Works") == "12.50")
        let payment = Ask.payment(id, "12.50").replacing(
            "</AppliedToTxnAdd>", with: setting("7.50") + "</AppliedToTxnAdd>")
        let paid = try desk.add("ReceivePayment", payment)
        #expect(paid["AppliedToTxnRet"]?["BalanceRemaining"]?.text == "0.00")
        #expect(desk.balance("Customer", "Zed Works") == "0.00")
        let more =
            "<ReceivePaymentAddRq><ReceivePaymentAdd>\(payment)</ReceivePaymentAdd></ReceivePaymentAddRq>"
        #expect(try desk.write(more).status == "3180")
        #expect(try desk.write(delete("CreditMemo", credit, isList: false)).status == "0")
        #expect(desk.file.record("Invoice", id: id)?["BalanceRemaining"] == "12.50")
        #expect(desk.balance("Customer", "Zed Works") == "12.50")
    }

    @Test("a void bill stays, is worth nothing, and the vendor's balance knows it")
    func void() throws {
        var desk = try Desk.opened()
        let bill =
            try desk.add(
                "Bill",
                """
                <VendorRef><FullName>Quarry</FullName></VendorRef><ExpenseLineAdd>\(Desk.account("Expense"))\
                <Amount>80.00</Amount></ExpenseLineAdd>
                """)["TxnID"]?.text ?? ""
        let request = "<TxnVoidRq><TxnVoidType>Bill</TxnVoidType><TxnID>\(bill)</TxnID></TxnVoidRq>"
        let answer = try desk.write(request, at: Desk.morning + 60)
        #expect(answer.status == "0" && answer["TxnID"]?.text == bill)
        let record = try #require(desk.file.record("Bill", id: bill))
        #expect(record["AmountDue"] == "0.00" && record["Memo"] == "VOID:")
        #expect(record.editSequence == "1772550060" && desk.balance("Vendor", "Quarry") == "0.00")
        #expect(try desk.write(request).status == "3185")
    }

    @Test("a merged entry is gone and what referred to it refers to the other")
    func merge() throws {
        var desk = try Desk.opened()
        let other = try desk.add("Customer", "<Name>Zed Twin</Name>")
        let invoice = try desk.add(
            "Invoice", "<CustomerRef><FullName>Zed Twin</FullName></CustomerRef>" + Ask.line("2"))
        let into = try #require(desk.file.record("Customer", named: "Zed Works"))
        func request(_ sequence: String) -> String {
            """
            <ListMergeRq><ListMergeType>Customer</ListMergeType><MergeFrom><ListID>\
            \(other["ListID"]?.text ?? "")</ListID><EditSequence>\(sequence)</EditSequence></MergeFrom>\
            <MergeTo><ListID>\(into.id)</ListID>\
            <EditSequence>\(into.editSequence)</EditSequence></MergeTo></ListMergeRq>
            """
        }
        #expect(try desk.write(request("1")).status == "3200")
        let answer = try desk.write(request(other["EditSequence"]?.text ?? ""))
        #expect(answer.status == "0" && answer["MergedTo"]?["ListID"]?.text == into.id)
        #expect(answer["MergedFrom"]?["FullName"]?.text == "Zed Twin")
        let present = desk.file.record("Invoice", id: invoice["TxnID"]?.text ?? "")
        #expect(present?.fields.first { $0.name == "CustomerRef" }?.fields.last?.text == "Zed Works")
        #expect(desk.balance("Customer", "Zed Works") == "25.00")
    }
}
