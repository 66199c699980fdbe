package import Hummingbird
package import Logging
import Timetable

/// The doors, as the settings describe them.
extension ListenerService {
    /// `[listen]`: for the Web Connector.
    ///
    /// - Parameters:
    ///   - live: the settings in force; those that may change while it runs are asked for each time.
    ///   - certificates: nil for plain HTTP; made by the caller, who also reloads them.
    package static func web(
        _ live: LiveConfiguration, certificates: CertificateHolder?,
        responder: some HTTPResponder<DaemonContext>, logger: Logger
    ) -> ListenerService {
        let address = live.current.listen.address
        var options = options("web", .address(host: address.host, port: address.port), live, certificates)
        // The endpoint looks at a body that is larger than it takes, so that it can say whose it was.
        options.bodyLimit = { live.current.listen.bodyLimit.bytes * Endpoint.ceilingFactor }
        return ListenerService(
            options, responder: responder, logger: logger)
    }

    /// `[control]`: for `qbsyncctl`.
    package static func control(
        _ live: LiveConfiguration, responder: some HTTPResponder<DaemonContext>, logger: Logger
    ) -> ListenerService {
        let control = live.current.control
        let place = UnixSocketPlace(path: control.socket, mode: control.mode.bits, group: control.group)
        return ListenerService(
            options("control", .unixSocket(place), live, nil), responder: responder, logger: logger)
    }

    /// `[api]`: for programs; nil when it is off.
    package static func api(
        _ live: LiveConfiguration, certificates: CertificateHolder?,
        responder: some HTTPResponder<DaemonContext>, logger: Logger
    ) -> ListenerService? {
        guard let address = live.current.api.listen else { return nil }
        return ListenerService(
            options("api", .address(host: address.host, port: address.port), live, certificates),
            responder: responder, logger: logger)
    }

    /// `[metrics]`: for supervisors and Prometheus on this machine; nil when it is off.
    package static func metrics(
        _ live: LiveConfiguration, responder: some HTTPResponder<DaemonContext>, logger: Logger
    ) -> ListenerService? {
        guard let address = live.current.metrics.listen else { return nil }
        return ListenerService(
            options("metrics", .address(host: address.host, port: address.port), live, nil),
            responder: responder, logger: logger)
    }

    private static func options(
        _ name: String, _ source: BindSource, _ live: LiveConfiguration,
        _ certificates: CertificateHolder?
    ) -> ListenerOptions {
        ListenerOptions(
            name: name, source: source, certificates: certificates,
            bodyLimit: { live.current.listen.bodyLimit.bytes },
            idleTimeout: { .seconds(live.current.listen.idleTimeout.seconds) },
            connectionLimit: live.current.listen.connectionLimit,
            trustedProxies: { live.current.listen.trustedProxies })
    }
}
