import QBXML

/// How many records a page asks for, from how long the last one took (section 5 of the mirror's rules: 2 to
/// 10 seconds an exchange).
package enum PageSize {
    /// What libraries of this field find workable: transactions come with their lines.
    static func ceiling(_ category: Category) -> Int { category.identity == .txnID ? 1000 : 2000 }

    private static let floor = 10

    /// - Parameter seconds: between the question and its answer: QuickBooks' time and the way.
    static func next(after size: Int, seconds: Double, _ category: Category) -> Int {
        if seconds > 10 { return min(size, max(floor, size / 2)) }
        if seconds < 2 { return max(size, min(ceiling(category), size * 2)) }
        return size
    }

    /// After an answer that was larger than the endpoint takes.
    static func halved(_ size: Int) -> Int? { size > 1 ? size / 2 : nil }
}
