import Foundation
import QBXML
import Testing
import XML

@Suite("The samples of the reference", .enabled(if: Reference.isHere, Reference.absence))
struct ReferenceSampleTests {
    /// One line of the samples' own list of contents.
    private struct Entry {
        let requestIDs: [String?]
        let statuses: [Int]
        let records: [Int]
        let remaining: [Int?]
        let elements: [String]

        init?(_ line: Substring) {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count > 11, columns[2] == "rs" else { return nil }
            func list(_ column: Int) -> [String] { columns[column].split(separator: ",").map(String.init) }
            let isEmpty = columns[6] == "0"
            elements = isEmpty ? [] : list(7)
            requestIDs = isEmpty ? [] : list(8).map { $0 == "-" ? nil : $0 }
            statuses = isEmpty ? [] : list(9).compactMap { Int($0) }
            records = isEmpty ? [] : list(10).compactMap { Int($0) }
            remaining = isEmpty ? [] : list(11).map { Int($0) }
        }
    }

    private static func entries() throws -> [String: Entry] {
        let manifest = try Reference.bytes(Reference.samples.appending(path: "MANIFEST.tsv"))
        var entries: [String: Entry] = [:]
        for line in String(decoding: manifest, as: UTF8.self).split(separator: "\n") {
            let name = line.prefix { $0 != "\t" }
            if let entry = Entry(line) { entries[String(name)] = entry }
        }
        return entries
    }

    /// A report has no ID by nature; the two customers are cut out of programs that asked for a few elements
    /// only.
    private static let withoutID = [
        "rs-GeneralSummaryReportQueryRs-quickbooks-php.xml": ["Report"],
        "rs-CustomerQueryRs-intuit-sdk.xml": ["Customer"],
        "rs-CustomerQueryRs-jsgoupil-2.xml": ["Customer"],
    ]

    @Test("decode to what their list of contents says, with valid JSON")
    func everyAnswer() throws {
        let entries = try Self.entries()
        let files = try Reference.samples("rs-")
        #expect(files.count >= 28)
        for file in files {
            let name = file.lastPathComponent
            let entry = try #require(entries[name], "\(name)")
            let response = try Response(decoding: Reference.bytes(file), encoding: .declared)
            #expect(response.answers.map(\.element) == entry.elements, "\(name)")
            // The list of contents cuts long request IDs.
            let requestIDs = response.answers.map { $0.requestID.map { String($0.prefix(60)) } }
            #expect(requestIDs == entry.requestIDs, "\(name)")
            #expect(response.answers.map(\.status.code) == entry.statuses, "\(name)")
            #expect(response.answers.map { $0.records.count + $0.faults.count } == entry.records, "\(name)")
            #expect(response.answers.map(\.iteratorRemaining) == entry.remaining, "\(name)")
            for record in response.answers.flatMap(\.records) {
                #expect(throws: Never.self, "\(name)") { try Fixture.check(record) }
            }
            let faults = response.answers.flatMap(\.faults).map(\.kind)
            #expect(faults == Self.withoutID[name, default: []], "\(name)")
        }
    }

    @Test("throw when they are cut, wherever")
    func truncation() throws {
        for file in try Reference.samples("rs-") {
            let bytes = try Reference.bytes(file)
            let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
            for length in stride(from: 0, through: end, by: 13) {
                #expect(throws: ResponseError.self, "\(file.lastPathComponent) at \(length)") {
                    try Response(decoding: Array(bytes[..<length]), encoding: .declared)
                }
            }
        }
    }

    @Test("show a captured invoice as JSON with its lists")
    func capturedInvoice() throws {
        let file = Reference.samples.appending(path: "rs-InvoiceQueryRs-quickbooks-php.xml")
        let response = try Response(decoding: Reference.bytes(file))
        let records = try #require(response.answers.first?.records)
        #expect(records.map(\.id) == ["4-1232328070", "7-1232328243"])
        #expect(records.map(\.name) == [nil, "1"])
        let second = try Fixture.check(records[1])
        #expect((second["InvoiceLineRet"] as? [[String: Any]])?.count == 2)
        #expect(second["Subtotal"] as? String == "183.00")
        #expect(second["IsPaid"] as? Bool == false)
        #expect(second["SalesTaxPercentage"] as? String == "6.00")
        let first = try Fixture.check(records[0])
        #expect((first["LinkedTxn"] as? [[String: Any]])?.count == 1)
    }

    @Test("have times that can all be read")
    func times() throws {
        var count = 0
        for file in try Reference.samples("rs-") {
            let response = try Response(decoding: Reference.bytes(file), encoding: .declared)
            for record in response.answers.flatMap(\.records) {
                let text = String(decoding: record.json, as: UTF8.self)
                #expect(text.contains("TimeModified") == (record.timeModified != nil))
                count += 1
            }
        }
        #expect(count > 15)
    }

    @Test("include the Web Connector's first words about a company file")
    func hcpResponse() throws {
        let file = Reference.samples.appending(path: "rs-HostQueryRs-hcpresponse-short-qbwc.xml")
        let response = try HCPResponse(decoding: Reference.bytes(file))
        let owner = "512349b1-1111-2222-3333-000de1813d20"
        #expect(response.host?.productName == "QuickBooks Pro 2014")
        #expect(response.host?.supportedVersions.max() == Version(major: 13, minor: 0))
        #expect(response.company?.name == "myCompany")
        #expect(response.hasPreferences == false)
        #expect(response.fileID(ownerID: owner) == "{00000ee-1111-ffff-cccc-5ff123456047}")
        #expect(response.workstation(ownerID: owner) == "REDACTED")
        #expect(response.fileID(ownerID: "{00000000-0000-0000-0000-000000000000}") == nil)
    }
}
