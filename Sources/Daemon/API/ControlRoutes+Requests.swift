import API
import FoundationEssentials
import Hummingbird
import QBXML
import ServiceLifecycle
import Store
import Sync

/// Requests on their way into the queue: all of a call, or nothing.
extension ControlRoutes {
    /// The most bytes of a body: some hundred thousand requests.
    static let queueLimit = 64 << 20

    func addRequests(_ request: Request, _ order: Order) async throws -> Response {
        let options = try QueueOptions(request, now: order.now)
        let body = Array(try await request.collectedBody(upTo: Self.queueLimit).readableBytesView)
        let call = QueueCall(
            connector: try order.parameter("connector"), body: body, options: options, by: order.author,
            at: order.now)
        if options.isDry { return try await dryRun(call) }
        let (receipt, warnings) = try await call.queue(in: database)
        return try await answer(receipt, warnings, options)
    }

    private func answer(
        _ receipt: QueueReceipt, _ warnings: [CheckFinding], _ options: QueueOptions
    ) async throws -> Response {
        var (rows, isRepeated): ([RequestRow], Bool)
        switch receipt {
        case .queued(let queued): (rows, isRepeated) = (queued, false)
        case .repeated(let queued): (rows, isRepeated) = (queued, true)
        case .unknownParents(let ids): throw OrderRefusal.unknownParents(ids)
        case .stopped(let stop): throw OrderRefusal.conflict(stop.sentence)
        case .keyClash(let first):
            let what = first.map { ": \($0.title), \($0.id)" } ?? ""
            throw OrderRefusal.conflict(
                "This Idempotency-Key came before with another body or other options\(what). Take a new key "
                    + "for a new call.")
        }
        if options.wait > 0 {
            rows = try await settled(rows.map(\.id), within: .seconds(options.wait))
        }
        // `QueuedRequests`, without the detour over its coding, which takes longer than all the rest.
        var writing = RecordWriting()
        writing.open(["repeated": .flag(isRepeated)])
        writing.list("requests", rows) { $0.receipt(RequestReceipt($1)) }
        writing.member("warnings", try Wire.encode(warnings))
        writing.close()
        return .json(writing.bytes, status: isRepeated ? .ok : .created)
    }

    /// How requests stand when all are settled or unknown, when the time is over, or when the daemon stops.
    func settled(_ ids: [String], within limit: Duration) async throws -> [RequestRow] {
        try await cancelWhenGracefulShutdown {
            let end = ContinuousClock.now + limit
            while !Task.isCancelled, ContinuousClock.now < end {
                let mark = database.taskMark
                // Of its own, because a read within a cancelled task is refused, and a stop cancels this one.
                let open = try await Task { try await database.read { try $0.openRequests(ids: ids) } }.value
                if open == 0 { break }
                await waitForNews(after: mark, until: end)
            }
            return try await Task {
                try await database.read { snapshot in try ids.compactMap { try snapshot.requestRow(id: $0) } }
            }.value
        }
    }

    /// Until something was moved, the time is over, or the task is cancelled.
    func waitForNews(after mark: UInt64, until end: ContinuousClock.Instant) async {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await database.waitForTask(after: mark) }
            // It only ends early, when the other one has: that is no error.
            tasks.addTask { try? await Task.sleep(until: end, clock: .continuous) }
            await tasks.next()
            tasks.cancelAll()
        }
    }

    // MARK: Dry runs

    private func dryRun(_ call: QueueCall) async throws -> Response {
        let facts = try await database.read { try call.facts($0) }
        let intake = try call.intake(facts)
        let requests = intake.requests(at: call.now)
        let connector = facts.connector
        let (present, warnings) = try await database.read { snapshot in
            let warnings = try call.review(intake, connector, snapshot)
            let present = try requests.map { request -> RecordRow? in
                guard let kind = request.subject.kind, let id = request.subject.id else { return nil }
                return try snapshot.record(connector: connector.id, kind: kind, id: id)
            }
            return (present, warnings)
        }
        var head: JSON = ["document": .text(String(decoding: intake.document(requests), as: UTF8.self))]
        head.put("sentence", intake.departures(requests))
        head["needs_qbxml"] = .text(intake.checked.neededVersion.description)
        var writing = RecordWriting()
        writing.open(head)
        writing.list("requests", Array(zip(requests, present))) { $0.dry($1.0, $1.1) }
        let values = intake.values
        if !values.isEmpty { writing.member("values", try Wire.encode(values)) }
        writing.member("warnings", try Wire.encode(warnings))
        writing.close()
        return .json(writing.bytes)
    }
}

extension OrderRefusal {
    static func unknownParents(_ ids: [String]) -> OrderRefusal {
        .findings(
            ids.map { .init(field: "after", problem: "This connector has no request \($0) to wait for.") })
    }
}
