import Foundation
import Logging
import Synchronization
import Testing

@testable import Systemd

@Suite("Records that the journal does not take")
struct LostRecordTests {
    @Test("are counted, with what the system said: a full disk behind stderr is not passed over")
    func counted() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let event = LogEvent(
            level: .info, message: "nobody hears this", error: nil, metadata: nil, source: nil, file: "a",
            function: "b", line: 1)
        let before = LogSink.lost.load(ordering: .relaxed)
        let sink = LogSink(way: .lines(.supervised), descriptor: descriptor)
        sink.write(LogRecord(event, metadata: [:]))
        let (after, trouble) = (
            LogSink.lost.load(ordering: .relaxed), LogSink.lastTrouble.load(ordering: .relaxed)
        )
        #expect(after > before)
        #expect(trouble == ENOSPC)
    }
}
