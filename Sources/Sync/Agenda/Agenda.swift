/// What one sync does, in which order, and how far it has come (SA-23: lists before transactions).
package struct Agenda: Equatable, Sendable {
    package var steps: [Step]

    package init(steps: [Step]) {
        self.steps = steps
    }

    /// The step to work on: the running one, else requests, else the first that waits.
    package var currentIndex: Int? {
        steps.firstIndex { $0.state == .running }
            ?? steps.firstIndex { $0.state == .waiting && $0.purpose == .writes }
            ?? steps.firstIndex { $0.state == .waiting }
    }

    package var remaining: [Step] { steps.filter { $0.state == .waiting || $0.state == .running } }

    /// 0...99 from real counts: a step weighs as much as it has records, as far as anybody knows, and a
    /// little for the question itself.
    package var percent: Int {
        let whole = steps.reduce(0) { $0 + $1.weight }
        guard whole > 0 else { return 99 }
        let done = steps.reduce(0) { $0 + $1.weight * $1.share / Step.fullShare }
        return min(99, done * 99 / whole)
    }
}
