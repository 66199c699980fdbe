import FoundationEssentials
import Store
import Sync
import Synchronization

/// Collects everything that /metrics shows, and keeps what is dear to find out for a while.
final class MetricsDesk: Sendable {
    private struct Kept {
        var at: Date
        var families: [MetricFamily]
    }

    /// Counting the records of a large mirror reads an index of all of them.
    private static let recordSeconds = 300.0
    private let records = Mutex<Kept?>(nil)

    func text(
        _ database: SyncDatabase, meters: Meters, watch: InstallationWatch, now: Date
    ) async throws -> String {
        let installation = watch.facts
        let (gauges, examination) = try await database.read { snapshot in
            (
                try snapshot.gauges(now: now),
                Examination(try snapshot.connectorHealth(now: now), installation, now: now)
            )
        }
        let build = MetricFamily(
            "qbsyncd_build_info", .gauge, "1, with the version as a label.",
            samples: [.init(labels: [("version", Release.version)], value: 1)])
        let families =
            [build] + meters.families + gauges.families(now: now) + database.counters.families
            + (try await recordFamilies(database, now: now)) + examination.families + installation.families
        return families.map(\.text).joined()
    }

    private func recordFamilies(_ database: SyncDatabase, now: Date) async throws -> [MetricFamily] {
        let kept = records.withLock { $0 }
        if let kept, abs(now.timeIntervalSince(kept.at)) < Self.recordSeconds { return kept.families }
        let counts = try await database.read { try $0.recordCountsByKind() }
        let families = [
            MetricFamily(
                "qbsyncd_records", .gauge,
                "Records of the mirror that are not deleted, by kind; counted every five minutes.",
                by: "kind",
                counts.mapValues(Double.init))
        ]
        records.withLock { $0 = Kept(at: now, families: families) }
        return families
    }
}
