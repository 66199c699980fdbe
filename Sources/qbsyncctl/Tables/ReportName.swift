import Glibc
import QBXML

/// A report of QuickBooks by its name, and the query that asks for it.
struct ReportName: Equatable, Sendable {
    var name: String
    /// `GeneralSummaryReportQueryRq`
    var query: String
    /// The element that holds the name: `GeneralSummaryReportType`.
    var element: String

    /// All that the catalog knows, in its order.
    static let all: [ReportName] = Catalog.standard.requests.flatMap { request -> [ReportName] in
        guard request.name.hasSuffix("ReportQueryRq") else { return [] }
        let places = Catalog.standard[request.content].places
        guard let place = places.first(where: { Catalog.standard.name(of: $0).hasSuffix("ReportType") }),
            let values = Catalog.standard.enumeration(of: place)?.values
        else { return [] }
        let element = Catalog.standard.name(of: place)
        return values.map { ReportName(name: $0.name, query: request.name, element: element) }
    }

    static func named(_ name: String) -> ReportName? {
        all.first { $0.name == name } ?? all.first { $0.name.lowercased() == name.lowercased() }
    }

    /// Whether a person means a file: by its looks, or because there is one.
    static func isFile(_ what: String) -> Bool {
        what == InputFile.standardInput || what.contains("/") || what.contains(".")
            || named(what) == nil && access(what, F_OK) == 0
    }

    /// Which days a report is about.
    enum Period: Equatable, Sendable {
        /// One of the two at least.
        case days(from: String?, to: String?)
        /// In QuickBooks' words: `LastMonth`, `ThisYearToDate`.
        case named(String)

        /// QuickBooks' words for periods.
        static let names =
            Catalog.standard.enumerations.first { $0.name == "ReportDateMacro" }?.values.map(\.name) ?? []

        /// - Returns: the word as QuickBooks writes it; nil for what is none.
        static func name(_ text: String) -> String? {
            names.first { $0.lowercased() == text.lowercased() }
        }
    }

    /// The request as JSON; what is wrong with the words, the daemon's check says.
    func query(_ period: Period?, basis: String?, columnsBy: String?) -> JSON {
        var content: JSON = [:]
        content[element] = .text(name)
        switch period {
        case .days(let from, let to):
            var days: JSON = [:]
            days["FromReportDate"] = from.map { .text($0) }
            days["ToReportDate"] = to.map { .text($0) }
            content["ReportPeriod"] = days
        case .named(let name): content["ReportDateMacro"] = .text(name)
        case nil: break
        }
        content["SummarizeColumnsBy"] = columnsBy.map { .text($0) }
        content["ReportBasis"] = basis.map { .text($0) }
        var request: JSON = [:]
        request[query] = content
        return request
    }
}
