import Foundation
import Simulator
import Testing

/// What a person does with the mirror, with the real programs.
@Suite("qbsyncctl on the mirror", .serialized, .timeLimit(.minutes(10)))
struct MirrorCommandTests {
    private func run(
        _ daemon: DaemonProcess, _ arguments: String...
    ) throws -> (status: Int32, output: String, errors: String) { try daemon.run("qbsyncctl", arguments) }

    @Test("records are listed, found, written a line each and shown; changes and freshness are told")
    func reading() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try run(daemon, "connector", "edit", "acme", "--history", "90d").status == 0)
        #expect(try await pc.update().isGood)
        let books = try pc.books("Customer")

        let lines = try run(daemon, "records", "Customer", "--ndjson").output.split(separator: "\n")
        let records = try lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(records.count == books.count)
        #expect(Set(records.compactMap { $0["id"] as? String }) == Set(books.keys))
        let two = try run(daemon, "records", "Customer", "acme", "--ndjson", "--limit", "2")
        #expect(two.output.split(separator: "\n").count == 2)

        let list = try run(daemon, "records", "Customer", "--sort", "-modified", "--limit", "1")
        #expect(list.status == 0 && list.output.hasPrefix("NAME"))
        #expect(list.errors.contains("There are more"))
        let json = try run(daemon, "records", "Customer", "--json", "--limit", "1")
        #expect(json.output.contains(#""next":""#))
        let wrong = try run(daemon, "records", "Custmer")
        #expect(wrong.status == 4 && wrong.errors.contains("Did you mean Customer"))
        let filter = try run(daemon, "records", "Customer", "--ref-number", "1")
        #expect(filter.status == 1 && filter.errors.contains("Customer has no RefNumber"))

        let name = try #require(records.first?["name"] as? String)
        let one = try run(daemon, "record", "Customer", name)
        #expect(one.status == 0 && one.output.contains(#""FullName": "#) && one.errors.contains("As of"))
        let future = try run(daemon, "record", "Customer", name, "--at", "2101-01-01")
        #expect(future.status == 64 && future.errors.contains("lies in the future"), "\(future)")
        let fields = try run(daemon, "record", "Customer", name, "--fields", "Nmae")
        #expect(fields.status == 4 && fields.errors.contains("Did you mean"), "\(fields)")
        let day = try run(daemon, "records", "Invoice", "--from", "2026-99-01")
        #expect(day.status == 64 && day.errors.contains("--from takes a day"), "\(day)")
        let past = try run(daemon, "record", "Customer", name, "--at", "2001-01-01")
        #expect(past.status == 4 && past.errors.contains("for the first time"))
        #expect(try run(daemon, "record", "Customer", "nobody at all").status == 4)

        let changes = try run(daemon, "changes", "--kind", "Customer", "--limit", "3")
        #expect(changes.output.contains("added") && changes.output.hasPrefix("NUMBER"))
        let page = try run(daemon, "changes", "--after", "0", "--limit", "1", "--json").output
        #expect(page.contains(#""has_more":true"#) && page.contains(#""number":"#))
        let gone = try run(daemon, "changes", "--after", "1000000")
        #expect(gone.status == 1 && gone.errors.contains("older copy"))

        let fresh = try run(daemon, "freshness", "acme")
        #expect(fresh.status == 0 && fresh.output.contains("Customers"))
        #expect(try run(daemon, "coverage", "acme").output.contains("readable"))
    }

    @Test("what was edited in QuickBooks is a change, and its earlier version can be looked at")
    func versions() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try run(daemon, "connector", "edit", "acme", "--history", "forever").status == 0)
        #expect(try await pc.update().isGood)
        let before = try run(daemon, "changes", "--json", "--limit", "1").output
        let end = try #require(before.firstMatch(of: #/"next":(\d+)/#)?.output.1)
        pc.officeDay()
        _ = try await daemon.order(.post, "/v1/connectors/acme/sync", "{}")
        #expect(try await pc.update().isGood)
        let answer = try await daemon.order(
            .get, "/v1/connectors/acme/changes?include=record&limit=1000&after=\(end)")
        let page = try #require(answer.json as? [String: Any])
        let changes = try #require(page["changes"] as? [[String: Any]])
        let updated = try #require(changes.first { $0["operation"] as? String == "updated" })
        #expect(updated["record"] != nil)
        let (kind, id) = (try #require(updated["kind"] as? String), try #require(updated["id"] as? String))
        let versions = try run(daemon, "record", kind, id, "--versions")
        #expect(versions.status == 0 && versions.output.contains("until"))
        #expect(versions.output.contains("Earlier versions are kept: forever."))
        #expect(versions.output.contains(" -> "), "what changed is told: \(versions.output)")
    }

    @Test("a transaction is found by its number, and at a moment by the number that it had then")
    func numbers() async throws {
        let daemon = try DaemonProcess()
        let pc = try await SimulatedPC(daemon)
        #expect(try run(daemon, "connector", "edit", "acme", "--history", "forever").status == 0)
        #expect(try await pc.update().isGood)
        func sql(_ text: String) throws -> String {
            try Tool.run(
                URL(fileURLWithPath: "/usr/bin/sqlite3"), ["-cmd", ".timeout 5000", daemon.database, text],
                folder: daemon.folder
            ).output.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let id = try sql("SELECT id FROM record WHERE kind = 'Invoice' ORDER BY id LIMIT 1")
        let number = try sql("SELECT name FROM record WHERE kind = 'Invoice' AND id = '\(id)'")
        #expect(try run(daemon, "record", "Invoices", number).output.contains(id))
        // Since this morning it has another number, and another invoice has its own.
        _ = try sql(
            """
            INSERT INTO record_version (connector_id, kind, id, valid_until, changed_at, name, json)
                SELECT connector_id, kind, id, changed_at, '2020-01-01T00:00:00.000Z', 'OLD-1', json
                FROM record WHERE kind = 'Invoice' AND id = '\(id)';
            UPDATE record SET first_seen_at = '2020-01-01T00:00:00.000Z' WHERE id = '\(id)';
            UPDATE record SET name = 'OLD-1' WHERE kind = 'Invoice'
                AND id = (SELECT max(id) FROM record WHERE kind = 'Invoice');
            """)
        let then = try run(daemon, "record", "Invoice", "old-1", "--at", "2020-06-01")
        #expect(then.status == 0 && then.output.contains(id), "\(then)")
        let now = try run(daemon, "record", "Invoice", "OLD-1")
        #expect(now.status == 0 && !now.output.contains(id), "\(now)")
        #expect(try run(daemon, "record", "Invoice", "OLD-2").status == 4)
    }

    @Test("categories are listed and set; a wrong name or value changes nothing")
    func categories() async throws {
        let daemon = try DaemonProcess()
        _ = try await SimulatedPC(daemon)
        let set = try run(
            daemon, "category", "set", "acme", "employees", "vendors", "--direction", "none")
        #expect(set.status == 0 && set.output.contains("none"), "\(set)")
        let wrong = try run(daemon, "category", "set", "acme", "items", "employes", "--cadence", "nightly")
        #expect(wrong.status == 4 && wrong.errors.contains("Did you mean employees?"))
        let value = try run(daemon, "category", "set", "acme", "items", "--cadence", "daily")
        #expect(value.status == 1 && value.errors.contains("nightly"))
        #expect(try run(daemon, "category", "set", "acme", "items").status == 64)
        let list = try run(daemon, "category", "list", "acme", "--json").output
        #expect(list.contains(#""direction":"none""#) && !list.contains("nightly"))
        #expect(try run(daemon, "category", "list", "--names").output.contains("received-payments\n"))
        let history = try run(daemon, "connector", "edit", "acme", "--history", "90")
        #expect(history.status == 0)
        let odd = try run(daemon, "connector", "edit", "acme", "--history", "always")
        #expect(odd.status == 1 && odd.errors.contains("forever"))
    }
}
