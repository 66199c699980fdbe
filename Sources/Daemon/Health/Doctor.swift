import API
import FoundationEssentials
import Glibc
import Sync
import Timetable
import WebConnector

/// Looks through what does not change from minute to minute: settings, files, addresses, zones.
struct Doctor: Sendable {
    let live: LiveConfiguration?
    let watch: InstallationWatch
    let now: Date

    func checks(connectors: [Connector] = []) -> [DoctorCheck] {
        guard let live else { return [] }
        let (loaded, needRestart) = live.reading()
        let configuration = live.current
        return [
            Self.configuration(loaded, needRestart: needRestart), Self.address(configuration.listen),
            reachability(configuration.listen), Self.folder(configuration.store.database),
            disk(configuration.store.database),
            certificate(configuration.listen), Self.zone(configuration.sync, connectors: connectors),
        ].compactMap { $0 }
    }

    /// What the daily look at our own address found; nothing where only this machine is meant.
    private func reachability(_ listen: Configuration.Listen) -> DoctorCheck? {
        guard listen.isPublic else { return nil }
        let name = "reachability"
        guard let last = watch.preflight, last.url == listen.publicURL else {
            return DoctorCheck(
                name: name, state: "ok", sentence: "\(listen.publicURL) was not looked at since the start.",
                fix: "qbsyncctl preflight")
        }
        let amiss = last.findings.filter { $0.outcome != .ok }
        guard !amiss.isEmpty else {
            return DoctorCheck(
                name: name, state: "ok",
                sentence: "\(last.url) answers as the Web Connector needs it, seen from this machine.")
        }
        return DoctorCheck(
            name: name, state: last.findings.areFine ? "warning" : "error",
            sentence: amiss.map(\.sentence).joined(separator: " "), fix: "qbsyncctl preflight")
    }

    static func configuration(_ loaded: LoadedConfiguration, needRestart: [String]) -> DoctorCheck {
        let name = "configuration"
        if !loaded.findings.isEmpty {
            return DoctorCheck(
                name: name, state: loaded.isUsable ? "warning" : "error",
                sentence: loaded.findings.map(\.description).joined(separator: " "),
                fix: "qbsyncd --check-config")
        }
        if !needRestart.isEmpty {
            return DoctorCheck(
                name: name, state: "warning",
                sentence: "\(needRestart.joined(separator: ", ")) changed and will act after a restart only.",
                fix: "systemctl restart qbsyncd")
        }
        return DoctorCheck(name: name, state: "ok", sentence: "\(loaded.path) is fine, and in force.")
    }

    /// An address that others are told, and one that hears them.
    static func address(_ listen: Configuration.Listen) -> DoctorCheck {
        let name = "address"
        let speaksTLS = listen.certificateFiles != nil
        if !listen.isPublic {
            return DoctorCheck(
                name: name, state: "ok",
                sentence:
                    "The Web Connector is told \(listen.publicURL): only one on this machine reaches us.")
        }
        if listen.publicURL.hasPrefix("https://"), !speaksTLS, listen.trustedProxies.isEmpty {
            return DoctorCheck(
                name: name, state: "warning",
                sentence: "The Web Connector is told \(listen.publicURL), and we speak plain http on "
                    + "\(listen.address): only a proxy can bring the two together, and none is "
                    + "named, so every client seems to come from its address.",
                fix: "Name the proxy in listen.trusted_proxies, or give listen.tls_certificate and tls_key.")
        }
        if listen.address.isLoopback, speaksTLS {
            return DoctorCheck(
                name: name, state: "warning",
                sentence:
                    "The Web Connector is told \(listen.publicURL), but we listen on \(listen.address), "
                    + "which only this machine reaches.",
                fix: "Set listen.address, for example to \"0.0.0.0:443\".")
        }
        return DoctorCheck(
            name: name, state: "ok",
            sentence: "The Web Connector is told \(listen.publicURL), and \(listen.address) hears it.")
    }

    static func folder(_ database: String) -> DoctorCheck {
        let name = "database folder"
        let folder = database.lastIndex(of: "/").map { String(database[..<$0]) } ?? "."
        guard access(folder, W_OK | X_OK) == 0, access(database, R_OK | W_OK) == 0 else {
            return DoctorCheck(
                name: name, state: "error",
                sentence: "\(database) cannot be written: \(String(cString: strerror(errno))).",
                fix:
                    "Folder and files must belong to qbsyncd's user, on a disk that takes writes."
            )
        }
        if let system = fileSystem(of: folder, mounts: Self.mounts()), networks.contains(system) {
            return DoctorCheck(
                name: name, state: "error",
                sentence: "\(folder) lies on a network file system (\(system)), where SQLite is not safe.",
                fix: "Move the database to a disk of this machine: store.database.")
        }
        return DoctorCheck(name: name, state: "ok", sentence: "\(folder) can be written.")
    }

