import API
import FoundationEssentials

/// Requests as a person reads them.
struct RequestText: Sendable {
    var clock: LocalClock

    /// More of them are told by their number.
    private static let most = 20

    func lines(_ queued: QueuedRequests, width: Int?) -> [Line] {
        let count = Quantity.count(queued.requests.count, "request")
        let head =
            queued.repeated
            ? Line("This call came before: its \(count) stand as follows.")
            : Line("\(count) \(queued.requests.count == 1 ? "is" : "are") in the queue.")
        guard queued.requests.count <= Self.most else {
            let (first, last) = (queued.requests[0].id, queued.requests[queued.requests.count - 1].id)
            return [head, Line("From \(first) to \(last): qbsyncctl request list")]
        }
        let rows = queued.requests.map { [Line($0.id, .bold), Line($0.title), Self.state($0.state)] }
        return [head]
            + Table([.init("ID"), .init("REQUEST"), .init("STATE")], rows: rows).lines(width: width)
    }

    func lines(_ requests: [RequestEntry], width: Int?) -> [Line] {
        guard !requests.isEmpty else { return [Line("There are no such requests.")] }
        let columns: [Table.Column] = [
            .init("ID"), .init("QUEUED"), .init("STATE"), .init("WHAT", narrowing: .wrap),
            .init("HOW IT STANDS", narrowing: .wrap),
        ]
        let rows = requests.map { request in
            let what = [request.title, request.name ?? request.recordId, request.reference.map { "(\($0))" }]
            return [
                Line(request.id, .bold), Line(clock.short(request.queuedAt)), Self.state(request),
                Line(what.compactMap { $0 }.joined(separator: " ")), Line(request.sentence),
            ]
        }
        return Table(columns, rows: rows).lines(width: width)
    }

    /// - Parameters:
    ///   - records: those of the candidates that the mirror has, in their order.
    ///   - result: the record that came of it.
    func lines(_ account: RequestAccount, records: [String], result: String?, width: Int?) -> [Line] {
        var lines = sheet(account).lines(width: width)
        let candidates = account.candidates ?? []
        if !candidates.isEmpty {
            lines += compared(account, records: records, width: width)
        }
        if let check = account.check { lines += verdict(check, of: account.request, width: width) }
        if let result { lines += [Line(), Line("The record:", .bold)] + RecordText.indented(result) }
        return lines
    }

    private func compared(_ account: RequestAccount, records: [String], width: Int?) -> [Line] {
        let id = account.request.id
        let table = RequestComparison(account, records: records).lines(width: width)
        guard account.request.state == "outcome unknown" else {
            return [Line(), Line("What was sent, and what QuickBooks has:", .bold)] + table + [
                Line(), Line("  qbsyncctl request edit \(id) FILE     other content takes its place"),
                Line("  qbsyncctl request dismiss \(id)"),
            ]
        }
        return [Line(), Line("What was sent, and what may have come of it:", .bold)] + table + [
            Line(), Line("  qbsyncctl request link \(id) RECORD"),
            Line("  qbsyncctl request resend \(id)     if none of them is it"),
            Line("  qbsyncctl request drop \(id)"),
        ]
    }

    private func verdict(_ check: CheckReport, of request: RequestEntry, width: Int?) -> [Line] {
        guard !check.findings.isEmpty else {
            return [
                Line(),
                Line(
                    "The check finds nothing wrong with it (it needs qbXML \(check.needsQbxml)); the exact "
                        + "bytes: qbsyncctl request show \(request.id) --document"),
            ]
        }
        return [Line(), Line("What the check says of it:", .bold)]
            + Self.lines(check.findings, title: request.title, width: width)
    }

