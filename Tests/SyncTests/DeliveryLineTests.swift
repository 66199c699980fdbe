import FoundationEssentials
import Sync
import Testing

/// When an event is tried again, walked with a clock of its own.
@Suite("A webhook's line")
struct DeliveryLineTests {
    private static let start = Date(timeIntervalSince1970: 1_790_000_000)

    /// Fails as long as the receiver does, and tells the seconds after the start at which it was tried.
    private func walk(
        from line: DeliveryLine = DeliveryLine(), jitter: Double = 0.5, tries: Int = .max,
        until isOver: (DeliveryVerdict) -> Bool
    ) -> (seconds: [Double], line: DeliveryLine, last: DeliveryVerdict?) {
        var (line, now, seconds): (DeliveryLine, Date, [Double]) = (line, Self.start, [])
        var last: DeliveryVerdict?
        while seconds.count < tries {
            seconds.append(now.timeIntervalSince(Self.start))
            let verdict = line.note(.refused, at: now, jitter: jitter)
            last = verdict
            if isOver(verdict) { break }
            // The next event goes at once.
            if case .retry(let date) = verdict { now = date }
        }
        return (seconds, line, last)
    }

    @Test("tries an event 13 times within a day, with growing gaps, and then gives it up")
    func oneDay() {
        let (seconds, line, last) = walk { $0 == .givenUp }
        let gaps = zip(seconds.dropFirst(), seconds).map { ($0 - $1).rounded() }
        #expect(
            gaps == [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 14_400, 14_400, 14_400, 14_400])
        #expect(last == .givenUp && line.attempts == 0 && line.failures == 13)
        #expect(line.failingSince == Self.start)
        #expect(seconds.last.map { (23.0...25.0).contains($0 / 3600) } == true)
    }

    @Test("moves each gap by a tenth at most, so that receivers are not called all at once")
    func jitter() {
        let early = walk(jitter: 0) { $0 == .givenUp }.seconds
        let late = walk(jitter: 1) { $0 == .givenUp }.seconds
        #expect(abs(early[1] - 4.5) < 0.01 && abs(late[1] - 5.5) < 0.01)
        #expect(early.last ?? 0 > 0.89 * 85_355 && late.last ?? 0 < 1.11 * 85_355)
    }

    @Test("switches the webhook off after three days without any success, and keeps its event")
    func threeDays() {
        let (seconds, line, last) = walk { $0 == .disabled(.failing) }
        #expect(last == .disabled(.failing))
        #expect((72.0...76.5).contains((seconds.last ?? 0) / 3600), "\(seconds.count)")
        #expect(line.attempts > 0, "it was given up neither before nor now")
    }

    @Test("takes a daemon that was off for a week for no failure of the receiver")
    func daemonOff() {
        let (_, line, _) = walk(tries: 3) { _ in false }
        var back = line
        let verdict = back.note(.refused, at: Self.start.addingTimeInterval(7 * 86_400), jitter: 0.5)
        #expect(verdict == .retry(at: Self.start.addingTimeInterval(7 * 86_400 + 600)))
    }

    @Test("forgets all failures with one success")
    func success() {
        var line = DeliveryLine(attempts: 4, failures: 30, failingSince: Self.start)
        #expect(line.note(.taken, at: Self.start, jitter: 0) == .delivered)
        #expect(line == DeliveryLine())
    }

    @Test("is switched off at once by a receiver that says that it is gone")
    func gone() {
        var line = DeliveryLine()
        #expect(line.note(.gone, at: Self.start, jitter: 0) == .disabled(.gone))
    }
}

@Suite("The address of a receiver")
struct ReceiverAddressTests {
    @Test(
        "is taken with https, and with http on this machine",
        arguments: [
            "https://example.com/hooks?x=1", "https://hooks.example.com:8443", "http://localhost:9000/a",
            "http://127.0.0.1:9000/", "http://127.9.8.7/x", "http://[::1]:9000/x", "HTTPS://example.com/",
        ])
    func taken(_ text: String) throws {
        #expect(try ReceiverAddress(parsing: text).text == text)
    }

    @Test(
        "is refused where company data would go unencrypted, with the host and the way out",
        arguments: [
            "http://example.com/", "http://127.0.0.1.example.com/", "http://localhost.example.com/",
            "http://10.0.0.1/", "http://128.0.0.1/", "http://127.0.0/", "http://127.0.0.256/",
            "http://[::2]/",
        ])
    func unencrypted(_ text: String) throws {
        do {
            _ = try ReceiverAddress(parsing: text)
            Issue.record("\(text) was taken")
        } catch {
            guard case .notEncrypted(let host) = error else {
                Issue.record("\(text): \(error)")
                return
            }
            #expect(text.contains(host) && error.sentence.contains("use https"))
        }
    }

    @Test("is refused when it is none, or holds a password or a fragment")
    func refused() {
        for text in ["", "example.com", "ftp://example.com/", "https://", "https://exa mple.com/"] {
            #expect(throws: ReceiverAddressError.noAddress, "\(text)") { try ReceiverAddress(parsing: text) }
        }
        for port in [0, 99_999] {
            #expect(throws: ReceiverAddressError.port(port)) {
                try ReceiverAddress(parsing: "http://localhost:\(port)/")
            }
        }
        #expect(throws: ReceiverAddressError.password) {
            try ReceiverAddress(parsing: "https://ann:secret@example.com/")
        }
        #expect(throws: ReceiverAddressError.fragment) {
            try ReceiverAddress(parsing: "https://example.com/#part")
        }
    }
}

@Suite("A filter of kinds")
struct KindFilterTests {
    @Test("takes kinds by name and by their beginning, and without any pattern all")
    func takes() {
        let filter = KindFilter(patterns: ["request.failed", "source.", "source."])
        #expect(filter.patterns == ["request.failed", "source."])
        #expect(filter.takes("request.failed") && filter.takes("source.stopped"))
        #expect(!filter.takes("request.failed.twice") && !filter.takes("request.sent"))
        #expect(!filter.takes("resource.x"))
        #expect(KindFilter.all.takes("anything.new"))
        #expect(KindFilter(stored: filter.stored) == filter && KindFilter.all.stored == nil)
    }

    @Test("names the patterns that fit nothing there is")
    func strangers() {
        let filter = KindFilter(patterns: ["request.", "request", "requst.failed", "a.b"])
        #expect(filter.strangers(among: ["request.failed", "a.b"]) == ["request", "requst.failed"])
    }
}
