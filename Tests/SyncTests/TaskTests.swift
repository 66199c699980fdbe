import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

@Suite("What somebody asks for beside the ordinary sync")
struct TaskTests {
    /// A script whose sync reads these categories only, and has read them before.
    private func script(reading categories: [String], _ tasks: [MirrorTask]) -> Script {
        var script = Script()
        for category in Category.all where !categories.contains(category.name) {
            script.settings[category.name] = CategorySetting(direction: .none)
        }
        script.mirror.settings = script.settings
        for category in categories {
            script.watermarks[category] = Watermark(highWater: nil, completeAt: .noon)
        }
        script.tasks = tasks
        return script
    }

    private func march(_ from: String, _ to: String) -> ImportSlice {
        ImportSlice(category: "invoices", from: from, to: to)
    }

    /// Answers everything with nothing until a question holds the text.
    private func play(_ script: inout Script, until text: String, highest: Int = 13) -> String {
        for _ in 0..<50 {
            let document = script.send(highest: highest)
            if document.isEmpty || document.contains(text) { return document }
            if script.answer(code: 1) >= 100 { return "" }
        }
        return ""
    }

    private func ends(_ script: Script) -> [Int64: TaskEnd] {
        script.changes.reduce(into: [:]) { ends, change in
            if case .endTask(let number, let end, _) = change { ends[number] = end }
        }
    }

    @Test("a stopped import ends after the page that is being read, and none of its parts counts as done")
    func stoppedImport() {
        let slices = [march("2026-01-01", "2026-01-31"), march("2026-02-01", "2026-02-28")]
        var script = script(reading: ["invoices"], [MirrorTask(number: 4, kind: .dated(slices))])
        _ = script.login()
        #expect(play(&script, until: "<FromTxnDate>2026-01-01").contains("<ToTxnDate>2026-01-31"))
        script.mirror.stopped = [4]
        _ = script.answer([.customer("1", modified: "2026-01-02T00:00:00")], iterator: "{i}", remaining: 7)
        #expect(script.ingested.last?.category == "invoices", "the page itself is stored")
        #expect(play(&script, until: "TxnDate>").isEmpty, "nothing more of the import is asked for")
        #expect(script.ending == .success)
        #expect(ends(script).isEmpty)
        #expect(!script.changes.contains { if case .sliceDone = $0 { true } else { false } })
    }

