/// A Windows-side log in plain words.
struct LogReportText: Sendable {
    var report: LogReport
    var clock: LocalClock
    /// Updates without trouble are only counted.
    var isWhole: Bool

    func lines(width: Int?) -> [Line] {
        guard !report.isEmpty else {
            return [
                Line(
                    "\(report.file): there is no update of the Web Connector in it, and nothing that "
                        + "QuickBooks refused.")
            ]
        }
        let shown = report.updates.filter { isWhole || $0.isTrouble }
        var lines = [Line("\(report.file) (\(report.kind))", .bold)]
        lines +=
            shown.flatMap { block($0, width: width) } + report.refusals.flatMap { block($0, width: width) }
        let calm = report.updates.count - shown.count
        if calm > 0 {
            lines.append(Line("\(Quantity.count(calm, "update")) without trouble: --all shows them.", .grey))
        }
        return lines
    }

    private func block(_ update: LogReport.Update, width: Int?) -> [Line] {
        let time = update.startedAt.map { clock.long($0) } ?? "line \(update.line)"
        let head = [update.application, update.user.map { "as \($0)" }].compactMap { $0 }.joined(
            separator: " ")
        var sheet = Sheet()
        for sentence in update.sentences { sheet.add("What", sentence) }
        sheet.add("Web Connector", update.clientVersion)
        sheet.add(
            "Here",
            update.conversation.map {
                "conversation \($0.number) of \($0.connector), by \($0.by): \($0.sentence)"
            })
        return [Line(time, update.isTrouble ? .red : .green) + Line(" \(head)")]
            + sheet.lines(width: width, indent: 2)
    }

    private func block(_ refusal: LogReport.Refusal, width: Int?) -> [Line] {
        let time = refusal.at.map { clock.long($0) + " by that computer's clock" } ?? "line \(refusal.line)"
        var sheet = Sheet()
        sheet.add("What", refusal.sentence)
        return [Line(time, .red) + Line(refusal.application.map { " \($0)" } ?? "")]
            + sheet.lines(width: width, indent: 2)
    }
}
