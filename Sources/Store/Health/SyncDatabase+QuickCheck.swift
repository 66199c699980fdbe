import GRDB

extension SyncDatabase {
    /// Has SQLite read the whole file beside everything else, without comparing indexes with their tables.
    ///
    /// - Returns: what it found damaged, at most ten lines; empty if nothing.
    package func quickCheck() async throws -> [String] {
        do {
            let found = try await writer.read { try String.fetchAll($0, sql: "PRAGMA quick_check(10)") }
            return found == ["ok"] ? [] : found
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }
}
