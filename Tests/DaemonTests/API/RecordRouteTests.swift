import API
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Daemon
@testable import Store

@Suite("GET …/records", .timeLimit(.minutes(10)))
struct RecordRouteTests {
    private static func office() throws -> MirrorScene {
        let scene = try MirrorScene()
        try scene.invoice("A-1", number: "1001")
        try scene.invoice("A-2", number: "1002", date: "2026-11-02", entity: "80-2")
        try scene.invoice("A-3", number: "1003", deleted: "2026-11-20T12:00:00.000Z")
        try scene.customer("80-1", name: "Elm Street Bakery")
        try scene.customer("80-2", name: "Oak Yard", isActive: false)
        try scene.complete("invoices")
        return scene
    }

    @Test("gives the stored JSON as it is, with our words around it and its completeness in the head")
    func page() async throws {
        let scene = try Self.office()
        let answer = try await scene.get("records/Invoice")
        #expect(answer.status == 200 && answer["Content-Type"] == "application/json")
        let page = try answer.word(RecordPage.self)
        #expect(page.kind == "Invoice" && page.complete && page.doubts.isEmpty && page.count == 2)
        #expect(page.asOf == Date(timeIntervalSince1970: 1_795_172_400))
        #expect(page.records.map(\.id) == ["A-1", "A-2"])
        #expect(page.records[0].name == "1001" && page.records[0].editSequence == "1")
        #expect(page.records.allSatisfy { !$0.isDeleted && $0.deletedAt == nil })
        #expect(answer.body.contains(#""record":{"TxnID":"A-1","RefNumber":"1001","CustomerRef":{"ListID""#))
        let customers = try await scene.get("records/Customer").word(RecordPage.self)
        #expect(!customers.complete && customers.asOf == nil)
        #expect(customers.doubts == ["Customers: It was never read to its end."])
    }

    @Test(
        "filters by what stands behind the question mark",
        arguments: [
            ("Invoice?id=A-2&id=A-9", "A-2"), ("Invoice?ref_number=1001", "A-1"),
            ("Invoice?entity=elm%20street%20bakery", "A-1"), ("Invoice?entity=80-2", "A-2"),
            ("Invoice?from_date=2026-11-02", "A-2"), ("Invoice?to_date=2026-11-01", "A-1"),
            ("Invoice?modified_since=2026-11-20T11:00:00%2B01:00", "A-1 A-2"),
            ("Invoice?modified_since=2026-11-20T11:00:01+01:00", ""),
            ("Customer?name=Elm+Street+Bakery", "80-1"),
            ("Invoice?modified_since=2026-11-20T10:00:01Z", ""), ("Invoice?deleted=true", "A-3"),
            ("Invoice?deleted=all&sort=-id", "A-3 A-2 A-1"), ("Invoice?sort=-date", "A-2 A-1"),
            ("Invoice?text=elm%20%221", "A-1 A-2"), ("Customer?active=false", "80-2"),
            ("Customer?name=OAK%20yard", "80-2"), ("Customer?name_starts_with=elm", "80-1"),
            ("Entity?sort=name", "80-1 80-2"), ("Txn", "A-1 A-2"), ("Invoices?id=A-2", "A-2"),
            ("Received%20payments", ""),
        ])
    func filters(path: String, ids: String) async throws {
        let answer = try await Self.office().get("records/\(path)")
        #expect(answer.status == 200, "\(answer.body)")
        #expect(try answer.word(RecordPage.self).records.map(\.id).joined(separator: " ") == ids)
    }

