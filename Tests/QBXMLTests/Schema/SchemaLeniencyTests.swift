import Testing

@testable import QBXML

/// The two sides of "the check has the last word".
@Suite("Beside the schema, the check", .enabled(if: SchemaValidator.isHere, SchemaValidator.absence))
struct SchemaLeniencyTests {
    struct Example: CustomTestStringConvertible, Sendable {
        var name: String
        var body: String
        var testDescription: String { body }
    }

    /// Forms that nobody should write, and that are clear all the same.
    private static let forgiven = [
        Example(name: "CustomerAdd", body: #"{"Name": ["Ann"]}"#),
        Example(name: "CustomerAdd", body: #"{"Name": 4711}"#),
        Example(name: "CustomerAdd", body: ##"{"Name": {"#text": "Ann"}}"##),
        Example(name: "CustomerAdd", body: #"{"Name": "Ann", "IsActive": 1}"#),
        Example(name: "CustomerAdd", body: #"{"Name": "Ann", "ClassRef": ""}"#),
        Example(name: "HostQuery", body: "null"),
    ]

    @Test("takes a word that newer versions lack, as the schema does: the document goes out in an older one")
    func olderWord() throws {
        let example = Example(
            name: "Form1099CategoryAccountMappingQuery", body: #"{"MappingCategory": ["BOX13"]}"#)
        #expect(try isValid(example))
        #expect(try check(example).isEmpty)
    }

    @Test("takes some forms that no schema should teach", arguments: forgiven)
    func forgives(_ example: Example) throws {
        #expect(try isValid(example) == false)
        #expect(try check(example).isEmpty)
    }

    /// Rules that a schema of JSON has no words for.
    private static let known = [
        Example(name: "InvoiceAdd", body: #"{"CustomerRef": {"FullName": "Ann"}, "TxnDate": "2026-02-30"}"#),
        Example(
            name: "InvoiceAdd",
            body: #"{"CustomerRef": {"FullName": "Ann"}, "InvoiceLineAdd": {"Amount": 0.125}}"#),
        Example(name: "CustomerQuery", body: #"{"MaxReturned": "0"}"#),
        Example(name: "CustomerQuery", body: #"{"@iterator": "Start"}"#),
        Example(
            name: "Form1099CategoryAccountMappingQuery", body: #"{"MappingCategory": ["BOX11", "BOX13"]}"#),
        Example(name: "CustomerAdd", body: #"{"Name": "Ann", "$order": ["Phone"]}"#),
    ]

    @Test("knows rules that no schema can say", arguments: known)
    func refuses(_ example: Example) throws {
        #expect(try isValid(example))
        #expect(try check(example).isEmpty == false)
    }

    private func isValid(_ example: Example) throws -> Bool {
        let subject = try #require(Catalog.standard.schemaSubject(example.name))
        let schema = Catalog.standard.schema(for: subject)
        let instance = SchemaValidator.Case(schema: 0, instance: Array(example.body.utf8))
        return try SchemaValidator.judge([schema], [instance]).cases == [""]
    }

    private func check(_ example: Example) throws -> [Finding] {
        Checker.check(try Draft(reading: Array("{\"\(example.name)\": \(example.body)}".utf8))).errors
    }
}
