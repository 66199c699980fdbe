import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("Conditions over the API", .timeLimit(.minutes(10)))
struct ConditionRouteTests {
    @Test("are the same in /v1/conditions, in the grid and with their connector")
    func sameEverywhere() async throws {
        let scene = try MirrorScene()
        let found = try await scene.run { api in
            (
                try await api.get("/v1/conditions"), try await api.get("/v1/status"),
                try await api.get("/v1/connectors/acme/status"),
                try await api.get("/v1/conditions?connector=acme&past=5")
            )
        }
        let report = try found.0.word(ConditionReport.self)
        #expect(report.conditions.map(\.code) == ["never-checked-in"])
        let condition = try #require(report.conditions.first)
        #expect(condition.evidence.first?.seen == "The connector was made.")
        #expect(condition.evidence.first?.at == MirrorScene.now)
        #expect(condition.mover == "the person at the workstation" && condition.severity == "notice")
        #expect(try found.1.word(StatusReport.self).connectors.first?.conditions == report.conditions)
        #expect(try found.2.word(ConnectorStatus.self).conditions == report.conditions)
        #expect(try found.2.word(ConnectorStatus.self).sentence == condition.sentence)
        #expect(try found.3.word(ConditionReport.self).past == [])
    }

    @Test("a name that is none and a parameter that is none are refused")
    func refused() async throws {
        let scene = try MirrorScene()
        let (unknown, wrong) = try await scene.run { api in
            (try await api.get("/v1/conditions?connector=acm"), try await api.get("/v1/conditions?pst=3"))
        }
        #expect(unknown.status == 404 && unknown.body.contains("acme"))
        #expect(wrong.status == 400 || wrong.status == 422)
        #expect(try wrong.findings.keys.contains("pst"))
    }
}
