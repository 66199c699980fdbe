import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Store
import Sync

extension ControlRoutes {
    /// What happened to requests: a page at once, a page as soon as there is something, or as events for as
    /// long as the reader listens.
    func events(_ request: Request, _ order: Order) async throws -> Response {
        var reading = QueryReading(request, known: EventQuestion.parameters)
        let name = reading.word("connector")
        var question = EventQuestion(&reading)
        try reading.end()
        if let name {
            let known = try await database.read { try $0.connector(named: name) }
            question.connector =
                if let known { known.id } else { try await facts(of: name, now: order.now).connector.id }
        }
        if request.wantsEvents {
            if let header = HTTPField.Name("Last-Event-ID"), let text = request.headers[header] {
                guard let number = Int64(text), number >= 0 else {
                    throw OrderRefusal.findings([
                        .init(field: "Last-Event-ID", problem: "\"\(text)\" is no number of an event.")
                    ])
                }
                question.start = .after(number)
            }
            return try await stream(question)
        }
        let (feed, wait) = (EventFeed(database: database, question: question), question.wait)
        guard wait > 0 else { return try .json(try await feed.page()) }
        // A stop ends the wait with what there is, so that no answer is cut.
        let page = try await cancelWhenGracefulShutdown {
            try await feed.next(within: .seconds(wait))
        }
        return try .json(page)
    }

    private func stream(_ question: EventQuestion) async throws -> Response {
        let feed = EventFeed(database: database, question: question)
        // Before the answer begins, so that a number that is none is still a refusal.
        let first = try await feed.page()
        let body = ResponseBody { writer in
            try await feed.write(beginning: first, to: &writer)
            try await writer.finish(nil)
        }
        var headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-cache"]
        // nginx would hold the events back until it has a few kilobytes of them.
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return Response(status: .ok, headers: headers, body: body)
    }
}

/// What a reader of events asks for.
struct EventQuestion: Sendable {
    static let parameters = ["after", "last", "connector", "limit", "wait"]

    enum Start: Equatable, Sendable {
        case after(Int64)
        /// So many from the end, of all connectors.
        case last(Int64)
    }

    var connector: Int64?
    var start: Start
    let limit: Int
    /// In seconds.
    let wait: Int64

    init(_ reading: inout QueryReading) {
        limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 100
        wait = reading.integer("wait", in: 0...ChangeQuestion.longestWait) ?? 0
        let after = reading.integer("after", in: 0 ... .max)
        let last = reading.integer("last", in: 0...1000)
        if after != nil, last != nil { reading.refuse("last", "Give after or last, not both.") }
        start = last.map { .last($0) } ?? .after(after ?? 0)
    }
}

/// Events as they come, without asking the database in between.
struct EventFeed: Sendable {
    let database: SyncDatabase
    var question: EventQuestion

    /// A reader that is gone is noticed by the next thing that is written to it.
    private static let heartbeat = Duration.seconds(15)

    func page() async throws -> EventPage {
        let question = question
        // Of its own, because a read within a cancelled task is refused, and a stop cancels this one.
        return try await Task {
            try await database.read { snapshot in
                let newest = try snapshot.newestEvent()
                let after: Int64
                switch question.start {
                case .after(let number): after = number
                case .last(let count): after = max(0, newest - count)
                }
                guard after <= newest else {
                    throw OrderRefusal.gone(
                        "There is no event \(after) yet, the newest is \(newest): this database is an older "
                            + "copy, or another one. Ask for events?last=0 and keep its next, read the "
                            + "requests anew (GET …/requests), then go on with after=next.")
                }
                // Whoever has read nothing yet misses nothing.
                if after > 0, let oldest = try snapshot.oldestEvent(), after < oldest - 1 {
                    throw OrderRefusal.gone(Self.keptFrom(oldest, after: after))
                }
                let found = try snapshot.events(
                    after: after, connector: question.connector, limit: question.limit)
                return EventPage(
                    events: found.rows.map { EventEntry($0) }, next: found.next,
                    hasMore: found.rows.count == question.limit && found.next < found.newest)
            }
        }.value
    }

    private static func keptFrom(_ oldest: Int64, after: Int64) -> String {
        "Events are kept for \(Retention.eventDays) days, and those behind \(after) are older: they are "
            + "kept from number \(oldest) on. Ask for events?last=0 and keep its next, read the requests "
            + "anew (GET …/requests), then go on with after=next; or go on with after=\(oldest - 1) and do "
            + "without what came between."
    }

    /// The next page that has something; an empty one when the time is over or the task cancelled.
    func next(within limit: Duration) async throws -> EventPage {
        let clock = ContinuousClock()
        let end = clock.now + limit
        var feed = self
        while true {
            let mark = database.taskMark
            let page = try await feed.page()
            if !page.events.isEmpty || clock.now >= end || Task.isCancelled { return page }
            feed.question.start = .after(page.next)
            await wait(after: mark, until: end)
        }
    }

    private func wait(after mark: UInt64, until end: ContinuousClock.Instant) async {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await database.waitForTask(after: mark) }
            // It only ends early, when the other one has: that is no error.
            tasks.addTask { try? await Task.sleep(until: end, clock: .continuous) }
            await tasks.next()
            tasks.cancelAll()
        }
    }

    /// Until the reader is gone or the daemon stops.
    func write(beginning first: EventPage, to writer: inout any ResponseBodyWriter) async throws {
        var feed = self
        var page = first
        while true {
            try await writer.write(ByteBuffer(bytes: try Self.events(page)))
            feed.question.start = .after(page.next)
            let asked = feed
            let isStopped: Bool
            (page, isStopped) = try await cancelWhenGracefulShutdown {
                let page = try await asked.next(within: Self.heartbeat)
                return (page, Task.isCancelled)
            }
            // What came with the stop is told again to whoever asks after the last number it has seen.
            if isStopped { return }
        }
    }

    /// An event for each; and the number up to which all was told, which also shows that we are there.
    private static func events(_ page: EventPage) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for event in page.events {
            bytes += Array("id: \(event.number)\nevent: \(event.kind)\ndata: ".utf8)
            bytes += try Wire.encode(event)
            bytes += Array("\n\n".utf8)
        }
        // Only when nothing is left out between: the number belongs to all connectors.
        if page.events.last?.number != page.next { bytes += Array("id: \(page.next)\n: up to here\n\n".utf8) }
        return bytes
    }
}
