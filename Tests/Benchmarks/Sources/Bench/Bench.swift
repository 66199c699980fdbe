import ArgumentParser
import Foundation

@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures qbsyncd from outside, against yardsticks of the same run.",
        subcommands: [Measure.self, Echo.self], defaultSubcommand: Measure.self)
}

struct Echo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The yardstick: a bare Hummingbird echo.")
    @Option var port: Int
    @Option(help: "A database in which each body is stored before it is sent back.") var store: String?

    func run() async throws {
        try await Yardstick.runEcho(port: port, storing: store.map(DurableRows.init))
    }
}

struct Measure: AsyncParsableCommand {
    @Option(help: "Folder with the built programs.") var programs: String
    @Option(help: "Folder for the store; its disk is part of what is measured.") var directory: String
    @Option(help: "A folder on tmpfs, for the figures without a disk.") var memory: String = "/dev/shm"
    @Option(help: "Exchanges in the one conversation.") var exchanges: Int = 1_000
    @Option(help: "Megabytes of the big answers.") var big: Int = 100
    @Option(help: "Records in the big mirror, and requests kept.") var records: Int = 1_000_000
    @Option(
        help: "Only these parts: exchanges, large, thousand, ingest, first, unchanged, million, requests.")
    var only: [Part] = Part.allCases
    @Flag(help: "Figures as JSON.") var json = false

    enum Part: String, CaseIterable, ExpressibleByArgument {
        case exchanges, large, thousand, ingest, first, unchanged, million, requests
    }

    func run() async throws {
        var report = Report()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        if only.contains(.exchanges) { try measureExchanges(&report) }
        if only.contains(.large) {
            try LargeAnswer(programs: programs, directory: "\(directory)/large").run(&report)
        }
        if only.contains(.thousand) {
            try Thousand(programs: programs, directory: "\(directory)/thousand").run(&report)
        }
        if only.contains(.ingest) {
            try Ingest(
                programs: programs, directory: "\(directory)/ingest", bytes: big * 1_000_000
            ).run(&report)
        }
        if only.contains(.first) {
            try FirstSync(programs: programs, directory: "\(directory)/first").run(&report)
        }
        if only.contains(.unchanged) {
            try Unchanged(programs: programs, directory: "\(directory)/unchanged").run(&report)
        }
        if only.contains(.million) {
            try Million(
                programs: programs, directory: "\(directory)/million", records: records
            ).run(&report)
        }
        if only.contains(.requests) {
            try Requests(
                programs: programs, directory: "\(directory)/requests", count: records
            ).run(&report)
        }
        print(json ? report.json : report.table)
    }
}

extension Measure {
    private func measureExchanges(_ report: inout Report) throws {
        report.add("bare SQLite commits", Yardstick.commitsPerSecond(directory: directory), "commits/s")
        let echo = try EchoProcess(port: 18_379)
        let echoed = try echo.callsPerSecond()
        echo.stop()
        report.add("bare Hummingbird echo, one connection", echoed, "calls/s")
        try Exchanges(programs: programs, directory: "\(directory)/disk", count: exchanges).run(
            &report, on: "store on disk")
        try Exchanges(programs: programs, directory: "\(memory)/qbsyncd-bench", count: exchanges).run(
            &report, on: "store on tmpfs")
    }
}

/// Figures with their units, in the order they were taken.
struct Report {
    private var rows: [(name: String, value: Double, unit: String)] = []

    mutating func add(_ name: String, _ value: Double, _ unit: String) {
        rows.append((name, value, unit))
        FileHandle.standardError.write(Data("  \(name): \(Self.format(value)) \(unit)\n".utf8))
    }

    static func format(_ value: Double) -> String {
        value >= 100 ? String(Int(value.rounded())) : String(format: "%.2f", value)
    }

    var table: String {
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { row in
            let name = row.name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
            return name + Self.format(row.value) + " " + row.unit
        }.joined(separator: "\n")
    }

    var json: String {
        let items = rows.map { #"{"name": "\#($0.name)", "value": \#($0.value), "unit": "\#($0.unit)"}"# }
        return "[\n  " + items.joined(separator: ",\n  ") + "\n]"
    }
}
