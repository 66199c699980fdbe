import Foundation
import Simulator
import Synchronization
import Testing
import WebConnector

/*
 One company over real HTTP, whose daemon is killed with SIGKILL once a round, at a moment that dice choose:
 before a call, within it, after it, or while requests are being queued. Now and then the Web Connector or
 QuickBooks breaks as well.

 Within a call the moment is told by how often the daemon has written since the call began: to its store, then
 to its socket. So each step between two writes has its turn, however fast the machine is; but two runs with
 the same seed need not meet exactly the same step.
*/
final class KillRounds {
    /// Requests that were sent in one call, and what is known of it.
    struct Queueing {
        /// The `reference` of the call, by which its requests are found again.
        let reference: String
        let body: String
        let count: Int
        let key: String?
        /// In the order of the answer; nil as long as none was heard.
        var ids: [String]?
    }

    let seed: UInt64
    let daemon: DaemonProcess
    let pc: SimulatedPC
    private var dice: Seed
    private(set) var round = 0
    private(set) var findings: [String] = []
    var queueings: [Queueing] = []
    /// How often the daemon writes in a call, by what is called.
    private var usualWrites: [String: Int] = [:]
    private var names = 0

    private(set) var kills = 0
    private(set) var killsWithinCalls = 0
    private(set) var answersLost = 0
    private(set) var faults = 0
    private(set) var repeats = 0

    /// What the requests do not touch is not read: most of a conversation would be about it.
    private static let read: Set<String> = ["customers", "vendors", "invoices"]

