import FoundationEssentials
import Sync

/// What macros tie together.
extension Snapshot {
    /// The requests of a bundle that go out together, however many they are: those that wait for nobody, and
    /// those that wait for such only, as what uses a macro waits for what defines it. In a message set one is
    /// carried out after the other, and none behind one that fails. A value of a record, though, is known
    /// only when the answer is here.
    func ready(bundle: Int64, now: Date) throws -> [StoredWrite] {
        let members = try rows(
            """
            SELECT \(StoredWrite.columns) FROM request AS q INDEXED BY request_bundle
            WHERE q.bundle = ?1 AND \(OutboxSQL.isDue) ORDER BY q.number
            """, bundle, now
        ) { try StoredWrite(&$0) }
        let waits = try waits(within: bundle)
        var going: Set<Int64> = []
        return members.filter { member in
            let isReady = waits[member.write.number, default: []].allSatisfy { wait in
                !wait.takesValue && going.contains(wait.parent)
            }
            if isReady { going.insert(member.write.number) }
            return isReady
        }
    }

    private typealias Wait = (parent: Int64, takesValue: Bool)

    /// For whom the requests of a bundle still wait.
    private func waits(within bundle: Int64) throws -> [Int64: [Wait]] {
        let found = try rows(
            """
            SELECT n.request, n.needs, EXISTS (
                    SELECT 1 FROM json_each(q.links) AS link WHERE link.value ->> '$.source' = n.needs
                        AND link.value ->> '$.token' NOT LIKE 'useMacro=%')
            FROM request AS q INDEXED BY request_bundle
                JOIN request_need AS n ON n.request = q.number
                JOIN request AS parent ON parent.number = n.needs
            WHERE q.bundle = ?1 AND q.state = 'queued' AND parent.state <> 'succeeded'
            """, bundle
        ) {
            (
                request: $0.next(Int64.self),
                wait: (parent: $0.next(Int64.self), takesValue: $0.next(Bool.self))
            )
        }
        return Dictionary(grouping: found, by: \.request).mapValues { $0.map(\.wait) }
    }
}
