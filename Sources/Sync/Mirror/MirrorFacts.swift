/// What the mirror holds, as far as the step that is at work needs it. What belongs to tasks is there for all
/// steps to come, because one call may pass over several.
package struct MirrorFacts: Equatable, Sendable {
    /// Records that are not deleted, by category: for reconciliation, and before anything is called gone.
    package var stored: [String: Int]
    /// What is known of each category's completeness, for the reconciliation.
    package var marks: [String: Watermark]
    /// IDs that are still to be asked for, in a fixed order; a hundred at most.
    package var wanted: [String]
    /// What each category answered to the last probe.
    package var coverage: [String: Coverage]
    package var settings: [String: CategorySetting]
    /// The requests for the reports that are still to be asked for, by their tasks.
    package var reports: [Int64: [UInt8]]
    /// Tasks of this sync that somebody stopped: their steps end at the next boundary of a page.
    package var stopped: Set<Int64>

    package init(
        stored: [String: Int] = [:], marks: [String: Watermark] = [:], wanted: [String] = [],
        coverage: [String: Coverage] = [:],
        settings: [String: CategorySetting] = [:], reports: [Int64: [UInt8]] = [:],
        stopped: Set<Int64> = []
    ) {
        self.stored = stored
        self.marks = marks
        self.wanted = wanted
        self.coverage = coverage
        self.settings = settings
        self.reports = reports
        self.stopped = stopped
    }

    /// IDs in one question.
    package static let wantedAtOnce = 100
}
