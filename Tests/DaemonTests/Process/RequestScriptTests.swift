import Foundation
import Testing

/// What a script relies on that queues many requests, with the real programs. No Web Connector comes.
@Suite("qbsyncctl request, of many", .serialized, .timeLimit(.minutes(10)))
struct RequestScriptTests {
    private typealias Run = (status: Int32, output: String, errors: String)

    private func daemon() async throws -> DaemonProcess {
        let daemon = try DaemonProcess()
        let made = try await daemon.order(
            .post, "/v1/connectors", #"{"name":"acme","accept_default":true}"#)
        try #require(made.status == 201, "\(made.text)")
        return daemon
    }

    private func run(_ daemon: DaemonProcess, _ arguments: [String], input: String? = nil) throws -> Run {
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

    private func fail(_ daemon: DaemonProcess, _ id: String) throws {
        try sql(
            daemon,
            """
            UPDATE request SET state = 'failed', outcome = 'not applied', code = 'refused',
                sentence = 'It is taken.', settled_at = '2026-11-20T10:00:00.000Z' WHERE id = '\(id)'
            """)
    }

    private func customer(_ name: String) -> String { #"{"CustomerAdd":{"Name":"\#(name)"}}"# }

    private func invoice(of source: String) -> String {
        #"{"InvoiceAdd":{"CustomerRef":{"ListID":{"$from":"\#(source)","path":"ListID"}}}}"#
    }

    /// The IDs in the receipt of `add`, in their order.
    private func ids(_ run: Run) throws -> [String] {
        struct Receipt: Decodable {
            struct Entry: Decodable { var id: String }
            var requests: [Entry]
        }
        try #require(run.status == 0, "\(run)")
        return try JSONDecoder().decode(Receipt.self, from: Data(run.output.utf8)).requests.map(\.id)
    }

    /// The IDs and states of a list of requests, as `--json` has them.
    private func states(_ run: Run) throws -> [String: String] {
        struct Entry: Decodable { var id, state: String }
        let entries = try JSONDecoder().decode([Entry].self, from: Data(run.output.utf8))
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.state) })
    }

