import ArgumentParser
import Foundation
import Witness

struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz", abstract: "Feed damaged documents to decoder and checker.",
        discussion: """
            The work is done in processes of their own, one for each core. If one crashes, hangs or finds \
            something wrong, the input that did it is left in a file; --replay runs it again.
            """)

    @OptionGroup var options: FuzzOptions
    @Option(help: ArgumentHelp("Run this input again and nothing else.", valueName: "file"))
    var replay: String?

    func run() throws {
        guard let replay else { return try options.fuzz() }
        guard let input = FuzzInput(file: Array(try Data(contentsOf: URL(filePath: replay)))) else {
            Screen.complain("\(replay) is no file of an input.")
            throw ExitCode(4)
        }
        let outcome = FuzzTrial().run(input)
        Screen.say("\(input.target.rawValue), \(input.bytes.count) bytes: \(outcome)")
        if case .broken = outcome { throw ExitCode(1) }
    }
}

struct FuzzOptions: ParsableArguments {
    @Option(help: "The number that decides all inputs; two runs with one are equal.")
    var seed: UInt64 = 2026
    @Option(help: ArgumentHelp("Seconds of the processor, all processes together.", valueName: "number"))
    var seconds = 600.0
    @Option(help: ArgumentHelp("Where inputs are left that did harm.", valueName: "folder"))
    var directory = ".build/witness"

    /// Memory that a process may have won since the first tenth of its run, in megabytes.
    private static let growth = 64.0

    /// Runs the processes, prints what they counted and throws if one of them failed.
    func fuzz() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let count = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let workers = try (0..<count).map { try Worker(number: $0, of: count, self) }
        Screen.progress("fuzzing: \(count) processes, \(Int(seconds)) s of the processor")
        var whole = FuzzReport()
        var hasFailed = false
        for worker in workers {
            if let report = try worker.finish() { whole.add(report) } else { hasFailed = true }
        }
        Screen.progress(nil)
        say(whole, hasFailed)
        if !Growth.isBounded() { hasFailed = true }
        if whole.megabytes - whole.earlyMegabytes > Self.growth {
            Screen.complain("Memory grew from \(whole.earlyMegabytes) to \(whole.megabytes) MB.")
            hasFailed = true
        }
        if hasFailed { throw ExitCode(1) }
    }

    private func say(_ report: FuzzReport, _ hasFailed: Bool) {
        Screen.say("Fuzzing, seed \(seed)")
        for (target, row) in report.rows.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            Screen.row(
                target.rawValue,
                "\(Screen.number(row.inputs)) inputs, \(Screen.number(row.taken)) taken, "
                    + "\(Screen.number(row.bytes / max(1, row.inputs))) bytes each, "
                    + "\(Screen.number(Int(Double(row.inputs) / max(row.seconds, 1e-9)))) per second")
        }
        let verdict = hasFailed ? "some did harm" : "none crashed, hung or broke a promise"
        Screen.row("all", "\(Screen.number(report.inputs)) inputs; \(verdict)")
        Screen.row("slowest", "\(Screen.rounded(report.slowest)) ms (\(report.slowestInput) bytes)")
        Screen.row(
            "memory",
            "\(Screen.rounded(report.megabytes)) MB at most, "
                + "\(Screen.rounded(report.earlyMegabytes)) MB after a tenth of the run")
    }
}

/// One process of a run.
private struct Worker {
    private let process = Process()
    private let input: String
    private let report: String
    private let harm: String

    init(number: Int, of count: Int, _ options: FuzzOptions) throws {
        let seed = options.seed &+ UInt64(number)
        input = "\(options.directory)/input-\(number)"
        report = "\(options.directory)/report-\(number)"
        harm = "\(options.directory)/harm-\(seed)"
        try? FileManager.default.removeItem(atPath: report)
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = [
            "fuzz-worker", "--seed", "\(seed)", "--seconds", "\(options.seconds / Double(count))", "--input",
            input, "--report", report,
        ]
        // The crash is told here; a backtrace of a stripped program says nothing.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["SWIFT_BACKTRACE": "enable=no"], uniquingKeysWith: { $1 })
        try process.run()
    }

    /// Waits for its end.
    ///
    /// - Returns: what it counted; nil if it failed, which is told.
    func finish() throws -> FuzzReport? {
        process.waitUntilExit()
        let hasEnded = process.terminationReason == .exit
        if hasEnded, process.terminationStatus == 0 {
            return FuzzReport(String(decoding: try Data(contentsOf: URL(filePath: report)), as: UTF8.self))
        }
        let signal = process.terminationStatus
        let what =
            hasEnded
            ? "It broke a promise" : signal == SIGVTALRM ? "It hung" : "It crashed (signal \(signal))"
        guard let last = try InputFile.lastInput(at: input) else {
            Screen.complain("\(what), and no input was held.")
            return nil
        }
        try Data(last.file).write(to: URL(filePath: harm))
        Screen.complain(
            "\(what) with an input of \(last.bytes.count) bytes for \(last.target.rawValue), "
                + "left in \(harm); "
                + "qbwitness fuzz --replay \(harm) runs it again.")
        return nil
    }
}
