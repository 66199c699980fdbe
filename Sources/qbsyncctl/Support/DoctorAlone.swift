import API
import FoundationEssentials
import Glibc

/// What the doctor can look at while the daemon does not answer: why it does not run.
struct DoctorAlone {
    private static let unit = "qbsyncd.service"

    /// Where the programs that are asked may write.
    private let place: PrivateFolder

    static func checks() -> [DoctorCheck] {
        do {
            let alone = DoctorAlone(place: try PrivateFolder())
            return [alone.service(), alone.configuration()].compactMap { $0 }
        } catch {
            let sentence = (error as? Failure)?.sentences.first ?? "\(error)"
            return [DoctorCheck(name: "temporary folder", state: "error", sentence: sentence)]
        }
    }

    // MARK: The service

    private static let properties = [
        "LoadState", "ActiveState", "SubState", "Result", "ExecMainCode", "ExecMainStatus", "UnitFileState",
    ]

    /// - Returns: nil where systemd does not run, or has no such unit.
    private func service() -> DoctorCheck? {
        let asked = ["show", Self.unit, "-p", Self.properties.joined(separator: ",")]
        guard let ran = OutsideProgram.run("systemctl", asked), ran.status == 0 else {
            return nil
        }
        var facts: [String: String] = [:]
        for line in ran.output.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { facts[String(parts[0])] = String(parts[1]) }
        }
        return Self.service(facts)
    }

    /// - Parameter facts: properties as `systemctl show` names and writes them.
    static func service(_ facts: [String: String]) -> DoctorCheck? {
        func check(_ state: String, _ sentence: String, _ fix: String) -> DoctorCheck {
            DoctorCheck(name: "service", state: state, sentence: sentence, fix: fix)
        }
        let said = "What it said: journalctl -u \(unit) -n 50"
        switch facts["LoadState"] {
        case "loaded": break
        case nil, "not-found": return nil
        case "masked": return check("error", "\(unit) is masked.", "systemctl unmask \(unit)")
        case let state?:
            return check("error", "systemd cannot use \(unit) (\(state)).", "systemctl status \(unit)")
        }
        switch facts["ActiveState"] {
        case "active":
            return check(
                "warning", "systemd has \(unit) running, though nobody answered at the socket.",
                "Its socket may lie elsewhere (control.socket), or be closed to this user. \(said)")
        case "failed":
            return check(
                "error", "\(unit) has failed (\(end(facts))).", "\(said). Then: systemctl restart \(unit)")
        case "activating" where facts["SubState"] == "auto-restart":
            return check("error", "\(unit) fails again and again (\(end(facts))).", said)
        case "inactive":
            let isEnabled = facts["UnitFileState"]?.hasPrefix("enabled") ?? false
            return check(
                "error", "\(unit) is stopped\(isEnabled ? "" : ", and does not start with the machine").",
                isEnabled ? "systemctl start \(unit)" : "systemctl enable --now \(unit)")
        default:
            return check("warning", "\(unit) is on its way (\(facts["ActiveState"] ?? "?")).", said)
        }
    }

    /// `exit-code, exit status 78`, `signal, signal 9`.
    private static func end(_ facts: [String: String]) -> String {
        // 1 is CLD_EXITED; the others are ends by a signal.
        let word = facts["ExecMainCode"] == "1" ? "exit status" : "signal"
        return "\(facts["Result"] ?? "no reason told"), \(word) \(facts["ExecMainStatus"] ?? "unknown")"
    }

    // MARK: The settings

    private struct Checked: Decodable {
        struct Finding: Decodable {}

        var findings: [Finding]
    }

    /// As they would be read now.
    private func configuration() -> DoctorCheck {
        func check(_ state: String, _ sentence: String, _ fix: String? = nil) -> DoctorCheck {
            DoctorCheck(name: "configuration", state: state, sentence: sentence, fix: fix)
        }
        let program = OutsideProgram.qbsyncd
        guard let ran = OutsideProgram.run(program, ["--check-config"]),
            let inJSON = OutsideProgram.run(program, ["--check-config", "--json"])
        else {
            return check(
                "error", "The program qbsyncd cannot be run on this machine.",
                "If the daemon runs on another one: --server URL")
        }
        let told = (ran.output + ran.errors).split(separator: "\n").joined(separator: " ")
        let checked = try? JSONDecoder().decode(Checked.self, from: Data(inJSON.output.utf8))
        switch ran.status {
        case 0 where checked?.findings.isEmpty == true: return check("ok", told)
        case 0: return check("warning", told)
        case _ where geteuid() != 0:
            // What only the service may read looks missing to others.
            return check(
                "warning", told, "That is with this user's rights. With the service's: sudo \(Self.again)")
        default:
            return check("error", told, "The daemon does not start with it. Mend it, and see: \(Self.again)")
        }
    }

    private static let again = "qbsyncd --check-config"
}
