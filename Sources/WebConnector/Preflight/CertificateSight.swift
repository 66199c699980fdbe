package import FoundationEssentials

/// The certificate that a server showed, and what came of looking at it.
package struct CertificateSight: Equatable, Sendable {
    package enum Trust: Equatable, Sendable {
        case trusted
        case selfSigned
        /// The chain ends at a certificate whose issuer neither was sent nor is a known root.
        case issuerMissing(String)
        /// The chain is complete, and ends at a root that is not known.
        case unknownRoot(String)
        /// This machine has no list of roots; why.
        case noRoots(String)
        case refused(String)
    }

    package var host: String
    /// DNS names it was made for.
    package var names: [String]
    package var issuer: String
    /// Certificates that were sent.
    package var sent: Int
    package var trust: Trust
    package var validFrom: Date
    /// Of the one in the chain that ends first.
    package var validUntil: Date

    package init(
        host: String, names: [String], issuer: String, sent: Int, trust: Trust, validFrom: Date,
        validUntil: Date
    ) {
        self.host = host
        self.names = names
        self.issuer = issuer
        self.sent = sent
        self.trust = trust
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// Days before its end from which on it is told.
    package static let warningDays = 30

    package func findings(now: Date) -> [PreflightFinding] { [chain, name, expiry(now: now)] }

    private var chain: PreflightFinding {
        switch trust {
        case .trusted:
            return .ok(.chain, "The chain is complete and trusted: \(sent) sent, issued by \(issuer).")
        case .selfSigned:
            return distrusted(
                "The certificate is signed by itself.", cause: "It was made here and not by an authority.",
                fix: "Get one from an authority that Windows trusts (Caddy and certbot do it for nothing).")
        case .issuerMissing(let missing):
            return distrusted(
                "The chain is not complete: the certificate of \(missing) is missing.",
                cause: "The server sends \(sent == 1 ? "only its own certificate" : "\(sent) certificates"), "
                    + "and not the intermediate one above it; or the authority is a private one. Windows "
                    + "sometimes fetches a missing one by itself, but not always.",
                fix: "Give the whole chain in one file, its own certificate first (certbot: fullchain.pem, "
                    + "not cert.pem), and reload.")
        case .unknownRoot(let root):
            return distrusted(
                "The chain ends at \(root), which this machine does not trust.",
                cause: "The authority is a private one, or a very new one.",
                fix: "Get a certificate from an authority that Windows trusts; or install this root in "
                    + "Windows' store of the computer, on every QuickBooks computer.")
        case .noRoots(let why):
            return PreflightFinding(
                .chain, .warning, "Whether it is trusted cannot be told: \(why)",
                fix: "apt install ca-certificates")
        case .refused(let why):
            return distrusted(
                "The chain does not hold: \(why)", cause: "A certificate in it is damaged or not allowed.",
                fix: "Get a new certificate, and send the whole chain.")
        }
    }

    private func distrusted(_ sentence: String, cause: String, fix: String) -> PreflightFinding {
        PreflightFinding(.chain, .failure, sentence, cause: cause, fix: fix, code: 1048)
    }

    private var name: PreflightFinding {
        if names.contains(where: { Self.matches($0, host: host) }) {
            return .ok(.name, "The certificate was made for \(host).")
        }
        let list = names.isEmpty ? "no name at all" : names.prefix(5).joined(separator: ", ")
        return PreflightFinding(
            .name, .failure, "The certificate was made for \(list), and not for \(host).",
            cause: "Another certificate was put here, or the proxy shows that of another site.",
            fix: "Get one for exactly \(host), and see that it is this site's (nginx: server_name).",
            code: 1048
        )
    }

    /// RFC 6125: the same name, or a star in the place of the first label alone.
    static func matches(_ pattern: String, host: String) -> Bool {
        let (pattern, host) = (pattern.lowercased(), host.lowercased())
        guard pattern.hasPrefix("*.") else { return pattern == host }
        guard let dot = host.firstIndex(of: "."), dot > host.startIndex else { return false }
        return host[dot...] == pattern.dropFirst() && pattern.dropFirst(2).contains(".")
    }

    private func expiry(now: Date) -> PreflightFinding {
        let days = Int((validUntil.timeIntervalSince(now) / 86_400).rounded(.down))
        let renewal = "Renew it where TLS ends: the proxy, or listen.tls_certificate and a reload."
        if validUntil <= now {
            return PreflightFinding(
                .expiry, .failure, "The certificate has expired.",
                cause: "Its renewal failed, or the server was not reloaded after it.", fix: renewal,
                code: 1048
            )
        }
        if validFrom > now {
            return PreflightFinding(
                .expiry, .failure, "The certificate is not valid yet.",
                cause: "The clock here is wrong, or that of the machine on which it was made.",
                fix: "Look at the clock: timedatectl", code: 1048)
        }
        let left = "The certificate is valid for \(days == 1 ? "one day" : "\(days) days") more."
        guard days < Self.warningDays else { return .ok(.expiry, left) }
        return PreflightFinding(
            .expiry, .warning, left, cause: "It is not renewed by itself, or only shortly before its end.",
            fix: renewal, code: 1048)
    }
}
