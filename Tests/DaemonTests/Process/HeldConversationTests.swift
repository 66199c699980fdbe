import Foundation
import Simulator
import Testing
import WebConnector

/// A conversation that is held open, and a request that was corrected, with the real daemon.
@Suite("A held conversation of a real daemon", .serialized, .timeLimit(.minutes(10)))
struct HeldConversationTests {
    private func run(_ daemon: DaemonProcess, _ arguments: String..., input: String? = nil) throws -> String {
        let result = try Tool.run(
            DaemonProcess.program("qbsyncctl"), arguments,
            environment: ["QBSYNCD_CONTROL_SOCKET": daemon.controlSocket, "NO_COLOR": "1"],
            folder: daemon.folder, input: input.map { Data($0.utf8) })
        try #require(result.status == 0, "\(arguments): \(result)")
        return result.output
    }

    @Test("what is queued while it is held is in QuickBooks with the Web Connector's next question")
    func delivered() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try run(daemon, "connector", "edit", "acme", "--hold", "30m").contains("acme"))
        #expect(try run(daemon, "connector", "show", "acme").contains("30m"))
        var pauses = 0
        var shown = ""
        _ = try await pc.update { _, call in
            guard case .getLastError = call else { return true }
            pauses += 1
            switch pauses {
            case 1:
                _ = try run(
                    daemon, "request", "add", "acme", "-", input: #"{"CustomerAdd":{"Name":"Held Bakery"}}"#)
            case 2:
                shown = try run(daemon, "explain", "acme")
                _ = try run(daemon, "stop", "acme")
            default: break
            }
            return true
        }
        #expect(pc.company?.records("Customer").contains { $0["Name"] == "Held Bakery" } == true)
        #expect(shown.contains("held open for requests until"), "\(shown)")
        #expect(try run(daemon, "history", "acme").contains("Success"))
        #expect(pauses == 3, "the stop ends it with the next question")
    }

    @Test("a request that QuickBooks refused is shown with what stands in its way, corrected, and lands")
    func edited() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        _ = try await pc.update()
        let name = try #require(pc.company?.records("Vendor").first?["Name"])
        let added = try run(
            daemon, "request", "add", "acme", "-", input: #"{"CustomerAdd":{"Name":"\#(name)"}}"#)
        let id = String(try #require(added.firstMatch(of: #/req_[0-9a-f]{32}/#)).output)
        _ = try await pc.update()
        let shown = try run(daemon, "request", "show", id)
        #expect(shown.contains("The name belongs to Vendor"), "\(shown)")
        #expect(shown.contains("What was sent, and what QuickBooks has:"), "\(shown)")
        let body = try run(daemon, "request", "show", id, "--body")
        let better = body.replacing(">\(name)<", with: ">\(name) (customer)<")
        #expect(try run(daemon, "request", "edit", id, "-", input: better).contains("queued"))
        _ = try await pc.update()
        #expect(try run(daemon, "request", "show", id).contains("succeeded"))
        #expect(pc.company?.records("Customer").contains { $0["Name"] == "\(name) (customer)" } == true)
    }
}