    @Test("refuses what it does not know, all of it at once and with the nearest name (rule 6)")
    func refusals() async throws {
        let scene = try Self.office()
        let answer = try await scene.get(
            "records/Customer?nmae=x&limit=0&active=yes&from_date=2026-02-30&ref_number=1&sort=size"
                + "&fields=Nmae")
        #expect(answer.status == 422)
        let findings = try answer.findings
        #expect(findings["nmae"] == "There is no such parameter. Did you mean name?")
        #expect(findings["limit"]?.contains("no number from 1 to 1000") == true)
        #expect(findings["active"]?.contains("none of true, false, all") == true)
        #expect(findings["from_date"]?.contains("no day") == true)
        #expect(findings["ref_number"] == "Customer has no RefNumber.")
        #expect(findings["sort"]?.contains("id, name, modified, date") == true)
        #expect(findings["fields"] == "Customer has no element Nmae. Did you mean Name?")
        let entity = try await scene.get("records/Invoice?entity=Nobody")
        #expect(try entity.findings["entity"]?.contains("no customer") == true)
    }

    @Test("names the nearest kinds where there is none, and the nearest connector")
    func absence() async throws {
        let scene = try Self.office()
        let kind = try await scene.get("records/Invoce")
        #expect(kind.status == 404)
        #expect(try (kind.json["detail"] as? String)?.contains("Did you mean Invoice") == true)
        #expect(try await scene.get("records/Invoice/A-99").status == 404)
        let connector = try await scene.run { try await $0.get("/v1/connectors/acmee/records/Invoice") }
        #expect(connector.status == 404)
        #expect(try (connector.json["detail"] as? String)?.contains("Did you mean acme?") == true)
    }

