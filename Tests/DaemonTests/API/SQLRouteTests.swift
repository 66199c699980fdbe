import Foundation
import Simulator
import Testing

/// The mirror in SQL and as files, through the programs as people use them (SA-20).
@Suite("Asking the mirror", .serialized)
struct SQLRouteTests {
    private static func synced() async throws -> DaemonProcess {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try await pc.update().isGood)
        return daemon
    }

    private func tool(
        _ daemon: DaemonProcess, _ arguments: String..., input: String? = nil
    ) throws -> (status: Int32, output: String, errors: String) {
        try Tool.run(
            DaemonProcess.program("qbsyncctl"), arguments,
            environment: ["QBSYNCD_CONTROL_SOCKET": daemon.controlSocket], folder: daemon.folder,
            input: input.map { Data($0.utf8) })
    }

    @Test("qbsyncctl sql joins invoices with their lines, as a table, as CSV and as JSON")
    func queries() async throws {
        let daemon = try await Self.synced()
        let sums = """
            SELECT i.ref_number, i.subtotal_minor - sum(l.amount_minor) AS difference, count(*) AS lines
            FROM invoice AS i JOIN invoice_line AS l ON l.connector = i.connector AND l.invoice_id = i.id
            WHERE i.connector = 'acme' GROUP BY i.id ORDER BY i.ref_number
            """
        let csv = try tool(daemon, "sql", "--csv", sums)
        #expect(csv.status == 0, "\(csv.errors)")
        let rows = csv.output.components(separatedBy: "\r\n").dropLast()
        #expect(rows.first == "ref_number,difference,lines")
        #expect(rows.count == 15 && rows.dropFirst().allSatisfy { $0.contains(",0,") }, "\(csv.output)")
        let json = try tool(daemon, "sql", "--json", "-", input: sums)
        let objects = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(objects.count == 14 && objects.allSatisfy { $0["difference"] as? Int == 0 })
        let table = try tool(daemon, "sql", "--limit", "3", sums)
        #expect(table.output.split(separator: "\n").count == 4)
        #expect(table.errors.contains("--limit 0"))
        let none = try tool(daemon, "sql", "SELECT 1 AS one WHERE 0", "--json")
        #expect(none.output == "[]\n")
    }

    @Test("it changes nothing, shows no password, and says what is wrong with the nearest name")
    func refusals() async throws {
        let daemon = try DaemonProcess()
        let deletion = try tool(daemon, "sql", "DELETE FROM record")
        #expect(deletion.status == 1 && deletion.errors.contains("Only reading is allowed"))
        let hash = try tool(daemon, "sql", "SELECT password_hash FROM login")
        #expect(hash.status == 1 && hash.errors.contains("not shown to anybody"))
        let typo = try tool(daemon, "sql", "SELECT * FROM invoices")
        #expect(typo.status == 1 && typo.errors.contains("invoice?"), "\(typo.errors)")
        let answer = try await daemon.order(.post, "/v1/sql", #"{"sql":"SELECT 1","limit":-1,"seconds":0}"#)
        #expect(answer.status == 422 && answer.text.contains("limit") && answer.text.contains("seconds"))
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
        let late = try tool(daemon, "sql", "--timeout", "1s", endless)
        #expect(late.status == 1 && late.errors.contains("stopped after 1 s"), "\(late.errors)")
        #expect(try tool(daemon, "sql").status == 64)
    }

    @Test("views are listed, and one is described by its name or by its kind")
    func views() async throws {
        let daemon = try DaemonProcess()
        let list = try tool(daemon, "sql", "--list")
        #expect(
            list.status == 0 && list.output.contains("invoice_line")
                && list.output.contains("journal_debit_line"))
        for name in ["invoice", "Invoice"] {
            let view = try tool(daemon, "sql", "--describe", name)
            #expect(
                view.output.contains("balance_remaining_minor") && view.output.contains("BalanceRemaining"))
        }
        let words = try tool(daemon, "sql", "--describe", "Received payments")
        #expect(words.output.hasPrefix("receive_payment:"), "\(words.errors)")
        let column = try tool(daemon, "sql", "SELECT i.refnumber FROM invoice AS i")
        #expect(column.errors.contains("no such column: i.refnumber. Did you mean ref_number?"))
        let unknown = try tool(daemon, "sql", "--describe", "invoce")
        #expect(unknown.status == 4 && unknown.errors.contains("invoice"))
    }

    @Test("qbsyncctl export says what is in doubt, empties what is gone, and names what it left")
    func exportDoubts() async throws {
        let daemon = try await Self.synced()
        let folder = daemon.folder.appending(path: "books").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        for name in ["invoice_line_group.csv", "customer.ndjson", "notes.csv"] {
            try "old".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        let clean = try tool(
            daemon, "export", "acme", "--kind", "invoices", "--format", "csv", "--directory", folder)
        #expect(clean.status == 0 && !clean.errors.contains("Incomplete"), "\(clean.errors)")
        #expect(
            clean.errors.contains("Left from an earlier export") && clean.errors.contains("customer.ndjson"))
        #expect(!clean.errors.contains("notes.csv"), "a file of somebody else's is none of ours")
        let group = try String(contentsOfFile: "\(folder)/invoice_line_group.csv", encoding: .utf8)
        #expect(group.hasPrefix("connector,") && group.split(whereSeparator: \.isNewline).count == 1)

        #expect(try tool(daemon, "category", "set", "acme", "invoices", "--direction", "none").status == 0)
        let doubtful = try tool(
            daemon, "export", "acme", "--kind", "Invoice", "--kind", "Customer", "--format", "csv",
            "--directory", folder)
        #expect(doubtful.status == 0 && doubtful.errors.contains("Incomplete: Invoices: It is not read"))
        let told = try tool(
            daemon, "export", "acme", "--kind", "Invoice", "--kind", "Customer", "--format", "csv",
            "--directory", folder, "--json")
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
        #expect(report["complete"] as? Bool == false)
        let doubts = try #require(report["doubts"] as? [[String: String]])
        #expect(doubts.map { $0["category"] } == ["invoices"])
        let files = try #require(report["files"] as? [[String: Any]])
        #expect(files.first { $0["view"] as? String == "invoice" }?["complete"] as? Bool == false)
        #expect(files.first { $0["view"] as? String == "customer" }?["complete"] as? Bool == true)
        #expect((report["left_over"] as? [String])?.contains("\(folder)/customer.ndjson") == true)
    }

    @Test("qbsyncctl export writes every kind and its lines to files that are whole")
    func export() async throws {
        let daemon = try await Self.synced()
        let folder = daemon.folder.appending(path: "books").path
        let all = try tool(daemon, "export", "acme", "--all", "--format", "csv", "--directory", folder)
        #expect(all.status == 0, "\(all.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(Set(["invoice.csv", "invoice_line.csv", "customer.csv", "account.csv"]).isSubset(of: names))
        #expect(!names.contains { $0.hasSuffix(".partial") })
        for view in ["invoice", "invoice_line", "customer"] {
            let text = try String(contentsOfFile: "\(folder)/\(view).csv", encoding: .utf8)
            let count = try tool(daemon, "sql", "--csv", "SELECT count(*) FROM \(view)").output
            #expect(count == "count(*)\r\n\(text.components(separatedBy: "\r\n").count - 2)\r\n", "\(view)")
        }
        let lines = try tool(daemon, "export", "acme", "--kind", "invoice", "--format", "ndjson")
        let records = try lines.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(records.count == 14 && records.allSatisfy { $0["kind"] as? String == "Invoice" })
        #expect(records.allSatisfy { $0["is_deleted"] as? Bool == false })
        let record = try #require(records.first?["record"] as? [String: Any])
        #expect(record["InvoiceLineRet"] is [Any] && record["Subtotal"] is String)
        let both = try tool(daemon, "export", "acme", "--all", "--format", "csv")
        #expect(both.status == 64)
        let items = try tool(daemon, "export", "acme", "--kind", "Items", "--format", "csv")
        #expect(items.status == 1 && items.errors.contains("give --directory"), "\(items.errors)")
        let nowhere = daemon.folder.appending(path: "nowhere").path
        let unknown = try tool(
            daemon, "export", "acme", "--kind", "Invoce", "--format", "csv", "--directory", nowhere)
        #expect(unknown.status == 4 && unknown.errors.contains("Did you mean Invoice"))
        #expect(!FileManager.default.fileExists(atPath: nowhere), "a folder is made for what is exported")
    }
}