    init(seed: UInt64) async throws {
        self.seed = seed
        dice = Seed(seed)
        daemon = try DaemonProcess()
        pc = try await SimulatedPC(daemon, pageSize: 100, seed: seed)
        let listed = try await daemon.order(.get, "/v1/connectors/acme/categories")
        let categories = try #require(listed.json as? [[String: Any]])
        for name in categories.compactMap({ $0["name"] as? String }) where !Self.read.contains(name) {
            let path = "/v1/connectors/acme/categories/\(name)"
            let set = try await daemon.order(.patch, path, #"{"direction":"write"}"#)
            try #require(set.status == 200, "\(set.text)")
        }
    }

    func find(_ sentence: String) {
        if findings.count < 10 { findings.append("seed \(seed), round \(round): \(sentence)") }
    }

    func run(rounds: Int) async throws {
        while round < rounds, findings.isEmpty {
            round += 1
            let isQueueing = dice.chance(30)
            try await queue(killed: isQueueing)
            for _ in 0..<dice.number(in: 0...2) { try await queue(killed: false) }
            try await converse(victim: isQueueing ? nil : dice.number(in: 1...16))
            try await checkRequests()
        }
        guard findings.isEmpty else { return }
        try await heal()
        try await checkEnd()
    }

    /// Nothing breaks any more: all that waits must end, as long as anything happens to requests.
    private func heal() async throws {
        var newest: Int?
        for _ in 0..<60 {
            let page = try await daemon.order(.get, "/v1/events?last=0")
            let next = try #require((page.json as? [String: Any])?["next"] as? Int)
            guard next != newest else { return }
            newest = next
            try await converse(victim: nil, faults: [])
        }
    }

    // MARK: Dying

    private func restart() throws {
        kills += 1
        daemon.killHard()
        try daemon.start()
    }

    /// Makes a call, and kills the daemon at some write of it, or when it has answered.
    private func killWithin(
        _ what: String, _ call: @escaping @Sendable () async throws -> DaemonProcess.Answer
    ) async throws -> DaemonProcess.Answer? {
        let end = daemon.writes + dice.number(in: 0...(usualWrites[what] ?? 12))
        let isOver = Flag()
        let answering = Task {
            defer { isOver.set() }
            return try? await call()
        }
        while !isOver.isSet, daemon.writes < end { await Task.yield() }
        kills += 1
        killsWithinCalls += 1
        daemon.killHard()
        let answer = await answering.value
        if answer == nil { answersLost += 1 }
        try daemon.start()
        return answer
    }

    private func answered(
        _ what: String, _ call: @Sendable () async throws -> DaemonProcess.Answer
    ) async throws -> DaemonProcess.Answer {
        let before = daemon.writes
        let answer = try await call()
        usualWrites[what] = max(usualWrites[what] ?? 0, min(daemon.writes - before, 60))
        return answer
    }

    // MARK: Conversations

    private func converse(victim: Int?, faults: [any SimulatedFault]? = nil) async throws {
        let forced = try await daemon.order(.post, "/v1/connectors/acme/sync", #"{"during_shutdown":true}"#)
        try #require(forced.status == 200, "\(forced.text)")
        let faults = faults ?? (dice.chance(40) ? [chooseFault()] : [])
        self.faults += faults.count
        let killsBefore = kills
        // Whoever had closed QuickBooks, or seen it crash, has it open again.
        let opened: [any SimulatedFault] = [CompanySwitched(path: pc.path)]
        _ = try await pc.converse(at: Date(), faults: opened + faults) { number, call in
            if number > 400 { find("the conversation does not end") }
            guard number == victim else { return try await deliver(call) }
            return try await deliverKilled(call)
        }
        // It was over before that call came.
        if victim != nil, kills == killsBefore { try restart() }
    }

    private func deliver(_ call: Call) async throws -> DaemonProcess.Answer? {
        guard findings.isEmpty else { return nil }
        let (body, port) = (call.encoded(as: .document), daemon.port)
        return try await answered(call.operation.rawValue) { try await DaemonProcess.post(body, port: port) }
    }

    private func deliverKilled(_ call: Call) async throws -> DaemonProcess.Answer? {
        let (body, port) = (call.encoded(as: .document), daemon.port)
        switch dice.number(in: 0...9) {
        case 0:
            try restart()
            return try await deliver(call)
        case 1:
            // The call met nobody.
            try restart()
            return nil
        case 2:
            let answer = try await deliver(call)
            try restart()
            return answer
        case 3:
            // It was answered, and the connection broke before the answer was read.
            _ = try await deliver(call)
            try restart()
            return nil
        default:
            return try await killWithin(call.operation.rawValue) {
                try await DaemonProcess.post(body, port: port)
            }
        }
    }

    private func chooseFault() -> any SimulatedFault {
        let exchange = dice.number(in: 1...3)
        let interruptions: [Interruption] = [
            .crashBeforeApplying, .crashAfterApplying(dice.number(in: 0...3)), .crashBeforeStoring,
            .crashAfterStoring, .storedWithoutAnswer, .answerNotStored,
        ]
        let call = dice.number(in: 3...12)
        switch dice.number(in: 0...12) {
        case 0: return LostRequest(exchange: exchange)
        case 1: return LostAnswer(exchange: exchange)
        case 2: return RepeatedAnswer(exchange: exchange)
        case 3: return KilledAtStep(.before(call: call))
        case 4: return KilledAtStep(.after(call: call))
        case 5: return TimedOut(call: call)
        case 6: return OutOfOrderCall(dice.pick(WebConnector.Operation.allCases), call: call)
        case 7: return dice.chance(50) ? SecondInstall(call: call) : SingleUserLock()
        case 8: return TruncatedAnswer(exchange: exchange)
        case 9: return ClockJump(seconds: dice.number(in: -20...20) * 3600)
        default: return QuickBooksInterrupted(dice.pick(interruptions), exchange: exchange)
        }
    }

    // MARK: Queueing

    private func queue(killed: Bool) async throws {
        if !killed, dice.chance(15), let known = queueings.last(where: { $0.key != nil }) {
            // Somebody posts again what was answered long ago.
            return try take(try await post(known), of: known.reference)
        }
        let count = dice.pick([1, 1, 2, 3, 7])
        let number = queueings.count + 1
        let queueing = Queueing(
            reference: "call-\(number)",
            body: "[\((1...count).map { _ in request() }.joined(separator: ","))]",
            count: count, key: dice.chance(60) ? "key-\(number)" : nil)
        queueings.append(queueing)
        guard killed else { return try take(try await post(queueing), of: queueing.reference) }
        let (order, socket) = (Self.order(queueing), daemon.controlSocket)
        let answer = try await killWithin("queue") {
            try await DaemonProcess.order(.post, order.path, order.body, key: order.key, socket: socket)
        }
        if let answer { return try take(answer, of: queueing.reference) }
        // Without a key nobody can post again without doubling; with one, until it is answered.
        if queueing.key != nil { try take(try await post(queueing), of: queueing.reference) }
    }

    private static func order(_ queueing: Queueing) -> (path: String, body: String, key: String?) {
        (
            "/v1/connectors/acme/requests?reference=\(queueing.reference)", queueing.body, queueing.key
        )
    }

    private func post(_ queueing: Queueing) async throws -> DaemonProcess.Answer {
        let (order, socket) = (Self.order(queueing), daemon.controlSocket)
        return try await answered("queue") {
            try await DaemonProcess.order(.post, order.path, order.body, key: order.key, socket: socket)
        }
    }

    private func take(_ answer: DaemonProcess.Answer, of reference: String) throws {
        guard let place = queueings.firstIndex(where: { $0.reference == reference }) else { return }
        let content = answer.json as? [String: Any]
        let receipts = content?["requests"] as? [[String: Any]]
        let ids = try #require(receipts?.compactMap { $0["id"] as? String }, "\(answer.text)")
        let isRepeated = content?["repeated"] as? Bool ?? false
        if isRepeated { repeats += 1 }
        if ids.count != queueings[place].count { find("\(reference) was queued in part: \(answer.text)") }
        if let known = queueings[place].ids, known != ids || !isRepeated {
            find("\(reference) was queued twice: \(answer.text)")
        }
        queueings[place].ids = ids
    }

    private func request() -> String {
        names += 1
        switch dice.number(in: 0...9) {
        case 0...2: return #"{"CustomerAdd":{"Name":"K\#(names)"}}"#
        case 3: return #"{"VendorAdd":{"Name":"V\#(names)"}}"#
        case 4: return #"{"CustomerAdd":{"Name":"K\#(max(1, names - 2))"}}"#
        case 5...7:
            let item = pc.company?.records("Item").first { $0.kind == "ItemService" }?.id ?? ""
            return #"""
                {"InvoiceAdd":{"CustomerRef":{"ListID":"\#(customer?.id ?? "")"},"RefNumber":"R\#(names)",
                "InvoiceLineAdd":[{"ItemRef":{"ListID":"\#(item)"},"Quantity":"1","Rate":"10.00"}]}}
                """#
        default:
            guard let customer else { return #"{"CustomerAdd":{"Name":"K\#(names)"}}"# }
            let edit = dice.chance(20) ? "1" : customer["EditSequence"]
            return #"""
                {"CustomerMod":{"ListID":"\#(customer.id)","EditSequence":"\#(edit)","Phone":"555-\#(names)"}}
                """#
        }
    }

    private var customer: CompanyRecord? { pc.company.map { dice.pick($0.records("Customer")) } }
}

/// Set once, by whoever comes first.
private final class Flag: Sendable {
    private let state = Mutex(false)

    var isSet: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}
