import Glibc
import Logging
import Testing

@testable import Systemd

@Suite("Where records go")
struct LogSinkTests {
    @Test("to the journal, when stderr is the stream that systemd gave us")
    func journal() {
        let way = LogSink.chosen(
            journalStream: "10:4711", stderrStream: "10:4711", isTerminal: false,
            isSupervised: true)
        #expect(way == .journal)
    }

    @Test("to stderr with priorities, when the unit pointed it elsewhere: a journal that runs is not enough")
    func redirected() {
        let way = LogSink.chosen(
            journalStream: "10:4711", stderrStream: "8:12", isTerminal: false,
            isSupervised: true)
        #expect(way == .lines(.supervised))
    }

    @Test("to the terminal, when a person started it, though the shell inherited a journal stream")
    func terminal() {
        let way = LogSink.chosen(
            journalStream: "10:4711", stderrStream: "5:3", isTerminal: true,
            isSupervised: true)
        #expect(way == .lines(.terminal))
    }

    @Test("to a file with the time, when nobody supervises")
    func file() {
        let way = LogSink.chosen(
            journalStream: nil, stderrStream: "8:12", isTerminal: false, isSupervised: false
        )
        #expect(way == .lines(.unsupervised))
    }

    @Test("nothing that is absent matches: no stream named, and stderr closed")
    func bothAbsent() {
        let way = LogSink.chosen(
            journalStream: nil, stderrStream: nil, isTerminal: false, isSupervised: false)
        #expect(way == .lines(.unsupervised))
    }

    @Test("a process whose stderr is a pipe finds the lines, with JOURNAL_STREAM of another stream set")
    func foundByLooking() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            setenv("JOURNAL_STREAM", "1:1", 1)
            setenv("INVOCATION_ID", "0123456789abcdef0123456789abcdef", 1)
            let handler = JournalLogHandler(sink: .found())
            let logger = Logger(label: "test") { _ in handler }
            logger.notice("bound to a\nfile", metadata: ["connector": "acme"])
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("<5>bound to a\\nfile connector=acme\n"))
    }

    @Test("a record is one line on the descriptor, whole and ended")
    func wholeLine() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let handler = JournalLogHandler(sink: LogSink(way: .lines(.supervised), descriptor: ends[1]))
        let logger = Logger(label: "test") { _ in handler }
        logger.error("out of disk", metadata: ["reference": "R-7"])
        logger.debug("below the level")
        close(ends[1])
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &buffer, buffer.count)
        #expect(
            String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "<3>out of disk reference=R-7\n")
    }
}

@Suite("The handler as swift-log wants it")
struct JournalLogHandlerTests {
    private let silent = LogSink(way: .lines(.supervised), descriptor: -1)

    @Test("level and metadata are values: a copy's change leaves the original alone")
    func valueSemantics() {
        let sink = silent
        var first = Logger(label: "first") { _ in JournalLogHandler(sink: sink) }
        first.logLevel = .debug
        first[metadataKey: "only-on"] = "first"
        var second = first
        second.logLevel = .error
        second[metadataKey: "only-on"] = "second"
        #expect(first.logLevel == .debug)
        #expect(second.logLevel == .error)
        #expect(first[metadataKey: "only-on"] == "first")
        #expect(second[metadataKey: "only-on"] == "second")
    }

    @Test("the call's metadata wins over the provider's, the provider's over the logger's")
    func precedence() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let provider = Logger.MetadataProvider { ["b": "provider", "c": "provider"] }
        let sink = LogSink(way: .lines(.supervised), descriptor: ends[1])
        var logger = Logger(label: "test") { _ in JournalLogHandler(sink: sink, metadataProvider: provider) }
        for key in ["a", "b", "c"] { logger[metadataKey: key] = "logger" }
        logger.info("x", metadata: ["c": "call"])
        close(ends[1])
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &buffer, buffer.count)
        #expect(
            String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
                == "<6>x a=logger b=provider c=call\n")
    }
}
