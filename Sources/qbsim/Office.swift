import FoundationEssentials
import Simulator

/// A run from beginning to end: the workstation with its company files, the applications added, the updates
/// made.
struct Office {
    private let order: RunCommand
    private let wire: Wire
    private let updater: Updater
    private let faults: [any SimulatedFault]
    private var workstation: Workstation
    private var clock: Timekeeper
    private var screen = Screen()
    private var passwords: [String: String] = [:]
    /// The applications with the folder names under which their company files are kept.
    private var entries: [(name: String, path: String, folder: String)] = []

    init(_ order: RunCommand, _ wire: Wire) throws {
        self.order = order
        self.wire = wire
        updater = Updater(wire: wire, showsTrace: order.trace && !order.json, isSilent: order.json)
        faults = order.faults.compactMap { FaultNotation.fault($0) }
        workstation = Workstation(
            name: order.workstation, companyFiles: [], seed: Seed(order.company.seed).split("workstation"))
        clock = Timekeeper(order.clock.flatMap { Timekeeper.date($0) })
        if let path = order.passwordFile { passwords = try Self.readPasswords(path) }
    }

    /// Each line is a user name, white space, and a password that may hold anything but a line's end.
    private static func readPasswords(_ path: String) throws -> [String: String] {
        var passwords: [String: String] = [:]
        let text = String(decoding: try Disk.read(path), as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard parts.count == 2 else {
                throw Complaint.file("\(path): a line must be a user name and a password.")
            }
            passwords[String(parts[0])] = String(parts[1])
        }
        return passwords
    }

    /// - Returns: whether every update ended well.
    mutating func work() async throws -> Bool {
        for index in order.qwc.indices { try await add(index) }
        if let first = entries.first { workstation.openCompany(first.path) }
        var isGood = true
        for entry in entries {
            let ended = try await update(entry)
            isGood = isGood && ended
        }
        guard order.every else { return isGood }
        var left = (order.runs ?? .max) - entries.count
        while left > 0, let next = workstation.nextRun {
            try await clock.wait(seconds: max(0, next - Int(clock.now.timeIntervalSince1970)))
            let due = workstation.due(at: Int(clock.now.timeIntervalSince1970))
            for entry in entries where due.contains(entry.name) && left > 0 {
                let ended = try await update(entry)
                isGood = isGood && ended
                left -= 1
            }
        }
        return isGood
    }

    // MARK: Adding

    private mutating func add(_ index: Int) async throws {
        let path = order.qwc[index]
        let opened: QWCFile
        let bytes = try Disk.read(path)
        do {
            opened = try QWCFile(reading: bytes)
        } catch let refusal {
            throw Complaint.refusedConnectionFile("\(path): \(refusal.sentence)")
        }
        let folder = StateFolder.name(for: opened.name)
        var company = try companyFile(index, folder: folder)
        order.rights.apply(to: &company)
        workstation.addCompanyFile(company)
        workstation.openCompany(company.path)
        do {
            try opened.check()
            try await checkPages(of: opened)
            let remarks = try workstation.add(
                opened, password: try password(index, of: opened), autoRun: order.every, at: clock.now)
            for remark in remarks where !order.json { screen.say("\(opened.title): \(remark)") }
        } catch let refusal as AddingRefusal {
            throw Complaint.refusedConnectionFile("\(path): \(refusal.sentence)")
        }
        // What `--fault file-restored` goes back to.
        workstation.backUp(company.path)
        entries.append((opened.name, company.path, folder))
        if !order.json { screen.say("\(opened.title): added, for \(company.name) (\(company.path))") }
        try keep(company.path, as: folder)
    }

    private func companyFile(_ index: Int, folder: String) throws -> CompanyFile {
        if let state = order.state, let kept = try StateFolder(path: state).companyFile(folder) {
            return kept
        }
        func choice(_ list: [String]) -> String? { index < list.count ? list[index] : nil }
        return try order.company.companyFile(
            index, name: choice(order.companyName), path: choice(order.companyPath))
    }

    private func password(_ index: Int, of opened: QWCFile) throws -> String {
        if order.passwordFile != nil {
            guard let password = passwords[opened.userName] else {
                throw Complaint.file("The password file has no line for \(opened.userName).")
            }
            return password
        }
        return order.password.count == 1 ? order.password[0] : order.password[index]
    }

    /// What the Web Connector fetches before it takes the file.
    private func checkPages(of opened: QWCFile) async throws {
        for check in opened.pageChecks {
            let reply: WireReply
            do {
                reply = try await wire.get(check.url)
            } catch {
                throw AddingRefusal(
                    code: check.unreachable.code, text: "\(check.unreachable.text) \(error.sentence)")
            }
            guard check.goodStatuses.contains(reply.status) else {
                throw AddingRefusal(
                    code: check.badAnswer.code, text: "\(check.badAnswer.text) HTTP status \(reply.status).")
            }
        }
    }

    // MARK: Updating

    private mutating func update(_ entry: (name: String, path: String, folder: String)) async throws -> Bool {
        guard let application = workstation.application(entry.name) else { return false }
        if !order.nobodyThere { workstation.openCompany(entry.path) }
        let outcome = try await updater.update(
            application, on: &workstation, faults: faults, &clock, &screen)
        try keep(entry.path, as: entry.folder)
        if order.json { print(Self.json(application, outcome)) }
        return outcome.isGood
    }

    private func keep(_ path: String, as folder: String) throws {
        guard let state = order.state, let file = workstation.companyFile(at: path) else { return }
        try StateFolder(path: state).keep(file, as: folder)
    }

    private struct Line: Encodable {
        var application: String
        var ok: Bool
        var ending: String
        var text: String
        var calls: Int
        var exchanges: Int
    }

    private static func json(_ application: Application, _ outcome: UpdateOutcome) -> String {
        let line = Line(
            application: application.title, ok: outcome.isGood, ending: outcome.ending.word,
            text: outcome.text, calls: outcome.calls, exchanges: outcome.exchanges)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
