import API
import FoundationEssentials
import Hummingbird
import ServiceLifecycle
import Store
import Sync

/// The tasks that there are: how they stand, what they came to, stopping and going on.
extension ControlRoutes {
    func listTasks(_ request: Request, _ order: Order) async throws -> Response {
        let name = try order.parameter("connector")
        let connector = try await connector(order)
        var reading = QueryReading(request, known: ["kind", "limit", "before"])
        let word = reading.choice("kind", of: MirrorTask.Word.allCases.map(\.rawValue))
        let limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 50
        let before = reading.integer("before", in: 1 ... .max) ?? .max
        try reading.end()
        let words = word.flatMap { MirrorTask.Word(rawValue: $0) }.map { Set([$0]) }
        let rows = try await database.read {
            try $0.tasks(connector: connector, words: words, before: before, limit: limit)
        }
        return try .json(rows.map { TaskEntry($0, connector: name) })
    }

    func showTask(_ request: Request, _ order: Order) async throws -> Response {
        let (connector, number) = (try await connector(order), try order.taskNumber())
        var reading = QueryReading(request, known: ["wait"])
        let wait = reading.integer("wait", in: 0...ChangeQuestion.longestWait) ?? 0
        try reading.end()
        if wait > 0 {
            // A stop ends the wait with how it stands, so that no answer is cut.
            try await cancelWhenGracefulShutdown {
                try await waitForEnd(of: number, connector: connector, within: .seconds(wait))
            }
        }
        let detail = try await database.read { snapshot -> TaskDetail in
            guard let row = try snapshot.taskRow(number, connector: connector) else {
                throw OrderRefusal.unknownTask(number)
            }
            let balances = try snapshot.balanceReport(number)?.lines.map { BalanceLine($0) }
            var report: ReportTable?
            if case .report = row.task.kind, let answer = try snapshot.taskResult(number) {
                report = try ReportTable(reading: answer)
            }
            return TaskDetail(
                task: TaskEntry(row, connector: try order.parameter("connector")), balances: balances,
                report: report)
        }
        return try .json(detail)
    }

    private func waitForEnd(of number: Int64, connector: Int64, within limit: Duration) async throws {
        let end = ContinuousClock.now + limit
        while !Task.isCancelled, ContinuousClock.now < end {
            let mark = database.taskMark
            // Of its own, because a read within a cancelled task is refused, and a stop cancels this one.
            let row = try await Task {
                try await database.read { try $0.taskRow(number, connector: connector) }
            }.value
            guard let row, !row.state.isOver else { return }
            await withTaskGroup(of: Void.self) { tasks in
                tasks.addTask { await database.waitForTask(after: mark) }
                // It only ends early, when the other one has: that is no error.
                tasks.addTask { try? await Task.sleep(until: end, clock: .continuous) }
                await tasks.next()
                tasks.cancelAll()
            }
        }
    }

    func differences(_ request: Request, _ order: Order) async throws -> Response {
        let (connector, number) = (try await connector(order), try order.taskNumber())
        var reading = QueryReading(request, known: ["limit", "cursor"])
        let limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 100
        let cursor = reading.word("cursor")
        let place = cursor.map { DifferenceCursor.place($0) } ?? ("", "")
        if place == nil { reading.refuse("cursor", "This is no cursor of ours.") }
        try reading.end()
        guard let place else { throw OrderRefusal.unknownTask(number) }
        let page = try await database.read { snapshot -> DifferencePage in
            guard try snapshot.taskRow(number, connector: connector) != nil else {
                throw OrderRefusal.unknownTask(number)
            }
            let found = try snapshot.differences(task: number, after: place, limit: limit + 1)
            let shown = found.prefix(limit)
            return DifferencePage(
                differences: shown.map { DifferenceEntry($0) }, count: try snapshot.findings(task: number),
                next: found.count > limit ? shown.last.map { DifferenceCursor.text($0) } : nil)
        }
        return try .json(page)
    }

    func stopTask(_ request: Request, _ order: Order) async throws -> Response {
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let (connector, number) = (facts.connector, try order.taskNumber())
        let row = try await database.transact { transaction -> TaskRow in
            guard let row = try transaction.taskRow(number, connector: connector.id) else {
                throw OrderRefusal.unknownTask(number)
            }
            guard try transaction.stopTask(number, connector: connector, by: order.author, at: order.now)
            else {
                throw OrderRefusal.conflict("Task \(number) is \(row.state.rawValue): it cannot stop.")
            }
            return row
        }
        journal.order("task \(number) was stopped", connector: connector.name, by: order.author.name)
        let way = "To let it go on: qbsyncctl task resume \(number) \(connector.name)"
        let isAtWork = row.state == .running && facts.open != nil
        let when = isAtWork ? "stops after the page that is being read" : "is stopped"
        return try .json(Done(sentence: "Task \(number) \(when). \(way)"))
    }

    func resumeTask(_ request: Request, _ order: Order) async throws -> Response {
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let (connector, number) = (facts.connector, try order.taskNumber())
        let receipt = try await forced(facts, false, order) { transaction in
            guard let row = try transaction.taskRow(number, connector: connector.id) else {
                throw OrderRefusal.unknownTask(number)
            }
            guard try transaction.resumeTask(number, connector: connector, by: order.author, at: order.now)
            else {
                throw OrderRefusal.conflict("Task \(number) is \(row.state.rawValue), not stopped.")
            }
            return number
        }
        journal.order("task \(number) was resumed", connector: connector.name, by: order.author.name)
        return try .json(receipt)
    }
}

extension Order {
    fileprivate func taskNumber() throws -> Int64 {
        let text = try parameter("task")
        guard let number = Int64(text), number > 0 else {
            throw OrderRefusal.notFound("\"\(text)\" is no number of a task. The list: qbsyncctl task list")
        }
        return number
    }
}

extension OrderRefusal {
    fileprivate static func unknownTask(_ number: Int64) -> OrderRefusal {
        .notFound("This connector has no task \(number). The list: qbsyncctl task list")
    }
}

/// The place in a list of differences: `Invoice/1A2B-1`. No kind has a slash in its name.
private enum DifferenceCursor {
    static func text(_ last: Difference) -> String { "\(last.kind)/\(last.id)" }

    static func place(_ text: String) -> (kind: String, id: String)? {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        return (String(text[..<slash]), String(text[text.index(after: slash)...]))
    }
}
