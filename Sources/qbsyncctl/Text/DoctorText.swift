import API

/// What the doctor found: one line for each check, then the conditions.
struct DoctorText: Sendable {
    var report: DoctorReport
    var clock: LocalClock

    func lines(width: Int?) -> [Line] {
        var table = Table([.init("CHECK"), .init("STATE"), .init("FOUND", narrowing: .wrap)])
        table.rows = report.checks.map { check in
            [
                Line(check.name, .bold), Line(check.state, Self.color(check.state)),
                Line(check.sentence + (check.fix.map { " \($0)" } ?? "")),
            ]
        }
        return table.lines(width: width) + conditions(width: width) + [Line(), verdict]
    }

    private func conditions(width: Int?) -> [Line] {
        guard !report.conditions.isEmpty else { return [] }
        let texts = report.conditions.enumerated().flatMap { index, condition in
            let place = condition.connector.map { "\($0): " } ?? ""
            var named = condition
            named.title = place + condition.title
            return ConditionText(condition: named, clock: clock).lines(width: width, number: index + 1)
        }
        return [Line(), Line("Conditions, the gravest first:", .bold)] + texts
    }

    private var verdict: Line {
        if report.isWell { return Line("Nothing wants a person.", .green) }
        let checks = report.checks.filter { $0.state != "ok" }.count
        let troubles = report.conditions.filter(\.isTrouble).count
        return Line("\(Quantity.count(checks + troubles, "thing")) to look at.", .red)
    }

    private static func color(_ state: String) -> Color? {
        switch state {
        case "ok": .green
        case "warning": .amber
        case "error": .red
        default: nil
        }
    }
}
