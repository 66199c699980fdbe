import HTTPTypes
import NIOCore
import NIOPosix
import Testing

@testable import Daemon

@Suite("Who the client is", .timeLimit(.minutes(10)))
struct ProxyTests {
    private func proxies(_ networks: String...) -> TrustedProxies {
        TrustedProxies(networks.compactMap { IPNetwork($0) })
    }

    private func origin(
        _ peer: String, _ trusted: TrustedProxies, overTLS: Bool = false, for hops: String? = nil,
        proto: String? = nil
    ) throws -> ClientOrigin {
        var headers = HTTPFields()
        if let hops { headers[.xForwardedFor] = hops }
        if let proto { headers[.xForwardedProto] = proto }
        return trusted.origin(peer: try #require(IPAddress(peer)), overTLS: overTLS, headers: headers)
    }

    @Test("nobody is believed who is not a trusted proxy")
    func stranger() throws {
        let found = try origin("198.51.100.9", proxies("10.0.0.0/8"), for: "203.0.113.1", proto: "https")
        #expect(found == ClientOrigin(address: "198.51.100.9", isSecure: false))
    }

    @Test("the nearest hop that no trusted proxy stands for is the client; what is left of it may be forged")
    func nearestUntrusted() throws {
        let trusted = proxies("10.0.0.0/8", "127.0.0.1")
        #expect(
            try origin("127.0.0.1", trusted, for: "6.6.6.6, 198.51.100.9, 10.1.2.3", proto: "https")
                == ClientOrigin(address: "198.51.100.9", isSecure: true))
        #expect(try origin("10.0.0.1", trusted, for: "10.0.0.2").address == "10.0.0.2")
    }

    @Test(
        "a hop may carry a port, an unreadable one ends the search, and without hops the proxy is the client")
    func oddHops() throws {
        let trusted = proxies("10.0.0.1")
        #expect(try origin("10.0.0.1", trusted, for: "198.51.100.9:4711").address == "198.51.100.9")
        #expect(try origin("10.0.0.1", trusted, for: "[2001:db8::7]:4711").address == "2001:db8::7")
        #expect(try origin("10.0.0.1", trusted, for: "6.6.6.6, unknown").address == "10.0.0.1")
        #expect(try origin("10.0.0.1", trusted).address == "10.0.0.1")
        #expect(try origin("10.0.0.1", trusted, overTLS: true, proto: "http").isSecure == false)
        #expect(try origin("10.0.0.1", trusted, overTLS: true).isSecure)
    }

    @Test("addresses and networks are read and compared bit by bit")
    func networks() throws {
        let network = try #require(IPNetwork("10.16.0.0/12"))
        #expect(network.contains(try #require(IPAddress("10.31.255.255"))))
        #expect(!network.contains(try #require(IPAddress("10.32.0.0"))))
        #expect(network.contains(try #require(IPAddress("::ffff:10.17.0.1"))))
        #expect(try #require(IPNetwork("2001:db8::/32")).contains(try #require(IPAddress("[2001:db8:1::1]"))))
        #expect(try #require(IPNetwork("0.0.0.0/0")).contains(try #require(IPAddress("8.8.8.8"))))
        #expect(!(try #require(IPNetwork("0.0.0.0/0")).contains(try #require(IPAddress("::1")))))
        for bad in [
            "", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "::/129", "proxy.local", "10.0.0.0/8/8", "1.2.3.4/+8",
        ] {
            #expect(IPNetwork(bad) == nil, "\(bad)")
        }
        #expect(try #require(IPAddress("127.3.2.1")).isLoopback)
        #expect(try #require(IPAddress("::1")).isLoopback)
        #expect(!(try #require(IPAddress("128.0.0.1")).isLoopback))
    }

    @Test("a route sees the client that the trusted proxy names")
    func route() async throws {
        let trusted = proxies("127.0.0.1")
        let options = ListenerOptions(
            name: "test", source: ServedListener.loopback, trustedProxies: { trusted })
        try await ServedListener.run(options) { address, _ in
            try await Wire.open(address) { wire in
                try await wire.send(
                    "GET /whoami HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.9\r\n"
                        + "X-Forwarded-Proto: https\r\n\r\n"
                )
                #expect(try await wire.readAnswer().body == "198.51.100.9 secure -")
                try await wire.send("GET /whoami HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await wire.readAnswer().body == "127.0.0.1 plain -")
            }
        }
    }

    private static let outwardAddress = (try? System.enumerateDevices())?
        .compactMap { $0.address?.ipAddress }
        .first { IPAddress($0).map { !$0.isLoopback && $0.bytes.count == 4 } ?? false }

    @Test(
        "plain HTTP from another machine is turned away unless it is the trusted proxy's",
        .enabled(if: outwardAddress != nil, "this machine has no address but loopback"))
    func plainStranger() async throws {
        let outward = try #require(Self.outwardAddress)
        for trusted in [TrustedProxies.none, proxies(outward)] {
            let options = ListenerOptions(
                name: "test", source: .address(host: outward, port: 0), trustedProxies: { trusted })
            try await ServedListener.run(options) { address, _ in
                try await Wire.open(address) { wire in
                    try await wire.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                    let answer = try await wire.readAnswer()
                    #expect(
                        answer.statusLine == (trusted.isEmpty ? "HTTP/1.1 403 Forbidden" : "HTTP/1.1 200 OK"))
                }
            }
        }
    }
}
