import Glibc
import Store

/// What only the machine can tell: whether the files that the settings name are there and any good.
extension LoadedConfiguration {
    /// Reads the configuration with everything that it points to: what the daemon's start and
    /// `--check-config` both do.
    ///
    /// - Parameter path: the file that a person named; nil for the usual place, where there may be none.
    package static func whole(path: String?, environment: [String: String]) -> LoadedConfiguration {
        var loaded = LoadedConfiguration(
            path: path ?? Configuration.standardPath, isExplicit: path != nil, environment: environment)
        if loaded.isUsable { loaded.lookAround() }
        return loaded
    }

    private mutating func lookAround() {
        if let files = configuration.listen.certificateFiles {
            do { _ = try LoadedCertificate(files) } catch {
                let setting = error.concernsKey ? "listen.tls_key" : "listen.tls_certificate"
                noteUnread(setting, error.description, isOutOfSight: error.isOutOfSight)
            }
        }
        if let path = configuration.api.tokensFile {
            do throws(APITokensError) { _ = try APITokens(path: path) } catch { noteTokens(error) }
        }
        let folder = DatabaseLock.folder(of: configuration.store.database)
        if access(folder, F_OK) != 0, errno == ENOENT {
            findings.append(
                ConfigurationFinding(
                    severity: .warning, place: place(of: "store.database"), setting: "store.database",
                    problem: "there is no folder \(folder) on this machine; qbsyncd makes none",
                    expected: origins["store.database"] == nil
                        ? "that folder, which the package makes, or another one by this setting" : nil))
        }
        if origins["control.group"] != nil, getgrnam(configuration.control.group) == nil {
            findings.append(
                ConfigurationFinding(
                    severity: .warning, place: place(of: "control.group"), setting: "control.group",
                    problem: "there is no group \(configuration.control.group) on this machine"))
        }
    }
}

extension LoadedConfiguration {
    /// Whoever checks by hand is not the service, and so cannot look at its credentials: that is no mistake
    /// in the file. The service itself stumbles over it when it opens them.
    private mutating func noteUnread(_ setting: String, _ problem: String, isOutOfSight: Bool) {
        findings.append(
            ConfigurationFinding(
                severity: isOutOfSight ? .warning : .error, place: place(of: setting), setting: setting,
                problem: isOutOfSight ? problem.dropLast() + ", and was not looked at" : problem))
    }

    private mutating func noteTokens(_ error: APITokensError) {
        switch error {
        case .unreadable(_, let trouble):
            noteUnread("api.tokens_file", error.description, isOutOfSight: trouble == .outOfSight)
        case .refused(let path, let refusals):
            for refusal in refusals { note(.file(path: path, line: refusal.line), nil, refusal.problem) }
        }
    }
}

extension Configuration.Listen {
    /// Nil without TLS.
    package var certificateFiles: CertificateFiles? {
        guard let tlsCertificate, let tlsKey else { return nil }
        return CertificateFiles(certificate: tlsCertificate, key: tlsKey)
    }
}

extension CertificateError {
    fileprivate var isOutOfSight: Bool {
        switch self {
        case .unreadableCertificate(_, .outOfSight), .unreadableKey(_, .outOfSight): true
        default: false
        }
    }

    fileprivate var concernsKey: Bool {
        switch self {
        case .unreadableKey, .noKey, .encryptedKey, .mismatch: true
        case .unreadableCertificate, .noCertificate: false
        }
    }
}
