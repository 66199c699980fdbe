import Logging

/// One log record, ready to be written either way: as the journal's fields or as a line of text.
struct LogRecord: Equatable, Sendable {
    var level: Logger.Level
    var message: String
    /// Which kind of event; nil when the caller gave none, or none that the journal would take.
    var messageID: String?
    var fields: [LogField]
    var file: String
    var function: String
    var line: UInt

    /// - Parameter metadata: of the logger, its provider and the call, already merged.
    init(_ event: LogEvent, metadata: Logger.Metadata) {
        var metadata = metadata
        if let error = event.error { metadata["error"] = "\(error)" }
        if let id = metadata[MessageID.key]?.description, MessageID.isWellFormed(id) {
            messageID = id
            metadata[MessageID.key] = nil
        }
        level = event.level
        message = event.message.description
        fields = LogField.flattened(metadata)
        file = event.file
        function = event.function
        line = event.line
    }

    /// As the journal takes them:
    ///
    ///     MESSAGE=acme: Success: every category was read.
    ///     PRIORITY=6
    ///     SYSLOG_IDENTIFIER=qbsyncd
    ///     MESSAGE_ID=12e52310ea93499ab044a22015ea78ae
    ///     QBSYNC_CONNECTOR=acme
    var journalFields: [String] {
        var entries = [
            "MESSAGE=" + LogText.escaped(message, keepingLines: true),
            "PRIORITY=\(level.syslogPriority)",
            "SYSLOG_IDENTIFIER=qbsyncd",
            "CODE_FILE=" + file,
            "CODE_LINE=\(line)",
            "CODE_FUNC=" + function,
        ]
        if let messageID { entries.append("MESSAGE_ID=" + messageID) }
        for field in fields {
            entries.append(field.journalName + "=" + LogText.escaped(field.value, keepingLines: true))
        }
        return entries
    }

    /// As one line, without its end. The kind of event is left out: it is a number for machines.
    func text(_ style: LogStyle, time: String) -> String {
        let words =
            [LogText.escaped(message, keepingLines: false)] + fields.map { LogText.pair($0.key, $0.value) }
        let line = words.joined(separator: " ")
        return switch style {
        case .supervised: "<\(level.syslogPriority)>" + line
        case .unsupervised: "<\(level.syslogPriority)>" + time + " " + line
        case .terminal: time + " " + level.rawValue + ": " + line
        }
    }
}

/// How a line looks, by who reads it.
enum LogStyle: Equatable, Sendable {
    /// A supervisor, which adds the time itself and (systemd at least) reads the priority in front.
    case supervised
    /// A file or a program; nobody else adds the time.
    case unsupervised
    /// A person.
    case terminal
}

extension Logger.Level {
    /// The numbers of syslog(3). `emerg` and `alert` are for the whole machine and never ours.
    var syslogPriority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
