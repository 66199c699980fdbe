import Foundation
import Store
import Sync
import Testing
import WebConnector

@testable import Daemon

@Suite("Metrics and probes", .timeLimit(.minutes(10)))
struct MetricsTests {
    private static let call = Call.sendRequestXML(
        SendRequest(
            ticket: "t", companyFileName: #"C:\A.QBW"#, country: "US", majorVersion: 13,
            minorVersion: 0))

    /// Everything that can have a sample has one.
    private func scraped() async throws -> String {
        let scene = try MirrorScene()
        try scene.invoice("1-1", number: "7")
        try scene.complete("invoices")
        let meters = Meters()
        let said = CheckIn.refused(code: "locked")
        let contact = Change.contact(connector: 1, user: "acme", at: MirrorScene.now, said: said)
        let ended = Event.conversationEnded(connector: "acme", ticket: "t", .success)
        meters.count(
            Decision(changes: [contact], answer: .getLastError(""), events: [ended]))
        meters.answered(
            Self.call, with: .sendRequestXML([1, 2, 3]), took: .milliseconds(3), received: 0)
        meters.answered(
            .receiveResponseXML(ReceiveResponse(ticket: "t")),
            with: .receiveResponseXML(100), took: .milliseconds(30), received: 12)
        meters.fault()
        let watch = InstallationWatch()
        watch.look(
            database: "/tmp/x", certificate: CertificateTerm(path: "/c", expiry: MirrorScene.now),
            files: .ofThisProcess(), now: MirrorScene.now, machine: .zero)
        return try await MetricsDesk().text(
            scene.database, meters: meters, watch: watch, now: MirrorScene.now)
    }

    @Test("tell of check-ins, conversations, exchanges, requests, records and conditions")
    func samples() async throws {
        let text = try await scraped()
        for line in [
            #"qbsyncd_check_ins_total{verdict="refused",reason="locked"} 1"#,
            #"qbsyncd_conversations_total{state="success"} 1"#,
            #"qbsyncd_call_duration_seconds_bucket{operation="sendRequestXML",le="0.005"} 1"#,
            #"qbsyncd_call_duration_seconds_count{operation="receiveResponseXML"} 1"#,
            "qbsyncd_quickbooks_duration_seconds_count 1",
            #"qbsyncd_qbxml_bytes_total{direction="received"} 12"#,
            #"qbsyncd_qbxml_bytes_total{direction="sent"} 3"#, "qbsyncd_faults_total 1",
            #"qbsyncd_records{kind="Invoice"} 1"#, "qbsyncd_connectors 1",
            #"qbsyncd_conditions{code="never-checked-in",severity="notice"} 1"#,
            #"qbsyncd_conditions{code="certificate-expires",severity="warning"} 1"#,
        ] { #expect(text.contains(line + "\n"), "\(line) in\n\(text)") }
        for name in ["qbsyncd_mirror_complete_timestamp_seconds{category=\"invoices\"}", "process_open_fds "]
        {
            #expect(text.contains("\n" + name), "\(name)")
        }
    }

    @Test("requests that wait are counted anew each time, those that are over every five minutes")
    func requests() async throws {
        let scene = try RequestScene()
        let desk = MetricsDesk()
        func scraped(after seconds: Double) async throws -> String {
            try await desk.text(
                scene.database, meters: Meters(), watch: InstallationWatch(),
                now: MirrorScene.now.addingTimeInterval(seconds))
        }
        let id = try await scene.queued()
        #expect(try await scraped(after: 0).contains("qbsyncd_requests{state=\"queued\"} 1\n"))
        _ = try await scene.decide("cancel", id)
        let soon = try await scraped(after: 60)
        #expect(!soon.contains("qbsyncd_requests{state="))
        let later = try await scraped(after: 400)
        #expect(later.contains("qbsyncd_requests{state=\"cancelled\"} 1\n"), "\(later)")
    }

    @Test("are understood by Prometheus' own parser, with the types that were meant")
    func referenceParser() async throws {
        let script = """
            import sys
            from prometheus_client.parser import text_string_to_metric_families
            for family in text_string_to_metric_families(sys.stdin.read()):
                print(family.name, family.type, len(family.samples))
            """
        let folder = try Folder()
        let python = URL(filePath: "/usr/bin/python3")
        let probe = try? Tool.run(python, ["-c", "import prometheus_client"], folder: folder.url)
        guard probe?.status == 0 else {
            return print("Skipped: python3-prometheus-client is not installed (apt install it).")
        }
        let text = Data(try await scraped().utf8)
        let parsed = try Tool.run(python, ["-c", script], folder: folder.url, input: text)
        #expect(parsed.status == 0, "\(parsed.errors)")
        let families = Set(
            parsed.output.split(separator: "\n").map {
                $0.split(separator: " ").prefix(2).joined(separator: " ")
            })
        #expect(families.contains("qbsyncd_check_ins counter"))
        #expect(families.contains("qbsyncd_call_duration_seconds histogram"))
        #expect(families.contains("qbsyncd_conditions gauge"))
        #expect(!families.contains { $0.hasSuffix("unknown") || $0.hasSuffix("untyped") })
    }

    @Test("and the alert rules are found right by promtool")
    func promtool() async throws {
        guard
            let promtool = ["/usr/bin/promtool", ProcessInfo.processInfo.environment["PROMTOOL"] ?? ""]
                .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else {
            return print("Skipped: promtool is not installed (Debian: prometheus), and $PROMTOOL names none.")
        }
        let folder = try Folder()
        let text = Data(try await scraped().utf8)
        let program = URL(filePath: promtool)
        let checked = try Tool.run(program, ["check", "metrics"], folder: folder.url, input: text)
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
        let rules = Self.examples.appending(path: "qbsyncd-alerts.yml").path
        let ruled = try Tool.run(program, ["check", "rules", rules], folder: folder.url)
        #expect(ruled.status == 0, "\(ruled.output)\(ruled.errors)")
    }

    private static var examples: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../packaging/examples").standardizedFileURL
    }

