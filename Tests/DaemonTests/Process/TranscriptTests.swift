import Foundation
import Testing
import WebConnector

/// What real Web Connectors have sent, as others captured it, is answered rightly by the running daemon.
///
/// The captures are reference data beside the checkout; elsewhere the tests say so and are skipped.
@Suite("Captured calls", .serialized, .enabled(if: Captures.areThere, "the reference samples are not here"))
struct TranscriptTests {
    @Test("with a ticket of another time, each gets its operation's complete and harmless answer")
    func strangers() async throws {
        let daemon = try DaemonProcess()
        for name in Captures.names {
            let body = try Captures.body(name)
            let answer = try await daemon.post(body)
            #expect(answer.status == 200, "\(name): \(answer.text)")
            let call = try EnvelopeDecoder.envelope(of: body).call
            let decoded = try Answer(decoding: Array(answer.body), to: call.operation)
            switch decoded {
            case .serverVersion(let text): #expect(text.hasPrefix("qbsyncd"))
            case .clientVersion(let text): #expect(text.isEmpty, "anything else opens a window")
            case .authenticate(let authentication): #expect(authentication.directive == .notValidUser)
            case .sendRequestXML(let document): #expect(document.isEmpty)
            case .receiveResponseXML(let number): #expect(number < 0)
            case .connectionError(let text): #expect(text == "done")
            case .getLastError(let text), .closeConnection(let text): #expect(!text.isEmpty)
            case .getInteractiveURL, .interactiveDone, .interactiveRejected: continue
            }
        }
    }

    @Test("in a conversation of ours, a captured opening shows another company file, and is refused by name")
    func opening() async throws {
        let daemon = try DaemonProcess()
        let settings = #"{"name":"acme","accept_default":true,"settings":{"overnight_shutdown":"none"}}"#
        let made = try await daemon.order(.post, "/v1/connectors", settings)
        let password = try #require((made.json as? [String: Any])?["password"] as? String)
        let login = Call.authenticate(user: "acme", password: password).encoded(as: .document)
        let begun = try Answer(decoding: Array(try await daemon.post(login).body), to: .authenticate)
        guard case .authenticate(let authentication) = begun else { Issue.record("\(begun)"); return }
        let ticket = authentication.ticket
        #expect(ticket.count == 32, "128 bits as hexadecimal digits")
        let captured = try EnvelopeDecoder.envelope(
            of: Captures.body("req-sendRequestXML-first-with-hcpresponse-short.xml"))
        guard case .sendRequestXML(var request) = captured.call else { Issue.record("no opening"); return }
        request.ticket = ticket
        let asked = try await daemon.post(Call.sendRequestXML(request).encoded(as: .document))
        #expect(try Answer(decoding: Array(asked.body), to: .sendRequestXML) == .sendRequestXML([]))
        let told = try await daemon.post(Call.getLastError(ticket: ticket).encoded(as: .document))
        let answer = try Answer(decoding: Array(told.body), to: .getLastError)
        guard case .getLastError(let text) = answer else { Issue.record("no text"); return }
        #expect(text.contains(request.companyFileName), "\(text)")
        #expect(!daemon.log.contains("12-3456789"), "the tax number in the opening is not for the journal")
    }
}

private enum Captures {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/reference/samples/soap")

    static var names: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0.hasPrefix("req-") && $0.hasSuffix(".xml") }.sorted()
    }

    static var areThere: Bool { !names.isEmpty }

    static func body(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }
}