    private func parents(_ daemon: DaemonProcess, _ id: String) throws -> [String] {
        struct Account: Decodable {
            struct Entry: Decodable { var id: String }
            var waitsFor: [Entry]?
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let shown = try run(daemon, ["show", id, "--json"])
        return try decoder.decode(Account.self, from: Data(shown.output.utf8)).waitsFor?.map(\.id) ?? []
    }

    // MARK: Values of other lines

    @Test("a line takes a value from the line that it names in the file, whichever call that went out in")
    func numbersOfTheFile() async throws {
        let daemon = try await daemon()
        var lines = (0..<1010).map { customer("Customer \($0)") }
        // Line 501 and on are of the second call, which knows nothing of the numbers of the first.
        lines[500] = invoice(of: "#0")
        lines[502] = invoice(of: "#499")
        lines[503] = invoice(of: "#501")
        lines[1009] = invoice(of: "#1000")
        let text = lines.joined(separator: "\n")
        let command = ["add", "-", "--lines", "--json", "--key", "import"]
        let ids = try ids(try run(daemon, command, input: text))
        try #require(ids.count == 1010)
        for (taker, source) in [(500, 0), (502, 499), (503, 501), (1009, 1000)] {
            #expect(try parents(daemon, ids[taker]) == [ids[source]], "line \(taker + 1)")
        }
        let again = try run(daemon, command, input: text)
        #expect(again.output.contains(#""repeated":true"#))
        #expect(try self.ids(again) == ids)
    }

    @Test("a value of the line itself or of a later one is refused by its line, and nothing is queued")
    func numbersAhead() async throws {
        let daemon = try await daemon()
        let lines = (0..<700).map { customer("Customer \($0)") }
        for (place, source) in [(600, "#600"), (510, "#600"), (699, "#700"), (0, "#0"), (600, "#x")] {
            var wrong = lines
            wrong[place] = invoice(of: source)
            let told = try run(daemon, ["add", "-", "--lines"], input: wrong.joined(separator: "\n"))
            #expect(told.status == 65, "\(source): \(told)")
            #expect(told.errors.contains("standard input:\(place + 1): error:"), "\(told.errors)")
            #expect(told.errors.contains("\"\(source)\" in \"$from\" is no request in front"))
        }
        #expect(try run(daemon, ["list"]).output.contains("no such requests"))
        var right = lines
        right[600] = invoice(of: "#0")
        right[601] = invoice(of: "#600")
        let dry = try run(daemon, ["add", "-", "--lines", "--dry-run"], input: right.joined(separator: "\n"))
        #expect(dry.status == 0, "\(dry.errors)")
    }

    @Test("a request that gives no value is told by the line that names it, and not as an option")
    func unknownSource() async throws {
        let daemon = try await daemon()
        for source in ["req_none", "#1"] {
            let told = try run(daemon, ["add", "-"], input: invoice(of: source))
            #expect(told.status == 65 && told.errors.contains("standard input:1: error:"), "\(told)")
            #expect(told.errors.contains("$from") && !told.errors.contains("--after"), "\(told)")
        }
        let after = try run(daemon, ["add", "-", "--after", "req_none"], input: customer("Elm"))
        #expect(after.status == 1 && after.errors.contains("--after: This connector has no request req_none"))
    }

    // MARK: Several at once

    @Test("a decision about several is tried for each, and each refusal is told")
    func decisions() async throws {
        let daemon = try await daemon()
        let text = (0..<3).map { customer("Customer \($0)") }.joined(separator: "\n")
        let ids = try ids(try run(daemon, ["add", "-", "--lines", "--json"], input: text))
        #expect(try run(daemon, ["cancel", ids[1]]).status == 0)
        let told = try run(daemon, ["cancel", "req_none", ids[0], ids[1], ids[2], "--json"])
        #expect(told.status == 4, "the code of the first: \(told)")
        #expect(told.errors.split(separator: "\n").count == 2, "\(told.errors)")
        #expect(told.errors.contains("req_none") && told.errors.contains(ids[1]), "\(told.errors)")
        #expect(told.output.contains(ids[0]) && told.output.contains(ids[2]), "\(told.output)")
        #expect(!told.output.contains(ids[1]))
        let retried = try run(daemon, ["retry", ids[0], "req_none", ids[2]])
        #expect(retried.status == 4 && retried.output.contains(ids[2]), "\(retried)")
        let dismissed = try run(daemon, ["dismiss", ids[0], ids[2]])
        #expect(dismissed.status == 1 && dismissed.output.isEmpty, "\(dismissed)")
        #expect(dismissed.errors.contains(ids[0]) && dismissed.errors.contains(ids[2]))
    }

    // MARK: Waiting

    @Test("a wait whose time is over tells how the requests stand, so that their IDs are known")
    func overdue() async throws {
        let daemon = try await daemon()
        let text = customer("One") + "\n" + customer("Two")
        let told = try run(
            daemon, ["add", "-", "--lines", "--wait", "--timeout", "1s", "--json"], input: text)
        #expect(told.status == 7 && told.errors.contains("2 of 2 not over"), "\(told)")
        let states = try states(told)
        #expect(states.count == 2 && Set(states.values) == ["queued"])
        let one = try #require(states.keys.first)
        #expect(try run(daemon, ["cancel", one]).status == 0)
        let waited = try run(daemon, ["wait"] + states.keys + ["--timeout", "1s", "--json"])
        #expect(waited.status == 7 && waited.errors.contains("1 of 2 not over"), "\(waited)")
        #expect(try self.states(waited)[one] == "cancelled")
    }

    @Test("what waits for a request that failed is not waited for")
    func stuck() async throws {
        let daemon = try await daemon()
        let text = (0..<4).map { customer("Customer \($0)") }.joined(separator: "\n")
        let ids = try ids(try run(daemon, ["add", "-", "--lines", "--chain", "--json"], input: text))
        try fail(daemon, ids[0])
        let waited = try run(daemon, ["wait"] + ids)
        #expect(waited.status == 9, "\(waited)")
        #expect(waited.errors.contains("3 of 4 wait for \(ids[0]), which is failed"), "\(waited.errors)")
        let last = try run(daemon, ["wait", ids[3], "--timeout", "5m", "--json"])
        #expect(last.status == 9, "\(last)")
        #expect(try states(last) == [ids[3]: "queued"])
        let added = try run(
            daemon, ["add", "-", "--after", ids[3], "--wait", "--timeout", "5m"], input: customer("Late"))
        #expect(added.status == 9 && added.errors.contains("It waits for \(ids[0])"), "\(added)")
        try sql(
            daemon,
            """
            UPDATE request SET state = 'outcome unknown', outcome = 'unknown', code = NULL, settled_at = NULL,
                sentence = 'Nobody knows.' WHERE id = '\(ids[0])'
            """)
        #expect(try run(daemon, ["wait", ids[1]]).status == 10)
    }

    // MARK: Options

    @Test("an empty option is refused, and a priority below zero is taken as the help shows it")
    func options() async throws {
        let daemon = try await daemon()
        for after in ["", ",", "req_1,"] {
            let told = try run(daemon, ["add", "-", "--after", after], input: customer("Elm"))
            #expect(told.status == 64 && told.errors.contains("--after"), "\(told)")
        }
        let low = try run(daemon, ["add", "-", "--priority", "-10", "--json"], input: customer("Elm"))
        let id = try #require(try ids(low).first)
        #expect(try run(daemon, ["show", id, "--json"]).output.contains(#""priority":-10"#))
        let key = String(repeating: "k", count: 255)
        #expect(try run(daemon, ["add", "-", "--key", key], input: customer("Ash")).status == 0)
        let lines = try run(daemon, ["add", "-", "--lines", "--key", key], input: customer("Ash"))
        #expect(lines.status == 64 && lines.errors.contains("1 to 240"), "\(lines)")
        #expect(try run(daemon, ["add", "-", "--key", key + "k"], input: customer("Ash")).status == 64)
    }
}
