import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// A request may take values from the record of an earlier one, and waits for it.
@Suite struct LinkTests: LinkPlaying {
    let scene: Scene
    let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
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
        #expect(
            try facts.queue.first?.isMissing
                == #"The record of CustomerAdd req_1 has no value "AccountNumber", to be put into "#
                + "/InvoiceAddRq/InvoiceAdd/CustomerRef/ListID.")
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
        let why = try #require(try facts.queue.first?.isMissing)
        #expect(why.contains("TotalAmount"))
        #expect(why.contains(#"does not fit: "Memo" of the record of InvoiceAdd req_1."#), "\(why)")
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

    @Test("a change with a value from elsewhere that is too old is compared with that value in it")
    func staleWithValue() throws {
        _ = try queue(
            #"""
            [{"CustomerAdd": {"Name": "Ann"}},
             {"CustomerMod": {"ListID": "80-9", "EditSequence": "1",
                "Phone": {"$from": "#0", "path": "Fax"}}}]
            """#, ids: ["req_1", "req_2"])
        try succeed(try #require(try facts.queue.first), result: #"{"ListID":"80-7","Fax":"555"}"#)
        try end(try #require(try facts.queue.first), .stale)
        let stale = try #require(try facts.stale.first)
        #expect(String(decoding: stale.write.body, as: UTF8.self).contains("<Phone>555</Phone>"))
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
