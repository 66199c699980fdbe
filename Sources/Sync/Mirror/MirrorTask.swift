/// What somebody asked for beside the ordinary sync; the next conversations take it up.
package struct MirrorTask: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// Compare and repair these categories; none means all.
        case verify([String])
        case coverage
        /// What is still to be read: each slice goes when it is done, so that a stopped import continues.
        case dated([ImportSlice])
        /// Walk all customers, refresh their balances, and compare with what the caller says (SA-7, SA-8).
        case balanceReport([ClaimedBalance])
        /// A report query that was checked, as it goes out between the envelope's ends.
        case report(document: [UInt8], name: String)
    }

    package var number: Int64
    package var kind: Kind
    /// Of an import: all that was asked for, also what is done. Nil for an import of an earlier release.
    package var span: ImportSpan?

    package init(number: Int64, kind: Kind, span: ImportSpan? = nil) {
        self.number = number
        self.kind = kind
        self.span = span
    }
}

extension MirrorTask {
    /// What the kinds are called, in the database, in the API and in commands.
    package enum Word: String, CaseIterable, Sendable {
        case verify, coverage
        case dated = "import"
        case balanceReport = "balance-report"
        case report
    }

    /// What becomes of a task that a sync finds nothing to do for.
    var endWithoutSteps: TaskEnd {
        switch kind {
        case .dated, .coverage, .balanceReport, .report: .done
        case .verify:
            .failed("None of its categories is read any more, so there was nothing to compare.")
        }
    }
}

extension MirrorTask.Kind {
    package var word: MirrorTask.Word {
        switch self {
        case .verify: .verify
        case .coverage: .coverage
        case .dated: .dated
        case .balanceReport: .balanceReport
        case .report: .report
        }
    }
}

/// A month of one category, or less.
package struct ImportSlice: Equatable, Sendable, Codable {
    package var category: String
    /// Both days are included: `2026-01-31`.
    package var from: String
    package var to: String

    package init(category: String, from: String, to: String) {
        self.category = category
        self.from = from
        self.to = to
    }

    /// A range of days in calendar months, the oldest first; empty if it ends before it begins.
    ///
    /// - Parameters: both `2026-01-31`, and days that there are.
    package static func monthly(_ category: String, from: String, to: String) -> [ImportSlice] {
        guard var (year, month) = Self.month(of: from), from <= to else { return [] }
        var slices: [ImportSlice] = []
        var first = from
        while first <= to {
            let days = [31, Self.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            slices.append(
                ImportSlice(
                    category: category, from: first, to: min(to, Self.day(year, month, days[month - 1]))))
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
            first = Self.day(year, month, 1)
        }
        return slices
    }

    private static func month(of day: String) -> (Int, Int)? {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return nil }
        return (parts[0], parts[1])
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        let (high, low) = (String(10_000 + year).dropFirst(), String(100 + month).dropFirst())
        return "\(high)-\(low)-\(String(100 + day).dropFirst())"
    }
}

/// What an import was asked for, in one piece.
package struct ImportSpan: Equatable, Sendable, Codable {
    package var categories: [String]
    /// Both days are included.
    package var from: String
    package var to: String

    /// - Returns: nil for no slices.
    package init?(_ slices: [ImportSlice]) {
        guard let from = slices.map(\.from).min(), let to = slices.map(\.to).max() else { return nil }
        categories = []
        for slice in slices where categories.last != slice.category && !categories.contains(slice.category) {
            categories.append(slice.category)
        }
        self.from = from
        self.to = to
    }
}

/// What the caller's books say of one customer.
package struct ClaimedBalance: Equatable, Sendable, Codable {
    /// ListID or full name.
    package var customer: String
    /// A decimal.
    package var balance: String

    package init(customer: String, balance: String) {
        self.customer = customer
        self.balance = balance
    }
}

/// What a task came to.
package enum TaskEnd: Equatable, Sendable {
    case done
    /// With the answer, as JSON.
    case answered([UInt8])
    case failed(String)
}
