import NIOCore
package import NIOSSL
import Synchronization

/// The certificate in use, replaceable while the daemon runs: each handshake asks for the context of that
/// moment, and connections that are open keep theirs.
package final class CertificateHolder: Sendable {
    private let current: Mutex<LoadedCertificate>

    /// Loads the first one; without it there is nothing to serve with.
    package init(_ files: CertificateFiles) throws(CertificateError) {
        current = Mutex(try LoadedCertificate(files))
    }

    package var context: NIOSSLContext { current.withLock { $0.context } }

    /// Seconds since 1970 at which the certificate in use expires.
    package var expiry: Int { current.withLock { $0.expiry } }

    /// Reads the files again, or other ones. On any trouble the certificate in use stays and the trouble is
    /// thrown.
    package func reload(_ files: CertificateFiles? = nil) throws(CertificateError) {
        let files = files ?? current.withLock { $0.files }
        let fresh = try LoadedCertificate(files)
        current.withLock { $0 = fresh }
    }
}

/// Where certificate and key are: PEM, the certificate with its chain, its own first.
package struct CertificateFiles: Equatable, Sendable {
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

package enum CertificateError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadableCertificate(path: String, SmallFileError)
    case unreadableKey(path: String, SmallFileError)
    case noCertificate(path: String)
    case noKey(path: String)
    case encryptedKey(path: String)
    case mismatch(CertificateFiles)

    package var description: String {
        switch self {
        case .unreadableCertificate(let path, let trouble), .unreadableKey(let path, let trouble):
            return "\(path) \(trouble.predicate)."
        case .noCertificate(let path):
            return
                "\(path) holds no readable certificate: expected PEM, with -----BEGIN CERTIFICATE-----."
        case .noKey(let path):
            return
                "\(path) holds no readable private key: expected PEM, with -----BEGIN PRIVATE KEY-----."
        case .encryptedKey(let path):
            return "\(path) is protected by a passphrase; nobody could type it when the service starts. "
                + "Store the key without one, readable by qbsyncd only."
        case .mismatch(let files):
            return "The key in \(files.key) does not belong to the first certificate in \(files.certificate)."
        }
    }
}

/// A certificate that was read, parsed and found to fit its key.
struct LoadedCertificate: Sendable {
    let files: CertificateFiles
    let context: NIOSSLContext
    let expiry: Int

    init(_ files: CertificateFiles) throws(CertificateError) {
        self.files = files
        let (chainPEM, pem) = try Self.read(files)
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMBytes(chainPEM) } catch {
            throw .noCertificate(path: files.certificate)
        }
        // Both ways in which PEM says that a key is encrypted (RFC 7468, 11, and RFC 1421).
        let text = String(decoding: pem, as: UTF8.self)
        if text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED") {
            throw .encryptedKey(path: files.key)
        }
        let key: NIOSSLPrivateKey
        do { key = try NIOSSLPrivateKey(bytes: pem, format: .pem) } catch { throw .noKey(path: files.key) }
        guard let leaf = chain.first else { throw .noCertificate(path: files.certificate) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        // Older versions are withdrawn (RFC 8996); every Windows that runs a supported QuickBooks speaks 1.2.
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        // How long the other side may take to return our goodbye: NIO's five seconds are all that a stop has.
        configuration.shutdownTimeout = .milliseconds(500)
        // BoringSSL itself compares the key with the first certificate.
        do { context = try NIOSSLContext(configuration: configuration) } catch { throw .mismatch(files) }
        expiry = Int(leaf.notValidAfter)
    }

    private static func read(
        _ files: CertificateFiles
    ) throws(CertificateError) -> (certificate: [UInt8], key: [UInt8]) {
        let certificate: [UInt8]
        do { certificate = try SmallFile.read(files.certificate) } catch {
            throw .unreadableCertificate(path: files.certificate, error)
        }
        do { return (certificate, try SmallFile.read(files.key)) } catch {
            throw .unreadableKey(path: files.key, error)
        }
    }
}
