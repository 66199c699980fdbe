import Foundation
import QBXML
import Testing

/// `qbsyncctl check` as a person or a script meets it.
@Suite("The command check")
struct CheckTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
        try bench.write(
            "fine.json",
            """
            [{"HostQuery": {}},
             {"InvoiceAdd": {"CustomerRef": {"FullName": "Ann"}, "ExchangeRate": "1.2"}}]
            """)
        try bench.write(
            "wrong.json",
            """
            {"InvoiceAdd": {
              "CustomerRef": {"FullNam": "Ann"},
              "RefNumber": "INV-2026-000123"}}
            """)
        try bench.write("odd.json", #"{"CustomerQuery": {"MaxReturned": 10}}"#)
    }

    @Test("says of a file that is fine what is in it, and which qbXML it needs")
    func fine() throws {
        let run = try bench.run("check", "fine.json")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output == "fine.json: fine: 2 requests (HostQuery, InvoiceAdd), needs qbXML 8.0\n")
        let many = try bench.run(
            "check", "-", input: #"[{"HostQuery": {}}, {"CompanyQuery": {}}, {"HostQuery": {}}]"#)
        #expect(
            many.output
                == "standard input: fine: 3 requests (2 HostQuery, CompanyQuery), needs qbXML 1.0\n")
        let none = try bench.run("check", "-", input: "[]")
        #expect(none.status == 0 && none.output == "standard input: fine, but no requests are in it\n")
    }

    @Test("tells each finding as a compiler does, with the pointer, the catalog's line and a sum")
    func findings() throws {
        let run = try bench.run("check", "wrong.json", "fine.json", "odd.json")
        #expect(run.status == 65 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(
            lines.first
                == "wrong.json:2: error: There is no <FullNam> in <CustomerRef>. Did you mean FullName? "
                + "Expected: ListID or FullName. [unknown-element]")
        #expect(lines[1] == "  at /InvoiceAdd/CustomerRef/FullNam")
        #expect(lines[2].hasPrefix("wrong.json:3: error: ") && lines[2].hasSuffix("[length]"))
        #expect(lines[4] == "  RefNumber: text of at most 11 characters, optional")
        #expect(lines.contains { $0.hasPrefix("odd.json:1: warning: ") })
        #expect(lines.contains("odd.json: can be sent: 1 request (CustomerQuery), needs qbXML 1.0"))
        #expect(lines.last == "2 errors, 1 warning in 2 of 3 files")
    }

    @Test("lets warnings pass, unless they are to count")
    func strict() throws {
        #expect(try bench.run("check", "odd.json").status == 0)
        let strict = try bench.run("check", "--strict", "--json", "odd.json")
        #expect(strict.status == 65)
        #expect(try strict.json(as: [[String: Any]].self).first?["ok"] as? Bool == false)
    }

    @Test("checks for one QuickBooks: its version, its country, its demand for confirmation")
    func options() throws {
        let old = try bench.run("check", "--qbxml-version", "6.0", "fine.json")
        #expect(old.status == 65 && old.output.contains("[version]"))
        try bench.write("site.json", #"{"InventorySiteAdd": {"Name": "North"}}"#)
        #expect(try bench.run("check", "--edition", "us", "site.json").status == 0)
        #expect(try bench.run("check", "--edition", "AU", "site.json").output.contains("[edition]"))
        let lines = #"""
            {"requests": [{"InvoiceMod": {"TxnID": "1-2", "EditSequence": "3",
              "InvoiceLineMod": [{"TxnLineID": "1-4"}]}}], "confirm": ["unlisted-lines"]}
            """#
        #expect(try bench.run("check", "--confirm-lines", "-", input: lines).status == 0)
        let silent = lines.replacing(", \"confirm\": [\"unlisted-lines\"]", with: "")
        #expect(try bench.run("check", "--confirm-lines", "-", input: silent).status == 65)
        #expect(try bench.run("check", "-", input: silent).status == 0)
    }

    @Test("tells programs the same in JSON, a file that cannot be read among the others")
    func json() throws {
        let run = try bench.run("check", "--json", "wrong.json", "missing.json", "fine.json")
        #expect(run.status == 1 && run.errors.isEmpty)
        let files = try run.json(as: [[String: Any]].self)
        #expect(files.map { $0["file"] as? String } == ["wrong.json", "missing.json", "fine.json"])
        try #require(files.map { $0["ok"] as? Bool } == [false, false, true])
        #expect(files[2]["requests"] as? [String] == ["HostQuery", "InvoiceAdd"])
        #expect(files[2]["needs_qbxml"] as? String == "8.0" && files[0]["needs_qbxml"] as? String == "1.0")
        #expect((files[1]["unreadable"] as? String)?.contains("there is no such file") == true)
        let findings = try #require(files[0]["findings"] as? [[String: Any]])
        try #require(findings.map { $0["rule"] as? String } == ["unknown-element", "length"])
        #expect(findings[0]["pointer"] as? String == "/InvoiceAdd/CustomerRef/FullNam")
        #expect(findings[0]["nearest"] as? [String] == ["FullName"] && findings[0]["request"] as? Int == 0)
        #expect(findings[1]["line"] as? Int == 3 && findings[1]["severity"] as? String == "error")
        #expect(findings[1]["catalog"] as? String == "RefNumber: text of at most 11 characters, optional")
    }

    @Test("reads one object after the other, and a document of qbXML with what stands around it")
    func forms() throws {
        let lines = try bench.run("check", "-", input: "{\"HostQuery\": {}}\n{\"HostQuery\": {}}\n")
        #expect(lines.status == 0 && lines.output.contains("2 requests (2 HostQuery)"))
        let document = "<QBXML><QBXMLMsgsRq onError=\"stopOnError\"><HostQueryRq/></QBXMLMsgsRq></QBXML>"
        let bare = try bench.run("check", "-", input: document)
        #expect(bare.status == 0 && bare.output.contains("[prolog]"))
        let whole = "<?xml version=\"1.0\"?><?qbxml version=\"13.0\"?>" + document
        #expect(try bench.run("check", "--strict", "-", input: whole).status == 0)
    }

    @Test("has a clear answer to what is no file of requests, and goes on to the next")
    func others() throws {
        try bench.write("empty.json", "")
        try bench.write("program", Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2]))
        try bench.write("comma.json", "{\"HostQuery\": {},\n}")
        try bench.write("utf16.json", try #require("{}".data(using: .utf16)))
        try bench.write("windows.json", try #require("{\"a\": \"é\"}".data(using: .windowsCP1252)))
        try bench.write("site.qwc", "<QBWCXML/>")
        try bench.write("answer.xml", "<QBXML><QBXMLMsgsRs/></QBXML>")
        try FileManager.default.createDirectory(
            at: bench.folder.appending(path: "orders"), withIntermediateDirectories: true)
        let run = try bench.run(
            "check", "orders", "missing", "empty.json", "program", "comma.json", "utf16.json",
            "windows.json", "site.qwc", "answer.xml", "fine.json")
        #expect(run.status == 1)
        #expect(run.errors.contains("orders cannot be read: it is a directory"))
        #expect(run.errors.contains("missing cannot be read: there is no such file."))
        for part in [
            "empty.json: error: There is nothing in it", "program: error: It is neither JSON nor qbXML",
            "comma.json:2: error: This is not JSON: a comma stands before \"}\"",
            "utf16.json: error: It is in UTF-16. Convert it", "windows.json:1: error: It is not in UTF-8",
            "site.qwc:1: error: This is a .qwc file", "answer.xml:1: error: This is an answer of QuickBooks",
            "fine.json: fine", "7 errors in 7 of 10 files; 2 files could not be read",
        ] {
            #expect(run.output.contains(part), "\(part)\n\(run.output)")
        }
    }

    @Test(
        "takes wrong options for wrong usage, and says what would be right",
        arguments: [
            (["--qbxml-version", "13"], "13 is no version of qbXML"),
            (["--qbxml-version", "6.5"], "Known are 1.0, 1.1"), (["--edition", "NZ"], "US, CA, UK, AU"),
            (["--characters", "drop"], "transliterate"), ([], "or - for standard input"),
        ])
    func usage(words: [String], part: String) throws {
        let files = words.isEmpty ? [] : ["fine.json"]
        let (status, output, errors) = try Tool.run(
            DaemonProcess.program("qbsyncctl"), ["check"] + words + files, folder: bench.folder)
        #expect(status == 64 && output.isEmpty)
        #expect(errors.contains(part), "\(errors)")
    }

    @Test("lists its rules with what they say")
    func rules() throws {
        let run = try bench.run("check", "--rules")
        #expect(run.status == 0)
        for rule in CheckRule.allCases { #expect(run.output.contains("\n\(rule.rawValue) ")) }
        let words = try bench.run("check", "--rules", "--json").json(as: [[String: String]].self)
        #expect(words.map { $0["rule"] } == CheckRule.allCases.map(\.rawValue))
    }
}
