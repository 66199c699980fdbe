package import FoundationEssentials

/// `GET …/freshness`: how fresh one category of the mirror is.
package struct FreshnessEntry: Codable, Equatable, Sendable {
    package var category: String
    package var title: String
    /// Whether the mirror has all that QuickBooks has.
    package var complete: Bool
    /// When it was last read to its end.
    package var completeAt: Date?
    /// Records here that are not deleted.
    package var count: Int
    /// QuickBooks' own count, and when it was asked for.
    package var expected: Int?
    package var countedAt: Date?
    /// When both counts agreed for the last time.
    package var reconciledAt: Date?
    /// When all IDs were compared for the last time.
    package var comparedAt: Date?
    /// The latest TimeModified, as the wall time of the company's computer.
    package var watermark: String?
    /// When it is read next at the earliest; absent if it is not read, or nobody can say.
    package var nextDue: Date?
    /// Why it is not complete.
    package var doubt: String?

    package init(
        category: String, title: String, complete: Bool, completeAt: Date?, count: Int, expected: Int?,
        countedAt: Date?, reconciledAt: Date?, comparedAt: Date?, watermark: String?, nextDue: Date?,
        doubt: String?
    ) {
        self.category = category
        self.title = title
        self.complete = complete
        self.completeAt = completeAt
        self.count = count
        self.expected = expected
        self.countedAt = countedAt
        self.reconciledAt = reconciledAt
        self.comparedAt = comparedAt
        self.watermark = watermark
        self.nextDue = nextDue
        self.doubt = doubt
    }
}

/// `GET …/coverage`: what QuickBooks lets us read of one category.
package struct CoverageEntry: Codable, Equatable, Sendable {
    package var category: String
    package var title: String
    package var kinds: [String]
    /// readable, empty, refused, withheld, not in this edition; or unknown before the first probe
    package var answer: String
    /// Whether it was readable once and is no longer.
    package var isLost: Bool
    /// QuickBooks' status code.
    package var code: Int?
    /// Why, and what may be done about it.
    package var sentence: String?
    package var probedAt: Date?
    /// Since when it has answered so.
    package var since: Date?
    /// What it answered before, and since when; absent while it has had one answer only.
    package var previous: String?
    package var previousSince: Date?
    package var wasReadableAt: Date?

    package init(
        category: String, title: String, kinds: [String], answer: String, isLost: Bool, code: Int?,
        sentence: String?, probedAt: Date?, since: Date?, previous: String?, previousSince: Date?,
        wasReadableAt: Date?
    ) {
        self.category = category
        self.title = title
        self.kinds = kinds
        self.answer = answer
        self.isLost = isLost
        self.code = code
        self.sentence = sentence
        self.probedAt = probedAt
        self.since = since
        self.previous = previous
        self.previousSince = previousSince
        self.wasReadableAt = wasReadableAt
    }
}

/// `GET …/categories`: what is read, how often and from when on.
package struct CategoryDetail: Codable, Equatable, Sendable {
    package var category: String
    package var title: String
    /// As qbXML calls its records.
    package var kinds: [String]
    package var settings: CategorySettings
    /// Whether nobody has set anything.
    package var isStandard: Bool
    /// The page size that the measured times led to.
    package var measuredPageSize: Int?

    package init(
        category: String, title: String, kinds: [String], settings: CategorySettings, isStandard: Bool,
        measuredPageSize: Int?
    ) {
        self.category = category
        self.title = title
        self.kinds = kinds
        self.settings = settings
        self.isStandard = isStandard
        self.measuredPageSize = measuredPageSize
    }
}

/// `PATCH …/categories/{category}`: what is left out stays.
package struct CategorySettings: Body, Equatable, Sendable {
    package static let fields = ["direction", "cadence", "page_size", "from_date"]

    /// read, write, both, none
    package var direction: String?
    /// every-run, nightly, or hours: 6h
    package var cadence: String?
    /// Records of a page; 0 lets the measured times decide.
    package var pageSize: Int?
    /// Records modified before this day are left out; none reads all.
    package var fromDate: String?

    package init(
        direction: String? = nil, cadence: String? = nil, pageSize: Int? = nil, fromDate: String? = nil
    ) {
        self.direction = direction
        self.cadence = cadence
        self.pageSize = pageSize
        self.fromDate = fromDate
    }
}
