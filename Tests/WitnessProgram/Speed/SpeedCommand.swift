import ArgumentParser
import Foundation
import QBXML
import XML

/// The figures of the catalog, each beside a yardstick of the same run: what another program, or libxml2
/// alone, needs for the same bytes.
struct SpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed", abstract: "Measure checking, encoding and decoding against yardsticks.")

    @Option(help: ArgumentHelp("The built qbsyncctl.", valueName: "program"))
    var qbsyncctl: String
    @Option(help: ArgumentHelp("Size of the answer that is decoded.", valueName: "MB"))
    var size = 100
    @Option(help: ArgumentHelp("Folder for the files that are measured.", valueName: "folder"))
    var directory: String

    func run() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        // First, because later nobody reads the catalog any more.
        let catalog = Stopwatch.once { _ = Catalog.standard.requests.count }
        row("reading the catalog, once per process", Stopwatch.milliseconds(catalog))
        try checkAndEncode()
        try decode()
        try process()
    }

    private func checkAndEncode() throws {
        let json = Array(SampleTexts.invoice(lines: 1_000).utf8)
        let head = MessageSetHead(version: Version.preferred)
        let draft = try Draft(reading: json)
        let document = Checker.check(draft).document(head)
        let bare = try Stopwatch.best(of: 51) {
            let reader = Reader(Deaf())
            try reader.push(document)
            try reader.finish()
        }
        let judged = Stopwatch.best(of: 51) { _ = Checker.check(draft).document(head) }
        let whole = try Stopwatch.best(of: 51) {
            _ = Checker.check(try Draft(reading: json)).document(head)
        }
        row("yardstick: libxml2 reads the document of 1,000 lines", Stopwatch.milliseconds(bare))
        row("check and encode an InvoiceAdd with 1,000 lines", Stopwatch.milliseconds(judged), judged / bare)
        row("the same, from JSON bytes", Stopwatch.milliseconds(whole), whole / bare)
    }

    private func decode() throws {
        let path = directory + "/answer.xml"
        let bytes = try SampleTexts.writeAnswer(to: path, megabytes: size)
        let xmllint = try Stopwatch.best(of: 3) {
            try Program.run("/usr/bin/xmllint", ["--stream", "--noout", path])
        }
        var records = 0
        let ours = try Stopwatch.best(of: 3) { records = try Self.recordsRead(from: path) }
        let rate = { (seconds: Double) in "\(Int(Double(bytes) / 1e6 / seconds)) MB/s" }
        row("yardstick: xmllint --stream --noout, \(bytes / 1_000_000) MB", rate(xmllint))
        row("decoding the same, \(records) invoices, in pieces", rate(ours), xmllint / ours)
        row("peak memory of this program after that", "\(Program.peakMemory() >> 20) MB")
        try FileManager.default.removeItem(atPath: path)
    }

    private static func recordsRead(from path: String) throws -> Int {
        var records = 0
        let reader = ResponseReader { event in
            if case .record = event { records += 1 }
        }
        guard let file = FileHandle(forReadingAtPath: path) else { throw ExitCode(4) }
        while let piece = try file.read(upToCount: 64 << 10), !piece.isEmpty {
            try piece.withUnsafeBytes { try reader.push($0) }
        }
        _ = try reader.finish()
        return records
    }

    private func process() throws {
        let path = directory + "/customer.xml"
        try Data(SampleTexts.customer.utf8).write(to: URL(filePath: path))
        let xmllint = try Stopwatch.median(of: 41) { try Program.run("/usr/bin/xmllint", ["--noout", path]) }
        let check = try Stopwatch.median(of: 41) { try Program.run(qbsyncctl, ["check", path]) }
        row("yardstick: xmllint --noout on a small file, as a process", Stopwatch.milliseconds(xmllint))
        row("qbsyncctl check on it, as a process", Stopwatch.milliseconds(check), check / xmllint)
    }

    private func row(_ name: String, _ value: String, _ ratio: Double? = nil) {
        let name = name.padding(toLength: 56, withPad: " ", startingAt: 0)
        let ratio = ratio.map { String(format: "   %.2f of the yardstick", $0) } ?? ""
        Screen.say(name + value + ratio)
    }
}

/// Hears everything and does nothing.
private final class Deaf: EventHandler {
    func start(_ name: Name, _ attributes: Attributes) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ name: Name) {}
}
