import API
import ArgumentParser

/// Requests that were not taken, with their places in the file and with what of it is queued already.
struct RequestRefusal {
    private var problem: Problem
    private let file: String
    /// How many requests of the file went before.
    private let queued: Int
    /// Of the file, where the refused piece begins.
    private let line: Int?

    /// What was found before anything went out; its places are those of the file.
    init(_ problem: Problem, file: String) {
        (self.problem, self.file, queued, line) = (problem, file, 0, nil)
    }

    /// What the daemon says of a piece of the file.
    init(_ problem: Problem, of batch: RequestSource.Batch, _ file: String, queued: Int) {
        self.file = file
        self.queued = queued
        line = batch.lines.first
        self.problem = problem
        let findings = (problem.report?.findings ?? []).map { batch.placed($0, behind: queued) }
        self.problem.report?.findings = findings
        guard queued > 0 else { return }
        let count = findings.count { $0.severity == "error" }
        let least = problem.report?.isCutOff == true ? "at least " : ""
        self.problem.detail =
            "\(Self.before(batch, queued)) From there on nothing was queued: \(least)"
            + "\(Quantity.count(count, "error")). \(Self.way)"
    }

    private static func before(_ batch: RequestSource.Batch, _ queued: Int) -> String {
        let verb = queued == 1 ? "is" : "are"
        let place = batch.lines.first.map { ", all before line \($0)," } ?? ""
        return "\(Quantity.count(queued, "request"))\(place) \(verb) in the queue already."
    }

    private static let way =
        "With --key the same command queues only what is left; without, leave out the lines before."

    /// What else may happen to a piece behind others: the daemon goes away, or takes no more.
    static func interruption(_ failure: Failure, at batch: RequestSource.Batch, queued: Int) -> Failure {
        let before = before(batch, queued)
        switch failure {
        case .refused(var problem):
            problem.detail = "\(before) \(problem.detail)"
            return .refused(problem)
        case .unreachable(let place, let why, let nextStep):
            return .unreachable(
                place: place, why: why,
                nextStep: "\(before) Of the piece from there on it is not known. \(way) \(nextStep)")
        case .notUnderstood(let place, let why):
            return .notUnderstood(place: place, why: "\(why). \(before.dropLast())")
        case .notNow(let sentence): return .notNow("\(before) \(sentence)")
        case .here(let sentence): return .here("\(before) \(sentence)")
        }
    }

    /// Shows it as `check` does.
    func tell(_ session: Session) throws -> Never {
        if session.isJSON {
            try session.terminal.note(json: Words(problem: problem, queued: queued, line: line))
        } else {
            session.terminal.note(
                RequestText.lines(
                    problem.report?.findings ?? [], title: InputFile.title(of: file),
                    width: session.terminal.width))
            session.terminal.note(Line("qbsyncctl: ", .red) + Line(problem.detail))
        }
        throw ExitCode(Outcome.wrongRequests)
    }

    /// For `--json`: the problem, and beside its members how far the file is queued.
    private struct Words: Encodable {
        var problem: Problem
        var queued: Int
        var line: Int?

        enum CodingKeys: String, CodingKey { case queued, line }

        func encode(to encoder: any Encoder) throws {
            try problem.encode(to: encoder)
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(queued, forKey: .queued)
            try members.encodeIfPresent(line, forKey: .line)
        }
    }
}
