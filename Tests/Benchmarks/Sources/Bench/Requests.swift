import Foundation

/// Requests: into the queue, out of it, and a million of them kept.
struct Requests {
    let programs: String
    let directory: String
    /// Kept at the end.
    let count: Int

    private static let site = "queue"
    private static let route = "/v1/connectors/queue/requests"

    func run(_ report: inout Report) throws {
        try? FileManager.default.removeItem(atPath: directory)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        report.add(
            "requests: bare SQLite commits, same disk", Yardstick.commitsPerSecond(directory: directory),
            "commits/s")
        let echo = try EchoProcess(port: 18_379)
        report.add("requests: bare Hummingbird echo, one connection", try echo.callsPerSecond(), "calls/s")
        echo.stop()
        let durable = try EchoProcess(port: 18_379, store: "\(directory)/echo.sqlite")
        report.add(
            "requests: the same, each body one row and one commit", try durable.callsPerSecond(), "calls/s")
        durable.stop()
        var server = try Server(programs: programs, directory: directory)
        let site = try server.site(Self.site)
        try enqueue(server, &report)
        server.stop()

        try Ledger(directory: directory).keep(waiting: min(count, 100_000), settled: 0)
        server = try Server(programs: programs, directory: directory)
        try serve(server, site, waiting: min(count, 100_000), &report)
        server.stop()

        try Ledger(directory: directory).keep(waiting: 1000, settled: count)
        server = try Server(programs: programs, directory: directory)
        defer { server.stop() }
        try read(server, &report)
    }

    // MARK: Into the queue

    private func enqueue(_ server: Server, _ report: inout Report) throws {
        let single = try server.connection()
        for number in 1...5000 { try post("[\(Self.invoice(number))]", single) }
        report.add("requests queued one by one, one connection", 5000 / single.seconds, "requests/s")
        let batches = try server.connection()
        for batch in 0..<20 {
            let invoices = (1...1000).map { Self.invoice(10_000 + batch * 1000 + $0) }
            try post("[\(invoices.joined(separator: ","))]", batches)
        }
        report.add("requests queued in batches of 1,000", 20_000 / batches.seconds, "requests/s")
        report.add("a batch of 1,000, longest", batches.longest * 1000, "ms")
    }

    private func post(_ body: String, _ connection: Connection) throws {
        let answer = try connection.call(
            "POST", Self.route, type: "application/json", body: Array(body.utf8))
        guard answer.status == 201 else {
            throw Visit.Failure.status(answer.status, String(decoding: answer.body, as: UTF8.self))
        }
    }

    private static func invoice(_ number: Int) -> String {
        """
        {"InvoiceAdd": {"CustomerRef": {"FullName": "Customer \(number % 500)"}, "TxnDate": "2026-11-20",
        "RefNumber": "\(number)", "Memo": "Order \(number)", "InvoiceLineAdd": [
        {"ItemRef": {"FullName": "Labour"}, "Desc": "North side", "Quantity": "2", "Rate": "12.50"},
        {"ItemRef": {"FullName": "Paint"}, "Quantity": "10", "Rate": "3.99"}]}}
        """
    }

    // MARK: Out of the queue

    private func serve(
        _ server: Server, _ site: Server.Site, waiting: Int, _ report: inout Report
    ) throws {
        var logins: [Double] = []
        for _ in 0..<200 {
            let visit = try server.visit(site)
            let (ticket, said) = try visit.authenticate()
            logins.append(visit.connection.seconds)
            // After three conversations that were closed before their work, requests rest for a while: from
            // then on it looks into the queue all the same, and says that nothing is due.
            if !ticket.isEmpty, said != "none" { try visit.close(ticket) }
        }
        try server.force(Self.site)
        report.add(times: logins, "\(waiting) waiting: authenticate")
        let visit = try server.visit(site)
        let ticket = try visit.authenticate().ticket
        var (sends, receives, written): ([Double], [Double], Int) = ([], [], 0)
        for exchange in 0..<120 {
            var before = visit.connection.seconds
            let text = try visit.sendRequest(ticket, hcp: exchange == 0 ? site.hcp : "", path: site.path)
            let send = visit.connection.seconds - before
            let ids = Self.requestIDs(in: text)
            let answer =
                ids.isEmpty
                ? Books.nothing(Visit.queries(in: text)) : Books.escaped(Books.document(ids.map(Self.made)))
            before = visit.connection.seconds
            guard try visit.receive(ticket, answer) < 100 else { break }
            guard !ids.isEmpty else { continue }
            written += ids.count
            sends.append(send)
            receives.append(visit.connection.seconds - before)
        }
        try visit.close(ticket)
        report.add(times: sends, "\(waiting) waiting: sendRequestXML")
        report.add(times: receives, "\(waiting) waiting: receiveResponseXML")
        report.add("requests in a message set, on average", Double(written) / Double(sends.count), "requests")
    }

    /// Of the requests that write; the document is escaped as it came.
    private static func requestIDs(in text: String) -> [String] {
        let text = Visit.unescaped(text)
        return text.components(separatedBy: "<InvoiceAddRq requestID=\"").dropFirst().map { part in
            String(part.prefix { $0 != "\"" })
        }
    }

    private static func made(_ requestID: String) -> String {
        let invoice = Books.invoice(abs(requestID.hashValue % 1_000_000_000), edit: 1)
        return "<InvoiceAddRs requestID=\"\(requestID)\" statusCode=\"0\" statusSeverity=\"Info\" "
            + "statusMessage=\"Status OK\">\(invoice)</InvoiceAddRs>"
    }

    // MARK: Kept

    private func read(_ server: Server, _ report: inout Report) throws {
        let middle = count / 2
        let reads = [
            ("newest 100", "\(Self.route)?limit=100"),
            ("100 before one in the middle", "\(Self.route)?limit=100&before=\(middle)"),
            ("the failed, of which there are none", "\(Self.route)?limit=100&state=failed"),
            ("100 that wait", "\(Self.route)?limit=100&state=queued"),
            ("100 events", "/v1/events?limit=100&after=\(middle)"),
            ("100 events of a connector", "/v1/events?limit=100&after=\(middle)&connector=queue"),
            ("the last 100 events", "/v1/events?last=100"),
            ("messages", "/v1/connectors/queue/messages"),
            ("status", "/v1/status"),
        ]
        for (name, path) in reads {
            let times = try (0..<51).map { _ in try server.read(path) }
            report.add(times: times, "\(count) requests kept: \(name)")
        }
    }
}

extension Report {
    fileprivate mutating func add(times: [Double], _ name: String) {
        let times = times.sorted()
        guard let last = times.last else { return }
        add("\(name), median", times[times.count / 2] * 1000, "ms")
        add("\(name), longest", last * 1000, "ms")
    }
}
