internal import QBXML

/// What a report query asks for, as far as this simulator makes reports.
struct ReportQuestion {
    var type: String
    /// Open at an end that was not named.
    var period: Query.DayRange
    var basis: String
    let today: CivilDay

    /// The first element that asks for more than is imitated.
    private(set) var notImitated: String?
    private(set) var status: QueryStatus?

    /// - Parameter today: the last day that the company file has heard of.
    init(_ request: RequestDocument.Request, today: CivilDay) {
        type = ""
        basis = "Accrual"
        self.today = today
        period = Query.DayRange(from: CivilDay(year: today.year, month: 1, day: 1), to: today)
        for child in request.element.elements { take(child) }
    }

    private mutating func take(_ child: Draft.Element) {
        switch child.name {
        case "GeneralSummaryReportType", "GeneralDetailReportType": type = child.text
        case "ReportPeriod":
            period = Query.DayRange(
                from: day(child["FromReportDate"]), to: day(child["ToReportDate"]))
            if let from = period.from, let to = period.to, from > to { status = .datesTurnedRound }
        case "ReportDateMacro":
            if child.text == "All" { return period = Query.DayRange(from: nil, to: nil) }
            guard let range = DateMacro.range(child.text, from: today) else { return stop(child) }
            period = range
        case "ReportBasis": if child.text != "Accrual" { stop(child) }
        case "SummarizeColumnsBy": if child.text != "TotalOnly" { stop(child) }
        case "DisplayReport", "ReturnRows", "ReturnColumns", "ReportCalendar", "IncludeSubcolumns": break
        default: stop(child)
        }
    }

    private mutating func stop(_ child: Draft.Element) {
        if notImitated == nil { notImitated = child.name }
    }

    private mutating func day(_ element: Draft.Element?) -> CivilDay? {
        guard let element, !element.text.isEmpty else { return nil }
        let day = CivilDay(element.text)
        if day == nil { status = .dateNotConverted(element.text, field: element.name) }
        return day
    }

    /// `January 1, 2025 through December 31, 2025` in QuickBooks' words for any stretch of days.
    var subtitle: String {
        switch (period.from, period.to) {
        case (let from?, let to?): "\(Self.words(from)) through \(Self.words(to))"
        case (let from?, nil): "From \(Self.words(from))"
        case (nil, let to?): "As of \(Self.words(to))"
        case (nil, nil): "All Transactions"
        }
    }

    static func words(_ day: CivilDay) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(months[day.month - 1]) \(day.day), \(day.year)"
    }
}
