import Offices
import Testing

/// One after the other, since each keeps a processor busy for seconds.
@Suite("A life of writes", .serialized)
struct WriteLifeTests {
    private static let step = WriteLife.everyOneThatPutsBack

    @Test(
        "applies each request once or not at all, and as it is told, whatever breaks",
        arguments: (1...155 as ClosedRange<UInt64>).filter { !$0.isMultiple(of: step) })
    func exactlyOnce(seed: UInt64) async throws {
        let findings = try await aside {
            var life = try WriteLife(seed: seed)
            try life.live(conversations: 40)
            return life.findings
        }
        #expect(findings.isEmpty, "seed \(seed): make sim FIRST=\(seed) CONVERSATIONS=40")
    }

    @Test(
        "applies each request once or not at all, also when the daemon's database is put back to a copy",
        arguments: (1...30 as ClosedRange<UInt64>).map { $0 * step })
    func restored(seed: UInt64) async throws {
        let findings = try await aside {
            var life = try WriteLife(seed: seed)
            try life.live(conversations: 40)
            return life.findings
        }
        #expect(findings.isEmpty, "seed \(seed): make sim FIRST=\(seed) CONVERSATIONS=40")
    }
}
