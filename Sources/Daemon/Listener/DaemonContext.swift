package import Hummingbird
package import NIOCore

/// What a route knows about a request beside the request itself.
package struct DaemonContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package let channel: any Channel
    /// The peer's kernel-vouched identity; set on unix sockets only.
    package var peer: PeerCredentials?
    /// Who is at the far end: an IP address without port, as the trusted proxy says or as the socket says, or
    /// `unix`.
    package var clientAddress: String
    /// Whether the far end speaks TLS, to us or to the trusted proxy. A unix socket never leaves the machine:
    /// true.
    package var isSecure: Bool

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        let remote = source.channel.remoteAddress
        clientAddress = remote?.ipAddress ?? "unix"
        isSecure = remote?.ipAddress == nil
    }

    init(source: ApplicationRequestContextSource, origin: ClientOrigin, peer: PeerCredentials?) {
        coreContext = .init(source: source)
        channel = source.channel
        self.peer = peer
        clientAddress = origin.address
        isSecure = origin.isSecure
    }
}

extension Router<DaemonContext> {
    /// Each GET route answers HEAD too, with what GET gives less the body: monitors ask that way.
    static func ofDaemon() -> Router<DaemonContext> {
        Router(context: DaemonContext.self, options: .autoGenerateHeadEndpoints)
    }
}

/// From where a request comes, once the forwarding headers of a trusted proxy are taken into account.
struct ClientOrigin: Equatable, Sendable {
    var address: String
    var isSecure: Bool
}
