import ArgumentParser
import FoundationEssentials
import Witness

/// The process that may crash. `qbwitness fuzz` starts some and looks what becomes of them.
struct FuzzWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fuzz-worker", shouldDisplay: false)

    @Option var seed: UInt64
    @Option var seconds: Double
    /// Where the input that is being run is held.
    @Option var input: String
    @Option var report: String

    /// An input that takes longer than this has hung: half a minute of the processor.
    private static let patience = 30
    /// What an input may take besides that: a tenth of a second, and two microseconds for each byte, which is
    /// some twenty times of what is usual.
    private static func allowance(_ bytes: Int) -> Double { 0.1 + 2e-6 * Double(bytes) }

    func run() throws {
        let file = try InputFile(at: input)
        var fuzzer = Fuzzer(seed: seed)
        let trial = FuzzTrial()
        var counted = FuzzReport()
        let start = Usage.seconds
        var last = start
        while last - start < seconds {
            let next = fuzzer.next()
            file.hold(next)
            Usage.endAfter(seconds: Self.patience)
            let begin = Usage.seconds
            let outcome = trial.run(next)
            last = Usage.seconds
            try judge(next, outcome, last - begin)
            counted.note(next, outcome, last - begin)
            if counted.earlyMegabytes == 0, last - start > seconds / 10 {
                counted.earlyMegabytes = Usage.peakMegabytes
            }
        }
        counted.megabytes = Usage.peakMegabytes
        try Data(counted.text.utf8).write(to: URL(filePath: report))
    }

    private func judge(_ input: FuzzInput, _ outcome: FuzzTrial.Outcome, _ seconds: Double) throws {
        if case .broken(let problem) = outcome {
            Screen.complain(problem)
            throw ExitCode(1)
        }
        if seconds > Self.allowance(input.bytes.count) {
            Screen.complain("\(input.bytes.count) bytes took \(seconds) s of the processor.")
            throw ExitCode(1)
        }
    }
}

extension FuzzReport {
    fileprivate mutating func note(_ input: FuzzInput, _ outcome: FuzzTrial.Outcome, _ seconds: Double) {
        rows[input.target, default: Row()].inputs += 1
        rows[input.target]?.bytes += input.bytes.count
        rows[input.target]?.seconds += seconds
        if outcome == .taken { rows[input.target]?.taken += 1 }
        if seconds * 1_000 > slowest {
            slowest = seconds * 1_000
            slowestInput = "\(input.target.rawValue) \(input.bytes.count)"
        }
    }
}
