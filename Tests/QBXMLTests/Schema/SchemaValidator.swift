import Foundation
import Testing

@testable import QBXML

/// Python's jsonschema, as a witness from outside. Tests that need it skip themselves where it is absent;
/// `make openapi-check` installs it.
enum SchemaValidator {
    struct Case {
        /// Which of the schemas, from 0.
        var schema: Int
        /// JSON.
        var instance: [UInt8]
    }

    struct Answer: Decodable {
        /// What is wrong with a schema by the metaschema of 2020-12; empty for each that is right.
        var schemas: [String]
        /// The first thing that is wrong with each case; empty for a valid one.
        var cases: [String]
    }

    static let python = candidates.first { knowsDraft($0) }
    static let isHere = python != nil
    static let absence: Comment = "no Python with jsonschema is here; make openapi-check installs it"

    private static let candidates = [
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../.build/openapi/bin/python3").standardizedFileURL,
        URL(filePath: "/usr/bin/python3"), URL(filePath: "/usr/local/bin/python3"),
    ]

    private static func knowsDraft(_ python: URL) -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python.path) else { return false }
        let test = process(python, ["-c", "from jsonschema import Draft202012Validator"])
        test.standardError = FileHandle.nullDevice
        guard (try? test.run()) != nil else { return false }
        test.waitUntilExit()
        return test.terminationStatus == 0
    }

    static func judge(_ schemas: [JSON], _ cases: [Case] = []) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "qbsyncd-schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (question, answer) = (folder.appending(path: "question"), folder.appending(path: "answer"))
        let instances = cases.map {
            Array(#"{"schema":\#($0.schema),"instance":"#.utf8) + $0.instance + Array("}".utf8)
        }
        let document =
            Array(#"{"schemas":"#.utf8) + JSON.list(schemas).bytes + Array(#","cases":["#.utf8)
            + instances.joined(separator: ",".utf8) + Array("]}".utf8)
        try Data(document).write(to: question)
        let python = try #require(python)
        let judging = process(python, ["-c", script, question.path, answer.path])
        try judging.run()
        judging.waitUntilExit()
        try #require(judging.terminationStatus == 0)
        return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: answer))
    }

    private static func process(_ program: URL, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        return process
    }

    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator
        from jsonschema.exceptions import SchemaError

        def meta(schema):
            try:
                Draft202012Validator.check_schema(schema)
                return ""
            except SchemaError as error:
                return error.message

        with open(sys.argv[1]) as file:
            question = json.load(file)
        validators = [Draft202012Validator(schema) for schema in question["schemas"]]

        def verdict(case):
            error = next(validators[case["schema"]].iter_errors(case["instance"]), None)
            return "" if error is None else "/" + "/".join(map(str, error.path)) + ": " + error.message[:300]

        answer = {
            "schemas": [meta(schema) for schema in question["schemas"]],
            "cases": [verdict(case) for case in question["cases"]],
        }
        with open(sys.argv[2], "w") as file:
            json.dump(answer, file)
        """
}
