import FoundationEssentials
import QBXML
import Sync
import Timetable
import WebConnector

/// A conversation played in memory: calls in, decisions applied to a copy of the facts, as the store would.
struct Script {
    var connector: Connector
    var open: OpenConversation?
    var neighbours: [Neighbour] = []
    var now: Date
    /// As if there had been a sync before: without the questions before the first one.
    var watermarks = [Watermark.deletions: Watermark(highWater: nil, completeAt: .noon)]
    var mirror = MirrorFacts()
    var outbox = OutboxFacts()
    /// Who wants the conversation to end.
    var claims: [Claim] = []
    /// Whether the check-in is told that requests wait.
    var hasRequests = false
    var settings: [String: CategorySetting] = [:]
    var coverage: [String: Coverage] = [:]
    var probedAt: Date? = .noon
    var tasks: [MirrorTask] = []
    /// The last call is to be decided again.
    private(set) var isUnfinished = false
    /// Changes that this script does not carry out itself.
    var changes: [Change] = []
    var ingested: [Page] = []
    /// The records that were taken, in their order.
    var taken: [Record] = []
    private var records: [Record] = []
    var messages: [String: String?] = [:]
    var bindings: [Binding] = []

    init(_ connector: Connector = .acme(), now: Date = .noon) {
        self.connector = connector
        self.now = now
    }

    mutating func login(
        user: String = "acme", check: PasswordCheck = .matches, address: String = "192.0.2.7",
        failures: Int = 0,
        lockedAt: Date? = nil, runs: [Run] = [], force: Force? = nil, lastRefusal: Refusal? = nil,
        leases: [Lease] = [], ticket: String = "t1"
    ) -> Decision {
        let facts = LoginFacts(
            user: User(name: user, connectorID: connector.id, lockedAt: lockedAt, createdAt: .longAgo),
            connector: connector, recentFailures: failures, lockRule: LockRule(), open: open,
            history: RunHistory.history(
                runs: runs, force: force, waitingSince: nil, pause: nil, hasRequests: hasRequests,
                createdAt: connector.createdAt),
            leases: leases, rivals: [], watermarks: watermarks, settings: settings, coverage: coverage,
            probedAt: probedAt, tasks: tasks, lastRefusal: lastRefusal, silenceLimit: 1800)
        let attempt = LoginAttempt(user: user, check: check, address: address)
        let decision = Exchange.authenticate(attempt, facts, ticket: ticket, now: now)
        apply(decision.changes)
        return decision
    }

    var facts: TicketFacts? {
        open.map { open in
            TicketFacts(
                connector: connector, open: open, neighbours: neighbours, mirror: mirror, outbox: outbox,
                claims: claims)
        }
    }

    mutating func call(_ call: Exchange.TicketCall) -> Decision {
        guard let facts else { return Exchange.decideUnknownTicket(.sendRequestXML) }
        let decision = Exchange.decide(call, facts, now: now)
        apply(decision.changes)
        isUnfinished = decision.isUnfinished
        return decision
    }

    /// The query that goes out, as text.
    mutating func send(
        hcp: HCPResponse? = .acme, path: String = #"C:\Books\Acme.QBW"#, highest: Int = 13
    ) -> String {
        let request = SendRequest(
            ticket: "t1", hcpResponse: [], companyFileName: path, country: "US", majorVersion: highest,
            minorVersion: 0)
        guard case .sendRequestXML(let document) = call(.sendRequestXML(request, hcp)).answer else {
            return "?"
        }
        return String(decoding: document, as: UTF8.self)
    }

    /// Answers the query that is out.
    mutating func answer(
        _ records: [Record] = [], code: Int = 0, iterator: String? = nil, remaining: Int? = nil,
        faults: [RecordFault] = []
    ) -> Int {
        let answer = RequestAnswer(
            element: "Rs", requestID: open.map { String($0.conversation.sequence) },
            status: Status(code: code, message: "told"), iteratorID: iterator, iteratorRemaining: remaining,
            records: records, faults: faults)
        self.records = records
        return receive(.decoded(Reading(Response(answers: [answer]))))
    }

