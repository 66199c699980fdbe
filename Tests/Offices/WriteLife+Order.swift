import FoundationEssentials
import Store
import Sync

/// That what waits goes in its turn, and never waits without a reason.
extension WriteLife {
    /// A document was handed out: nothing that could have gone as well, when its set was formed, was to go
    /// before what is in it.
    mutating func checkGoing(_ document: [UInt8]) {
        let text = String(decoding: document, as: UTF8.self)
        let set = text.firstRange(of: "newMessageSetID=\"").map { place in
            String(text[place.upperBound...].prefix { $0 != "\"" })
        }
        // A set that is asked after before it goes out was formed then.
        if let set, !formed.insert(set).inserted { return }
        let out = text.split(separator: " requestID=\"req_").dropFirst().map { "req_" + $0.prefix(32) }
        guard !out.isEmpty else { return }
        guard let rows = rows(in: [.queued, .sent]) else { return find("the requests cannot be read") }
        guard let last = rows.filter({ out.contains($0.id) }).max(by: { $0.isBefore($1) }) else { return }
        for row in rows where row.state == .queued && row.isBefore(last) && reason(row) == nil {
            find("\(last.id) \(last.title) went out before \(row.id) \(row.title): \(trace)")
        }
    }

    /// A conversation in which nothing broke is over: what waited before it and waits still has a reason.
    ///
    /// - Parameter count: how many were queued before it.
    mutating func checkWaiting(_ count: Int) {
        guard let rows = rows(in: [.queued]) else { return find("the requests cannot be read") }
        let early = Set(queued.prefix(count))
        for row in rows where early.contains(row.id) && reason(row) == nil {
            find("\(row.id) \(row.title) waits without a reason: \(trace)")
        }
    }

    private func rows(in states: Set<Write.State>) -> [RequestRow]? {
        try? server.database.readNow { [connector] in
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
