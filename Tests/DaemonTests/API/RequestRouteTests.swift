import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("Queueing requests", .timeLimit(.minutes(10)))
struct RequestRouteTests {
    private static let invoice = #"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"},"RefNumber":"1021"}}"#
    private static let void = #"{"TxnVoid":{"TxnVoidType":"Invoice","TxnID":"A-1"}}"#

    @Test("requests are queued in canonical form, each with its GUID, and shown with all that is known")
    func queued() async throws {
        let scene = try RequestScene()
        try scene.checkIn()
        let answer = try await scene.queue(Self.invoice, "priority=7&reference=web-1&expires=2h")
        #expect(answer.status == 201)
        let receipt = try answer.word(QueuedRequests.self)
        let one = try #require(receipt.requests.first)
        #expect(!receipt.repeated && receipt.requests.count == 1)
        #expect(one.id.hasPrefix("req_") && one.id.utf8.count == 36)
        #expect(one.state == "queued" && one.outcome == "pending" && one.title == "InvoiceAdd")
        let account = try await scene.account(one.id)
        #expect(account.body.hasPrefix("<InvoiceAddRq><InvoiceAdd><CustomerRef><ListID>80-1"))
        #expect(account.body.contains("<ExternalGUID>{"))
        let entry = account.request
        #expect(entry.priority == 7 && entry.reference == "web-1" && entry.kind == "Invoice")
        #expect(entry.name == "1021" && entry.connector == "acme" && entry.mover == nil)
        #expect(entry.sentence == "It waits for the Web Connector.")
        #expect(entry.expiresAt == MirrorScene.now.addingTimeInterval(7200))
        let plain = try await scene.queued(Self.invoice, "external_guid=false")
        #expect(try await !scene.account(plain).body.contains("ExternalGUID"))
    }

    @Test("the same key is the same call: the same receipts, and a clash for anything else")
    func idempotency() async throws {
        let scene = try RequestScene()
        let first = try await scene.queue(RequestScene.customer, key: "k-1")
        let again = try await scene.queue(RequestScene.customer, key: "k-1")
        #expect(first.status == 201 && again.status == 200)
        let (one, other) = (try first.word(QueuedRequests.self), try again.word(QueuedRequests.self))
        #expect(other.repeated && one.requests.map(\.id) == other.requests.map(\.id))
        #expect(try await scene.queue(RequestScene.customer, "wait=0", key: "k-1").status == 200)
        let written = "priority=0&external_guid=true&characters=refuse"
        #expect(try await scene.queue(RequestScene.customer, written, key: "k-1").status == 200)
        let body = try await scene.queue(Self.invoice, key: "k-1")
        #expect(body.status == 409 && body.body.contains("CustomerAdd"))
        #expect(try await scene.queue(RequestScene.customer, "priority=1", key: "k-1").status == 409)
        #expect(try await scene.queue(RequestScene.customer, key: "k-2").status == 201)
        #expect(try await scene.get("connectors/acme/requests").word(RequestPage.self).requests.count == 2)
    }

    @Test("a receipt is given again though the category is not written any more")
    func repeatedLater() async throws {
        let scene = try RequestScene()
        #expect(try await scene.queue(Self.invoice, key: "k").status == 201)
        try scene.mirror.execute(
            "INSERT INTO category_setting (connector_id, category, direction) VALUES (1, 'invoices', 'read')")
        #expect(try await scene.queue(Self.invoice, key: "k").status == 200)
        let refused = try await scene.queue(Self.invoice, key: "k-2")
        #expect(refused.status == 422 && refused.body.contains(#""rule":"direction""#))
    }

    @Test("with anything wrong nothing is queued, and all of it is told as the check tells it")
    func findings() async throws {
        let scene = try RequestScene()
        let body =
            #"[\#(RequestScene.customer),{"InvoiceAdd":{"RefNumber":"2026-0000001234","Custmer":"x"}}]"#
        let answer = try await scene.queue(body)
        #expect(answer.status == 422)
        let problem = try answer.word(Problem.self)
        let report = try #require(problem.report)
        #expect(!report.acceptable && report.findings.count >= 3)
        #expect(report.findings.contains { $0.rule == "length" && $0.request == 1 })
        #expect(problem.findings?.contains { $0.field.hasSuffix("/RefNumber") } == true)
        #expect(problem.detail.hasPrefix("Nothing was queued"))
        #expect(try await scene.queue("{").status == 400)
        #expect(try await scene.queue("[]").status ?? 0 >= 400)
        #expect(try await scene.get("connectors/acme/requests").word(RequestPage.self).requests.isEmpty)
    }

