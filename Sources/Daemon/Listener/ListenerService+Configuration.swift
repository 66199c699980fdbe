import Hummingbird
import Logging
import Systemd
import Timetable

/// The doors, as the settings describe them.
extension ListenerService {
    /// Under these names systemd keeps our sockets.
    static let names: Set = ["web", "control", "api", "metrics"]

    /// `[listen]`: for the Web Connector.
    ///
    /// - Parameters:
    ///   - live: the settings in force; those that may change while it runs are asked for each time.
    ///   - certificates: nil for plain HTTP; made by the caller, who also reloads them.
    ///   - held: what systemd held for us; the socket for this address is taken out.
    static func web(
        _ live: LiveConfiguration, certificates: CertificateHolder?, held: inout HeldSockets,
        responder: some HTTPResponder<DaemonContext>, logger: Logger
    ) -> ListenerService {
        let address = live.current.listen.address
        var options = options("web", .address(host: address.host, port: address.port), live, certificates)
        options.take(from: &held)
        // The endpoint looks at a body that is larger than it takes, so that it can say whose it was.
        options.bodyLimit = { live.current.listen.bodyLimit.bytes * Endpoint.ceilingFactor }
        return ListenerService(
            options, responder: responder, logger: logger)
    }

    /// `[control]`: for `qbsyncctl`.
    static func control(
        _ live: LiveConfiguration, held: inout HeldSockets, responder: some HTTPResponder<DaemonContext>,
        logger: Logger
    ) -> ListenerService {
        let control = live.current.control
        let place = UnixSocketPlace(path: control.socket, mode: control.mode.bits, group: control.group)
        var options = options("control", .unixSocket(place), live, nil)
        // A socket unit's mode and group are its administrator's wish; on one of our own the settings may
        // have changed.
        if options.take(from: &held)?.isKept == true, let warning = UnixSocket.dress(place) {
            logger.event(.warning, warning, .controlSocketAmiss)
        }
        return ListenerService(options, responder: responder, logger: logger)
    }

    /// `[api]`: for programs; nil when it is off.
    static func api(
        _ live: LiveConfiguration, certificates: CertificateHolder?, held: inout HeldSockets,
        responder: some HTTPResponder<DaemonContext>, logger: Logger
    ) -> ListenerService? {
        guard let address = live.current.api.listen else { return nil }
        var options = options("api", .address(host: address.host, port: address.port), live, certificates)
        options.take(from: &held)
        return ListenerService(options, responder: responder, logger: logger)
    }

    /// `[metrics]`: for supervisors and Prometheus on this machine; nil when it is off.
    static func metrics(
        _ live: LiveConfiguration, held: inout HeldSockets, responder: some HTTPResponder<DaemonContext>,
        logger: Logger
    ) -> ListenerService? {
        guard let address = live.current.metrics.listen else { return nil }
        var options = options("metrics", .address(host: address.host, port: address.port), live, nil)
        options.take(from: &held)
        return ListenerService(options, responder: responder, logger: logger)
    }

    private static func options(
        _ name: String, _ source: BindSource, _ live: LiveConfiguration,
        _ certificates: CertificateHolder?
    ) -> ListenerOptions {
        ListenerOptions(
            name: name, source: source, keptAs: name, certificates: certificates,
            bodyLimit: { live.current.listen.bodyLimit.bytes },
            idleTimeout: { .seconds(live.current.listen.idleTimeout.seconds) },
            connectionLimit: live.current.listen.connectionLimit,
            trustedProxies: { live.current.listen.trustedProxies })
    }
}

extension ListenerOptions {
    /// Takes the socket that systemd held for this place, if it did.
    @discardableResult
    fileprivate mutating func take(from held: inout HeldSockets) -> HeldSockets.Held? {
        guard let found = held.take(source) else { return nil }
        source = .inherited(descriptor: found.socket.descriptor)
        return found
    }
}
