import Offices
import Testing

/// One after the other: they keep a processor busy for minutes, and tests that wait for a socket share the
/// same few threads.
@Suite("A life of writes", .serialized)
struct WriteLifeTests {
    @Test(
        "applies each request once or not at all, and as it is told, whatever breaks",
        arguments: 1...61 as ClosedRange<UInt64>)
    func exactlyOnce(seed: UInt64) throws {
        var life = try WriteLife(seed: seed)
        try life.live(conversations: 40)
        #expect(life.findings.isEmpty, "seed \(seed): make sim FIRST=\(seed) CONVERSATIONS=40")
    }
}
