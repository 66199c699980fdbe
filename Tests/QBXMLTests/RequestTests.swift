import Foundation
import QBXML
import Testing

@Suite("A request")
struct RequestTests {
    private func category(_ name: String) throws -> Category { try #require(Category.named(name)) }

    private func document(
        _ name: String, _ page: QueryPage, since: String? = nil, version: String = "13.0"
    ) throws -> String {
        let query = CategoryQuery(category: try category(name), since: since, page: page, requestID: "7")
        let version = try #require(Version(version))
        return String(
            decoding: MessageSetRequest(version: version, requests: [query]).encoded(), as: UTF8.self)
    }

    private func body(
        _ name: String, _ page: QueryPage, since: String? = nil, version: String = "13.0"
    ) throws -> String {
        let document = try document(name, page, since: since, version: version)
        let head = """
            <?xml version="1.0" encoding="utf-8"?><?qbxml version="\(version)"?>\
            <QBXML><QBXMLMsgsRq onError="continueOnError">
            """
        let tail = "</QBXMLMsgsRq></QBXML>"
        #expect(document.hasPrefix(head))
        #expect(document.hasSuffix(tail))
        return String(document.dropFirst(head.count).dropLast(tail.count))
    }

    @Test("opens an iterator with the size of its pages and every filter in the schema's order")
    func firstPage() throws {
        #expect(
            try body("customers", .first(size: 200), since: "2023-07-01T10:00:00") == """
                <CustomerQueryRq requestID="7" iterator="Start"><MaxReturned>200</MaxReturned>\
                <ActiveStatus>All</ActiveStatus><FromModifiedDate>2023-07-01T10:00:00</FromModifiedDate>\
                <OwnerID>0</OwnerID></CustomerQueryRq>
                """)
        #expect(
            try body("invoices", .first(size: 50), since: "2023-07-01T10:00:00") == """
                <InvoiceQueryRq requestID="7" iterator="Start"><MaxReturned>50</MaxReturned>\
                <ModifiedDateRangeFilter><FromModifiedDate>2023-07-01T10:00:00</FromModifiedDate>\
                </ModifiedDateRangeFilter><IncludeLineItems>true</IncludeLineItems>\
                <IncludeLinkedTxns>true</IncludeLinkedTxns><OwnerID>0</OwnerID>\
                </InvoiceQueryRq>
                """)
    }

    @Test("continues an iterator with the same filters", arguments: Category.all.map(\.name))
    func nextPage(name: String) throws {
        guard try category(name).paging == .iterator else { return }
        let first = try body(name, .first(size: 10), since: "2023-07-01T10:00:00")
        let next = try body(name, .next(iteratorID: "{a-b}", size: 10), since: "2023-07-01T10:00:00")
        #expect(
            next
                == first.replacing(#"iterator="Start""#, with: #"iterator="Continue" iteratorID="{a-b}""#))
    }

    @Test("gives an iterator up without asking for a page")
    func stop() throws {
        #expect(
            try body("vendors", .stop(iteratorID: "{a}")) == """
                <VendorQueryRq requestID="7" iterator="Stop" iteratorID="{a}">\
                <ActiveStatus>All</ActiveStatus><OwnerID>0</OwnerID></VendorQueryRq>
                """)
    }

    @Test("for what has no iterator asks for everything, without a limit that would cut it off silently")
    func wholes() throws {
        #expect(
            try body("accounts", .first(size: 5), since: nil) == """
                <AccountQueryRq requestID="7"><ActiveStatus>All</ActiveStatus><OwnerID>0</OwnerID>\
                </AccountQueryRq>
                """)
        #expect(
            try body("company", .whole, since: "2023-07-01T10:00:00")
                == #"<CompanyQueryRq requestID="7"><OwnerID>0</OwnerID></CompanyQueryRq>"#)
        #expect(
            try body("preferences", .whole)
                == #"<PreferencesQueryRq requestID="7"></PreferencesQueryRq>"#)
    }

    @Test("asks for the lines of transactions and for inactive records")
    func linesAndInactive() throws {
        for category in Category.all {
            let text = try body(category.name, .whole)
            #expect(text.contains("<IncludeLineItems>true</IncludeLineItems>") == category.hasLineItems)
            #expect(text.contains("<ActiveStatus>All</ActiveStatus>") == category.hasActiveStatus)
        }
    }

    @Test("leaves out what an older qbXML lacks, and then asks for the whole")
    func olderVersions() throws {
        #expect(
            try body("items", .first(size: 9), version: "4.0") == """
                <ItemQueryRq requestID="7"><ActiveStatus>All</ActiveStatus><OwnerID>0</OwnerID></ItemQueryRq>
                """)
        #expect(
            try body("items", .next(iteratorID: "{a}", size: 9), version: "1.0")
                == #"<ItemQueryRq requestID="7"><ActiveStatus>All</ActiveStatus></ItemQueryRq>"#)
        #expect(try body("items", .first(size: 9), version: "5.0").contains("<MaxReturned>9</MaxReturned>"))
        #expect(try body("received-payments", .whole, version: "1.0").isEmpty)
        #expect(try category("items").iterates(in: Version(major: 5, minor: 0)))
        #expect(try category("items").iterates(in: Version(major: 4, minor: 1)) == false)
        #expect(try category("accounts").iterates(in: Version(major: 13, minor: 0)) == false)
    }

    @Test("reads everything when the watermark cannot be read, and cuts an offset off")
    func oddWatermarks() throws {
        #expect(try body("customers", .whole, since: "soon").contains("FromModifiedDate") == false)
        #expect(
            try body("customers", .whole, since: "2023-7-1T9:05:00-05:00")
                .contains("<FromModifiedDate>2023-07-01T09:05:00</FromModifiedDate>"))
        #expect(try body("customers", .first(size: 0)).contains("<MaxReturned>1</MaxReturned>"))
    }

    @Test("holds several queries, and only characters that every QuickBooks takes")
    func characters() throws {
        let queries = [
            CategoryQuery(category: try category("classes"), page: .whole, requestID: "é<&\"😀"),
            CategoryQuery(category: try category("terms"), page: .whole, requestID: "2"),
        ]
        let request = MessageSetRequest(
            version: Version(major: 3, minor: 0, edition: "CA"), requests: queries, onError: .stopOnError)
        let bytes = request.encoded()
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"<?xml version="1.0" encoding="utf-8"?><?qbxml version="CA3.0"?><QBXML>"#))
        #expect(text.contains(#"<QBXMLMsgsRq onError="stopOnError">"#))
        #expect(text.contains(#"requestID="&#233;&lt;&amp;&quot;&#128512;""#))
        #expect(text.contains("<TermsQueryRq requestID=\"2\">"))
        #expect(request.encoded() == bytes)
    }

    private static let xmllint = "/usr/bin/xmllint"
    private static let canValidate = Reference.isHere && FileManager.default.isExecutableFile(atPath: xmllint)

    @Test(
        "is valid by Intuit's 13.0 XSD, for every category, every page and with or without a watermark",
        .enabled(if: canValidate, "it needs xmllint and the reference schema beside this checkout"))
    func schemaAccepts() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qbxml-requests-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let pages: [QueryPage] = [
            .whole, .first(size: 100), .next(iteratorID: "{6fcbb18b-68cf-4adb-bf40-164ac0bb4ec0}", size: 1),
            .stop(iteratorID: "{6fcbb18b-68cf-4adb-bf40-164ac0bb4ec0}"),
        ]
        let questions: [CategoryQuery.Question] = [
            .records(since: nil), .records(since: "2023-07-01T10:00:00"),
            .dated(from: "2026-01-01", to: "2026-01-31"), .identities(since: nil), .drifts,
            .named(["80000001-1", "80000002-2"]), .count(since: "2023-07-01T10:00:00"), .probe,
        ]
        var files: [String] = []
        func write(_ requests: [MessageSetRequest.Request]) throws {
            let set = MessageSetRequest(version: Version(major: 13, minor: 0), requests: requests)
            let file = folder.appending(path: "\(files.count).xml")
            try Data(set.encoded()).write(to: file)
            files.append(file.path)
        }
        for category in Category.all {
            for page in pages {
                for question in questions {
                    if case .dated = question, !category.hasDates { continue }
                    if case .named = question, category.identity == .single || page != .whole { continue }
                    if case .count = question, !category.hasCount { continue }
                    let query = CategoryQuery(
                        category: category, question: question, page: page, requestID: "7")
                    try write([.category(query)])
                }
            }
        }
        for (family, identity) in [
            (DeletedQuery.Family.list, Category.Identity.listID), (.transaction, .txnID),
        ] {
            let types = Category.all.filter { $0.identity == identity }.flatMap { $0.deletionTypes() }
            try write([
                .deleted(
                    DeletedQuery(
                        family: family, types: types, since: "2023-07-01T10:00:00", requestID: "7.1"))
            ])
        }
        #expect(files.count > 1000)
        let xmllint = Process()
        let complaints = Pipe()
        xmllint.executableURL = URL(filePath: Self.xmllint)
        xmllint.arguments = ["--noout", "--nonet", "--schema", Reference.xsd.path] + files
        xmllint.standardError = complaints
        try xmllint.run()
        let said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        xmllint.waitUntilExit()
        #expect(xmllint.terminationStatus == 0, "\(said)")
        #expect(said.components(separatedBy: " validates").count == files.count + 1)
    }
}
