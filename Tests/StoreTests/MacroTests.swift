import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// A request may name what an earlier one of its set is about to make.
@Suite struct MacroTests: LinkPlaying {
    let scene: Scene
    let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
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

    @Test("what uses a macro and has its own time does not go before that")
    func macroWithItsTime() throws {
        _ = try queue(Self.paid, ids: ["req_1", "req_2", "req_3"])
        try scene.database.transactNow {
            try $0.execute("UPDATE request SET not_before = '2099-01-01T00:00:00.000Z' WHERE id = 'req_2'")
        }
        #expect(try facts.queue.map(\.id) == ["req_1"])
    }
}
