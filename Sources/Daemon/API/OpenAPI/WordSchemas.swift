import API
import QBXML
import Store
import Sync
import Timetable

/// JSON Schema of the API's words, each once under its name.
struct WordSchemas {
    private(set) var definitions: [JSON.Member] = []

    /// - Parameter isBody: it comes in, and then every field is known or refused.
    mutating func schema(of type: any Decodable.Type, isBody: Bool = false) throws -> JSON {
        schema(of: try WordShape(of: type), isBody: isBody)
    }

    func hasRequiredFields(_ type: any Decodable.Type) throws -> Bool {
        guard case .word(let word) = try WordShape(of: type) else { return true }
        return word.fields.contains { $0.isRequired }
    }

    private mutating func schema(of shape: WordShape, isBody: Bool) -> JSON {
        switch shape {
        case .text: ["type": "string"]
        case .time: ["type": "string", "format": "date-time"]
        case .flag: ["type": "boolean"]
        case .integer: ["type": "integer"]
        case .record: ["type": "object", "description": "As JSON Schema /v1/schema/{Kind} describes it."]
        case .list(let element): ["type": "array", "items": schema(of: element, isBody: isBody)]
        case .word(let word): reference(to: word, isBody: isBody)
        }
    }

    /// A word that both comes in and goes out is closed: we give no more than we take.
    private mutating func reference(to word: WordShape.Word, isBody: Bool) -> JSON {
        let place = definitions.firstIndex { $0.key == word.name } ?? definitions.count
        if place == definitions.count { definitions.append(JSON.Member(word.name, .object([]))) }
        var definition: JSON = ["type": "object"]
        definition["description"] = Glossary.sentence(word.name).map { .text($0) }
        var fields: [JSON.Member] = []
        for field in word.fields {
            fields.append(JSON.Member(field.key, self.field(field, of: word, isBody)))
        }
        definition["properties"] = .object(fields)
        let required = word.fields.filter(\.isRequired).map(\.key)
        if !required.isEmpty { definition["required"] = .texts(required) }
        let isClosed = definitions[place].value["additionalProperties"] != nil
        if isBody || isClosed { definition["additionalProperties"] = false }
        definitions[place].value = definition
        return ["$ref": .text("#/components/schemas/\(word.name)")]
    }

    private mutating func field(
        _ field: WordShape.Field, of word: WordShape.Word, _ isBody: Bool
    ) -> JSON {
        var schema: JSON = [:]
        schema["description"] = Glossary.sentence(word.name, field.key).map { .text($0) }
        for member in self.schema(of: field.shape, isBody: isBody).members {
            schema[member.key] = member.value
        }
        schema["enum"] = Self.values["\(word.name).\(field.key)"].map { .texts($0) }
        return schema
    }

    /// The fields that have a list of values, from those who make them.
    private static let values: [String: [String]] = [
        "ConnectorStatus.state": ConnectionState.allCases.map(\.rawValue),
        "ConnectorSettings.morning": Morning.allCases.map(\.rawValue),
        "CategorySettings.direction": CategorySetting.Direction.allCases.map(\.rawValue),
        "ConversationEntry.state": ConversationState.allCases.map(\.rawValue),
        "ConversationEntry.trigger": Trigger.allCases.map(\.rawValue),
        "Dot.state": ConversationState.allCases.map(\.rawValue),
        "CheckFinding.rule": CheckRule.allCases.map(\.rawValue) + RequestIntake.rules,
        "CheckFinding.severity": ["error", "warning"],
        "TaskEntry.kind": MirrorTask.Word.allCases.map(\.rawValue),
        "TaskEntry.state": TaskState.allCases.map(\.rawValue),
        "DifferenceEntry.finding": Difference.Finding.allCases.map(\.rawValue),
        "BalanceLine.verdict": BalanceReport.Verdict.allCases.map(\.rawValue),
        "RequestEntry.state": Write.State.allCases.map(\.rawValue),
        "RequestEntry.outcome": Write.Outcome.allCases.map(\.rawValue),
        "RequestEntry.code": WriteEnd.FailureCode.allCases.map(\.rawValue),
        "RequestReceipt.state": Write.State.allCases.map(\.rawValue),
        "RequestReceipt.outcome": Write.Outcome.allCases.map(\.rawValue),
        "EventEntry.kind": EventKind.all,
        "WebhookEntry.state": WebhookState.allCases.map(\.rawValue),
        "DeliveryEntry.outcome": WebhookDelivery.Outcome.allCases.map(\.rawValue),
        "DeliveryEntry.cause": WebhookDelivery.Cause.allCases.map(\.rawValue),
        "ReportRow.kind": ReportTable.rowKinds,
        "SchemaEntry.operation": Message.Operation.allCases.map(\.rawValue),
    ]
}
