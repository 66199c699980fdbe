package import FoundationEssentials

/// Up to when a category of the mirror is complete.
package struct Watermark: Equatable, Sendable {
    /// The greatest `TimeModified` of the category, as QuickBooks' wall time without its (faulty) offset. Of
    /// the deletions, the wall time up to which they are known.
    package var highWater: String?
    /// When it was last read to its end; nil if it never was.
    package var completeAt: Date?
    /// When all its IDs were last compared.
    package var comparedAt: Date?
    /// The page size that the measured times led to.
    package var pageSize: Int?
    /// Why it is not complete after all.
    package var doubt: String?

    package init(
        highWater: String?, completeAt: Date? = nil, comparedAt: Date? = nil, pageSize: Int? = nil,
        doubt: String? = nil
    ) {
        self.highWater = highWater
        self.completeAt = completeAt
        self.comparedAt = comparedAt
        self.pageSize = pageSize
        self.doubt = doubt
    }

    /// The row of the deletions, which are known for all categories at once.
    package static let deletions = "deletions"
}
