import Foundation
import QBXML
import Testing
import WebConnector

/// `qbsyncctl explain-code` as a person or a program meets it, where no daemon has ever run.
@Suite("The command explain-code")
struct ExplainCodeTests {
    private func run(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "codes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try Tool.run(
            DaemonProcess.program("qbsyncctl"), ["explain-code"] + arguments,
            environment: ["QBSYNCD_CONTROL_SOCKET": "\(folder.path)/nobody.sock"], folder: folder)
    }

    private func entries(_ output: String) throws -> [[String: String]] {
        try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: String]])
    }

    @Test("takes a code in every form in which it is written, and a bare number for both things it can be")
    func forms() throws {
        let answer = try run(
            "--json", "3180", "0x8004040a", "8004040A", "-2147220470", "2147746826", "QBWC1012", "qbwc",
            "1012",
            "qbwc 1012", "1000", "1040", "9150", "9002")
        #expect(answer.status == 0 && answer.errors.isEmpty)
        let told = try entries(answer.output).map { "\($0["asked"] ?? "-") \($0["code"] ?? "-")" }
        #expect(
            told == [
                "3180 3180", "0x8004040a 0x8004040A", "8004040A 0x8004040A", "-2147220470 0x8004040A",
                "2147746826 0x8004040A", "QBWC1012 QBWC1012", "qbwc1012 QBWC1012", "qbwc 1012 QBWC1012",
                "1000 1000", "1000 QBWC1000", "1040 QBWC1040", "9150 9150", "9002 9002",
            ])
    }

    @Test("tells programs the words of the tables, and which kind of code it is")
    func json() throws {
        let told = try entries(try run("--json", "3180", "0x80040400").output)
        let status = try #require(Status(code: 3180, message: "").known)
        #expect(
            told.first == [
                "asked": "3180", "kind": "status", "code": "3180", "severity": "error",
                "seen_in": "statusCode of one request in an answer of QuickBooks, and messages here",
                "meaning": status.meaning, "usual_cause": status.usualCause, "fix": status.fix,
                "who_must_act": status.whoMustAct.title,
            ])
        let result = try #require(HResult(code: 0x8004_0400).known)
        #expect(told.last?["kind"] == "hresult" && told.last?["severity"] == nil)
        #expect(told.last?["fix"] == result.fix)
        #expect(told.last?["who_must_act"] == result.whoMustAct.rawValue)
    }

    @Test("tells a person which of two codes it is by where it was seen")
    func ambiguity() throws {
        let answer = try run("1000")
        #expect(answer.status == 0)
        #expect(answer.output.hasPrefix("1000 can be either of these; \"Seen in\" tells which.\n"))
        #expect(
            answer.output.contains("\nQuickBooks status 1000, an error\n  Seen in      statusCode of one"))
        #expect(answer.output.contains("\nWeb Connector code QBWC1000\n  Seen in      windows of the Web"))
    }

    @Test("says of an unknown code what its number means and what is near, beside what it does know")
    func unknown() throws {
        let answer = try run("3045", "3055", "QBWC1047", "0x80040401", "0x80040405")
        #expect(answer.status == 4)
        #expect(answer.output.contains("status 3045") && answer.output.contains("HRESULT 0x80040401"))
        #expect(answer.errors.contains("statuses of QuickBooks"))
        #expect(answer.errors.contains("3055: No status 3055 is described. \(Status.range(of: 3055))"))
        #expect(answer.errors.contains("Nearest: 3045, 3050, 3060."))
        #expect(answer.errors.contains("Nearest: QBWC1045, QBWC1046, QBWC1048."))
        #expect(answer.errors.contains("Nearest: 0x80040402, 0x80040403, 0x80040406."))
        let problem = try run("--json", "4711")
        #expect(problem.status == 4 && problem.output == "[]\n")
        #expect(problem.errors.contains(#""status":404"#) && problem.errors.contains(#""field":"4711""#))
    }

    @Test(
        "takes what is no code for wrong usage", arguments: ["invoice", "0x", "QBWC", "--lsit", "31x0", ""])
    func wrongUsage(word: String) throws {
        let answer = try run(word)
        #expect(answer.status == 64 && answer.output.isEmpty)
        #expect(answer.errors.contains("Codes look like 3180, 0x80040400, -2147220480 or QBWC1012"))
    }

    @Test("lists all codes one a line in a pipe, or those whose texts hold the words")
    func list() throws {
        let all = try run("--list").output.split(separator: "\n")
        let macros = Status.macroCodes.count - 1
        let known = Status.knownCodes.count - macros + HResult.all.count + ConnectorCode.all.count
        #expect(all.count == known + 1)
        #expect(all.first?.hasPrefix("CODE ") == true)
        #expect(all.contains { $0.hasPrefix("9100-9199 ") })
        let some = try entries(try run("--list", "--json", "Closed", "period").output)
        #expect(some.map { $0["code"] } == ["3161", "3171"])
        #expect(some.allSatisfy { $0["asked"] == nil })
        let none = try run("--list", "zeppelin")
        #expect(none.output.isEmpty && none.errors.contains("zeppelin"))
    }
}
