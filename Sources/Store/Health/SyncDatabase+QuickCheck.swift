import GRDB

extension SyncDatabase {
    /// Has SQLite read the whole file beside everything else, without comparing indexes with their tables. It
    /// reads on a connection of its own: the others would show what they have in memory.
    ///
    /// - Returns: what it found damaged, at most ten lines; empty if nothing.
    package func quickCheck() async throws -> [String] {
        do {
            let found: [String]
            if writer is DatabaseQueue {
                // In memory there is no file to open.
                found = try await writer.read { try String.fetchAll($0, sql: "PRAGMA quick_check(10)") }
            } else {
                var configuration = Configuration()
                configuration.label = "qbsyncd.check"
                configuration.readonly = true
                let alone = try DatabaseQueue(path: writer.path, configuration: configuration)
                found = try await alone.read { try String.fetchAll($0, sql: "PRAGMA quick_check(10)") }
                try alone.close()
            }
            return found == ["ok"] ? [] : found
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }
}
