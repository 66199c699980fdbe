package import FoundationEssentials

/// For how long exchanges are kept, and how much all of them may take up.
package struct ExchangeLimits: Equatable, Sendable {
    package var seconds: Int
    package var bytes: Int

    package init(seconds: Int, bytes: Int) {
        self.seconds = seconds
        self.bytes = bytes
    }
}

extension SyncDatabase {
    /// What one commit takes away: the writer is kept for some milliseconds.
    static let exchangeBytesPerStep = 8 << 20
    private static let exchangeRowsPerStep = 500
    /// Commits in one call. Whoever takes in more than that in a minute is brought back by the next ones.
    private static let exchangeSteps = 16

    /// Takes away exchanges that are too old or too many, the oldest first.
    ///
    /// - Returns: rows that went.
    @discardableResult
    package func pruneExchanges(now: Date, _ limits: ExchangeLimits) async throws -> Int {
        var gone = 0
        for _ in 0..<Self.exchangeSteps {
            let last = try await read { snapshot in
                try snapshot.lastExpiredExchange(
                    now: now, limits, rows: Self.exchangeRowsPerStep, bytes: Self.exchangeBytesPerStep)
            }
            guard let last else { break }
            gone += try await transact { transaction in
                try transaction.execute("DELETE FROM exchange WHERE number <= ?1", last)
                return transaction.changes
            }
        }
        return gone
    }
}

extension Snapshot {
    /// What all exchanges take up, about.
    package func exchangeBytes() throws -> Int {
        try first("SELECT stored FROM exchange_total") { $0.next() } ?? 0
    }

    /// - Returns: the number up to which all may go in one step.
    fileprivate func lastExpiredExchange(
        now: Date, _ limits: ExchangeLimits, rows: Int, bytes: Int
    ) throws -> Int64? {
        let before = now.addingTimeInterval(-Double(limits.seconds))
        var excess = try exchangeBytes() - limits.bytes
        var (taken, last) = (0, Int64?.none)
        let statement = try statement("SELECT number, at, stored FROM exchange ORDER BY number LIMIT ?1")
        try statement.bind(rows)
        try statement.visitRows { row in
            let (number, at, stored) = (row.next(Int64.self), row.next(Date.self), row.next(Int.self))
            guard at <= before || excess > 0 else { return false }
            last = number
            excess -= stored
            taken += stored
            return taken < bytes
        }
        return last
    }
}
