import Foundation

/// A blocking HTTP/1.1 connection: the cheapest honest client, so that what is measured is the server.
final class Connection {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Seconds from the first byte of a request to the last byte of its answer, over all calls: the server's
    /// share. What a client does between its calls is the client's.
    private(set) var seconds = 0.0
    /// Of the longest of them.
    private(set) var longest = 0.0

    enum Failure: Error { case connect(String), closed, malformed }

    /// To 127.0.0.1.
    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure.connect(String(cString: strerror(errno))) }
        var one: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    /// To a unix socket.
    init(path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Failure.connect(String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    /// One request, one answer; returns status and body.
    func call(
        _ method: String, _ path: String, type: String = "text/xml; charset=utf-8", body: [UInt8]
    ) throws -> (status: Int, body: [UInt8]) {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
        head += "Content-Length: \(body.count)\r\n\r\n"
        let bytes = Array(head.utf8) + body
        let start = Clock.now
        defer {
            let passed = Clock.seconds(since: start)
            seconds += passed
            longest = max(longest, passed)
        }
        try send(bytes)
        return try receive()
    }

    private func send(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { raw in
            var sent = 0
            while sent < raw.count {
                let count = write(descriptor, raw.baseAddress! + sent, raw.count - sent)
                guard count > 0 else { throw Failure.closed }
                sent += count
            }
        }
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = read(descriptor, &chunk, chunk.count)
        guard count > 0 else { throw Failure.closed }
        buffer.append(contentsOf: chunk[..<count])
    }

    private func receive() throws -> (status: Int, body: [UInt8]) {
        var end: Int?
        while end == nil {
            end = headEnd()
            if end == nil { try fill() }
        }
        guard let end else { throw Failure.malformed }
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        guard let status = lines.first.flatMap({ Int($0.split(separator: " ")[1]) }) else {
            throw Failure.malformed
        }
        let length =
            lines.lazy.map { $0.lowercased() }.first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        let total = end + 4 + length
        while buffer.count < total { try fill() }
        let body = Array(buffer[(end + 4)..<total])
        buffer.removeFirst(total)
        return (status, body)
    }

    private func headEnd() -> Int? {
        guard buffer.count >= 4 else { return nil }
        return (0...(buffer.count - 4)).first { buffer[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }
    }
}
