extension Catalog {
    /// The schemas of what `Draft` reads from JSON, `Request` and `Requests`; they refer to those of
    /// `schemaComponents`.
    package func schemaOfBodies(scope: SchemaScope = SchemaScope()) -> [JSON.Member] {
        let subjects = everySchemaSubject.filter { !$0.isRecord && scope.includes($0) }
        let request: JSON = [
            "description": "Requests by their names: mostly one, or one after the other.",
            "type": "object",
            "properties": .object(
                subjects.map { subject in
                    let reference: JSON = ["$ref": .text("#/components/schemas/\(subject.name)")]
                    return JSON.Member(
                        subject.name, ["anyOf": [reference, ["type": "array", "items": reference]]])
                }),
            "additionalProperties": false,
        ]
        let list: JSON = ["type": "array", "items": Self.aRequest]
        return [
            JSON.Member("Request", request),
            JSON.Member(
                "Requests",
                [
                    "description": "A request, a list of them, or what goes out together and how.",
                    "anyOf": [Self.aRequest, list, messageSet(["anyOf": [Self.aRequest, list]])],
                ]),
        ]
    }

    private static let aRequest: JSON = ["$ref": "#/components/schemas/Request"]

    private func messageSet(_ requests: JSON) -> JSON {
        let confirmation: JSON = ["enum": [.text(Checker.unlistedLines)]]
        return [
            "title": "Message set",
            "type": "object",
            "properties": [
                "requests": requests,
                "onError": [
                    "description": "What QuickBooks does with the rest after a request failed.",
                    "enum": .texts(enumeration(ofAttribute: "onError")?.values.map(\.name) ?? []),
                ],
                "characters": [
                    "description": "What is done about characters that QuickBooks cannot keep.",
                    "enum": .texts(CheckOptions.CharacterPolicy.allCases.map(\.rawValue)),
                ],
                "confirm": [
                    "description":
                        "What the sender knows: that a Mod deletes the lines that it does not list.",
                    "anyOf": [confirmation, ["type": "array", "items": confirmation]],
                ],
            ],
            "required": ["requests"],
            "additionalProperties": false,
        ]
    }
}
