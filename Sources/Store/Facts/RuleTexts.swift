import Synchronization
import Timetable

/// Zones and windows by the texts under which the connectors keep them.
///
/// Each call of a conversation loads its connector, and looking up a zone by its name costs more than all of
/// the call's statements. Both are pure functions of their texts, so remembering them can never be wrong.
final class RuleTexts: Sendable {
    private let zones = Mutex<[String: Zone]>([:])
    private let windows = Mutex<[String: Window]>([:])

    /// - Returns: nil if the system knows no such zone any more.
    func zone(_ identifier: String) -> Zone? {
        if let known = zones.withLock({ $0[identifier] }) { return known }
        guard let zone = Zone(identifier: identifier) else { return nil }
        zones.withLock { $0[identifier] = zone }
        return zone
    }

    func window(_ text: String) -> Window? {
        if let known = windows.withLock({ $0[text] }) { return known }
        guard let window = try? Window.parse(text) else { return nil }
        windows.withLock { $0[text] = window }
        return window
    }
}
