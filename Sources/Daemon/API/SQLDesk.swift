import Synchronization

/// Lets so many queries of strangers run at once and no more: each may keep a processor busy for minutes, and
/// the Web Connector must not wait for them.
final class SQLDesk: Sendable {
    static let places = 3
    private let taken = Mutex(0)

    /// Held for as long as a query runs; given back when it is dropped.
    final class Place: Sendable {
        private let desk: SQLDesk
        fileprivate init(_ desk: SQLDesk) { self.desk = desk }
        deinit { desk.taken.withLock { $0 -= 1 } }
    }

    func place() throws -> Place {
        let isFree = taken.withLock { taken in
            guard taken < Self.places else { return false }
            taken += 1
            return true
        }
        guard isFree else {
            throw OrderRefusal.conflict(
                "\(Self.places) queries or exports are running, and more would slow the syncs: try again."
            )
        }
        return Place(self)
    }
}
