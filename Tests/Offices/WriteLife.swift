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
    package internal(set) var conversations = 0
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
    /// Two computers behind one address work at once: one carries out what the other one looks for.
    var isCrowded = false
    /// Requests that are out, or looked for.
    var out: Set<String> = []
    /// Requests that a conversation in which nothing broke has left waiting, for a value of another one.
    var left: Set<String> = []
    /// What people decided since the copy is gone with the time in which they did.
    var decided: Set<String> = []
    /// Seconds by which our own clock is ahead of that of Windows.
    var clockError = 0.0
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
        if dice.chance(10), !queued.isEmpty { try decide(.cancel, dice.pick(queued)) }
        if dice.chance(25) { try decideOne() }
        if dice.chance(3) { setClock(wrongBy: Double(dice.number(in: -6...6) * 3600)) }
        if dice.chance(20) {
            let (now, day) = (windowsNow, OfficeDay.busy(Seed(UInt64(dice.number(in: 0...Int.max)))))
            let work = Seed(UInt64(dice.number(in: 0...Int.max)))
            workstation.withCompanyFile(at: path) { file in _ = file.live(day, at: now, seed: work) }
        }
        if dice.chance(15) { backup = books }
        try restrict()
        if putsDatabaseBack { try copyOrPutBack() }
        try server.tick()
        try server.database.transactNow { [now = server.now] in try $0.expireRequests(now: now) }
    }

    /// What the clock of Windows shows.
    var windowsNow: Date { server.now.addingTimeInterval(-clockError) }

    private mutating func setClock(wrongBy error: Double) {
        server.now.addTimeInterval(error - clockError)
        clockError = error
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
            decided = []
            copy = Copy(
                database: try server.database.copyInMemory(at: server.now), queued: queued, shown: shown,
                inOrder: inOrder, doubted: doubted)
        } else if let kept = copy, dice.chance(20) {
            try server.putBack(kept.database)
            workstation.withCompanyFile(at: path) { $0.restrictions = [:] }
            (copy, queued) = (nil, kept.queued)
            undone.formUnion(decided)
            out = Set(try rows(in: [.sent]).map(\.id))
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

    // MARK: The end

    /// Nothing breaks any more: all that waits must end, as long as anything happens to requests.
    private mutating func heal() throws {
        workstation.withCompanyFile(at: path) { $0.restrictions = [:] }
        // Whatever was put off while a clock was wrong has its time.
        server.now.addTimeInterval(8 * 3600)
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
