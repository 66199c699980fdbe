import FoundationEssentials
import Store
import Sync

/// That what waits goes in its turn, and never waits without a reason.
extension WriteLife {
    /// A document was handed out: nothing that could have gone as well, when its set was formed, was to go
    /// before what is in the set.
    mutating func checkGoing(_ document: [UInt8]) {
        guard !document.isEmpty else { return }
        guard let rows = try? rows(in: [.queued, .sent]) else { return find("the requests cannot be read") }
        let sent = rows.filter { $0.state == .sent }
        let formed = sent.filter { !out.contains($0.id) }
        out = Set(sent.map(\.id))
        guard let last = formed.max(by: { $0.isBefore($1) }) else { return }
        for row in rows where row.state == .queued && row.isBefore(last) && reason(row) == nil {
            // What takes a value may wait for the record in which it stands.
            guard row.title != "ReceivePaymentAdd" else { continue }
            find("\(last.id) \(last.title) went out before \(row.id) \(row.title): \(trace)")
        }
    }

    /// A conversation in which nothing broke is over: what waited before it and waits still has a reason.
    /// Only what takes a value may once wait for the record in which it stands, and which was read meanwhile.
    ///
    /// - Parameter count: how many were queued before it.
    mutating func checkWaiting(_ count: Int) {
        guard let rows = try? rows(in: [.queued]) else { return find("the requests cannot be read") }
        let early = Set(queued.prefix(count))
        let waiting = rows.filter { early.contains($0.id) && reason($0) == nil }
        for row in waiting where row.title != "ReceivePaymentAdd" || left.contains(row.id) {
            find("\(row.id) \(row.title) waits without a reason: \(trace)")
        }
        left = Set(waiting.map(\.id))
    }

    func rows(in states: Set<Write.State>) throws -> [RequestRow] {
        try server.database.readNow { [connector] in
            try $0.requests(connector: connector.id, states: states, limit: .max)
        }
    }

    private func reason(_ row: RequestRow) -> String? {
        if row.isBlocked { return "another request" }
        if row.isStopped { return "its source is stopped" }
        if row.isClosed { return "its category is not written" }
        if let time = row.notBefore, time > server.now { return "its time" }
        if let end = row.expiresAt, end <= server.now { return "its time is over" }
        return nil
    }
}

extension RequestRow {
    /// Priority, then first in first out.
    fileprivate func isBefore(_ other: RequestRow) -> Bool {
        priority == other.priority ? number < other.number : priority > other.priority
    }
}
