import API
import HTTPTypes
import QBXML

/// The description of the API in OpenAPI 3.1: its routes, the words that come and go, and the JSON Schema of
/// every request and record, all in one document.
struct OpenAPI {
    private let groups: [RouteGroup]
    private let version: String
    private var words = WordSchemas()

    /// - Throws: when a word of the API has a form that cannot be described; a test asks for all of them.
    static func document(_ groups: [RouteGroup], version: String) throws -> JSON {
        var description = OpenAPI(groups: groups, version: version)
        return try description.document()
    }

    private init(groups: [RouteGroup], version: String) {
        self.groups = groups
        self.version = version
    }

    private mutating func document() throws -> JSON {
        let paths = try paths()
        let problem = try words.schema(of: Problem.self)
        let schemas =
            words.definitions + Catalog.standard.schemaOfBodies() + Catalog.standard.schemaComponents()
        return [
            "openapi": "3.1.0",
            "info": ["title": "qbsyncd", "version": .text(version), "description": .text(Self.introduction)],
            "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
            "servers": [["url": "/"]],
            "security": [["token": []], [:]],
            "tags": .list(
                groups.map { ["name": .text($0.name), "description": .text($0.sentence)] }),
            "paths": paths,
            "components": [
                "schemas": .object(schemas),
                "responses": .object(ProblemKind.allCases.map { $0.response(problem) }),
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": """
                        Over TCP; a line of the tokens file. On the control socket the kernel says who is \
                        calling, and nothing is asked for.
                        """,
                    ]
                ],
            ],
        ]
    }

    private static let introduction = """
        qbsyncd keeps QuickBooks Desktop in step with other programs. The API is the same on the control \
        socket and, if it is switched on, over TCP. Keys are in snake_case but for those of qbXML, times are \
        ISO 8601 in UTC, durations are texts with a unit. Refusals are problem documents (RFC 9457). The \
        QuickBooks Web Connector speaks SOAP to an address of its own, which its WSDL describes.
        """

    // MARK: Paths

    private mutating func paths() throws -> JSON {
        var paths: JSON = [:]
        for group in groups {
            for route in group.routes {
                var operations = paths[route.path] ?? [:]
                operations[route.method.rawValue.lowercased()] = try operation(route, of: group)
                paths[route.path] = operations
            }
        }
        return paths
    }

    private mutating func operation(_ route: Route, of group: RouteGroup) throws -> JSON {
        var operation: JSON = [
            "operationId": .text(route.name), "tags": [.text(group.name)], "summary": .text(route.sentence),
        ]
        let parameters =
            route.parameters.map { Self.pathParameter($0) }
            + route.query.map { Self.parameter($0, in: "query") }
            + route.headers.map { Self.parameter($0, in: "header") }
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        operation["requestBody"] = try requestBody(route)
        var responses = try outcome(route)
        for kind in ProblemKind.of(route) {
            responses[String(kind.rawValue)] = ["$ref": .text("#/components/responses/\(kind.name)")]
        }
        operation["responses"] = responses
        if !route.examples.isEmpty {
            operation["x-examples"] = .list(route.examples.map { $0.described(route) })
        }
        return operation
    }

    private static func parameter(_ parameter: Route.QueryParameter, in place: String) -> JSON {
        [
            "name": .text(parameter.name), "in": .text(place), "description": .text(parameter.sentence),
            "schema": parameter.form,
        ]
    }

    private static func pathParameter(_ name: String) -> JSON {
        let sentences = [
            "connector": "The name of a connector.", "user": "The name of a user.",
            "number": "The number of a kept answer.", "task": "The number of a task.",
            "conversation": "The number of a conversation, or last.",
            "view": "A view, such as invoice_line, or the kind of one, such as Invoice.",
            "message": "A request with or without Rq, a record with or without Ret.",
            "request": "The ID of a request.", "webhook": "The ID of a webhook.",
            "ticket": "What the calls of a conversation carried.",
            "source": "Who queued requests: a user of the machine, or token and its name.",
            "kind": "A kind of records, such as Invoice, or a group: Item, Terms, Entity, Txn.",
            "id": "ListID or TxnID.", "category": "A category of a sync, such as received-payments.",
        ]
        var parameter: JSON = ["name": .text(name), "in": "path", "required": true]
        parameter["description"] = sentences[name].map { .text($0) }
        parameter["schema"] = ["type": ["number", "task"].contains(name) ? "integer" : "string"]
        return parameter
    }

    private mutating func requestBody(_ route: Route) throws -> JSON? {
        switch route.takes {
        case .nothing: return nil
        case .word(let type):
            let isNeeded = try words.hasRequiredFields(type)
            return [
                "required": .flag(isNeeded),
                "content": [
                    "application/json": Self.content(try words.schema(of: type, isBody: true), route)
                ],
            ]
        case .requests:
            let text: JSON = [
                "type": "string", "description": "A document, a message set, or a request of qbXML.",
            ]
            return [
                "required": true,
                "content": [
                    "application/json": Self.content(["$ref": "#/components/schemas/Requests"], route),
                    "application/xml": ["schema": text],
                ],
            ]
        }
    }

    private static func content(_ schema: JSON, _ route: Route) -> JSON {
        var content: JSON = ["schema": schema]
        // A viewer sends the body alone: without its query a dry run would be none.
        let examples = route.examples.filter(\.query.isEmpty).compactMap { example in
            example.body.map { JSON.Member(example.name, ["summary": .text(example.summary), "value": $0]) }
        }
        if !examples.isEmpty { content["examples"] = .object(examples) }
        return content
    }

    private mutating func outcome(_ route: Route) throws -> JSON {
        switch route.gives {
        case .word(let type):
            let content: JSON = ["application/json": ["schema": try words.schema(of: type)]]
            return ["200": ["description": "Done.", "content": content]]
        case .wordOrEvents(let type):
            let content: JSON = [
                "application/json": ["schema": try words.schema(of: type)],
                "text/event-stream": ["schema": ["type": "string"]],
            ]
            return ["200": ["description": "Done, or begun.", "content": content]]
        case .made(let type):
            let content: JSON = ["application/json": ["schema": try words.schema(of: type)]]
            return ["201": ["description": "Made.", "content": content]]
        case .madeOr(let type, let other):
            let made = try words.schema(of: type)
            let either: JSON = ["anyOf": [made, try words.schema(of: other)]]
            return [
                "200": [
                    "description": "Nothing had to be made.",
                    "content": ["application/json": ["schema": either]],
                ],
                "201": ["description": "Made.", "content": ["application/json": ["schema": made]]],
            ]
        case .stream(let types):
            let content = types.map { JSON.Member($0.type, ["schema": $0.form]) }
            return ["200": ["description": "Done, or begun.", "content": .object(content)]]
        case .document(let type, let form):
            let tag: JSON = [
                "description": "Give it back as If-None-Match.", "schema": ["type": "string"],
            ]
            return [
                "200": [
                    "description": "The document.", "headers": ["ETag": tag],
                    "content": .object([JSON.Member(type, ["schema": form])]),
                ],
                "304": ["description": "It is the one that If-None-Match names.", "headers": ["ETag": tag]],
            ]
        }
    }
}
