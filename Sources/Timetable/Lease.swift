package import Foundation

/// Another connector's open conversation on the same workstation: QuickBooks opens one company file at a
/// time.
package struct Lease: Equatable, Sendable {
    package var workstation: String
    /// Who holds it.
    package var connector: String
    package var since: Date
    package var lastCall: Date

    package init(workstation: String, connector: String, since: Date, lastCall: Date) {
        self.workstation = workstation
        self.connector = connector
        self.since = since
        self.lastCall = lastCall
    }
}

/// Another connector of the same workstation that was told to wait and has not been served yet.
package struct Rival: Equatable, Sendable {
    package var connector: String
    package var waitingSince: Date
    package var lastContact: Date
    package var pollSeconds: Int

    package init(connector: String, waitingSince: Date, lastContact: Date, pollSeconds: Int) {
        self.connector = connector
        self.waitingSince = waitingSince
        self.lastContact = lastContact
        self.pollSeconds = pollSeconds
    }

    /// Seconds beyond two poll intervals for which a silent rival still counts: the Web Connector's timer
    /// restarts at the end of the last run and its applications take turns, so a check-in comes late rather
    /// than early.
    package static let margin = 60

    /// From this instant on nobody gives way to the rival, unless it checks in before.
    package var countsUntil: Date {
        lastContact.addingTimeInterval(Double(2 * pollSeconds + Self.margin))
    }

    package func isAlive(at now: Date) -> Bool { now < countsUntil }
}