    private func sheet(_ account: RequestAccount) -> Sheet {
        let request = account.request
        var sheet = Sheet()
        sheet.add("Request", Line(request.id, .bold))
        sheet.add("Connector", request.connector)
        sheet.add("What", [request.title, request.name].compactMap { $0 }.joined(separator: " "))
        sheet.add("Record", request.recordId.map { "\(request.kind ?? "") \($0)" })
        sheet.add("State", Self.state(request))
        sheet.add("The books", request.outcome)
        sheet.add("How it stands", request.sentence)
        sheet.add("Whose move", request.mover)
        sheet.add("What to do", request.fix)
        if let code = request.statusCode {
            sheet.add("QuickBooks", "status \(code)\(request.statusMessage.map { ": \($0)" } ?? "")")
        }
        sheet.add("Answers", account.results.map { "\($0.count), in --json" })
        sheet.add("Queued", "\(clock.long(request.queuedAt)) by \(request.source)")
        sheet.add("Reference", request.reference)
        if request.priority != 0 { sheet.add("Priority", "\(request.priority)") }
        sheet.add("Not before", request.notBefore.map(clock.long))
        sheet.add("Expires", request.expiresAt.map(clock.long))
        sheet.add("Waits for", account.waitsFor.map { $0.map(\.id).joined(separator: ", ") })
        sheet.add("Sent", request.sentAt.map(clock.long))
        if request.attempts > 0 { sheet.add("Put off", Quantity.count(request.attempts, "time")) }
        sheet.add("Settled", request.settledAt.map(clock.long))
        sheet.add(
            "Dismissed", request.dismissedAt.map { "\(clock.long($0)) by \(request.dismissedBy ?? "")" })
        return sheet
    }

    /// What a dry run says.
    func lines(_ dry: DryRun, records: [String]) -> [Line] {
        var rest = records[...]
        var lines: [Line] = []
        for request in dry.requests {
            lines.append(Line("\(request.title): ", .bold) + Line(request.sentence))
            guard request.record != nil, let record = rest.popFirst() else { continue }
            lines += RecordText.indented(record)
        }
        lines += [Line(), Line("As it would go out:", .bold)]
        if let sentence = dry.sentence { lines.append(Line(sentence, .amber)) }
        lines += (dry.values ?? []).map { value in
            let source = value.from.hasPrefix("#") ? "request \(value.from) of this call" : value.from
            return Line("  \(value.token) ", .bold)
                + Line("stands for \(value.path) of the record of \(source)")
        }
        return lines + [Line(dry.document)]
    }

    /// Why there is no document of a request.
    static func withoutDocument(_ request: RequestEntry) -> String {
        let why =
            switch (request.state, request.sentAt) {
            case ("queued", nil): "It has not gone out yet"
            case (_, nil): "It has not gone out"
            case ("queued", _): "It went out, was not carried out, and goes out again in another document"
            default: "It went out, and the document is not kept with it any more"
            }
        return "\(why); this is the request by itself."
    }

    func warnings(_ findings: [CheckFinding]) -> [Line] {
        findings.map { finding in
            let place = finding.line.map { "line \($0): " } ?? ""
            return Line("Warning: ", .amber) + Line(place + finding.problem)
        }
    }

    /// What is wrong with requests, in the manner of a compiler.
    static func lines(_ findings: [CheckFinding], title: String, width: Int?) -> [Line] {
        findings.flatMap { finding -> [Line] in
            let place = title + (finding.line.map { ":\($0)" } ?? "")
            let isError = finding.severity == "error"
            let expected = finding.expected.map { " Expected: \($0)." } ?? ""
            let head =
                Line("\(place): ", .bold) + Line("\(finding.severity): ", isError ? .red : .amber)
                + Line(finding.problem + expected) + Line(" [\(finding.rule)]", .grey)
            let folded = width.map { head.wrapped(to: $0 - 2) } ?? [head]
            // A pointer is copied, so it is never broken.
            let at = finding.pointer.isEmpty ? [] : [Line("  at ", .grey) + Line(finding.pointer)]
            return [folded[0]] + folded.dropFirst().map { Line("  ") + $0 } + at
        }
    }

    /// For the grid: `12 waiting, 1 failed: qbsyncctl request list`
    static func line(_ counts: RequestCounts) -> Line {
        let parts: [(Int, String, Color?)] = [
            (counts.waiting, "waiting", nil), (counts.sent, "sent", .blue), (counts.failed, "failed", .red),
            (counts.unknown, "of unknown outcome", .red),
        ]
        var line = Line("requests: ")
        for (index, part) in parts.filter({ $0.0 > 0 }).enumerated() {
            line = line + Line(index > 0 ? ", " : "") + Line("\(part.0) \(part.1)", part.2)
        }
        return line
    }

    static func state(_ request: RequestEntry) -> Line {
        request.dismissedAt == nil ? state(request.state) : Line("\(request.state), dismissed", .grey)
    }

    static func state(_ state: String) -> Line {
        let colors: [String: Color] = [
            "queued": .grey, "sent": .blue, "succeeded": .green, "failed": .red, "cancelled": .grey,
            "expired": .amber, "outcome unknown": .red,
        ]
        return Line(state, colors[state])
    }
}
