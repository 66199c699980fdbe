import FoundationEssentials
import QBXML
import Simulator
import Store
import Sync
import Timetable
import WebConnector

/*
 A few dozen conversations of one company file, all of it decided by a number: requests of all sorts are
 queued, cancelled and decided about; people work in QuickBooks meanwhile; and at any step something breaks:
 the connection, the Web Connector, QuickBooks before, within and after its work, its memory of message sets,
 the company file, which is put back to an older backup or is another one, or what its user may see.

 After each step it is asked whether a write was applied twice, was applied although it is said not to be, or
 is in the wrong books; and at the end, when nothing breaks any more, whether all that was queued has ended,
 and as it is told.
*/
package struct WriteLife {
    package let seed: UInt64
    package let server: SimulatedServer
    package private(set) var conversations = 0
    package private(set) var findings: [String] = []
    let connector: Connector
    let path: String
    let application: String
    var workstation: Workstation
    var dice: Seed
    /// The books as they were at some moment, for the day on which somebody puts them back.
    var backup: CompanyFile?
    /// Requests that were applied to books that were put back since: what is told of them was true once.
    var undone: Set<String> = []
    /// The last calls and their answers.
    var trace: [String] = []
    /// Requests that were told from the books, and looked after.
    var shown: Set<String> = []
    /// Requests that have succeeded, and not before those which they wait for.
    var inOrder: Set<String> = []
    /// Writes that were counted already.
    var counted = 0
    /// When each request was queued, in the order of queueing.
    var queued: [String] = []
    /// Requests that were told to be unknown, and looked for in the books.
    var doubted: Set<String> = []
    /// A copy of the daemon's database, with what was queued and looked after in it, for the day on which it
    /// is put back.
    var copy: Copy?
    /// In each so manieth life the daemon's database is put back to a copy of itself, too.
    package static let everyOneThatPutsBack: UInt64 = 5
    let putsDatabaseBack: Bool

    package static let otherPath = #"C:\Books\Other.QBW"#
    private static let size = CompanySize(
        months: 1, customers: 3, vendors: 2, employees: 1, classes: 1, invoices: 3)

    package init(seed: UInt64) throws {
        self.seed = seed
        putsDatabaseBack = seed.isMultiple(of: Self.everyOneThatPutsBack)
        dice = Seed(seed)
        let start = Date(timeIntervalSince1970: 1_781_503_200)
        server = try SimulatedServer(now: start)
        guard let zone = Zone(identifier: "America/Chicago"), let office = OfficeZone.named("America/Chicago")
        else { throw WeekError.noZone }
        let rule = Rule(intervalSeconds: 86_400, slot: 0, window: nil, zone: zone)
        connector = try server.make(
            "acme", rule: rule, path: #"C:\Books\Acme.QBW"#, workstation: "FRONTDESK")
        path = connector.binding.path ?? ""
        let desk = try Office(
            connector: connector, seed: dice.number(in: 1...3) == 1 ? 1 : 2, at: start, zone: office,
            size: Self.size)
        workstation = desk.workstation
        application = desk.application
        // What the requests do not touch is not read: thousands of lives are to be lived.
        if dice.number(in: 1...4) == 1 {
            // Requests come while it is held as well.
            try server.database.transactNow { transaction in
                var draft = connector.draft
                draft.holdSeconds = 60
                _ = try transaction.edit("acme", to: draft, by: Self.robot, at: start)
            }
        }
        let read: Set<String> = ["customers", "vendors", "classes", "invoices"]
        try server.database.transactNow { transaction in
            for category in Category.all where !read.contains(category.name) {
                try transaction.editCategory(
                    category.name, of: "acme", to: CategorySetting(direction: .write), by: Self.robot,
                    at: start)
            }
        }
        workstation.addCompanyFile(
            CompanyFile.generated(seed: 3, size: Self.size, path: Self.otherPath, zone: office, end: start))
    }

    var books: CompanyFile? { workstation.companyFile(at: path) }

    mutating func find(_ sentence: String) {
        if findings.count < 10 { findings.append("seed \(seed), conversation \(conversations): \(sentence)") }
    }

    /// - Parameter count: conversations with faults; some without follow.
    package mutating func live(conversations count: Int) throws {
        for _ in 0..<count {
            try work()
            try converse(faults: [ownFile] + (dice.chance(60) ? chooseFaults() : []))
            guard findings.isEmpty else { return }
        }
        try heal()
    }

    /// People and programs do something, and time passes.
    private mutating func work() throws {
        server.now = server.now.addingTimeInterval(Double(dice.number(in: 120...2400)))
        for _ in 0..<dice.number(in: 0...3) { try queueOne() }
        if dice.chance(10), let id = queued.isEmpty ? nil : dice.pick(queued) {
            let now = server.now
            try server.database.transactNow { transaction in
                do {
                    _ = try transaction.decide(.cancel, request: id, by: Self.robot, at: now)
                } catch is DecisionRefusal {}
            }
        }
        if dice.chance(20) {
            let (now, day) = (server.now, OfficeDay.busy(Seed(UInt64(dice.number(in: 0...Int.max)))))
            let work = Seed(UInt64(dice.number(in: 0...Int.max)))
            workstation.withCompanyFile(at: path) { file in _ = file.live(day, at: now, seed: work) }
        }
        if dice.chance(15) { backup = books }
        try restrict()
        if putsDatabaseBack { try copyOrPutBack() }
        try server.tick()
        try server.database.transactNow { [now = server.now] in try $0.expireRequests(now: now) }
    }

    /// The QuickBooks user may not see customers or invoices for a while, and is told nothing of that. It can
    /// be told of what was seen once, and of nothing else.
    private mutating func restrict() throws {
        guard dice.chance(8) else { return }
        let kind = dice.pick(["Customer", "Invoice"])
        let counts = try server.database.readNow { [connector] in
            try $0.recordCounts(connector: connector.id)
        }
        let isKnown = counts[kind, default: 0] > 0
        workstation.withCompanyFile(at: path) { file in
            file.restrictions = file.restrictions.isEmpty && isKnown ? [kind: .hidden] : [:]
        }
    }

    /// What was queued since the copy is gone with it, and so is what was told of it: the copy knows nothing.
    private mutating func copyOrPutBack() throws {
        if dice.chance(25) {
            copy = Copy(
                database: try server.database.copyInMemory(at: server.now), queued: queued, shown: shown,
                inOrder: inOrder, doubted: doubted)
        } else if let kept = copy, dice.chance(20) {
            try server.putBack(kept.database)
            workstation.withCompanyFile(at: path) { $0.restrictions = [:] }
            (copy, queued) = (nil, kept.queued)
            (shown, inOrder, doubted) = (kept.shown, kept.inOrder, kept.doubted)
        }
    }

    struct Copy {
        let database: SyncDatabase
        let queued: [String]
        let shown: Set<String>
        let inOrder: Set<String>
        let doubted: Set<String>
    }

    static let robot = Author(name: "robot", uid: nil)

    // MARK: One conversation

    mutating func converse(faults: [any SimulatedFault], isCalm: Bool = false) throws {
        conversations += 1
        guard let entry = workstation.application(application) else { return }
        if faults.contains(where: { $0 is RestoredFile }) { noteRestoring() }
        var session = WebConnectorSession(entry, on: &workstation, at: server.now, faults: faults)
        var steps = 0
        let breaksAt = !isCalm && dice.chance(15) ? dice.number(in: 3...14) : .max
        while steps < 400 {
            switch session.next(on: &workstation) {
            case .pause(let seconds):
                server.now = server.now.addingTimeInterval(Double(seconds))
                // Each begins the time anew.
                if !isCalm, steps < 100, dice.chance(10) { try queueOne() }
            case .ended:
                workstation.end(session, at: server.now)
                checkBooks()
                checkRequests()
                return
            case .call(let call):
                steps += 1
                server.now = server.now.addingTimeInterval(1)
                guard steps != breaksAt else {
                    // The daemon was killed before it committed anything of this call.
                    session.fail(.transport("the daemon was killed"), on: &workstation)
                    continue
                }
                var answer = try server.serve(call, address: "192.0.2.1")
                trace = trace.suffix(11) + ["\(call.operation.rawValue) \(Self.text(of: answer))"]
                // The client's own library sent the call twice.
                if !isCalm, dice.chance(3) { answer = try server.serve(call, address: "192.0.2.1") }
                session.take(poisoned(answer), on: &workstation)
                checkBooks()
                guard findings.isEmpty else { return }
            }
        }
        find("the conversation does not end: \(trace.joined(separator: " | "))")
    }

    private static func text(of answer: Answer) -> String {
        switch answer {
        case .sendRequestXML(let document):
            String(decoding: document.dropFirst(120).prefix(70), as: UTF8.self)
        default: "\(answer)"
        }
    }

    /// A request that this QuickBooks cannot read takes its whole document with it.
    private func poisoned(_ answer: Answer) -> Answer {
        guard case .sendRequestXML(let document) = answer,
            String(decoding: document, as: UTF8.self).contains(Self.poison)
        else { return answer }
        let unreadable = #"<?xml version="1.0"?><?qbxml version="13.0"?><QBXML><Bad/></QBXML>"#
        return .sendRequestXML(Array(unreadable.utf8))
    }

    static let poison = "POISON"

    private mutating func noteRestoring() {
        guard let backup, let books else { return }
        let kept = Set(backup.appliedWrites.compactMap(\.requestID))
        undone.formUnion(books.appliedWrites.compactMap(\.requestID).filter { !kept.contains($0) })
    }

    private mutating func chooseFaults() -> [any SimulatedFault] {
        let exchange = dice.number(in: 1...3)
        let interruptions: [Interruption] = [
            .crashBeforeApplying, .crashAfterApplying(dice.number(in: 0...3)), .crashBeforeStoring,
            .crashAfterStoring, .storedWithoutAnswer, .answerNotStored, .recordsBusy,
        ]
        switch dice.number(in: 0...9) {
        case 0: return [LostRequest(exchange: exchange)]
        case 1: return [LostAnswer(exchange: exchange)]
        case 2: return [RepeatedAnswer(exchange: exchange)]
        case 3: return [KilledAtStep(.before(call: dice.number(in: 3...12)))]
        case 4: return [KilledAtStep(.after(call: dice.number(in: 3...12)))]
        case 5: return dice.chance(50) ? [ModalDialog()] : [CompanySwitched(path: Self.otherPath)]
        case 6: return backup.map { [RestoredFile($0)] } ?? []
        default: return [QuickBooksInterrupted(dice.pick(interruptions), exchange: exchange)]
        }
    }

    /// Whoever had another company open has this one open again.
    private var ownFile: any SimulatedFault { CompanySwitched(path: path) }

    // MARK: The end

    /// Nothing breaks any more: all that waits must end, as long as anything happens to requests.
    private mutating func heal() throws {
        workstation.withCompanyFile(at: path) { $0.restrictions = [:] }
        var news: Int64 = -1
        for _ in 0..<60 {
            let newest = try server.database.readNow { try $0.newestEvent() }
            guard newest != news else { break }
            news = newest
            server.now = server.now.addingTimeInterval(1900)
            try server.tick()
            try server.database.transactNow { [now = server.now] in try $0.expireRequests(now: now) }
            try converse(faults: [ownFile], isCalm: true)
            guard findings.isEmpty else { return }
        }
        checkEnd()
    }
}
