package import FoundationEssentials

/// The answer to `POST …/requests`: they are in the queue, durably.
///
///     {"repeated":false,"requests":[{"id":"req_5f…","title":"InvoiceAdd","state":"queued",
///      "outcome":"pending"}],"warnings":[]}
package struct QueuedRequests: Codable, Equatable, Sendable {
    /// Whether the same `Idempotency-Key` came before: nothing was queued then.
    package var repeated: Bool
    /// In the order in which they stood in the body.
    package var requests: [RequestReceipt]
    package var warnings: [CheckFinding]

    package init(repeated: Bool, requests: [RequestReceipt], warnings: [CheckFinding]) {
        self.repeated = repeated
        self.requests = requests
        self.warnings = warnings
    }
}

package struct RequestReceipt: Codable, Equatable, Sendable {
    package var id: String
    /// `InvoiceAdd`
    package var title: String
    /// queued, sent, succeeded, failed, cancelled, expired, outcome unknown
    package var state: String
    /// What became of the books.
    package var outcome: String
    /// Why it is so, where there is something to say.
    package var sentence: String?
    /// The record that came of it.
    package var recordId: String?

    package init(
        id: String, title: String, state: String, outcome: String, sentence: String?, recordId: String?
    ) {
        self.id = id
        self.title = title
        self.state = state
        self.outcome = outcome
        self.sentence = sentence
        self.recordId = recordId
    }
}

/// `POST …/requests?dry_run=true`: what would go out, and what it would act on. Nothing is kept.
package struct DryRun: Codable, Equatable, Sendable {
    /// The exact document, but for the IDs, which are made when a request is queued.
    package var document: String
    /// Where the document is not quite what would go out: why not.
    package var sentence: String?
    package var needsQbxml: String
    package var requests: [DryRequest]
    /// What is filled into the document before it goes out.
    package var values: [DryValue]?
    package var warnings: [CheckFinding]

    package init(
        document: String, sentence: String? = nil, needsQbxml: String, requests: [DryRequest],
        values: [DryValue]? = nil, warnings: [CheckFinding]
    ) {
        self.document = document
        self.sentence = sentence
        self.needsQbxml = needsQbxml
        self.requests = requests
        self.values = values
        self.warnings = warnings
    }
}

/// A value that nobody knows yet.
package struct DryValue: Codable, Equatable, Sendable {
    /// What stands in the document in its place.
    package var token: String
    /// Whose record has it: the ID of a request, or `#0` for the first of the call.
    package var from: String
    package var path: String

    package init(token: String, from: String, path: String) {
        self.token = token
        self.from = from
        self.path = path
    }
}

package struct DryRequest: Codable, Equatable, Sendable {
    package var title: String
    /// Add, Mod, Del, Void or Merge; absent for a question.
    package var operation: String?
    package var kind: String?
    package var recordId: String?
    package var name: String?
    /// Requests with the same number travel together, because macros tie them.
    package var bundle: Int?
    /// What it would come to, as far as the mirror knows.
    package var sentence: String
    /// The record that it would act on, as the mirror has it.
    package var record: RecordContent?

    package init(
        title: String, operation: String?, kind: String?, recordId: String?, name: String?, bundle: Int?,
        sentence: String, record: RecordContent? = nil
    ) {
        self.title = title
        self.operation = operation
        self.kind = kind
        self.recordId = recordId
        self.name = name
        self.bundle = bundle
        self.sentence = sentence
        self.record = record
    }
}

