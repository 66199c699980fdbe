import QBXML

/// One thing that a sync does: mostly reading what has changed of one category.
package struct Step: Equatable, Sendable {
    package enum State: String, Sendable {
        case waiting, running, done, failed, skipped
    }

    /// What a step is for.
    package enum Purpose: String, CaseIterable, Sendable {
        /// Sends what is queued, after whatever is in doubt is cleared up.
        case writes
        /// Reads what was modified since the watermark, or everything.
        case read
        /// Asks one record of each category: what may be read at all?
        case coverage
        /// Asks before a first sync how much there is, so that its end can be estimated.
        case forecast
        /// Reads all IDs with their EditSequence, to find out what is missing, gone or different.
        case compare
        /// Asks for the records that a comparison found wanting.
        case fetch
        /// Refreshes what changes without a new EditSequence: balances.
        case balances
        /// Asks what was deleted.
        case deletions
        /// Compares QuickBooks' own counts with ours: only then a category is complete.
        case counts
        /// Reads the transactions of a range of dates.
        case dated = "import"
        /// One of QuickBooks' reports.
        case report

        /// Whether the step asks about several categories in one document.
        var isCollective: Bool {
            switch self {
            case .coverage, .forecast, .deletions, .counts: true
            case .writes, .read, .compare, .fetch, .balances, .dated, .report: false
            }
        }
    }

    /// What a step that sends requests is called in place of a category.
    package static let requests = "requests"

    package var purpose: Purpose
    /// The category, or the purpose's own name for a step that is about several.
    package var category: String
    /// The categories of a step that is about several.
    package var members: [String]
    package var state: State
    /// Records modified at or after this wall time are asked for; nil reads all.
    package var since: String?
    /// The days of an import, both included.
    package var from: String?
    package var to: String?
    /// The watermark at the start of the sync: it never falls, even when a page brings only older records.
    package var previousHighWater: String?
    /// The latest `TimeModified` seen so far, as wall time: the watermark once the last page is stored.
    package var highWater: String?
    package var iteratorID: String?
    /// Records of the next page; nil until the first one is asked for.
    package var pageSize: Int?
    package var received: Int
    /// What QuickBooks says is left; before the first page what it counted, if anybody asked.
    package var remaining: Int?
    /// Records of this step that could not be stored.
    package var faults: Int
    /// How often the iterator was lost and the category started again within this conversation.
    package var restarts: Int
    /// It starts again what broke off before, in this conversation or an earlier one.
    package var isResumed: Bool
    /// What somebody asked for beside the ordinary sync; see `MirrorTask`.
    package var task: Int64?
    /// Why the step failed, or what it wants a person to know.
    package var trouble: StepTrouble?

    package init(
        _ purpose: Purpose = .read, category: String, members: [String] = [], state: State = .waiting,
        since: String? = nil, from: String? = nil, to: String? = nil, previousHighWater: String? = nil,
        highWater: String? = nil, iteratorID: String? = nil, pageSize: Int? = nil, received: Int = 0,
        remaining: Int? = nil, faults: Int = 0, restarts: Int = 0, isResumed: Bool = false,
        task: Int64? = nil, trouble: StepTrouble? = nil
    ) {
        self.purpose = purpose
        self.category = category
        self.members = members
        self.state = state
        self.since = since
        self.from = from
        self.to = to
        self.previousHighWater = previousHighWater
        self.highWater = highWater
        self.iteratorID = iteratorID
        self.pageSize = pageSize
        self.received = received
        self.remaining = remaining
        self.faults = faults
        self.restarts = restarts
        self.isResumed = isResumed
        self.task = task
        self.trouble = trouble
    }

    /// A step about several categories, under its purpose's name.
    package init(_ purpose: Purpose, of members: [String], task: Int64? = nil) {
        self.init(purpose, category: purpose.rawValue, members: members, task: task)
    }

    package static let fullShare = 1000

    /// How much of the step is done, in thousandths.
    package var share: Int {
        switch state {
        case .waiting: 0
        case .done, .failed, .skipped: Self.fullShare
        case .running:
            remaining.map { left in Self.fullShare * received / max(1, received + left) } ?? 0
        }
    }

    /// What the step counts for among the others: its records, and what every question costs.
    var weight: Int { 20 + received + (state == .skipped ? 0 : remaining ?? 0) }

    /// What people call the step: the category, with what is done to it unless it is read.
    package var title: String {
        let title = Category.named(category)?.title ?? category
        switch purpose {
        case .read: return title
        case .writes: return "Requests"
        case .coverage: return "Coverage"
        case .forecast, .counts: return "Counts"
        case .deletions: return "Deletions"
        case .compare: return "Comparison of \(title.lowercased())"
        case .fetch: return "Missing \(title.lowercased())"
        case .balances: return "Balances of \(title.lowercased())"
        case .dated: return "Import of \(title.lowercased())"
        case .report: return "Report"
        }
    }
}

/// What went wrong with a whole category; individual records have their own messages.
package struct StepTrouble: Equatable, Sendable {
    /// `configuration` wants a person's permission or set-up and colours the dot amber; `error` colours it
    /// orange.
    package enum Weight: String, Sendable {
        case configuration, error
    }
    package var weight: Weight
    package var sentence: String

    package init(weight: Weight, sentence: String) {
        self.weight = weight
        self.sentence = sentence
    }
}