    @Test("a sync that is stopped during an import stops at the page too, and the import goes on next time")
    func stoppedSync() {
        let slices = [march("2026-01-01", "2026-01-31"), march("2026-02-01", "2026-02-28")]
        var script = script(reading: ["invoices"], [MirrorTask(number: 4, kind: .dated(slices))])
        _ = script.login()
        _ = play(&script, until: "<FromTxnDate>2026-01-01")
        script.open?.conversation.stop = StopRequest(by: "ann", at: script.now)
        #expect(
            script.answer([.customer("1", modified: "2026-01-02T00:00:00")], iterator: "{i}", remaining: 7)
                == 100)
        #expect(ends(script).isEmpty)
    }

    @Test("an import is done when each of its parts is")
    func wholeImport() {
        let slices = [march("2026-01-01", "2026-01-31"), march("2026-02-01", "2026-02-28")]
        var script = script(reading: ["invoices"], [MirrorTask(number: 4, kind: .dated(slices))])
        _ = script.login()
        #expect(script.playToEnd() == 100)
        #expect(ends(script) == [4: .done])
        let done = script.changes.compactMap { change -> ImportSlice? in
            if case .sliceDone(4, let slice) = change { slice } else { nil }
        }
        #expect(done == slices)
    }

    @Test("what this QuickBooks does not have is done for a comparison, so that it comes to an end")
    func passedOver() {
        let kinds = MirrorTask.Kind.verify(["customers", "bar-codes"])
        var script = script(
            reading: ["customers", "bar-codes"], [MirrorTask(number: 9, kind: kinds)])
        _ = script.login()
        #expect(play(&script, until: "BarCodeQueryRq", highest: 8).isEmpty)
        #expect(ends(script) == [9: .done])
    }

    @Test("a comparison that QuickBooks says it cannot have is passed over, an import of it fails")
    func notInThisEdition() {
        var script = script(
            reading: ["classes"], [MirrorTask(number: 9, kind: .verify(["classes"]))])
        _ = script.login()
        _ = play(&script, until: "<IncludeRetElement>ListID")
        _ = script.answer(code: 3250)
        _ = play(&script, until: "never")
        #expect(ends(script) == [9: .done])
    }

    @Test("a report behind a task that was stopped goes out all the same, under the number of its question")
    func reportBehindStopped() throws {
        let report = Array("<GeneralSummaryReportQueryRq><X/></GeneralSummaryReportQueryRq>".utf8)
        var script = script(
            reading: ["customers"],
            [
                MirrorTask(number: 1, kind: .verify(["customers"])),
                MirrorTask(number: 2, kind: .report(document: report, name: "R")),
            ])
        _ = script.login()
        script.mirror.stopped = [1]
        script.mirror.reports = [2: report]
        let document = play(&script, until: "Report")
        let sequence = try #require(script.open?.conversation.sequence)
        #expect(document.contains(#"<GeneralSummaryReportQueryRq requestID="\#(sequence)"><X/>"#))
        let table = RecordFault(kind: "Report", reason: "no ID", json: Array(#"{"NumRows":1}"#.utf8))
        _ = script.answer(faults: [table])
        _ = play(&script, until: "never")
        #expect(ends(script) == [2: .answered(table.json)])
        #expect(script.messages["report"] == nil)
    }

    @Test("a report that QuickBooks refuses fails with its words, and colours no dot")
    func refusedReport() {
        let report = Array("<JobReportQueryRq/>".utf8)
        var script = script(
            reading: ["customers"], [MirrorTask(number: 2, kind: .report(document: report, name: "R"))])
        _ = script.login()
        script.mirror.reports = [2: report]
        _ = play(&script, until: "<JobReportQueryRq requestID=")
        _ = script.answer(code: 3120)
        _ = play(&script, until: "never")
        guard case .failed(let why)? = ends(script)[2] else {
            Issue.record("it did not fail")
            return
        }
        #expect(why.contains("told") && script.ending == .success)
    }

    @Test("each task compares for itself; one that finds nothing to compare says so")
    func severalTasks() {
        var script = script(
            reading: ["customers"],
            [
                MirrorTask(number: 1, kind: .verify([])), MirrorTask(number: 2, kind: .verify(["customers"])),
                MirrorTask(number: 3, kind: .verify(["vendors"])), MirrorTask(number: 4, kind: .coverage),
                MirrorTask(number: 5, kind: .coverage),
            ])
        _ = script.login()
        let compared = script.open?.agenda.steps.filter { $0.purpose == .compare } ?? []
        #expect(compared.map(\.task) == [1, 2])
        guard case .failed? = ends(script)[3] else {
            Issue.record("nobody said that vendors are not read")
            return
        }
        #expect(script.playToEnd() == 100)
        #expect(Set(ends(script).keys) == [1, 2, 3, 4, 5])
    }

    @Test("a range of days becomes calendar months, cut at both ends, over leap days and years")
    func months() {
        let slices = ImportSlice.monthly("bills", from: "2023-12-15", to: "2024-03-02")
        #expect(
            slices.map { "\($0.from) \($0.to)" } == [
                "2023-12-15 2023-12-31", "2024-01-01 2024-01-31", "2024-02-01 2024-02-29",
                "2024-03-01 2024-03-02",
            ])
        #expect(slices.allSatisfy { $0.category == "bills" })
        #expect(ImportSlice.monthly("bills", from: "2024-03-02", to: "2024-03-02").count == 1)
        #expect(ImportSlice.monthly("bills", from: "2024-03-02", to: "2024-03-01").isEmpty)
    }

    @Test("SA-8: both sides and the difference; who is named twice is compared twice, and nobody is lost")
    func balances() {
        let ours = [
            CustomerBalance(id: "80-1", name: "Elm", isActive: true, balance: "10.00", totalBalance: "10.00"),
            CustomerBalance(id: "80-2", name: "Oak", isActive: false, balance: "5.10", totalBalance: nil),
            CustomerBalance(id: "80-3", name: "Ash", isActive: true, balance: "1.00", totalBalance: nil),
        ]
        let report = BalanceReport(
            ours: ours,
            theirs: [
                ClaimedBalance(customer: "elm", balance: "10"),
                ClaimedBalance(customer: "80-1", balance: "10.5"),
                ClaimedBalance(customer: "Oak", balance: "-5.10"),
                ClaimedBalance(customer: "Fir", balance: "3"),
            ])
        #expect(
            report.lines.map { "\($0.customer) \($0.supplied ?? "-") \($0.difference ?? "-") \($0.verdict)" }
                == [
                    "Elm 10.5 0.5 differs", "Elm 10 0 agrees", "Oak -5.10 -10.2 differs",
                    "Ash - - unclaimed", "Fir 3 - unknownHere",
                ])
        #expect(report.sentence == "4 balances were compared, 3 of them do not agree.")
        #expect(BalanceReport(ours: ours, theirs: []).sentence == "The balances of 3 customers.")
    }
}
