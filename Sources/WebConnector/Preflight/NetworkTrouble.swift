/// Why no answer came, in so far as it tells what to do.
package enum NetworkTrouble: Error, Equatable, Sendable {
    case unknownHost(String)
    case refused
    /// In the system's words: no route, network down.
    case unreachable(String)
    case tooSlow(seconds: Int)
    /// The other side closed the connection without an answer.
    case closed
    /// What answers speaks something else.
    case notTLS
    /// Its certificate is not trusted; the library does not say why.
    case certificate
    /// In the library's words.
    case tls(String)
    case other(String)

    package var sentence: String {
        switch self {
        case .unknownHost(let why): "The name leads nowhere: \(why)."
        case .refused: "The connection was refused: nothing listens there."
        case .unreachable(let why): "\(why)."
        case .tooSlow(let seconds): "Nothing came within \(seconds) seconds."
        case .closed: "The connection was closed without an answer."
        case .notTLS: "What answers does not speak TLS."
        case .certificate:
            "The certificate is not accepted: it is out of date, for another name, or of an issuer that this "
                + "machine does not know."
        case .tls(let why): "TLS failed: \(why)"
        case .other(let why): why
        }
    }

    /// Where to look first.
    var fix: String {
        switch self {
        case .unknownHost: "Enter the name in the DNS, or set listen.public_url to one that is there."
        case .refused:
            "Is the proxy or qbsyncd running, and does it listen on this port (listen.address)? A firewall "
                + "may refuse in its place."
        case .unreachable, .tooSlow:
            "Let the firewall take the port, and let the router forward it here. " + Self.hairpin
        case .closed, .notTLS, .certificate, .tls, .other:
            "Look into the log of whatever speaks TLS at this address: the proxy, or qbsyncd itself."
        }
    }

    /// The same of an answer on a connection that was taken: the way there is open.
    var fixBehind: String {
        guard case .tooSlow = self else { return fix }
        return
            "Connections are taken, so it is no firewall: what stands behind does not answer in time. Look "
            + "at the program there (systemctl status qbsyncd), at the proxy's target, and at its limits of "
            + "time (nginx: proxy_read_timeout)."
    }

    /// What can make an address look dead from inside only.
    static let hairpin =
        "This is seen from this machine: some routers do not lead their own public address back in, and then "
        + "it is so only from inside. Try it from another network."
}
