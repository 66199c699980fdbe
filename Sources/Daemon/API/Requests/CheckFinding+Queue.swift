import API
import QBXML
import Store
import Sync

/// What the queue finds in requests, beside the check.
extension CheckFinding {
    /// What is wrong with the place that a value is to come from.
    static let sourceRule = "source"
    /// What is to be known of a request that is waited for.
    static let afterRule = "after"

    /// It was named under `after`, and will not succeed by itself.
    init(hinderedBy parent: RequestRow) {
        self.init(
            rule: Self.afterRule, severity: "warning", pointer: "", line: nil, request: nil,
            problem: parent.warning(of: "What is queued here"), expected: nil, nearest: [], catalog: nil)
    }

    /// The same of one that is to give a value.
    init(_ taking: Checked.Taking, hinderedBy parent: RequestRow) {
        self.init(taking, parent.warning(of: "It"), expected: nil)
        severity = "warning"
    }

    init(misplaced taking: Checked.Taking) {
        self.init(
            taking, taking.problem(at: taking.request), expected: taking.expected(at: taking.request))
    }

    init(unknown taking: Checked.Taking) {
        self.init(
            taking, "\"$from\" names \(taking.source.name), and this connector has no such request.",
            expected: "the ID of one of its requests: qbsyncctl request list")
    }

    private init(_ taking: Checked.Taking, _ problem: String, expected: String?) {
        self.init(
            rule: Self.sourceRule, severity: "error", pointer: taking.pointer, line: taking.line,
            request: taking.request, problem: problem, expected: expected, nearest: [], catalog: nil)
    }
}

extension OrderRefusal {
    /// Requests that are not taken, with all that is wrong with them.
    static func unfit(_ report: CheckReport, errors: Int) -> OrderRefusal {
        let count = report.requests.count
        guard count > 0 else {
            return .unfitRequests("Nothing was queued: there is no request that could be read.", report)
        }
        let told = "\(errors) error\(errors == 1 ? "" : "s")"
        let place = "\(count) request\(count == 1 ? "" : "s")"
        return .unfitRequests("Nothing was queued: \(told) in \(place).", report)
    }
}
