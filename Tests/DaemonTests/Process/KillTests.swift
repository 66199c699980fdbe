import Foundation
import Simulator
import Testing
import WebConnector

/// The daemon is killed with SIGKILL, as a power cut or an impatient administrator does it.
@Suite("A killed daemon", .serialized)
struct KillTests {
    @Test("between any two calls: the same ticket goes on and the mirror ends equal to the books")
    func betweenCalls() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        var calls = 0
        let outcome = try await pc.update { _, _ in
            calls += 1
            daemon.killHard()
            try daemon.start()
            return true
        }
        #expect(outcome.isGood, "\(outcome)")
        #expect(calls > 30, "every call of the conversation had its kill")
        try pc.expectMirrorEqualsBooks()
        let history = try await daemon.order(.get, "/v1/connectors/acme/history")
        let rows = try #require(history.json as? [[String: Any]])
        #expect(rows.count == 1, "one conversation, not one per start")
        #expect(rows.first?["state"] as? String == "success")
    }

    @Test("while a call is on its way: the next conversation closes the lost one and completes the mirror")
    func duringCalls() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        for victim in [4, 6, 9, 13] {
            let lost = try await pc.update { number, call in
                guard number == victim else { return true }
                // The request is on its way while the daemon dies: answered or not, the client never hears.
                let (body, port) = (call.encoded(as: .document), daemon.port)
                async let answer = try? DaemonProcess.post(body, port: port)
                daemon.killHard()
                _ = await answer
                try daemon.start()
                return false
            }
            #expect(!lost.isGood)
            _ = try await daemon.order(.post, "/v1/connectors/acme/sync", "{}")
        }
        let outcome = try await pc.update()
        #expect(outcome.isGood, "\(outcome)")
        try pc.expectMirrorEqualsBooks()
        let history = try await daemon.order(.get, "/v1/connectors/acme/history")
        let rows = try #require(history.json as? [[String: Any]])
        #expect(rows.first?["state"] as? String == "success")
        #expect(rows.dropFirst().allSatisfy { $0["reason"] as? String == "connection-lost" })
        let open = rows.filter { $0["ended_at"] == nil }
        #expect(open.isEmpty, "nothing is in progress for ever")
    }

    @Test("an answer that was stored but not processed is listed and can be processed later")
    func keptAnswer() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        _ = try await pc.update { _, call in
            guard case .receiveResponseXML(var received) = call else { return true }
            // The first answer arrives damaged: it is kept as it came, and the conversation goes on.
            received.response = Array("<QBXML><QBXMLMsgsRs><CompanyQueryRs".utf8)
            let answer = try await daemon.post(Call.receiveResponseXML(received).encoded(as: .document))
            #expect(answer.status == 200)
            return false
        }
        let kept = try await daemon.order(.get, "/v1/connectors/acme/responses")
        let rows = try #require(kept.json as? [[String: Any]])
        #expect(rows.count == 1)
        let number = try #require(rows.first?["number"] as? Int)
        let again = try await daemon.order(.post, "/v1/responses/\(number)/reprocess")
        #expect(again.status == 409, "it is still damaged")
        #expect(again.text.contains("still cannot be read"))
        // A later version can read it, which here another hand makes readable.
        let readable =
            "<QBXML><QBXMLMsgsRs><CompanyQueryRs requestID=''1'' statusCode=''0''><CompanyRet>"
            + "<CompanyName>Acme</CompanyName></CompanyRet></CompanyQueryRs></QBXMLMsgsRs></QBXML>"
        _ = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/sqlite3"),
            [daemon.database, "UPDATE response SET body = CAST('\(readable)' AS BLOB)"], folder: daemon.folder
        )
        let done = try await daemon.order(.post, "/v1/responses/\(number)/reprocess")
        #expect(done.status == 200 && done.text.contains("1 records"), "\(done.text)")
        #expect(try pc.mirror("Company").keys.sorted() == ["company"])
        let left = try await daemon.order(.get, "/v1/connectors/acme/responses")
        #expect((left.json as? [Any])?.isEmpty == true)
    }

    @Test("SIGTERM lets the call in flight finish and ends with status 0")
    func graceful() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        let outcome = try await pc.update { number, _ in
            if number == 8 {
                #expect(daemon.stop() == 0, "\(daemon.log)")
                try daemon.start()
            }
            return true
        }
        #expect(outcome.isGood)
    }
}
