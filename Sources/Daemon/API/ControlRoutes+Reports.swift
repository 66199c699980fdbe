import API
import Hummingbird
import QBXML
import Sync

extension ControlRoutes {
    /// One of QuickBooks' reports. The query is checked as any request is, before anything is sent.
    func report(_ request: Request, _ order: Order) async throws -> Response {
        var reading = QueryReading(request, known: ["qbxml_version", "edition", "during_shutdown"])
        let duringShutdown = reading.choice("during_shutdown", of: ["true", "false"]) == "true"
        try reading.end()
        let scope = try request.scope()
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let body = Array(try await request.collectedBody(upTo: 1 << 20).readableBytesView)
        let draft: Draft
        do { draft = try Draft(reading: body) } catch {
            throw OrderRefusal.malformedBody(error.sentence)
        }
        let checked = Checker.check(
            draft, options: CheckOptions(version: scope.version, edition: scope.edition))
        let errors = checked.errors.map {
            Problem.Finding(field: $0.pointer.isEmpty ? "body" : $0.pointer, problem: $0.problem)
        }
        guard errors.isEmpty else { throw OrderRefusal.findings(errors) }
        guard checked.requests.count == 1, let only = checked.requests.first else {
            throw OrderRefusal.findings([
                .init(
                    field: "body",
                    problem: "One report at a time: these are \(checked.requests.count) requests.")
            ])
        }
        guard only.message.name.hasSuffix("ReportQueryRq") else {
            let reports = Catalog.standard.requests.map(\.name).filter { $0.hasSuffix("ReportQueryRq") }
            throw OrderRefusal.findings([
                .init(
                    field: "body",
                    problem: "\(only.message.name) asks for no report. Those that do: "
                        + "\(reports.joined(separator: ", ")).")
            ])
        }
        return try await take(
            .report(document: checked.request(0), name: Self.title(of: checked, only)), facts, duringShutdown,
            order)
    }

    /// `ProfitAndLossStandard`: what people call the report; the name of the query if it has none.
    private static func title(of checked: Checked, _ request: Checked.Request) -> String {
        let document = String(decoding: checked.request(0), as: UTF8.self)
        let parts = document.split(separator: "ReportType>", maxSplits: 2)
        guard parts.count == 3, let end = parts[1].firstIndex(of: "<") else { return request.message.title }
        return String(parts[1][..<end])
    }
}
