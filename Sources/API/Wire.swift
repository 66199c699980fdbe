package import FoundationEssentials

/// How the words of this room become JSON: `snake_case` keys, times as ISO 8601 in UTC. The one place that
/// decides it.
///
/// Property names hold no run of capitals (`ownerId`, not `ownerID`): `snake_case` would not find its way
/// back.
package enum Wire {
    package static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: data)
    }

    /// The key of a property in JSON: `isDefault` is `is_default`.
    package static func key(_ property: String) -> String {
        property.reduce(into: "") { key, letter in
            key += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }
}

/// A word that comes in as the body of a request: it knows its fields, so that an unknown one can be refused
/// by name and never be skipped in silence (rule 6).
package protocol Body: Codable {
    /// As they stand in JSON.
    static var fields: [String] { get }
    /// Fields that hold a body of their own.
    static var bodies: [String: any Body.Type] { get }
}

extension Body {
    package static var bodies: [String: any Body.Type] { [:] }
}

/// Paths of the API, shared by the daemon's routes and the control tool.
///
/// `connector` and `user` are path parameters; everything else is said in the body.
package enum Path {
    package static let version = "/v1"
    package static let status = "/v1/status"
    package static let conditions = "/v1/conditions"
    package static let doctor = "/v1/doctor"
    package static let preflight = "/v1/preflight"
    package static let support = "/v1/support"
    package static let health = "/healthz"
    package static let readiness = "/readyz"
    package static let metrics = "/metrics"
    package static let connectors = "/v1/connectors"
    package static let backup = "/v1/backup"
    package static let checkStore = "/v1/check-store"
    package static let check = "/v1/check"
    package static let schemas = "/v1/schema"
    package static let sql = "/v1/sql"
    package static let views = "/v1/views"
    package static let requests = "/v1/requests"
    package static let events = "/v1/events"
    package static let webhooks = "/v1/webhooks"
    package static let audit = "/v1/audit"
    package static let auditVerification = "/v1/audit/verification"
    package static let openAPI = "/v1/openapi.json"

    package static func connector(_ name: String, _ rest: String = "") -> String {
        rest.isEmpty ? "/v1/connectors/\(name)" : "/v1/connectors/\(name)/\(rest)"
    }

    package static func conversation(_ ticket: String) -> String { "/v1/conversations/\(ticket)" }

    package static func schema(_ name: String) -> String { "/v1/schema/\(name)" }

    package static func request(_ id: String, _ rest: String = "") -> String {
        rest.isEmpty ? "/v1/requests/\(id)" : "/v1/requests/\(id)/\(rest)"
    }

    package static func webhook(_ id: String, _ rest: String = "") -> String {
        rest.isEmpty ? "/v1/webhooks/\(id)" : "/v1/webhooks/\(id)/\(rest)"
    }

    package static func view(_ name: String) -> String { "/v1/views/\(name)" }

    package static func user(_ name: String, _ rest: String) -> String { "/v1/users/\(name)/\(rest)" }

    package static func response(_ number: Int64, _ rest: String) -> String {
        "/v1/responses/\(number)/\(rest)"
    }
}
