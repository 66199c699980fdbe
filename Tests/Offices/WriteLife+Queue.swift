import FoundationEssentials
import QBXML
import Simulator
import Store
import Sync

/// What is queued in a life of writes.
extension WriteLife {
    mutating func queueOne() throws {
        let number = queued.count + 1
        let json: String
        switch dice.number(in: 0...12) {
        case 0...2: json = #"{"CustomerAdd":{"Name":"W\#(number)"}}"#
        case 3: json = #"{"CustomerAdd":{"Name":"W\#(max(1, number - 2))"}}"#
        case 4: json = #"{"ClassAdd":{"Name":"C\#(number)"}}"#
        case 5: json = #"{"VendorAdd":{"Name":"V\#(number) \#(dice.chance(30) ? Self.poison : "")"}}"#
        case 6, 7: json = invoice(number)
        case 8: json = change(number) ?? #"{"CustomerAdd":{"Name":"W\#(number)"}}"#
        case 9: json = removal() ?? #"{"CustomerAdd":{"Name":"W\#(number)"}}"#
        case 11: json = paidInvoice(number)
        case 10: json = #"{"CustomerQuery":{"MaxReturned":"1"}}"#
        default: json = #"{"InvoiceAdd":{"CustomerRef":{"FullName":"Nobody"},"RefNumber":"\#(number)"}}"#
        }
        try queue(json)
    }

    private mutating func invoice(_ number: Int) -> String {
        invoice(number, of: books.map { dice.pick($0.records("Customer").map(\.id)) } ?? "")
    }

    private func invoice(_ number: Int, of customer: String) -> String {
        let item = books?.records("Item").first { $0.kind == "ItemService" }?.id ?? ""
        return #"""
            {"InvoiceAdd":{"CustomerRef":{"ListID":"\#(customer)"},"RefNumber":"R\#(number)",
            "InvoiceLineAdd":[{"ItemRef":{"ListID":"\#(item)"},"Quantity":"1","Rate":"10.00"}]}}
            """#
    }

    /// The payment takes the invoice by a macro; sometimes its customer comes from elsewhere, or its amount
    /// from the invoice.
    private mutating func paidInvoice(_ number: Int) -> String {
        let customer = books.map { dice.pick($0.records("Customer").map(\.id)) } ?? ""
        var invoice = invoice(number, of: customer)
        let named = ##"{"@defMacro":"TxnID:n\##(number)","CustomerRef""##
        invoice.replace(#"{"CustomerRef""#, with: named, maxReplacements: 1)
        let parent = queued.last { _ in dice.chance(20) }
        let payer = parent.map { #"{"$from":"\#($0)","path":"ListID"}"# } ?? #""\#(customer)""#
        let amount = dice.chance(20) ? ##"{"$from":"#0","path":"Subtotal"}"## : #""10.00""#
        return #"""
            [\#(invoice),{"ReceivePaymentAdd":{"CustomerRef":{"ListID":\#(payer)},"RefNumber":"P\#(number)",
            "TotalAmount":\#(amount),"Memo":"\#(dice.chance(20) ? Self.poison : "")","AppliedToTxnAdd":[
            {"TxnID":{"@useMacro":"TxnID:n\#(number)"},"PaymentAmount":"10.00"}]}},
            {"CustomerAdd":{"Name":"W\#(number)"}}]
            """#
    }

    /// Of what the mirror knows; sometimes of what somebody has changed since.
    private mutating func change(_ number: Int) -> String? {
        let known = try? server.database.readNow { [connector] in
            try $0.records(RecordQuery(connector: connector.id, kinds: ["Customer"])).rows
        }
        guard let known, !known.isEmpty else { return nil }
        let record = dice.pick(known)
        guard let edit = record.editSequence else { return nil }
        let old = dice.chance(20) ? "1" : edit
        return #"""
            {"CustomerMod":{"ListID":"\#(record.id)","EditSequence":"\#(old)","Phone":"555-\#(number)"}}
            """#
    }

    private mutating func removal() -> String? {
        guard let invoices = books?.records("Invoice"), !invoices.isEmpty else { return nil }
        let id = dice.pick(invoices.map(\.id))
        let verb = dice.chance(50) ? "Void" : "Del"
        return #"{"Txn\#(verb)":{"Txn\#(verb)Type":"Invoice","TxnID":"\#(id)"}}"#
    }

    private mutating func queue(_ json: String) throws {
        let checked = Checker.check(try Draft(reading: Array(json.utf8)))
        guard checked.isAcceptable else {
            return find("\(json) is not acceptable: \(checked.findings.map(\.sentence))")
        }
        let macros = checked.macros()
        var requests: [QueuedRequest] = []
        for index in checked.requests.indices {
            requests.append(request(index, of: checked, macros, id: freshID()))
        }
        var order = QueueOrder(requests: requests, digest: json)
        if requests.count > 1 { order.isChained = dice.chance(50) }
        if dice.chance(20), let parent = queued.last { order.after = [parent] }
        if dice.chance(10) { order.priority = dice.number(in: -2...2) }
        if dice.chance(5) { order.expiresAt = server.now.addingTimeInterval(3600) }
        let (now, connector) = (server.now, connector)
        _ = try server.database.transactNow { [order] in
            try $0.queue(order, connector: connector, by: Self.robot, at: now)
        }
        queued += requests.map(\.id)
    }

    /// The only one that a body holds.
    func request(_ json: String, id: String) throws -> QueuedRequest {
        let checked = Checker.check(try Draft(reading: Array(json.utf8)))
        return request(0, of: checked, checked.macros(), id: id)
    }

    private mutating func freshID() -> String {
        "req_" + (0..<32).map { _ in "0123456789abcdef".randomDigit(&dice) }.joined()
    }

    private func request(
        _ index: Int, of checked: Checked, _ macros: Checked.Macros, id: String
    ) -> QueuedRequest {
        var subject = checked.subject(of: index)
        var guid: String?
        if checked.externalGUIDVersion(index, subject) != nil {
            guid = Write.externalGUID(of: id)
            subject.externalGUID = guid
        }
        let body = checked.request(index, externalGUID: guid)
        var request = QueuedRequest(
            id: id, title: checked.requests[index].message.title, body: body, subject: subject,
            needs: checked.neededVersion, bundle: macros.bundles[index])
        request.links = checked.links(of: body) + macros.links[index, default: []]
        return request
    }
}

extension String {
    fileprivate func randomDigit(_ dice: inout Seed) -> String {
        String(self[index(startIndex, offsetBy: dice.number(in: 0...(count - 1)))])
    }
}
