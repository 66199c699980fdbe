import Foundation
import Testing

/// `qbsyncctl render`: the bytes that would be sent, and nothing but them.
@Suite("The command render")
struct RenderTests {
    private let bench: Bench
    private static let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?><?qbxml version=\"13.0\"?>"

    init() throws { bench = try Bench() }

    @Test("writes the exact document: elements in order, references above 127, no line end")
    func document() throws {
        let run = try bench.run(
            "render", "-", input: #"{"CustomerAdd": {"CompanyName": "Zoë & Co", "Name": "Zoë"}}"#)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output == Self.head
                + "<QBXML><QBXMLMsgsRq onError=\"stopOnError\"><CustomerAddRq requestID=\"1\"><CustomerAdd>"
                + "<Name>Zo&#235;</Name><CompanyName>Zo&#235; &amp; Co</CompanyName></CustomerAdd>"
                + "</CustomerAddRq></QBXMLMsgsRq></QBXML>")
    }

    @Test("writes the version that QuickBooks takes and the requests need")
    func version() throws {
        let input = #"{"HostQuery": {}}"#
        for (words, version) in [
            ([], "13.0"), (["--qbxml-version", "6.0"], "6.0"),
            (["--qbxml-version", "16.0"], "13.0"),
        ] {
            let (_, output, _) = try Tool.run(
                DaemonProcess.program("qbsyncctl"), ["render", "-"] + words, folder: bench.folder,
                input: Data(input.utf8))
            #expect(output.contains("<?qbxml version=\"\(version)\"?>"))
        }
    }

    @Test("takes onError from the option, from the file, or stops at an error")
    func onError() throws {
        let input = #"{"requests": [{"HostQuery": {}}], "onError": "continueOnError"}"#
        #expect(try bench.run("render", "-", input: input).output.contains("onError=\"continueOnError\""))
        let told = try bench.run("render", "--on-error", "stopOnError", "-", input: input)
        #expect(told.output.contains("onError=\"stopOnError\""))
        let rollback = input.replacing("continueOnError", with: "rollbackOnError")
        let unable = try bench.run("render", "-", input: rollback)
        #expect(
            unable.output.contains("onError=\"stopOnError\"") && unable.errors.contains("rollbackOnError"))
        #expect(try bench.run("render", "--on-error", "rollbackOnError", "-", input: input).status == 64)
    }

    @Test("can be read by eyes, and says that this is not what is sent")
    func indented() throws {
        let run = try bench.run("render", "--indent", "-", input: #"{"HostQuery": {}}"#)
        #expect(
            run.output.hasSuffix(
                "    <HostQueryRq requestID=\"1\"></HostQueryRq>\n  </QBXMLMsgsRq>\n</QBXML>\n"))
        #expect(run.errors == "Indented for eyes: what is sent has no line ends and no blanks.\n")
    }

    @Test("writes no document for requests that are wrong, and tells what is")
    func wrong() throws {
        let run = try bench.run("render", "-", input: #"{"HostQuery": {"Odd": 1}}"#)
        #expect(run.status == 65 && run.output.isEmpty && run.errors.contains("[unknown-element]"))
        let json = try bench.run("render", "--json", "-", input: #"{"HostQuery": {"Odd": 1}}"#)
        #expect(
            json.status == 65 && json.output.isEmpty && json.errors.contains(#""rule":"unknown-element""#))
        let missing = try bench.run("render", "missing.json")
        #expect(missing.status == 1 && missing.errors.contains("missing.json cannot be read"))
        // A warning is told beside the document.
        let warned = try bench.run("render", "-", input: #"{"CustomerQuery": {"MaxReturned": 1}}"#)
        #expect(warned.status == 0 && warned.output.hasPrefix(Self.head) && warned.errors.contains("warning"))
    }

    @Test("gives programs the document with what it is made of")
    func json() throws {
        let words = try bench.run("render", "--json", "-", input: #"{"HostQuery": {}}"#)
            .json(as: [String: Any].self)
        #expect(
            words["qbxml_version"] as? String == "13.0" && words["requests"] as? [String] == ["HostQuery"])
        #expect((words["document"] as? String)?.hasPrefix(Self.head) == true)
    }
}
