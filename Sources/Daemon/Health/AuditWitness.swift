import FoundationEssentials
import Store

/// Tells the journal once a day how the audit trail ends. Whoever can write to the database could make all
/// its hashes anew; what the journal holds, and perhaps sends to another machine, they cannot.
struct AuditWitness {
    private var toldAt: Date?
    private static let interval = 86_400.0

    /// A clock that was set back tells once more.
    mutating func tell(_ database: SyncDatabase, _ journal: Journal, now: Date) async throws {
        if let toldAt, (0..<Self.interval).contains(now.timeIntervalSince(toldAt)) { return }
        guard let head = try await database.read({ try $0.auditHead() }) else { return }
        journal.auditHead(head)
        toldAt = now
    }
}