    @Test("an address of nothing, and one that is asked in another way, are refused in words")
    func addresses() async throws {
        let scene = try Self.office()
        let nothing = try await scene.get("recrds/Invoice")
        #expect(nothing.status == 404 && nothing["Content-Type"] == "application/problem+json")
        #expect(
            try (nothing.json["detail"] as? String)?.contains(
                "Did you mean /v1/connectors/acme/records/Invoice?") == true, "\(nothing.body)")
        let method = try await scene.run { try await $0.post("/v1/connectors/acme/records/Invoice", "{}") }
        #expect(method.status == 405 && method["Allow"] == "GET, HEAD")
        #expect(method.body.contains("takes GET, HEAD, not POST"))
        let other = try await scene.get("foo/bar")
        #expect(other.status == 404 && !other.body.contains("Did you mean"), "\(other.body)")
        let root = try await scene.run { try await $0.get("/") }
        #expect(root.status == 404 && root.body.contains("/v1/openapi.json"))
    }

    @Test(
        "HEAD gives what GET gives without its body",
        arguments: [
            "/healthz", "/readyz", "/v1/status", "/v1/connectors/acme/records/Invoice", "/v1/nothing",
        ])
    func head(_ path: String) async throws {
        try await Self.office().run { api in
            try await api.wire.send("HEAD \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let head = try await api.wire.readHead()
            // A body would stand before the next answer.
            let whole = try await api.get(path)
            func lines(_ head: String) -> [String] {
                head.split(separator: "\r\n").map(String.init).filter { !$0.lowercased().hasPrefix("date:") }
                    .sorted()
            }
            #expect(lines(head) == lines(whole.head))
            #expect(!whole.body.isEmpty)
        }
    }

    @Test("pages with a cursor that belongs to its question")
    func cursor() async throws {
        let scene = try Self.office()
        let first = try await scene.get("records/Invoice?limit=1&sort=-date").word(RecordPage.self)
        #expect(first.records.map(\.id) == ["A-2"] && first.count == 2)
        let next = try #require(first.next)
        #expect(next.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) })
        let second = try await scene.get("records/Invoice?limit=5&sort=-date&cursor=\(next)")
            .word(RecordPage.self)
        #expect(second.records.map(\.id) == ["A-1"] && second.next == nil)
        for path in ["Invoice?sort=date", "Invoice?sort=-date&deleted=all", "Txn?sort=-date"] {
            let other = try await scene.get("records/\(path)&cursor=\(next)")
            #expect(try other.findings["cursor"]?.contains("another question") == true)
        }
        for wrong in ["x", "\(next)x", "e30", "🙂"] {
            let answer = try await scene.get("records/Invoice?sort=-date&cursor=\(wrong)")
            #expect(answer.status == 422 || answer.status == 400, "\(answer.body)")
        }
    }

    @Test("sends only the elements that are asked for, in lists as well")
    func fields() async throws {
        let answer = try await Self.office().get(
            "records/Invoice?id=A-1&fields=TxnID,CustomerRef.FullName,InvoiceLineRet.Amount")
        #expect(
            answer.body.contains(
                #""record":{"TxnID":"A-1","CustomerRef":{"FullName":"Elm \"1\""},"#
                    + #""InvoiceLineRet":[{"Amount":"5.00"},{"Amount":"-7.50"}]}}"#), "\(answer.body)")
        let detail = try await Self.office().get("records/Invoice/A-1?fields=RefNumber")
        #expect(detail.body.hasSuffix(#""record":{"RefNumber":"1001"}}"#))
    }

    @Test("writes a record a line for those who read as they go, the cursor in the head")
    func lines() async throws {
        let answer = try await Self.office().get(
            "records/Invoice?limit=1", "Accept: application/x-ndjson\r\n")
        #expect(answer["Content-Type"] == "application/x-ndjson" && answer["Next-Cursor"] != nil)
        let lines = answer.body.split(separator: "\n")
        #expect(lines.count == 1 && answer.body.hasSuffix("}\n"))
        #expect(try API.Wire.decode(RecordEntry.self, from: Data(lines[0].utf8)).id == "A-1")
    }

    @Test("gives one record, also one that is deleted, and of a group by its ID")
    func one() async throws {
        let scene = try Self.office()
        let detail = try await scene.get("records/Invoice/A-1").word(RecordDetail.self)
        #expect(detail.id == "A-1" && detail.complete && detail.validUntil == nil && detail.at == nil)
        let gone = try await scene.get("records/Txn/A-3").word(RecordDetail.self)
        #expect(gone.isDeleted && gone.deletedAt != nil && gone.kind == "Invoice")
    }

    @Test("one record is found with three statements, in one transaction")
    func statements() async throws {
        let scene = try Self.office()
        let counter = Mutex<[String]>([])
        _ = try await scene.get("records/Invoice/A-1")
        try scene.database.readNow { snapshot in
            snapshot.database.trace { event in counter.withLock { $0.append("\(event)") } }
        }
        counter.withLock { $0 = [] }
        let answer = try await scene.get("records/Invoice/A-1")
        #expect(answer.status == 200)
        let statements = counter.withLock { $0 }
        #expect(statements.count { $0.hasPrefix("SELECT") } == 3, "\(statements)")
        #expect(statements.count { $0.hasPrefix("BEGIN") } == 1, "\(statements)")
    }

    private static func remembered() throws -> MirrorScene {
        let scene = try office()
        try scene.execute(
            """
            UPDATE record SET first_seen_at = '2026-11-10T00:00:00.000Z' WHERE id = 'A-1'
            """,
            """
            INSERT INTO record_version (connector_id, kind, id, changed_at, valid_until, name, json) VALUES
                (1, 'Invoice', 'A-1', '2026-11-16T00:00:00.250Z', '2026-11-20T10:01:00.500Z', '1001',
                    '{"TxnID":"A-1","Memo":"Monday"}'),
                (1, 'Invoice', 'A-1', '2026-11-14T00:00:00.000Z', '2026-11-16T00:00:00.250Z', '1001',
                    '{"TxnID":"A-1","Memo":"Saturday"}')
            """)
        return scene
    }

    @Test(
        "tells what a record looked like on Monday",
        arguments: [
            ("2026-11-16T12:00:00Z", "Monday"), ("2026-11-16T00:00:00Z", "Monday"),
            ("2026-11-15T23:59:59Z", "Saturday"), ("2026-11-16T01:30:00%2B02:00", "Saturday"),
            ("2026-11-20T10:01:00Z", "Elm"), ("2026-11-21", "Elm"),
        ])
    func past(at: String, text: String) async throws {
        let answer = try await Self.remembered().get("records/Invoice/A-1?at=\(at)")
        #expect(answer.status == 200 && answer.body.contains(text), "\(answer.body)")
        let detail = try answer.word(RecordDetail.self)
        #expect((detail.validUntil == nil) == (text == "Elm") && detail.at != nil)
    }

    @Test("refuses a moment that has not come yet, and takes now from a clock that is a little ahead")
    func future() async throws {
        let scene = try Self.remembered()
        let refused = try await scene.get("records/Invoice/A-1?at=2026-11-25")
        #expect(refused.status == 422 && refused.body.contains("What was asked lies in the future"))
        let ahead = Timestamp.text(MirrorScene.now.addingTimeInterval(20))
        #expect(try await scene.get("records/Invoice/A-1?at=\(ahead)").status == 200)
    }

    @Test("says how far it remembers where it does not, and what to do")
    func forgotten() async throws {
        let scene = try Self.remembered()
        let unseen = try await scene.get("records/Invoice/A-1?at=2026-11-09")
        #expect(unseen.status == 404 && unseen.body.contains("met Invoice 1001 on 2026-11-10T00:00:00Z"))
        let off = try await scene.get("records/Invoice/A-1?at=2026-11-12")
        #expect(off.status == 404 && off.body.contains("the history is off"))
        #expect(off.body.contains("only since 2026-11-14T00:00:00Z"))
        try scene.execute("UPDATE connector SET history = '90'")
        let short = try await scene.get("records/Invoice/A-1?at=2026-11-12")
        #expect(short.status == 404 && short.body.contains("kept for 90 days"))
        let deleted = try await scene.get("records/Invoice/A-3?at=2026-11-21").word(RecordDetail.self)
        #expect(deleted.isDeleted)
        let before = try await scene.get("records/Invoice/A-3?at=2026-11-20T11:00:00Z")
            .word(RecordDetail.self)
        #expect(!before.isDeleted)
    }

    @Test("tells of a record that was deleted and came back that it was not there meanwhile")
    func goneMeanwhile() async throws {
        let scene = try Self.remembered()
        try scene.execute("UPDATE record_version SET deleted_at = '2026-11-18T00:00:00.000Z' WHERE rowid = 1")
        let before = try await scene.get("records/Invoice/A-1?at=2026-11-17").word(RecordDetail.self)
        #expect(!before.isDeleted && before.deletedAt == nil)
        #expect(before.validUntil == Date(timeIntervalSince1970: 1_794_960_000))
        let meanwhile = try await scene.get("records/Invoice/A-1?at=2026-11-19").word(RecordDetail.self)
        #expect(meanwhile.isDeleted && meanwhile.deletedAt == before.validUntil)
        let page = try await scene.get("records/Invoice/A-1/versions").word(VersionPage.self)
        #expect(page.versions.map { $0.deletedAt == nil } == [true, false, true])
        #expect(page.versions[1].validUntil == before.validUntil)
        let gone = try await scene.get("records/Invoice/A-3/versions").word(VersionPage.self)
        #expect(gone.versions.map { $0.deletedAt != nil && $0.validUntil == $0.deletedAt } == [true])
    }

    @Test("lists what a record was, newest first, page by page")
    func versions() async throws {
        let scene = try Self.remembered()
        let all = try await scene.get("records/Invoice/A-1/versions")
        let page = try all.word(VersionPage.self)
        #expect(page.history == "off" && page.next == nil && page.versions.count == 3)
        #expect(page.versions.map { $0.validUntil == nil } == [true, false, false])
        let first = try #require(all.body.range(of: "Monday")?.lowerBound)
        let second = try #require(all.body.range(of: "Saturday")?.lowerBound)
        #expect(first < second)
        var path = "records/Invoice/A-1/versions?limit=1"
        var count = 0
        while true {
            let page = try await scene.get(path).word(VersionPage.self)
            count += page.versions.count
            guard let next = page.next else { break }
            path = "records/Invoice/A-1/versions?limit=1&cursor=\(next)"
        }
        #expect(count == 3)
    }
}
