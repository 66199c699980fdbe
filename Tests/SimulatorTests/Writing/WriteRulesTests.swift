import Foundation
import Simulator
import Testing
import XML

/// What stands in the way of a write, and macros.
@Suite struct WriteRulesTests {
    private static let classAdd = "<ClassAddRq><ClassAdd><Name>North</Name></ClassAdd></ClassAddRq>"

    @Test("a transaction before the closing date is neither changed, voided nor deleted, nor one entered")
    func closing() throws {
        var desk = try Desk.opened()
        let invoice = try desk.add(
            "Invoice", Ask.customer + "<TxnDate>2025-06-30</TxnDate>" + Ask.line("1"))
        let open = try desk.add("Invoice", Ask.customer + "<TxnDate>2025-07-01</TxnDate>" + Ask.line("1"))
        desk.file.rules.closingDate = CivilDay("2025-06-30")
        let id = invoice["TxnID"]?.text ?? ""
        #expect(try desk.change("Invoice", invoice, "<Memo>m</Memo>").status == "3171")
        #expect(try desk.change("Invoice", open, "<TxnDate>2025-06-01</TxnDate>").status == "3171")
        #expect(
            try desk.write("<TxnVoidRq><TxnVoidType>Invoice</TxnVoidType><TxnID>\(id)</TxnID></TxnVoidRq>")
                .status == "3171")
        #expect(
            try desk.write("<TxnDelRq><TxnDelType>Invoice</TxnDelType><TxnID>\(id)</TxnID></TxnDelRq>")
                .status == "3161")
        let late = Ask.customer + "<TxnDate>2025-05-01</TxnDate>" + Ask.line("1")
        #expect(
            try desk.write("<InvoiceAddRq><InvoiceAdd>\(late)</InvoiceAdd></InvoiceAddRq>").status == "3171")
        #expect(try desk.change("Invoice", open, "<Memo>m</Memo>").status == "0")
    }

    @Test("a record in use is 3175 until it is free")
    func busy() throws {
        var desk = Desk(.sample)
        let record = try desk.add("Class", "<Name>North</Name>")
        desk.file.rules.busy = .records([record["ListID"]?.text ?? ""])
        #expect(try desk.change("Class", record, "<Name>East</Name>").status == "3175")
        try desk.add("Class", "<Name>South</Name>")
        desk.file.rules.busy = .everything
        #expect(try desk.write(Self.classAdd.replacing("North", with: "West")).status == "3175")
        desk.file.rules.busy = .nothing
        #expect(try desk.change("Class", record, "<Name>East</Name>").status == "0")
        let reply = desk.session.answer(
            Desk.document(Self.classAdd), from: &desk.file, interruption: .recordsBusy)
        #expect(try Desk.set(reply).elements.map(\.status) == ["3175"])
    }

    @Test("kinds that the user may not write are 3260, an application that may only read gets 3263")
    func rights() throws {
        var desk = Desk(.sample)
        desk.file.rules.unwritable = ["Class"]
        #expect(try desk.write(Self.classAdd).status == "3260")
        desk.file.rules = WriteRules()
        desk.file.rules.readOnlyApplications = ["qbsyncd"]
        #expect(try desk.write(Self.classAdd).status == "3263")
        #expect(try desk.askOne("<ClassQueryRq/>").status == "0")
        #expect(desk.file.appliedWrites.isEmpty)
    }

    @Test("after an error stopOnError leaves the rest undone, continueOnError goes on")
    func onError() throws {
        for (onError, statuses, count) in [
            ("stopOnError", ["0", "3100", "3231"], 1), ("continueOnError", ["0", "3100", "0"], 2),
        ] {
            var desk = Desk(.sample)
            let requests = Self.classAdd + Self.classAdd + Self.classAdd.replacing("North", with: "South")
            #expect(try desk.ask(requests, onError: onError).map(\.status) == statuses)
            #expect(desk.file.appliedWrites.count == count)
        }
    }

    // MARK: Macros

    @Test("a macro stands for what was added before it in the same set, a line's too")
    func macros() throws {
        var desk = try Desk.opened()
        let payment = Ask.payment("", "12.50").replacing(
            "<TxnID></TxnID>", with: "<TxnID useMacro=\"TxnID:a\"/>")
        let requests = """
            <InvoiceAddRq><InvoiceAdd defMacro="TxnID:a">\(Ask.customer)\(Ask.line("1"))</InvoiceAdd>\
            </InvoiceAddRq><ReceivePaymentAddRq><ReceivePaymentAdd>\(payment)</ReceivePaymentAdd>\
            </ReceivePaymentAddRq>
            """
        let answers = try desk.ask(requests)
        #expect(answers.map(\.status) == ["0", "0"])
        let invoice = answers[0].elements[0]["TxnID"]?.text ?? ""
        #expect(answers[1].elements[0]["AppliedToTxnRet"]?["TxnID"]?.text == invoice)
        #expect(desk.file.record("Invoice", id: invoice)?["IsPaid"] == "true")
        // The next set knows nothing of it.
        let alone =
            "<ReceivePaymentAddRq><ReceivePaymentAdd>\(payment)</ReceivePaymentAdd></ReceivePaymentAddRq>"
        #expect(try desk.askOne(alone).status == "9100")
    }

    @Test("a macro of an Add that failed is not defined, and none is defined twice")
    func failedMacro() throws {
        var desk = try Desk.opened()
        func invoice(_ customer: String) -> String {
            """
            <InvoiceAddRq><InvoiceAdd defMacro="TxnID:a"><CustomerRef><FullName>\(customer)</FullName>\
            </CustomerRef>\(Ask.line("1"))</InvoiceAdd></InvoiceAddRq>
            """
        }
        let answers = try desk.ask(invoice("Nobody") + invoice("Zed Works") + invoice("Zed Works"))
        #expect(answers.map(\.status) == ["3140", "0", "9101"])
    }

    // MARK: Custom fields

    @Test("custom fields of list entries, transactions and the company are set, changed and taken away")
    func customFields() throws {
        var desk = try Desk.opened()
        let invoice = try desk.add("Invoice", Ask.customer + Ask.line("1"))["TxnID"]?.text ?? ""
        let customer =
            "<ListDataExtType>Customer</ListDataExtType><ListObjRef><FullName>Zed Works</FullName>"
            + "</ListObjRef>"
        let bearers = [
            customer, "<TxnDataExtType>Invoice</TxnDataExtType><TxnID>\(invoice)</TxnID>",
            "<OtherDataExtType>Company</OtherDataExtType>",
        ]
        for bearer in bearers {
            func request(_ name: String, _ value: String) -> String {
                let value = name == "Del" ? "" : "<DataExtValue>\(value)</DataExtValue>"
                return """
                    <DataExt\(name)Rq><DataExt\(name)><OwnerID>0</OwnerID><DataExtName>Colour</DataExtName>\
                    \(bearer)\(value)</DataExt\(name)></DataExt\(name)Rq>
                    """
            }
            #expect(try desk.write(request("Mod", "red")).status == "3120")
            let added = try desk.write(request("Add", "red"), at: Desk.morning + 60)
            #expect(added.status == "0" && added["DataExtRet"]?["DataExtValue"]?.text == "red")
            #expect(try desk.write(request("Mod", "blue"), at: Desk.morning + 90).status == "0")
            if bearer == customer {
                let query =
                    "<CustomerQueryRq><FullName>Zed Works</FullName><OwnerID>0</OwnerID></CustomerQueryRq>"
                let record = try #require(try desk.askOne(query).elements.first)
                #expect(record["DataExtRet"]?["DataExtValue"]?.text == "blue")
                #expect(record["EditSequence"]?.text == "1772550090")
            }
            let gone = try desk.write(request("Del", ""))
            #expect(gone.status == "0" && gone["DataExtDelRet"]?["DataExtName"]?.text == "Colour")
        }
    }

    // MARK: Other kinds

    @Test("a group of items is spread out into its lines")
    func group() throws {
        var desk = try Desk.opened()
        try desk.add(
            "ItemGroup",
            """
            <Name>Set</Name><ItemDesc>A set</ItemDesc><ItemGroupLine><ItemRef><FullName>Polish</FullName>\
            </ItemRef><Quantity>2</Quantity></ItemGroupLine>
            """)
        let invoice = try desk.add(
            "Invoice",
            """
            \(Ask.customer)<InvoiceLineGroupAdd><ItemGroupRef><FullName>Set</FullName></ItemGroupRef>\
            <Quantity>3</Quantity></InvoiceLineGroupAdd>\(Ask.line("1"))
            """)
        let group = try #require(invoice["InvoiceLineGroupRet"])
        #expect(group["TotalAmount"]?.text == "75.00" && group["Desc"]?.text == "A set")
        #expect(group["InvoiceLineRet"]?["Quantity"]?.text == "6")
        #expect(invoice["Subtotal"]?.text == "87.50")
    }

    @Test("a subtotal and a percentage refer to the lines above them")
    func subtotal() throws {
        var desk = try Desk.opened()
        try desk.add("ItemSubtotal", "<Name>Sub</Name>")
        try desk.add(
            "ItemDiscount",
            "<Name>Tenth</Name><DiscountRatePercent>10</DiscountRatePercent>\(Desk.account("Income"))")
        func line(_ item: String) -> String {
            "<InvoiceLineAdd><ItemRef><FullName>\(item)</FullName></ItemRef></InvoiceLineAdd>"
        }
        let invoice = try desk.add(
            "Invoice", Ask.customer + Ask.line("2") + Ask.line("2") + line("Sub") + line("Tenth"))
        let amounts = invoice.elements.filter { $0.name == "InvoiceLineRet" }.map { $0["Amount"]?.text }
        #expect(amounts == ["25.00", "25.00", "50.00", "-5.00"])
        #expect(invoice["Subtotal"]?.text == "45.00")
    }

    @Test("what waits to be deposited brings its own words and leaves the account in which it waited")
    func deposit() throws {
        var desk = try Desk.opened()
        let id = try #require(try desk.add("Invoice", Ask.customer + Ask.line("2"))["TxnID"]?.text)
        let payment = try desk.add("ReceivePayment", Ask.payment(id, "25.00"))
        let waiting = desk.file.account("Undeposited Funds")
        let deposit = try desk.add(
            "Deposit",
            """
            \(Desk.account("Bank", as: "DepositToAccountRef"))<DepositLineAdd><PaymentTxnID>\
            \(payment["TxnID"]?.text ?? "")</PaymentTxnID></DepositLineAdd>
            """)
        #expect(deposit["DepositTotal"]?.text == "25.00")
        #expect(deposit["DepositLineRet"]?["TxnType"]?.text == "ReceivePayment")
        #expect(desk.file.account("Undeposited Funds") == waiting - 2_500)
    }

    @Test("an invoice and its sales order know of each other")
    func links() throws {
        var desk = try Desk.opened()
        let order = try desk.add(
            "SalesOrder", Ask.customer + Ask.line("2").replacing("InvoiceLine", with: "SalesOrderLine"))
        let id = order["TxnID"]?.text ?? ""
        let invoice = try desk.add(
            "Invoice", Ask.customer + "<LinkToTxnID>\(id)</LinkToTxnID>" + Ask.line("2"))
        #expect(invoice["LinkedTxn"]?["TxnID"]?.text == id)
        let query =
            "<SalesOrderQueryRq><TxnID>\(id)</TxnID><IncludeLinkedTxns>true</IncludeLinkedTxns>"
            + "</SalesOrderQueryRq>"
        let found = try #require(try desk.askOne(query).elements.first)
        #expect(found["LinkedTxn"]?["TxnID"] == invoice["TxnID"])
    }
}
