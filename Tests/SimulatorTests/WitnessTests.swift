import Foundation
import QBXML
import Simulator
import Testing
import WebConnector

/// The simulator and the daemon share one catalog, so that neither would notice its mistakes. Here a schema
/// that shares nothing with them looks at what both of them write.
@Suite struct WitnessTests {
    private static let schemaPath = "qbxml-schema/xsd-13.0/qbxmlops130.xsd"
    private static let validator = "/usr/bin/xmllint"
    private static let hasSchema: ConditionTrait = .enabled(
        if: Reference.has(schemaPath) && FileManager.default.isExecutableFile(atPath: validator),
        "the schema is not beside the checkout, or there is no xmllint")

    @Test("every record of a generated company is valid against the 13.0 schema, edits included", hasSchema)
    func validRecords() throws {
        var file = CompanyFile.generated(seed: 11)
        let day = OfficeDay(invoices: 5, payments: 3, changedCustomers: 3, newCustomers: 2)
        _ = file.live(day, at: Date(timeIntervalSince1970: 1_780_000_000), seed: Seed(2))
        file.setStamp("FileID", ownerID: "{0C5C7B6E-1F3A-4F3A-9C57-60C37F4B1A2D}", to: "x")
        let found = try Self.validate(file.exported())
        #expect(found.status == 0, "\(found.said.prefix(500))")
    }

    @Test("every query of the daemon is valid against the 13.0 schema, in each of its forms", hasSchema)
    func validQueries() throws {
        let pages: [QueryPage] = [
            .whole, .first(size: 3), .next(iteratorID: "{a}", size: 3), .stop(iteratorID: "{a}"),
        ]
        var documents: [(String, [UInt8])] = []
        for category in QBXML.Category.all {
            for page in pages {
                let requests = [nil, "2025-06-30T23:59:59"].map {
                    CategoryQuery(category: category, since: $0, page: page, requestID: "7")
                }
                let set = MessageSetRequest(version: Version(major: 13, minor: 0), requests: requests)
                documents.append(("\(category.name)-\(documents.count)", set.encoded()))
            }
        }
        let found = try Self.validate(documents)
        #expect(found.status == 0, "\(found.said.prefix(500))")
    }

    @Test("the schema notices a query whose elements are turned round, as does the simulator", hasSchema)
    func invalidQuery() throws {
        let query = "<ClassQueryRq><FromModifiedDate/><ActiveStatus>All</ActiveStatus></ClassQueryRq>"
        let document = Desk.document(query)
        #expect(try Self.validate([("query", document)]).status != 0)
        var desk = Desk(.sample)
        guard case .refused = desk.reply(query) else {
            Issue.record("answered")
            return
        }
    }

    private static func validate(
        _ documents: [(name: String, document: [UInt8])]
    ) throws -> (status: Int32, said: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qbsim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = try documents.map { name, document in
            let path = folder.appending(path: name + ".xml")
            try Data(document).write(to: path)
            return path.path()
        }
        let process = Process()
        process.executableURL = URL(filePath: validator)
        process.arguments =
            ["--noout", "--schema", Reference.folder.appending(path: schemaPath).path()] + paths
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let complaints = said.split(separator: "\n").filter { !$0.hasSuffix(" validates") }
        return (process.terminationStatus, complaints.joined(separator: "\n"))
    }

    @Test("every query of the daemon's catalog is accepted, in each of its forms", arguments: Category.all)
    func catalog(category: QBXML.Category) throws {
        for version in ["13.0", "16.0", "6.0"]
        where category.exists(in: try #require(Version(version)), .unitedStates) {
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
        case .answer(let bytes, _): return try Response(decoding: bytes)
        case .refused(let refusal):
            Issue.record("\(query.category.name): \(refusal.reasons)")
            return nil
        }
    }

    @Test(
        "the daemon's decoder takes every record without a fault, with the ID and times it has here"
    )
    func decoder() throws {
        var desk = Desk(.sample)
        for category in QBXML.Category.all where category.editions.contains(Editions(.unitedStates)) {
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
