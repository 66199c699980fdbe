import Foundation
import Simulator
import Testing
import WebConnector

/// The real program on a real socket, as each of its users meets it.
@Suite("The running daemon", .serialized)
struct EndToEndTests {
    @Test("CB-6: a forced sync while nothing changed moves no records; an edit is told as updated (SA-9)")
    func incremental() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        try pc.expectMirrorEqualsBooks()
        let idle = try await pc.update()
        #expect(idle.exchanges == 0, "nothing is due: \(idle)")
        _ = try await daemon.order(.post, "/v1/connectors/acme/sync", "{}")
        #expect(try await pc.update().isGood)
        let history = try await daemon.order(.get, "/v1/connectors/acme/history?limit=1")
        let newest = try #require((history.json as? [[String: Any]])?.first)
        let counts = try #require(newest["categories"] as? [[String: Any]])
        #expect(counts.count > 60, "every category, and the steps that prove them")
        #expect(counts.allSatisfy { $0["added"] as? Int == 0 && $0["updated"] as? Int == 0 })
        pc.officeDay()
        _ = try await daemon.order(.post, "/v1/connectors/acme/sync", "{}")
        #expect(try await pc.update().isGood)
        let activity = try await daemon.order(.get, "/v1/connectors/acme/activity?limit=20")
        let moved = try #require(activity.json as? [[String: Any]]).compactMap { $0["operation"] as? String }
        #expect(moved.contains("updated") && moved.contains("added"))
        try pc.expectMirrorEqualsBooks()
    }

    @Test(
        "CB-5, AT-9: wrong passwords fold into one red dot, the fifth locks, and the repair works"
    )
    func locking() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        for _ in 1...5 { #expect(try await !pc.update(faults: [WrongPassword()]).isGood) }
        let status = try await daemon.order(.get, "/v1/connectors/acme/status")
        let row = try #require(status.json as? [String: Any])
        #expect(row["state"] as? String == "locked")
        let dots = try #require(row["dots"] as? [[String: Any]])
        #expect(dots.count == 1 && dots.first?["letter"] as? String == "U")
        #expect(try await !pc.update().isGood, "locked, even with the right password")
        #expect(try await daemon.order(.post, "/v1/users/acme/unlock").status == 200)
        #expect(try await pc.update().isGood)
        #expect(!daemon.log.contains(pc.password), "no password is ever in the journal, right or wrong")
    }

    @Test("another company file is refused before any work, and named")
    func wrongFile() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        let customers = try pc.mirror("Customer")
        // After a rebinding without a path the next open file is looked at, and this one is not ours.
        _ = try await daemon.order(.post, "/v1/connectors/acme/rebind", "{}")
        _ = try await daemon.order(.post, "/v1/connectors/acme/sync", "{}")
        pc.addCompany(path: #"D:\Else\Other.QBW"#)
        let refused = try await pc.update(faults: [CompanySwitched(path: #"D:\Else\Other.QBW"#)])
        #expect(!refused.isGood && refused.exchanges == 0, "\(refused)")
        let status = try await daemon.order(.get, "/v1/connectors/acme/status")
        let row = try #require(status.json as? [String: Any])
        #expect(row["state"] as? String == "wrong company file")
        #expect((row["sentence"] as? String)?.contains(#"D:\Else\Other.QBW"#) == true, "\(status.text)")
        #expect(try pc.mirror("Customer") == customers)
    }

    @Test("trouble on the wire gets a fault whose reference the journal explains")
    func faults() async throws {
        let daemon = try DaemonProcess()
        for body in ["", "<x/>", "not xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"] {
            let answer = try await daemon.post(Array(body.utf8))
            #expect(answer.status == 500)
            #expect(answer.type.hasPrefix("text/xml"))
            let reference =
                answer.text.components(separatedBy: "(reference ").last?.prefix { $0 != ")" } ?? ""
            #expect(reference.count == 10, "\(answer.text)")
            #expect(daemon.log.contains(reference))
        }
        #expect(try await daemon.get("/qbwc").status == 200)
        #expect(try await daemon.get("/qbwc?wsdl").text.contains("receiveResponseXML"))
        #expect(try await daemon.get("/support").text.contains("Web Connector"))
    }

    @Test("calls with a ticket that nobody knows get the protocol's own harmless answers")
    func unknownTickets() async throws {
        let daemon = try DaemonProcess()
        let calls: [(Call, Answer)] = [
            (.closeConnection(ticket: ""), .closeConnection(Self.unknown)),
            (.getLastError(ticket: "x"), .getLastError(Self.unknown)),
            (.connectionError(ticket: "x", hresult: "0x80040408", message: ""), .connectionError("done")),
            (.interactiveDone(ticket: "x"), .interactiveDone("Done")),
        ]
        for (call, expected) in calls {
            let answer = try await daemon.post(call.encoded(as: .rpc))
            #expect(try Answer(decoding: Array(answer.body), to: call.operation) == expected)
        }
    }

    private static let unknown = "This session is not known here any more. Start the update again."

    @Test("every finding of a refused order comes at once, and an unknown field names the nearest one")
    func refusals() async throws {
        let daemon = try DaemonProcess()
        let bad = try await daemon.order(
            .post, "/v1/connectors",
            #"{"name":"Acme Inc","settings":{"interval":"2 minutes","time_zone":"Chicago"}}"#)
        #expect(bad.status == 422 && bad.type == "application/problem+json")
        let typo = try await daemon.order(
            .post, "/v1/connectors", #"{"name":"acme","settings":{"intervall":"2h"}}"#)
        #expect(typo.text.contains("interval"))
        let none = try await daemon.order(.get, "/v1/connectors/nobody")
        #expect(none.status == 404)
        #expect(try await daemon.order(.post, "/v1/connectors", "{").status == 400)
    }

    @Test("a backup is a whole database, made while the daemon runs")
    func backup() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        let path = "\(daemon.folder.path)/copy.sqlite"
        let answer = try await daemon.order(.post, "/v1/backup", #"{"path":"\#(path)"}"#)
        #expect(answer.status == 200, "\(answer.text)")
        #expect((answer.json as? [String: Any])?["is_sound"] as? Bool == true)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test("SIGHUP takes a new configuration, and keeps the old one when the new one is wrong")
    func reload() async throws {
        let daemon = try DaemonProcess(configuration: "[login]\nfailures = 5\n")
        let file = "\(daemon.folder.path)/qbsyncd.toml"
        let old = try String(contentsOfFile: file, encoding: .utf8)
        try old.replacingOccurrences(of: "failures = 5", with: "failures = 2")
            .write(toFile: file, atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        #expect(daemon.hears("RELOADING=1") && daemon.hears("READY=1"))
        let pc = try await SimulatedPC(daemon)
        for _ in 1...2 { _ = try await pc.update(faults: [WrongPassword()]) }
        let row = try await daemon.order(.get, "/v1/connectors/acme/status").json as? [String: Any]
        #expect(row?["state"] as? String == "locked", "two failures lock now")
        try "[login]\nfailures = \"many\"\n".write(toFile: file, atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        #expect(daemon.hears("RELOADING=1") && daemon.hears("READY=1"))
        #expect(daemon.log.contains("the old ones stay in force"))
    }

    @Test(
        "the control tool tells the same story: status, force, explain, unknown names, an unreachable daemon")
    func controlTool() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        let status = try daemon.run("qbsyncctl", ["status"])
        #expect(status.status == 0 && status.output.contains("acme") && status.output.contains("online"))
        let json = try daemon.run("qbsyncctl", ["status", "--json"])
        #expect((try? JSONSerialization.jsonObject(with: Data(json.output.utf8))) != nil)
        #expect(try daemon.run("qbsyncctl", ["sync", "acme"]).status == 0)
        #expect(try daemon.run("qbsyncctl", ["explain", "acme"]).output.contains("next check-in"))
        let wrong = try daemon.run("qbsyncctl", ["sync", "acmee"])
        #expect(wrong.status == 4 && wrong.errors.contains("acme"))
        let away = try daemon.run("qbsyncctl", ["--socket", "/nowhere/control.sock", "status"])
        #expect(away.status == 3 || away.status == 64)
    }
}
