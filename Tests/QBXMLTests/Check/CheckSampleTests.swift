import Foundation
import Testing

@testable import QBXML

@Suite("The sample requests of the reference", .enabled(if: Reference.isHere, Reference.absence))
struct CheckSampleTests {
    /// The verdict of the 13.0 schema on each document of requests, from the samples' own list of contents.
    private static func verdicts() throws -> [(file: URL, isValid: Bool)] {
        let manifest = try Reference.bytes(Reference.samples.appending(path: "MANIFEST.tsv"))
        return String(decoding: manifest, as: UTF8.self).split(separator: "\n").compactMap { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count > 12, columns[2] == "rq" else { return nil }
            return (Reference.samples.appending(path: String(columns[0])), columns[12] == "yes")
        }
    }

    @Test("get the verdict that their list of contents gives, and an error says where")
    func everyRequest() throws {
        let verdicts = try Self.verdicts()
        #expect(verdicts.count >= 45)
        for (file, isValid) in verdicts {
            let name = file.lastPathComponent
            let draft = try Draft(reading: Reference.bytes(file))
            let checked = Checker.check(draft, options: CheckOptions(version: Version(major: 13, minor: 0)))
            let errors = checked.errors.filter(\.rule.isOfSchema)
            #expect(errors.isEmpty == isValid, "\(name): \(errors.map { "\($0.pointer): \($0.sentence)" })")
            #expect(errors.allSatisfy { $0.line > 0 && !$0.pointer.isEmpty }, "\(name)")
        }
    }
}
