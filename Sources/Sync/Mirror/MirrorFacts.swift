/// What the mirror holds, as far as the step that is at work needs it.
package struct MirrorFacts: Equatable, Sendable {
    /// Records that are not deleted, by category: for reconciliation, and before anything is called gone.
    package var stored: [String: Int]
    /// IDs that are still to be asked for, in a fixed order; a hundred at most.
    package var wanted: [String]
    /// What each category answered to the last probe.
    package var coverage: [String: Coverage]
    package var settings: [String: CategorySetting]
    /// The task of the step, if it has one.
    package var task: MirrorTask?

    package init(
        stored: [String: Int] = [:], wanted: [String] = [], coverage: [String: Coverage] = [:],
        settings: [String: CategorySetting] = [:], task: MirrorTask? = nil
    ) {
        self.stored = stored
        self.wanted = wanted
        self.coverage = coverage
        self.settings = settings
        self.task = task
    }

    /// IDs in one question.
    package static let wantedAtOnce = 100
}
