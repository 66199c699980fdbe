import FoundationEssentials
import Store
import Sync

extension Gauges {
    /// - Parameter settled: requests that are over, by state, as they were counted last.
    func families(settled: [String: Int], now: Date) -> [MetricFamily] {
        let age = oldestQueued.map { max(0, now.timeIntervalSince($0)) } ?? 0
        return [
            MetricFamily("qbsyncd_connectors", .gauge, "Connectors.", Double(connectors)),
            MetricFamily(
                "qbsyncd_conversations_open", .gauge, "Conversations that go on.", Double(openConversations)),
            MetricFamily(
                "qbsyncd_requests", .gauge,
                "Requests that are kept, by state; those that are over are counted every five minutes.",
                by: "state",
                settled.merging(requests) { _, live in live }.mapValues(Double.init)),
            MetricFamily(
                "qbsyncd_request_queue_age_seconds", .gauge,
                "Age of the oldest request that may go out; 0 while none waits.", age),
            MetricFamily(
                "qbsyncd_mirror_complete_timestamp_seconds", .gauge,
                "When the mirror was complete, by category; of several connectors the one that is furthest "
                    + "behind.",
                by: "category", completeSince.mapValues(\.timeIntervalSince1970)),
            MetricFamily("qbsyncd_database_size_bytes", .gauge, "The database file.", Double(bytes)),
        ]
    }
}

extension CommitCounters {
    var families: [MetricFamily] {
        [
            MetricFamily(
                "qbsyncd_store_commits_total", .counter, "Transactions that became durable.",
                Double(commits)),
            MetricFamily(
                "qbsyncd_store_callers_total", .counter, "Callers that shared those transactions.",
                Double(callers)),
            MetricFamily(
                "qbsyncd_store_transaction_seconds_total", .counter,
                "Time in transactions, from the first statement to the flush.", spent.inSeconds),
            MetricFamily(
                "qbsyncd_store_flush_seconds_total", .counter, "The part of it that went into commits.",
                flushed.inSeconds),
        ]
    }
}

extension Examination {
    /// Beyond that many connectors with trouble the rest is only counted, so that the labels are bounded.
    private static let named = 200

    var families: [MetricFamily] {
        var counts = Dictionary(uniqueKeysWithValues: Condition.allCases.map { ($0, 0) })
        for finding in findings { counts[finding.condition, default: 0] += 1 }
        let samples = Condition.allCases.map { condition in
            MetricFamily.Sample(
                labels: [("code", condition.rawValue), ("severity", condition.text.severity.rawValue)],
                value: Double(counts[condition] ?? 0))
        }
        var seen: Set<String> = []
        let named = findings.filter { finding in
            guard let connector = finding.connector, finding.severity != .notice else { return false }
            return seen.insert("\(connector) \(finding.condition.rawValue)").inserted
        }
        return [
            MetricFamily(
                "qbsyncd_conditions", .gauge,
                "Conditions that stand, by code: see /usr/share/doc/qbsyncd/packaging/doc/health.md.",
                samples: samples),
            MetricFamily(
                "qbsyncd_connector_condition", .gauge,
                "1 for each error or warning of a connector, of at most \(Self.named).",
                samples: named.prefix(Self.named).map {
                    .init(
                        labels: [
                            ("connector", $0.connector ?? ""), ("code", $0.condition.rawValue),
                            ("severity", $0.severity.rawValue),
                        ], value: 1)
                }),
        ]
    }
}

extension InstallationFacts {
    var families: [MetricFamily] {
        var families: [MetricFamily] = []
        if let disk {
            families.append(
                MetricFamily(
                    "qbsyncd_disk_free_bytes", .gauge, "Room beside the database.", Double(disk.freeBytes)))
            families.append(
                MetricFamily(
                    "qbsyncd_disk_size_bytes", .gauge, "The disk of the database.", Double(disk.totalBytes)))
        }
        if let files {
            families.append(
                MetricFamily(
                    "process_open_fds", .gauge, "Number of open file descriptors.", Double(files.used)))
            families.append(
                MetricFamily(
                    "process_max_fds", .gauge, "Maximum number of open file descriptors.", Double(files.limit)
                ))
        }
        if let certificate = firstToExpire {
            families.append(
                MetricFamily(
                    "qbsyncd_certificate_expiry_timestamp_seconds", .gauge,
                    "When the certificate ends, ours or the one seen outside.",
                    certificate.expiry.timeIntervalSince1970))
        }
        return families
    }
}
