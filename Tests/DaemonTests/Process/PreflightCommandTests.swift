import API
import Foundation
import Testing

@Suite("qbsyncctl preflight", .timeLimit(.minutes(10)))
struct PreflightCommandTests {
    @Test("looks at the daemon itself and lets it pass, a line a check, or as JSON for programs")
    func itself() async throws {
        let daemon = try DaemonProcess()
        let url = "http://localhost:\(daemon.port)"
        let text = try daemon.run("qbsyncctl", ["preflight", url])
        #expect(text.status == 0, "\(text.output) \(text.errors)")
        #expect(try daemon.run("qbsyncctl", ["--version"]).output.hasPrefix("qbsyncctl "))
        #expect(text.output.contains("Looking at \(url)"))
        #expect(text.output.contains("A Web Connector gets through, seen from this machine."))
        let json = try daemon.run("qbsyncctl", ["preflight", url, "--json"])
        let report = try API.Wire.decode(PreflightReport.self, from: Data(json.output.utf8))
        #expect(report.isPassable == true && report.url == url && json.status == 0)
        #expect(json.output.contains("\"is_passable\":true"), "\(json.output)")
        #expect(
            report.checks.map(\.step) == [
                "address", "dns", "connection", "endpoint", "support", "soap", "continue", "keep-alive",
                "body",
            ], "\(json.output)")
        // The default address is nobody's but this machine's, and is not remembered.
        let last = try await daemon.order(.get, "/v1/preflight")
        #expect(try API.Wire.decode(PreflightReport.self, from: last.body).at == nil)
        #expect(!daemon.log.contains("not known here"), "no made-up ticket came to the journal")
    }

    @Test("says by its exit code that nobody gets through, and refuses what is no address")
    func troubles() async throws {
        let daemon = try DaemonProcess()
        let closed = try daemon.run("qbsyncctl", ["preflight", "http://localhost:1"])
        #expect(closed.status == 1, "\(closed.output)")
        #expect(closed.output.contains("QBWC1003") && closed.output.contains("Whose move"))
        let rules = try daemon.run("qbsyncctl", ["preflight", "http://192.0.2.1:1", "--json"])
        #expect(rules.status == 1 && rules.output.contains("QBWC1010"))
        #expect(try daemon.run("qbsyncctl", ["preflight", "sync.example.com"]).status == 64)
        #expect(try daemon.run("qbsyncctl", ["preflight", "--support", "https://a.example"]).status == 64)
        #expect(closed.output.contains("port 1"))
        for address in ["https://user:geheim@sync.example.com", "user:geheim@x", "https://u:geheim/1@x.y"] {
            let refused = try daemon.run("qbsyncctl", ["preflight", address])
            #expect(refused.status == 64 && !(refused.output + refused.errors).contains("geheim"))
        }
        let port = try daemon.run("qbsyncctl", ["preflight", "https://sync.example.com:99999"])
        #expect(port.status == 1 && port.output.contains("names the port 99999"), "\(port)")
        let unknown = try await daemon.order(.post, "/v1/preflight", #"{"adress":"x"}"#)
        #expect(unknown.status == 422 || unknown.status == 400, "\(unknown.text)")
        let lonely = try await daemon.order(.post, "/v1/preflight", #"{"support_url":"https://a.b"}"#)
        #expect(lonely.status == 422)
    }
}
