import API
import Foundation
import QBXML
import Testing

@testable import Daemon

@Suite("GET /v1/openapi.json", .timeLimit(.minutes(10)))
struct OpenAPITests {
    private func document() async throws -> [String: Any] {
        try await ServedAPI().run { try await $0.get("/v1/openapi.json") }.json
    }

    /// `GET /v1/status`
    private func operations(_ document: [String: Any]) throws -> [String: [String: Any]] {
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        var operations: [String: [String: Any]] = [:]
        for (path, methods) in paths {
            for (method, operation) in methods {
                operations["\(method.uppercased()) \(path)"] = try #require(operation as? [String: Any])
            }
        }
        return operations
    }

    @Test("describes every route that the router has, and none besides")
    func routes() async throws {
        let described = try await operations(document())
        let routed = try ServedAPI.routerRoutes()
        #expect(Set(described.keys) == Set(routed))
        #expect(routed.count == Set(routed).count && routed.count >= 28)
    }

    @Test("gives every operation a name of its own, its parameters, and refusals that are problems")
    func operations() async throws {
        let document = try await document()
        let operations = try operations(document)
        #expect(Set(operations.values.compactMap { $0["operationId"] as? String }).count == operations.count)
        for (name, operation) in operations {
            let inPath = name.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                $0.dropFirst().dropLast()
            }
            let parameters = operation["parameters"] as? [[String: Any]] ?? []
            let described = parameters.filter { $0["in"] as? String == "path" }
            #expect(described.compactMap { $0["name"] as? String } == inPath.map(String.init), "\(name)")
            #expect(parameters.allSatisfy { $0["description"] is String }, "\(name)")
            let responses = try #require(operation["responses"] as? [String: Any])
            #expect(responses["401"] != nil && responses["500"] != nil, "\(name)")
            #expect(responses.keys.contains { $0.hasPrefix("2") }, "\(name)")
        }
        #expect(
            operations["POST /v1/connectors"]?["responses"].map { ($0 as? [String: Any])?["201"] != nil }
                == true)
    }

    @Test("tells what a generated client needs to queue once and to go on with a stream")
    func headers() async throws {
        let operations = try await operations(document())
        func header(_ name: String, of route: String) -> Bool {
            (operations[route]?["parameters"] as? [[String: Any]] ?? []).contains {
                $0["in"] as? String == "header" && $0["name"] as? String == name
            }
        }
        #expect(header("Idempotency-Key", of: "POST /v1/connectors/{connector}/requests"))
        for route in ["GET /v1/events", "GET /v1/connectors/{connector}/changes"] {
            #expect(header("Last-Event-ID", of: route))
            let responses = try #require(operations[route]?["responses"] as? [String: [String: Any]])
            #expect((responses["200"]?["content"] as? [String: Any])?["text/event-stream"] != nil)
        }
    }

    @Test("an example whose meaning hangs on its query is not offered as a body alone")
    func bodiesAlone() async throws {
        let operation = try #require(
            await operations(document())["POST /v1/connectors/{connector}/requests"])
        let content = try #require(
            (operation["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]])
        let examples = try #require(content["application/json"]?["examples"] as? [String: Any])
        #expect(examples["once"] != nil && examples["dry-run"] == nil && examples["chain"] == nil)
        #expect((operation["x-examples"] as? [Any])?.count ?? 0 > examples.count)
    }

    @Test("is of OpenAPI 3.1 with 2020-12, asks for a token or none, and is of a size that can be handled")
    func head() async throws {
        let answer = try await ServedAPI().run { try await $0.get("/v1/openapi.json") }
        #expect(answer["Content-Type"] == "application/json" && answer["ETag"] != nil)
        #expect(answer.body.utf8.count < 4 << 20)
        let document = try answer.json
        #expect(document["openapi"] as? String == "3.1.0")
        #expect(document["jsonSchemaDialect"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let security = try #require(document["security"] as? [[String: Any]])
        #expect(security.map { $0.keys.sorted() } == [["token"], []])
    }

    private func schemas(_ document: [String: Any]) throws -> [String: [String: Any]] {
        let components = try #require(document["components"] as? [String: Any])
        return try #require(components["schemas"] as? [String: [String: Any]])
    }

    @Test("holds the schemas of all requests and records, and of all words, each under a name of its own")
    func schemas() async throws {
        let schemas = try await schemas(document())
        for name in [
            "InvoiceAdd", "InvoiceAddRq", "CustomerQuery", "InvoiceRet", "Requests", "Problem", "CheckReport",
        ] {
            #expect(schemas[name] != nil, "\(name)")
        }
        let members = try OpenAPI.document(ServedAPI.routes().groups, version: "1")["components"]?["schemas"]
        let names = try #require(members).members.map(\.key)
        #expect(Set(names).count == names.count, "a word of the API has the name of one of qbXML")
        #expect(
            schemas.keys.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) } })
    }

    @Test("refers to nothing that it lacks")
    func references() async throws {
        let document = try await document()
        let found = references(in: document)
        #expect(found.count > 1000)
        for reference in Set(found) where !reference.hasPrefix("https:") {
            var place: Any? = document
            for key in reference.dropFirst(2).split(separator: "/") {
                place = (place as? [String: Any])?[String(key)]
            }
            #expect(place != nil, "\(reference)")
        }
    }

    private func references(in value: Any) -> [String] {
        if let object = value as? [String: Any] {
            return object.flatMap { key, value in
                (value as? String).map { key == "$ref" ? [$0] : [] } ?? references(in: value)
            }
        }
        return (value as? [Any])?.flatMap { references(in: $0) } ?? []
    }

    @Test("explains every word, and no word or field that is not there")
    func sentences() async throws {
        let schemas = try await schemas(document())
        for key in Glossary.sentences.keys {
            let parts = key.split(separator: ".").map(String.init)
            let word = try #require(schemas[parts[0]], "\(key)")
            let fields = word["properties"] as? [String: Any]
            if parts.count > 1 { #expect(fields?[parts[1]] != nil, "\(key)") }
        }
        for type in ["ConnectorDetail", "ConnectorStatus", "Dot", "Progress", "CheckFinding", "Secret"] {
            #expect(schemas[type]?["description"] is String, "\(type)")
        }
    }

    @Test("closes what comes in: a field that no body has is refused, as the daemon does")
    func bodies() async throws {
        let schemas = try await schemas(document())
        for name in ["ConnectorCreation", "ConnectorSettings", "ForceSync", "PauseOrder", "BackupOrder"] {
            #expect(schemas[name]?["additionalProperties"] as? Bool == false, "\(name)")
        }
        #expect(schemas["ConnectorDetail"]?["additionalProperties"] == nil)
        #expect(schemas["ConnectorCreation"]?["required"] as? [String] == ["name"])
    }

    @Test("agrees with packaging/doc/api.md, which tells of every route")
    func manual() throws {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../packaging/doc/api.md").standardizedFileURL
        let manual = try String(contentsOf: file, encoding: .utf8)
        let short = [
            "{connector}": "{c}", "{user}": "{u}", "{number}": "{n}", "{message}": "{Message}",
            "{kind}": "{Kind}", "{task}": "{n}", "{request}": "{id}",
        ]
        for route in try ServedAPI.routerRoutes() {
            let told = short.reduce(route) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
            #expect(manual.contains("`\(told)`") || manual.contains("`\(told)?"), "\(told)")
        }
    }
}
