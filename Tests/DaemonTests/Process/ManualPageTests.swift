import Foundation
import Testing

@testable import Daemon

/// The manual pages are made by packaging/manual.pl from what the programs say of themselves.
@Suite("The manual pages", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/perl")))
struct ManualPageTests {
    private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func manual(_ arguments: [String], about input: Data) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "manual-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = Self.checkout.appending(path: "packaging/manual.pl").path
        let made = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/perl"), [script] + arguments, folder: folder, input: input)
        try #require(made.status == 0, "\(made.errors)")
        #expect(made.errors.isEmpty)
        // What roff reads back as letters.
        return made.output.replacing("\\-", with: "-").replacing("\\fB", with: "").replacing("\\fR", with: "")
    }

    private func help(of name: String, in folder: URL) throws -> Data {
        Data(
            try Tool.run(
                DaemonProcess.program(name), ["--experimental-dump-help"], folder: folder
            ).output.utf8)
    }

    private struct Command: Decodable {
        var commandName: String
        var arguments: [Argument]?
        var subcommands: [Command]?

        struct Argument: Decodable {
            var names: [Name]?
            struct Name: Decodable {
                var kind: String
                var name: String
            }
        }

        /// Every command with its path, but for `help`.
        func all(under path: String = "") -> [(path: String, command: Command)] {
            let own = path.isEmpty ? commandName : "\(path) \(commandName)"
            let below = (subcommands ?? []).filter { $0.commandName != "help" }
            return [(own, self)] + below.flatMap { $0.all(under: own) }
        }
    }
    private struct Help: Decodable { var command: Command }

    @Test(
        "the page of each program has every subcommand and every option that the program has",
        arguments: [("qbsyncd", 8), ("qbsyncctl", 1), ("qbsim", 1)])
    func programs(name: String, section: Int) throws {
        let dump = try help(of: name, in: FileManager.default.temporaryDirectory)
        let page = try manual(["program", "\(section)", "1.2.3", "2026-01-01"], about: dump)
        let commands = try JSONDecoder().decode(Help.self, from: dump).command.all()
        for (path, command) in commands {
            #expect(path == name || page.contains(".SS \(path)\n"))
            for option in (command.arguments ?? []).flatMap({ $0.names ?? [] }) where option.kind == "long" {
                #expect(page.contains("--\(option.name)"), "\(path) --\(option.name)")
            }
        }
        #expect(page.hasPrefix(".TH \(name.uppercased()) \(section) \"2026-01-01\" \"qbsyncd 1.2.3\""))
    }

    @Test("the page of the configuration has every setting with its default, and says what it does")
    func configuration() throws {
        let sample = try Data(contentsOf: Self.checkout.appending(path: "etc/qbsyncd/qbsyncd.toml"))
        let page = try manual(["configuration", "1.2.3", "2026-01-01"], about: sample)
        let lines = page.split(separator: "\n")
        for setting in Setting.all {
            let place = lines.firstIndex { $0.hasPrefix("\(setting.key) = ") }
            #expect(place.map { lines[$0 - 1] == ".TP" || lines[$0 - 1] == ".TQ" } == true, "\(setting.name)")
        }
        for section in Setting.sections { #expect(page.contains(".SH [\(section.uppercased())]\n")) }
    }
}
