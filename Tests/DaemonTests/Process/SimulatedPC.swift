import Foundation
import Simulator
import Testing
import WebConnector

/// A QuickBooks computer beside a daemon process: a small company, paired with the `.qwc` that the daemon
/// hands out.
final class SimulatedPC {
    let daemon: DaemonProcess
    private(set) var workstation: Workstation
    private let application: String
    let path: String
    let password: String

    /// Makes the connector, downloads its file and adds it.
    init(_ daemon: DaemonProcess, name: String = "acme", pageSize: Int = 5, seed: UInt64 = 7) async throws {
        self.daemon = daemon
        path = "C:\\Books\\\(name).QBW"
        let settings = """
            {"company_file": "C:\\\\Books\\\\\(name).QBW", "page_size": \(pageSize),
             "overnight_shutdown": "none"}
            """
        let made = try await daemon.order(
            .post, "/v1/connectors", #"{"name":"\#(name)","accept_default":true,"settings":\#(settings)}"#)
        try #require(made.status == 201, "\(made.text)")
        password = try #require((made.json as? [String: Any])?["password"] as? String)
        let download = try await daemon.order(.get, "/v1/connectors/\(name)/qwc")
        let content = try #require((download.json as? [[String: Any]])?.first?["content"] as? String)
        let size = CompanySize(months: 2, customers: 9, vendors: 4, employees: 2, classes: 2, invoices: 14)
        let file = CompanyFile.generated(seed: seed, size: size, path: path)
        var workstation = Workstation(name: "FRONTDESK", companyFiles: [file], open: path, seed: Seed(seed))
        let opened = try QWCFile(reading: Array(content.utf8))
        _ = try workstation.add(opened, password: password, at: Self.now)
        self.workstation = workstation
        application = opened.name
    }

    static var now: Date { Date(timeIntervalSince1970: 1_780_000_000) }
    var company: CompanyFile? { workstation.companyFile(at: path) }

    /// Another company file on the same computer, without our stamp.
    func addCompany(path: String) {
        let size = CompanySize(months: 1, customers: 3, vendors: 2, employees: 1, classes: 1, invoices: 3)
        workstation.addCompanyFile(CompanyFile.generated(seed: 99, size: size, path: path))
    }

    /// Somebody works in QuickBooks: new invoices, a payment, a changed customer.
    func officeDay() {
        workstation.withCompanyFile(at: path) { _ = $0.live(OfficeDay(), at: Self.now, seed: Seed(5)) }
    }

    /// One update; `beforeCall` may kill the daemon, and says by false that the client's own call is lost.
    func update(
        faults: [any SimulatedFault] = [], beforeCall: (Int, Call) async throws -> Bool = { _, _ in true }
    ) async throws -> UpdateOutcome {
        try await converse(at: Self.now, faults: faults) { number, call in
            try await beforeCall(number, call) ? try await daemon.post(call.encoded(as: .document)) : nil
        }
    }

    /// One update, whose calls `deliver` brings to the daemon; nil is an answer that the client never hears.
    func converse(
        at now: Date, faults: [any SimulatedFault] = [],
        deliver: (Int, Call) async throws -> DaemonProcess.Answer?
    ) async throws -> UpdateOutcome {
        let entry = try #require(workstation.application(application))
        var session = WebConnectorSession(entry, on: &workstation, at: now, faults: faults)
        var number = 0
        while true {
            switch session.next(on: &workstation) {
            case .pause: continue
            case .ended(let outcome):
                workstation.end(session, at: now)
                return outcome
            case .call(let call):
                number += 1
                guard let answer = try await deliver(number, call) else {
                    session.fail(.transport("the daemon was killed"), on: &workstation)
                    continue
                }
                try #require(answer.status == 200, "\(answer.text)")
                session.take(try Answer(decoding: Array(answer.body), to: call.operation), on: &workstation)
            }
        }
    }

    /// ID and EditSequence of each record in the books, by kind.
    func books(_ family: String) throws -> [String: String] {
        let company = try #require(company)
        return Dictionary(uniqueKeysWithValues: company.records(family).map { ($0.id, $0["EditSequence"]) })
    }

    /// The same, as the mirror has it: read by another program while the daemon runs.
    func mirror(_ family: String) throws -> [String: String] {
        let text = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/sqlite3"),
            ["-readonly", daemon.database, "SELECT id, edit_sequence FROM mirror WHERE kind = '\(family)'"],
            folder: daemon.folder
        ).output
        return Dictionary(
            uniqueKeysWithValues: text.split(separator: "\n").map { line in
                let parts = line.split(separator: "|", omittingEmptySubsequences: false)
                return (String(parts[0]), String(parts[1]))
            })
    }

    func expectMirrorEqualsBooks() throws {
        for family in ["Account", "Customer", "Vendor", "Employee", "Invoice", "ReceivePayment"] {
            let books = try books(family)
            #expect(!books.isEmpty)
            #expect(try mirror(family) == books, "\(family) differs")
        }
    }
}
