import FoundationEssentials
import Store
import Sync
import Synchronization

/// Collects everything that /metrics shows, and keeps what is dear to find out for a while.
final class MetricsDesk: Sendable {
    private struct Kept {
        var at: Date
        /// By kind.
        var records: [String: Int]
        /// By state.
        var settledRequests: [String: Int]
    }

    /// Counting the records of a large mirror, or a year of requests, reads an index of all of them.
    private static let keepSeconds = 300.0
    private let kept = Mutex<Kept?>(nil)

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
        let counted = try await counts(database, now: now)
        let build = MetricFamily(
            "qbsyncd_build_info", .gauge, "1, with the version as a label.",
            samples: [.init(labels: [("version", Release.version)], value: 1)])
        let records = MetricFamily(
            "qbsyncd_records", .gauge,
            "Records of the mirror that are not deleted, by kind; counted every five minutes.", by: "kind",
            counted.records.mapValues(Double.init))
        let families =
            [build] + meters.families + gauges.families(settled: counted.settledRequests, now: now)
            + database.counters.families + [records] + examination.families + installation.families
        return families.map(\.text).joined()
    }

    private func counts(_ database: SyncDatabase, now: Date) async throws -> Kept {
        if let kept = kept.withLock({ $0 }), abs(now.timeIntervalSince(kept.at)) < Self.keepSeconds {
            return kept
        }
        let counted = try await database.read { snapshot in
            Kept(
                at: now, records: try snapshot.recordCountsByKind(),
                settledRequests: try snapshot.settledRequests())
        }
        kept.withLock { $0 = counted }
        return counted
    }
}
