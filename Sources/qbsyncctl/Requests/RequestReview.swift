import API
import QBXML

/// What is wrong in a file of requests, looked for before any of them goes out: of a file in pieces, those
/// before a broken line would be in the queue by the time that the line is refused.
struct RequestReview {
    /// More help nobody. All are counted.
    private static let told = 200

    private let isLines: Bool
    private var findings: [CheckFinding] = []
    private var errorCount = 0
    private var requests: [String] = []
    /// Also those that nobody knows.
    private var requestCount = 0
    private var needed = Version(major: 1, minor: 0)
    private var lineCount = 0
    private var isEmpty = true
    /// In another encoding, of which each line would be an error of its own.
    private var isForeign = false

    init(isLines: Bool) { self.isLines = isLines }

    mutating func look(at batch: RequestSource.Batch) {
        isEmpty = false
        guard !isForeign else { return }
        lineCount += batch.lines.count
        do throws(DraftError) {
            let draft = try Draft(reading: batch.body)
            // What goes out in one call is checked by the daemon, which knows the QuickBooks that it is for.
            if isLines { check(draft, batch) }
        } catch {
            isLines ? look(atLinesOf: batch, error) : add(CheckFinding(error))
        }
    }

    private mutating func check(_ draft: Draft, _ batch: RequestSource.Batch) {
        let options = CheckOptions(limit: max(0, Self.told - findings.count))
        let checked = Checker.check(draft, options: options)
        errorCount += checked.errorCount
        findings += checked.errors.map { batch.placed(CheckFinding($0), behind: requestCount) }
        checkSources(checked, batch)
        requestCount += draft.requests.count
        // As many as the refusal of one piece names: of a large file all would be megabytes.
        requests += checked.requests.prefix(max(0, RequestSource.batch - requests.count)).map(\.message.title)
        needed = max(needed, checked.neededVersion)
    }

    /// `#n` counts over the whole file, of which the daemon only sees pieces.
    private mutating func checkSources(_ checked: Checked, _ batch: RequestSource.Batch) {
        let room = max(0, Self.told - findings.count)
        let (count, told) = checked.misplacedTakings(behind: requestCount, limit: room)
        errorCount += count
        findings += told.map { taking in
            let number = requestCount + taking.request
            let finding = CheckFinding(
                rule: Self.sourceRule, severity: Finding.Severity.error.rawValue, pointer: taking.pointer,
                line: taking.line, request: taking.request, problem: taking.problem(at: number),
                expected: taking.expected(at: number), nearest: [], catalog: nil)
            return batch.placed(finding, behind: requestCount)
        }
    }

    /// As the daemon calls it.
    private static let sourceRule = "source"

    /// A brace that one line lacks is missed in the next one, so each is read by itself.
    private mutating func look(atLinesOf batch: RequestSource.Batch, _ error: DraftError) {
        let before = errorCount
        for (line, text) in zip(batch.lines, batch.texts) {
            guard let error = Self.error(in: Array(text)) else { continue }
            var finding = CheckFinding(error.moved(by: line - 1))
            finding.line = line
            add(finding)
            isForeign = error == .utf16
            if isForeign { return }
        }
        if errorCount == before { add(batch.placed(CheckFinding(error), behind: requestCount)) }
    }

    private static func error(in line: [UInt8]) -> DraftError? {
        if line.first(where: { !" \t\r".utf8.contains($0) }) == UInt8(ascii: "<") {
            return .notRequests(
                reason: "A request on a line is JSON; qbXML goes in a file of its own", line: 1)
        }
        do throws(DraftError) { _ = try Draft(reading: line) } catch { return error }
        return nil
    }

    private mutating func add(_ finding: CheckFinding) {
        errorCount += 1
        if findings.count < Self.told { findings.append(finding) }
    }

    /// The refusal as the daemon words it; nil if the requests may go out.
    var problem: Problem? {
        var review = self
        if isEmpty { review.add(CheckFinding(DraftError.empty)) }
        return review.errorCount == 0 ? nil : review.refusal
    }

    private var refusal: Problem {
        let place = isLines && !isEmpty ? " in \(Quantity.count(lineCount, "line"))" : ""
        return Problem(
            title: "Not Accepted", status: 422,
            detail: "Nothing was queued: \(Quantity.count(errorCount, "error"))\(place).",
            findings: findings.map {
                .init(field: $0.pointer.isEmpty ? "body" : $0.pointer, problem: $0.problem)
            },
            report: CheckReport(
                acceptable: false, requests: requests,
                needsQbxml: needed.description,
                isCutOff: errorCount > findings.count, findings: findings))
    }
}
