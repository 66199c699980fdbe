import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Store
import Sync

/// Who did what, and whether anybody has changed the record of it.
extension ControlRoutes {
    var trail: [Route] {
        [
            Route(
                "listAudit", .get, Path.audit, "Who did what, newest first",
                query: [
                    .text("connector", "Only what was done to this one."),
                    .text("since", "Only from this time on (UTC, or with an offset)."),
                    .limit(otherwise: 50), .integer("before", "Only smaller numbers: next, to page on."),
                ], gives: .word(AuditPage.self), examples: [RouteExample("The last ten.", query: "limit=10")],
                listAudit),
            Route(
                "verifyAudit", .get, Path.auditVerification,
                "Whether each line of the audit trail still follows from the one before it",
                query: [
                    .text("expect", "A line that was written down earlier, NUMBER:HASH: does it still stand?")
                ], gives: .word(AuditVerification.self), examples: [RouteExample("All of it.")], verifyAudit),
            Route(
                "listExchanges", .get, "/v1/connectors/{connector}/conversations/{conversation}/exchanges",
                "What was said in a conversation, by its number or as last; redacted",
                query: [
                    .flag("unredacted", "All as it was; that it was read stands in the audit trail."),
                    .limit(otherwise: 100), .integer("after", "Only greater numbers: next, to page on."),
                ], gives: .word(ExchangePage.self),
                examples: [RouteExample("The last conversation.", query: "limit=20")], exchanges),
        ]
    }

    func listAudit(_ request: Request, _ order: Order) async throws -> Response {
        var reading = QueryReading(request, known: ["connector", "since", "limit", "before"])
        let name = reading.word("connector")
        let since = reading.time("since")
        let limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 50
        let before = reading.integer("before", in: 1 ... .max) ?? .max
        try reading.end()
        var connector: String?
        if let name { connector = try await facts(of: name, now: order.now).connector.name }
        let rows = try await database.read { [connector] in
            try $0.audit(connector: connector, since: since, before: before, limit: limit + 1)
        }
        let shown = rows.prefix(limit)
        return try .json(
            AuditPage(
                lines: shown.map { AuditLine($0) }, next: rows.count > limit ? shown.last?.number : nil))
    }

    /// It reads all of the trail, on a state of the database that does not move meanwhile.
    func verifyAudit(_ request: Request, _ order: Order) async throws -> Response {
        var reading = QueryReading(request, known: ["expect"])
        let text = reading.word("expect")
        let expected = text.flatMap { AuditMark($0) }
        if let text, expected == nil {
            reading.refuse("expect", "\"\(text)\" is no NUMBER:HASH with the 64 digits of a hash.")
        }
        try reading.end()
        let (verdict, restore) = try await database.read { snapshot in
            let verdict = try snapshot.verifyAudit(expecting: expected)
            let missing = verdict.hasExpected == false ? expected : nil
            return (verdict, try missing.flatMap { try Self.restore(upTo: $0.number, in: snapshot) })
        }
        return try .json(AuditVerification(verdict, expected: expected, restore: restore))
    }

    /// The last restore that can have taken a line with this number away: the lines of the copy end in front
    /// of it.
    private static func restore(upTo number: Int64, in snapshot: Snapshot) throws -> AuditEntry? {
        var before = Int64.max
        while true {
            let page = try snapshot.audit(before: before, limit: 1000)
            if let found = page.first(where: { $0.action == .restore && $0.number <= number }) {
                return found
            }
            guard let last = page.last else { return nil }
            before = last.number
        }
    }
}

extension AuditLine {
    init(_ entry: AuditEntry) {
        self.init(
            number: entry.number, at: entry.at, who: entry.author.name, uid: entry.author.uid,
            action: entry.action.rawValue, connector: entry.connector, subject: entry.subject,
            detail: entry.detail, hash: AuditMark(number: entry.number, hash: entry.hash).digits)
    }
}

extension AuditVerification {
    init(_ verdict: AuditVerdict, expected: AuditMark?, restore: AuditEntry?) {
        self.init(
            isIntact: verdict.isIntact, sentence: Self.sentence(verdict, expected), lines: verdict.lines,
            head: verdict.head?.description,
            fault: verdict.fault.map { AuditFaultEntry(number: $0.number, at: $0.at, action: $0.action) },
            expectedFound: verdict.hasExpected,
            fix: verdict.isIntact ? nil : Self.fix(restore, isBroken: verdict.fault != nil))
    }

    private static func fix(_ restore: AuditEntry?, isBroken: Bool) -> String {
        let next =
            "Keep the file as it is now (qbsyncctl backup FILE), look up the daily line in the journal "
            + "(journalctl -u qbsyncd --grep \"audit trail ends\") and in older copies to see since when it "
            + "is so, and who may write to the database's folder."
        guard let restore, !isBroken else { return next }
        return
            "Line \(restore.number) is a restore of \(restore.at.formatted(.iso8601)): lines that were "
            + "written between its copy and it are missing by design. If the expected line is of that time, "
            + "all is well: write the head down anew. If it is not: \(next)"
    }

    private static func sentence(_ verdict: AuditVerdict, _ expected: AuditMark?) -> String {
        if let fault = verdict.fault { return fault.sentence }
        let last = verdict.head?.number ?? 0
        if let expected, verdict.hasExpected == false {
            let why =
                expected.number > last
                ? "there is no such line any more, the last one is \(last)." : "that line has another hash."
            return "The trail was cut or made anew since line \(expected.number) was written down: \(why)"
        }
        let lines = verdict.lines == 1 ? "1 line" : "\(verdict.lines) lines"
        let told = expected.map { ", and line \($0.number) is the one that was written down" } ?? ""
        return verdict.lines == 0
            ? "Nobody has done anything yet." : "\(lines): each follows from the one before it\(told)."
    }
}

extension AuditFault {
    var sentence: String {
        let line = "Line \(number) (\(action), \(at))"
        switch kind {
        case .withoutHash: return "\(line) has no hash: it was not written by qbsyncd."
        case .unfit(let missing?) where missing.count == 1:
            return "Line \(missing.lowerBound) is missing in front of line \(number) (\(action), \(at))."
        case .unfit(let missing?):
            return "Lines \(missing.lowerBound) to \(missing.upperBound) are missing in front of line "
                + "\(number) (\(action), \(at))."
        case .unfit(nil):
            return "\(line) does not follow from the one before it: one of the two was changed."
        }
    }
}
