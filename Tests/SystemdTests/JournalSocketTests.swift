import Foundation
import Logging
import Synchronization
import Testing

@testable import Systemd

/// The other end: a datagram socket at a path, as journald has it. It reads when it is asked to.
private final class Journald {
    let path = "/tmp/qbsyncd-journal-\(UUID().uuidString.prefix(8))"
    private let descriptor: Int32

    init?() {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 }
        }
        guard isBound else { return nil }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    func heard() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 300_000)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : Array(buffer.prefix(count))
    }

    /// - Returns: how many records were waiting.
    func readAll() -> Int {
        var count = 0
        while heard() != nil { count += 1 }
        return count
    }
}

@Suite("The journal's socket", .timeLimit(.minutes(10)))
struct JournalSocketTests {
    private static let fields = ["MESSAGE=acme: Success", "PRIORITY=6"]

    @Test("a field is a line, and one of several lines stands behind its length")
    func form() throws {
        let journald = try #require(Journald())
        #expect(JournalSocket(path: journald.path).send(["MESSAGE=two\nlines", "PRIORITY=6"]) == 0)
        let expected =
            Array("MESSAGE\n".utf8) + [9, 0, 0, 0, 0, 0, 0, 0] + Array("two\nlines\nPRIORITY=6\n".utf8)
        #expect(journald.heard() == expected)
    }

    @Test("a journald that reads nothing holds nobody up; when it reads again, it is told again")
    func behind() throws {
        let journald = try #require(Journald())
        let socket = JournalSocket(path: journald.path)
        // More than any queue takes: whoever waited for each of them would not get through.
        let refusals = (1...20_000).map { _ in socket.send(Self.fields) }.filter { $0 != 0 }
        #expect(!refusals.isEmpty)
        #expect(refusals.allSatisfy { $0 == EAGAIN })
        #expect(journald.readAll() == 20_000 - refusals.count, "what was said to be taken is there")
        #expect(socket.send(Self.fields) == 0)
        #expect(journald.readAll() == 1)
    }

    @Test("that nobody listens is said, and who listens at the same place later is told")
    func away() throws {
        var journald = Journald()
        let path = try #require(journald?.path)
        let socket = JournalSocket(path: path)
        journald = nil
        #expect(socket.send(Self.fields) == ENOENT)
        let another = try #require(Journald())
        #expect(rename(another.path, path) == 0)
        defer { unlink(path) }
        #expect(socket.send(Self.fields) == 0)
        #expect(another.readAll() == 1)
    }

    @Test("a record that is too large for a datagram comes with its fields cut, and not at all otherwise")
    func large() throws {
        let journald = try #require(Journald())
        let long = "MESSAGE=" + String(repeating: "x", count: 20 << 20)
        #expect(JournalSocket(path: journald.path).send([long, "PRIORITY=3"]) == 0)
        let heard = String(decoding: journald.heard() ?? [], as: UTF8.self)
        #expect(heard.hasPrefix("MESSAGE=xxx"))
        #expect(heard.hasSuffix("x…\nPRIORITY=3\n"))
    }

    @Test("what neither the socket nor stderr takes is counted, and the sink knows that it fails")
    func sink() async throws {
        // In a process of its own: the counts are the process's.
        await #expect(processExitsWith: .success) {
            var ends: [Int32] = [0, 0]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { exit(2) }
            let sink = LogSink(
                way: .journal, descriptor: ends[1], journal: JournalSocket(path: "/nowhere/socket"))
            let event = LogEvent(
                level: .info, message: "hello", error: nil, metadata: nil, source: nil, file: "a",
                function: "b", line: 1)
            let record = LogRecord(event, metadata: [:])
            sink.write(record)
            guard LogSink.lost.load(ordering: .relaxed) == 0 else { exit(3) }
            // Nobody reads the other end; then it is full.
            for _ in 1...100_000 { sink.write(record) }
            guard LogSink.lost.load(ordering: .relaxed) > 0, LogSink.isFailing.load(ordering: .relaxed),
                LogSink.lastTrouble.load(ordering: .relaxed) == EAGAIN
            else { exit(4) }
            var buffer = [UInt8](repeating: 0, count: 1 << 20)
            while recv(ends[0], &buffer, buffer.count, Int32(MSG_DONTWAIT)) > 0 {}
            sink.write(record)
            guard !LogSink.isFailing.load(ordering: .relaxed) else { exit(5) }
        }
    }
}
