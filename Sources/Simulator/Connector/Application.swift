package import WebConnector

/// One entry in the Web Connector's list: a `.qwc` that was added, with what the person at the screen set.
package struct Application: Equatable, Sendable {
    package let file: ConnectionFile
    /// As typed into the Password column; nil until somebody did.
    package var password: String?
    /// The tick in the Auto-Run column. It is off after adding.
    package var isAutoRun: Bool
    /// The Every_Min column, in seconds; nil without a schedule.
    package var everySeconds: Int?
    /// Whether "allow access even if QuickBooks is not running" was granted in QuickBooks' window.
    package var mayRunUnattended: Bool
    /// The company file that was open when it was added.
    package let companyPath: String
    /// When the last update ended, in Unix seconds.
    package internal(set) var lastRun: Int?
    /// When Auto-Run starts the next update, in Unix seconds.
    package internal(set) var nextRun: Int?
    /// The lower limit that the server gave for Every_Min (index 3 of `authenticate`), in seconds.
    package internal(set) var minimumInterval: Int?

    /// The key of its entry in the registry.
    package var name: String { file.appName }
    /// What the screen shows.
    package var title: String { file.displayName ?? file.appName }

    init(
        file: ConnectionFile, password: String?, isAutoRun: Bool, mayRunUnattended: Bool, companyPath: String
    ) {
        self.file = file
        self.password = password
        self.isAutoRun = isAutoRun
        self.mayRunUnattended = mayRunUnattended
        self.companyPath = companyPath
        // With both in the file the first wins, and ours keeps no order: minutes.
        everySeconds = file.everyMinutes.map { $0 * 60 } ?? file.everySeconds
    }

    /// Sets the next run after an update has ended.
    ///
    /// The last run's end counts, so an interval is never exact. What the server asked for acts only on
    /// Auto-Run.
    mutating func schedule(after end: Int, waitSeconds: Int?) {
        lastRun = end
        guard isAutoRun, let everySeconds else {
            nextRun = nil
            return
        }
        nextRun = end + (waitSeconds ?? max(everySeconds, minimumInterval ?? 0))
    }
}
