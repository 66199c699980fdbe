import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import Sync

extension ControlRoutes {
    /// How long an export may take; it is for a large mirror and a slow reader.
    private static let exportTime = Duration.seconds(2 * 3600)

    /// All rows of a view, of one connector, as the mirror stands at this moment.
    func export(_ request: Request, _ order: Order) async throws -> Response {
        let connector = try await facts(of: order.parameter("connector"), now: order.now).connector.name
        let view = try Self.view(order.parameter("view"))
        let wish = try ExportWish(request, view)
        let place = try desk.place()
        let reader = SQLReader(database, SQLLimits(rows: nil, time: Self.exportTime))
        let columns = try await prepare(wish.sql(connector: connector), reader)
        let format = wish.format
        return .stream(wish.type) { writer in
            if case .csv = format {
                try await writer.write(ByteBuffer(bytes: format.heading(columns) + Array("\r\n".utf8)))
            }
            while let rows = try await reader.rows(format) { try await writer.write(ByteBuffer(bytes: rows)) }
            guard let end = try await reader.ending(), end.ending == .complete else { throw ExportCutOff() }
            withExtendedLifetime(place) {}
        }
    }
}

/// Ends the connection in the middle of an export that took too long.
private struct ExportCutOff: Error {}

/// What of a view is wanted, and how.
private struct ExportWish {
    let view: MirrorView
    let format: SQLRowFormat
    let withDeleted: Bool

    init(_ request: Request, _ view: MirrorView) throws {
        self.view = view
        var findings: [Problem.Finding] = []
        let parameters = request.uri.queryParameters
        switch parameters["format"].map(String.init) ?? "ndjson" {
        case "csv": format = .csv
        case "ndjson": format = .text
        case let other:
            format = .text
            findings.append(.init(field: "format", problem: "\"\(other)\" is neither csv nor ndjson."))
        }
        switch parameters["deleted"].map(String.init) ?? "false" {
        case "true": withDeleted = true
        case "false": withDeleted = false
        case let other:
            withDeleted = false
            findings.append(.init(field: "deleted", problem: "\"\(other)\" is neither true nor false."))
        }
        if !view.columns.contains(where: { $0.name == "connector" }) {
            findings.append(.init(field: "view", problem: "\(view.name) cannot be exported by connector."))
        }
        guard findings.isEmpty else { throw OrderRefusal.findings(findings) }
    }

    var type: String {
        if case .csv = format { "text/csv; charset=utf-8; header=present" } else { "application/x-ndjson" }
    }

    func sql(connector: String) -> String {
        if case .csv = format { return view.exported(connector: connector, withDeleted: withDeleted) }
        return view.exportedAsJSON(connector: connector, withDeleted: withDeleted)
    }
}