    @Test("all that is wrong with the options is told at once")
    func options() async throws {
        let scene = try RequestScene()
        let query = "priority=101&group=both&not_before=soon&expires=2020-01-01&refrence=x&wait=61"
        let findings = try await scene.queue(RequestScene.customer, query).findings
        #expect(
            Set(findings.keys) == ["priority", "group", "not_before", "expires", "refrence", "wait"])
        #expect(findings["refrence"]?.contains("reference") == true)
        let parents = try await scene.queue(RequestScene.customer, "after=req_1,req_2")
        #expect(parents.status == 422 && parents.body.contains("req_2"))
        for after in ["", ",", "req_1,,req_2"] {
            let told = try await scene.queue(RequestScene.customer, "after=\(after)")
            #expect(told.status == 422, "\(told.body)")
            #expect(try Array(told.findings.keys) == ["after"])
        }
        #expect(try await scene.queue(RequestScene.customer, key: "a\tb").status ?? 0 >= 400)
        let unknown = try await scene.mirror.run {
            try await $0.post("/v1/connectors/acm/requests", RequestScene.customer)
        }
        #expect(unknown.status == 404 && unknown.body.contains("Did you mean acme?"))
    }

    @Test("the version and edition of the last conversation decide what is right")
    func version() async throws {
        let scene = try RequestScene()
        let newer = #"{"ItemSitesQuery":{}}"#
        #expect(try await scene.queue(newer).status == 201)
        try scene.mirror.execute(
            """
            INSERT INTO conversation (ticket, connector_id, login, address, trigger, in_window, is_refusal,
                started_at, last_call_at, phase, sequence, percent, is_identified, qbxml_version,
                bytes_received, bytes_sent, state, highest_version, edition, ended_at, code, sentence, ending)
            VALUES ('0123456789abcdef', 1, 'acme', '', 'scheduled', 0, 0, '2026-11-20T10:00:00.000Z',
                '2026-11-20T10:00:00.000Z', 'finished', 1, 100, 1, '7.0', 0, 0, 'success', '7.0', 'US',
                '2026-11-20T10:00:00.000Z', 'success', 'Good.', '{}')
            """)
        let refused = try await scene.queue(newer)
        #expect(refused.status == 422 && refused.body.contains(#""rule":"version""#), "\(refused.body)")
        let old = try await scene.queued()
        #expect(try await !scene.account(old).body.contains("ExternalGUID"), "7.0 knows no GUID of ours")
    }

    @Test("a chain waits link by link, after says for whom else, and a macro ties what uses it")
    func dependencies() async throws {
        let scene = try RequestScene()
        let first = try await scene.queued()
        let body = "[\(RequestScene.customer),\(Self.invoice)]"
        let chain = try await scene.queue(body, "group=chain&after=\(first)").word(QueuedRequests.self)
        let one = try await scene.account(chain.requests[0].id)
        #expect(one.waitsFor?.map(\.id) == [first])
        let two = try await scene.account(chain.requests[1].id)
        #expect(two.waitsFor?.map(\.id) == [first, chain.requests[0].id])
        #expect(two.request.sentence == "It waits for CustomerAdd \(first) and 1 more.")
        try scene.fail(first)
        #expect(try await scene.account(chain.requests[0].id).request.sentence.contains("is failed: retry"))
        let xml =
            #"<QBXML><QBXMLMsgsRq onError="stopOnError"><InvoiceAddRq><InvoiceAdd defMacro="TxnID:a">"#
            + "<CustomerRef><ListID>80-1</ListID></CustomerRef></InvoiceAdd></InvoiceAddRq>"
            + "<ReceivePaymentAddRq><ReceivePaymentAdd><CustomerRef><ListID>80-1</ListID></CustomerRef>"
            + #"<TotalAmount>1.00</TotalAmount><AppliedToTxnAdd><TxnID useMacro="TxnID:a"/>"#
            + "<PaymentAmount>1.00</PaymentAmount></AppliedToTxnAdd></ReceivePaymentAdd>"
            + "</ReceivePaymentAddRq><HostQueryRq/></QBXMLMsgsRq></QBXML>"
        let tied = try await scene.queue(xml)
        #expect(tied.status == 201, "\(tied.body)")
        let last = try #require(try tied.word(QueuedRequests.self).requests.last)
        #expect(try await scene.account(last.id).waitsFor?.count == 1, "stopOnError makes a chain")
        let bundles = try await scene.database.read { snapshot in
            try snapshot.rows("SELECT bundle FROM request ORDER BY number DESC LIMIT 3") {
                $0.next(Int64?.self)
            }
        }
        #expect(bundles == [nil, 4, 4])
    }

    @Test(
        "a list says of each that waits whether it waits for another, or for somebody to release its source")
    func waiting() async throws {
        let scene = try RequestScene()
        try scene.checkIn()
        let chain = try await scene.queue("[\(RequestScene.customer),\(Self.invoice)]", "group=chain")
        let source = try await scene.account(try chain.word(QueuedRequests.self).requests[0].id).request
            .source
        func sentences() async throws -> [String] {
            try await scene.get("connectors/acme/requests").word(RequestPage.self).requests.map(\.sentence)
        }
        #expect(
            try await sentences() == [
                "It waits for another request: qbsyncctl request show says for which.",
                "It waits for the Web Connector.",
            ])
        try scene.stop(source)
        #expect(
            try await sentences().allSatisfy { $0.hasPrefix("Its source is stopped: qbsyncctl messages") })
    }

    @Test("a dry run shows the document and the record it would act on, and keeps nothing")
    func dryRun() async throws {
        let scene = try RequestScene()
        try scene.mirror.invoice("A-1", number: "1021")
        let answer = try await scene.queue(
            "[\(Self.void),\(RequestScene.customer)]", "dry_run=true", key: "k")
        #expect(answer.status == 200)
        let dry = try answer.word(DryRun.self)
        #expect(dry.document.hasPrefix("<?xml") && dry.document.contains("<TxnVoidRq requestID=\"req_"))
        #expect(dry.document.contains("newMessageSetID=") && dry.document.contains("<ExternalGUID>"))
        #expect(dry.requests.map(\.title) == ["TxnVoid", "CustomerAdd"])
        #expect(dry.requests[0].record != nil && dry.requests[0].sentence == "It voids Invoice 1021.")
        #expect(answer.body.contains(#""record":{"TxnID":"A-1""#))
        #expect(dry.requests[1].record == nil && dry.requests[1].sentence.hasPrefix("It adds a new Customer"))
        #expect(try await scene.get("connectors/acme/requests").word(RequestPage.self).requests.isEmpty)
    }

    @Test("lists go newest first, by state, and page on")
    func list() async throws {
        let scene = try RequestScene()
        var ids: [String] = []
        for number in 1...5 {
            ids.append(try await scene.queued(#"{"CustomerAdd":{"Name":"Customer \#(number)"}}"#))
        }
        try scene.fail(ids[1])
        try scene.lose(ids[3])
        var found: [String] = []
        var next: Int64? = .max
        while let before = next {
            let page = try await scene.get("connectors/acme/requests?limit=2&before=\(before)").word(
                RequestPage.self)
            found += page.requests.map(\.id)
            next = page.next
        }
        #expect(found == ids.reversed())
        let trouble = try await scene.get("connectors/acme/requests?state=failed,unknown").word(
            RequestPage.self)
        #expect(trouble.requests.map(\.id) == [ids[3], ids[1]] && trouble.next == nil)
        #expect(trouble.requests[0].mover == "the administrator of qbsyncd")
        #expect(try await scene.get("connectors/acme/requests?state=lost").status == 422)
        #expect(try await scene.get("requests/req_none").status == 404)
    }

    @Test("thousands of requests are one call, and a wait for them ends when the last is settled")
    func many() async throws {
        let scene = try RequestScene()
        let body = (1...2000).map { #"{"CustomerAdd":{"Name":"Customer \#($0)"}}"# }.joined(separator: ",")
        let receipt = try await scene.queue("[\(body)]").word(QueuedRequests.self)
        #expect(receipt.requests.count == 2000 && Set(receipt.requests.map(\.id)).count == 2000)
        let last = try #require(receipt.requests.last)
        let answer = try await scene.mirror.run { api in
            try await api.wire.send(
                "GET /v1/requests/\(last.id)?wait=30 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while scene.database.taskReadersWaiting == 0 { await Task.yield() }
            _ = try scene.database.transactNow {
                try $0.decide(.cancel, request: last.id, by: Author(name: "ann"), at: MirrorScene.now)
            }
            return try await api.wire.readAnswer()
        }
        #expect(try answer.word(RequestAccount.self).request.state == "cancelled")
        let status = try await scene.get("connectors/acme/status").word(ConnectorStatus.self)
        #expect(status.requests == RequestCounts(waiting: 1999, sent: 0, failed: 0, unknown: 0))
    }
}