    @Test("dashboard and alert rules ask only for metrics that there are")
    func examples() async throws {
        let text = try await scraped()
        let known = Set(
            text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map {
                String($0.split(separator: " ")[2])
            })
        for file in ["grafana-dashboard.json", "qbsyncd-alerts.yml"] {
            let data = try Data(contentsOf: Self.examples.appending(path: file))
            if file.hasSuffix("json") { _ = try JSONSerialization.jsonObject(with: data) }
            let words = String(decoding: data, as: UTF8.self).split {
                !($0.isLetter || $0.isNumber || $0 == "_")
            }
            let asked = Set(words.filter { $0.hasPrefix("qbsyncd_") }.map(String.init))
            #expect(asked.count >= 6)
            for name in asked {
                let family = ["_bucket", "_sum", "_count"].reduce(name) {
                    $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
                }
                #expect(known.contains(family), "\(file): \(name)")
            }
        }
    }

    @Test("what a text holds cannot break out of its label")
    func escaping() {
        let family = MetricFamily("a", .gauge, "One\nline.", by: "b", ["x\"y\\z\n": .infinity])
        #expect(family.text == "# HELP a One\\nline.\n# TYPE a gauge\na{b=\"x\\\"y\\\\z\\n\"} +Inf\n")
    }

    @Test("healthz is the process, readyz says why it is not ready, and each answers in plain text")
    func probes() async throws {
        let answers = try await ServedAPI().run(over: try .inMemory()) { api in
            [
                try await api.get("/healthz"), try await api.get("/readyz"), try await api.get("/metrics"),
            ]
        }
        #expect(answers.map(\.status) == [200, 503, 200])
        #expect(answers[1].body == "Not all sockets are open.\n")
        #expect(answers[2].body.hasPrefix("# HELP qbsyncd_build_info"))
    }
}

/// A folder that goes with the test.
struct Folder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "qbsyncd-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
