import Foundation
import Simulator
import Testing
import WebConnector

private let query = Desk.document("<ClassQueryRq requestID=\"1\" />")

@Suite struct SessionTroubleTests {
    @Test(
        "clientVersion's answers: E: and O: stop, W: asks the person, anything else is QBWC1046",
        arguments: [
            ("E:too old", true, UpdateOutcome.Ending.versionRefused(code: 1037, "too old")),
            ("O:3.0", true, .versionRefused(code: 1037, "3.0")),
            ("OK", true, .versionRefused(code: 1046, "OK")),
            ("W:rather old", false, .versionRefused(code: 1037, "rather old")),
        ])
    func clientVersion(answer: String, accepts: Bool, ending: UpdateOutcome.Ending) throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.clientVersion = answer
        var manners = WebConnectorSession.Manners()
        manners.acceptsWarnings = accepts
        let report = try pc.update(script, manners: manners)
        #expect(report.operations == [.serverVersion, .clientVersion])
        #expect(report.outcome.ending == ending && !report.outcome.isGood)
    }

    @Test("an accepted warning is shown in a window and the update goes on")
    func warning() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.clientVersion = "W:rather old"
        let report = try pc.update(script)
        #expect(report.lines.contains(.window("rather old")))
        #expect(report.operations.contains(.sendRequestXML))
    }

    @Test("connectionError is called after two tries, a path in its answer is tried, done ends it")
    func connectionError() throws {
        var pc = try Workstation.paired(unattended: false)
        pc.closeQuickBooks()
        let script = Script()
        let path = pc.companyFiles[0].path
        script.connectionErrors = ["", path, "DONE"]
        let report = try pc.update(script)
        let errors = script.calls.compactMap { call -> String? in
            if case .connectionError(_, let hresult, _) = call { return hresult }
            return nil
        }
        #expect(errors == ["0x80040416", "0x80040416", "0x80040408"])
        #expect(report.outcome.ending == .connectionFailed(hresult: "0x80040408"))
        let tries = report.lines.count {
            if case .log(let text) = $0 { return text.hasPrefix("Attempt ") }
            return false
        }
        #expect(tries == 6)
    }

    @Test("a server that names a path for ever is given up")
    func endlessConnectionError() throws {
        var pc = try Workstation.paired()
        pc.closeQuickBooks()
        let script = Script()
        script.connectionErrors = Array(repeating: "", count: 100)
        let report = try pc.update(script)
        #expect(report.operations.count { $0 == .connectionError } == 25)
        #expect(report.operations.last == .closeConnection)
    }

    @Test("QuickBooks closed is opened in the background when that was granted, and closed again")
    func unattended() throws {
        var pc = try Workstation.paired()
        pc.closeQuickBooks()
        let script = Script()
        script.directive = .work(companyFile: pc.companyFiles[0].path)
        script.documents = [query]
        #expect(try pc.update(script).outcome.ending == .finished)
        #expect(pc.openPath == nil)
    }

    @Test("interactive mode is declined with a reason")
    func interactive() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.lastErrors = ["Interactive mode"]
        let report = try pc.update(script)
        #expect(report.operations.suffix(2) == [.interactiveRejected, .closeConnection])
        #expect(report.outcome.text == "declined")
    }

    @Test(
        "a call that throws ends the update with that call's code and without a goodbye",
        arguments: [(2, 1036), (3, 1012), (4, 1041), (5, 1042), (6, 1044)])
    func failure(number: Int, code: Int) throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query]
        script.failures = [number: .fault("boom")]
        let report = try pc.update(script)
        #expect(report.outcome.ending == .aborted(code: code, "boom"))
        #expect(report.outcome.calls == number && script.calls.count == number)
        #expect(pc.companyFiles[0].stamp("AppLock", ownerID: Workstation.connectionFile.ownerID) == nil)
    }

    @Test("a serverVersion that throws is only noted")
    func serverVersionFails() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.failures = [1: .emptyReply]
        script.documents = [query]
        #expect(try pc.update(script).outcome.ending == .finished)
    }

    @Test("getLastError and connectionError have codes of their own when they throw")
    func lateFailures() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.failures = [5: .timedOut(seconds: 100)]
        #expect(
            try pc.update(script).outcome.ending
                == .aborted(code: 1043, "The operation has timed out (100 s)."))
        pc.closeQuickBooks()
        let other = Script()
        other.failures = [4: .status(503)]
        #expect(
            try pc.update(other).outcome.ending
                == .aborted(code: 1045, "The request failed with HTTP status 503."))
    }

    @Test("no password typed is QBWC1030 and no call at all")
    func noPassword() throws {
        var pc = try Workstation.paired()
        pc.change("Acme Sync") { $0.password = nil }
        let report = try pc.update(Script())
        #expect(report.outcome.ending == .noPassword && report.operations.isEmpty)
    }

    @Test("a company file closed under the session is 0x8004040D")
    func closedMeanwhile() throws {
        var pc = try Workstation.paired()
        var session = WebConnectorSession(
            try #require(pc.application("Acme Sync")), on: &pc, at: Workstation.now)
        let script = Script()
        script.documents = [query]
        var seen: [ReceiveResponse] = []
        loop: while true {
            switch session.next(on: &pc) {
            case .call(.receiveResponseXML(let response)):
                seen.append(response)
                break loop
            case .call(let call):
                session.take(try script.serve(call), on: &pc)
                if case .sendRequestXML = call { pc.closeQuickBooks() }
            case .pause, .ended: break loop
            }
        }
        #expect(seen.map(\.hresult) == ["0x8004040D"])
    }
}
