import FoundationEssentials
import Glibc
import Store
package import Sync
import Synchronization
import WebConnector

/// What the daemon sees of its machine and of itself: looked at once a minute, asked for by everybody.
///
/// It is all in memory, since the database may be what is in trouble.
package final class InstallationWatch: Sendable {
    private struct State {
        var facts = InstallationFacts()
        /// The time of day and the time since the start of the machine, as they were seen together last.
        var clocks: (day: Date, machine: Duration)?
        /// The file whose disk is looked at; nil before the first look.
        var database: String?
        var isListening = false
        var preflight: Preflight?
    }

    /// All that was seen at our own public address.
    struct Preflight: Equatable, Sendable {
        var url: String
        var at: Date
        var findings: [PreflightFinding]
    }

    private let state = Mutex(State())
    private let room: @Sendable (String) -> DiskRoom?

    /// - Parameter room: how much of it there is beside a file.
    package init(room: @escaping @Sendable (String) -> DiskRoom? = { InstallationWatch.room(beside: $0) }) {
        self.room = room
    }

    package var facts: InstallationFacts { state.withLock { $0.facts } }

    /// Whether there is room, at this moment, to keep what QuickBooks would answer.
    var mayBegin: Bool {
        guard let database = state.withLock({ $0.database }) else { return true }
        return !(room(database)?.isSpent ?? false)
    }

    /// Whether all sockets are open, and no stop has begun.
    var isListening: Bool {
        get { state.withLock { $0.isListening } }
        set { state.withLock { $0.isListening = newValue } }
    }

    /// The minute's look.
    ///
    /// - Parameters:
    ///   - database: the database's file; its disk is looked at.
    ///   - machine: time since the machine started, which no clock setting moves.
    func look(
        database: String, certificate: CertificateTerm?, files: OpenFiles?, now: Date, machine: Duration
    ) {
        let disk = room(database)
        state.withLock { state in
            state.database = database
            if var disk {
                disk.shortSince = disk.isShort ? state.facts.disk?.shortSince ?? now : nil
                state.facts.disk = disk
            }
            if var files {
                files.shortSince = files.isShort ? state.facts.files?.shortSince ?? now : nil
                state.facts.files = files
            }
            state.facts.certificate = certificate
            if let jump = Self.jump(from: state.clocks, to: now, machine) { state.facts.clockJump = jump }
            state.clocks = (now, machine)
        }
    }

    /// Slower than this is what time services do all day.
    private static let leastJump = 60.0

    private static func jump(
        from before: (day: Date, machine: Duration)?, to now: Date, _ machine: Duration
    ) -> ClockJump? {
        guard let before else { return nil }
        let passed = Double((machine - before.machine) / .milliseconds(1)) / 1000
        let jump = now.timeIntervalSince(before.day) - passed
        guard abs(jump) >= leastJump else { return nil }
        return ClockJump(seconds: Int(jump.rounded()), at: now)
    }

    func databaseFailed(_ sentence: String, at now: Date) {
        state.withLock { state in
            let since = state.facts.databaseFault?.since ?? now
            state.facts.databaseFault = .init(since: since, lastAt: now, sentence: sentence)
        }
    }

    /// The database was written: whatever was wrong with it is over.
    func databaseWorks() { state.withLock { $0.facts.databaseFault = nil } }

    func knows(_ restoration: (latest: Restoration, inDoubt: Int)?) {
        state.withLock { state in
            state.facts.restored = restoration.map {
                RestoredDatabase(
                    restoredAt: $0.latest.restoredAt, copiedAt: $0.latest.copiedAt, inDoubt: $0.inDoubt)
            }
        }
    }

    func journalFailed(_ sentence: String, at now: Date) {
        state.withLock { state in
            let since = state.facts.journalFault?.since ?? now
            state.facts.journalFault = .init(since: since, lastAt: now, sentence: sentence)
        }
    }

    func journalWorks() { state.withLock { $0.facts.journalFault = nil } }

    /// The last look since the start.
    var preflight: Preflight? { state.withLock { $0.preflight } }

    /// Our own public address was looked at.
    func looked(at url: String, _ findings: [PreflightFinding], expiry: Date?, now: Date) {
        state.withLock { state in
            state.preflight = Preflight(url: url, at: now, findings: findings)
            state.facts.address = AddressLook(
                url: url, at: now, findings: findings, expiry: expiry, before: state.facts.address)
        }
    }

    /// There is no public address any more.
    func forgetAddress() {
        state.withLock { state in
            state.preflight = nil
            state.facts.address = nil
        }
    }

    /// What was told before the start stands until it is looked at again: else each restart would say that
    /// it is over.
    func remember(_ standing: [ConditionRow], url: String) {
        let failed = standing.first { $0.code == Condition.addressUnreachable.rawValue }
        let expires = standing.first { $0.code == Condition.certificateExpires.rawValue }
        guard let at = failed?.beganAt ?? expires?.beganAt else { return }
        // It is told so many days before the end.
        let expiry = expires?.since.addingTimeInterval(Double(CertificateTerm.days) * 86_400)
        state.withLock { state in
            state.facts.address = AddressLook(
                url: url, at: at, failingSince: failed?.since, failure: failed?.sentence, expiry: expiry)
        }
    }

    /// Nil where the folder cannot be asked.
    package static func room(beside file: String) -> DiskRoom? {
        let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
        var status = statvfs()
        guard statvfs(folder.isEmpty ? "/" : folder, &status) == 0 else { return nil }
        let block = Int(status.f_frsize)
        return DiskRoom(
            path: folder, freeBytes: Int(status.f_bavail) * block, totalBytes: Int(status.f_blocks) * block)
    }
}

extension OpenFiles {
    /// Of this process; nil where /proc is not there.
    static func ofThisProcess() -> OpenFiles? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
            let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        else { return nil }
        return OpenFiles(used: names.count, limit: Int(clamping: limit.rlim_cur))
    }
}
