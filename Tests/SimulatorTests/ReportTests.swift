import QBXML
import Simulator
import Testing
import XML

/// Reports whose totals are those of the records.
@Suite struct ReportTests {
    private static let standard = CompanyFile.generated(seed: 2)

    private func ask(
        _ desk: inout Desk, _ query: String, _ type: String, _ rest: String = ""
    ) throws -> Element {
        let name = "General\(query)Report"
        return try desk.askOne(
            "<\(name)QueryRq><\(name)Type>\(type)</\(name)Type>\(rest)</\(name)QueryRq>")
    }

    private func rows(_ answer: Element, _ name: String) -> [[String]] {
        (answer["ReportRet"]?["ReportData"]?.elements ?? []).filter { $0.name == name }.map { row in
            row.elements.filter { $0.name == "ColData" }.map { $0.attribute("value") ?? "" }
        }
    }

    private func cents(_ text: String?) -> Int { text.flatMap { Money($0) }?.minorUnits ?? .min }

    @Test("a balance sheet has the accounts' balances, and both of its sides are equal")
    func balanceSheet() throws {
        var desk = Desk(Self.standard)
        let answer = try ask(&desk, "Summary", "BalanceSheetStandard")
        let report = try #require(answer["ReportRet"])
        #expect(report["ReportTitle"]?.text == "Balance Sheet")
        let totals = rows(answer, "TotalRow")
        #expect(totals.count == 2 && totals[0][1] == totals[1][1])
        for row in rows(answer, "DataRow") where row[0] != "Net Income" {
            #expect(cents(row[1]) == desk.file.account(row[0]), "\(row[0])")
        }
        let count = report["ReportData"]?.elements.count
        #expect(report["NumRows"]?.text == "\(count ?? 0)")
        let numbers = report["ReportData"]?.elements.compactMap { $0.attribute("rowNumber") } ?? []
        #expect(numbers == (1...numbers.count).map(String.init))
    }

    @Test("profit and loss has the lines of sales by the accounts of their items, within the period")
    func profitAndLoss() throws {
        var size = CompanySize.standard
        size.others = 0
        var desk = Desk(CompanyFile.generated(seed: 2, size: size))
        let period = """
            <ReportPeriod><FromReportDate>2025-01-01</FromReportDate><ToReportDate>2025-12-31</ToReportDate>\
            </ReportPeriod>
            """
        let year = try ask(&desk, "Summary", "ProfitAndLossStandard", period)
        let sums = rows(year, "SubtotalRow")
        let income = try #require(sums.first { $0[0] == "Total Income" })
        #expect(cents(income[1]) == desk.file.sum("Invoice", "Subtotal"))
        #expect(rows(year, "DataRow").count > 3)
        #expect(rows(year, "TotalRow").first?[1] == income[1])
        let month = try ask(
            &desk, "Summary", "ProfitAndLossStandard", "<ReportDateMacro>LastMonth</ReportDateMacro>")
        let smaller = rows(month, "SubtotalRow").first { $0[0] == "Total Income" }
        #expect(cents(smaller?[1]) < cents(income[1]))
        var full = Desk(Self.standard)
        let all = try ask(&full, "Summary", "ProfitAndLossStandard", period)
        func sum(_ title: String) -> Int {
            cents(rows(all, "SubtotalRow").first { $0[0] == "Total \(title)" }?[1])
        }
        #expect(
            cents(rows(all, "TotalRow").first?[1]) == sum("Income") - sum("Cost of Goods Sold")
                - sum("Expense"))
    }

    @Test("open invoices add up to what customers owe")
    func openInvoices() throws {
        var desk = Desk(Self.standard)
        let answer = try ask(&desk, "Detail", "OpenInvoices")
        #expect(cents(rows(answer, "TotalRow").first?.last) == desk.file.account("Accounts Receivable"))
        let sum = rows(answer, "DataRow").reduce(0) { $0 + cents($1.last) }
        #expect(sum == desk.file.account("Accounts Receivable"))
        let bills = try ask(&desk, "Detail", "UnpaidBillsDetail")
        #expect(cents(rows(bills, "TotalRow").first?.last) == desk.file.sum("Bill", "OpenAmount"))
    }

    @Test("reports have the shape of the catalog, and others are said not to be imitated")
    func shape() throws {
        var desk = Desk(Self.standard)
        var reading = AnswerReading()
        for type in ["ProfitAndLossStandard", "BalanceSheetStandard"] {
            reading.read(try ask(&desk, "Summary", type))
        }
        reading.read(try ask(&desk, "Detail", "OpenInvoices"))
        #expect(reading.faults.isEmpty && reading.count > 100, "\(reading.faults.prefix(3))")
        #expect(try ask(&desk, "Summary", "TrialBalance").status == "1030")
        let cash = try ask(
            &desk, "Summary", "ProfitAndLossStandard", "<ReportBasis>Cash</ReportBasis>")
        #expect(cash.status == "1030")
        let turned = try ask(
            &desk, "Summary", "ProfitAndLossStandard",
            """
            <ReportPeriod><FromReportDate>2025-02-01</FromReportDate><ToReportDate>2025-01-01</ToReportDate>\
            </ReportPeriod>
            """)
        #expect(turned.status == "3030")
    }
}