    mutating func receive(_ outcome: Exchange.ResponseOutcome, hresult: String = "") -> Int {
        let received = ReceiveResponse(ticket: "t1", response: [], hresult: hresult, message: "")
        guard case .receiveResponseXML(let number) = call(.receiveResponseXML(received, outcome)).answer
        else {
            return .min
        }
        return number
    }

    /// Plays the rest of a conversation whose every query is answered with nothing; the last number.
    mutating func playToEnd() -> Int {
        var number = 0
        while number >= 0, number < 100 {
            _ = send()
            number = answer(code: 1)
        }
        return number
    }

    var ending: Ending? { open?.conversation.ending }

    private mutating func apply(_ changes: [Change]) {
        for change in changes {
            switch change {
            case .begin(let begun): open = begun
            case .save(let conversation): open?.conversation = conversation
            case .saveStep(_, let index, let step): open?.agenda.steps[index] = step
            case .addStep(_, _, let step): open?.agenda.steps.append(step)
            case .ingest(let page):
                ingested.append(page)
                taken += records
            case .moveWatermark(_, let category, var mark, let at):
                mark.completeAt = at
                watermarks[category] = mark
            case .categoryMessage(_, let category, let sentence, _): messages[category] = sentence
            case .bind(_, let binding):
                connector.binding = binding
                bindings.append(binding)
            case .learnWorkstation(_, let name): connector.workstation = name
            case .settle, .settleWanted, .reconcile, .cover, .beginTask, .progressTask, .sliceDone, .endTask,
                .form, .sendAgain, .askAfter, .setStage, .isolate, .examined, .suspectDeleted, .end, .rebase,
                .deleteRecord, .want:
                self.changes.append(change)
            case .refuse, .repeatRefusal, .contact, .takeForce, .waiting, .loginFailed, .loginSucceeded,
                .lock:
                break
            }
        }
    }
}

extension Date {
    /// 2026-03-04 18:00 UTC, noon in Chicago, a Wednesday.
    static let noon = Date(timeIntervalSince1970: 1_772_647_200)
    static let longAgo = Date(timeIntervalSince1970: 1_700_000_000)
}

extension HCPResponse {
    static func company(
        _ name: String, fileID: String?, ownerID: String = "{57F3B9B1-0000-4000-8000-00000000000A}",
        lock: String? = nil
    ) -> HCPResponse {
        var extensions: [DataExtension] = []
        if let fileID { extensions.append(DataExtension(ownerID: ownerID, name: "FileID", value: fileID)) }
        if let lock { extensions.append(DataExtension(ownerID: ownerID, name: "AppLock", value: lock)) }
        return HCPResponse(
            host: nil, company: Company(name: name, dataExtensions: extensions), hasPreferences: true)
    }

    static let acme = company("Acme Inc", fileID: "{90A44FB5-0000-4000-8000-0000000000F1}")
}

extension Record {
    static func customer(_ id: String, modified: String) -> Record {
        Record(kind: "Customer", id: id, name: id, timeModified: modified, json: Array("{}".utf8))
    }
}

extension Connector {
    static func acme(
        path: String? = #"C:\Books\Acme.QBW"#, workstation: String? = "FRONTDESK"
    ) -> Connector {
        Connector(
            id: 1, name: "acme", title: "Acme Inc", isDefault: true,
            identity: StampedIdentity(
                ownerID: "{57F3B9B1-0000-4000-8000-00000000000A}",
                fileID: "{90A44FB5-0000-4000-8000-0000000000F1}"),
            binding: Binding(path: path), workstation: workstation,
            rule: Rule(
                slot: 0, window: try? Window.parse("22:00-06:00"),
                zone: Zone(identifier: "America/Chicago") ?? .utc),
            pageSize: 250, overlapSeconds: 300, file: ConnectionFileOptions(), disabledAt: nil,
            createdAt: .longAgo)
    }
}
