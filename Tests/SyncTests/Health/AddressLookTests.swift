import FoundationEssentials
import Sync
import Testing
import WebConnector

@Suite("The daily look at the public address")
struct AddressLookTests {
    private let start = Date.noon
    private let url = "https://sync.example.com"

    private func look(minutesAgo: Double, at now: Date, failingFor minutes: Double? = nil) -> AddressLook {
        let at = now.addingTimeInterval(-minutesAgo * 60)
        return AddressLook(
            url: url, at: at, failingSince: minutes.map { now.addingTimeInterval(-$0 * 60) },
            failure: minutes.map { _ in "It fails." }, expiry: nil)
    }

    private func isDue(
        _ last: AddressLook?, remembered: Bool = false, url: String? = nil, seed: UInt64 = 0,
        afterStart minutes: Double
    ) -> Bool {
        AddressLook.isDue(
            last: last, isRemembered: remembered, url: url ?? self.url, start: start, seed: seed,
            now: start.addingTimeInterval(minutes * 60))
    }

    @Test("comes some minutes after a start, by the seed, also where the last one is only remembered")
    func first() {
        #expect(!isDue(nil, afterStart: 1))
        #expect(isDue(nil, afterStart: 2))
        #expect(!isDue(nil, seed: 599, afterStart: 11))
        #expect(isDue(nil, seed: 599, afterStart: 12))
        let told = look(minutesAgo: 60, at: start, failingFor: 90)
        #expect(!isDue(told, remembered: true, afterStart: 1) && isDue(told, remembered: true, afterStart: 2))
    }

    @Test("comes once a day at the seed's time")
    func daily() {
        // Six in the evening, and a seed of seven.
        let last = look(minutesAgo: 0, at: start)
        #expect(!isDue(last, seed: 19 * 3600, afterStart: 59))
        #expect(isDue(last, seed: 19 * 3600, afterStart: 60))
        let after = look(minutesAgo: 0, at: start.addingTimeInterval(61 * 60))
        #expect(!isDue(after, seed: 19 * 3600, afterStart: 23 * 60))
        #expect(isDue(after, seed: 19 * 3600, afterStart: 25 * 60))
    }

    @Test("comes again after ten minutes while it fails, then less often, and at once for a new address")
    func failing() {
        let now = start.addingTimeInterval(600 * 60)
        #expect(!isDue(look(minutesAgo: 9, at: now, failingFor: 9), seed: 1, afterStart: 600))
        #expect(isDue(look(minutesAgo: 10, at: now, failingFor: 10), seed: 1, afterStart: 600))
        #expect(!isDue(look(minutesAgo: 50, at: now, failingFor: 600), seed: 1, afterStart: 600))
        #expect(isDue(look(minutesAgo: 60, at: now, failingFor: 600), seed: 1, afterStart: 600))
        #expect(isDue(look(minutesAgo: 1, at: now), url: "https://new.example.com", afterStart: 600))
    }

    @Test("keeps since when it fails, tells each failure, and leaves an expired certificate to its condition")
    func failures() throws {
        let target = PreflightTarget.addressFindings(
            appURL: "http://sync.example.com/qbwc", appSupport: "http://sync.example.com/support")
        let first = AddressLook(url: url, at: start, findings: target, expiry: nil, before: nil)
        let later = start.addingTimeInterval(3600)
        let second = AddressLook(url: url, at: later, findings: target, expiry: nil, before: first)
        #expect(second.failingSince == start && second.failures.first?.contains("QBWC1010") == true)
        let expired = CertificateSight(
            host: "sync.example.com", names: ["sync.example.com"], issuer: "CA", sent: 2, trust: .trusted,
            validFrom: start.addingTimeInterval(-90_000), validUntil: start.addingTimeInterval(-1)
        ).findings(now: start)
        #expect(expired.contains { $0.step == .expiry && $0.outcome == .failure })
        let third = AddressLook(url: url, at: later, findings: expired, expiry: start, before: second)
        #expect(third.failingSince == nil && third.failures.isEmpty)
    }

    @Test("a hiccup is not told; what lasts for a quarter of an hour is, with what was seen")
    func told() throws {
        var scene = HealthScene()
        scene.installation.address = AddressLook(
            url: url, at: scene.ago(1), failingSince: scene.ago(14), failure: "It fails.", expiry: nil)
        #expect(!scene.conditions.contains(.addressUnreachable))
        let longer = scene.ago(15)
        scene.installation.address?.failingSince = longer
        #expect(scene.conditions.contains(.addressUnreachable))
        #expect(scene.seen(.addressUnreachable) == "It fails.")
    }

    @Test("our own certificate and the one seen outside are one condition, of whichever ends first")
    func oneCondition() throws {
        var scene = HealthScene()
        func days(_ count: Double) -> Date { scene.now.addingTimeInterval(count * 86_400) }
        scene.installation.certificate = CertificateTerm(path: "/etc/own.pem", expiry: days(20.5))
        scene.installation.address = AddressLook(
            url: url, at: scene.now, failingSince: nil, failure: nil, expiry: days(10.5))
        var told = scene.findings.filter { $0.condition == .certificateExpires }
        #expect(told.count == 1 && told.first?.sentence.contains(url) == true)
        #expect(told.first?.sentence.contains("10 days") == true)
        let far = days(90)
        scene.installation.address?.expiry = far
        told = scene.findings.filter { $0.condition == .certificateExpires }
        #expect(told.count == 1 && told.first?.sentence.contains("/etc/own.pem") == true)
        scene.installation.certificate = nil
        #expect(!scene.conditions.contains(.certificateExpires))
    }
}
