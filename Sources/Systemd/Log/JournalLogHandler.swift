package import Logging

/// swift-log's way into the systemd journal, with metadata as fields to search by.
///
///     LoggingSystem.bootstrap { _ in JournalLogHandler(sink: sink) }
///
/// `connector` becomes QBSYNC_CONNECTOR, `counts.added` QBSYNC_COUNTS_ADDED, and so on for any key; the key
/// `message_id` (a `MessageID`) becomes MESSAGE_ID, which is what `journalctl -x` explains. Where no journal
/// listens, the same record is a line on stderr: see `LogSink`.
package struct JournalLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let sink: LogSink

    /// - Parameters:
    ///   - sink: where records go: `LogSink.found()`, once per process.
    ///   - level: what is below it is not written.
    package init(
        sink: LogSink, level: Logger.Level = .info, metadataProvider: Logger.MetadataProvider? = nil
    ) {
        self.sink = sink
        logLevel = level
        self.metadataProvider = metadataProvider
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var merged = metadata
        if let provided = metadataProvider?.get() { merged.merge(provided) { _, later in later } }
        if let given = event.metadata { merged.merge(given) { _, later in later } }
        sink.write(LogRecord(event, metadata: merged))
    }
}

extension Logger {
    /// A line about an event, with its kind: so that `journalctl -x` explains it. A line without a kind is
    /// for developers and stays below info; a house rule looks.
    package func event(_ level: Level, _ text: String, _ kind: MessageID, _ fields: [String: String] = [:]) {
        var metadata: Metadata = [MessageID.key: "\(kind)"]
        for (key, value) in fields { metadata[key] = "\(value)" }
        log(level: level, "\(text)", metadata: metadata)
    }
}
