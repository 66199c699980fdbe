import API

/// Why a command came to nothing. Each kind has its exit code, its sentence and, if there is one, the next
/// step.
enum Failure: Error, Equatable {
    /// Nobody answers at the socket or the address.
    case unreachable(place: String, why: String, nextStep: String)
    /// Somebody answers, but not as the daemon would.
    case notUnderstood(place: String, why: String)
    /// The daemon refused, and said why.
    case refused(Problem)
    /// The daemon knows no such connector, user or response; with the names that it does know.
    case noSuch(Problem, suggestion: String?)
    /// The sync has not begun, or did not end in time.
    case notNow(String)
    /// Something on this side: a file that cannot be written, an answer that was not given.
    case here(String)

    var exitCode: Int32 {
        switch self {
        case .unreachable, .notUnderstood: Outcome.unreachable
        case .refused, .here: Outcome.failed
        case .noSuch: Outcome.noSuchName
        case .notNow: Outcome.notNow
        }
    }

    var lines: [Line] {
        switch self {
        case .unreachable(let place, let why, let nextStep):
            return [Self.error("qbsyncd does not answer at \(place): \(why)."), Line(nextStep)]
        case .notUnderstood(let place, let why):
            return [Self.error("What answers at \(place) does not speak as qbsyncd does: \(why).")]
        case .refused(let problem):
            return Self.lines(problem)
        case .noSuch(let problem, let suggestion):
            return Self.lines(problem) + (suggestion.map { [Line($0)] } ?? [])
        case .notNow(let sentence), .here(let sentence):
            return [Self.error(sentence)]
        }
    }

    /// The failure in the form of RFC 9457, for `--json`: the daemon's own, or one in its manner.
    var problem: Problem {
        switch self {
        case .refused(let problem):
            return problem
        case .noSuch(var problem, let suggestion):
            problem.detail += suggestion.map { " \($0)" } ?? ""
            return problem
        case .unreachable: return told("unreachable", "Daemon not reachable", status: 503)
        case .notUnderstood: return told("not-understood", "Answer not understood", status: 502)
        case .notNow: return told("not-now", "Not now", status: 409)
        case .here: return told("failed", "Failed", status: 400)
        }
    }

    private func told(_ name: String, _ title: String, status: Int) -> Problem {
        let detail = lines.map(\.text).joined(separator: " ").dropFirst(Self.prefix.count)
        return Problem(
            type: "urn:qbsyncd:problem:\(name)", title: title, status: status, detail: String(detail))
    }

    private static let prefix = "qbsyncctl: "

    private static func error(_ text: String) -> Line { Line(prefix, .red) + Line(text) }

    private static func lines(_ problem: Problem) -> [Line] {
        let text = problem.detail.isEmpty ? problem.title : problem.detail
        var lines = [error(text)]
        for finding in problem.findings ?? [] {
            lines.append(Line("  \(finding.field): ", .bold) + Line(finding.problem))
        }
        if let reference = problem.reference {
            lines.append(Line("  The cause is in the journal: journalctl -u qbsyncd --grep \(reference)"))
        }
        return lines
    }
}
