import FoundationEssentials
import Testing

@testable import Daemon
@testable import Store

@Suite("The journal as a witness of the audit trail")
struct AuditWitnessTests {
    private static let day = 86_400.0

    @Test("is told the last line at the first look, then once a day, and again when the clock went back")
    func daily() async throws {
        let scene = try MirrorScene()
        let told = ToldLines()
        let journal = Journal(logger: told.logger)
        var witness = AuditWitness()
        func look(_ seconds: Double) async throws {
            try await witness.tell(
                scene.database, journal, now: MirrorScene.now.addingTimeInterval(seconds))
        }
        for seconds in [0, 60, Self.day - 1] { try await look(seconds) }
        let head = try #require(try scene.database.readNow { try $0.auditHead() })
        #expect(told.lines == ["The audit trail ends with line \(head.number): \(head)"])
        try await look(Self.day)
        #expect(told.lines.count == 2)
        try await look(Self.day - 60)
        #expect(told.lines.count == 3)
    }

    @Test("is told nothing of a trail without a line")
    func empty() async throws {
        let told = ToldLines()
        var witness = AuditWitness()
        try await witness.tell(.inMemory(), Journal(logger: told.logger), now: MirrorScene.now)
        #expect(told.lines.isEmpty)
    }
}
