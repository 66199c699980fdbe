import Foundation
import Simulator
import Testing
import XML

@Suite struct EnteringTests {
    @Test("what an Add says becomes a record, stamped with the moment and found by a query")
    func customer() throws {
        var desk = Desk(.sample)
        let record = try desk.add(
            "Customer",
            """
            <Name>Zed Works</Name><BillAddress><Addr1>1 Elm</Addr1><City>Ithaca</City><State>NY</State>\
            <PostalCode>14850</PostalCode></BillAddress><ExternalGUID>{12345678-1234-1234-1234-123456789012}\
            </ExternalGUID>
            """)
        #expect(record["ListID"]?.text.hasSuffix("-1772550000") == true)
        #expect(record["EditSequence"]?.text == "1772550000")
        #expect(record["TimeCreated"]?.text == record["TimeModified"]?.text)
        #expect(record["BillAddressBlock"]?["Addr2"]?.text == "Ithaca, NY 14850")
        #expect(record["ExternalGUID"]?.text == "{12345678-1234-1234-1234-123456789012}")
        let found = try desk.askOne("<CustomerQueryRq><FullName>zed works</FullName></CustomerQueryRq>")
        #expect(found.elements == [record])
    }

    @Test("a job has its path, its level and its parent with both names")
    func job() throws {
        var desk = try Desk.opened()
        let job = try desk.add(
            "Customer", "<Name>Roof</Name><ParentRef><FullName>ZED WORKS</FullName></ParentRef>")
        #expect(job["FullName"]?.text == "Zed Works:Roof" && job["Sublevel"]?.text == "1")
        #expect(job["ParentRef"]?["ListID"]?.text == desk.file.record("Customer", named: "Zed Works")?.id)
        #expect(job["ParentRef"]?["FullName"]?.text == "Zed Works")
    }

    @Test(
        "a name is used once over customers, vendors, employees and other names, and once within a list",
        arguments: [
            "<VendorAddRq><VendorAdd><Name>zed works</Name></VendorAdd></VendorAddRq>",
            "<OtherNameAddRq><OtherNameAdd><Name>Quarry</Name></OtherNameAdd></OtherNameAddRq>",
            """
            <EmployeeAddRq><EmployeeAdd><FirstName>Zed</FirstName><LastName>Works</LastName></EmployeeAdd>\
            </EmployeeAddRq>
            """,
            "<ItemSubtotalAddRq><ItemSubtotalAdd><Name>Polish</Name></ItemSubtotalAdd></ItemSubtotalAddRq>",
        ])
    func names(request: String) throws {
        var desk = try Desk.opened()
        let before = desk.file.fingerprint()
        let answer = try desk.write(request)
        #expect(answer.status == "3100" && answer.attribute("statusSeverity") == "Error")
        #expect(desk.file.fingerprint() == before)
    }

    @Test("the name of a job may be used elsewhere, and that of a class by a customer")
    func freeNames() throws {
        var desk = try Desk.opened()
        let parent = "<ParentRef><FullName>Zed Works</FullName></ParentRef>"
        try desk.add("Customer", "<Name>Quarry</Name>\(parent)")
        try desk.add("Class", "<Name>Quarry</Name>")
    }

    @Test(
        "what is not there is told with its status",
        arguments: [
            (
                "<Name>A</Name><TermsRef><FullName>Never</FullName></TermsRef>", "3140"
            ),
            ("<Name>A</Name><ParentRef><ListID>80009999-1</ListID></ParentRef>", "3140"),
            ("<Name>A:B</Name>", "3090"),
        ])
    func missing(fields: String, status: String) throws {
        var desk = try Desk.opened()
        let answer = try desk.write("<CustomerAddRq><CustomerAdd>\(fields)</CustomerAdd></CustomerAddRq>")
        #expect(answer.status == status)
        #expect(desk.file.appliedWrites.count == 3)
    }

