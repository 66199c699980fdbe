import Foundation
import QBXML
import Simulator
import Testing
import WebConnector

/// What the simulator and the daemon would both get wrong if one of them believed the other.
@Suite struct WitnessTests {
    private static let schemaPath = "qbxml-schema/xsd-13.0/qbxmlops130.xsd"
    private static let validator = "/usr/bin/xmllint"

    @Test(
        "every record of a generated company is valid against the 13.0 schema, edits included",
        .enabled(
            if: Reference.has(schemaPath) && FileManager.default.isExecutableFile(atPath: validator),
            "the schema is not beside the checkout, or there is no xmllint"))
    func validRecords() throws {
        var file = CompanyFile.generated(seed: 11)
        let day = OfficeDay(invoices: 5, payments: 3, changedCustomers: 3, newCustomers: 2)
        _ = file.live(day, at: Date(timeIntervalSince1970: 1_780_000_000), seed: Seed(2))
        file.setStamp("FileID", ownerID: "{0C5C7B6E-1F3A-4F3A-9C57-60C37F4B1A2D}", to: "x")
        let folder = FileManager.default.temporaryDirectory.appending(path: "qbsim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let schema = Reference.folder.appending(path: Self.schemaPath).path()
        for (name, document) in file.exported() {
            let path = folder.appending(path: name + ".xml")
            try Data(document).write(to: path)
            let process = Process()
            process.executableURL = URL(filePath: Self.validator)
            process.arguments = ["--noout", "--schema", schema, path.path()]
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(name): \(said.prefix(500))")
        }
    }

    @Test("every query of the daemon's catalog is accepted, in each of its forms", arguments: Category.all)
    func catalog(category: QBXML.Category) throws {
        for version in ["13.0", "16.0", "6.0"] {
            for since in [nil, "2025-06-30T23:59:59"] {
                var desk = Desk(.sample)
                let query = CategoryQuery(
                    category: category, since: since, page: .first(size: 3), requestID: "7")
                let first = try #require(try response(query, version, &desk))
                let answer = try #require(first.answers.first)
                #expect(answer.requestID == "7")
                guard let iteratorID = answer.iteratorID, (answer.iteratorRemaining ?? 0) > 0 else {
                    continue
                }
                let next = CategoryQuery(
                    category: category, since: since, page: .next(iteratorID: iteratorID, size: 3),
                    requestID: "8")
                #expect(try response(next, version, &desk)?.answers.first?.status.code == 0)
                let stop = CategoryQuery(
                    category: category, since: since, page: .stop(iteratorID: iteratorID), requestID: "9")
                #expect(try response(stop, version, &desk)?.answers.first?.requestID == "9")
            }
        }
    }

    private func response(_ query: CategoryQuery, _ version: String, _ desk: inout Desk) throws -> Response? {
        let version = try #require(Version(version))
        let document = MessageSetRequest(version: version, requests: [query]).encoded()
        switch desk.session.answer(document, from: &desk.file) {
        case .answer(let bytes): return try Response(decoding: bytes)
        case .refused(let refusal):
            Issue.record("\(query.category.name): \(refusal.explanation)")
            return nil
        }
    }

    @Test(
        "the daemon's decoder takes every record without a fault, with the ID and times it has here"
    )
    func decoder() throws {
        var desk = Desk(.sample)
        for category in QBXML.Category.all {
            let query = CategoryQuery(category: category, page: .whole, requestID: "1")
            let answer = try #require(try response(query, "13.0", &desk)?.answers.first)
            #expect(answer.faults.isEmpty, "\(category.name)")
            for record in answer.records {
                let family = desk.file.counts.first { desk.file.record($0.family, id: record.id) != nil }?
                    .family
                let own = family.flatMap { desk.file.record($0, id: record.id) }
                guard let own else { continue }
                #expect(record.editSequence == own.editSequence)
                #expect(record.timeModified.map { $0.prefix(19) } == own["TimeModified"].prefix(19))
            }
            let kept = desk.file.counts.first { query.category.query == $0.family + "QueryRq" }?.count
            if let kept { #expect(answer.records.count == kept, "\(category.name)") }
        }
    }

    @Test("the daemon reads stamp, lock and version from the answer to the opening queries")
    func openingQueries() throws {
        var pc = try Workstation.paired()
        let script = Script()
        _ = try pc.update(script)
        guard case .sendRequestXML(let first) = script.calls[3] else {
            Issue.record("no sendRequestXML")
            return
        }
        let opening = try HCPResponse(decoding: first.hcpResponse)
        let owner = Workstation.connectionFile.ownerID
        #expect(opening.fileID(ownerID: owner) == Workstation.connectionFile.fileID)
        #expect(opening.workstation(ownerID: owner) == "FRONTDESK")
        #expect(opening.company?.name == pc.companyFiles[0].name)
        #expect(opening.host?.supportedVersions.max() == Version("16.0"))
        #expect(opening.hasPreferences)
    }
}