/// One request as people and programs see it.
package struct RequestEntry: Codable, Equatable, Sendable {
    package var id: String
    /// Counts up in the order of queueing.
    package var number: Int64
    package var connector: String
    package var title: String
    package var operation: String?
    package var kind: String?
    /// Given for a change, known afterwards for what is new.
    package var recordId: String?
    package var editSequence: String?
    package var name: String?
    package var state: String
    package var outcome: String
    /// How it stands, or what it came to.
    package var sentence: String
    /// Whose move it is; absent when it is nobody's.
    package var mover: String?
    /// What to do about it.
    package var fix: String?
    /// Of one that failed: refused, conflict, quarantined, unreadable, version-too-old, dropped
    package var code: String?
    /// What QuickBooks said.
    package var statusCode: Int?
    package var statusMessage: String?
    /// Who queued it, and what they call it.
    package var source: String
    package var reference: String?
    package var priority: Int
    /// How often QuickBooks said "not now".
    package var attempts: Int
    package var queuedAt: Date
    package var notBefore: Date?
    package var expiresAt: Date?
    package var sentAt: Date?
    package var settledAt: Date?
    package var dismissedAt: Date?
    package var dismissedBy: String?

    package init(
        id: String, number: Int64, connector: String, title: String, operation: String?, kind: String?,
        recordId: String?, editSequence: String?, name: String?, state: String, outcome: String,
        sentence: String, mover: String?, fix: String?, code: String?, statusCode: Int?,
        statusMessage: String?, source: String, reference: String?, priority: Int, attempts: Int,
        queuedAt: Date, notBefore: Date?, expiresAt: Date?, sentAt: Date?, settledAt: Date?,
        dismissedAt: Date?, dismissedBy: String?
    ) {
        self.id = id
        self.number = number
        self.connector = connector
        self.title = title
        self.operation = operation
        self.kind = kind
        self.recordId = recordId
        self.editSequence = editSequence
        self.name = name
        self.state = state
        self.outcome = outcome
        self.sentence = sentence
        self.mover = mover
        self.fix = fix
        self.code = code
        self.statusCode = statusCode
        self.statusMessage = statusMessage
        self.source = source
        self.reference = reference
        self.priority = priority
        self.attempts = attempts
        self.queuedAt = queuedAt
        self.notBefore = notBefore
        self.expiresAt = expiresAt
        self.sentAt = sentAt
        self.settledAt = settledAt
        self.dismissedAt = dismissedAt
        self.dismissedBy = dismissedBy
    }
}

/// `GET …/requests`: newest first.
package struct RequestPage: Codable, Equatable, Sendable {
    package var requests: [RequestEntry]
    /// `before` of the next page; absent at the end.
    package var next: Int64?

    package init(requests: [RequestEntry], next: Int64?) {
        self.requests = requests
        self.next = next
    }
}

/// `GET /v1/requests/{id}`.
package struct RequestAccount: Codable, Equatable, Sendable {
    package var request: RequestEntry
    /// The request in qbXML, in canonical form.
    package var body: String
    /// The whole document that it last went out in; only if it was asked for.
    package var document: String?
    /// The record that came of it.
    package var result: RecordContent?
    /// Of a question: what QuickBooks answered.
    package var results: [RecordContent]?
    /// What may have come of it, when nobody can tell; what stands in its way, when it failed.
    package var candidates: [CandidateEntry]?
    /// Requests that must succeed first and have not.
    package var waitsFor: [RequestReceipt]?
    /// Of one that QuickBooks could not read: what the check says of it now.
    package var check: CheckReport?

    package init(
        request: RequestEntry, body: String, document: String? = nil, result: RecordContent? = nil,
        results: [RecordContent]? = nil, candidates: [CandidateEntry]? = nil,
        waitsFor: [RequestReceipt]? = nil, check: CheckReport? = nil
    ) {
        self.request = request
        self.body = body
        self.document = document
        self.result = result
        self.results = results
        self.candidates = candidates
        self.waitsFor = waitsFor
        self.check = check
    }
}

/// A record of QuickBooks that may have come of a request whose answer was lost.
package struct CandidateEntry: Codable, Equatable, Sendable {
    package var kind: String
    package var id: String
    package var name: String?
    /// As QuickBooks writes it.
    package var timeCreated: String?
    /// As the mirror has it; absent if it is not there any more.
    package var record: RecordContent?

    package init(
        kind: String, id: String, name: String?, timeCreated: String?, record: RecordContent? = nil
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.timeCreated = timeCreated
        self.record = record
    }
}

/// `POST /v1/requests/{id}/link`: it was carried out, and this record came of it.
package struct RequestLink: Body, Equatable, Sendable {
    package static let fields = ["id"]

    /// ListID or TxnID; nil where no record is left of such a request.
    package var id: String?

    package init(id: String?) { self.id = id }
}

/// The answer to what a person decides about a request.
package struct DecisionReceipt: Codable, Equatable, Sendable {
    package var request: RequestEntry
    package var warnings: [String]

    package init(request: RequestEntry, warnings: [String]) {
        self.request = request
        self.warnings = warnings
    }
}

/// `POST …/sources/{source}/release`: whoever was stopped for queueing the same again and again goes on.
package struct ReleasedSource: Codable, Equatable, Sendable {
    package var source: String
    package var sentence: String

    package init(source: String, sentence: String) {
        self.source = source
        self.sentence = sentence
    }
}
