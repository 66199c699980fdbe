import Testing
import Timetable

@Suite("Span")
struct SpanTests {
    @Test(
        "a number with a unit is read",
        arguments: [
            ("2h", 7200), ("90m", 5400), ("5min", 300), ("300s", 300), ("1d", 86_400), ("1h30m", 5400),
            ("1h 30m", 5400), ("2 hours", 7200), ("1 day", 86_400), (" 15 Minutes ", 900), ("0s", 0),
            ("366d", 31_622_400),
            ("1d1h1m1s", 90_061),
        ])
    func read(text: String, seconds: Int) throws {
        #expect(try Span(parsing: text).seconds == seconds)
    }

    @Test(
        "anything else is refused as what it is",
        arguments: [
            ("", SpanError.empty), ("   ", .empty), ("2", .noUnit("2")), ("h", .noNumber("h")),
            ("2h30", .noUnit("30")),
            ("-2h", .noNumber("-2h")), ("2.5h", .unknownUnit(".")),
            ("2 fortnights", .unknownUnit("fortnights")),
            ("30m1h", .order("30m1h")), ("1h1h", .order("1h1h")), ("367d", .tooLong("367d")),
            ("99999999999999999999s", .tooLong("99999999999999999999s")), ("٣h", .noNumber("٣h")),
        ])
    func refused(text: String, error: SpanError) {
        #expect(throws: error) { try Span(parsing: text) }
    }

    @Test(
        "what is written is read as the same span",
        arguments: [0, 1, 59, 60, 90, 300, 3600, 5400, 7200, 86_400, 90_000])
    func roundTrip(seconds: Int) throws {
        let span = Span(seconds: seconds)
        #expect(try Span(parsing: span.description) == span)
        #expect(try Span(parsing: span.words) == span)
    }

    @Test(
        "a span is written in its greatest whole unit",
        arguments: [
            (7200, "2h", "2 hours"), (5400, "90m", "90 minutes"), (60, "1m", "1 minute"),
            (86_400, "1d", "1 day"),
            (61, "61s", "61 seconds"), (0, "0s", "0 seconds"),
        ])
    func written(seconds: Int, short: String, words: String) {
        #expect(Span(seconds: seconds).description == short)
        #expect(Span(seconds: seconds).words == words)
    }

    @Test(
        "every refusal tells the expected form",
        arguments: [
            SpanError.empty, .noNumber("x"), .noUnit("2"), .unknownUnit("x"), .order("x"), .tooLong("x"),
        ])
    func sentences(error: SpanError) {
        #expect(error.sentence.hasSuffix("Write a number with its unit, like 2h, 90m, 300s or 1d."))
    }
}
