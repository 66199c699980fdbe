import API
import HTTPTypes
import QBXML

/// The whole of the API, as packaging/doc/api.md tells it.
extension ControlRoutes {
    var groups: [RouteGroup] {
        [
            RouteGroup(
                name: "Connectors", sentence: "One connector for each company file.", routes: connectors),
            RouteGroup(
                name: "Pairing", sentence: "Logins of the Web Connector, and its file.", routes: pairing),
            RouteGroup(name: "Syncs", sentence: "Starting, stopping and pausing.", routes: syncs),
            RouteGroup(
                name: "Requests", sentence: "What is to be written into QuickBooks, and what became of it.",
                routes: requests),
            RouteGroup(
                name: "Webhooks", sentence: "Whom events are sent to, signed.", routes: webhooks),
            RouteGroup(name: "History", sentence: "What happened, and what did not.", routes: past),
            RouteGroup(name: "Trail", sentence: "Who did what, and what was said.", routes: trail),
            RouteGroup(name: "SQL", sentence: "The mirror as views and tables.", routes: queries),
            RouteGroup(name: "Mirror", sentence: "The records of the company files.", routes: mirror),
            RouteGroup(
                name: "Special syncs", sentence: "What is done beside the ordinary sync, when somebody asks.",
                routes: tasks),
            RouteGroup(name: "qbXML", sentence: "Requests and records of QuickBooks.", routes: language),
            RouteGroup(name: "Service", sentence: "The daemon itself.", routes: service),
            RouteGroup(
                name: "Supervision", sentence: "For supervisors and Prometheus, in plain text.",
                routes: probes),
        ]
    }

    private var connectors: [Route] {
        [
            Route(
                "listConnectors", .get, "/v1/connectors", "The connectors in full",
                gives: .word([ConnectorDetail].self), listConnectors),
            Route(
                "createConnector", .post, "/v1/connectors",
                "Makes a connector; the answer holds the password, once",
                takes: .word(ConnectorCreation.self), gives: .made(Secret.self), createConnector),
            Route(
                "showConnector", .get, "/v1/connectors/{connector}", "One connector in full",
                gives: .word(ConnectorDetail.self), showConnector),
            Route(
                "editConnector", .patch, "/v1/connectors/{connector}",
                "Changes settings; what is left out stays",
                takes: .word(ConnectorSettings.self), gives: .word(ConnectorDetail.self), editConnector),
            Route(
                "connectorStatus", .get, "/v1/connectors/{connector}/status",
                "One row of the grid: state, sentence, fix, whose move", gives: .word(ConnectorStatus.self),
                connectorStatus),
            Route(
                "disableConnector", .post, "/v1/connectors/{connector}/disable",
                "No check-in is served from now on", gives: .word(Done.self), disableConnector),
            Route(
                "enableConnector", .post, "/v1/connectors/{connector}/enable", "Check-ins are served again",
                gives: .word(Done.self), enableConnector),
            Route(
                "rebindConnector", .post, "/v1/connectors/{connector}/rebind", "The company file was moved",
                takes: .word(Rebinding.self), gives: .word(Done.self), rebindConnector),
            Route(
                "renewIdentity", .post, "/v1/connectors/{connector}/identity",
                "A new OwnerID and FileID, for a new computer or a copied file", gives: .word(Done.self),
                renewIdentity),
        ]
    }

    private var pairing: [Route] {
        [
            Route(
                "connectionFile", .get, "/v1/connectors/{connector}/qwc",
                "The .qwc file and the steps on the Windows side", query: [.user],
                gives: .word([ConnectionFileDownload].self), connectionFile),
            Route(
                "addUser", .post, "/v1/connectors/{connector}/users",
                "One more user; the answer holds the password, once", takes: .word(UserCreation.self),
                gives: .made(Secret.self), addUser),
            Route(
                "replacePassword", .post, "/v1/users/{user}/password",
                "A new password, shown once; nothing is paired again", gives: .word(Secret.self),
                replacePassword),
            Route(
                "unlock", .post, "/v1/users/{user}/unlock", "After the password was put right",
                gives: .word(Done.self), unlock),
        ]
    }

    private var syncs: [Route] {
        [
            Route(
                "forceSync", .post, "/v1/connectors/{connector}/sync", "A sync with the next check-in",
                takes: .word(ForceSync.self), gives: .word(ForceReceipt.self), mayConflict: true, forceSync),
            Route(
                "stop", .post, "/v1/connectors/{connector}/stop",
                "The running sync ends after its current category; a forced one that waits is taken back",
                gives: .word(Done.self), mayConflict: true, stop),
            Route(
                "pause", .post, "/v1/connectors/{connector}/pause",
                "Nothing is synced until a time, or until resumed",
                takes: .word(PauseOrder.self), gives: .word(Done.self), pause),
            Route(
                "resume", .post, "/v1/connectors/{connector}/resume", "Ends a pause", gives: .word(Done.self),
                resume),
        ]
    }

