import API
import FoundationEssentials
import Glibc
import Store

extension Doctor {
    /// The nightly backup is a day old at most, and some hours while it runs or waits for its turn.
    private static let overdue = 36.0 * 3600

    /// Nobody has to make backups with us, so that there is none is no trouble; that a timer is enabled and
    /// makes none is.
    static func backup(_ installation: Installation, isScheduled: Bool, now: Date) -> DoctorCheck {
        let name = "backup"
        let way = "systemctl enable --now qbsyncd-backup.timer (14 copies in /var/lib/qbsyncd/backups)"
        guard let path = installation.backupPath, let at = installation.backedUpAt else {
            return DoctorCheck(
                name: name, state: isScheduled ? "warning" : "ok",
                sentence: isScheduled
                    ? "qbsyncd-backup.timer is enabled, and no backup was made yet." : "None was made yet.",
                fix: isScheduled ? "systemctl start qbsyncd-backup.service" : "Every night one: \(way)")
        }
        let hours = Int(max(0, now.timeIntervalSince(at)) / 3600)
        let age = hours < 48 ? "\(hours) hours" : "\(hours / 24) days"
        let latest = "The latest one is \(age) old: \(path)."
        guard isScheduled, now.timeIntervalSince(at) > overdue else {
            return DoctorCheck(name: name, state: "ok", sentence: latest)
        }
        return DoctorCheck(
            name: name, state: "warning",
            sentence: "qbsyncd-backup.timer is enabled, but makes none. \(latest)",
            fix: "systemctl status qbsyncd-backup.service; systemctl list-timers qbsyncd-backup")
    }

    /// Enabling a timer makes this link.
    static func hasTimer(
        link: String = "/etc/systemd/system/timers.target.wants/qbsyncd-backup.timer"
    ) -> Bool {
        faccessat(AT_FDCWD, link, F_OK, AT_SYMLINK_NOFOLLOW) == 0
    }
}