    private static let networks: Set = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.glusterfs", "ceph", "afs",
    ]

    /// - Parameter mounts: lines as in /proc/self/mounts: `device place type options …`.
    static func fileSystem(of folder: String, mounts: String) -> String? {
        let lines = mounts.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count > 2 }
        let around = lines.filter { line in
            let place = String(line[1])
            return place == "/" || folder == place || folder.hasPrefix(place + "/")
        }
        // Of two mounts at one place the later one is seen.
        let longest = around.map { $0[1].count }.max()
        return around.last { $0[1].count == longest }.map { String($0[2]) }
    }

    private static func mounts() -> String {
        let bytes = (try? Data(contentsOf: URL(filePath: "/proc/self/mounts"))) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }

    private func disk(_ database: String) -> DoctorCheck {
        guard let disk = InstallationWatch.room(beside: database) else {
            return DoctorCheck(
                name: "disk", state: "error", sentence: "The disk of \(database) cannot be asked.")
        }
        let rest = "\(disk.freeBytes >> 20) MB of \(disk.totalBytes >> 20) MB are free at \(disk.path)."
        return DoctorCheck(
            name: "disk", state: disk.isShort ? "error" : "ok", sentence: rest,
            fix: disk.isShort ? "Make room on that disk, or move the database to a larger one." : nil)
    }

    private func certificate(_ listen: Configuration.Listen) -> DoctorCheck {
        let name = "certificate"
        guard let files = listen.certificateFiles else {
            let sentence = "We have none of our own; a proxy speaks TLS for us, or nobody does."
            return DoctorCheck(name: name, state: "ok", sentence: sentence)
        }
        do {
            let expiry = Date(timeIntervalSince1970: Double(try LoadedCertificate(files).expiry))
            let days = Int((expiry.timeIntervalSince(now) / 86_400).rounded(.down))
            if days >= CertificateTerm.days {
                return DoctorCheck(
                    name: name, state: "ok", sentence: "\(files.certificate) is valid for \(days) days more.")
            }
            return DoctorCheck(
                name: name, state: days < 0 ? "error" : "warning",
                sentence: days < 0
                    ? "\(files.certificate) has expired." : "\(files.certificate) expires in \(days) days.",
                fix: "Renew it, then: systemctl reload qbsyncd (restart, for a credential)")
        } catch {
            return DoctorCheck(
                name: name, state: "error", sentence: error.description,
                fix: "Put the file right, then: systemctl reload qbsyncd (restart, for a credential)")
        }
    }

    /// - Parameter connectors: a machine may well be in UTC; whoever is in it because of that sleeps at the
    ///   wrong hours.
    static func zone(
        _ sync: Configuration.Sync, connectors: [Connector], machine: Zone = MachineZone.current
    ) -> DoctorCheck {
        let zone = sync.timeZone.zone(machine: machine)
        if case .machine = sync.timeZone, let window = sync.overnightShutdown,
            isUTC(machine)
        {
            let isMeant = connectors.allSatisfy { !isUTC($0.rule.zone) || $0.rule.window == nil }
            return DoctorCheck(
                name: "time zone", state: isMeant ? "ok" : "warning",
                sentence:
                    "This machine is in UTC, so a new connector's overnight shutdown \(window) is meant in "
                    + "UTC too.",
                fix: "Set sync.time_zone to the office's zone, for example \"America/Chicago\".")
        }
        return DoctorCheck(
            name: "time zone", state: "ok", sentence: "New connectors are in \(zone.identifier).")
    }

    private static func isUTC(_ zone: Zone) -> Bool { ["UTC", "GMT", "Etc/UTC"].contains(zone.identifier) }

    /// - Parameter damage: what SQLite found; empty if the file is sound.
    static func database(_ damage: [String]) -> DoctorCheck {
        guard !damage.isEmpty else {
            return DoctorCheck(
                name: "database", state: "ok", sentence: "SQLite read it through and found it sound.")
        }
        return DoctorCheck(
            name: "database", state: "error",
            sentence: "SQLite found it damaged: \(damage.joined(separator: "; "))",
            fix:
                "All of it: qbsyncctl check-store. Then stop qbsyncd and put the latest sound copy in its "
                + "place; the damaged file is kept: qbsyncctl restore COPY")
    }

    static func connectors(_ connectors: [Connector]) -> DoctorCheck {
        guard !connectors.isEmpty else {
            return DoctorCheck(
                name: "connectors", state: "ok", sentence: "There is none yet.",
                fix: "qbsyncctl connector add NAME")
        }
        let zones = Set(connectors.map(\.rule.zone.identifier)).sorted().joined(separator: ", ")
        let count = connectors.count == 1 ? "There is one" : "There are \(connectors.count)"
        return DoctorCheck(name: "connectors", state: "ok", sentence: "\(count), in \(zones).")
    }
}
