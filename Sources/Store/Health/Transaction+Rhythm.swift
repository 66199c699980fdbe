package import FoundationEssentials
import Sync

extension Transaction {
    /// A check-in came: how long after the one before, and in which hour.
    func noteRhythm(connector: Int64, before: Date?, at: Date) throws {
        if let before {
            var rhythm =
                try first("SELECT gaps FROM rhythm WHERE connector_id = ?1", connector) {
                    Rhythm(text: $0.next())
                } ?? Rhythm()
            rhythm.note(gap: Int(at.timeIntervalSince(before)))
            try execute(
                """
                INSERT INTO rhythm (connector_id, gaps) VALUES (?1, ?2)
                ON CONFLICT (connector_id) DO UPDATE SET gaps = excluded.gaps
                """, connector, rhythm.text)
        }
        let hour = SleepPattern.hour(of: at)
        try execute(
            "INSERT INTO contact_hour (connector_id, hour) VALUES (?1, ?2) ON CONFLICT DO NOTHING", connector,
            hour)
        guard changes > 0 else { return }
        // A day more than is looked at.
        try execute(
            "DELETE FROM contact_hour WHERE connector_id = ?1 AND hour < ?2", connector,
            hour - 24 * (SleepPattern.days + 1))
    }

    /// The Web Connector said its version before it logged in.
    package func noteClient(version: String, connector: Int64, at: Date) throws {
        try execute(
            """
            INSERT INTO rhythm (connector_id, client_version, client_seen_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (connector_id) DO UPDATE SET client_version = ?2, client_seen_at = ?3
                WHERE client_version IS NOT ?2
            """, connector, version, at)
    }

    /// - Parameter ahead: seconds by which the clock of Windows is ahead of ours.
    package func noteClock(ahead: Int, connector: Int64, at: Date) throws {
        try execute(
            """
            INSERT INTO rhythm (connector_id, clock_ahead, clock_seen_at, clock_since)
                VALUES (?1, ?2, ?3, CASE WHEN ?4 THEN ?3 END)
            ON CONFLICT (connector_id) DO UPDATE SET clock_ahead = ?2, clock_seen_at = ?3,
                clock_since = CASE WHEN ?4 THEN coalesce(clock_since, ?3) END
            """, connector, ahead, at, abs(ahead) > ClockReading.limit)
    }
}

extension Rhythm {
    /// `300 301 299`, as it is stored. What is no number was not written by us and is left out.
    init(text: String) { self.init(gaps: text.split(separator: " ").compactMap { Int($0) }) }

    var text: String { gaps.map(String.init).joined(separator: " ") }
}
