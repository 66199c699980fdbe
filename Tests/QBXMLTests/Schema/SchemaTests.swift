import Testing

@testable import QBXML

@Suite("A schema")
struct SchemaTests {
    private let catalog = Catalog.standard

    private func schema(_ name: String, _ scope: SchemaScope = SchemaScope()) throws -> JSON {
        catalog.schema(for: try #require(catalog.schemaSubject(name), "\(name)"), scope: scope)
    }

    /// The value under keys, one inside the other.
    private func find(_ keys: String..., in schema: JSON) throws -> JSON {
        try keys.reduce(schema) { try #require($0[$1], "\(keys)") }
    }

    @Test("is there for 239 requests in both forms and for every record, by the names that JSON has for them")
    func names() throws {
        #expect(catalog.schemaSubjects.count { !$0.isRecord } == 239)
        for subject in catalog.everySchemaSubject {
            #expect(catalog.schemaSubject(subject.name)?.content == subject.content, "\(subject.name)")
        }
        #expect(catalog.schemaSubject("Invoice")?.name == "InvoiceRet")
        #expect(catalog.schemaSubject("InvoiceAddRs") == nil)
        #expect(catalog.schemaSubject("NoSuch") == nil)
    }

    @Test("of a record speaks for all versions and editions in which any answer brings it")
    func recordFacts() throws {
        let records = SchemaSubject.records(catalog)
        #expect(records.count > 90)
        #expect(Set(records.map(\.name)).count == records.count)
        let names = catalog.answers.flatMap { catalog[$0.content].places }.filter { $0.content != nil }
            .map { catalog.name(of: $0) }.filter { $0.hasSuffix("Ret") }
        #expect(Set(names) == Set(records.map(\.name)))
        #expect(records.first { $0.name == "CustomerRet" }?.since == .first)
    }

    @Test("has every definition that it refers to, and none besides")
    func references() throws {
        for subject in catalog.everySchemaSubject {
            let schema = catalog.schema(for: subject)
            let defined = Set(try #require(schema["$defs"]).members.map(\.key))
            #expect(defined == Set(references(in: schema)), "\(subject.name)")
        }
        let components = catalog.schemaComponents()
        let defined = Set(components.map(\.key))
        #expect(defined.count == components.count)
        let needed = Set(references(in: .object(components)))
        #expect(needed.isSubset(of: defined))
        let scope = SchemaScope()
        for subject in catalog.everySchemaSubject where scope.includes(subject) {
            #expect(defined.contains(subject.name), "\(subject.name)")
        }
        let gone = catalog.everySchemaSubject.filter { !scope.includes($0) }.map(\.name)
        #expect(
            gone == ["PayrollLastPeriodQueryRq", "PayrollLastPeriodQuery", "PayrollLastPeriodRet"],
            "they belonged to the Online Edition")
    }

    private func references(in schema: JSON) -> [String] {
        switch schema {
        case .object(let members):
            members.flatMap { member -> [String] in
                guard member.key == "$ref", let text = member.value.text else {
                    return references(in: member.value)
                }
                return [String(text.split(separator: "/").last ?? "")]
            }
        case .list(let values): values.flatMap { references(in: $0) }
        default: []
        }
    }

    @Test("names each content as the notation does, and no two alike")
    func contentNames() {
        #expect(Set(catalog.contents.map(\.name)).count == catalog.contents.count)
        #expect(
            catalog.contents.map(\.name).allSatisfy {
                $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
            })
    }

    @Test("keeps the order of the catalog, and says it in numbers too")
    func order() throws {
        let schema = try schema("InvoiceAdd")
        #expect(
            schema.members.map(\.key) == [
                "$schema", "title", "description", "x-qbxml", "type", "properties", "required",
                "additionalProperties", "$defs",
            ])
        let properties = try find("properties", in: schema).members
        #expect(properties.prefix(3).map(\.key) == ["@defMacro", "CustomerRef", "ClassRef"])
        #expect(properties.last?.key == "$order")
        let numbers = properties.compactMap { $0.value["x-qbxml"]?["order"] }
        #expect(numbers == (1...numbers.count).map { .number(String($0)) })
        #expect(try find("required", in: schema) == ["CustomerRef"])
    }

