import Foundation
import Glibc
import Logging
import Systemd
import Testing

@testable import Daemon

@Suite("Sockets that systemd held for us", .timeLimit(.minutes(10)))
struct HeldSocketTests {
    private func held(_ sockets: [InheritedSocket]) -> HeldSockets {
        HeldSockets(sockets, keptNames: ListenerService.names)
    }

    @Test("a socket is found by where it listens, whatever its name is")
    func byAddress() throws {
        let listening = try ListeningSocket()
        defer { listening.close() }
        var held = held([InheritedSocket(descriptor: listening.descriptor, name: "qbsyncd.socket")])
        let elsewhere = held.take(.address(host: "127.0.0.1", port: listening.port + 1))
        let everywhere = held.take(.address(host: "0.0.0.0", port: listening.port))
        let found = held.take(.address(host: "127.0.0.1", port: listening.port))
        #expect(elsewhere == nil)
        #expect(everywhere == nil)
        #expect(found?.socket.descriptor == listening.descriptor)
        #expect(found?.isKept == false)
        #expect(held.rest.isEmpty)
    }

    @Test("localhost is either loopback address")
    func localhost() throws {
        let listening = try ListeningSocket()
        defer { listening.close() }
        var held = held([InheritedSocket(descriptor: listening.descriptor, name: "web")])
        let found = held.take(.address(host: "localhost", port: listening.port))
        #expect(found?.isKept == true)
    }

    @Test("a descriptor that does not listen is never taken")
    func notListening() throws {
        let listening = try ListeningSocket(listens: false)
        defer { listening.close() }
        var held = held([InheritedSocket(descriptor: listening.descriptor, name: "web")])
        let found = held.take(.address(host: "127.0.0.1", port: listening.port))
        #expect(found == nil)
    }

    @Test("a unix socket is found by its path, and not once its file is gone, when nobody could reach it")
    func unix() throws {
        let path = NSTemporaryDirectory() + "held-\(UUID().uuidString.prefix(8)).sock"
        let place = UnixSocketPlace(path: path)
        let made = try UnixSocket(at: place)
        defer { close(made.descriptor) }
        let socket = InheritedSocket(descriptor: made.descriptor, name: "control")
        var one = held([socket])
        let other = one.take(.unixSocket(UnixSocketPlace(path: path + "x")))
        let found = one.take(.unixSocket(place))
        #expect(other == nil)
        #expect(found?.place == .unix(path: path))
        unlink(path)
        var two = held([socket])
        let unreachable = two.take(.unixSocket(place))
        #expect(unreachable == nil)
        #expect(two.rest.count == 1)
    }

    @Test(
        "a socket unit's that no setting names is told with the fix; our own of before is given up in silence"
    )
    func disagreement() throws {
        let (unit, kept) = (try ListeningSocket(), try ListeningSocket())
        let told = ToldLines()
        #expect(unit.answers)
        var held = held([
            InheritedSocket(descriptor: unit.descriptor, name: "qbsyncd.socket"),
            InheritedSocket(descriptor: kept.descriptor, name: "web"),
        ])
        held.letGo(logger: told.logger)
        #expect(told.lines.count == 1)
        let line = try #require(told.lines.first)
        #expect(line.hasPrefix("systemd holds a socket at 127.0.0.1:\(unit.port) for us (qbsyncd.socket)"))
        #expect(line.contains("systemctl edit qbsyncd.socket"))
        #expect(held.rest.isEmpty)
        #expect(!unit.answers)
        #expect(!kept.answers)
    }
}

/// A TCP socket on a free loopback port, as systemd would hand it over.
struct ListeningSocket {
    let descriptor: CInt
    let port: Int

    init(listens: Bool = true) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (made, length) = (descriptor, size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(made, $0, length) == 0 && getsockname(made, $0, &size) == 0
            }
        }
        try #require(isBound && (!listens || listen(descriptor, 8) == 0))
        port = Int(in_port_t(bigEndian: address.sin_port))
    }

    /// Whether somebody listens there still: this socket, or a copy of it.
    var answers: Bool {
        let client = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { Glibc.close(client) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    func close() { Glibc.close(descriptor) }
}
