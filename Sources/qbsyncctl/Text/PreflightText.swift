import API

/// A check of the public address for a person.
struct PreflightText: Sendable {
    var check: PreflightCheck

    func lines(width: Int?) -> [Line] {
        let head =
            Line("  ") + Line(check.outcome, color).padded(to: 9)
            + Line(check.step, .bold).padded(to: 12)
        let code = check.code.flatMap { check.outcome == "ok" ? nil : " (\($0))" } ?? ""
        let margin = Line(String(repeating: " ", count: Self.left))
        let text = Line(check.sentence + code)
        let folded = width.map { text.wrapped(to: max(20, $0 - Self.left)) } ?? [text]
        var sheet = Sheet()
        sheet.add("Why", check.cause)
        sheet.add("What to do", check.fix)
        sheet.add("Whose move", check.mover)
        return [head + (folded.first ?? Line())] + folded.dropFirst().map { margin + $0 }
            + sheet.lines(width: width, indent: Self.left)
    }

    private static let left = 23

    static func verdict(_ report: PreflightReport) -> Line {
        let failures = report.checks.filter { $0.outcome == "failure" }.count
        let warnings = report.checks.filter { $0.outcome == "warning" }.count
        let rest = warnings == 0 ? "" : ", \(Quantity.count(warnings, "warning"))"
        guard failures > 0 || report.checks.isEmpty else {
            return Line("A Web Connector gets through, seen from this machine\(rest).", .green)
        }
        return Line(
            "A Web Connector does not get through: \(Quantity.count(failures, "failure"))\(rest).", .red)
    }

    private var color: Color? {
        switch check.outcome {
        case "ok": .green
        case "warning": .amber
        case "failure": .red
        default: nil
        }
    }
}
