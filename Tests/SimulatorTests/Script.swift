import Foundation
import Simulator
import Testing
import WebConnector

/// A server that says what a test tells it to, and remembers what it was asked.
final class Script {
    private(set) var calls: [Call] = []
    var ticket = "t-1"
    var clientVersion = ""
    var directive = Directive.work(companyFile: "")
    var wait: Int?
    var limit: Int?
    /// What is handed out, one after the other; then empty.
    var documents: [[UInt8]] = []
    /// What receiveResponseXML answers, one after the other; then 100.
    var percents: [Int] = []
    var lastErrors: [String] = []
    var connectionErrors: [String] = []
    var goodbye = "OK"
    /// The number of a call, and what happens in place of an answer.
    var failures: [Int: CallFailure] = [:]

    func serve(_ call: Call) throws(CallFailure) -> Answer {
        calls.append(call)
        if let failure = failures[calls.count] { throw failure }
        switch call {
        case .serverVersion: return .serverVersion("test")
        case .clientVersion: return .clientVersion(clientVersion)
        case .authenticate:
            return .authenticate(
                Authentication(
                    ticket: ticket, directive: directive, waitSeconds: wait, minimumIntervalSeconds: limit))
        case .sendRequestXML: return .sendRequestXML(documents.isEmpty ? [] : documents.removeFirst())
        case .receiveResponseXML: return .receiveResponseXML(percents.isEmpty ? 100 : percents.removeFirst())
        case .connectionError:
            return .connectionError(connectionErrors.isEmpty ? "done" : connectionErrors.removeFirst())
        case .getLastError: return .getLastError(lastErrors.isEmpty ? "" : lastErrors.removeFirst())
        case .closeConnection: return .closeConnection(goodbye)
        case .getInteractiveURL: return .getInteractiveURL("")
        case .interactiveDone: return .interactiveDone("Done")
        case .interactiveRejected: return .interactiveRejected("declined")
        }
    }
}

extension Workstation {
    static let now = Date(timeIntervalSince1970: 1_780_000_000)

    static let connectionFile = ConnectionFile(
        appName: "Acme Sync", appURL: "https://sync.example.com/qbwc", appDescription: "d",
        appSupport: "https://sync.example.com/support", userName: "acme",
        ownerID: "{0C5C7B6E-1F3A-4F3A-9C57-60C37F4B1A2D}", fileID: "{5F1C9B1E-7D44-4B55-8F42-0B8E4B6B8E11}",
        everyMinutes: 5)

    /// One application on one company file, added and with its password.
    static func paired(autoRun: Bool = false, unattended: Bool = true) throws -> Workstation {
        let file = CompanyFile.sample
        var pc = Workstation(name: "FRONTDESK", companyFiles: [file], open: file.path)
        _ = try pc.add(
            QWCFile(connectionFile), password: "pw", autoRun: autoRun, unattended: unattended, at: now)
        return pc
    }

    mutating func update(
        _ script: Script, faults: [any SimulatedFault] = [], manners: WebConnectorSession.Manners = .init()
    ) throws -> UpdateReport {
        try #require(
            update("Acme Sync", at: Self.now, faults: faults, manners: manners) { call throws(CallFailure) in
                try script.serve(call)
            })
    }
}
