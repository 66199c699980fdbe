package import FoundationEssentials
package import WebConnector

/// How the public address looked when somebody last looked at it as a Web Connector would.
package struct AddressLook: Equatable, Sendable {
    package var url: String
    package var at: Date
    /// Since when it has failed; nil while it does not.
    package var failingSince: Date?
    /// What a Web Connector would stumble over, in sentences.
    package var failures: [String]
    package var fix: String?
    /// Until when the certificate is valid that was shown there.
    package var expiry: Date?

    /// - Parameter before: the look before this one, at whatever address.
    package init(
        url: String, at now: Date, findings: [PreflightFinding], expiry: Date?, before: AddressLook?
    ) {
        // That a certificate has expired is a condition of its own.
        let failures = findings.filter { $0.outcome == .failure && $0.step != .expiry }
        self.url = url
        at = now
        self.expiry = expiry
        self.failures = failures.map { failure in
            failure.code.map { "\(failure.sentence) (\($0).)" } ?? failure.sentence
        }
        fix = failures.first?.fix
        if !failures.isEmpty { failingSince = before?.url == url ? before?.failingSince ?? now : now }
    }

    /// What a daemon that was started anew remembers by what it told of it, until it looks itself.
    package init(url: String, at: Date, failingSince: Date?, failure: String?, expiry: Date?) {
        self.url = url
        self.at = at
        self.failingSince = failingSince
        failures = failure.map { [$0] } ?? []
        self.expiry = expiry
    }

    /// When to look at one's own address: once a day at a time that differs from installation to
    /// installation; soon after the start; more often while it fails, so that a repair is seen.
    ///
    /// - Parameters:
    ///   - seed: the same for one installation at each start.
    ///   - isRemembered: the last look was made before the start.
    package static func isDue(
        last: AddressLook?, isRemembered: Bool, url: String, start: Date, seed: UInt64, now: Date
    ) -> Bool {
        // A clock that was set back must not put it off for ever.
        guard let last, !isRemembered, last.at <= now else {
            return now >= start.addingTimeInterval(Double(120 + seed % 600))
        }
        guard last.url == url else { return true }
        let passed = now.timeIntervalSince(last.at)
        if let since = last.failingSince {
            // After ten minutes, and then half as often each time, down to once an hour.
            return passed >= min(3600, max(600, last.at.timeIntervalSince(since)))
        }
        return passed >= day || moments(until: now, seed) > moments(until: last.at, seed)
    }

    private static let day = 86_400.0

    /// How often the daily moment has come by then.
    private static func moments(until instant: Date, _ seed: UInt64) -> Int {
        Int(((instant.timeIntervalSince1970 - Double(seed % 86_400)) / day).rounded(.down))
    }
}
