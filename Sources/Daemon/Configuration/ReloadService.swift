package import Logging
import ServiceLifecycle
import Systemd
import UnixSignals

/// Waits for SIGHUP, then takes the new settings and the new certificate, each whole or not at all.
package struct ReloadService: Service {
    private let live: LiveConfiguration
    private let certificates: CertificateHolder?
    private let logger: Logger
    private let around: @Sendable (Phase) async -> Void

    /// For those who tell systemd, and those who read settings once.
    package enum Phase: Sendable {
        case begins
        case ended
    }

    package init(
        live: LiveConfiguration, certificates: CertificateHolder?, logger: Logger,
        around: @escaping @Sendable (Phase) async -> Void = { _ in }
    ) {
        self.live = live
        self.certificates = certificates
        self.logger = logger
        self.around = around
    }

    package func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() {
            await around(.begins)
            reload()
            await around(.ended)
        }
    }

    /// What a SIGHUP does.
    package func reload() {
        switch live.reload() {
        case .kept(let findings):
            logger.event(
                .error, "The new settings are not taken, the old ones stay in force.", .configurationRefused)
            for finding in findings { logger.event(.error, "\(finding)", .configurationRefused) }
        case .taken(let needRestart, let warnings):
            logger.event(.notice, "The settings were read again and are in force.", .configurationReloaded)
            for warning in warnings { logger.event(.warning, "\(warning)", .configurationReloaded) }
            if !needRestart.isEmpty {
                let names = needRestart.joined(separator: ", ")
                logger.event(
                    .warning, "These act only after a restart (systemctl restart qbsyncd): \(names).",
                    .configurationReloaded)
            }
        }
        guard let certificates else { return }
        do throws(CertificateError) {
            // Also when the settings stay: a renewed certificate must not wait for a typing error elsewhere.
            try certificates.reload(live.current.listen.certificateFiles)
            logger.event(
                .notice, "The certificate was read again; it is used from the next handshake on.",
                .configurationReloaded)
        } catch {
            logger.event(
                .error, "The new certificate is not taken, the old one stays in use. \(error)",
                .certificateRefused)
        }
    }
}
