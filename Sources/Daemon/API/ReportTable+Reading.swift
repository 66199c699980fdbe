import API
import Foundation

extension ReportTable {
    static let rowKinds = ["data", "text", "subtotal", "total"]

    /// - Parameter answer: a `ReportRet` as our JSON of it: attributes have an @ before their names.
    init(reading answer: [UInt8]) throws {
        let report = try JSONDecoder().decode(Answer.self, from: Data(answer))
        let columns = report.columns ?? []
        var rows: [(number: Int, row: ReportRow)] = []
        let groups = [report.data?.data, report.data?.text, report.data?.subtotal, report.data?.total]
        for (kind, group) in zip(Self.rowKinds, groups) {
            for row in group ?? [] {
                rows.append((Int(row.number) ?? .max, row.words(kind, columns)))
            }
        }
        self.init(
            title: report.title ?? "Report", subtitle: report.subtitle, basis: report.basis,
            columns: columns.map { column in
                let titles = (column.titles ?? []).compactMap(\.value).filter { !$0.isEmpty }
                return ReportColumn(
                    title: titles.joined(separator: " "), type: column.type ?? "", data: column.data ?? "")
            },
            // The number says where a row stands, whatever kind it is of.
            rows: rows.sorted { $0.number < $1.number }.map(\.row))
    }

    private struct Answer: Decodable {
        var title: String?
        var subtitle: String?
        var basis: String?
        var columns: [Column]?
        var data: Content?

        enum CodingKeys: String, CodingKey {
            case title = "ReportTitle"
            case subtitle = "ReportSubtitle"
            case basis = "ReportBasis"
            case columns = "ColDesc"
            case data = "ReportData"
        }
    }

    fileprivate struct Column: Decodable {
        var id: String
        var data: String?
        var titles: [Title]?
        var type: String?

        enum CodingKeys: String, CodingKey {
            case id = "@colID"
            case data = "@dataType"
            case titles = "ColTitle"
            case type = "ColType"
        }
    }

    fileprivate struct Title: Decodable {
        var value: String?

        enum CodingKeys: String, CodingKey { case value = "@value" }
    }

    private struct Content: Decodable {
        var data: [Row]?
        var text: [Row]?
        var subtotal: [Row]?
        var total: [Row]?

        enum CodingKeys: String, CodingKey {
            case data = "DataRow"
            case text = "TextRow"
            case subtotal = "SubtotalRow"
            case total = "TotalRow"
        }
    }

    private struct Row: Decodable {
        var number: String
        var value: String?
        var subject: Subject?
        var cells: [Cell]?

        enum CodingKeys: String, CodingKey {
            case number = "@rowNumber"
            case value = "@value"
            case subject = "RowData"
            case cells = "ColData"
        }

        func words(_ kind: String, _ columns: [Column]) -> ReportRow {
            var values: [String: String] = [:]
            for cell in cells ?? [] { values[cell.column] = cell.value ?? "" }
            return ReportRow(
                kind: kind,
                cells: kind == "text" ? [value ?? ""] : columns.map { values[$0.id] ?? "" },
                subject: subject?.type, subjectName: subject?.value)
        }
    }

    fileprivate struct Subject: Decodable {
        var type: String?
        var value: String?

        enum CodingKeys: String, CodingKey {
            case type = "@rowType"
            case value = "@value"
        }
    }

    fileprivate struct Cell: Decodable {
        var column: String
        var value: String?

        enum CodingKeys: String, CodingKey {
            case column = "@colID"
            case value = "@value"
        }
    }
}
