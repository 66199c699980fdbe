import Foundation
import Testing

@testable import Daemon

/// openapi-spec-validator of PyPI, where `make openapi-check` put it.
enum OpenAPIValidator {
    static let python = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../../.build/openapi/bin/python3").standardizedFileURL
    static let isHere = FileManager.default.isExecutableFile(atPath: python.path)
    static let absence: Comment = "the validator is not here; make openapi-check installs it and runs this"
}

@Suite(
    "The description of the API, to an outside validator",
    .enabled(if: OpenAPIValidator.isHere, OpenAPIValidator.absence))
struct OpenAPIValidatorTests {
    private func validate(_ document: String) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "qbsyncd-openapi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "openapi.json")
        try document.write(to: file, atomically: true, encoding: .utf8)
        let result = try Tool.run(
            OpenAPIValidator.python, ["-m", "openapi_spec_validator", file.path],
            folder: folder)
        return (result.status, result.output + result.errors)
    }

    @Test("is a valid document of OpenAPI 3.1")
    func valid() async throws {
        let answer = try await ServedAPI().run { try await $0.get("/v1/openapi.json") }
        let (status, output) = try validate(answer.body)
        #expect(status == 0, "\(output.prefix(4000))")
        #expect(output.contains("OK"), "\(output.prefix(4000))")
    }

    @Test("would be refused if an operation had no answer")
    func invalid() throws {
        let (status, output) = try validate(
            """
            {"openapi": "3.1.0", "info": {"title": "x", "version": "1"},
             "paths": {"/a": {"get": {"responses": 5}}}}
            """
        )
        #expect(status != 0, "\(output)")
    }
}
