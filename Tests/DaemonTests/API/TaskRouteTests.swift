import API
import Foundation
import Sync
import Testing

@testable import Daemon
@testable import Store

@Suite("Special syncs", .timeLimit(.minutes(10)))
struct TaskRouteTests {
    private func post(
        _ scene: MirrorScene, _ path: String, _ body: String = "{}"
    ) async throws -> WireAnswer {
        try await scene.run { try await $0.post("/v1/connectors/acme/\(path)", body) }
    }

    private func audit(_ scene: MirrorScene) async throws -> [String] {
        try await scene.database.read { try $0.audit(limit: 50) }.map {
            "\($0.action.rawValue): \($0.subject)"
        }
    }

    @Test("asking for a task forces a sync in the same breath, and both are in the audit trail")
    func asked() async throws {
        let scene = try MirrorScene()
        let answer = try await post(scene, "verify", #"{"categories":["invoices","Customer"]}"#)
        #expect(answer.status == 201)
        let receipt = try answer.word(TaskReceipt.self)
        #expect(receipt.task == 1 && !receipt.starts && receipt.sentence.contains("Update Selected"))
        let status = try await scene.get("status").word(ConnectorStatus.self)
        #expect(status.name == "acme")
        #expect(
            try await audit(scene).prefix(2) == ["force sync: acme", "ask for a task: task 1"])
        let task = try await scene.get("tasks/1").word(TaskDetail.self).task
        #expect(task.kind == "verify" && task.state == "queued" && !task.askedBy.isEmpty)
        #expect(task.title == "Comparison of customers, invoices")
        #expect(task.sentence == "It waits for the next sync." && task.percent == 0)
    }

