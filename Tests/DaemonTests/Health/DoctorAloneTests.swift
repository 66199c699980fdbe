import API
import Foundation
import Testing

@testable import qbsyncctl

@Suite("The doctor while the daemon does not answer", .timeLimit(.minutes(10)))
struct DoctorAloneTests {
    @Test(
        "says of the service what systemd knows, and the next step",
        arguments: [
            ("ActiveState=failed", "has failed (exit-code, exit status 78)", "restart", "error"),
            ("ActiveState=failed ExecMainCode=2 ExecMainStatus=9", ", signal 9)", "journalctl", "error"),
            ("ActiveState=inactive", "is stopped, and does not start with", "enable --now", "error"),
            ("ActiveState=inactive UnitFileState=enabled-runtime", "is stopped.", "start qbsyncd", "error"),
            ("ActiveState=activating SubState=auto-restart", "again and again (exit", "journalctl", "error"),
            ("ActiveState=activating SubState=start", "is on its way", "journalctl", "warning"),
            ("ActiveState=deactivating", "is on its way", "journalctl", "warning"),
            ("ActiveState=active", "running, though nobody answered", "control.socket", "warning"),
            ("LoadState=masked ActiveState=inactive", "is masked", "unmask", "error"),
            ("LoadState=bad-setting ActiveState=inactive", "(bad-setting)", "status", "error"),
        ])
    func service(told: String, sentence: String, fix: String, state: String) throws {
        var facts = [
            "LoadState": "loaded", "Result": "exit-code", "ExecMainCode": "1", "ExecMainStatus": "78",
            "UnitFileState": "disabled",
        ]
        for pair in told.split(separator: " ") {
            let parts = pair.split(separator: "=").map(String.init)
            facts[parts[0]] = parts[1]
        }
        let check = try #require(DoctorAlone.service(facts))
        #expect(check.sentence.contains(sentence), "\(check)")
        #expect(check.fix?.contains(fix) == true, "\(check)")
        #expect(check.state == state)
        #expect(DoctorAlone.service(["LoadState": "not-found", "ActiveState": "inactive"]) == nil)
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
