import Foundation

/// A program under measurement, started with a datagram socket on which it says READY=1.
final class Program {
    let process = Process()
    private(set) var startSeconds = 0.0

    /// Starts and waits for READY=1; the time from spawn to that datagram is `startSeconds`.
    init(_ path: String, _ arguments: [String], directory: String) throws {
        let notify = "\(directory)/notify.sock"
        unlink(notify)
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: notify.utf8.prefix(107)) }
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ["NOTIFY_SOCKET": notify, "PATH": "/usr/bin:/bin"]
        let log = "\(directory)/qbsyncd.log"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let output = FileHandle(forWritingAtPath: log) ?? .nullDevice
        process.standardOutput = output
        process.standardError = output
        let start = Clock.now
        try process.run()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { throw Failure.notReady }
            if String(decoding: buffer[..<count], as: UTF8.self).contains("READY=1") { break }
        }
        startSeconds = Clock.seconds(since: start)
    }

    enum Failure: Error { case notReady }

    /// Megabytes: resident now, and at the most so far.
    var memory: (resident: Double, peak: Double) {
        let path = "/proc/\(process.processIdentifier)/status"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        func field(_ name: String) -> Double {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
            return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
        }
        return (field("VmRSS:"), field("VmHWM:"))
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
