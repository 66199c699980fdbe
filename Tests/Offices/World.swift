package import FoundationEssentials
package import Simulator
package import Sync
import WebConnector

/// One Windows user with one company file: a Web Connector that polls, and a session that goes on call by
/// call.
///
/// Two offices may share a workstation's name, as two Windows users of one computer do; only the server's
/// timetable then keeps their conversations apart.
package struct Office {
    package let connector: Connector
    package let path: String
    package var workstation: Workstation
    package var session: WebConnectorSession?
    /// When this office's next call, or next check-in, is due.
    package var nextAt: Date
    package let application: String

    /// Big enough for several pages, small enough for thousands of conversations a minute.
    package static let size = CompanySize(
        months: 2, customers: 8, vendors: 4, employees: 2, classes: 2, invoices: 24)

    package init(
        connector: Connector, seed: UInt64, at date: Date, zone: OfficeZone, size: CompanySize = Self.size
    ) throws {
        self.connector = connector
        path = connector.binding.path ?? ""
        let file = CompanyFile.generated(
            seed: seed, size: size, path: path, zone: zone, end: date.addingTimeInterval(-86_400))
        var workstation = Workstation(
            name: connector.workstation ?? "PC", companyFiles: [file], open: path, seed: Seed(seed))
        let pairing = Pairing(
            connector: connector, user: connector.name, publicURL: "https://sync.example.com")
        _ = try workstation.add(QWCFile(pairing.file), password: "right", autoRun: true, at: date)
        self.workstation = workstation
        application = pairing.file.appName
        nextAt = date
    }

    package var company: CompanyFile? { workstation.companyFile(at: path) }
}

/// Several offices and one server on one clock; the office with the earliest time acts.
package struct World {
    package var server: SimulatedServer
    package var offices: [Office]
    package var dice: Seed
    private var lastTick = 0

    package init(server: SimulatedServer, offices: [Office], seed: UInt64) {
        self.server = server
        self.offices = offices
        dice = Seed(seed)
    }

    /// - Parameter killChance: in percent, before each call and again before its answer arrives, that the Web
    ///   Connector vanishes without a goodbye.
    package mutating func run(
        until end: Date, killChance: Int = 0, eachMinute: (inout World) throws -> Void = { _ in }
    ) throws {
        while let index = offices.indices.min(by: { offices[$0].nextAt < offices[$1].nextAt }),
            offices[index].nextAt < end
        {
            server.now = max(server.now, offices[index].nextAt)
            let minute = Int(server.now.timeIntervalSince1970) / 60
            if minute != lastTick {
                lastTick = minute
                try server.tick()
                try eachMinute(&self)
            }
            try step(index, killChance: killChance)
        }
    }

    private mutating func step(_ index: Int, killChance: Int) throws {
        let now = server.now
        var office = offices[index]
        defer { offices[index] = office }
        if office.session == nil, let application = office.workstation.application(office.application) {
            office.session = WebConnectorSession(application, on: &office.workstation, at: now)
        }
        guard var session = office.session else { return }
        switch session.next(on: &office.workstation) {
        case .call(let call):
            if killChance > 0, dice.chance(killChance) {
                office.session = nil
                office.nextAt = now.addingTimeInterval(Double(dice.number(in: 60...600)))
                return
            }
            let answer = try server.serve(call, address: "192.0.2.\(index)")
            if killChance > 0, dice.chance(killChance) {
                // The server has committed, and its answer reaches nobody.
                office.session = nil
                office.nextAt = now.addingTimeInterval(Double(dice.number(in: 60...600)))
                return
            }
            session.take(answer, on: &office.workstation)
            // QuickBooks takes its time over a query; the other calls are quick.
            let seconds = call.operation == .sendRequestXML ? dice.number(in: 3...45) : 1
            office.nextAt = now.addingTimeInterval(Double(seconds))
            office.session = session
        case .pause(let seconds):
            office.nextAt = now.addingTimeInterval(Double(seconds))
            office.session = session
        case .ended:
            office.workstation.end(session, at: now)
            office.session = nil
            office.nextAt = now.addingTimeInterval(Double(300 + dice.number(in: 0...20)))
        }
    }
}
