import Foundation
import Simulator
import Testing

/// What a person and a script do with requests, with the real programs. No Web Connector comes.
@Suite("qbsyncctl request", .serialized, .timeLimit(.minutes(10)))
struct RequestCommandTests {
    private static let customer = #"{"CustomerAdd":{"Name":"Elm Street Bakery"}}"#

    private func daemon() async throws -> DaemonProcess {
        let daemon = try DaemonProcess()
        let made = try await daemon.order(
            .post, "/v1/connectors", #"{"name":"acme","accept_default":true}"#)
        try #require(made.status == 201, "\(made.text)")
        return daemon
    }

    private func run(
        _ daemon: DaemonProcess, _ arguments: String..., input: String? = nil
    ) throws -> (status: Int32, output: String, errors: String) {
        try Tool.run(
            DaemonProcess.program("qbsyncctl"), ["request"] + arguments,
            environment: ["QBSYNCD_CONTROL_SOCKET": daemon.controlSocket, "NO_COLOR": "1"],
            folder: daemon.folder, input: input.map { Data($0.utf8) })
    }

    private func sql(_ daemon: DaemonProcess, _ text: String) throws {
        let result = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/sqlite3"), ["-cmd", ".timeout 5000", daemon.database, text],
            folder: daemon.folder)
        try #require(result.status == 0, "\(result.errors)")
    }

