import QBXML
import Sync
import Testing

@testable import Store

/// Other content for what defines a macro.
@Suite struct EditedMacroTests {
    private let scene: LinkScene

    init() throws { scene = try LinkScene() }

    private static let paid = #"""
        [{"InvoiceAdd": {"@defMacro": "TxnID:one", "CustomerRef": {"ListID": "80-7"},
            "InvoiceLineAdd": [{"Desc": "A"}]}},
         {"ReceivePaymentAdd": {"CustomerRef": {"ListID": "80-7"}, "TotalAmount": "1.00",
            "AppliedToTxnAdd": [{"TxnID": {"@useMacro": "TxnID:one"}, "PaymentAmount": "1.00"}]}}]
        """#

    @Test("what uses a macro that an edit left away waits for the record, and takes its ID")
    func leftAway() throws {
        try scene.queue(Self.paid, ids: ["req_1", "req_2"])
        try scene.edit(
            "req_1",
            to: #"{"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"}, "InvoiceLineAdd": [{"Desc": "B"}]}}"#)
        #expect(try scene.queue.map(\.id) == ["req_1"])
        try scene.succeed("req_1", kind: "Invoice", record: "5-7", json: #"{"TxnID":"5-7"}"#)
        let payment = try #require(try scene.queue.first)
        #expect(payment.id == "req_2" && payment.isMissing == nil)
        #expect(String(decoding: payment.body, as: UTF8.self).contains("<AppliedToTxnAdd><TxnID>5-7</TxnID>"))
    }

    @Test(
        "others of the bundle go out without what an edit has untied, and nobody before the one he waits for")
    func others() throws {
        let chain =
            Self.paid.dropLast() + #"""
                ,{"ReceivePaymentAdd": {"CustomerRef": {"ListID": "80-7"}, "TotalAmount": "2.00",
                    "AppliedToTxnAdd": [{"TxnID": {"@useMacro": "TxnID:two"}, "PaymentAmount": "1.00"},
                        {"TxnID": {"@useMacro": "TxnID:one"}, "PaymentAmount": "1.00"}]}}]
                """#
        let two = #"""
            {"InvoiceAdd": {"@defMacro": "TxnID:two", "CustomerRef": {"ListID": "80-7"},
                "InvoiceLineAdd": [{"Desc": "C"}]}},
            """#
        try scene.queue("[" + two + chain.dropFirst(), ids: ["req_0", "req_1", "req_2", "req_3"])
        #expect(try scene.queue.map(\.id) == ["req_0", "req_1", "req_2", "req_3"])
        try scene.edit(
            "req_1",
            to: #"{"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"}, "InvoiceLineAdd": [{"Desc": "B"}]}}"#)
        #expect(try scene.queue.map(\.id) == ["req_0"])
        try scene.succeed("req_0", kind: "Invoice", record: "5-6", json: #"{"TxnID":"5-6"}"#)
        #expect(try scene.queue.map(\.id) == ["req_1"])
        try scene.succeed("req_1", kind: "Invoice", record: "5-7", json: #"{"TxnID":"5-7"}"#)
        let rest = try scene.queue
        #expect(rest.map(\.id) == ["req_2", "req_3"])
        #expect(rest.allSatisfy { !String(decoding: $0.body, as: UTF8.self).contains("useMacro") })
    }

    @Test("an edit that keeps the macro keeps what uses it in its set")
    func kept() throws {
        try scene.queue(Self.paid, ids: ["req_1", "req_2"])
        try scene.edit(
            "req_1",
            to: #"""
                {"InvoiceAdd": {"@defMacro": "TxnID:one", "CustomerRef": {"ListID": "80-7"},
                    "InvoiceLineAdd": [{"Desc": "B"}]}}
                """#)
        #expect(try scene.queue.map(\.id) == ["req_1", "req_2"])
    }

    @Test("the ID of a line is taken from where an edit has put the line")
    func movedLine() throws {
        let bill = #"""
            {"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"},
                "InvoiceLineAdd": [{"Desc": "A"}, {"@defMacro": "TxnLineID:b", "Desc": "B"}]}}
            """#
        let deposit = #"""
            {"DepositAdd": {"DepositToAccountRef": {"ListID": "80-1"}, "DepositLineAdd": [
                {"PaymentTxnID": "9-9", "PaymentTxnLineID": {"@useMacro": "TxnLineID:b"}}]}}
            """#
        try scene.queue("[\(bill), \(deposit)]", ids: ["req_1", "req_2"])
        try scene.edit(
            "req_1",
            to: #"""
                {"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"},
                    "InvoiceLineAdd": [{"@defMacro": "TxnLineID:b", "Desc": "B"}, {"Desc": "A"}]}}
                """#)
        try scene.succeed(
            "req_1", kind: "Invoice", record: "5-7",
            json: #"{"TxnID":"5-7","InvoiceLineRet":[{"TxnLineID":"L1"},{"TxnLineID":"L2"}]}"#)
        let body = String(decoding: try #require(try scene.queue.first).body, as: UTF8.self)
        #expect(body.contains("<PaymentTxnLineID>L1</PaymentTxnLineID>"), "\(body)")
    }

    private static let line = #"""
        {"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"},
            "InvoiceLineAdd": [{"Desc": "A"}, {"@defMacro": "TxnLineID:b", "Desc": "B"}]}}
        """#
    private static let deposit = #"""
        {"DepositAdd": {"DepositToAccountRef": {"ListID": "80-1"}, "DepositLineAdd": [
            {"PaymentTxnID": "9-9", "PaymentTxnLineID": {"@useMacro": "TxnLineID:b"}}]}}
        """#
    private static let made =
        #"{"TxnID":"5-7","InvoiceLineRet":[{"TxnLineID":"L1"},{"TxnLineID":"L2"}]}"#

    @Test("a line that an edit left away gives its ID to nobody: what takes it says what is missing")
    func lineLeftAway() throws {
        try scene.queue("[\(Self.line), \(Self.deposit)]", ids: ["req_1", "req_2"])
        try scene.edit(
            "req_1",
            to: #"""
                {"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"},
                    "InvoiceLineAdd": [{"Desc": "A"}, {"Desc": "C"}]}}
                """#)
        #expect(try scene.queue.map(\.id) == ["req_1"])
        try scene.succeed("req_1", kind: "Invoice", record: "5-7", json: Self.made)
        let next = try #require(try scene.queue.first)
        #expect(next.isMissing?.contains("req_1") == true)
        #expect(!String(decoding: next.body, as: UTF8.self).contains("L2"))
    }

    @Test("a line that a later edit names again gives its ID from where it stands then")
    func lineBack() throws {
        try scene.queue("[\(Self.line), \(Self.deposit)]", ids: ["req_1", "req_2"])
        try scene.edit(
            "req_1",
            to: #"{"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"}, "InvoiceLineAdd": [{"Desc": "A"}]}}"#)
        try scene.edit(
            "req_1",
            to: #"""
                {"InvoiceAdd": {"CustomerRef": {"ListID": "80-7"},
                    "InvoiceLineAdd": [{"@defMacro": "TxnLineID:b", "Desc": "B"}, {"Desc": "A"}]}}
                """#)
        try scene.succeed("req_1", kind: "Invoice", record: "5-7", json: Self.made)
        let next = try #require(try scene.queue.first)
        #expect(next.isMissing == nil)
        #expect(
            String(decoding: next.body, as: UTF8.self).contains("<PaymentTxnLineID>L1</PaymentTxnLineID>"))
    }
}
