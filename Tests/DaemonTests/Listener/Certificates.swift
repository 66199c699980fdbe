import Foundation
import NIOSSL
import Testing

@testable import Daemon

/// Certificates made by openssl for the length of a test.
final class Certificates: Sendable {
    let folder: String

    static let isOpenSSLHere = (try? openssl("version")) != nil

    init() throws {
        var template = Array("/tmp/qbs-tls-XXXXXX".utf8CString)
        folder = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A self-signed certificate for `localhost` that expires in 30 days.
    func make(_ name: String) throws -> CertificateFiles {
        let files = CertificateFiles(certificate: "\(folder)/\(name).crt", key: "\(folder)/\(name).key")
        try Self.openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "30",
            "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:localhost", "-out", files.certificate,
            "-keyout",
            files.key)
        return files
    }

    /// Encrypts the key of a pair with a passphrase.
    func lockKey(of files: CertificateFiles) throws -> CertificateFiles {
        let locked = files.key + ".locked"
        try Self.openssl("pkcs8", "-topk8", "-in", files.key, "-out", locked, "-passout", "pass:secret")
        return CertificateFiles(certificate: files.certificate, key: locked)
    }

    /// A client that believes in exactly this certificate.
    static func client(
        trusting files: CertificateFiles, oldest: TLSVersion = .tlsv12, newest: TLSVersion? = nil
    ) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(files.certificate))
        configuration.minimumTLSVersion = oldest
        configuration.maximumTLSVersion = newest
        return try NIOSSLContext(configuration: configuration)
    }

    static func openssl(_ arguments: String...) throws { try openssl(arguments: arguments) }

    static func openssl(arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw OpenSSLFailure(status: process.terminationStatus) }
    }

    private struct OpenSSLFailure: Error {
        var status: Int32
    }
}
