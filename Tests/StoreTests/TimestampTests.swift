import Foundation
import Testing

@testable import Store

@Suite struct TimestampTests {
    @Test(
        "a time is written as ISO 8601 in UTC with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_790_000_000.123, "2026-09-21T14:13:20.123Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.000Z"),
            (-62_167_219_200, "0000-01-01T00:00:00.000Z"), (4_102_444_799.9994, "2099-12-31T23:59:59.999Z"),
            (4_102_444_799.9996, "2100-01-01T00:00:00.000Z"),
        ])
    func writing(seconds: Double, text: String) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test("each day of four centuries is written as Foundation writes it, and reads back as the same instant")
    func days() throws {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        for day in stride(from: -50_000, to: 100_000, by: 1) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + Double(day & 0xffff) + 0.25)
            let text = Timestamp.text(date)
            if day % 50 == 0 { #expect(text == formatter.string(from: date)) }
            #expect(read(text) == date)
        }
    }

    @Test("a time that was read back is written as the same text, whatever its milliseconds")
    func milliseconds() throws {
        for millisecond in 0..<1000 {
            let date = Date(timeIntervalSince1970: 1_790_000_000 + Double(millisecond) / 1000)
            let text = Timestamp.text(date)
            let again = try #require(read(text))
            #expect(Timestamp.text(again) == text)
        }
    }

    @Test("a time beyond four digits of a year becomes the nearest that can be written")
    func bounds() {
        #expect(Timestamp.text(.distantFuture.addingTimeInterval(1e15)) == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp.text(Date(timeIntervalSince1970: -1e15)) == "0000-01-01T00:00:00.000Z")
    }

    @Test(
        "what is not of the form is no time",
        arguments: [
            "", "2026-09-21", "2026-09-21 14:13:20.123Z", "2026-09-21T14:13:20.123+",
            "x026-09-21T14:13:20.123Z",
        ])
    func refused(text: String) {
        #expect(read(text) == nil)
    }

    private func read(_ text: String) -> Date? {
        var text = text
        return text.withUTF8 { Timestamp.read($0) }
    }
}
