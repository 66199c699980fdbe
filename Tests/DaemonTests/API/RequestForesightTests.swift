import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("What is told of requests before they go out", .timeLimit(.minutes(10)))
struct RequestForesightTests {
    private static func taking(_ source: String) -> String {
        #"{"InvoiceAdd":{"CustomerRef":{"ListID":{"$from":"\#(source)","path":"ListID"}}}}"#
    }

    // MARK: What is waited for

    @Test("what waits for a request that is over is taken, with a warning of what lets it go")
    func hindered() async throws {
        let scene = try RequestScene()
        let parent = try await scene.queued()
        #expect(
            try await scene.queue(RequestScene.customer, "after=\(parent)").word(QueuedRequests.self).warnings
                .isEmpty)
        #expect(try await scene.decide("cancel", parent).status == 200)
        let after = try await scene.queue(RequestScene.customer, "after=\(parent)")
        #expect(after.status == 201)
        let warning = try #require(try after.word(QueuedRequests.self).warnings.first)
        #expect(warning.rule == "after" && warning.severity == "warning")
        #expect(
            warning.problem
                == "What is queued here cannot go out before CustomerAdd \(parent) has succeeded, which is "
                + "cancelled. Once its cause is gone: qbsyncctl request retry \(parent).")
        let taking = try await scene.queue(Self.taking(parent)).word(QueuedRequests.self).warnings
        #expect(taking.map(\.pointer) == ["/InvoiceAdd/CustomerRef/ListID"])
        #expect(taking.first?.problem.hasPrefix("It cannot go out before CustomerAdd \(parent)") == true)
        let behind = try after.word(QueuedRequests.self).requests[0].id
        let third = try await scene.queue(RequestScene.customer, "after=\(behind)").word(QueuedRequests.self)
        #expect(third.warnings.first?.problem.contains("before CustomerAdd \(parent)") == true)
        let dry = try await scene.queue(RequestScene.customer, "after=\(parent)&dry_run=true")
        #expect(try dry.word(DryRun.self).warnings == [warning])
    }

    // MARK: Iterators

    @Test("a question with an iterator is refused: the queue would bring its first page alone")
    func iterator() async throws {
        let scene = try RequestScene()
        let json = try await scene.queue(#"{"CustomerQuery":{"@iterator":"Start","MaxReturned":10}}"#)
        #expect(json.status == 422)
        let finding = try #require(try json.word(Problem.self).report?.findings.first)
        #expect(finding.rule == "iterator" && finding.pointer == "/CustomerQuery/@iterator")
        #expect(finding.expected?.contains("qbsyncctl records") == true)
        let xml =
            #"<QBXML><QBXMLMsgsRq onError="continueOnError"><CustomerQueryRq iterator="Start">"#
            + "<MaxReturned>10</MaxReturned></CustomerQueryRq></QBXMLMsgsRq></QBXML>"
        #expect(try await scene.queue(xml).status == 422)
        let cut = try await scene.queue(#"{"CustomerQuery":{"MaxReturned":10}}"#)
        #expect(cut.status == 201)
        let warning = try #require(try cut.word(QueuedRequests.self).warnings.first)
        #expect(warning.expected == "no MaxReturned, if all of the answer is wanted")
    }

    // MARK: Dry runs

    @Test("a dry run refuses what the call itself would refuse: requests that are not there")
    func unknown() async throws {
        let scene = try RequestScene()
        let after = try await scene.queue(RequestScene.customer, "dry_run=true&after=req_none")
        #expect(after.status == 422)
        #expect(try after.findings["after"]?.contains("req_none") == true)
        let taking = try await scene.queue(Self.taking("req_none"), "dry_run=true")
        #expect(taking.status == 422 && taking.body.contains(#""rule":"source""#), "\(taking.body)")
        #expect(try await scene.queue(Self.taking("request 3 of the file"), "dry_run=true").status == 200)
    }

    @Test("a dry run says which values are filled in, and that more than one document goes out")
    func departures() async throws {
        let scene = try RequestScene()
        let plain = try await scene.queue(RequestScene.customer, "dry_run=true").word(DryRun.self)
        #expect(plain.sentence == nil && plain.values == nil)
        let body = "[\(RequestScene.customer),\(Self.taking("#0"))]"
        let dry = try await scene.queue(body, "dry_run=true").word(DryRun.self)
        #expect(dry.document.contains("<ListID>$from.1</ListID>"))
        #expect(dry.values == [DryValue(token: "$from.1", from: "#0", path: "ListID")])
        #expect(dry.sentence?.hasPrefix("It is shown in one document and goes out in 2 message sets") == true)
        #expect(dry.sentence?.contains("tokens stand for them") == true)
        let asks = "[\(RequestScene.customer),{\"HostQuery\":{}},\(RequestScene.customer)]"
        let three = try await scene.queue(asks, "dry_run=true").word(DryRun.self)
        #expect(three.sentence?.contains("in 3 message sets at least") == true)
        let two = try await scene.queue("[\(RequestScene.customer),\(RequestScene.customer)]", "dry_run=true")
        #expect(try two.word(DryRun.self).sentence == nil)
    }

    // MARK: Times and words

    @Test("a time that cannot be read names the forms that can")
    func times() async throws {
        let scene = try RequestScene()
        let findings = try await scene.queue(RequestScene.customer, "not_before=soon&expires=later").findings
        for field in ["not_before", "expires"] {
            #expect(
                findings[field]?.contains("30m") == true && findings[field]?.contains("T06:58:22Z") == true)
        }
        let state = try await scene.get("connectors/acme/requests?state=lost").findings
        #expect(state["state"]?.contains("queued, sent, succeeded") == true)
        let id = try await scene.queued()
        try scene.lose(id)
        for word in ["unknown", "outcome%20unknown"] {
            let page = try await scene.get("connectors/acme/requests?state=\(word)").word(RequestPage.self)
            #expect(page.requests.map(\.id) == [id])
        }
    }

    @Test("a transaction that is linked to others is not told to be made inactive")
    func linked() async throws {
        let scene = try RequestScene()
        let id = try await scene.queued(#"{"TxnDel":{"TxnDelType":"Invoice","TxnID":"A-1"}}"#)
        try scene.fail(id, status: 3160)
        let fix = try #require(try await scene.account(id).request.fix)
        #expect(fix.contains("TxnVoid") && !fix.contains("inactive"))
        let entry = try await scene.queued(#"{"ListDel":{"ListDelType":"Customer","ListID":"80-1"}}"#)
        try scene.fail(entry, status: 3160)
        #expect(try await scene.account(entry).request.fix?.contains("inactive") == true)
    }

    // MARK: The last sync

    @Test("a conversation for requests alone is no sync: the last one stays the last")
    func lastSync() async throws {
        let scene = try RequestScene()
        func status() async throws -> ConnectorStatus {
            try await scene.get("connectors/acme/status").word(ConnectorStatus.self)
        }
        #expect(try await status().lastSyncStatus == "Ready")
        try scene.converse("scheduled", "2026-11-21T12:00:00.000Z", "Success: every category.")
        for minute in 10..<22 {
            try scene.converse("requests", "2026-11-21T13:\(minute):00.000Z", "Success: requests.")
        }
        let last = try await status()
        #expect(last.lastSync == MirrorScene.now.addingTimeInterval(-7500))
        #expect(last.lastSyncStatus == "Success: every category.")
        #expect(last.dots.count == 10 && last.dots.allSatisfy { $0.sentence == "Success: requests." })
    }
}
