import FoundationEssentials
import Timetable
import WebConnector

/// What can only be judged when all settings are known. Each sentence here is the only one about its matter.
extension Configuration {
    /// - Parameter place: where a person finds the named setting.
    func findings(at place: (String) -> ConfigurationFinding.Place) -> [ConfigurationFinding] {
        var findings: [ConfigurationFinding] = []
        func note(
            _ setting: String, _ problem: String, severity: ConfigurationFinding.Severity = .error,
            expected: String? = nil
        ) {
            findings.append(
                ConfigurationFinding(
                    severity: severity, place: place(setting), setting: setting, problem: problem,
                    expected: expected))
        }
        switch (listen.tlsCertificate, listen.tlsKey) {
        case (.some, nil):
            note("listen.tls_certificate", "a certificate needs its key", expected: "listen.tls_key too")
        case (nil, .some):
            note("listen.tls_key", "a key needs its certificate", expected: "listen.tls_certificate too")
        default: break
        }
        if let sentence = plainProblem(listen.address) { note("listen.address", sentence) }
        if let address = api.listen {
            if let sentence = plainProblem(address) { note("api.listen", sentence) }
            if address == listen.address { note("api.listen", "listen.address is the same address") }
            if api.tokensFile == nil {
                note("api.listen", "nobody could use it without a token", expected: "api.tokens_file too")
            }
        }
        if let address = metrics.listen {
            if !address.isLoopback {
                note(
                    "metrics.listen", "nobody is asked for a token there, so it is for this machine only",
                    expected: "an address such as 127.0.0.1:9180, or api.listen for other machines")
            }
            // Port 0 is another one each time.
            if address.port != 0, address == listen.address || address == api.listen {
                note("metrics.listen", "another door has the same address")
            }
        }
        if store.database == control.socket { note("control.socket", "store.database is the same file") }
        if control.socket.utf8.count > 107 {
            note("control.socket", "it has \(control.socket.utf8.count) bytes; a socket's path may have 107")
        }
        if control.mode.isOpenToEveryone {
            note(
                "control.mode", "everyone on this machine may command the daemon with \(control.mode)",
                severity: .warning)
        }
        for finding in Rule.findings(intervalSeconds: sync.interval.seconds, pollSeconds: sync.poll.seconds) {
            note("sync.\(finding.field)", finding.sentence)
        }
        if let sentence = publicURLProblem { note("listen.public_url", sentence, severity: .warning) }
        return findings
    }

    /// Plain HTTP stays on this machine, or between us and a proxy that a person has named.
    private func plainProblem(_ address: ListenAddress) -> String? {
        guard !address.isLoopback, listen.tlsCertificate == nil, listen.trustedProxies.isEmpty else {
            return nil
        }
        return
            "\(address) would take passwords over plain HTTP from other machines. "
            + "Give tls_certificate and tls_key, "
            + "or name the proxy that speaks TLS for us in trusted_proxies, or listen on 127.0.0.1"
    }

    /// What the Web Connector is sure to refuse: not our start's business, but nobody pairs a PC until it is
    /// right.
    private var publicURLProblem: String? {
        guard let parts = URLComponents(string: listen.publicURL), let host = parts.host else { return nil }
        if parts.scheme == "http", listen.certificateFiles != nil {
            return "with tls_certificate we speak https only, and this says http"
        }
        if host == "localhost" { return nil }
        if IPAddress(host) != nil { return ConnectorCode(1001).sentence }
        // A machine's name on the local network, without dots, is let through.
        if parts.scheme == "http", host.contains(".") {
            return ConnectorCode(1010).sentence
        }
        return nil
    }
}