    @Test("gives a text its greatest length, of the edition that is asked for")
    func lengths() throws {
        let account = try schema("AccountAdd")
        #expect(try find("properties", "Name", "maxLength", in: account) == 31)
        #expect(try find("properties", "Name", "x-qbxml", in: account) == ["order": 1])
        let (item, differing) = try #require(differingLength())
        for edition in Edition.allCases {
            let limit = try #require(differing.length.limit(in: edition))
            let schema = try schema(item, SchemaScope(edition: edition))
            let property = try find("properties", catalog.name(of: differing), in: schema)
            #expect(property["maxLength"] == .number(String(limit)))
            #expect(property["x-qbxml"]?["maxLength"]?[edition.rawValue] == .number(String(limit)))
        }
    }

    /// A text of a request whose length depends on the edition, and that all editions have.
    private func differingLength() -> (String, Place)? {
        for subject in catalog.schemaSubjects where !subject.isRecord && subject.editions == .all {
            let place = catalog[subject.content].places.first { place in
                let limits = Edition.allCases.compactMap { place.length.limit(in: $0) }
                return place.editions == .all && limits.count == 4 && Set(limits).count > 1
            }
            if let place { return (subject.name, place) }
        }
        return nil
    }

    @Test("leaves out what a version or edition has not, elements and words alike")
    func scope() throws {
        let old = try schema("InvoiceAdd", SchemaScope(version: Version(major: 6, minor: 0)))
        #expect(try find("properties", in: old)["IsFinanceCharge"] == nil, "since 8.0")
        #expect(try find("properties", in: schema("InvoiceAdd"))["IsFinanceCharge"] != nil)
        let american = try schema("AccountAdd", SchemaScope(edition: .unitedStates))
        #expect(try find("properties", in: american)["SalesTaxCodeRef"] == nil, "not in the US")
        #expect(
            try find("properties", in: schema("AccountAdd"))["DetailAccountType"] == nil, "was online only")
    }

    @Test("says that null leaves out, and in a Mod clears what may be cleared")
    func null() throws {
        let add = try schema("InvoiceAdd")
        #expect(try find("properties", "RefNumber", "type", in: add) == ["string", "null"])
        #expect(
            try find("properties", "ClassRef", "anyOf", in: add) == [
                ["$ref": "#/$defs/Ref159"], ["type": "null"],
            ])
        #expect(try find("properties", "CustomerRef", in: add)["anyOf"] == nil, "required")
        let mod = try schema("InvoiceMod")
        #expect(try find("properties", "TxnID", "type", in: mod) == "string")
        #expect(try find("properties", "Memo", "type", in: mod) == ["string", "null"])
        #expect(
            try find("properties", "ClassRef", "anyOf", in: mod) == [
                ["$ref": "#/$defs/Ref159"], ["enum": [.null, ""]],
            ])
    }

    @Test("takes decimals as text or number and flags as words, and gives records text and booleans")
    func types() throws {
        let line = try find("$defs", "InvoiceLineAdd", "properties", in: schema("InvoiceAdd"))
        #expect(try find("Amount", "type", in: line) == ["string", "number", "null"])
        #expect(try find("Amount", "pattern", in: line) == .text(try #require(ValueType.amount.pattern)))
        let flag = try find("properties", "IsPending", "enum", in: schema("InvoiceAdd"))
        #expect(flag == [true, false, "true", "false", "", .null])
        let record = try find("properties", in: schema("InvoiceRet"))
        #expect(try find("Subtotal", "type", in: record) == "string")
        #expect(try find("IsPending", "type", in: record) == "boolean")
        #expect(try find("TxnNumber", "type", in: record) == "integer")
        #expect(try find("InvoiceLineRet", "type", in: record) == "array")
    }

    @Test("closes requests and leaves records open, with their words as a note")
    func openness() throws {
        #expect(try schema("InvoiceAdd")["additionalProperties"] == false)
        let record = try schema("AccountRet")
        #expect(record["additionalProperties"] == nil && record["required"] == nil)
        let type = try find("properties", "AccountType", in: record)
        #expect(type["enum"] == nil)
        guard case .list(let words)? = type["x-qbxml"]?["words"] else { return #expect(Bool(false)) }
        #expect(words.contains("Bank"))
    }

    @Test("has lists where the decoder makes them")
    func lists() throws {
        for subject in SchemaSubject.records(catalog) {
            let schema = catalog.schema(for: subject)
            for property in try find("properties", in: schema).members where property.key != "$order" {
                let child = try #require(Shapes.standard.child(property.key, of: subject.name))
                let isList = property.value["type"] == "array"
                #expect(isList == child.isList, "\(subject.name) \(property.key)")
            }
        }
    }
}
