import Foundation
import Simulator
import Testing
import WebConnector

@Suite struct DotNetClientTests {
    @Test("a request has .NET's headers and the Web Connector's envelope")
    func request() throws {
        let request = DotNetClient.request(for: .serverVersion, to: Workstation.connectionFile)
        #expect(request.url == "https://sync.example.com/qbwc")
        #expect(request.headers.contains(["SOAPAction", "\"http://developer.intuit.com/serverVersion\""]))
        #expect(request.headers.contains(["Content-Type", "text/xml; charset=utf-8"]))
        #expect(request.headers.contains(["Expect", "100-continue"]))
        #expect(
            request.headers[0][1].hasPrefix(
                "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol "))
        #expect(String(decoding: request.body, as: UTF8.self).contains("<serverVersion xmlns="))
        var rpc = Workstation.connectionFile
        rpc.style = .rpc
        let other = DotNetClient.request(for: .serverVersion, to: rpc)
        #expect(String(decoding: other.body, as: UTF8.self).contains("<q1:serverVersion"))
    }

    private func failure(_ status: Int, _ type: String?, _ body: [UInt8]) -> CallFailure? {
        do {
            _ = try DotNetClient.answer(
                to: .sendRequestXML, WireReply(status: status, contentType: type, body: body))
            return nil
        } catch {
            return error
        }
    }

    @Test("replies are judged as .NET judges them")
    func replies() {
        let good = Answer.sendRequestXML([]).encoded(as: .document)
        #expect(failure(200, "text/xml; charset=utf-8", good) == nil)
        #expect(failure(200, "text/html", good) == .contentType("text/html"))
        #expect(failure(200, nil, good) == .contentType(""))
        #expect(failure(200, "text/xml", []) == .emptyReply)
        #expect(failure(404, "text/xml", good) == .status(404))
        #expect(failure(302, nil, []) == .status(302))
        #expect(failure(500, "text/html", good) == .status(500))
        #expect(failure(500, "text/xml", good) == .status(500))
        let fault = WebConnector.Fault(code: .server, text: "went wrong", reference: "r-1").encoded()
        guard case .fault(let text) = failure(500, "text/xml", fault) else {
            Issue.record("no fault")
            return
        }
        #expect(text.contains("went wrong"))
        let absent = String(decoding: good, as: UTF8.self).replacing(
            /<sendRequestXMLResult.*Result *\/?>/, with: "")
        #expect(failure(200, "text/xml", Array(absent.utf8)) == .noResult(.sendRequestXML))
    }

    private let query = Desk.document("<ClassQueryRq />")

    @Test("a session over the wire makes the calls of a session without it, and tells a trace what came")
    func wireStep() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query]
        var session = WebConnectorSession(
            try #require(pc.application("Acme Sync")), on: &pc, at: Workstation.now)
        var trace: [String] = []
        while case .send(let request) = session.nextRequest(on: &pc) {
            var decoder = EnvelopeDecoder(bodyLimit: 1 << 20)
            try request.body.withUnsafeBytes { try decoder.push($0) }
            let envelope = try decoder.finish()
            let body = try script.serve(envelope.call).encoded(as: envelope.form)
            let reply = WireReply(status: 200, contentType: "text/xml", body: body)
            trace.append("\(request.operation): " + session.take(.success(reply), to: request, on: &pc))
        }
        #expect(
            trace == [
                "serverVersion: \"test\"", "clientVersion: empty", "authenticate: work, file now open",
                "sendRequestXML: \(query.count) bytes", "receiveResponseXML: 100%", "closeConnection: \"OK\"",
            ])
        #expect(session.outcome?.ending == .finished)
    }
}
