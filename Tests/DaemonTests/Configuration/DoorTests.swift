import Foundation
import Testing

@testable import Daemon

/// The program itself: what it prints and how it ends.
@Suite("qbsyncd --check-config", .timeLimit(.minutes(10)))
struct DoorTests {
    /// The build puts every program beside the test bundle, in which we run.
    private static let program: URL? = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        let folders = sequence(first: bundle) { $0.deletingLastPathComponent() }.prefix(5)
        return folders.map { $0.appending(path: "qbsyncd") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    private func run(_ settings: String?, _ arguments: String...) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qbsyncd-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "q.toml")
        try settings?.write(to: file, atomically: true, encoding: .utf8)
        let program: URL = try #require(Self.program, "qbsyncd is not built")
        let process = Process()
        process.executableURL = program
        process.arguments = ["--config", file.path()] + arguments
        // Nothing from whoever runs the tests.
        process.environment = ["PATH": "/usr/bin:/bin"]
        // Into a file and not a pipe: Foundation traps when a signal, such as a child's end, interrupts its
        // read.
        let said = folder.appending(path: "said")
        try Data().write(to: said)
        let handle = try FileHandle(forWritingTo: said)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOf: said, encoding: .utf8)
        return (process.terminationStatus, text.replacing(folder.path() + "/", with: ""))
    }

    @Test("says that all is well, and ends with 0")
    func fine() throws {
        let text = "[store]\ndatabase = \"/tmp/q.sqlite\"\n[log]\nlevel = \"debug\""
        let (status, output) = try run(text, "--check-config")
        #expect(status == 0)
        // Where the package is installed and root runs the tests, a line says whose rights were judged.
        #expect(output.hasPrefix("q.toml: fine\n"))
        let shown = try run(text, "--check-config", "--show")
        #expect(shown.output.hasSuffix("\n[log]\nlevel = \"debug\"  # from the file\n"))
    }

    @Test("judges the defaults as well, and says where there is no file")
    func defaults() {
        let none = LoadedConfiguration(text: nil, path: "/etc/qbsyncd/qbsyncd.toml", environment: [:])
        #expect(none.report == "There is no /etc/qbsyncd/qbsyncd.toml; the defaults are fine.")
        let variables = ["QBSYNCD_STORE_DATABASE": "/tmp/q.sqlite"]
        let whole = LoadedConfiguration.whole(path: nil, environment: variables)
        #expect(!whole.report.contains("there is no folder"))
        // On a machine where the package is not installed.
        guard access("/var/lib/qbsyncd", F_OK) != 0 else { return }
        let bare = LoadedConfiguration.whole(path: nil, environment: [:])
        #expect(bare.isUsable)
        #expect(bare.report.contains("store.database: there is no folder /var/lib/qbsyncd on this machine"))
    }

    @Test("says everything that is wrong, and ends with 1")
    func broken() throws {
        let (status, output) = try run("[log]\nlevle = 1\n[store]\nsynchronous = 2", "--check-config")
        #expect(status == 1)
        #expect(
            output.split(separator: "\n").map { $0.prefix(20) } == [
                "q.toml:2: log.levle:", "q.toml:4: store.sync",
            ])
        #expect(try run(nil, "--check-config").output == "q.toml: the file does not exist.\n")
    }

    @Test("the daemon does not start with broken settings: it says them and ends with 78")
    func start() throws {
        let (status, output) = try run("[log]\nlevle = 1")
        #expect(status == 78)
        let lines = output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasSuffix("q.toml:2: log.levle: there is no such setting. Did you mean log.level?"))
        #expect(lines[1].hasSuffix("qbsyncd does not start. This repeats the check: qbsyncd --check-config"))
    }

    @Test("a wrong option ends with 64")
    func usage() throws {
        #expect(try run("", "--chek-config").status == 64)
        #expect(try run("", "--json").status == 64)
    }
}
