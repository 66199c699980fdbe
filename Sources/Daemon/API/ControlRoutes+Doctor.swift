import API
import FoundationEssentials
import Hummingbird
import Store
import Sync

extension ControlRoutes {
    func doctor(_ request: Request, _ order: Order) async throws -> Response {
        let doctor = Doctor(live: live, watch: watch, now: order.now)
        var checks: [DoctorCheck] = []
        var conditions = Examination([], watch.facts, now: order.now).findings
        do {
            checks = doctor.checks(connectors: try await database.read { try $0.connectors() })
            // Reads the whole file, on a connection that holds nobody up.
            let damage = try await database.quickCheck()
            checks.append(Doctor.database(damage))
            let installation = try await database.read { try $0.installation() }
            let copies = live.map { Doctor.copies(installation, database: $0.current.store.database) } ?? []
            checks.append(
                Doctor.backup(installation, copies: copies, isScheduled: Doctor.hasTimer(), now: order.now))
            let health = try await database.read { try $0.connectorHealth(now: order.now) }
            watch.knows(try await database.read { try $0.restoration() })
            checks.append(Doctor.connectors(health.map(\.facts.connector)))
            conditions = Examination(health, watch.facts, now: order.now).findings
        } catch let error as StoreError {
            if checks.isEmpty { checks = doctor.checks() }
            checks.append(Doctor.database([error.sentence]))
        }
        return try .json(
            DoctorReport(
                version: Release.version, now: order.now, checks: checks,
                conditions: conditions.map(ConditionEntry.init)))
    }
}
