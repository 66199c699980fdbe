import API

/// Why a command came to nothing. Each kind has its exit code, its sentence and, if there is one, the next
/// step.
enum Failure: Error, Equatable {
    /// Nobody answers at the socket or the address.
    case unreachable(place: String, why: String, nextStep: String)
    /// Somebody answers, but not as the daemon would.
    case notUnderstood(place: String, why: String)
    /// The daemon refused, and said why; for a name that it does not know also which was probably meant.
    case refused(Problem)
    /// The sync has not begun, or did not end in time.
    case notNow(String)
    /// Something on this side: a file that cannot be written, an answer that was not given.
    case here(String)

    var exitCode: Int32 {
        switch self {
        case .unreachable, .notUnderstood: Outcome.unreachable
        case .refused(let problem): Self.isOfNames(problem) ? Outcome.noSuchName : Outcome.failed
        case .here: Outcome.failed
        case .notNow: Outcome.notNow
        }
    }

    /// A name that is not there, told here as the daemon tells it.
    ///
    /// - Parameter list: the command that lists the names there are.
    static func noSuchName(_ sentence: String, _ nearest: [String], list: String) -> Failure {
        let hint = nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: ", or "))?"
        return .refused(
            Problem(title: "Not Found", status: 404, detail: "\(sentence)\(hint) The list: \(list)"))
    }

    /// Of fields the daemon only refuses elements that records do not have.
    private static func isOfNames(_ problem: Problem) -> Bool {
        let findings = problem.findings ?? []
        let areFields = findings.allSatisfy { ["fields", "--fields"].contains($0.field) }
        return problem.status == 404 || !findings.isEmpty && areFields
    }

    var lines: [Line] {
        switch self {
        case .unreachable(let place, let why, let nextStep):
            return [Self.error("qbsyncd does not answer at \(place): \(why)."), Line(nextStep)]
        case .notUnderstood(let place, let why):
            return [Self.error("What answers at \(place) does not speak as qbsyncd does: \(why).")]
        case .refused(let problem):
            return Self.lines(problem)
        case .notNow(let sentence), .here(let sentence):
            return [Self.error(sentence)]
        }
    }

    /// The failure in the form of RFC 9457, for `--json`: the daemon's own, or one in its manner.
    var problem: Problem {
        switch self {
        case .refused(let problem): return problem
        case .unreachable: return told("unreachable", "Daemon not reachable", status: 503)
        case .notUnderstood: return told("not-understood", "Answer not understood", status: 502)
        case .notNow: return told("not-now", "Not now", status: 409)
        case .here: return told("failed", "Failed", status: 400)
        }
    }

    /// With the options that a person typed in place of the fields that the API knows.
    ///
    /// - Parameter option: nil for a field that no option sets.
    func naming(_ option: (String) -> String?) -> Failure {
        guard case .refused(var problem) = self else { return self }
        problem.findings = problem.findings?.map { finding in
            .init(field: option(finding.field) ?? finding.field, problem: finding.problem)
        }
        return .refused(problem)
    }

    private func told(_ name: String, _ title: String, status: Int) -> Problem {
        let detail = lines.map(\.text).joined(separator: " ").dropFirst(Self.prefix.count)
        return Problem(
            type: "urn:qbsyncd:problem:\(name)", title: title, status: status, detail: String(detail))
    }

    /// What happened, and the next step if there is one.
    var sentences: [String] {
        lines.enumerated().map { $0 == 0 ? String($1.text.dropFirst(Self.prefix.count)) : $1.text }
    }

    private static let prefix = "qbsyncctl: "

    private static func error(_ text: String) -> Line { Line(prefix, .red) + Line(text) }

    private static func lines(_ problem: Problem) -> [Line] {
        let findings = problem.findings ?? []
        // A detail that only repeats the findings gives way to them: a list reads better than a paragraph.
        let isRepeated = !findings.isEmpty && findings.allSatisfy { problem.detail.contains($0.problem) }
        var lines = [error(isRepeated || problem.detail.isEmpty ? problem.title : problem.detail)]
        lines += findings.map { Line("  \($0.field): ", .bold) + Line($0.problem) }
        if let reference = problem.reference, !problem.detail.contains(reference) {
            lines.append(Line("  The cause is in the journal: journalctl -u qbsyncd --grep \(reference)"))
        }
        return lines
    }
}
