import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// A request may take values from the record of an earlier one, and waits for it.
@Suite struct LinkTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func queue(_ json: String, ids: [String], isChained: Bool = false) throws -> QueueReceipt {
        let checked = Checker.check(try Draft(reading: Array(json.utf8)))
        #expect(checked.isAcceptable, "\(checked.findings.map(\.sentence))")
        let macros = checked.macros()
        let requests = checked.requests.indices.map { index in
            let body = checked.request(index)
            var request = QueuedRequest(
                id: ids[index], title: checked.requests[index].message.title, body: body,
                subject: checked.subject(of: index), needs: checked.neededVersion,
                bundle: macros.bundles[index])
            request.links = checked.links(of: body) + macros.links[index, default: []]
            return request
        }
        return try scene.database.transactNow {
            try $0.queue(
                QueueOrder(requests: requests, digest: json, isChained: isChained), connector: connector,
                by: Author(name: "kim"), at: Scene.noon)
        }
    }

    private var facts: OutboxFacts {
        get throws {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set-1")
            }
        }
    }

    private func succeed(_ write: Write, result: String) throws {
        let record = Candidate(kind: "Customer", id: "80-7", editSequence: "5", json: Array(result.utf8))
        try end(write, .succeeded, record: record)
    }

    private func end(_ write: Write, _ next: WriteEnd.Next, record: Candidate? = nil) throws {
        let set = MessageSet(
            id: "set-" + write.id, document: [1], isRecoverable: true, sends: 1,
            since: "2026-09-21T00:00:00", writes: [write])
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .end(WriteEnd(write, next, "Told.", record: record, at: Scene.noon), page),
            .setStage(set: set.id, .closed, at: Scene.noon))
    }

    private static let pair = #"""
        [{"CustomerAdd": {"Name": "Ann"}},
         {"InvoiceAdd": {"CustomerRef": {"ListID": {"$from": "#0", "path": "ListID"}},
                         "InvoiceLineAdd": [{"Desc": "A & B"}]}}]
        """#

    @Test("the invoice of a customer that is still to be made goes out behind it, with its ListID")
    func resolved() throws {
        _ = try queue(Self.pair, ids: ["req_1", "req_2"])
        #expect(try facts.queue.map(\.id) == ["req_1"])
        try succeed(try #require(try facts.queue.first), result: #"{"ListID":"80-7"}"#)
        let next = try #require(try facts.queue.first)
        #expect(next.id == "req_2" && next.isMissing == nil && next.subject.entity == "80-7")
        #expect(String(decoding: next.body, as: UTF8.self).contains("<CustomerRef><ListID>80-7</ListID>"))
    }

    private func edited(_ id: String, _ title: String, links: [DraftLink] = []) -> QueuedRequest {
        var request = QueuedRequest(
            id: id, title: title, body: Array("<\(title)Rq/>".utf8),
            subject: RequestSubject(operation: .add), needs: Version(major: 13, minor: 0))
        request.links = links
        return request
    }

    @Test("other content that takes nothing from the earlier request does not wait for it any more")
    func editedFree() throws {
        _ = try queue(Self.pair, ids: ["req_1", "req_2"])
        _ = try scene.database.transactNow {
            try $0.edit(
                request: "req_2", to: edited("req_2", "InvoiceAdd"), by: Author(name: "kim"), at: Scene.noon)
        }
        #expect(try facts.queue.map(\.id) == ["req_1", "req_2"])
    }

    @Test("other content goes on waiting for what the caller wished it to wait for")
    func editedChained() throws {
        _ = try queue(Self.pair, ids: ["req_1", "req_2"], isChained: true)
        _ = try scene.database.transactNow {
            try $0.edit(
                request: "req_2", to: edited("req_2", "InvoiceAdd"), by: Author(name: "kim"), at: Scene.noon)
        }
        #expect(try facts.queue.map(\.id) == ["req_1"])
    }

    @Test("other content cannot wait for what waits for it, nor for itself", arguments: ["req_2", "req_1"])
    func circular(_ source: String) throws {
        _ = try queue(Self.pair, ids: ["req_1", "req_2"])
        let link = DraftLink(token: "t", request: source, path: "ListID")
        #expect(throws: DecisionRefusal.circular([source])) {
            try scene.database.transactNow {
                _ = try $0.edit(
                    request: "req_1", to: edited("req_1", "CustomerAdd", links: [link]),
                    by: Author(name: "kim"), at: Scene.noon)
            }
        }
    }

    @Test("what was dropped in doubt goes out again neither by a retry nor by an edit")
    func dropped() throws {
        _ = try queue(#"{"CustomerAdd": {"Name": "Ann"}}"#, ids: ["req_1"])
        let write = try #require(try facts.queue.first)
        let set = MessageSet(
            id: "set-1", document: [1], isRecoverable: true, sends: 1, since: "2026-09-21T00:00:00",
            writes: [write])
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .end(WriteEnd(write, .unknown, "Nobody knows.", at: Scene.noon), page))
        let kim = Author(name: "kim")
        try scene.database.transactNow {
            _ = try $0.decide(.drop, request: "req_1", by: kim, at: Scene.noon)
        }
        #expect(throws: DecisionRefusal.self) {
            try scene.database.transactNow {
                _ = try $0.decide(.retry, request: "req_1", by: kim, at: Scene.noon)
            }
        }
        #expect(throws: DecisionRefusal.self) {
            try scene.database.transactNow {
                _ = try $0.edit(
                    request: "req_1", to: edited("req_1", "CustomerAdd"), by: kim, at: Scene.noon)
            }
        }
    }

    @Test("a record without the value makes the request say so instead of sending nonsense")
    func missing() throws {
        let pair = Self.pair.replacing(#""path": "ListID""#, with: #""path": "AccountNumber""#)
        _ = try queue(pair, ids: ["req_1", "req_2"])
        try succeed(try #require(try facts.queue.first), result: #"{"Name":"Ann"}"#)
        #expect(try facts.queue.first?.isMissing?.contains("req_1") == true)
    }

    private static func payment(_ path: String) -> String {
        #"""
        [{"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"}, "InvoiceLineAdd": [{"Desc": "A"}]}},
         {"ReceivePaymentAdd": {"CustomerRef": {"ListID": "80-7"},
            "TotalAmount": {"$from": "#0", "path": "\#(path)"}, "IsAutoApply": true}}]
        """#
    }

    private static let invoice = #"{"BalanceRemaining":"12.50","Memo":"half of Zoë's"}"#

    @Test("an amount comes from an earlier request as well as an ID does")
    func amount() throws {
        _ = try queue(Self.payment("BalanceRemaining"), ids: ["req_1", "req_2"])
        try succeed(try #require(try facts.queue.first), result: Self.invoice)
        let next = try #require(try facts.queue.first)
        #expect(next.isMissing == nil)
        #expect(String(decoding: next.body, as: UTF8.self).contains("<TotalAmount>12.50</TotalAmount>"))
    }

    @Test("a text where an amount must stand is refused by us, not by QuickBooks")
    func unfit() throws {
        _ = try queue(Self.payment("Memo"), ids: ["req_1", "req_2"])
        try succeed(try #require(try facts.queue.first), result: Self.invoice)
        #expect(try facts.queue.first?.isMissing?.contains("TotalAmount") == true)
    }

    @Test("a name beyond ASCII is written as all others are")
    func beyondASCII() throws {
        let pair = Self.pair.replacing(
            #""A & B""#, with: ##"{"$from": "#0", "path": "Name"}"##)
        _ = try queue(pair, ids: ["req_1", "req_2"])
        try succeed(try #require(try facts.queue.first), result: #"{"ListID":"80-7","Name":"Zoë & Co"}"#)
        let body = String(decoding: try #require(try facts.queue.first).body, as: UTF8.self)
        #expect(body.contains("<Desc>Zo&#235; &amp; Co</Desc>"), "\(body)")
    }

    @Test("what says which record is meant, or by what it is known again, comes from no other request")
    func ownWords() throws {
        for request in [
            ##"{"CustomerAdd": {"Name": "Bo", "ExternalGUID": {"$from": "#0", "path": "X"}}}"##,
            ##"{"TxnDel": {"TxnDelType": {"$from": "#0", "path": "X"}, "TxnID": "1-2"}}"##,
        ] {
            let body = #"[{"CustomerAdd": {"Name": "Ann"}}, "# + request + "]"
            let checked = Checker.check(try Draft(reading: Array(body.utf8)))
            #expect(checked.errors.contains { $0.problem.contains("cannot come from another") }, "\(body)")
        }
    }

    @Test("a request of a macro's bundle takes its values as every other does")
    func macro() throws {
        _ = try queue(#"[{"CustomerAdd": {"Name": "Ann"}}]"#, ids: ["req_1"])
        let bundle = ##"""
            [{"InvoiceAdd": {"@defMacro": "TxnID:one", "CustomerRef": {"ListID": "80-7"},
                "InvoiceLineAdd": [{"Desc": "A"}]}},
             {"ReceivePaymentAdd": {"CustomerRef": {"ListID": {"$from": "req_1", "path": "ListID"}},
                "TotalAmount": "1.00",
                "AppliedToTxnAdd": [{"TxnID": {"@useMacro": "TxnID:one"}, "PaymentAmount": "1.00"}]}}]
            """##
        _ = try queue(bundle, ids: ["req_2", "req_3"])
        try succeed(try #require(try facts.queue.first { $0.id == "req_1" }), result: #"{"ListID":"80-7"}"#)
        let payment = try #require(try facts.queue.first { $0.id == "req_3" })
        #expect(payment.isMissing == nil && payment.subject.entity == "80-7", "\(payment.isMissing ?? "")")
    }

    private static let paid = #"""
        [{"InvoiceAdd": {"@defMacro": "TxnID:one", "CustomerRef": {"ListID": "80-7"},
            "InvoiceLineAdd": [{"Desc": "A"}]}},
         {"ReceivePaymentAdd": {"CustomerRef": {"ListID": "80-7"}, "TotalAmount": "1.00",
            "AppliedToTxnAdd": [{"TxnID": {"@useMacro": "TxnID:one"}, "PaymentAmount": "1.00"}]}},
         {"CustomerAdd": {"Name": "Ann"}}]
        """#

    @Test(
        "what uses a macro goes out in the set of what defines it, chained or not", arguments: [false, true])
    func macroInItsSet(isChained: Bool) throws {
        _ = try queue(Self.paid, ids: ["req_1", "req_2", "req_3"], isChained: isChained)
        let found = try facts.queue
        #expect(found.map(\.id) == ["req_1", "req_2"] && found.allSatisfy { $0.isMissing == nil })
        #expect(String(decoding: found[1].body, as: UTF8.self).contains("<TxnID useMacro=\"TxnID:one\">"))
    }

    @Test("what uses a macro and went out too late for its set takes the ID in its place")
    func macroBehindItsSet() throws {
        _ = try queue(Self.paid, ids: ["req_1", "req_2", "req_3"])
        try succeed(try #require(try facts.queue.first), result: #"{"TxnID":"5-7"}"#)
        let payment = try #require(try facts.queue.first)
        #expect(payment.id == "req_2")
        #expect(String(decoding: payment.body, as: UTF8.self).contains("<AppliedToTxnAdd><TxnID>5-7</TxnID>"))
    }

    @Test("what uses a macro waits for what defines it, where that failed")
    func macroWithoutItsSet() throws {
        _ = try queue(Self.paid, ids: ["req_1", "req_2", "req_3"])
        try end(try #require(try facts.queue.first), .failed(.refused))
        #expect(try facts.queue.map(\.id) == ["req_3"])
        let detail = try #require(try scene.database.readNow { try $0.requestDetail(id: "req_2") })
        #expect(detail.waitsFor.map(\.id) == ["req_1"])
    }

    @Test("a value of a record is not known within the set, though a macro is")
    func valueWithinTheSet() throws {
        let json = ##"""
            [{"InvoiceAdd": {"@defMacro": "TxnID:one", "CustomerRef": {"ListID": "80-7"},
                "InvoiceLineAdd": [{"Desc": "A"}]}},
             {"ReceivePaymentAdd": {"CustomerRef": {"ListID": "80-7"},
                "TotalAmount": {"$from": "#0", "path": "Subtotal"},
                "AppliedToTxnAdd": [{"TxnID": {"@useMacro": "TxnID:one"}, "PaymentAmount": "1.00"}]}}]
            """##
        _ = try queue(json, ids: ["req_1", "req_2"])
        #expect(try facts.queue.map(\.id) == ["req_1"])
        try succeed(try #require(try facts.queue.first), result: #"{"TxnID":"5-7","Subtotal":"9.00"}"#)
        let body = String(decoding: try #require(try facts.queue.first).body, as: UTF8.self)
        #expect(body.contains("<TotalAmount>9.00</TotalAmount>") && body.contains("<TxnID>5-7</TxnID>"))
    }

    @Test("a request that nobody knows, or a later one of the call, cannot give a value")
    func unknown() throws {
        let later = Self.pair.replacing("#0", with: "#1")
        #expect(try queue(later, ids: ["req_1", "req_2"]) == .unknownParents(["#1"]))
        let stranger = Self.pair.replacing("#0", with: "req_9")
        #expect(try queue(stranger, ids: ["req_1", "req_2"]) == .unknownParents(["req_9"]))
    }

    @Test("what only looks like a link is refused with its line")
    func malformed() {
        for text in [
            #"{"CustomerAdd": {"Name": {"$from": "req_1"}}}"#,
            #"{"CustomerAdd": {"Name": {"$from": "req_1", "path": 7}}}"#,
            #"{"CustomerAdd": {"Name": "$from.1", "Phone": {"$from": "req_1", "path": "Phone"}}}"#,
        ] {
            #expect(throws: DraftError.self) { try Draft(reading: Array(text.utf8)) }
        }
    }
}
