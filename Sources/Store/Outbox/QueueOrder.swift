package import FoundationEssentials
package import QBXML
package import Sync

/// One request as it is queued: checked, in canonical form, and with everything that is fixed at birth.
package struct QueuedRequest: Equatable, Sendable {
    /// `req_` and 32 hexadecimal digits.
    package var id: String
    package var title: String
    package var body: [UInt8]
    package var subject: RequestSubject
    package var needs: Version
    /// A digest of what is added, without the GUID that is put into it; nil for all else.
    package var content: String?
    /// Values that earlier requests give; by index for those of the same call (`#0`).
    package var links: [DraftLink] = []
    /// Requests of one call that are tied by macros have the same number.
    package var bundle: Int?

    package init(
        id: String, title: String, body: [UInt8], subject: RequestSubject, needs: Version,
        content: String? = nil, bundle: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.body = body
        self.subject = subject
        self.needs = needs
        self.content = content
        self.bundle = bundle
    }
}

/// One call that queues requests.
package struct QueueOrder: Equatable, Sendable {
    package var requests: [QueuedRequest]
    /// `Idempotency-Key`, and the digest of the body and the options that came with it.
    package var key: String?
    package var digest: String
    /// IDs of requests that must have succeeded before.
    package var after: [String]
    /// Each waits for the one in front of it.
    package var isChained: Bool
    /// Greater goes first.
    package var priority: Int
    package var notBefore: Date?
    package var expiresAt: Date?
    /// What the caller calls it.
    package var reference: String?

    package init(
        requests: [QueuedRequest], key: String? = nil, digest: String, after: [String] = [],
        isChained: Bool = false, priority: Int = 0, notBefore: Date? = nil, expiresAt: Date? = nil,
        reference: String? = nil
    ) {
        self.requests = requests
        self.key = key
        self.digest = digest
        self.after = after
        self.isChained = isChained
        self.priority = priority
        self.notBefore = notBefore
        self.expiresAt = expiresAt
        self.reference = reference
    }
}

/// What a call that queues requests came to.
package enum QueueReceipt: Equatable, Sendable {
    case queued([RequestRow])
    /// The same call came before: this is what it came to.
    case repeated([RequestRow])
    /// The same key came with another body.
    case keyClash(first: RequestRow?)
    /// It is to wait for requests that are not there.
    case unknownParents([String])
    /// The source was stopped: it queues the same again and again.
    case stopped(StoppedSource)
}
