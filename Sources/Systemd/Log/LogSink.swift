import Glibc
package import Synchronization

/// Where log records go; looked up once, when the daemon starts. Nobody who writes one ever waits long for
/// whoever takes it: a record that is not taken is lost and counted, and the daemon goes on.
package struct LogSink: Sendable {
    enum Way: Equatable, Sendable {
        /// Straight to journald, with fields.
        case journal
        case lines(LogStyle)
    }

    var way: Way
    /// Takes the lines, and whatever the journal refuses.
    var descriptor: Int32 = STDERR_FILENO
    var journal = JournalSocket()

    /// Records that went nowhere since the start, and what the system said of the last of them. There is
    /// nobody to tell at that moment; whoever looks at the daemon's health asks.
    package static let lost = Atomic<Int>(0)
    package static let lastTrouble = Atomic<Int32>(0)
    /// Whether the last record of all went nowhere.
    package static let isFailing = Atomic<Bool>(false)

    /// The right sink for this process.
    ///
    /// It has to be found by looking: a daemon whose stderr was pointed elsewhere is expected to write there,
    /// even where a journal runs.
    package static func found() -> LogSink {
        var state = stat()
        let isOpen = fstat(STDERR_FILENO, &state) == 0
        return LogSink(
            way: chosen(
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
        journalStream: String?, stderrStream: String?, isTerminal: Bool, isSupervised: Bool
    ) -> Way {
        // A journal that does not listen at this moment may do so at the next.
        if journalStream != nil && journalStream == stderrStream { return .journal }
        if isTerminal { return .lines(.terminal) }
        return .lines(isSupervised ? .supervised : .unsupervised)
    }

    func write(_ record: LogRecord) {
        if way == .journal, journal.send(record.journalFields) == 0 {
            return Self.isFailing.store(false, ordering: .relaxed)
        }
        var style = LogStyle.supervised
        if case .lines(let asked) = way { style = asked }
        let time = style == .supervised ? "" : Self.localTime()
        let trouble = writeLine(record.text(style, time: time))
        Self.isFailing.store(trouble != 0, ordering: .relaxed)
        guard trouble != 0 else { return }
        Self.lastTrouble.store(trouble, ordering: .relaxed)
        Self.lost.add(1, ordering: .relaxed)
    }

    /// One `write` per record, so that lines of several threads or processes do not mix.
    ///
    /// - Returns: 0 when it was taken, else what the system said.
    private func writeLine(_ line: String) -> Int32 {
        var rest = Array(line.utf8)[...]
        rest.append(UInt8(ascii: "\n"))
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { put($0) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// Our stderr under systemd is a stream to the same journald, which may hang: nobody waits for that. A
    /// file, a pipe or a terminal has a person behind it who may want to hold us up.
    private func put(_ bytes: UnsafeRawBufferPointer) -> Int {
        if way == .journal {
            let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
            return send(descriptor, bytes.baseAddress, bytes.count, flags)
        }
        return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
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
