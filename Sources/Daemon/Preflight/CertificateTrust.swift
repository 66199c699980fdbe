import FoundationEssentials
import NIOSSL
import SwiftASN1
import WebConnector
@_spi(DisableValidityCheck) import X509

/// Judges a chain as a client would: is it complete, and does it end at a root that is known?
///
/// Its dates are judged apart, so that an expired certificate is called that and nothing else.
struct CertificateTrust: Sendable {
    /// The roots that are known; read anew each time, since they change while the daemon runs.
    let roots: @Sendable () throws -> [Certificate]

    /// Where Debian and its kin, and Fedora and its kin, have the list.
    private static let files = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    ]

    static let system = CertificateTrust {
        guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw NoRoots()
        }
        return try certificates(try NIOSSLCertificate.fromPEMFile(file))
    }

    struct NoRoots: Error, CustomStringConvertible {
        var description: String { "this machine has no list of roots." }
    }

    static func certificates(_ certificates: [NIOSSLCertificate]) throws -> [Certificate] {
        try certificates.map { try Certificate(derEncoded: $0.toDERBytes()) }
    }

    /// - Parameter shown: what the server sent, its own certificate first.
    func sight(of shown: [NIOSSLCertificate], host: String) async -> CertificateSight? {
        guard let certificates = try? Self.certificates(shown), let leaf = certificates.first else {
            return nil
        }
        let names = (try? leaf.extensions.subjectAlternativeNames)?.compactMap { name in
            if case .dnsName(let text) = name { text } else { nil }
        }
        let (trust, path) = await trust(certificates, leaf)
        let ends = path.map(\.notValidAfter)
        return CertificateSight(
            host: host, names: names ?? [], issuer: Self.name(leaf.issuer), sent: certificates.count,
            trust: trust, validFrom: path.map(\.notValidBefore).max() ?? leaf.notValidBefore,
            validUntil: ends.min() ?? leaf.notValidAfter)
    }

    /// - Returns: and the chain whose dates count.
    private func trust(
        _ sent: [Certificate], _ leaf: Certificate
    ) async -> (CertificateSight.Trust, [Certificate]) {
        let known: [Certificate]
        do { known = try roots() } catch { return (.noRoots("\(error)"), [leaf]) }
        var verifier = Verifier(rootCertificates: CertificateStore(known)) {
            RFC5280Policy.withValidityCheckDisabled()
        }
        switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(sent.dropFirst())) {
        case .validCertificate(let chain):
            return (.trusted, Array(chain))
        case .couldNotValidate(let failures):
            let untrusted = Self.end(of: sent, leaf)
            if let why = failures.first.map({ "\($0.policyFailureReason)" }), case .issuerMissing = untrusted
            {
                return (.refused(String(why.prefix(200))), [leaf])
            }
            return (untrusted, [leaf])
        }
    }

    /// Walks up from the server's own certificate, as far as what was sent leads.
    private static func end(of sent: [Certificate], _ leaf: Certificate) -> CertificateSight.Trust {
        var tip = leaf
        for _ in sent {
            if tip.issuer == tip.subject { break }
            let parent = sent.first { one in
                one.subject == tip.issuer && one.publicKey.isValidSignature(tip.signature, for: tip)
            }
            guard let parent else { return .issuerMissing(name(tip.issuer)) }
            tip = parent
        }
        return tip == leaf ? .selfSigned : .unknownRoot(name(tip.subject))
    }

    /// What a person calls it: its common name, else all of it.
    private static func name(_ name: DistinguishedName) -> String {
        for part in name {
            for attribute in part where attribute.type == .RDNAttributeType.commonName {
                return String("\(attribute.value)".prefix(100))
            }
        }
        return String("\(name)".prefix(100))
    }
}