    private var past: [Route] {
        [
            Route(
                "history", .get, "/v1/connectors/{connector}/history", "Conversations, newest first",
                query: [.limit(otherwise: 10)], gives: .word([ConversationEntry].self), history),
            Route(
                "findConversation", .get, "/v1/conversations/{ticket}",
                "The conversation whose calls carried a ticket, as Windows-side logs show it",
                gives: .word(FoundConversation.self), conversation),
            Route(
                "activity", .get, "/v1/connectors/{connector}/activity",
                "Items added, updated, deleted or restored, newest first", query: [.limit(otherwise: 50)],
                gives: .word([ActivityEntry].self), activity),
            Route(
                "messages", .get, "/v1/connectors/{connector}/messages", "What did not sync, and why",
                gives: .word([MessageEntry].self), messages),
            Route(
                "responses", .get, "/v1/connectors/{connector}/responses",
                "Answers of QuickBooks that could not be processed and were kept",
                gives: .word([KeptResponse].self), responses),
            Route(
                "reprocess", .post, "/v1/responses/{number}/reprocess", "Tries a kept answer again",
                gives: .word(Done.self), mayConflict: true, reprocess),
        ]
    }

    private var language: [Route] {
        let scope = [Route.QueryParameter.version, .edition]
        return [
            Route(
                "check", .post, Path.check, "Checks requests, as JSON or qbXML, without sending them",
                query: scope + [.characters], takes: .requests, gives: .word(CheckReport.self), check),
            Route(
                "listSchemas", .get, Path.schemas, "Every request and record that has a JSON Schema",
                query: scope, gives: .word([SchemaEntry].self), listSchemas),
            Route(
                "showSchema", .get, "/v1/schema/{message}",
                "The JSON Schema of a request such as InvoiceAdd or a record such as InvoiceRet",
                query: scope,
                gives: .document(
                    type: "application/schema+json",
                    form: ["type": "object", "description": "JSON Schema of 2020-12."]),
                showSchema),
        ]
    }

    private var service: [Route] {
        [
            Route(
                "status", .get, "/v1/status", "The grid: every connector with its state, syncs and ten dots",
                gives: .word(StatusReport.self), status),
            Route(
                "conditions", .get, Path.conditions,
                "What is wrong with the installation and its connectors, the gravest first",
                query: [
                    Route.QueryParameter(
                        name: "connector", sentence: "Only this connector's; without it, all.",
                        form: ["type": "string"]),
                    Route.QueryParameter(
                        name: "past", sentence: "So many of those that are over, too.",
                        form: ["type": "integer", "minimum": 0, "maximum": 1000]),
                ], gives: .word(ConditionReport.self), conditions),
            Route(
                "doctor", .get, Path.doctor,
                "The whole installation: configuration, disk, database, certificate, and all conditions",
                gives: .word(DoctorReport.self), doctor),
            Route(
                "lastPreflight", .get, Path.preflight, "The last look at our own public address",
                gives: .word(PreflightReport.self), lastPreflight),
            Route(
                "preflight", .post, Path.preflight,
                "Looks at a public address as the Web Connector will: DNS, TLS, certificate, pages, calls",
                takes: .word(PreflightOrder.self),
                gives: .stream([
                    (
                        "application/x-ndjson",
                        [
                            "type": "string",
                            "description": "Lines of JSON, a PreflightCheck each, as it is made.",
                        ]
                    )
                ]), mayConflict: true, needsDecider: true, preflight),
            Route(
                "support", .get, Path.support,
                "What only the daemon knows of itself, for a support bundle; no company data",
                gives: .word(SupportFacts.self), support),
            Route(
                "backup", .post, "/v1/backup", "An online copy of the database",
                takes: .word(BackupOrder.self), gives: .word(BackupReceipt.self), mayConflict: true,
                needsDecider: true, backup),
            Route(
                "checkStore", .get, Path.checkStore,
                "The database, or a copy of it, read from its first page to its last",
                query: [
                    Route.QueryParameter(
                        name: "file",
                        sentence:
                            "A copy, absolute, on the daemon's machine; without it, the database itself.",
                        form: ["type": "string"])
                ], gives: .word(StoreCheckReport.self), mayConflict: true, needsDecider: true, checkStore),
            Route(
                "describe", .get, Path.openAPI, "This description",
                gives: .document(type: "application/json", form: ["type": "object"]), describe),
        ]
    }
}
