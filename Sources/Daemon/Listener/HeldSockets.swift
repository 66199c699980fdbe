import Glibc
import Logging
import Systemd

/// The listening sockets that systemd held for this start, found by where they listen.
///
/// The configuration alone says where we listen. A held socket that is bound to such a place is taken; any
/// other is left, and whoever starts us learns of it. Two sorts come the same way:
///
///     the keeping   ours of before the restart, named as the listener; what the settings no longer name is
///                   given up without a word
///     a socket unit an administrator's, qbsyncd.socket; what the settings do not name is a disagreement,
///                   which only a person can settle
struct HeldSockets {
    struct Held: Equatable {
        var socket: InheritedSocket
        var place: BoundAddress
        var isKept: Bool
    }

    private(set) var rest: [Held]

    init(_ sockets: [InheritedSocket], keptNames: Set<String>) {
        rest = sockets.map { socket in
            Held(
                socket: socket, place: BoundAddress(ofSocket: socket.descriptor) ?? .unix(path: ""),
                isKept: keptNames.contains(socket.name))
        }
    }

    /// The held socket for a place that the settings name; nil when there is none, and it has to be bound.
    mutating func take(_ source: BindSource) -> Held? {
        guard let index = rest.firstIndex(where: { Self.is($0.place, source) }) else { return nil }
        let found = rest.remove(at: index)
        if case .unixSocket(let place) = source {
            // The file may be gone while the socket lives, and then nobody can reach it any more.
            guard access(place.path, F_OK) == 0 else {
                rest.append(found)
                return nil
            }
        }
        return found
    }

    /// Parts with what no setting names: ends the keeping of our own, and tells of the others.
    mutating func letGo(logger: Logger) {
        for held in rest {
            close(held.socket.descriptor)
            if held.isKept {
                SocketKeeping.drop(held.socket.name)
            } else {
                logger.event(.warning, Self.disagreement(held), .socketUnclaimed)
            }
        }
        // An address may come free by this that we are about to bind, once systemd has let go of it too.
        if rest.contains(where: \.isKept) { SocketKeeping.settle() }
        rest = []
    }

    private static func disagreement(_ held: Held) -> String {
        "systemd holds a socket at \(held.place) for us (\(held.socket.name)), and no setting names that "
            + "place: who calls there waits in vain. Make listen.address and ListenStream= in "
            + "`systemctl edit qbsyncd.socket` say the same, or do without: systemctl disable qbsyncd.socket."
    }

    private static func `is`(_ held: BoundAddress, _ wanted: BindSource) -> Bool {
        switch (held, wanted) {
        case (.unix(let path), .unixSocket(let place)):
            return path == place.path
        case (.tcp(let host, let port), .address(let wantedHost, let wantedPort)):
            guard port == wantedPort, let address = IPAddress(host) else { return false }
            if wantedHost == "localhost" { return address.isLoopback }
            return IPAddress(wantedHost) == address
        case (.tcp, _), (.unix, _):
            return false
        }
    }
}

extension BoundAddress {
    /// Where a socket listens, as the kernel says; nil for what does not listen, or somewhere unknown to us.
    init?(ofSocket descriptor: CInt) {
        switch ListeningPlace(ofSocket: descriptor) {
        case .tcp(let host, let port): self = .tcp(host: host, port: port)
        case .unix(let path): self = .unix(path: path)
        case nil: return nil
        }
    }
}
