import QBXML
import Synchronization

/// Which of the catalog's gaps the journal has told already, so that a first sync of a hundred pages tells
/// each of them once and not a hundred times.
///
/// This is about the journal alone: nothing depends on it, and after a restart they are told once more.
final class NotesTold: Sendable {
    private struct Key: Hashable {
        let connector: String
        let note: Note
    }

    /// More gaps than any version of QuickBooks has; beyond, nothing more is told or remembered.
    private static let limit = 10_000
    private let told = Mutex<Set<Key>>([])

    /// Those that are told for the first time.
    func first(of notes: [Note], for connector: String) -> [Note] {
        told.withLock { told in
            notes.filter { note in
                told.count < Self.limit && told.insert(Key(connector: connector, note: note)).inserted
            }
        }
    }
}