    private func id(in text: String) throws -> String {
        String(try #require(text.firstMatch(of: #/req_[0-9a-f]{32}/#), "\(text)").output)
    }

    @Test("requests come from a file or standard input, are listed, shown and taken back")
    func life() async throws {
        let daemon = try await daemon()
        let file = daemon.folder.appending(path: "new.json")
        try Self.customer.write(to: file, atomically: true, encoding: .utf8)
        let added = try run(daemon, "add", "acme", file.path, "--reference", "web-1", "--key", "k")
        #expect(added.status == 0 && added.output.contains("1 request is in the queue"), "\(added)")
        let id = try id(in: added.output)
        let again = try run(daemon, "add", file.path, "--reference", "web-1", "--key", "k")
        #expect(again.status == 0 && again.output.contains("came before") && again.output.contains(id))
        let clash = try run(daemon, "add", file.path, "--key", "k")
        #expect(clash.status == 1 && clash.errors.contains("Take a new key"), "\(clash)")
        let piped = try run(daemon, "add", "-", "--json", input: Self.customer)
        #expect(piped.status == 0 && piped.output.contains(#""repeated":false"#), "\(piped)")

        let list = try run(daemon, "list")
        #expect(list.output.hasPrefix("ID") && list.output.contains("CustomerAdd Elm Street Bakery (web-1)"))
        #expect(try run(daemon, "list", "--state", "failed").output.contains("no such requests"))
        #expect(try run(daemon, "list", "--state", "lost").status == 1)
        let shown = try run(daemon, "show", id)
        #expect(shown.status == 0 && shown.output.contains("It waits for the Web Connector."), "\(shown)")
        let document = try run(daemon, "show", id, "--document")
        #expect(document.output.hasPrefix("<CustomerAddRq>") && document.errors.contains("not gone out"))
        #expect(try run(daemon, "show", "req_none").status == 4)

        let cancelled = try run(daemon, "cancel", id)
        #expect(cancelled.status == 0 && cancelled.output.contains("cancelled"), "\(cancelled)")
        #expect(try run(daemon, "cancel", id).status == 1)
        #expect(try run(daemon, "wait", id).status == 9)
        let waited = try run(daemon, "add", file.path, "--wait", "--timeout", "1s")
        #expect(waited.status == 7 && waited.errors.contains("go on by themselves"), "\(waited)")
    }

    @Test("what is wrong is told with its line, and a dry run queues nothing")
    func checking() async throws {
        let daemon = try await daemon()
        let lines = [Self.customer, "", #"{"CustomerAdd":{"Nmae":"x"}}"#].joined(separator: "\n")
        let file = daemon.folder.appending(path: "many.ndjson")
        try lines.write(to: file, atomically: true, encoding: .utf8)
        let wrong = try run(daemon, "add", file.path)
        #expect(wrong.status == 65 && wrong.errors.contains("many.ndjson:3: error:"), "\(wrong)")
        #expect(wrong.errors.contains("Nothing was queued"))
        let json = try run(daemon, "add", file.path, "--json")
        #expect(json.status == 65 && json.errors.contains(#""report":{"#), "\(json)")
        let dry = try run(daemon, "add", "-", "--dry-run", input: Self.customer)
        #expect(dry.status == 0 && dry.output.contains("It adds a new Customer"), "\(dry)")
        #expect(dry.output.contains("<?qbxml version="))
        #expect(try run(daemon, "list").output.contains("no such requests"))
        #expect(try run(daemon, "add", "none.json").errors.contains("there is no such file"))
        #expect(try run(daemon, "add", "a", "b", "c").status == 64)
        #expect(try run(daemon, "add", "-", "--timeout", "1s", input: "").status == 64)
    }

    @Test("a file of lines goes in pieces of 500, and the same command again queues only what is left")
    func pieces() async throws {
        let daemon = try await daemon()
        let lines = (1...1100).map { #"{"CustomerAdd":{"Name":"Customer \#($0)"}}"# }
        let file = daemon.folder.appending(path: "many.ndjson")
        try lines.prefix(600).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let added = try run(daemon, "add", file.path, "--key", "import", "--json")
        #expect(added.status == 0, "\(added.errors)")
        let first = try id(in: added.output)
        try lines.prefix(500).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let again = try run(daemon, "add", file.path, "--key", "import", "--json")
        #expect(again.output.contains(#""repeated":true"#) && again.output.contains(first))
        let chain = try run(daemon, "add", "-", "--lines", "--chain", input: lines.joined(separator: "\n"))
        #expect(chain.status == 0 && chain.output.contains("1100 requests are in the queue"), "\(chain)")
        let status = try daemon.run("qbsyncctl", ["status"])
        #expect(status.output.contains("requests: 1700 waiting"), "\(status.output)")
        let list = try run(daemon, "list", "--limit", "1", "--json")
        let last = try run(daemon, "show", try id(in: list.output))
        #expect(last.output.contains("It waits for CustomerAdd"), "\(last.output)")
    }

    @Test("a broken line far down in a file is named by its own number, and nothing before it is queued")
    func brokenLine() async throws {
        let daemon = try await daemon()
        var lines = (1...1800).map { #"{"CustomerAdd":{"Name":"Customer \#($0)"}}"# }
        lines[1700] = #"{"CustomerAdd":{"Name":"Customer 1701"}"#
        lines[1750] = #"{"CustomerAdd":{"Nmae":"Customer 1751"}}"#
        let file = daemon.folder.appending(path: "many.ndjson")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let wrong = try run(daemon, "add", file.path)
        #expect(wrong.status == 65, "\(wrong)")
        #expect(wrong.errors.contains("many.ndjson:1701: error: This is not JSON"), "\(wrong)")
        #expect(wrong.errors.contains("at line 1701,"), "\(wrong)")
        #expect(!wrong.errors.contains("many.ndjson:1702:"), "\(wrong)")
        lines[1700] = lines[1699]
        let text = lines.joined(separator: "\n")
        let piped = try run(daemon, "add", "-", "--lines", "--json", input: text)
        #expect(piped.status == 65 && piped.errors.contains(#""line":1751"#), "\(piped)")
        #expect(piped.errors.contains(#""queued":0"#) && piped.errors.contains("/1750/CustomerAdd"))
        #expect(try run(daemon, "list").output.contains("no such requests"))
        for content in ["", "\n\n", "{\"CustomerAdd\":"] {
            #expect(try run(daemon, "add", "-", input: content).status == 65, "\(content)")
            #expect(try run(daemon, "add", "-", "--lines", input: content).status == 65, "\(content)")
        }
    }

    @Test("when the daemon refuses a later piece all the same, it is said what is in the queue already")
    func laterPiece() async throws {
        let daemon = try await daemon()
        let closed = try daemon.run(
            "qbsyncctl", ["category", "set", "acme", "vendors", "--direction", "read"])
        try #require(closed.status == 0, "\(closed)")
        let lines = (1...600).map { #"{"CustomerAdd":{"Name":"Customer \#($0)"}}"# }
        let vendor = #"{"VendorAdd":{"Name":"Ash"}}"#
        let text = (lines + [vendor]).joined(separator: "\n")
        let told = try run(daemon, "add", "-", "--lines", input: text)
        #expect(told.status == 65 && told.errors.contains("standard input:601: error:"), "\(told)")
        #expect(
            told.errors.contains("500 requests, all before line 501, are in the queue already."), "\(told)")
        let json = try run(daemon, "add", "-", "--lines", "--json", input: text)
        #expect(json.status == 65 && json.errors.contains(#""queued":500"#), "\(json)")
        #expect(json.errors.contains(#""line":501"#) && json.errors.contains(#""line":601"#), "\(json)")
    }

    @Test("a file that begins with the mark of UTF-8, as programs of Windows write it, is taken")
    func mark() async throws {
        let daemon = try await daemon()
        for name in ["marked.json", "marked.ndjson"] {
            let file = daemon.folder.appending(path: name)
            try ("\u{FEFF}" + Self.customer + "\r\n").write(to: file, atomically: true, encoding: .utf8)
            let added = try run(daemon, "add", file.path)
            #expect(added.status == 0, "\(name): \(added)")
        }
    }

    @Test("of what nobody can tell the candidates stand beside what was sent, and a person decides")
    func unknown() async throws {
        let daemon = try await daemon()
        let invoice =
            #"{"InvoiceAdd":{"CustomerRef":{"FullName":"Elm"},"RefNumber":"1021","InvoiceLineAdd":"#
            + #"[{"ItemRef":{"FullName":"Bread"},"Quantity":"12"}]}}"#
        let id = try id(in: try run(daemon, "add", "-", input: invoice).output)
        try sql(
            daemon,
            """
            UPDATE request SET state = 'outcome unknown', outcome = 'unknown', sentence = 'Nobody knows.',
                candidates = '[{"kind":"Invoice","id":"A-1","time_created":"2026-11-20T10:00:00"}]';
            INSERT INTO record (connector_id, kind, id, name, edit_sequence, first_seen_at, changed_at,
                digest, json)
            VALUES (1, 'Invoice', 'A-1', '1021', '7', '2026-11-20T10:00:00.000Z',
                '2026-11-20T10:00:00.000Z', 0,
                '{"TxnID":"A-1","RefNumber":"1021","CustomerRef":{"ListID":"80-1","FullName":"Elm"},
                "InvoiceLineRet":[{"Quantity":"12"}]}');
            """)
        let shown = try run(daemon, "show", id)
        #expect(shown.output.contains("request link \(id)"), "\(shown)")
        for row in [#/RefNumber +1021 +1021/#, #/CustomerRef.FullName +Elm +Elm/#] {
            #expect(shown.output.contains(row), "\(shown.output)")
        }
        #expect(shown.output.contains(#/InvoiceLineAdd +1 line +1 line/#), "\(shown.output)")
        #expect(try run(daemon, "wait", id).status == 10)
        let messages = try daemon.run("qbsyncctl", ["messages"])
        #expect(messages.output.contains("requests") && messages.output.contains("Nobody knows."))
        let unasked = try run(daemon, "resend", id)
        #expect(unasked.status == 1 && unasked.errors.contains("--yes"), "\(unasked)")
        let linked = try run(daemon, "link", id, "A-1")
        #expect(linked.status == 0 && linked.output.contains("succeeded"), "\(linked)")
        #expect(try run(daemon, "wait", id).status == 0)
        #expect(try run(daemon, "show", id).output.contains(#""TxnID": "A-1""#))
        let resent = try run(daemon, "resend", id, "--yes")
        #expect(resent.status == 1 && resent.errors.contains("not unknown"), "\(resent)")
    }

    @Test("what went out and goes out again is not told to be here still; a dry run says what it leaves open")
    func wording() async throws {
        let daemon = try await daemon()
        let id = try id(in: try run(daemon, "add", "-", input: Self.customer).output)
        try sql(
            daemon,
            """
            UPDATE request SET sent_at = '2026-11-20T10:00:00.000Z', status_code = 3231,
                sentence = 'An earlier request of its message set failed; it is sent again.'
            """)
        let document = try run(daemon, "show", id, "--document")
        #expect(document.output.hasPrefix("<CustomerAddRq>"), "\(document)")
        #expect(document.errors.contains("goes out again in another document"), "\(document)")
        let invoice =
            #"{"InvoiceAdd":{"CustomerRef":{"ListID":{"$from":"\#(id)","path":"ListID"}}}}"#
        let dry = try run(daemon, "add", "-", "--dry-run", input: "[\(invoice),{\"HostQuery\":{}}]")
        #expect(dry.output.contains("goes out in 2 message sets at least"), "\(dry)")
        #expect(dry.output.contains("$from.1 stands for ListID of the record of \(id)"), "\(dry)")
        let waiting = try run(daemon, "add", "-", input: Self.customer)
        #expect(
            waiting.status == 0 && waiting.errors.contains("Web Connector has ever checked in"), "\(waiting)")
        let late = try run(daemon, "add", "-", "--not-before", "soon", input: Self.customer)
        #expect(late.status == 64 && late.errors.contains("30m, 2h, 14:30, 2026-11-20"), "\(late)")
    }

    @Test("a request is carried out by the next update, and its record is shown and in the mirror")
    func carriedOut() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        let customer = #"{"CustomerAdd":{"Name":"Written by qbsyncd"}}"#
        let id = try self.id(in: try run(daemon, "add", "-", input: customer).output)
        let wrong = try self.id(in: try run(daemon, "add", "-", input: customer).output)
        _ = try await pc.update()
        let good = try run(daemon, "wait", id, "--timeout", "30s")
        #expect(good.status == 0, "\(good)")
        let shown = try run(daemon, "show", id)
        #expect(shown.output.contains(#""FullName": "Written by qbsyncd""#), "\(shown.output)")
        let document = try run(daemon, "show", id, "--document")
        #expect(document.output.contains("newMessageSetID=") && document.output.contains(id))
        let failed = try run(daemon, "wait", wrong, "--timeout", "30s")
        #expect(failed.status == 9 && failed.output.contains("failed"), "\(failed)")
        #expect(try run(daemon, "dismiss", wrong).status == 0)
        let record = try daemon.run("qbsyncctl", ["record", "Customer", "Written by qbsyncd"])
        #expect(record.status == 0, "\(record)")
        #expect(pc.company?.records("Customer").count { $0["Name"] == "Written by qbsyncd" } == 1)
    }
}
