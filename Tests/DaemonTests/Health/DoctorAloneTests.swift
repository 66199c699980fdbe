import API
import Foundation
import Testing

@testable import qbsyncctl

@Suite("The doctor while the daemon does not answer", .timeLimit(.minutes(10)))
struct DoctorAloneTests {
    @Test(
        "says of the service what systemd knows, and the next step",
        arguments: [
            ("failed", "has failed (exit-code, exit status 78)", "restart", "error"),
            ("inactive", "is stopped, and does not start with the machine", "enable --now", "error"),
            ("activating", "is starting", "journalctl", "warning"),
            ("active", "running, though nobody answered", "control.socket", "warning"),
        ])
    func service(active: String, sentence: String, fix: String, state: String) {
        let facts = [
            "Result": "exit-code", "ExecMainStatus": "78", "SubState": "x", "UnitFileState": "disabled",
        ]
        let check = DoctorAlone.service(active, facts)
        #expect(check.sentence.contains(sentence), "\(check)")
        #expect(check.fix?.contains(fix) == true, "\(check)")
        #expect(check.state == state)
    }

    @Test("asks systemd and the daemon's program, and tells what is wrong with the settings")
    func asked() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "doctor-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let systemctl = folder.appending(path: "systemctl")
        let script =
            "#!/bin/sh\nprintf 'LoadState=loaded\\nActiveState=inactive\\nUnitFileState=enabled\\n'\n"
        try script.write(to: systemctl, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: systemctl.path)
        let environment = [
            "PATH": "\(folder.path):/usr/bin:/bin", "QBSYNCD_CONTROL_SOCKET": "\(folder.path)/none.sock",
            "QBSYNCD_LOG_LEVEL": "loud", "TMPDIR": folder.path,
        ]
        let ran = try Tool.run(
            DaemonProcess.program("qbsyncctl"), ["doctor", "--json"], environment: environment, folder: folder
        )
        #expect(ran.status == 1, "\(ran)")
        let report = try API.Wire.decode(DoctorReport.self, from: Data(ran.output.utf8))
        #expect(report.checks.map(\.name) == ["daemon", "service", "configuration"], "\(ran)")
        #expect(report.checks[1].fix == "systemctl start qbsyncd.service")
        #expect(report.checks[2].sentence.contains("QBSYNCD_LOG_LEVEL"), "\(ran)")
        let elsewhere = try Tool.run(
            DaemonProcess.program("qbsyncctl"), ["doctor", "--json", "--server", "https://127.0.0.1:1"],
            environment: environment.merging(["QBSYNCD_TOKEN_FILE": systemctl.path]) { $1 }, folder: folder)
        let remote = try API.Wire.decode(DoctorReport.self, from: Data(elsewhere.output.utf8))
        #expect(remote.checks.map(\.name) == ["daemon"], "of another machine this one knows nothing")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.filter { $0.hasPrefix("qbsyncctl-") }.isEmpty, "\(left)")
    }
}
