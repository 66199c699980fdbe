package import FoundationEssentials
package import QBXML

/// One operation that somebody queued and that waits, durably, until the Web Connector asks for work
/// (PC-1): mostly a write, sometimes a question or a report.
package struct Write: Equatable, Sendable {
    /// The life of a request.
    package enum State: String, CaseIterable, Sendable {
        case queued, sent, succeeded, failed, cancelled, expired
        case unknown = "outcome unknown"

        package var isSettled: Bool {
            switch self {
            case .queued, .sent, .unknown: false
            case .succeeded, .failed, .cancelled, .expired: true
            }
        }
    }

    /// What became of the books.
    package enum Outcome: String, CaseIterable, Sendable {
        case applied
        case notApplied = "not applied"
        case pending
        case unknown
        case notApplicable = "not applicable"
    }

    /// Counts up in the order of queueing.
    package var number: Int64
    /// `req_` and 32 hexadecimal digits; also the `requestID` of its qbXML, so that an answer finds its
    /// request whichever way it comes.
    package var id: String
    /// `InvoiceAdd`.
    package var title: String
    /// The request in canonical form, without a `requestID`.
    package var body: [UInt8]
    package var subject: RequestSubject
    /// What QuickBooks must understand at least.
    package var needs: Version
    /// How often QuickBooks said "not now".
    package var attempts: Int
    /// The most requests that may travel with it: set when a document with it was refused.
    package var isolation: Int?
    /// Requests that are tied by macros travel in one message set.
    package var bundle: Int64?
    /// Evidence was looked for since it was last sent.
    package var isExamined: Bool
    /// Why it could not be looked for.
    package var blindness: String?
    /// Why a value that an earlier request should give is not there; nil if nothing is missing.
    package var isMissing: String?
    /// It may have been sent after this moment, in a time that is lost: the database was put back to a copy.
    package var doubtfulSince: Date?

    package init(
        number: Int64, id: String, title: String, body: [UInt8], subject: RequestSubject, needs: Version,
        attempts: Int = 0, isolation: Int? = nil, bundle: Int64? = nil, isExamined: Bool = false,
        blindness: String? = nil, isMissing: String? = nil, doubtfulSince: Date? = nil
    ) {
        self.number = number
        self.id = id
        self.title = title
        self.body = body
        self.subject = subject
        self.needs = needs
        self.attempts = attempts
        self.isolation = isolation
        self.bundle = bundle
        self.isExamined = isExamined
        self.blindness = blindness
        self.isMissing = isMissing
        self.doubtfulSince = doubtfulSince
    }

    /// A question changes nothing: it is asked again without a thought.
    package var changesBooks: Bool { subject.operation != nil }

    /// The GUID by which what is added can be told; a caller's 0 says that it has none.
    package var distinctGUID: String? { subject.externalGUID == "0" ? nil : subject.externalGUID }

    /// The GUID that goes into what is added, made of the request's own ID: whatever is lost, the record that
    /// came of the request can be told by it.
    package static func externalGUID(of id: String) -> String {
        let digits = id.utf8.drop { $0 != UInt8(ascii: "_") }.dropFirst()
        var text = [UInt8(ascii: "{")]
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place), digits.count == 32 { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return String(decoding: text + [UInt8(ascii: "}")], as: UTF8.self).uppercased()
    }
}
