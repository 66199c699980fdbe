import API
import FoundationEssentials
import QBXML
import Store
import Sync

/// Tasks in the words of the API. What the states are called and how they read stands here and nowhere else.
extension TaskEntry {
    init(_ row: TaskRow, connector: String) {
        self.init(
            number: row.task.number, kind: row.task.kind.word.rawValue, title: row.task.title,
            state: row.state.rawValue, sentence: row.told(connector), percent: row.percent, done: row.done,
            steps: row.steps, received: row.received, differences: row.differences, askedAt: row.askedAt,
            askedBy: row.askedBy, startedAt: row.startedAt, endedAt: row.endedAt)
    }
}

extension MirrorTask {
    /// What exactly was asked for, also when part of it is done.
    var title: String {
        guard case .dated = kind, let span else { return kind.title }
        return Kind.title(span)
    }
}

extension MirrorTask.Kind {
    /// What exactly is asked for.
    var title: String {
        switch self {
        case .verify(let categories):
            "Comparison of \(categories.isEmpty ? "everything" : Self.list(categories))"
        case .coverage: "Probe of what may be read"
        case .dated(let slices):
            ImportSpan(slices).map(Self.title) ?? "Import"
        case .balanceReport(let claimed):
            claimed.isEmpty ? "Balances of all customers" : "Balances compared with \(claimed.count) supplied"
        case .report(_, let name): name
        }
    }

    fileprivate static func title(_ span: ImportSpan) -> String {
        "Import of \(list(span.categories)), \(span.from) to \(span.to)"
    }

    private static func list(_ categories: [String]) -> String {
        var titles: [String] = []
        for category in categories {
            let title = Category.title(of: category).lowercased()
            if !titles.contains(title) { titles.append(title) }
        }
        return titles.count > 4 ? "\(titles.count) categories" : titles.joined(separator: ", ")
    }
}

extension TaskRow {
    fileprivate func told(_ connector: String) -> String {
        switch state {
        case .queued: startedAt == nil ? "It waits for the next sync." : "It goes on with the next sync."
        case .running: progress
        case .stopped:
            "It is stopped. To let it go on: qbsyncctl task resume \(task.number) \(connector)"
        case .done: sentence ?? "It is done."
        case .failed: sentence ?? "It failed."
        }
    }

    private var progress: String {
        guard let done, let steps else { return "It is running." }
        var text = "\(done) of \(steps) parts \(done == 1 ? "is" : "are") done"
        if received > 0 { text += ", \(received) records read" }
        if let category {
            text += "; \(Category.title(of: category).lowercased())"
            if let remaining { text += ", \(remaining) to go" }
        }
        return text + "."
    }

    fileprivate var percent: Int {
        switch state {
        case .done: 100
        case .queued, .running, .stopped, .failed:
            if let done, let steps, steps > 0 { min(99, done * 100 / steps) } else { 0 }
        }
    }
}

extension BalanceLine {
    init(_ line: BalanceReport.Line) {
        self.init(
            id: line.id, customer: line.customer, isActive: line.isActive, quickBooks: line.quickBooks,
            quickBooksTotal: line.quickBooksTotal, supplied: line.supplied, difference: line.difference,
            verdict: line.verdict.rawValue)
    }
}

extension DifferenceEntry {
    init(_ difference: Difference) {
        self.init(
            kind: difference.kind, id: difference.id, name: difference.name,
            finding: difference.finding.rawValue, editHere: difference.editHere,
            editThere: difference.editThere)
    }
}
