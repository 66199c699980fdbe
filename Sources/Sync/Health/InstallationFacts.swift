package import FoundationEssentials
import WebConnector

/// What the shell saw of the machine and of itself.
package struct InstallationFacts: Equatable, Sendable {
    package var disk: DiskRoom?
    /// Why the database could not be used, the last time that it could not.
    package var databaseFault: Trouble?
    package var certificate: CertificateTerm?
    package var files: OpenFiles?
    package var clockJump: ClockJump?
    package var journalFault: Trouble?
    /// The latest time that the database was put back to a copy; nil if it never was.
    package var restored: RestoredDatabase?
    /// Nil before the first look, and where the address is this machine's own.
    package var address: AddressLook?

    package init(
        disk: DiskRoom? = nil, databaseFault: Trouble? = nil, certificate: CertificateTerm? = nil,
        files: OpenFiles? = nil, clockJump: ClockJump? = nil, journalFault: Trouble? = nil,
        restored: RestoredDatabase? = nil,
        address: AddressLook? = nil
    ) {
        self.disk = disk
        self.databaseFault = databaseFault
        self.certificate = certificate
        self.files = files
        self.clockJump = clockJump
        self.journalFault = journalFault
        self.restored = restored
        self.address = address
    }

    /// Of our own certificate and of the one that is seen at the public address, the one that ends first:
    /// behind a proxy there is only the latter, and without one they are the same.
    package var firstToExpire: CertificateTerm? {
        let seen = address.flatMap { look in
            look.expiry.map { CertificateTerm(path: "at \(look.url)", expiry: $0) }
        }
        return [certificate, seen].compactMap { $0 }.min { $0.expiry < $1.expiry }
    }

    /// Something that failed, in the words of whatever failed.
    package struct Trouble: Equatable, Sendable {
        package var since: Date
        package var lastAt: Date
        package var sentence: String

        package init(since: Date, lastAt: Date, sentence: String) {
            self.since = since
            self.lastAt = lastAt
            self.sentence = sentence
        }
    }
}

/// The disk on which the database lies.
package struct DiskRoom: Equatable, Sendable {
    package var path: String
    package var freeBytes: Int
    package var totalBytes: Int
    /// Since when it has been short of room; nil while it is not.
    package var shortSince: Date?

    package init(path: String, freeBytes: Int, totalBytes: Int, shortSince: Date? = nil) {
        self.path = path
        self.freeBytes = freeBytes
        self.totalBytes = totalBytes
        self.shortSince = shortSince
    }

    /// A gigabyte, or a twentieth of a disk that is smaller than twenty; and whatever is too little to begin.
    package var isShort: Bool { isSpent || freeBytes < min(1 << 30, totalBytes / 20) }

    /// Too little to begin a conversation with: what QuickBooks answers could not be kept.
    package var isSpent: Bool { freeBytes < Self.leastBytes }

    package static let leastBytes = 64 << 20
}

package struct CertificateTerm: Equatable, Sendable {
    package var path: String
    package var expiry: Date

    package init(path: String, expiry: Date) {
        self.path = path
        self.expiry = expiry
    }

    /// Days before its end from which on it is told, ours as well as one that is seen outside.
    package static let days = CertificateSight.warningDays
}

package struct OpenFiles: Equatable, Sendable {
    package var used: Int
    package var limit: Int
    package var shortSince: Date?

    package init(used: Int, limit: Int, shortSince: Date? = nil) {
        self.used = used
        self.limit = limit
        self.shortSince = shortSince
    }

    package var isShort: Bool { used * 10 >= limit * 9 }
}

/// The time of day moved otherwise than time passed.
package struct ClockJump: Equatable, Sendable {
    /// Forwards, or negative.
    package var seconds: Int
    package var at: Date

    package init(seconds: Int, at: Date) {
        self.seconds = seconds
        self.at = at
    }

    /// It is told for a day.
    package static let memory = 86_400.0
}

/// The database was put back to an older copy of itself.
package struct RestoredDatabase: Equatable, Sendable {
    package var restoredAt: Date
    /// As of when the copy was.
    package var copiedAt: Date
    /// Requests that may have been sent in between, and were not looked for yet.
    package var inDoubt: Int

    package init(restoredAt: Date, copiedAt: Date, inDoubt: Int) {
        self.restoredAt = restoredAt
        self.copiedAt = copiedAt
        self.inDoubt = inDoubt
    }

    /// It is told for a day, and for as long as requests are in doubt.
    package static let memory = 86_400.0
}