    @Test("of a reference with ID and name the ID counts")
    func both() throws {
        var desk = try Desk.opened()
        let terms = desk.file.records("Terms")[0]
        let record = try desk.add(
            "Customer",
            "<Name>B</Name><TermsRef><ListID>\(terms.id)</ListID><FullName>Never</FullName></TermsRef>")
        #expect(record["TermsRef"]?["FullName"]?.text == terms.fullName)
    }

    @Test("lines take words, price and tax code from their items, and the totals follow")
    func invoice() throws {
        var desk = try Desk.opened()
        let before = desk.receivable
        let invoice = try desk.add(
            "Invoice", Ask.customer + Ask.line("3") + Ask.line("1.5", "<Amount>30.00</Amount>"))
        let lines = invoice.elements.filter { $0.name == "InvoiceLineRet" }
        #expect(lines.map { $0["Amount"]?.text } == ["37.50", "30.00"])
        #expect(lines.map { $0["Rate"]?.text } == ["12.50", "20.00"])
        #expect(lines[0]["Desc"]?.text == "Polishing")
        #expect(lines[0]["SalesTaxCodeRef"]?["FullName"]?.text == "Non")
        #expect(Set(lines.compactMap { $0["TxnLineID"]?.text }).count == 2)
        #expect(invoice["Subtotal"]?.text == "67.50" && invoice["BalanceRemaining"]?.text == "67.50")
        #expect(invoice["IsPaid"]?.text == "false" && invoice["TxnNumber"] != nil)
        #expect(Int(invoice["RefNumber"]?.text ?? "") != nil)
        #expect(desk.balance("Customer", "Zed Works") == "67.50" && desk.receivable == before + 6_750)
    }

    @Test("what is taxed is taxed at the item's rate")
    func tax() throws {
        var desk = try Desk.opened()
        let code = "<SalesTaxCodeRef><FullName>Tax</FullName></SalesTaxCodeRef>"
        let invoice = try desk.add("Invoice", Ask.customer + Ask.line("8", code) + Ask.line("1"))
        let rate = try #require(Double(invoice["SalesTaxPercentage"]?.text ?? ""))
        let tax = try #require(Money(invoice["SalesTaxTotal"]?.text ?? ""))
        #expect(tax.minorUnits == Int((10_000 * rate / 100).rounded()))
        #expect(Money(invoice["BalanceRemaining"]?.text ?? "")?.minorUnits == 11_250 + tax.minorUnits)
    }

    @Test("a payment pays its invoice, and each knows of the other")
    func payment() throws {
        var desk = try Desk.opened()
        let id = try #require(try desk.add("Invoice", Ask.customer + Ask.line("2"))["TxnID"]?.text)
        let part = try desk.add("ReceivePayment", Ask.payment(id, "10.00", total: "12.00"))
        #expect(part["UnusedPayment"]?.text == "2.00")
        #expect(part["AppliedToTxnRet"]?["BalanceRemaining"]?.text == "15.00")
        #expect(desk.balance("Customer", "Zed Works") == "13.00")
        let rest = try desk.add("ReceivePayment", Ask.payment(id, "15.00"))
        let invoice = try #require(desk.file.record("Invoice", id: id))
        #expect(invoice["IsPaid"] == "true" && invoice["BalanceRemaining"] == "0.00")
        let links = invoice.fields.filter { $0.name == "LinkedTxn" }
            .map { $0.fields.first { $0.name == "TxnID" }?.text }
        #expect(links == [part["TxnID"]?.text, rest["TxnID"]?.text])
        #expect(desk.balance("Customer", "Zed Works") == "-2.00")
    }

    @Test("more than is open cannot be paid, and nothing is changed by the attempt")
    func tooMuch() throws {
        var desk = try Desk.opened()
        let id = try #require(try desk.add("Invoice", Ask.customer + Ask.line("2"))["TxnID"]?.text)
        let before = desk.file.fingerprint()
        let answer = try desk.write(
            """
            <ReceivePaymentAddRq><ReceivePaymentAdd>\(Ask.payment(id, "25.01"))</ReceivePaymentAdd>\
            </ReceivePaymentAddRq>
            """)
        #expect(answer.status == "3180" && desk.file.fingerprint() == before)
    }

