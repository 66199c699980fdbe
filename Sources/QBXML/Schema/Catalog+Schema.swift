extension Catalog {
    /// A document of its own about one subject: the schema of what stands in JSON under its name.
    package func schema(for subject: SchemaSubject, scope: SchemaScope = SchemaScope()) -> JSON {
        var builder = SchemaBuilder(self, scope, home: .document)
        var schema: JSON = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": .text(subject.name),
            "description": .text(subject.sentence(scope)), "x-qbxml": subject.facts(scope),
        ]
        for member in builder.object(subject.content, subject.use).members {
            schema[member.key] = member.value
        }
        builder.finish()
        schema["$defs"] = .object(builder.definitions)
        return schema
    }

    /// The schemas of everything, side by side, as OpenAPI keeps them under `components`; each subject is
    /// there by its name.
    package func schemaComponents(scope: SchemaScope = SchemaScope()) -> [JSON.Member] {
        let subjects = everySchemaSubject
        var used: [Content.ID: Set<SchemaUse>] = [:]
        for subject in subjects { note(subject.content, subject.use, in: &used) }
        var builder = SchemaBuilder(self, scope, home: .components(used: used))
        for subject in subjects where scope.includes(subject) {
            builder.define(subject)
        }
        builder.finish()
        return builder.definitions
    }

    private func note(
        _ content: Content.ID, _ use: SchemaUse, in used: inout [Content.ID: Set<SchemaUse>]
    ) {
        guard used[content, default: []].insert(use).inserted else { return }
        for inner in self[content].places.compactMap(\.content) { note(inner, use, in: &used) }
    }
}

extension SchemaSubject {
    fileprivate func sentence(_ scope: SchemaScope) -> String {
        let edition = scope.edition.map { ", " + $0.title } ?? ""
        return isRecord
            ? """
            A record as QuickBooks gives it, by the catalog of qbXML \(scope.version)\(edition). Newer \
            elements and words are kept as they come, and elements that were not asked for are left out.
            """
            : """
            What stands under "\(name)" in a body of requests, for qbXML \(scope.version)\(edition). The \
            check has the last word: it knows rules that no schema can say, and forgives some forms that \
            this one does not.
            """
    }

    fileprivate func facts(_ scope: SchemaScope) -> JSON {
        var facts: JSON = [isRecord ? "answer" : "request": .text(message.name)]
        if !isRecord { facts["operation"] = message.operation.map { .text($0.rawValue) } }
        facts["since"] = .text(since.version.description)
        facts["editions"] = .texts(editions.list.map(\.rawValue))
        facts["version"] = .text(scope.version.description)
        facts["edition"] = scope.edition.map { .text($0.rawValue) }
        return facts
    }
}
