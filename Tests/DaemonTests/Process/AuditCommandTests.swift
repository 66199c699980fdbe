import API
import Foundation
import Simulator
import Testing

/// `qbsyncctl exchanges` and `qbsyncctl audit` with the real daemon.
@Suite("Exchanges and audit trail of a real daemon", .serialized, .timeLimit(.minutes(10)))
struct AuditCommandTests {
    private func run(
        _ daemon: DaemonProcess, _ arguments: String...
    ) throws -> (status: Int32, output: String, errors: String) {
        try Tool.run(
            DaemonProcess.program("qbsyncctl"), arguments,
            environment: ["QBSYNCD_CONTROL_SOCKET": daemon.controlSocket, "NO_COLOR": "1"],
            folder: daemon.folder)
    }

    private func sqlite(
        _ daemon: DaemonProcess, _ statements: String, succeeds: Bool = true
    ) throws -> String {
        let result = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/sqlite3"), [daemon.database, statements], folder: daemon.folder)
        try #require((result.status == 0) == succeeds, "\(result.errors)")
        return result.output + result.errors
    }

    @Test("a whole sync is shown without the company, in full when asked, and written to files")
    func exchanges() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        let shown = try run(daemon, "exchanges", "acme")
        try #require(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains("→ authenticate") && shown.output.contains("← closeConnection"))
        #expect(shown.output.contains("<CustomerQueryRs") && shown.output.contains("[redacted 5-8]"))
        let company = try #require(pc.company)
        let names = company.records("Customer").map { $0["Name"] }.filter { $0.count > 5 }
        #expect(!names.isEmpty && !names.contains { shown.output.contains($0) })
        #expect(!shown.output.contains(pc.password))
        let full = try run(daemon, "exchanges", "acme", "last", "--unredacted", "--raw")
        #expect(names.contains { full.output.contains("<Name>\($0)</Name>") })
        #expect(!full.output.contains(pc.password) && !full.output.contains("→"))
        let folder = daemon.folder.appending(path: "case").path
        let written = try run(daemon, "exchanges", "acme", "1", "--output", folder)
        #expect(written.status == 0 && written.output.contains(" documents of conversation 1 in "))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(files.contains("index.txt") && files.contains { $0.hasSuffix("-sent-sendRequestXML.xml") })
        let again = try run(daemon, "exchanges", "acme", "1", "--output", folder)
        #expect(again.status == 1 && again.errors.contains("already"), "\(again)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == files)
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/index.txt")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let json = try run(daemon, "exchanges", "acme", "--json")
        let page = try API.Wire.decode(ExchangePage.self, from: Data(json.output.utf8))
        #expect(page.exchanges.count > 100 && page.next == nil)
        #expect(try run(daemon, "exchanges", "acme", "99").status == 4)
        let hidden = try run(daemon, "sql", "SELECT body FROM exchange")
        #expect(hidden.status == 1 && hidden.errors.contains("qbsyncctl exchanges"), "\(hidden.errors)")
        let trail = try run(daemon, "audit", "list", "acme").output
        #expect(trail.contains("read exchanges") && trail.contains("conversation 1"), "\(trail)")
    }

    @Test("nothing is kept when nothing is to be, and the page says which setting it is")
    func off() async throws {
        let daemon = try DaemonProcess(configuration: "[exchanges]\nkeep = \"0s\"")
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        let none = try run(daemon, "exchanges", "acme")
        #expect(none.status == 4 && none.errors.contains("[exchanges] keep"), "\(none)")
        #expect(try sqlite(daemon, "SELECT count(*) FROM exchange") == "0\n")
    }

    @Test("a hand with sqlite3 is stopped, and noticed when it goes on; the journal knows the head")
    func verification() async throws {
        let daemon = try DaemonProcess()
        _ = try await SimulatedPC(daemon)
        for word in ["pause", "resume"] { #expect(try run(daemon, word, "acme").status == 0) }
        let intact = try run(daemon, "audit", "verify")
        #expect(intact.status == 0 && intact.output.contains("4 lines: each follows"), "\(intact)")
        let json = try run(daemon, "audit", "verify", "--json").output
        let head = try #require(try API.Wire.decode(AuditVerification.self, from: Data(json.utf8)).head)
        #expect(head.hasPrefix("4:"))
        let stopped = try sqlite(daemon, "DELETE FROM audit WHERE number = 4", succeeds: false)
        #expect(stopped.contains("is never deleted"))
        _ = try sqlite(daemon, "DROP TRIGGER audit_stays; DELETE FROM audit WHERE number = 4")
        #expect(try run(daemon, "audit", "verify").status == 0)
        let cut = try run(daemon, "audit", "verify", "--expect", head)
        #expect(cut.status == 1 && cut.output.contains("no such line any more"), "\(cut)")
        _ = try sqlite(daemon, "DELETE FROM audit WHERE number = 1")
        let changed = try run(daemon, "audit", "verify")
        #expect(changed.status == 1 && changed.output.contains("Line 1 is missing"), "\(changed)")
        #expect(try run(daemon, "audit", "list", "--since", "2020-01-01").output.contains("pause"))
        #expect(changed.output.contains("What to do"), "\(changed.output)")
        for typo in ["x", "4", "0:\(head.dropFirst(2))", String(head.dropLast()), head + "0"] {
            let refused = try run(daemon, "audit", "verify", "--expect", typo)
            #expect(refused.status == 64 && refused.errors.contains("NUMBER:HASH"), "\(refused)")
        }
    }

    @Test("the manual's few lines of Python come to the same, and notice a changed line too")
    func manual() async throws {
        let daemon = try DaemonProcess()
        _ = try await SimulatedPC(daemon)
        #expect(try run(daemon, "pause", "acme").status == 0)
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../packaging/doc/audit.md").standardizedFileURL
        let manual = try String(contentsOf: file, encoding: .utf8)
        let program = try #require(manual.firstMatch(of: #/```python\n((?:.|\n)*?)```/#)).1
        func check() throws -> (status: Int32, output: String, errors: String) {
            try Tool.run(
                URL(fileURLWithPath: "/usr/bin/python3"), ["-c", String(program)], folder: daemon.folder)
        }
        let head = try run(daemon, "audit", "verify").output.firstMatch(of: #/3:([0-9a-f]{64})/#)
        let intact = try check()
        #expect(intact.output == "intact up to 3 \(head?.1 ?? "")\n", "\(intact.errors)")
        _ = try sqlite(
            daemon, "DROP TRIGGER audit_stays_as_it_is; UPDATE audit SET who = 'eve' WHERE number = 3")
        #expect(try check().errors == "line 3 does not fit\n")
    }
}
