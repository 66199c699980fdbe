import FoundationEssentials
import Timetable

extension InstallationFacts {
    func findings(now: Date) -> [HealthFinding] {
        [
            database(), shortDisk(), shortFiles(), journal(), jumped(now: now), ending(now: now),
            putBack(now: now), unreachable(),
        ].compactMap { $0 }
    }

    private func database() -> HealthFinding? {
        databaseFault.map { fault in
            HealthFinding(
                .databaseTrouble, nil, fault.sentence,
                fix:
                    "Look at the disk and the journal: journalctl -u qbsyncd -p err. If the file is damaged, "
                    + "put a backup in its place.",
                since: fault.since,
                seen: [
                    .init("It failed first.", at: fault.since), .init("It failed last.", at: fault.lastAt),
                ])
        }
    }

    private func shortDisk() -> HealthFinding? {
        guard let disk, disk.isShort, let since = disk.shortSince else { return nil }
        let rest =
            "\(RoomText.of(disk.freeBytes)) of \(RoomText.of(disk.totalBytes)) are free at \(disk.path)."
        return HealthFinding(
            .diskNearlyFull, nil,
            rest + (disk.isSpent ? " Check-ins are told that qbsyncd is busy until there is room." : ""),
            fix: "Make room on that disk, or move the database to a larger one.", since: since,
            seen: [.init(rest, at: since)])
    }

    private func shortFiles() -> HealthFinding? {
        guard let files, files.isShort, let since = files.shortSince else { return nil }
        return HealthFinding(
            .filesShort, nil, "\(files.used) of \(files.limit) file descriptors are in use.",
            fix: "Raise LimitNOFILE= of the unit, or lower listen.connection_limit.", since: since,
            seen: [.init("\(files.used) files and connections were open.", at: since)])
    }

    private func journal() -> HealthFinding? {
        journalFault.map { fault in
            HealthFinding(
                .journalUnwritable, nil, fault.sentence,
                fix: "Look at systemd-journald and its disk: systemctl status systemd-journald",
                since: fault.since,
                seen: [
                    .init("An entry was refused first.", at: fault.since),
                    .init("And last.", at: fault.lastAt),
                ])
        }
    }

    private func jumped(now: Date) -> HealthFinding? {
        guard let jump = clockJump, abs(now.timeIntervalSince(jump.at)) < ClockJump.memory else { return nil }
        let span = ConnectorFacts.words(abs(jump.seconds))
        return HealthFinding(
            .clockJumped, nil,
            "The clock of this machine went \(jump.seconds > 0 ? "forwards" : "backwards") by \(span) at "
                + "once.",
            fix: "Let a time service keep the clock: timedatectl set-ntp true", since: jump.at,
            seen: [.init("The time of day and the time since the start no longer agreed.", at: jump.at)])
    }

    private func ending(now: Date) -> HealthFinding? {
        guard let certificate = firstToExpire else { return nil }
        let left = certificate.expiry.timeIntervalSince(now)
        let warning = Double(CertificateTerm.days) * 86_400
        guard left < warning else { return nil }
        let days = Int(left / 86_400)
        let sentence =
            left <= 0
            ? "The certificate \(certificate.path) has expired: the Web Connector refuses this server."
            : "The certificate \(certificate.path) expires in \(days) \(days == 1 ? "day" : "days")."
        return HealthFinding(
            .certificateExpires, nil, sentence,
            fix: certificate == self.certificate
                ? "Renew it, then: systemctl reload qbsyncd (restart, for a credential)"
                : "Renew it where TLS ends and reload that; then look again: qbsyncctl preflight",
            since: certificate.expiry.addingTimeInterval(-warning),
            seen: [.init("The last instant at which it is valid.", at: certificate.expiry)])
    }

    private func putBack(now: Date) -> HealthFinding? {
        guard let restored else { return nil }
        let age = now.timeIntervalSince(restored.restoredAt)
        guard restored.inDoubt > 0 || age < RestoredDatabase.memory else { return nil }
        let doubt =
            switch restored.inDoubt {
            case 0: "No request is in doubt for it."
            case 1: "1 request may have been sent in between; QuickBooks is looked through first."
            case let count:
                "\(count) requests may have been sent in between; QuickBooks is looked through first."
            }
        let (copied, back) = (Self.utc(restored.copiedAt), Self.utc(restored.restoredAt))
        return HealthFinding(
            .databaseRestored, nil,
            "The database is a copy of \(copied) that was put back on \(back). \(doubt)",
            fix: restored.inDoubt > 0
                ? Condition.databaseRestored.text.fix
                : "Queue nothing anew that was queued since the copy without a look into QuickBooks.",
            since: restored.restoredAt,
            seen: [
                .init("What happened after this moment is lost here.", at: restored.copiedAt),
                .init("The daemon found the copy in the database's place.", at: restored.restoredAt),
            ])
    }

    private func unreachable() -> HealthFinding? {
        guard let address, let since = address.failingSince, let first = address.failures.first else {
            return nil
        }
        let seen = address.failures.map { HealthFinding.Seen($0, at: address.at) }
        let fix = address.fix.map { "\($0) Then look again: qbsyncctl preflight" }
        return HealthFinding(
            .addressUnreachable, nil, first, fix: fix, since: since, seen: seen)
    }

    /// `2026-11-30 16:49 UTC`
    private static func utc(_ date: Date) -> String {
        Zone.utc.wallTime(of: date).description.prefix(16).replacing("T", with: " ") + " UTC"
    }
}
