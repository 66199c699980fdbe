package import QBXML

/// What one sync reads, in which order, and how far it has come (SA-23: lists before transactions).
package struct Agenda: Equatable, Sendable {
    package var steps: [Step]

    package init(steps: [Step]) {
        self.steps = steps
    }

    /// A fresh agenda over all categories, each from its watermark.
    package init(categories: [Category], watermarks: [String: Watermark], reach: (String) -> String) {
        steps = categories.map { category in
            let highWater = watermarks[category.name]?.highWater
            let since = category.modified == .none ? nil : highWater.map(reach)
            return Step(category: category.name, since: since, previousHighWater: highWater)
        }
    }

    /// The step to work on: the running one, else the first that waits.
    package var currentIndex: Int? {
        steps.firstIndex { $0.state == .running } ?? steps.firstIndex { $0.state == .waiting }
    }

    package var remaining: [Step] { steps.filter { $0.state == .waiting || $0.state == .running } }

    /// 0...99 from real remaining counts: every category has an equal share, the current one counts by its
    /// records.
    package var percent: Int {
        guard !steps.isEmpty else { return 99 }
        let shares = steps.reduce(0) { $0 + $1.share }
        return min(99, shares * 99 / (steps.count * Step.fullShare))
    }
}

/// One category within a sync.
package struct Step: Equatable, Sendable {
    package enum State: String, Sendable {
        case waiting, running, done, failed, skipped
    }

    package var category: String
    package var state: State
    /// Records modified at or after this wall time are asked for; nil reads all.
    package var since: String?
    /// The watermark at the start of the sync: it never falls, even when a page brings only older records.
    package var previousHighWater: String?
    /// The latest `TimeModified` seen so far, as wall time: the watermark once the last page is stored.
    package var highWater: String?
    package var iteratorID: String?
    package var received: Int
    package var remaining: Int?
    /// Records of this step that could not be stored.
    package var faults: Int
    /// How often the iterator was lost and the category started again within this conversation.
    package var restarts: Int
    /// Why the step failed, or what it wants a person to know.
    package var trouble: StepTrouble?

    package init(
        category: String, state: State = .waiting, since: String? = nil, previousHighWater: String? = nil,
        highWater: String? = nil,
        iteratorID: String? = nil, received: Int = 0, remaining: Int? = nil, faults: Int = 0,
        restarts: Int = 0,
        trouble: StepTrouble? = nil
    ) {
        self.category = category
        self.state = state
        self.since = since
        self.previousHighWater = previousHighWater
        self.highWater = highWater
        self.iteratorID = iteratorID
        self.received = received
        self.remaining = remaining
        self.faults = faults
        self.restarts = restarts
        self.trouble = trouble
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

/// Up to when a category of the mirror is complete.
package struct Watermark: Equatable, Sendable {
    /// The greatest `TimeModified` of the category, as QuickBooks' wall time without its (faulty) offset.
    package var highWater: String?

    package init(highWater: String?) {
        self.highWater = highWater
    }
}
