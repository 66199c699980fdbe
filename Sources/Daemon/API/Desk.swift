import Synchronization

/// Lets so many long pieces of work run at once and no more: queries of strangers may keep a processor busy
/// for minutes, and looks at addresses take connections; the Web Connector must not wait for them.
final class Desk: Sendable {
    static let places = 3
    /// What whoever finds it full is told.
    private let full: String
    private let taken = Mutex(0)

    init(full: String) { self.full = full }

    /// Held for as long as the work takes; given back when it is dropped.
    final class Place: Sendable {
        private let desk: Desk
        fileprivate init(_ desk: Desk) { self.desk = desk }
        deinit { desk.taken.withLock { $0 -= 1 } }
    }

    func place() throws -> Place {
        let isFree = taken.withLock { taken in
            guard taken < Self.places else { return false }
            taken += 1
            return true
        }
        guard isFree else { throw OrderRefusal.conflict(full) }
        return Place(self)
    }
}
