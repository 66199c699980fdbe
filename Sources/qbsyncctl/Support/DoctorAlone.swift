import API
import FoundationEssentials

/// What the doctor can look at while the daemon does not answer: why it does not run.
struct DoctorAlone {
    private static let unit = "qbsyncd.service"

    /// Where the programs that are asked may write.
    private let place: PrivateFolder
    private var folder: String { place.path }

    init() throws { place = try PrivateFolder() }

    func checks() -> [DoctorCheck] {
        [service(), configuration()].compactMap { $0 }
    }

    /// - Returns: nil where systemd does not run, or does not know the unit.
    private func service() -> DoctorCheck? {
        let names = ["LoadState", "ActiveState", "SubState", "Result", "ExecMainStatus", "UnitFileState"]
        let asked = ["show", Self.unit, "-p", names.joined(separator: ",")]
        guard let ran = OutsideProgram.run("systemctl", asked, folder: folder), ran.status == 0 else {
            return nil
        }
        var facts: [String: String] = [:]
        for line in ran.output.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { facts[String(parts[0])] = String(parts[1]) }
        }
        guard facts["LoadState"] == "loaded", let state = facts["ActiveState"] else { return nil }
        return Self.service(state, facts)
    }

    static func service(_ state: String, _ facts: [String: String]) -> DoctorCheck {
        func check(_ state: String, _ sentence: String, _ fix: String?) -> DoctorCheck {
            DoctorCheck(name: "service", state: state, sentence: sentence, fix: fix)
        }
        let said = "What it said: journalctl -u \(unit) -n 50"
        switch state {
        case "active":
            return check(
                "warning", "systemd has \(unit) running, though nobody answered at the socket.",
                "Its socket may lie elsewhere (control.socket), or be closed to this user. \(said)")
        case "activating", "reloading":
            return check("warning", "systemd is starting \(unit) (\(facts["SubState"] ?? state)).", said)
        case "failed":
            let status = facts["ExecMainStatus"].map { ", exit status \($0)" } ?? ""
            return check(
                "error", "\(unit) has failed (\(facts["Result"] ?? "no reason told")\(status)).",
                "\(said). Then: systemctl restart \(unit)")
        default:
            let isEnabled = facts["UnitFileState"] == "enabled"
            return check(
                "error", "\(unit) is stopped\(isEnabled ? "" : ", and does not start with the machine").",
                isEnabled ? "systemctl start \(unit)" : "systemctl enable --now \(unit)")
        }
    }

    /// As it would be read now.
    private func configuration() -> DoctorCheck? {
        guard let ran = OutsideProgram.run(OutsideProgram.qbsyncd, ["--check-config"], folder: folder) else {
            return DoctorCheck(
                name: "configuration", state: "error",
                sentence: "There is no program qbsyncd on this machine.",
                fix: "If it runs on another one: --server URL")
        }
        let told = (ran.output + ran.errors).split(separator: "\n").map(String.init)
        guard ran.status != 0 else {
            return DoctorCheck(name: "configuration", state: "ok", sentence: told.joined(separator: " "))
        }
        return DoctorCheck(
            name: "configuration", state: "error", sentence: told.joined(separator: " "),
            fix: "The daemon does not start with it. Mend it, and see: qbsyncd --check-config")
    }
}
