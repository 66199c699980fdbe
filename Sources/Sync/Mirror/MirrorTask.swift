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

    package init(number: Int64, kind: Kind) {
        self.number = number
        self.kind = kind
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
