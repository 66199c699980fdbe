import CSystemd
import Glibc
package import Synchronization

/// Where log records go; looked up once, when the daemon starts.
package struct LogSink: Equatable, Sendable {
    enum Way: Equatable, Sendable {
        /// Straight to journald, with fields.
        case journal
        case lines(LogStyle)
    }

    var way: Way
    /// Takes the lines, and whatever the journal refuses.
    var descriptor: Int32 = STDERR_FILENO

    /// Records that went nowhere since the start, and what the system said of the last of them. There is
    /// nobody to tell at that moment; whoever looks at the daemon's health asks.
    package static let lost = Atomic<Int>(0)
    package static let lastTrouble = Atomic<Int32>(0)

    /// The right sink for this process.
    ///
    /// It has to be found by looking: without a journald, `sd_journal_sendv` says that all went well and the
    /// record is gone. And a daemon whose stderr was pointed elsewhere is expected to write there, even where
    /// a journal runs.
    package static func found() -> LogSink {
        var state = stat()
        let isOpen = fstat(STDERR_FILENO, &state) == 0
        return LogSink(
            way: chosen(
                hasJournal: access("/run/systemd/journal/socket", W_OK) == 0,
                journalStream: variable("JOURNAL_STREAM"),
                stderrStream: isOpen ? "\(state.st_dev):\(state.st_ino)" : nil,
                isTerminal: isatty(STDERR_FILENO) == 1,
                isSupervised: variable("INVOCATION_ID") != nil))
    }

    /// - Parameters:
    ///   - journalStream: `$JOURNAL_STREAM`, the device and inode of the stream that systemd gave the unit as
    ///     stderr.
    ///   - stderrStream: the same two numbers of what stderr is now.
    ///   - isSupervised: started by systemd, whatever its stderr is.
    static func chosen(
        hasJournal: Bool, journalStream: String?, stderrStream: String?, isTerminal: Bool, isSupervised: Bool
    ) -> Way {
        let isJournalStream = journalStream != nil && journalStream == stderrStream
        if isJournalStream { return hasJournal ? .journal : .lines(.supervised) }
        if isTerminal { return .lines(.terminal) }
        return .lines(isSupervised ? .supervised : .unsupervised)
    }

    func write(_ record: LogRecord) {
        if way == .journal, Self.send(record.journalFields) { return }
        var style = LogStyle.supervised
        if case .lines(let asked) = way { style = asked }
        let time = style == .supervised ? "" : Self.localTime()
        writeLine(record.text(style, time: time))
    }

    /// One `write` per record, so that lines of several threads or processes do not mix. Trouble is counted.
    private func writeLine(_ line: String) {
        var rest = Array(line.utf8)[...]
        rest.append(UInt8(ascii: "\n"))
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                Self.lastTrouble.store(errno, ordering: .relaxed)
                Self.lost.add(1, ordering: .relaxed)
                return
            }
        }
    }

    /// - Returns: false when the journal did not take it.
    private static func send(_ fields: [String]) -> Bool {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for field in fields {
            let start = bytes.count
            bytes.append(contentsOf: field.utf8)
            ranges.append(start..<bytes.count)
        }
        return bytes.withUnsafeMutableBytes { buffer in
            let vectors = ranges.map { range in
                iovec(iov_base: buffer.baseAddress.map { $0 + range.lowerBound }, iov_len: range.count)
            }
            return sd_journal_sendv(vectors, Int32(vectors.count)) >= 0
        }
    }

    /// `2026-11-21T06:54:01+0000`, in the machine's zone.
    private static func localTime() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
            guard let text = buffer.baseAddress else { return "" }
            let count = strftime(text, buffer.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
            return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