    @Test("a payment that applies itself pays the oldest invoices first")
    func automatic() throws {
        var desk = try Desk.opened()
        for day in ["2026-02-01", "2026-01-01"] {
            try desk.add("Invoice", Ask.customer + "<TxnDate>\(day)</TxnDate>" + Ask.line("2"))
        }
        let payment = try desk.add(
            "ReceivePayment",
            "\(Ask.customer)<TotalAmount>30.00</TotalAmount><IsAutoApply>true</IsAutoApply>")
        let applied = payment.elements.filter { $0.name == "AppliedToTxnRet" }
        #expect(applied.map { $0["TxnDate"]?.text } == ["2026-01-01", "2026-02-01"])
        #expect(applied.map { $0["Amount"]?.text } == ["25.00", "5.00"])
    }

    @Test("a bill moves the vendor's balance, and its payment moves it back and the bank")
    func bill() throws {
        var desk = try Desk.opened()
        let vendor = "<VendorRef><FullName>Quarry</FullName></VendorRef>"
        let expense = Desk.account("Expense")
        let bill = try desk.add(
            "Bill", "\(vendor)<ExpenseLineAdd>\(expense)<Amount>80</Amount></ExpenseLineAdd>")
        #expect(bill["AmountDue"]?.text == "80.00" && bill["IsPaid"]?.text == "false")
        #expect(desk.balance("Vendor", "Quarry") == "80.00")
        let bank = desk.file.sum("Account", "Balance")
        let payment = try desk.add(
            "BillPaymentCheck",
            """
            <PayeeEntityRef><FullName>Quarry</FullName></PayeeEntityRef>\
            \(Desk.account("Bank", as: "BankAccountRef"))<IsToBePrinted>true</IsToBePrinted>\
            <AppliedToTxnAdd><TxnID>\(bill["TxnID"]?.text ?? "")</TxnID><PaymentAmount>80.00</PaymentAmount>\
            </AppliedToTxnAdd>
            """)
        #expect(payment["Amount"]?.text == "80.00" && desk.balance("Vendor", "Quarry") == "0.00")
        // Once from the bank, once from what is payable.
        #expect(desk.file.sum("Account", "Balance") == bank - 16_000)
        #expect(desk.file.record("Bill", id: bill["TxnID"]?.text ?? "")?["IsPaid"] == "true")
    }

    @Test("a journal entry must balance")
    func journal() throws {
        var desk = try Desk.opened()
        func entry(_ credit: String) -> String {
            """
            <JournalEntryAddRq><JournalEntryAdd><JournalDebitLine>\(Desk.account("Bank"))<Amount>5.00\
            </Amount></JournalDebitLine><JournalCreditLine>\(Desk.account("Equity"))<Amount>\(credit)\
            </Amount></JournalCreditLine></JournalEntryAdd></JournalEntryAddRq>
            """
        }
        #expect(try desk.write(entry("4.00")).status == "3210")
        #expect(try desk.write(entry("5.00")).status == "0")
    }

    @Test("IncludeRetElement and includeNone leave out of the answer what nobody wants")
    func shortAnswers() throws {
        var desk = Desk(.sample)
        let one = try desk.write(
            """
            <ClassAddRq><ClassAdd><Name>North</Name></ClassAdd><IncludeRetElement>ListID</IncludeRetElement>\
            </ClassAddRq>
            """)
        #expect(one.elements.first?.elements.map(\.name) == ["ListID"])
        let text = String(
            decoding: Desk.document("<ClassAddRq><ClassAdd><Name>South</Name></ClassAdd></ClassAddRq>"),
            as: UTF8.self)
        let none = text.replacing("onError=", with: "responseData=\"includeNone\" onError=")
        let answer = try desk.run(Array(none.utf8))
        #expect(answer.status == "0" && answer.elements.isEmpty)
        #expect(desk.file.record("Class", named: "South") != nil)
    }
}
