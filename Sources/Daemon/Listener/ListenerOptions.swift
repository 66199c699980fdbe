/// How a listener behaves, whatever it serves.
package struct ListenerOptions: Sendable {
    /// What the journal calls it: `web`, `control`, `api`.
    package var name: String
    package var source: BindSource
    /// Under this name systemd keeps the socket for the next process, once we have bound it; nil where it is
    /// not to.
    package var keptAs: String?
    /// Set for TLS.
    package var certificates: CertificateHolder?
    /// Largest `Content-Length` in bytes; asked for each connection, so that a reload acts on the next one.
    package var bodyLimit: @Sendable () -> Int
    /// A connection on which nothing moves for so long is closed, whether between requests or within one.
    package var idleTimeout: @Sendable () -> Duration
    package var connectionLimit: Int
    package var trustedProxies: @Sendable () -> TrustedProxies
    /// At a stop, how long the answers in flight may take. systemd expects us gone within five seconds.
    package var grace: Duration
    /// At a stop, how long a connection that has not asked anything yet may still take to ask.
    package var firstRequestAtStop: Duration

    package init(
        name: String, source: BindSource, keptAs: String? = nil,
        certificates: CertificateHolder? = nil,
        bodyLimit: @escaping @Sendable () -> Int = { 256 << 20 },
        idleTimeout: @escaping @Sendable () -> Duration = { .seconds(60) },
        connectionLimit: Int = 1024,
        trustedProxies: @escaping @Sendable () -> TrustedProxies = { .none },
        grace: Duration = .milliseconds(3500), firstRequestAtStop: Duration = .seconds(1)
    ) {
        self.name = name
        self.source = source
        self.keptAs = keptAs
        self.certificates = certificates
        self.bodyLimit = bodyLimit
        self.idleTimeout = idleTimeout
        self.connectionLimit = connectionLimit
        self.trustedProxies = trustedProxies
        self.grace = grace
        self.firstRequestAtStop = firstRequestAtStop
    }
}

/// Where a listener's socket comes from.
package enum BindSource: Equatable, Sendable {
    /// Port 0 takes a free one; `BoundAddress` says which.
    case address(host: String, port: Int)
    case unixSocket(UnixSocketPlace)
    /// A socket that was bound and is listening already, as systemd hands it over. It is neither unlinked nor
    /// changed.
    case inherited(descriptor: CInt)
}

/// Where a listener listens, once it does.
package enum BoundAddress: Equatable, Sendable, CustomStringConvertible {
    case tcp(host: String, port: Int)
    case unix(path: String)

    package var port: Int? {
        if case .tcp(_, let port) = self { port } else { nil }
    }

    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): path
        }
    }
}
