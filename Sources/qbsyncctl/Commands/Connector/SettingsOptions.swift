import API
import ArgumentParser

/// The settings of a connector as options. What is not given stays as it is, or is the configured default.
///
/// Values are passed on as typed: the daemon knows the rules and names everything that is wrong at once.
struct SettingsOptions: ParsableArguments {
    @Option(help: "What people call the company.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "Path of the company file as that computer sees it; without, the one open at the first sync.",
            valueName: "path"))
    var companyFile: String?

    @Option(
        help: "Name of the QuickBooks computer; learned at the first sync. One syncs one company at a time.")
    var workstation: String?

    @Option(help: ArgumentHelp("From one sync to the next: 2h, 90m; at least 5m.", valueName: "duration"))
    var interval: String?

    @Option(
        help: ArgumentHelp(
            "When nothing is started: 22:00-06:00, \"22:00-06:00 Mon-Fri\", or none.", valueName: "window"))
    var overnightShutdown: String?

    @Option(
        help: ArgumentHelp("Zone of that window: an IANA name such as America/Chicago.", valueName: "zone"))
    var timeZone: String?

    @Option(
        help: ArgumentHelp(
            "How often the Web Connector checks in: 5m. Goes into the .qwc.", valueName: "duration"))
    var poll: String?

    @Option(help: "After the night: start by itself (automatic), or be forced each morning (manual).")
    var morning: String?

    @Option(help: ArgumentHelp("Records asked for at a time.", valueName: "count"))
    var pageSize: Int?

    @Option(help: ArgumentHelp("How far before the last change to read again: 10m.", valueName: "duration"))
    var overlap: String?

    @Flag(inversion: .prefixedNo, help: "Sync while QuickBooks is closed.")
    var unattended: Bool?

    @Option(
        help: ArgumentHelp(
            "Allowed editions, with commas: simple-start,pro,premier,enterprise; or all.", valueName: "list"))
    var editions: String?

    @Option(
        help: ArgumentHelp(
            "How long earlier versions of records are kept: off, 90d, forever.", valueName: "length"))
    var history: String?

    @Option(
        help: ArgumentHelp(
            "Hold the conversation open for requests, so long after the last: 15m, or off.",
            valueName: "duration"))
    var hold: String?

    var settings: ConnectorSettings {
        ConnectorSettings(
            title: title, companyFile: companyFile, workstation: workstation, interval: interval,
            overnightShutdown: overnightShutdown, timeZone: timeZone, poll: poll, morning: morning,
            pageSize: pageSize, overlap: overlap, unattended: unattended, editions: editionList,
            history: history, hold: hold)
    }

    /// No edition by name means all of them, as the API has it.
    private var editionList: [String]? {
        editions.map { text in
            text == "all" ? [] : text.split(separator: ",").map { $0.trimmingBlanks }
        }
    }

    var isEmpty: Bool { settings == ConnectorSettings() }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
