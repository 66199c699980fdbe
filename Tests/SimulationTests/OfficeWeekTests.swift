import Offices
import Testing

@Suite("An office week")
struct OfficeWeekTests {
    @Test(
        "ends with a mirror that equals the company file or says why not, whatever happened in it",
        arguments: 1...8 as ClosedRange<UInt64>)
    func equal(seed: UInt64) async throws {
        let findings = try await aside {
            var week = try OfficeWeek(seed: seed)
            return try week.live()
        }
        #expect(findings.isEmpty, "seed \(seed): make weeks FIRST=\(seed) WEEKS=1")
    }
}
