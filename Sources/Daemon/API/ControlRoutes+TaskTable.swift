import API
import HTTPTypes
import QBXML
import Store
import Sync

/// The part of the table about what somebody asks for beside the ordinary sync.
extension ControlRoutes {
    var tasks: [Route] { askedFor + standing }

    private var askedFor: [Route] {
        let receipt = Route.Outcome.made(TaskReceipt.self)
        return [
            Route(
                "verify", .post, "/v1/connectors/{connector}/verify",
                "Compares all IDs with QuickBooks, repairs, and tells exactly what differed",
                takes: .word(VerifyOrder.self), gives: receipt, mayConflict: true, verify),
            Route(
                "probe", .post, "/v1/connectors/{connector}/probe",
                "Asks one record of each category: what may be read?", takes: .word(ProbeOrder.self),
                gives: receipt, mayConflict: true, probe),
            Route(
                "importRange", .post, "/v1/connectors/{connector}/import",
                "Reads the transactions of a range of days", takes: .word(ImportOrder.self), gives: receipt,
                mayConflict: true, importRange),
            Route(
                "balanceReport", .post, "/v1/connectors/{connector}/balance-report",
                "Refreshes the balances of all customers and compares them with those of the caller",
                takes: .word(BalanceOrder.self), gives: receipt, mayConflict: true, balanceReport),
            Route(
                "report", .post, "/v1/connectors/{connector}/reports",
                "Asks for one of QuickBooks' reports, as one report query in JSON or qbXML",
                query: [.version, .edition, .duringShutdown], takes: .requests, gives: receipt,
                mayConflict: true, report),
        ]
    }

    private var standing: [Route] {
        [
            Route(
                "listTasks", .get, "/v1/connectors/{connector}/tasks", "What was asked for, newest first",
                query: [.taskKind, .limit(otherwise: 50), .before], gives: .word([TaskEntry].self),
                listTasks),
            Route(
                "showTask", .get, "/v1/connectors/{connector}/tasks/{task}",
                "How far a task is, and what it came to", query: [.untilOver], gives: .word(TaskDetail.self),
                showTask),
            Route(
                "listDifferences", .get, "/v1/connectors/{connector}/tasks/{task}/differences",
                "What a comparison found, before it was repaired",
                query: [.limit(otherwise: 100), .cursor], gives: .word(DifferencePage.self), differences),
            Route(
                "stopTask", .post, "/v1/connectors/{connector}/tasks/{task}/stop",
                "It ends after the page that is being read, and can go on later", gives: .word(Done.self),
                mayConflict: true, stopTask),
            Route(
                "resumeTask", .post, "/v1/connectors/{connector}/tasks/{task}/resume",
                "A stopped task goes on with a sync", gives: .word(TaskReceipt.self), mayConflict: true,
                resumeTask),
        ]
    }
}

extension Route.QueryParameter {
    static let duringShutdown = Self(
        name: "during_shutdown", sentence: "Also inside the overnight shutdown.",
        form: ["type": "string", "enum": ["true", "false"], "default": "false"])

    static let taskKind = Self(
        name: "kind", sentence: "Only tasks of this kind.",
        form: ["type": "string", "enum": .texts(MirrorTask.Word.allCases.map(\.rawValue))])

    static let before = integer("before", "Only tasks with smaller numbers, to page on.")

    static let untilOver = integer(
        "wait", "Seconds to wait until it is over, up to 55; then it says how it stands.")
}
