import FoundationEssentials

/// A customer's balance as the mirror has it, refreshed by the walk over all customers (SA-7).
package struct CustomerBalance: Equatable, Sendable {
    package var id: String
    package var name: String?
    package var isActive: Bool
    /// Decimals; nil where QuickBooks sent none.
    package var balance: String?
    package var totalBalance: String?

    package init(id: String, name: String?, isActive: Bool, balance: String?, totalBalance: String?) {
        self.id = id
        self.name = name
        self.isActive = isActive
        self.balance = balance
        self.totalBalance = totalBalance
    }
}

/// Both sides and the difference (SA-8). Without the caller's side it is a list of balances.
package struct BalanceReport: Equatable, Sendable, Codable {
    package enum Verdict: String, CaseIterable, Equatable, Sendable, Codable {
        case agrees, differs
        /// The caller named a customer that QuickBooks does not have.
        case unknownHere = "not in QuickBooks"
        /// The caller said nothing of it.
        case unclaimed = "not supplied"
    }

    package struct Line: Equatable, Sendable, Codable {
        package var id: String?
        package var customer: String
        package var isActive: Bool?
        package var quickBooks: String?
        package var quickBooksTotal: String?
        package var supplied: String?
        /// Supplied less QuickBooks.
        package var difference: String?
        package var verdict: Verdict
    }

    package var lines: [Line]

    /// - Parameter theirs: matched by ListID, else by full name without regard to case.
    package init(ours: [CustomerBalance], theirs: [ClaimedBalance]) {
        var claimed: [String: ClaimedBalance] = [:]
        for claim in theirs { claimed[claim.customer.lowercased()] = claim }
        var lines = ours.flatMap { customer -> [Line] in
            let byID = claimed.removeValue(forKey: customer.id.lowercased())
            let byName = customer.name.flatMap { claimed.removeValue(forKey: $0.lowercased()) }
            // Whoever names a customer in both ways gets both compared.
            let claims = [byID, byName].compactMap { $0 }
            return claims.isEmpty ? [Line(customer, nil)] : claims.map { Line(customer, $0) }
        }
        for claim in theirs where claimed[claim.customer.lowercased()] != nil {
            claimed[claim.customer.lowercased()] = nil
            lines.append(
                Line(customer: claim.customer, supplied: claim.balance, verdict: .unknownHere))
        }
        self.lines = lines
    }

    package var sentence: String {
        let compared = lines.filter { $0.supplied != nil }
        guard !compared.isEmpty else {
            return lines.count == 1
                ? "The balance of 1 customer." : "The balances of \(lines.count) customers."
        }
        let wrong = compared.filter { $0.verdict != .agrees }.count
        let many =
            compared.count == 1 ? "1 balance was compared" : "\(compared.count) balances were compared"
        return wrong == 0 ? "\(many), and all agree." : "\(many), \(wrong) of them do not agree."
    }
}

extension BalanceReport.Line {
    fileprivate init(_ customer: CustomerBalance, _ claim: ClaimedBalance?) {
        let ours = customer.balance.flatMap { Decimal(string: $0) }
        let theirs = claim.flatMap { Decimal(string: $0.balance) }
        let difference = ours.flatMap { ours in theirs.map { $0 - ours } }
        self.init(
            id: customer.id, customer: customer.name ?? customer.id, isActive: customer.isActive,
            quickBooks: customer.balance, quickBooksTotal: customer.totalBalance, supplied: claim?.balance,
            difference: difference.map { "\($0)" },
            verdict: claim == nil ? .unclaimed : difference == 0 ? .agrees : .differs)
    }
}
