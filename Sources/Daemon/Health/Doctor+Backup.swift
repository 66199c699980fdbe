import API
import FoundationEssentials
import Glibc
import Store

extension Doctor {
    /// The nightly backup is a day old at most, and some hours while it runs or waits for its turn.
    private static let overdue = 36.0 * 3600

    /// Nobody has to make backups with us, so that there is none is no trouble; that a timer is enabled and
    /// makes none is.
    ///
    /// - Parameter copies: those that lie on the disk, as far as it was looked at. What the database
    ///   remembers may have been deleted since, and one that was put back remembers an earlier time.
    static func backup(
        _ installation: Installation, copies: [CopyOnDisk], isScheduled: Bool, now: Date
    ) -> DoctorCheck {
        let name = "backup"
        let remembered = installation.backupPath
        let isGone = remembered.map { path in !copies.contains { $0.path == path } } ?? false
        let gone = isGone ? remembered.map { " One that was made is not there any more: \($0)." } ?? "" : ""
        guard let newest = copies.max(by: { $0.at < $1.at }) else {
            let none = isGone ? "None is there.\(gone)" : "None was made yet."
            return DoctorCheck(
                name: name, state: isScheduled ? "warning" : "ok",
                sentence: isScheduled ? "qbsyncd-backup.timer is enabled. \(none)" : none,
                fix: isScheduled
                    ? "systemctl start qbsyncd-backup.service"
                    : "Every night one: systemctl enable --now qbsyncd-backup.timer (14 copies in "
                        + "/var/lib/qbsyncd/backups)")
        }
        let at = newest.at
        let hours = Int(max(0, now.timeIntervalSince(at)) / 3600)
        let age = hours < 48 ? "\(hours) hours" : "\(hours / 24) days"
        // An older one that retention took away is no news.
        let isNews = isGone && at < installation.backedUpAt ?? .distantPast
        let latest = "The latest one is \(age) old: \(newest.path)." + (isNews ? gone : "")
        guard isScheduled, now.timeIntervalSince(at) > overdue else {
            return DoctorCheck(name: name, state: "ok", sentence: latest)
        }
        return DoctorCheck(
            name: name, state: "warning",
            sentence: "qbsyncd-backup.timer is enabled, but makes none. \(latest)",
            fix: "systemctl status qbsyncd-backup.service; systemctl list-timers qbsyncd-backup")
    }

    /// A copy of the database, and as of when it is.
    struct CopyOnDisk: Equatable, Sendable {
        var path: String
        var at: Date
    }

    /// Looks where the nightly ones go, where the last one went, and for the last one itself.
    static func copies(_ installation: Installation, database: String) -> [CopyOnDisk] {
        var folders = ["\(DatabaseLock.folder(of: database))/backups"]
        var copies: [CopyOnDisk] = []
        if let path = installation.backupPath, let at = installation.backedUpAt {
            if access(path, F_OK) == 0 { copies.append(CopyOnDisk(path: path, at: at)) }
            let folder = DatabaseLock.folder(of: path)
            if !folders.contains(folder) { folders.append(folder) }
        }
        let newest = folders.compactMap { BackupFolder(path: $0).newest() }
        for (path, at) in newest where !copies.contains(where: { $0.path == path }) {
            copies.append(CopyOnDisk(path: path, at: at))
        }
        return copies
    }

    /// Enabling a timer makes this link.
    static func hasTimer(
        link: String = "/etc/systemd/system/timers.target.wants/qbsyncd-backup.timer"
    ) -> Bool {
        faccessat(AT_FDCWD, link, F_OK, AT_SYMLINK_NOFOLLOW) == 0
    }
}
