import QBXML
import Testing
import Witness

/// `make witness` does the same with a hundred thousand changes.
@Suite("Our verdicts and those of the 13.0 XSD", .enabled(if: Reference.isHere, Reference.absence))
struct DifferentialTests {
    private static let validator = Result { try XSDValidator(in: Reference.schema) }

    private static func compare(_ request: String) throws -> Comparison {
        let document = "<QBXML><QBXMLMsgsRq onError=\"stopOnError\">\(request)</QBXMLMsgsRq></QBXML>"
        return Comparison(of: Array(document.utf8), by: try validator.get())
    }

    @Test("agree on three right documents for every request, and on what JSON makes of them")
    func valid() throws {
        var differential = Differential(by: try Self.validator.get(), seed: Seed.value)
        for _ in 0..<3 { differential.judgeValid() }
        let figures = differential.figures
        #expect(figures.problems == [], "\(Seed.tells(figures.problems))")
        #expect(figures.valid == 3 * 238 && figures.fromJSON == figures.valid)
        #expect(differential.places.visitedMessageCount == 238)
    }

    @Test("agree on right documents with what only the Online Edition had, but for that")
    func online() throws {
        var differential = Differential(by: try Self.validator.get(), scope: .schema, seed: Seed.value)
        differential.judgeValid()
        let figures = differential.figures
        #expect(figures.problems == [], "\(Seed.tells(figures.problems))")
        #expect(differential.places.visitedMessageCount == 239)
        #expect((figures.reasons[.onlineEdition] ?? 0) > 10)
    }

    @Test("agree on three thousand changed documents but for known differences, and tell the same places")
    func changed() throws {
        var differential = Differential(by: try Self.validator.get(), seed: Seed.value)
        differential.judgeMutations(3_000)
        let figures = differential.figures
        #expect(figures.problems == [], "\(Seed.tells(figures.problems))")
        #expect(figures.unexplained == 0)
        #expect(figures.bothTake > 1_000 && figures.bothRefuse > 1_000)
        #expect(Set(figures.byKind.keys) == Set(Mutation.Kind.allCases))
        #expect(figures.putRight > 50)
        // Nineteen of twenty mistakes are told where they were made.
        let nearness = figures.nearness
        #expect(nearness.cases > 1_000)
        #expect(nearness.mutationShare > 0.95, "\(Seed.tells(nearness.far))")
        #expect(nearness.complaintShare > 0.95, "\(Seed.tells(nearness.far))")
    }

    @Test("differ for each known reason, and the example of each shows no other")
    func exhibits() throws {
        var differential = Differential(by: try Self.validator.get(), seed: 1)
        differential.showExhibits()
        #expect(differential.figures.problems == [])
        #expect(differential.figures.unused == [])
        for difference in KnownDifference.allCases {
            #expect(difference.sentence.hasSuffix(".") && !difference.sentence.contains("\n"))
        }
    }

    @Test(
        "are not explained by a reason that is only near",
        arguments: [
            "<AccountQueryRq><MaxReturned>5.0</MaxReturned></AccountQueryRq>",
            "<AccountQueryRq><ActiveStatus>Active</ActiveStatus></AccountQueryRq>",
            "<BillToPayQueryRq><PayeeEntityRef/><DueDate>2026-11-31</DueDate></BillToPayQueryRq>",
            "<AccountQueryRq><MaxReturned>5 </MaxReturned><Colour/></AccountQueryRq>",
            """
            <AccountAddRq><AccountAdd><Name>A</Name><AccountType>Bank</AccountType>\
            <SalesTaxCodeRef><FullName>GST1234</FullName></SalesTaxCodeRef></AccountAdd></AccountAddRq>
            """,
        ])
    func notExplained(request: String) throws {
        let comparison = try Self.compare(request)
        #expect(!comparison.isValidToUs && !comparison.isValidToXSD)
        #expect(KnownDifference.explaining(comparison) == nil)
    }

    @Test("name the same element, in the same notation")
    func paths() throws {
        let comparison = try Self.compare(
            """
            <AccountQueryRq/><AccountQueryRq><FullName>A</FullName><FullName>B</FullName>\
            <Colour/></AccountQueryRq>
            """)
        let path = "/QBXML/QBXMLMsgsRq/AccountQueryRq[2]/Colour"
        #expect(comparison.complaints.map(\.path) == [path])
        #expect(comparison.complaints.first?.element == "Colour")
        #expect(comparison.findings.map(\.pointer) == [path])
        #expect(
            comparison.report.contains("XSD: \(path)") && comparison.report.contains("we: unknown-element"))
    }

    @Test("need the files of the XSD")
    func missing() {
        #expect(throws: SchemaError.self) { try XSDValidator(in: Reference.data) }
    }
}
