import Foundation
import Simulator
import Testing
import WebConnector

/// Backup, restore and the next start, with the real programs.
@Suite("qbsyncctl restore", .serialized, .timeLimit(.minutes(10)))
struct RestoreProcessTests {
    private func run(
        _ daemon: DaemonProcess, _ arguments: String...
    ) throws -> (status: Int32, output: String, errors: String) { try daemon.run("qbsyncctl", arguments) }

    private func restore(
        _ daemon: DaemonProcess, _ copy: String, _ more: String...
    ) throws -> (status: Int32, output: String, errors: String) {
        let arguments = ["restore", copy, "--config", "\(daemon.folder.path)/qbsyncd.toml"]
        return try daemon.run("qbsyncctl", arguments + more)
    }

    private func converse(_ pc: SimulatedPC) async throws {
        let outcome = try await pc.converse(at: Date()) { _, call in
            try await pc.daemon.post(call.encoded(as: .document))
        }
        // A conversation for requests alone ends in the Web Connector's other way.
        #expect(outcome.isGood || outcome.text.hasPrefix("Success"), "\(outcome)")
    }

    @Test("a request that was sent after the copy is in the books once, and its restored request knows it")
    func whole() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        try await converse(pc)
        let file = daemon.folder.appending(path: "new.json")
        try #"{"CustomerAdd":{"Name":"Elm Street Bakery"}}"#.write(
            to: file, atomically: true, encoding: .utf8)
        let added = try run(daemon, "request", "add", "acme", file.path)
        let id = String(try #require(added.output.firstMatch(of: #/req_[0-9a-f]{32}/#)).output)
        let made = try run(daemon, "backup", "--to-directory", "copies", "--keep", "2")
        #expect(made.status == 0 && made.output.contains("checked and sound"), "\(made)")
        let copy = String(try #require(made.output.split(separator: ",").first))
        #expect(copy.hasPrefix("\(daemon.folder.path)/copies/qbsyncd-"))
        let checked = try run(daemon, "check-store", "--file", copy)
        #expect(checked.status == 0 && checked.output.contains("sound"), "\(checked)")

        let running = try restore(daemon, copy)
        #expect(running.status == 75, "\(running)")
        #expect(running.errors.contains("qbsyncd is running (process \(daemon.processID))"))
        try await converse(pc)
        #expect(try run(daemon, "request", "show", id).output.contains("Applied."))

        #expect(daemon.stop() == 0)
        let done = try restore(daemon, copy, "--json")
        #expect(done.status == 0, "\(done)")
        let receipt = try #require(
            try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any])
        let aside = try #require(receipt["set_aside"] as? String)
        #expect(FileManager.default.fileExists(atPath: aside))
        try daemon.start()
        #expect(daemon.log.contains("1 request waited in it and may have been sent since"))
        let doctor = try run(daemon, "doctor")
        #expect(
            doctor.status == 1 && doctor.output.contains("1 request may have been sent in between"),
            "\(doctor)")
        let shown = try run(daemon, "request", "show", id)
        #expect(shown.output.contains("may have been sent before the database was put back"), "\(shown)")
        let events = try await daemon.order(.get, "/v1/events?after=0&limit=1000")
        #expect(events.text.contains(#""kind":"database.restored""#))

        try await converse(pc)
        let after = try run(daemon, "request", "show", id)
        #expect(after.output.contains("the books show that it was carried out"), "\(after)")
        #expect(pc.company?.appliedWrites.count { $0.requestID == id } == 1)
        #expect(try run(daemon, "check-store").status == 0)
    }

    @Test("what is no copy is refused with a status of its own, and nothing is changed")
    func refused() throws {
        let daemon = try DaemonProcess()
        #expect(daemon.stop() == 0)
        let foreign = daemon.folder.appending(path: "foreign.sqlite")
        try Data(repeating: 7, count: 8192).write(to: foreign)
        let refused = try restore(daemon, foreign.path)
        #expect(refused.status == 65 && refused.errors.contains("Nothing was changed."), "\(refused)")
        let json = try restore(daemon, foreign.path, "--json")
        #expect(json.status == 65 && json.errors.contains(#""title":"Not restored""#), "\(json)")
        #expect(try restore(daemon, "/nonexistent").status == 1)
        try daemon.start()
        #expect(!daemon.log.contains("that was put back"))
    }

    @Test("a folder of backups keeps as many as it is told to")
    func retention() throws {
        let daemon = try DaemonProcess()
        let folder = daemon.folder.appending(path: "copies").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: URL(filePath: "\(folder)/notes.txt"))
        let first = try run(daemon, "backup", "--to-directory", folder, "--keep", "1")
        #expect(first.status == 0, "\(first)")
        // A name is a second long; the next one comes when that is over.
        var second = first
        repeat {
            second = try run(daemon, "backup", "--to-directory", folder, "--keep", "1", "--json")
        } while second.status == 1 && second.errors.contains("exists already")
        #expect(second.status == 0, "\(second)")
        #expect(second.output.contains(#""removed":["\#(folder)/qbsyncd-"#), "\(second)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 2 && names.contains("notes.txt"))
        #expect(try run(daemon, "backup", "--keep", "1", "x.sqlite").status == 64)
        #expect(try run(daemon, "backup").status == 64)
    }

    @Test("a second daemon does not take the database of the first")
    func twoDaemons() throws {
        let daemon = try DaemonProcess()
        let second = try Tool.run(
            DaemonProcess.program("qbsyncd"), ["--config", "\(daemon.folder.path)/qbsyncd.toml"],
            folder: daemon.folder)
        #expect(second.status == 1)
        #expect((second.output + second.errors).contains("qbsyncd is running (process \(daemon.processID))"))
    }
}