    @Test("all that is wrong with an import is told at once")
    func importFindings() async throws {
        let scene = try MirrorScene()
        try scene.execute(
            """
            INSERT INTO category_setting (connector_id, category, direction) VALUES (1, 'bills', 'none')
            """)
        let wrong = try await post(
            scene, "import",
            #"{"categories":["invoics","customers","bills"],"from":"2026-02-30","to":"yesterday"}"#)
        #expect(wrong.status == 422)
        let findings = try wrong.findings
        #expect(findings["categories.0"]?.contains("Did you mean invoices?") == true)
        #expect(findings["categories.1"] == "Customers has no dates to import by.")
        #expect(findings["categories.2"]?.contains("\"none\"") == true)
        #expect(findings["from"] != nil && findings["to"] != nil)
        let turned = try await post(scene, "import", #"{"from":"2026-02-01","to":"2026-01-01"}"#)
        #expect(try turned.findings == ["to": "2026-01-01 is before 2026-02-01."])
        let long = try await post(scene, "import", #"{"from":"1900-01-01","to":"2026-01-01"}"#)
        #expect(try long.findings["from"]?.contains("3000") == true)
        #expect(try await post(scene, "import", #"{"fro":"2026-01-01"}"#).status == 422)
        #expect(try await scene.get("tasks").word([TaskEntry].self).isEmpty)
    }

    @Test("an import is cut into months of categories; all transactions that are mirrored, if none is named")
    func importSlices() async throws {
        let scene = try MirrorScene()
        #expect(
            try await post(
                scene, "import", #"{"categories":["Invoice","bills"],"from":"2026-01-10","to":"2026-03-02"}"#
            ).status == 201)
        let task = try #require(try await scene.database.read { try $0.task(1) })
        guard case .dated(let slices) = task.kind else {
            Issue.record("no import")
            return
        }
        #expect(slices.map(\.category) == ["invoices", "invoices", "invoices", "bills", "bills", "bills"])
        #expect(slices[0].from == "2026-01-10" && slices[5].to == "2026-03-02")
        let entry = try await scene.get("tasks/1").word(TaskDetail.self).task
        #expect(entry.title == "Import of invoices, bills, 2026-01-10 to 2026-03-02")
        // Months that are done go from what is left to do, and not from what was asked for.
        try await scene.database.transact { try $0.apply(slices.prefix(5).map { .sliceDone(1, $0) }) }
        #expect(try await scene.get("tasks/1").word(TaskDetail.self).task.title == entry.title)
        #expect(try await post(scene, "import", #"{"from":"2026-01-01","to":"2026-01-31"}"#).status == 201)
    }

    @Test("SA-8: supplied balances are checked, each with its place")
    func balanceFindings() async throws {
        let scene = try MirrorScene()
        let wrong = try await post(
            scene, "balance-report",
            #"{"balances":[{"customer":"Elm","balance":"1,5"},{"customer":"elm","balance":"2"},"#
                + #"{"customer":"","balance":"-3.10"}]}"#)
        #expect(
            Set(try wrong.findings.keys) == [
                "balances.0.balance", "balances.1.customer", "balances.2.customer",
            ])
        let typo = try await post(
            scene, "balance-report", #"{"balances":[{"customer":"Elm","balance":"1","currency":"USD"}]}"#)
        #expect(Set(try typo.findings.keys) == ["balances.0.currency"])
        let right = try await post(
            scene, "balance-report", #"{"balances":[{"customer":"Elm","balance":"1.50"}]}"#)
        #expect(right.status == 201)
    }

    @Test("a report query is checked, and stored alone, in canonical form and without an ID")
    func report() async throws {
        let scene = try MirrorScene()
        let query =
            #"{"GeneralSummaryReportQueryRq":{"ReportBasis":"Cash","#
            + #""GeneralSummaryReportType":"ProfitAndLossStandard"}}"#
        #expect(try await post(scene, "reports", query).status == 201)
        let task = try #require(try await scene.database.read { try $0.task(1) })
        guard case .report(let document, let name) = task.kind else {
            Issue.record("no report")
            return
        }
        #expect(name == "ProfitAndLossStandard")
        #expect(
            String(decoding: document, as: UTF8.self)
                == "<GeneralSummaryReportQueryRq><GeneralSummaryReportType>ProfitAndLossStandard"
                + "</GeneralSummaryReportType><ReportBasis>Cash</ReportBasis></GeneralSummaryReportQueryRq>")
        let xml =
            #"<JobReportQueryRq requestID="7"><JobReportType>JobProfitabilitySummary"#
            + "</JobReportType></JobReportQueryRq>"
        #expect(try await post(scene, "reports", xml).status == 201)
        let wrong = try await post(
            scene, "reports", #"{"GeneralSummaryReportQueryRq":{"ReportBasi":"Cash"}}"#)
        #expect(wrong.status == 422)
        #expect(try wrong.findings.keys.contains { $0.hasSuffix("/ReportBasi") })
        let other = try await post(scene, "reports", #"{"CustomerQueryRq":{}}"#)
        #expect(other.status == 422 && other.body.contains("asks for no report"))
        #expect(try await post(scene, "reports", "{").status == 400)
    }

    @Test("a paused or disabled connector takes no task, and says what to do")
    func paused() async throws {
        let scene = try MirrorScene()
        #expect(try await post(scene, "pause").status == 200)
        let refused = try await post(scene, "probe")
        #expect(refused.status == 409 && refused.body.contains("resume first"))
        #expect(try await scene.get("tasks").word([TaskEntry].self).isEmpty)
    }

    @Test("a task is stopped and goes on, each once; of another number or connector there is none")
    func stopping() async throws {
        let scene = try MirrorScene()
        _ = try await post(scene, "probe")
        #expect(try await post(scene, "tasks/1/stop").status == 200)
        #expect(try await scene.get("tasks/1").word(TaskDetail.self).task.state == "stopped")
        #expect(try await post(scene, "tasks/1/stop").status == 409)
        let receipt = try await post(scene, "tasks/1/resume")
        #expect(receipt.status == 200 && receipt.body.contains(#""task":1"#))
        #expect(try await post(scene, "tasks/1/resume").status == 409)
        for path in ["tasks/7/stop", "tasks/7/resume", "tasks/x/stop"] {
            #expect(try await post(scene, path).status == 404)
        }
        #expect(try await scene.get("tasks/7").status == 404)
        #expect(
            try await audit(scene).filter { $0.contains("task") } == [
                "resume a task: task 1", "stop a task: task 1", "ask for a task: task 1",
            ])
    }

    @Test("differences come page by page")
    func differences() async throws {
        let scene = try MirrorScene()
        _ = try await post(scene, "verify")
        for number in 1...5 {
            try scene.execute(
                """
                INSERT INTO task_finding (task, kind, id, name, finding, edit_here, edit_there)
                VALUES (1, 'Invoice', 'A-\(number)', 'N', 'different', '1', '2')
                """)
        }
        var found: [String] = []
        var next: String? = ""
        while let cursor = next {
            let rest = cursor.isEmpty ? "" : "&cursor=\(cursor)"
            let page = try await scene.get("tasks/1/differences?limit=2\(rest)").word(DifferencePage.self)
            #expect(page.count == 5)
            found += page.differences.map(\.id)
            next = page.next
        }
        #expect(found == (1...5).map { "A-\($0)" })
        #expect(try await scene.get("tasks/1/differences?cursor=x").status == 422)
        #expect(try await scene.get("tasks/9/differences").status == 404)
        #expect(try await scene.get("tasks/1").word(TaskDetail.self).task.differences == 5)
    }

    @Test("a wait ends with the commit that ends the task")
    func longPoll() async throws {
        let scene = try MirrorScene()
        _ = try await post(scene, "probe")
        let answer = try await scene.run { api in
            try await api.wire.send(
                "GET /v1/connectors/acme/tasks/1?wait=30 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while scene.database.taskReadersWaiting == 0 { await Task.yield() }
            try scene.database.transactNow {
                try $0.applyTask(.endTask(1, .failed("No."), at: MirrorScene.now))
            }
            return try await api.wire.readAnswer()
        }
        let task = try answer.word(TaskDetail.self).task
        #expect(task.state == "failed" && task.sentence == "No.")
    }

    @Test("a report that was answered is a table: headings, rows by their numbers, text rows between")
    func table() async throws {
        let scene = try MirrorScene()
        _ = try await post(
            scene, "reports",
            "<JobReportQueryRq><JobReportType>JobProfitabilitySummary</JobReportType></JobReportQueryRq>")
        let answer = #"""
            {"ReportTitle":"Jobs","ReportSubtitle":"All","ReportBasis":"Accrual","NumRows":3,"ColDesc":[
             {"@colID":"1","@dataType":"STRTYPE","ColTitle":[{"@titleRow":"1"}],"ColType":"Label"},
             {"@colID":"2","@dataType":"AMTTYPE","ColTitle":[{"@titleRow":"1","@value":"Jan"},
               {"@titleRow":"2","@value":"26"}],"ColType":"Amount"}],
             "ReportData":{"TextRow":[{"@rowNumber":"1","@value":"Income"}],"DataRow":[{"@rowNumber":"2",
              "RowData":{"@rowType":"customer","@value":"Elm"},"ColData":[{"@colID":"2","@value":"5.00"}]}],
              "TotalRow":[{"@rowNumber":"3","ColData":[{"@colID":"1","@value":"TOTAL"},
               {"@colID":"2","@value":"5.00"}]}],"$order":["TextRow","DataRow","TotalRow"]}}
            """#
        try scene.database.transactNow {
            try $0.applyTask(.endTask(1, .answered(Array(answer.utf8)), at: MirrorScene.now))
        }
        let detail = try await scene.get("tasks/1").word(TaskDetail.self)
        let report = try #require(detail.report)
        #expect(detail.task.state == "done" && report.title == "Jobs")
        #expect(report.columns.map(\.title) == ["", "Jan 26"] && report.columns[1].isNumeric)
        #expect(report.rows.map(\.kind) == ["text", "data", "total"])
        #expect(report.rows.map(\.cells) == [["Income"], ["", "5.00"], ["TOTAL", "5.00"]])
        #expect(report.rows[1].subject == "customer" && report.rows[1].subjectName == "Elm")
    }

    @Test("tasks are listed newest first, by kind, and page on")
    func list() async throws {
        let scene = try MirrorScene()
        for path in ["probe", "verify", "probe"] { _ = try await post(scene, path) }
        #expect(try await scene.get("tasks").word([TaskEntry].self).map(\.number) == [3, 2, 1])
        #expect(try await scene.get("tasks?kind=coverage").word([TaskEntry].self).map(\.number) == [3, 1])
        #expect(try await scene.get("tasks?before=3&limit=1").word([TaskEntry].self).map(\.number) == [2])
        #expect(try await scene.get("tasks?kind=verfy").status == 422)
    }
}
