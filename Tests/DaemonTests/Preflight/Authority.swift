import Foundation
import NIOSSL
import X509

@testable import Daemon

extension Certificates {
    /// A root, an intermediate one below it, and below that the certificate of a site, with its chain.
    struct Authority {
        var root: CertificateFiles
        var intermediate: CertificateFiles
        /// Its own certificate alone.
        var site: CertificateFiles
        /// Its own, and the intermediate one.
        var chain: CertificateFiles
        /// And the root.
        var whole: CertificateFiles

        /// Believes in its root.
        var trust: CertificateTrust {
            let path = root.certificate
            return CertificateTrust {
                try CertificateTrust.certificates(NIOSSLCertificate.fromPEMFile(path))
            }
        }
    }

    static let stranger = CertificateTrust { [] }

    /// - Parameter dns: the name that the site's certificate is for. It is valid for 60 days.
    func authority(for dns: String) throws -> Authority {
        let root = try issue("root", extensions: "basicConstraints=critical,CA:TRUE", by: nil)
        let middle = try issue("middle", extensions: "basicConstraints=critical,CA:TRUE", by: root)
        let site = try issue(
            "site", extensions: "basicConstraints=CA:FALSE\nsubjectAltName=DNS:\(dns)", by: middle)
        return Authority(
            root: root, intermediate: middle, site: site,
            chain: try joined("chain", [site, middle], key: site.key),
            whole: try joined("whole", [site, middle, root], key: site.key))
    }

    private func issue(
        _ name: String, extensions: String, by issuer: CertificateFiles?
    ) throws -> CertificateFiles {
        let files = CertificateFiles(certificate: "\(folder)/\(name).crt", key: "\(folder)/\(name).key")
        let (request, form) = ("\(folder)/\(name).csr", "\(folder)/\(name).ext")
        try extensions.write(toFile: form, atomically: true, encoding: .utf8)
        try Self.openssl(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
            "/CN=Test \(name)", "-keyout", files.key, "-out", request)
        let by = issuer.map { ["-CA", $0.certificate, "-CAkey", $0.key, "-CAcreateserial"] }
        try Self.openssl(
            arguments: ["x509", "-req", "-in", request, "-days", "60", "-extfile", form, "-out"]
                + [files.certificate] + (by ?? ["-signkey", files.key]))
        return files
    }

    private func joined(
        _ name: String, _ parts: [CertificateFiles], key: String
    ) throws -> CertificateFiles {
        let path = "\(folder)/\(name).pem"
        let text = try parts.map { try String(contentsOfFile: $0.certificate, encoding: .utf8) }.joined()
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return CertificateFiles(certificate: path, key: key)
    }
}
