import Foundation
import Simulator
import Testing

/// What a person asks for beside the ordinary sync, over the control tool and a simulated PC.
@Suite("Special syncs of the running daemon", .serialized)
struct SpecialSyncTests {
    private static func sql(_ daemon: DaemonProcess, _ text: String) throws -> String {
        let result = try Tool.run(
            URL(fileURLWithPath: "/usr/bin/sqlite3"), ["-cmd", ".timeout 5000", daemon.database, text],
            folder: daemon.folder)
        try #require(result.status == 0, "\(result.errors)")
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The daemon, a PC that is synced, and the tool.
    private func synced() async throws -> (DaemonProcess, SimulatedPC) {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        try pc.expectMirrorEqualsBooks()
        return (daemon, pc)
    }

    @Test("verify finds exactly the records that somebody tampered with, and repairs them")
    func verify() async throws {
        let (daemon, pc) = try await synced()
        let oldest = "FROM record WHERE kind = 'Invoice' ORDER BY time_modified, id LIMIT 1"
        let invoice = try Self.sql(daemon, "SELECT id \(oldest)")
        let customer = try Self.sql(
            daemon, "SELECT id FROM record WHERE kind = 'Customer' ORDER BY time_modified, id LIMIT 1")
        _ = try Self.sql(
            daemon,
            """
            UPDATE record SET edit_sequence = '7' WHERE kind = 'Invoice' AND id = '\(invoice)';
            DELETE FROM record WHERE kind = 'Customer' AND id = '\(customer)';
            """)
        let asked = try daemon.run("qbsyncctl", ["verify"])
        #expect(asked.status == 0, "\(asked.output)\(asked.errors)")
        #expect(try await pc.update().isGood)
        let told = try daemon.run("qbsyncctl", ["task", "wait", "1", "--json"])
        #expect(told.status == 8, "\(told.output)\(told.errors)")
        #expect(told.output.contains("2 records differed"))
        let found = try await daemon.order(.get, "/v1/connectors/acme/tasks/1/differences")
        let list = try #require((found.json as? [String: Any])?["differences"] as? [[String: Any]])
        let short = list.map { "\($0["kind"] ?? "") \($0["id"] ?? "") \($0["finding"] ?? "")" }
        #expect(short == ["Customer \(customer) missing here", "Invoice \(invoice) different"])
        try pc.expectMirrorEqualsBooks()
        let shown = try daemon.run("qbsyncctl", ["task", "show", "1"])
        #expect(shown.status == 0 && shown.output.contains(invoice), "\(shown.output)")

        let again = try daemon.run("qbsyncctl", ["verify", "--category", "invoices"])
        #expect(again.status == 0)
        #expect(try await pc.update().isGood)
        let same = try daemon.run("qbsyncctl", ["task", "wait", "2"])
        #expect(same.status == 0 && same.output.contains("No record differed"), "\(same.output)")
    }

    @Test("an import brings the transactions of its days, is stopped and goes on")
    func importing() async throws {
        let (daemon, pc) = try await synced()
        let days = try #require(pc.company).records("Invoice").map { $0["TxnDate"] }.sorted()
        let range = ["--from", try #require(days.first), "--to", try #require(days.last)]
        let asked = try daemon.run("qbsyncctl", ["import", "--category", "Invoice"] + range)
        #expect(asked.status == 0, "\(asked.output)\(asked.errors)")
        #expect(try daemon.run("qbsyncctl", ["task", "stop", "1"]).status == 0)
        #expect(try await pc.update().isGood)
        let stopped = try daemon.run("qbsyncctl", ["task", "wait", "1"])
        #expect(stopped.status == 7 && stopped.errors.contains("task resume 1 acme"), "\(stopped.errors)")
        #expect(try daemon.run("qbsyncctl", ["task", "resume", "1"]).status == 0)
        #expect(try await pc.update().isGood)
        let told = try daemon.run("qbsyncctl", ["task", "wait", "1"])
        #expect(told.status == 0, "\(told.output)\(told.errors)")
        #expect(told.output.contains("\(days.count) transactions were read"), "\(told.output)")
        try pc.expectMirrorEqualsBooks()
        let wrong = try daemon.run("qbsyncctl", ["import", "--from", "2026-02-31", "--to", "x"])
        #expect(wrong.status == 64 && wrong.errors.contains("--from takes a day"), "\(wrong)")
        let reversed = try daemon.run("qbsyncctl", ["import", "--from", "2026-02-01", "--to", "2026-01-31"])
        #expect(reversed.status == 64 && reversed.errors.contains("is before"), "\(reversed)")
        let kind = try daemon.run(
            "qbsyncctl", ["import", "--from", "2026-01-01", "--to", "2026-01-31", "--category", "Invoces"])
        #expect(kind.status == 4 && kind.errors.contains("There is no category \"Invoces\"."), "\(kind)")
        #expect(kind.errors.contains("Did you mean invoices"), "\(kind)")
    }

    @Test("SA-7, SA-8: a balance report compares a file with QuickBooks, and is kept")
    func balances() async throws {
        let (daemon, pc) = try await synced()
        let customers = try #require(pc.company).records("Customer")
        var lines = customers.map { "\"\($0["FullName"])\",\($0["Balance"])" }
        let (first, name) = (try #require(customers.first), try #require(customers.first)["FullName"])
        lines[0] = "\(first.id),\"9,999,999.50\""
        let file = daemon.folder.appending(path: "books.csv")
        try (["name,balance"] + lines + ["Nobody at all,(1.00)"]).joined(separator: "\r\n")
            .write(to: file, atomically: true, encoding: .utf8)
        let asked = try daemon.run("qbsyncctl", ["balance-report", file.path])
        #expect(asked.status == 0, "\(asked.output)\(asked.errors)")
        #expect(try await pc.update().isGood)
        let csv = try daemon.run("qbsyncctl", ["balance-report", "--show", "1", "--format", "csv"])
        #expect(csv.status == 8, "\(csv.output)\(csv.errors)")
        let rows = csv.output.split(whereSeparator: \.isNewline)
        #expect(rows.count == customers.count + 2)
        #expect(rows.count { $0.hasSuffix(",agrees") } == customers.count - 1, "\(csv.output)")
        #expect(rows.contains { $0.contains(name) && $0.contains("9999999.50") && $0.hasSuffix(",differs") })
        #expect(rows.last == "Nobody at all,,,,,-1.00,,not in QuickBooks")
        let table = try daemon.run("qbsyncctl", ["balance-report", "--show", "1"])
        #expect(table.output.contains("2 of them do not agree"), "\(table.output)")
        let differing = try daemon.run(
            "qbsyncctl", ["balance-report", "--show", "1", "--differing", "--format", "csv"])
        #expect(differing.output.split(whereSeparator: \.isNewline).count == 3, "\(differing.output)")
        #expect(!differing.output.contains(",agrees"))
        #expect(try daemon.run("qbsyncctl", ["balance-report", "--list"]).output.contains("supplied"))
        try pc.expectMirrorEqualsBooks()
    }

    @Test("a report of QuickBooks comes as a table, as CSV and as JSON")
    func report() async throws {
        let (daemon, pc) = try await synced()
        let days = try #require(pc.company).records("Invoice").map { $0["TxnDate"] }.sorted()
        let range = ["--from", try #require(days.first), "--to", try #require(days.last)]
        let asked = try daemon.run("qbsyncctl", ["report", "profitandlossstandard"] + range)
        #expect(asked.status == 0, "\(asked.output)\(asked.errors)")
        #expect(try await pc.update().isGood)
        let table = try daemon.run("qbsyncctl", ["report", "--show", "1"])
        #expect(table.status == 0 && table.output.contains("Net Income"), "\(table.output)\(table.errors)")
        let csv = try daemon.run("qbsyncctl", ["report", "--show", "1", "--format", "csv"]).output
        #expect(csv.hasPrefix("row,subject,subject_name,") && csv.contains("\r\ndata,account,"), "\(csv)")
        let json = try daemon.run("qbsyncctl", ["task", "show", "1", "--json"]).output
        #expect(json.contains(#""rows":[{"#))
        let month = try daemon.run("qbsyncctl", ["report", "BalanceSheetStandard", "--period", "lastmonth"])
        #expect(month.status == 0, "\(month.errors)")
        let word = try daemon.run(
            "qbsyncctl", ["report", "BalanceSheetStandard", "--from", "ThisYearToDate"])
        #expect(word.status == 0, "\(word.errors)")
        #expect(
            try Self.sql(
                daemon,
                "SELECT group_concat(detail LIKE '%DateMacro>' || w || '<%') FROM task, "
                    + "(SELECT 2 AS n, 'LastMonth' AS w UNION SELECT 3, 'ThisYearToDate') WHERE number = n")
                == "1,1")
        for wrong in [
            ["--period", "LastMoon"], ["--from", "2026-02-31"], ["--from", "Today", "--to", "Today1"],
        ] {
            let refused = try daemon.run("qbsyncctl", ["report", "BalanceSheetStandard"] + wrong)
            #expect(refused.status == 64 && refused.errors.contains(wrong[0]), "\(refused.errors)")
        }
        let unknown = try daemon.run("qbsyncctl", ["report", "ProfitAndLossStandrd"])
        #expect(unknown.status == 4 && unknown.errors.contains("ProfitAndLossStandard"), "\(unknown.errors)")
        #expect(try daemon.run("qbsyncctl", ["report", "--names"]).output.contains("BalanceSheetStandard"))
    }

    @Test("a probe says what may be read")
    func probe() async throws {
        let (daemon, pc) = try await synced()
        #expect(try daemon.run("qbsyncctl", ["probe"]).status == 0)
        #expect(try await pc.update().isGood)
        let told = try daemon.run("qbsyncctl", ["task", "wait", "1"])
        #expect(told.status == 0 && told.output.contains("readable"), "\(told.output)")
        let list = try daemon.run("qbsyncctl", ["task", "list"])
        #expect(list.output.contains("Probe of what may be read"))
    }
}
