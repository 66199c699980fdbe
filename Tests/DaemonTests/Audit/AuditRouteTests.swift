import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("Routes of the audit trail", .timeLimit(.minutes(10)))
struct AuditRouteTests {
    private func get(_ scene: MirrorScene, _ path: String) async throws -> WireAnswer {
        try await scene.run { try await $0.get("/v1/audit\(path)") }
    }

    private func tamper(_ scene: MirrorScene, _ statement: String) throws {
        try scene.execute(
            "DROP TRIGGER audit_stays_as_it_is", "DROP TRIGGER audit_stays", statement)
    }

    @Test("who did what is listed, narrowed and paged")
    func list() async throws {
        let scene = try MirrorScene()
        for path in ["pause", "resume"] {
            _ = try await scene.run { try await $0.post("/v1/connectors/acme/\(path)", "{}") }
        }
        let page = try await get(scene, "?limit=2").word(AuditPage.self)
        #expect(page.lines.map(\.action) == ["resume", "pause"] && page.next == 3)
        #expect(page.lines[0].uid == Int(getuid()) && page.lines[0].connector == "acme")
        #expect(page.lines[0].hash.count == 64)
        let rest = try await get(scene, "?before=3&connector=acme").word(AuditPage.self)
        #expect(rest.lines.map(\.action) == ["add user", "create connector"] && rest.next == nil)
        #expect(try await get(scene, "?since=2100-01-01").word(AuditPage.self).lines.isEmpty)
        #expect(try await get(scene, "?connector=acne").status == 404)
        #expect(try await get(scene, "?since=soon&limit=0").findings.keys.sorted() == ["limit", "since"])
    }

    @Test("an intact trail gives its head, which still stands when more was done")
    func intact() async throws {
        let scene = try MirrorScene()
        let before = try await get(scene, "/verification").word(AuditVerification.self)
        #expect(before.isIntact && before.lines == 2 && before.fault == nil && before.expectedFound == nil)
        let head = try #require(before.head)
        _ = try await scene.run { try await $0.post("/v1/connectors/acme/pause", "{}") }
        let after = try await get(scene, "/verification?expect=\(head)").word(AuditVerification.self)
        #expect(after.isIntact && after.expectedFound == true && after.lines == 3)
        #expect(after.sentence.contains("line 2 is the one that was written down"))
        #expect(try await get(scene, "/verification?expect=1:abc").status == 422)
    }

    @Test("a changed line is named with its number, time and action")
    func changed() async throws {
        let scene = try MirrorScene()
        _ = try await scene.run { try await $0.post("/v1/connectors/acme/pause", "{}") }
        try tamper(scene, "UPDATE audit SET who = 'eve' WHERE number = 3")
        let verdict = try await get(scene, "/verification").word(AuditVerification.self)
        #expect(!verdict.isIntact && verdict.lines == 2)
        #expect(verdict.fault?.number == 3 && verdict.fault?.action == "pause")
        #expect(verdict.sentence.contains("Line 3 (pause, 20"), "\(verdict.sentence)")
    }

    @Test("a trail that was cut at its end does not hold the line that was written down")
    func cut() async throws {
        let scene = try MirrorScene()
        _ = try await scene.run { try await $0.post("/v1/connectors/acme/pause", "{}") }
        let verification = try await get(scene, "/verification").word(AuditVerification.self)
        let head = try #require(verification.head)
        try tamper(scene, "DELETE FROM audit WHERE number = 3")
        let verdict = try await get(scene, "/verification?expect=\(head)").word(AuditVerification.self)
        #expect(!verdict.isIntact && verdict.expectedFound == false && verdict.fault == nil)
        #expect(verdict.sentence.contains("the last one is 2"), "\(verdict.sentence)")
        #expect(
            verdict.fix?.contains("audit trail ends") == true && verdict.fix?.contains("restore") == false)
    }

    @Test("a restore in the trail is told as what took a later line away, and not of an earlier one")
    func restored() async throws {
        let scene = try MirrorScene()
        try await scene.database.transact {
            try $0.audit(
                Author(name: "root", uid: 0), .restore, subject: "copy.sqlite",
                at: Date(timeIntervalSince1970: 1_795_269_900))
        }
        let hash = String(repeating: "0", count: 64)
        let later = try await get(scene, "/verification?expect=7:\(hash)").word(AuditVerification.self)
        #expect(!later.isIntact)
        #expect(later.fix?.hasPrefix("Line 3 is a restore of 2026-11-21T14:05:00Z") == true, "\(later)")
        let earlier = try await get(scene, "/verification?expect=2:\(hash)").word(AuditVerification.self)
        #expect(earlier.fix?.contains("is a restore of") == false)
        #expect(try await get(scene, "/verification").word(AuditVerification.self).fix == nil)
    }
}
