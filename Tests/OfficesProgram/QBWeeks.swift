import ArgumentParser
import Foundation
import Offices
import Synchronization

/// `qbweeks`: lets thousands of office weeks happen and compares mirror and company file after each. A
/// developer's tool; it does not ship.
@main
struct QBWeeks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qbweeks",
        abstract: "Lives seeded office weeks, and holds the mirror against the company file after each.",
        discussion: "Exit codes: 0 all weeks end equal; 1 one does not, and its seed is printed.")

    @Option(help: "The first seed.")
    var first: UInt64 = 1
    @Option(help: "How many weeks.")
    var weeks = 2000

    @Option(help: "Not weeks, but so many conversations with requests and faults, from the same first seed.")
    var writes: Int?

    @Option(help: "Not weeks, but so many days of 100 companies in which nobody works.")
    var idleDays: Int?

    @Option(help: "A query that is put to the mirror at the end of each week that went wrong.")
    var ask: String?

    func run() async throws {
        if let idleDays { return try await idle(days: idleDays) }
        if let writes { return try liveWrites(writes) }
        let clock = ContinuousClock()
        let start = clock.now
        let failed = Failures()
        let (first, weeks, ask) = (first, weeks, ask)
        DispatchQueue.concurrentPerform(iterations: weeks) { index in
            let seed = first &+ UInt64(index)
            let findings: [String]
            do {
                var week = try OfficeWeek(seed: seed)
                var found = try week.live()
                if !found.isEmpty, let ask { found += try week.ask(ask) }
                findings = found
            } catch {
                findings = ["\(error)"]
            }
            failed.take(findings, seed: seed, of: weeks)
        }
        let seconds = (clock.now - start).components.seconds
        print("\(weeks) office weeks from seed \(first): \(failed.count) ended wrong, in \(seconds) s")
        if failed.count > 0 { throw ExitCode(1) }
    }
}

extension QBWeeks {
    /// Conversations of one life; some more follow until all is settled.
    private static let ofOneLife = 40

    private func liveWrites(_ wanted: Int) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let failed = Failures()
        let lives = (wanted + Self.ofOneLife - 1) / Self.ofOneLife
        let first = first
        let lived = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: lives) { index in
            let seed = first &+ UInt64(index)
            var findings: [String]
            do {
                var life = try WriteLife(seed: seed)
                try life.live(conversations: Self.ofOneLife)
                findings = life.findings
                lived.withLock { $0 += life.conversations }
            } catch {
                findings = ["\(error)"]
            }
            failed.take(findings, seed: seed, of: lives)
        }
        let seconds = (clock.now - start).components.seconds
        let count = lived.withLock { $0 }
        print(
            "\(count) conversations in \(lives) lives from seed \(first): \(failed.count) lives ended wrong, "
                + "in \(seconds) s")
        if failed.count > 0 { throw ExitCode(1) }
    }
}

extension QBWeeks {
    /// Conversations are kept a week here, so that a month shows whether what is older goes.
    private static let keptDays = 7

    private func idle(days: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qbweeks-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let clock = ContinuousClock()
        let start = clock.now
        var month = try IdleMonth(
            connectors: 100, keep: Self.keptDays, path: folder.appendingPathComponent("idle.sqlite").path,
            seed: first)
        try await month.live(days: days) { standing in
            let database = Double(standing.databaseBytes) / 1_048_576
            let memory = Double(standing.residentBytes) / 1_048_576
            print(
                "day \(standing.day): \(standing.calls) calls, database "
                    + String(format: "%.1f MB, memory %.1f MB", database, memory))
        }
        print("\(days) days of 100 companies, in \((clock.now - start).components.seconds) s")
    }
}

/// What the threads found.
private final class Failures: Sendable {
    private struct State {
        var done = 0
        var failed = 0
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.failed } }

    func take(_ findings: [String], seed: UInt64, of weeks: Int) {
        state.withLock { state in
            state.done += 1
            if isatty(2) != 0, state.done.isMultiple(of: 10) || state.done == weeks {
                FileHandle.standardError.write(Data("\rweek \(state.done) of \(weeks) ".utf8))
                if state.done == weeks { FileHandle.standardError.write(Data("\n".utf8)) }
            }
            guard !findings.isEmpty else { return }
            state.failed += 1
            print("seed \(seed): \(findings.count) findings")
            for finding in findings.prefix(40) { print("  \(finding.prefix(3000))") }
        }
    }
}
