import Glibc
import NIOCore
import NIOPosix
import WebConnector

/// The addresses of a name, as this machine is told them: its hosts file, its DNS.
struct NameLookup: Sendable {
    /// - Throws: `NetworkTrouble`.
    let addresses: @Sendable (_ host: String, _ port: Int, _ limit: Int) async throws -> [SocketAddress]

    /// Through the system. It has limits of its own, and blocks a thread until then; nobody waits for that
    /// beyond ours.
    static let system = NameLookup { host, port, limit in
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: [SocketAddress].self)
        let late = loop.scheduleTask(in: .seconds(Int64(limit))) {
            answer.fail(NetworkTrouble.tooSlow(seconds: limit))
        }
        defer { late.cancel() }
        threads.runIfActive(eventLoop: loop) { try ask(host, port) }.cascade(to: answer)
        return try await answer.futureResult.get()
    }

    /// Of their own: a name server that does not answer holds them for minutes, and the others read the
    /// answers of QuickBooks.
    private static let threads = {
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        return threads
    }()

    private static func ask(_ host: String, _ port: Int) throws -> [SocketAddress] {
        if let literal = try? SocketAddress(ipAddress: host, port: port) { return [literal] }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &list)
        guard status == 0 else { throw NetworkTrouble.unknownHost(String(cString: gai_strerror(status))) }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var entry = list
        while let one = entry?.pointee {
            if let address = Self.address(one), !found.contains(address) { found.append(address) }
            entry = one.ai_next
        }
        return found
    }

    private static func address(_ entry: addrinfo) -> SocketAddress? {
        guard let place = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET: return SocketAddress(place.loadUnaligned(as: sockaddr_in.self))
        case AF_INET6: return SocketAddress(place.loadUnaligned(as: sockaddr_in6.self))
        default: return nil
        }
    }
}

extension ResolvedHost.Address {
    init(_ address: SocketAddress) {
        let text = address.ipAddress ?? "\(address)"
        self.init(text: text, reach: AddressReach(bytes: IPAddress(text)?.bytes ?? []))
    }
}
