import API
import Foundation
import Testing

@testable import qbsyncctl

@Suite("Logs of the QuickBooks computer")
struct LogReadingTests {
    private func report(_ text: String) -> LogReport { LogReport(file: "a.txt", text: text) }

    @Test("QWCLog.txt is told update by update, with the element that QuickBooks refused")
    func connector() throws {
        let report = try report(LogSample.connector)
        #expect(report.kind == "QWCLog" && report.updates.count == 2)
        let first = try #require(report.updates.first)
        #expect(
            first.application == "qbsyncd Acme (acme)" && first.user == "acme" && first.ticket == "TICKET-1")
        #expect(first.clientVersion == "2.3.0.215" && first.requests == 1 && first.hresult == "0x80040400")
        #expect(first.startedAt == Date(timeIntervalSince1970: 1_795_503_501))
        let told = first.sentences.joined(separator: " ")
        #expect(told.contains("QuickBooks did not accept the XML it was given. (HRESULT 0x80040400.)"))
        #expect(told.contains("Nmae") && told.contains("Did you mean Name?"))
        #expect(told.contains("The server answered getLastError with: \"The document was refused.\""))
        let second = try #require(report.updates.last)
        #expect(second.sentences == ["There was nothing to do."] && !second.isTrouble)
        #expect(second.line > first.line)
    }

    @Test("a server that cannot be reached is told with the Web Connector's code and the network's words")
    func unreachable() throws {
        let update = try #require(try report(LogSample.unreachable).updates.first)
        #expect(update.codes == ["QBWC1012"])
        #expect(update.sentences.contains { $0.contains("HTTP status 502") })
        #expect(update.isTrouble)
    }

    @Test("qbsdklog.txt is told with the element, its line and what was expected")
    func processor() throws {
        let report = try report(LogSample.processor)
        #expect(report.kind == "qbsdklog" && report.updates.isEmpty && report.refusals.count == 1)
        let refusal = try #require(report.refusals.first)
        #expect(refusal.application == "qbsyncd Acme (acme)")
        #expect(refusal.element == "Nmae")
        #expect(
            refusal.sentence == "QuickBooks refused the element Nmae in line 3: Element content is invalid "
                + "according to the DTD/Schema. It expected Name.")
    }

    @Test("letters whose small form is longer do not move what is looked for")
    func longerSmall() {
        let text =
            "20261124.065829\tE\t1\tX\tParsing failed: \u{130}\u{130}\u{130} Reason: Bad.\n"
            + "SrcText: <Name>\u{130}"
        #expect(report(text).refusals.map(\.element) == ["Name"])
    }

    @Test("what Windows wrote in UTF-16, with line ends of its own or a foreign letter, is the same")
    func encodings() throws {
        let lines = try LogSample.connector.replacingOccurrences(of: "\n", with: "\r\n")
        let pairs: [[UInt8]] = lines.utf16.map { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let little: [UInt8] = [0xFF, 0xFE] + pairs.joined()
        let right = try report(LogSample.connector)
        #expect(report(LogText.decode(little)) == right)
        #expect(report(LogText.decode([0xEF, 0xBB, 0xBF] + Array(lines.utf8))) == right)
        #expect(LogText.decode([0x4D, 0xFC, 0x6C]) == "M\u{FC}l")
    }

    @Test("a text that is no such log, an empty one and a cut one are no errors")
    func lenient() throws {
        #expect(report("").isEmpty)
        #expect(report("Dear all,\nplease find attached.\n").isEmpty)
        let cut = String(try LogSample.connector.prefix(600))
        #expect(report(cut).updates.count == 1)
        #expect(report("2026112x.06:58:20 UTC : x\n99999999.99:99:99 UTC : y").isEmpty)
    }

    @Test("an update is matched by user and time, a repeated refusal from its first to its last time")
    func matching() throws {
        func entry(_ number: Int64, _ user: String, from: Double, to: Double) -> ConversationEntry {
            ConversationEntry(
                number: number, state: "success", letter: "S", color: "green", reason: nil, sentence: "Fine.",
                trigger: "scheduled", user: user, address: "192.0.2.7",
                startedAt: Date(timeIntervalSince1970: from), lastCallAt: Date(timeIntervalSince1970: to),
                endedAt: nil, repeats: 1, bytesReceived: 0, bytesSent: 0, categories: [])
        }
        let update = try #require(try report(LogSample.connector).updates.first)
        let at = 1_795_503_501.0
        let history = [
            (
                "acme",
                [
                    entry(1, "acme", from: at - 9000, to: at + 9000),
                    entry(2, "acme", from: at - 200, to: at - 100),
                ]
            ),
            ("bravo", [entry(3, "bravo", from: at, to: at)]),
        ]
        #expect(ConversationMatch.nearest(to: update, in: history)?.number == 1)
        let rest = [(history[0].0, [history[0].1[1]]), history[1]]
        #expect(ConversationMatch.nearest(to: update, in: rest)?.number == 2)
        #expect(ConversationMatch.nearest(to: update, in: [history[1]]) == nil, "another user's")
        let idle = try #require(try report(LogSample.connector).updates.last)
        #expect(ConversationMatch.nearest(to: idle, in: history) == nil, "a check-in is no conversation")
    }

    @Test("read-log works without a daemon, as text and as JSON")
    func command() throws {
        let folder = try Folder()
        let file = folder.url.appending(path: "QWCLog.txt")
        try LogSample.connector.write(to: file, atomically: true, encoding: .utf8)
        let program = try DaemonProcess.program("qbsyncctl")
        let nobody = ["QBSYNCD_CONTROL_SOCKET": folder.url.path + "/none.sock", "NO_COLOR": "1"]
        let text = try Tool.run(program, ["read-log", file.path], environment: nobody, folder: folder.url)
        #expect(text.status == 0, "\(text.errors)")
        #expect(
            text.output.contains("Did you mean Name?") && text.output.contains("1 update without trouble"))
        #expect(text.errors.contains("The daemon is not reachable; nothing was matched with it."))
        let json = try Tool.run(
            program, ["read-log", "--json", file.path], environment: nobody, folder: folder.url)
        let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((read?["updates"] as? [[String: Any]])?.count == 2)
        #expect(!json.output.contains("TICKET-1"))
        let missing = try Tool.run(program, ["read-log", "none"], environment: nobody, folder: folder.url)
        #expect(missing.status == 1 && missing.errors.contains("there is no such file"))
    }
}
