import Foundation
import Simulator
import Testing
import WebConnector

private let query = Desk.document("<ClassQueryRq requestID=\"1\" />")

@Suite struct SessionTests {
    @Test("an update calls in QBWC's order, and closes QuickBooks before it says goodbye")
    func order() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query, query]
        script.percents = [50, 100]
        let report = try pc.update(script)
        #expect(
            report.operations == [
                .serverVersion, .clientVersion, .authenticate, .sendRequestXML, .receiveResponseXML,
                .sendRequestXML, .receiveResponseXML, .closeConnection,
            ])
        #expect(report.outcome.ending == .finished && report.outcome.isGood)
        #expect(report.outcome.text == "OK" && report.outcome.exchanges == 2)
        #expect(report.lines.contains(.progress(50)) && report.lines.last == .status("OK"))
        #expect(script.calls[2] == .authenticate(user: "acme", password: "pw"))
        #expect(script.calls.dropFirst(3).allSatisfy { $0.ticket == "t-1" })
    }

    @Test(
        "the first sendRequestXML alone carries the opening answers, with stamp and lock"
    )
    func openingQueries() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query, query]
        script.percents = [50, 100]
        _ = try pc.update(script)
        guard case .sendRequestXML(let first) = script.calls[3],
            case .sendRequestXML(let second) = script.calls[5]
        else {
            Issue.record("no sendRequestXML")
            return
        }
        let text = String(decoding: first.hcpResponse, as: UTF8.self)
        #expect(text.hasPrefix("<?xml version=\"1.0\" ?><QBXML><QBXMLMsgsRs><HostQueryRs requestID=\"0\""))
        #expect(!text.contains("\n"))
        #expect(
            text.contains("<CompanyQueryRs requestID=\"1\"")
                && text.contains("<PreferencesQueryRs requestID=\"2\""))
        #expect(text.contains("<DataExtValue>{5F1C9B1E-7D44-4B55-8F42-0B8E4B6B8E11}</DataExtValue>"))
        // 1,780,000,000 Unix seconds as ticks of 100 ns since the year 1.
        #expect(text.contains("<DataExtValue>LOCKED:FRONTDESK:639155968000000000</DataExtValue>"))
        #expect(first.companyFileName == pc.companyFiles[0].path)
        #expect(first.country == "US" && first.majorVersion == 16 && first.minorVersion == 0)
        #expect(second.hcpResponse.isEmpty && second.companyFileName == first.companyFileName)
        #expect(pc.companyFiles[0].stamp("AppLock", ownerID: Workstation.connectionFile.ownerID) == nil)
    }

    @Test("QuickBooks' answer goes back whole, a refusal as an HRESULT without an answer")
    func answers() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query, Array("<broken".utf8)]
        script.percents = [10, 100]
        _ = try pc.update(script)
        guard case .receiveResponseXML(let good) = script.calls[4],
            case .receiveResponseXML(let bad) = script.calls[6]
        else {
            Issue.record("no receiveResponseXML")
            return
        }
        #expect(good.hresult.isEmpty && good.message.isEmpty)
        #expect(String(decoding: good.response, as: UTF8.self).contains("<ClassRet>"))
        #expect(bad.response.isEmpty && bad.hresult == "0x80040400" && !bad.message.isEmpty)
    }

    @Test("where a document is wrong stands in the log and goes to no server, as does what is not imitated")
    func log() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [
            Desk.document("<ClassQueryRq><Colour/></ClassQueryRq><NonsenseRq/>"),
            Desk.document(
                "<ListDisplayAddRq><ListDisplayAddType>Account</ListDisplayAddType></ListDisplayAddRq>"),
        ]
        script.percents = [10, 100]
        let report = try pc.update(script)
        let log = report.lines.compactMap { if case .log(let text) = $0 { text } else { nil } }
        let told = log.drop { !$0.hasPrefix("0x80040400 ") }
        #expect(told.count == 4)
        #expect(told.dropFirst().prefix(2).allSatisfy { $0.hasPrefix("qbsdklog: line 3, /QBXML/") })
        #expect(told.last?.hasPrefix("qbsim: request 1, ListDisplayAddRq: ") == true)
        let received = script.calls.compactMap { call -> ReceiveResponse? in
            if case .receiveResponseXML(let received) = call { received } else { nil }
        }
        #expect(received.map(\.hresult) == ["0x80040400", ""])
        #expect(
            received.first?.message == "QuickBooks found an error when parsing the provided XML text stream.")
        #expect(String(decoding: received[1].response, as: UTF8.self).contains("statusCode=\"1030\""))
    }

    @Test(
        "a directive without work ends the update at once",
        arguments: [
            (Directive.noWork, UpdateOutcome.Ending.noDataExchange, "No data exchange required", true),
            (.notValidUser, .notValidUser, "Invalid password for username acme", false),
            (.busy, .busy, "Application Busy", true),
        ])
    func idle(directive: Directive, ending: UpdateOutcome.Ending, text: String, isGood: Bool) throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.directive = directive
        let report = try pc.update(script)
        #expect(report.operations == [.serverVersion, .clientVersion, .authenticate])
        #expect(report.outcome.ending == ending && report.outcome.text == text)
        #expect(report.outcome.isGood == isGood)
        var manners = WebConnectorSession.Manners()
        manners.closesIdleSessions = true
        let polite = try pc.update(script, manners: manners)
        #expect(polite.operations.last == .closeConnection)
        #expect(polite.outcome.ending == ending)
    }

    @Test("a path in place of the empty string is the file to open; another file open is 0x8004040A")
    func path() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.directive = .work(companyFile: pc.companyFiles[0].path.uppercased())
        #expect(try pc.update(script).operations.contains(.sendRequestXML))
        script.directive = .work(companyFile: #"D:\Other.QBW"#)
        let report = try pc.update(script)
        #expect(
            report.operations == [
                .serverVersion, .clientVersion, .authenticate, .connectionError, .closeConnection,
            ])
        #expect(report.outcome.ending == .connectionFailed(hresult: "0x8004040A"))
    }

    @Test("index 2 postpones even work, but only on Auto-Run; it sets the next run")
    func postponement() throws {
        let script = Script()
        script.wait = 900
        var auto = try Workstation.paired(autoRun: true)
        let report = try auto.update(script)
        #expect(report.outcome.ending == .postponed(seconds: 900))
        #expect(report.outcome.text == "Update postponed by application." && report.outcome.isGood)
        #expect(report.operations == [.serverVersion, .clientVersion, .authenticate])
        #expect(auto.application("Acme Sync")?.nextRun == 1_780_000_900)
        var manual = try Workstation.paired()
        script.documents = [query]
        #expect(try manual.update(script).outcome.ending == .finished)
        #expect(manual.application("Acme Sync")?.nextRun == nil)
    }

    @Test("index 3 is the lower limit of Every_Min from then on")
    func lowerLimit() throws {
        let script = Script()
        script.directive = .noWork
        script.limit = 3_600
        var pc = try Workstation.paired(autoRun: true)
        #expect(pc.nextRun == 1_780_000_300)
        _ = try pc.update(script)
        #expect(pc.nextRun == 1_780_003_600)
        #expect(pc.due(at: 1_780_003_599).isEmpty && pc.due(at: 1_780_003_600) == ["Acme Sync"])
        script.limit = nil
        _ = try pc.update(script)
        #expect(pc.nextRun == 1_780_003_600)
        script.wait = 60
        _ = try pc.update(script)
        #expect(pc.nextRun == 1_780_000_060)
    }

    @Test("NoOp, in either place, is a pause of five seconds and another sendRequestXML")
    func noOp() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [Array("NoOp".utf8), [], query]
        script.lastErrors = ["NoOp", "NoOp"]
        let report = try pc.update(script)
        #expect(
            report.operations == [
                .serverVersion, .clientVersion, .authenticate, .sendRequestXML, .getLastError,
                .sendRequestXML,
                .getLastError, .sendRequestXML, .receiveResponseXML, .closeConnection,
            ])
        #expect(report.paused == 10)
        #expect(report.outcome.ending == .finished)
    }

    @Test("an empty document leads to getLastError, whose text is shown and ends the update")
    func emptyDocument() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.lastErrors = ["Wrong company file"]
        let report = try pc.update(script)
        #expect(report.operations.suffix(3) == [.sendRequestXML, .getLastError, .closeConnection])
        #expect(report.outcome.ending == .endedByServer("Wrong company file") && !report.outcome.isGood)
        #expect(report.outcome.text == "Wrong company file")
        #expect(report.lines.contains(.status("Wrong company file")))
    }

    @Test("an empty getLastError ends the update without a text")
    func emptyLastError() throws {
        var pc = try Workstation.paired()
        let report = try pc.update(Script())
        #expect(report.outcome.ending == .endedByServer("") && report.outcome.isGood)
    }

    @Test("a negative percent leads to getLastError and the end")
    func negative() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query]
        script.percents = [-101]
        script.lastErrors = ["The category failed"]
        let report = try pc.update(script)
        #expect(report.operations.suffix(3) == [.receiveResponseXML, .getLastError, .closeConnection])
        #expect(report.outcome.ending == .endedByServer("The category failed"))
    }
}
