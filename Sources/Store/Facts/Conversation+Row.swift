import FoundationEssentials
import QBXML
import Sync
import Timetable

extension Conversation {
    /// Of `conversation AS v`, in the order in which `init` reads them.
    static let columns = """
        v.ticket, v.connector_id, v.login, v.address, v.trigger, v.in_window, v.started_at,
        v.last_call_at, v.phase, v.asked_category, v.asked_page, v.asked_size, v.asked_iterator,
        v.asked_request, v.sequence, v.percent, v.is_identified, v.qbxml_version, v.edition,
        v.workstation,
        v.stop_by, v.stop_at, v.ending, v.ended_at, v.bytes_received, v.bytes_sent, v.is_proven,
        v.highest_version, v.held_until, v.asked_errand, v.asked_set
        """

    init(_ row: inout Row) throws {
        self.init(
            ticket: row.next(), connectorID: row.next(), user: row.next(), address: row.next(),
            trigger: try row.word(), duringShutdown: row.next(), startedAt: row.next(),
            lastCallAt: row.next(),
            phase: try Phase(&row), sequence: row.next(), percent: row.next(), isIdentified: row.next(),
            qbxmlVersion: try Version(&row),
            edition: row.next(String?.self).flatMap { Edition(rawValue: $0) }, workstation: row.next(),
            stop: StopRequest(&row),
            ending: try Ending(&row), endedAt: row.next(), bytesReceived: row.next(), bytesSent: row.next())
        isProven = row.next()
        highestVersion = row.next(String?.self).flatMap { Version($0) }
        heldUntil = row.next()
        guard let errand = try Dispatch.Errand(&row), case .awaiting(var dispatch) = phase else { return }
        dispatch.errand = errand
        phase = .awaiting(dispatch)
    }
}

extension Conversation.Phase {
    /// The words of `conversation.phase`.
    enum Word: String {
        case asking, awaiting, finished
    }

    var word: Word {
        switch self {
        case .asking: .asking
        case .awaiting: .awaiting
        case .finished: .finished
        }
    }

    var dispatch: Dispatch? {
        guard case .awaiting(let dispatch) = self else { return nil }
        return dispatch
    }

    fileprivate init(_ row: inout Row) throws {
        let word: Word = try row.word()
        let category: String = row.next()
        let page = try QueryPage(&row)
        let request: String = row.next()
        switch (word, page) {
        case (.asking, _): self = .asking
        case (.finished, _): self = .finished
        case (.awaiting, let page?):
            self = .awaiting(Dispatch(category: category, page: page, requestID: request))
        case (.awaiting, nil): throw row.unreadable("")
        }
    }
}

extension Dispatch.Errand {
    /// The words of `conversation.asked_errand`.
    var word: String {
        switch self {
        case .apply: "apply"
        case .ask: "ask"
        case .look: "look"
        }
    }

    fileprivate init?(_ row: inout Row) throws {
        let word: String? = row.next()
        let set: String = row.next()
        switch word {
        case nil: return nil
        case "apply": self = .apply(set: set)
        case "ask": self = .ask(set: set)
        case "look": self = .look(set: set)
        case let other?: throw row.unreadable(other)
        }
    }
}

extension QueryPage {
    /// The words of `conversation.asked_page`.
    enum Word: String {
        case whole, first, next, stop
    }

    var word: Word {
        switch self {
        case .whole: .whole
        case .first: .first
        case .next: .next
        case .stop: .stop
        }
    }

    var size: Int? {
        switch self {
        case .first(let size), .next(_, let size): size
        case .whole, .stop: nil
        }
    }

    var iteratorID: String? {
        switch self {
        case .next(let iteratorID, _), .stop(let iteratorID): iteratorID
        case .whole, .first: nil
        }
    }

    fileprivate init?(_ row: inout Row) throws {
        guard let text = row.next(String?.self) else {
            _ = row.next(Int.self)
            _ = row.next(String?.self)
            return nil
        }
        guard let word = Word(rawValue: text) else { throw row.unreadable(text) }
        let size: Int = row.next()
        let iteratorID: String = row.next()
        switch word {
        case .whole: self = .whole
        case .first: self = .first(size: size)
        case .next: self = .next(iteratorID: iteratorID, size: size)
        case .stop: self = .stop(iteratorID: iteratorID)
        }
    }
}

extension Version {
    fileprivate init(_ row: inout Row) throws {
        let text: String = row.next()
        guard let version = Version(text) else { throw row.unreadable(text) }
        self = version
    }
}

extension StopRequest {
    fileprivate init?(_ row: inout Row) {
        let by: String = row.next()
        guard let at = row.next(Date?.self) else { return nil }
        self.init(by: by, at: at)
    }
}

extension Ending {
    fileprivate init?(_ row: inout Row) throws {
        guard let text = row.next(String?.self) else { return nil }
        guard let ending = EndingNotation.read(text) else { throw row.unreadable(text) }
        self = ending
    }
}

extension Step {
    /// Of `category_run AS r`, in the order in which `init` reads them.
    static let columns = """
        r.purpose, r.category, r.members, r.state, r.since, r.range_from, r.range_to, r.previous_high_water,
        r.high_water, r.iterator_id, r.page_size, r.received, r.remaining, r.faults, r.restarts, r.is_resumed,
        r.task, r.weight, r.trouble
        """

    init(_ row: inout Row) throws {
        self.init(
            try row.word(Purpose.self), category: row.next(), members: Self.members(row.next()),
            state: try row.word(), since: row.next(), from: row.next(), to: row.next(),
            previousHighWater: row.next(), highWater: row.next(), iteratorID: row.next(),
            pageSize: row.next(), received: row.next(), remaining: row.next(), faults: row.next(),
            restarts: row.next(), isResumed: row.next(), task: row.next(), trouble: try StepTrouble(&row))
    }

    /// Each call reads some sixty steps of them: cut at bytes, which takes a fraction of what it takes to cut
    /// at characters.
    private static func members(_ text: String?) -> [String] {
        text?.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) } ?? []
    }

    /// `members` as one text.
    var memberText: String? { members.isEmpty ? nil : members.joined(separator: " ") }
}

extension StepTrouble {
    fileprivate init?(_ row: inout Row) throws {
        guard let text = row.next(String?.self) else {
            _ = row.next(String?.self)
            return nil
        }
        guard let weight = Weight(rawValue: text) else { throw row.unreadable(text) }
        self.init(weight: weight, sentence: row.next())
    }
}
