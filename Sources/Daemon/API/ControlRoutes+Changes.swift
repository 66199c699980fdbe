import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import QBXML
import ServiceLifecycle
import Store

extension ControlRoutes {
    /// What happened to a connector's records: a page at once, a page as soon as there is something, or as
    /// events for as long as the reader listens.
    func changes(_ request: Request, _ order: Order) async throws -> Response {
        var question = try ChangeQuestion(request, connector: try await connector(order))
        if request.wantsEvents { return try await events(&question, of: request) }
        let (asked, wait) = (question, question.wait)
        guard wait > 0 else { return .changes(try await read(asked)) }
        // A stop ends the wait with what there is, so that no answer is cut.
        let page = try await cancelWhenGracefulShutdown {
            try await ChangeFeed(database: database, question: asked).next(within: .seconds(wait))
        }
        return .changes(page)
    }

    private func read(_ question: ChangeQuestion) async throws -> ChangeRows {
        try await database.read { try question.page(in: $0) }
    }

    /// - Parameter question: its start is fixed before the answer begins, so that a gap is still a refusal.
    private func events(_ question: inout ChangeQuestion, of request: Request) async throws -> Response {
        if let name = HTTPField.Name("Last-Event-ID"), let text = request.headers[name] {
            guard let number = Int64(text), number >= 0 else {
                throw OrderRefusal.findings([
                    .init(field: "Last-Event-ID", problem: "\"\(text)\" is no number of a change.")
                ])
            }
            question.position = .after(number)
        }
        let first = try await read(question)
        let feed = ChangeFeed(database: database, question: question)
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

/// What a reader of changes asks for.
struct ChangeQuestion: Sendable {
    static let parameters = ["after", "last", "limit", "kind", "wait", "include"]
    /// The longest wait: proxies mostly give up an answer after a minute.
    static let longestWait: Int64 = 55

    let connector: Int64
    var position: ChangePosition
    let kinds: Set<String>?
    let limit: Int
    /// In seconds.
    let wait: Int64
    let withRecords: Bool

    init(_ request: Request, connector: Int64) throws {
        var reading = QueryReading(request, known: Self.parameters)
        self.connector = connector
        limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 100
        wait = reading.integer("wait", in: 0...Self.longestWait) ?? 0
        let after = reading.integer("after", in: 0 ... .max)
        let last = reading.integer("last", in: 0...1000)
        if after != nil, last != nil { reading.refuse("last", "Give after or last, not both.") }
        position = after.map { .after($0) } ?? last.map { .last(Int($0)) } ?? .oldest
        withRecords = reading.choice("include", of: ["record"]) != nil
        var kinds: Set<String> = []
        for name in reading.list("kind") {
            do { kinds.formUnion(try RecordKind.named(name).kinds) } catch OrderRefusal.notFound(let detail) {
                reading.refuse("kind", detail)
            }
        }
        self.kinds = kinds.isEmpty ? nil : kinds
        try reading.end()
    }

    /// - Throws: the refusal that shows the way back, where the reader has missed something for good.
    func page(in snapshot: Snapshot) throws -> ChangeRows {
        do {
            return try snapshot.changes(
                connector: connector, from: position, kinds: kinds, limit: limit, withRecords: withRecords)
        } catch let gap as ChangeGap {
            throw OrderRefusal.gone(Self.sentence(gap))
        }
    }

    private static func sentence(_ gap: ChangeGap) -> String {
        let way =
            "Ask for changes?last=0 and keep its next, read all records anew (GET …/records/{Kind}), then "
            + "go on with after=next."
        switch gap {
        case .pruned(let after, let oldest):
            return "Changes after \(after) are no longer kept; the oldest is \(oldest). \(way)"
        case .ahead(let after, let newest):
            return
                "There is no change \(after) yet, the newest is \(newest): this database is an older copy, "
                + "or another one. \(way)"
        case .lost(let after, let copiedAt, let restoredAt):
            return
                "Change \(after) was told in a time that is lost: on \(Timestamp.text(restoredAt)) the "
                + "database was put back to a copy of \(Timestamp.text(copiedAt)). \(way)"
        }
    }
}

/// Changes as they come, without asking the database in between.
struct ChangeFeed: Sendable {
    let database: SyncDatabase
    var question: ChangeQuestion

    /// A reader that is gone is noticed by the next thing that is written to it.
    private static let heartbeat = Duration.seconds(15)

    /// The next page that has something; an empty one when the time is over or the task cancelled.
    func next(within limit: Duration) async throws -> ChangeRows {
        let clock = ContinuousClock()
        let end = clock.now + limit
        var question = question
        while true {
            let asked = question
            // Of its own, because a read within a cancelled task is refused, and a stop cancels this one.
            let page = try await Task { try await database.read { try asked.page(in: $0) } }.value
            if !page.rows.isEmpty || clock.now >= end || Task.isCancelled { return page }
            question.position = .after(page.next)
            if page.hasMore { continue }
            await wait(after: page.next, until: end)
        }
    }

    /// Until there may be something, the time is over, or the task is cancelled.
    private func wait(after number: Int64, until end: ContinuousClock.Instant) async {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await database.waitForChange(connector: question.connector, after: number) }
            // It only ends early, when the other one has: that is no error.
            tasks.addTask { try? await Task.sleep(until: end, clock: .continuous) }
            await tasks.next()
            tasks.cancelAll()
        }
    }

    /// Until the reader is gone or the daemon stops.
    func write(beginning first: ChangeRows, to writer: inout any ResponseBodyWriter) async throws {
        var feed = self
        var page = first
        while true {
            try await writer.write(ByteBuffer(bytes: Self.events(page)))
            feed.question.position = .after(page.next)
            let asked = feed
            do {
                let isStopped: Bool
                (page, isStopped) = try await cancelWhenGracefulShutdown {
                    let page = try await asked.next(within: Self.heartbeat)
                    return (page, Task.isCancelled)
                }
                // What came with the stop is told again to whoever asks after the last number it has seen.
                if isStopped { return }
            } catch OrderRefusal.gone {
                // It fell behind what is kept while it was listening: its next question says so.
                return
            }
        }
    }

    /// An event for each change; and the number up to which all was told, which also shows that we are there.
    static func events(_ page: ChangeRows) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in page.rows {
            var writing = RecordWriting()
            writing.change(row)
            bytes += Array("id: \(row.number)\nevent: change\ndata: ".utf8) + writing.bytes
            bytes += Array("\n\n".utf8)
        }
        // Only when nothing is left out between: the number belongs to all connectors.
        if page.rows.last?.number != page.next { bytes += Array("id: \(page.next)\n: up to here\n\n".utf8) }
        return bytes.isEmpty ? Array(": here\n\n".utf8) : bytes
    }
}

extension Response {
    static func changes(_ page: ChangeRows) -> Response {
        var writing = RecordWriting()
        // The list comes first in the word, but our words are members in any order.
        writing.open(["next": .number(String(page.next)), "has_more": .flag(page.hasMore)])
        writing.list("changes", page.rows) { $0.change($1) }
        writing.close()
        return .json(writing.bytes)
    }
}
