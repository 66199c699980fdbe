import Testing

@testable import QBXML

@Suite("The pattern of a type")
struct ValuePatternTests {
    private static let typed = ValueType.allCases.filter { $0.pattern != nil }

    private static let samples = [
        "", "0", "1", "-1", "+1", "--1", "12", "1234567890", "12345678901", "1234567890123", "12345678901234",
        "1.", ".5", ".", "-", "1.5", "1.50", "-12.50", "+1.00", "1.505", "1.12345", "1.123456", "1e5", "1 ",
        " 1", "1,5", "7%", "{6B063959-81B0-4622-85D6-F548C8CCB517}", "6B063959-81B0-4622-85D6-F548C8CCB517",
        "{6b063959-81b0-4622-85d6-f548c8ccb517}", "{6B063959-81B0-4622-85D6-F548C8CCB51}", "PT", "PT1H",
        "PT1H30M0S", "PT30M1H", "-PT5S", "PT1", "P1D", "PTH", "2026-11-27", "2026-1-7", "2026-13-01",
        "2026-12-00", "2026-11-27T", "2026-11-27T14", "2026-11-27T14:30", "2026-11-27T14:30:00",
        "2026-11-27T14:30:00-05:00", "2026-11-27T14:30-05:00", "2026-11-27T14:30:00Z", "2026-11-27 14:30",
        "2026-11-27T14:30:00-05:00x", "true", "x",
    ]

    @Test("takes what the check takes, but for days and times that do not exist", arguments: typed)
    func agreement(_ type: ValueType) throws {
        let pattern = try Regex(#require(type.pattern))
        for sample in Self.samples {
            let matches = sample.contains(pattern)
            guard !sample.isEmpty else {
                #expect(matches == (type.objectionToNothing == nil))
                continue
            }
            let verdict = type.verdict(on: Array(sample.utf8)[...])
            #expect(matches == (verdict != .wrong), "\(type.rawValue): \(sample) is \(verdict)")
        }
    }

    @Test("leaves days that a month lacks to the check")
    func days() throws {
        let pattern = try Regex(#require(ValueType.date.pattern))
        #expect("2026-02-30".contains(pattern))
        #expect(ValueType.date.verdict(on: Array("2026-02-30".utf8)[...]) == .wrong)
    }
}
