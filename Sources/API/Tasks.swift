package import FoundationEssentials

/// `POST …/verify`: compare everything, or these categories, and repair what differs.
///
///     {"categories":["invoices","Customer"],"during_shutdown":false}
package struct VerifyOrder: Body, Equatable, Sendable {
    package static let fields = ["categories", "during_shutdown"]

    /// By the name of the category or of a kind; absent for all that are mirrored.
    package var categories: [String]?
    package var duringShutdown: Bool?

    package init(categories: [String]? = nil, duringShutdown: Bool? = nil) {
        self.categories = categories
        self.duringShutdown = duringShutdown
    }
}

/// `POST …/probe`: ask one record of each category, to learn what may be read.
package struct ProbeOrder: Body, Equatable, Sendable {
    package static let fields = ["during_shutdown"]

    package var duringShutdown: Bool?

    package init(duringShutdown: Bool? = nil) { self.duringShutdown = duringShutdown }
}

/// `POST …/import`: read the transactions of a range of days, whatever is known of them.
///
///     {"categories":["invoices"],"from":"2024-01-01","to":"2024-12-31"}
package struct ImportOrder: Body, Equatable, Sendable {
    package static let fields = ["categories", "from", "to", "during_shutdown"]

    /// By the name of the category or of a kind; absent for all transactions that are mirrored.
    package var categories: [String]?
    /// Both days are included.
    package var from: String
    package var to: String
    package var duringShutdown: Bool?

    package init(
        categories: [String]? = nil, from: String, to: String, duringShutdown: Bool? = nil
    ) {
        self.categories = categories
        self.from = from
        self.to = to
        self.duringShutdown = duringShutdown
    }
}

/// `POST …/balance-report`: refresh all customers' balances, and compare them with those of the caller.
///
///     {"balances":[{"customer":"Elm Street Bakery","balance":"120.00"}]}
package struct BalanceOrder: Body, Equatable, Sendable {
    package static let fields = ["balances", "during_shutdown"]
    package static var bodies: [String: any Body.Type] { ["balances": BalanceClaim.self] }

    /// Absent for a list of QuickBooks' balances alone.
    package var balances: [BalanceClaim]?
    package var duringShutdown: Bool?

    package init(balances: [BalanceClaim]? = nil, duringShutdown: Bool? = nil) {
        self.balances = balances
        self.duringShutdown = duringShutdown
    }
}

/// What the caller's books say of one customer.
package struct BalanceClaim: Body, Equatable, Sendable {
    package static let fields = ["customer", "balance"]

    /// ListID or full name.
    package var customer: String
    /// A decimal, as text.
    package var balance: String

    package init(customer: String, balance: String) {
        self.customer = customer
        self.balance = balance
    }
}

/// The answer to whatever asks for a task: its number, and when it starts.
package struct TaskReceipt: Codable, Equatable, Sendable {
    package var task: Int64
    /// Whether the next check-in starts it.
    package var starts: Bool
    package var sentence: String
    package var nextCheckIn: Date?

    package init(task: Int64, starts: Bool, sentence: String, nextCheckIn: Date?) {
        self.task = task
        self.starts = starts
        self.sentence = sentence
        self.nextCheckIn = nextCheckIn
    }
}

/// What somebody asked for beside the ordinary sync, and how far it is.
package struct TaskEntry: Codable, Equatable, Sendable {
    package var number: Int64
    /// verify, coverage, import, balance-report, report
    package var kind: String
    /// What exactly.
    package var title: String
    /// queued, running, stopped, done, failed
    package var state: String
    /// How it stands, or what it came to.
    package var sentence: String
    /// 0 to 100.
    package var percent: Int
    /// Parts that are done, and all; absent before a sync has taken it up.
    package var done: Int?
    package var steps: Int?
    /// Records that were read for it.
    package var received: Int
    /// Records that a comparison found to differ; of a balance report the balances that do not agree.
    package var differences: Int
    package var askedAt: Date
    package var askedBy: String
    package var startedAt: Date?
    package var endedAt: Date?

    package init(
        number: Int64, kind: String, title: String, state: String, sentence: String, percent: Int,
        done: Int?, steps: Int?, received: Int, differences: Int, askedAt: Date, askedBy: String,
        startedAt: Date?, endedAt: Date?
    ) {
        self.number = number
        self.kind = kind
        self.title = title
        self.state = state
        self.sentence = sentence
        self.percent = percent
        self.done = done
        self.steps = steps
        self.received = received
        self.differences = differences
        self.askedAt = askedAt
        self.askedBy = askedBy
        self.startedAt = startedAt
        self.endedAt = endedAt
    }
}

/// `GET …/tasks/{task}`.
package struct TaskDetail: Codable, Equatable, Sendable {
    package var task: TaskEntry
    /// Of a balance report that is done.
    package var balances: [BalanceLine]?
    /// Of a report that is done.
    package var report: ReportTable?

    package init(task: TaskEntry, balances: [BalanceLine]? = nil, report: ReportTable? = nil) {
        self.task = task
        self.balances = balances
        self.report = report
    }
}

/// One customer of a balance report: both sides, and the difference.
package struct BalanceLine: Codable, Equatable, Sendable {
    package var id: String?
    package var customer: String
    package var isActive: Bool?
    /// Decimals, as texts.
    package var quickBooks: String?
    /// With the jobs below it.
    package var quickBooksTotal: String?
    package var supplied: String?
    /// Supplied less QuickBooks.
    package var difference: String?
    /// agrees, differs, not in QuickBooks, not supplied
    package var verdict: String

    package init(
        id: String?, customer: String, isActive: Bool?, quickBooks: String?, quickBooksTotal: String?,
        supplied: String?, difference: String?, verdict: String
    ) {
        self.id = id
        self.customer = customer
        self.isActive = isActive
        self.quickBooks = quickBooks
        self.quickBooksTotal = quickBooksTotal
        self.supplied = supplied
        self.difference = difference
        self.verdict = verdict
    }
}

/// `GET …/tasks/{task}/differences`: what a comparison found, before it was repaired.
package struct DifferencePage: Codable, Equatable, Sendable {
    package var differences: [DifferenceEntry]
    /// Of all pages.
    package var count: Int
    /// The cursor of the next page; absent at the end.
    package var next: String?

    package init(differences: [DifferenceEntry], count: Int, next: String?) {
        self.differences = differences
        self.count = count
        self.next = next
    }
}

package struct DifferenceEntry: Codable, Equatable, Sendable {
    package var kind: String
    package var id: String
    package var name: String?
    /// missing here, gone there, different; deleted since, which is no difference
    package var finding: String
    /// EditSequence in the mirror and in QuickBooks.
    package var editHere: String?
    package var editThere: String?

    package init(
        kind: String, id: String, name: String?, finding: String, editHere: String?, editThere: String?
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.finding = finding
        self.editHere = editHere
        self.editThere = editThere
    }
}
