import Foundation
import Testing
import XML

@testable import QBXML

/// What is said of the schemas by a validator that others wrote.
@Suite("The schemas, to an outside validator", .enabled(if: SchemaValidator.isHere, SchemaValidator.absence))
struct SchemaWitnessTests {
    private static let catalog = Catalog.standard

    /// Each definition is looked at once, and each document without those that it shares with others.
    @Test("are valid JSON Schema of 2020-12: all 239 requests in both forms, and all records")
    func metaschema() throws {
        let subjects = Self.catalog.everySchemaSubject
        #expect(subjects.count == 2 * 239 + SchemaSubject.records(Self.catalog).count)
        let documents = subjects.map { subject -> JSON in
            .object(Self.catalog.schema(for: subject).members.filter { $0.key != "$defs" })
        }
        let definitions: JSON = ["$defs": .object(Self.catalog.schemaComponents())]
        let answer = try SchemaValidator.judge(documents + [definitions])
        for (name, complaint) in zip(subjects.map(\.name) + ["the definitions"], answer.schemas) {
            #expect(complaint.isEmpty, "\(name): \(complaint)")
        }
        #expect(try SchemaValidator.judge([["type": "txet"]]).schemas != [""], "a wrong one is noticed")
    }

    private static let scopes = [
        SchemaScope(), SchemaScope(version: Version(major: 13, minor: 0), edition: .unitedStates),
        SchemaScope(version: Version(major: 8, minor: 0), edition: .canada),
        SchemaScope(version: Version(major: 6, minor: 0), edition: .australia),
    ]

    /// Bodies of each request; `make openapi-check` asks for all.
    private static let rounds =
        ProcessInfo.processInfo.environment["QBSYNC_WITNESS"] == "full" ? 100 : 4

    /// Rules that a schema of JSON cannot express, or that are about a whole message set.
    private static let inexpressible: Set<CheckRule> = [
        .calendar, .characters, .name, .requestID, .iterator, .macro, .unlistedLines, .wanted, .envelope,
        .prolog, .order,
    ]

    @Test(
        "accept what the check accepts and refuse what it refuses, for bodies of every request",
        arguments: scopes)
    func differential(_ scope: SchemaScope) throws {
        let options = CheckOptions(version: scope.version, edition: scope.edition)
        var schemas: [JSON] = []
        var cases: [SchemaValidator.Case] = []
        var verdicts: [[Finding]] = []
        for (number, message) in Self.catalog.requests.enumerated()
        where scope.includes(message.since, message.editions) {
            schemas.append(
                Self.catalog.schema(for: SchemaSubject(message, isShort: false, Self.catalog), scope: scope))
            for round in 0..<Self.rounds {
                var maker = BodyMaker(
                    seed: UInt64(number * 100 + round), scope: scope, mistakes: [0, 0.02, 0.1][round % 3])
                let body = maker.body(of: message)
                let draft = try Draft(reading: JSON.object([JSON.Member(message.name, body)]).bytes)
                let findings = Checker.check(draft, options: options).errors
                verdicts.append(findings.filter { !Self.inexpressible.contains($0.rule) })
                cases.append(SchemaValidator.Case(schema: schemas.count - 1, instance: body.bytes))
            }
        }
        let answer = try SchemaValidator.judge(schemas, cases)
        var accepted = 0
        for (index, complaint) in answer.cases.enumerated() {
            if complaint.isEmpty { accepted += 1 }
            let findings = verdicts[index].map { "\($0.pointer): \($0.problem)" }
            #expect(
                complaint.isEmpty == findings.isEmpty,
                """
                the schema: \(complaint.isEmpty ? "valid" : complaint); the check: \(findings); \
                \(String(decoding: cases[index].instance, as: UTF8.self).prefix(2000))
                """)
        }
        // Both verdicts must be common, or nothing was compared.
        let share = Double(accepted) / Double(cases.count)
        #expect((0.2...0.8).contains(share), "\(accepted) of \(cases.count) were accepted")
    }

    @Test("accept what the decoder makes of answers with every element that the catalog has")
    func records() throws {
        var schemas: [JSON] = []
        var cases: [SchemaValidator.Case] = []
        var names: [String] = []
        for (number, subject) in SchemaSubject.records(Self.catalog).enumerated() {
            schemas.append(Self.catalog.schema(for: subject))
            var maker = AnswerMaker(seed: UInt64(number))
            for _ in 0..<3 {
                let answer = try Fixture.answer(
                    subject.message.name, #"requestID="1" statusCode="0""#, maker.record(subject))
                for record in answer.records {
                    names.append(record.kind)
                    cases.append(SchemaValidator.Case(schema: number, instance: record.json))
                }
            }
        }
        #expect(Set(names).count == schemas.count)
        let answer = try SchemaValidator.judge(schemas, cases)
        for (name, complaint) in zip(names, answer.cases) {
            #expect(complaint.isEmpty, "\(name): \(complaint)")
        }
    }

    @Test(
        "accept every record of the reference's answers", .enabled(if: Reference.isHere, Reference.absence))
    func sampleRecords() throws {
        var schemas: [JSON] = []
        var numbers: [String: Int] = [:]
        var cases: [SchemaValidator.Case] = []
        var names: [String] = []
        for file in try Reference.samples("rs-") {
            let response = try Response(decoding: Reference.bytes(file), encoding: .declared)
            for record in response.answers.flatMap(\.records) {
                if numbers[record.kind] == nil {
                    let subject = try #require(Self.catalog.schemaSubject(record.kind + "Ret"))
                    numbers[record.kind] = schemas.count
                    schemas.append(Self.catalog.schema(for: subject))
                }
                cases.append(
                    SchemaValidator.Case(schema: numbers[record.kind] ?? 0, instance: record.json))
                names.append("\(file.lastPathComponent): \(record.kind) \(record.id)")
            }
        }
        #expect(cases.count > 20)
        let answer = try SchemaValidator.judge(schemas, cases)
        for (name, complaint) in zip(names, answer.cases) {
            #expect(complaint.isEmpty, "\(name): \(complaint)")
        }
    }
}
