import Foundation
import Testing
import Witness

@Suite("The catalog's committed data", .enabled(if: Reference.isHere, Reference.absence))
struct CommittedDataTests {
    @Test("equals what the schema files say, byte for byte")
    func equality() throws {
        let folder = try SchemaFolder(at: Reference.schema)
        let derivation = try Derivation(schemas: folder.schemas, xsd: folder.xsd)
        #expect(folder.schemas.map { "\($0.version)" } == ["13.0", "14.0", "15.0", "16.0"])
        #expect((derivation.requests, derivation.answers) == (239, 239))
        #expect(derivation.disagreements == [])
        for difference in try DataFolder(at: Reference.data).differences(from: derivation) {
            var limit = 20
            let report = difference.report(limit: &limit).joined(separator: "\n")
            #expect(difference.isEmpty, "\(report)")
        }
    }
}

/// Schema files that a developer may have beside the checkout; tests that need them skip themselves without
/// them.
enum Reference {
    private static let tests = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    static let schema = tests.appending(path: "../../../shared/reference/qbxml-schema").standardizedFileURL
    static let data = tests.appending(path: "../../Sources/QBXML/Catalog/Data").standardizedFileURL

    static let isHere = FileManager.default.fileExists(
        atPath: schema.appending(path: "qbxmlops160.xml").path)
    static let absence: Comment = "the reference data is not beside this checkout"
}
