import Foundation
import Hummingbird
import NIOSSL
import Testing

@testable import Daemon

@Suite(
    "TLS", .enabled(if: Certificates.isOpenSSLHere, "openssl makes the certificates and is not installed"),
    .timeLimit(.minutes(10)))
struct TLSTests {
    private let certificates: Certificates

    init() throws { certificates = try Certificates() }

    private func options(_ holder: CertificateHolder) -> ListenerOptions {
        ListenerOptions(name: "web", source: ServedListener.loopback, certificates: holder)
    }

    private static func ask(_ address: BoundAddress, _ client: NIOSSLContext) async throws -> String {
        try await Wire.open(address, tls: client) { wire in
            try await wire.send("GET /whoami HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            let answer = try await wire.readAnswer()
            // The close is announced within TLS: a client can tell it from a cut.
            _ = try await wire.readToEnd()
            return answer.body
        }
    }

    @Test(
        "TLS 1.2 and 1.3 are spoken, and a route knows that the way is secure",
        arguments: [TLSVersion.tlsv12, .tlsv13])
    func handshake(_ version: TLSVersion) async throws {
        let files = try certificates.make("one")
        try await ServedListener.run(options(try CertificateHolder(files))) { address, _ in
            let client = try Certificates.client(trusting: files, oldest: version, newest: version)
            #expect(try await Self.ask(address, client) == "127.0.0.1 secure -")
        }
    }

    @Test("TLS 1.1 is refused")
    func oldVersion() async throws {
        let files = try certificates.make("one")
        try await ServedListener.run(options(try CertificateHolder(files))) { address, _ in
            let old = try Certificates.client(trusting: files, oldest: .tlsv1, newest: .tlsv11)
            await #expect(throws: (any Error).self) { try await Self.ask(address, old) }
            let client = try Certificates.client(trusting: files)
            #expect(try await Self.ask(address, client) == "127.0.0.1 secure -")
        }
    }

    @Test("a reload serves the next handshake with the new certificate, and leaves open connections alone")
    func reload() async throws {
        let (one, two) = (try certificates.make("one"), try certificates.make("two"))
        let holder = try CertificateHolder(one)
        try await ServedListener.run(options(holder)) { address, _ in
            let (trustsOne, trustsTwo) = (
                try Certificates.client(trusting: one), try Certificates.client(trusting: two)
            )
            try await Wire.open(address, tls: trustsOne) { wire in
                try await wire.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(try await wire.readAnswer().body == "hello")
                try holder.reload(two)
                try await wire.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(try await wire.readAnswer().body == "hello")
            }
            #expect(try await Self.ask(address, trustsTwo) == "127.0.0.1 secure -")
            await #expect(throws: (any Error).self) { try await Self.ask(address, trustsOne) }
        }
    }

    @Test("a renewed certificate in the same files is taken, and a broken one keeps the old in use")
    func brokenReload() async throws {
        let (one, two) = (try certificates.make("one"), try certificates.make("two"))
        let holder = try CertificateHolder(one)
        try await ServedListener.run(options(holder)) { address, _ in
            let trustsOne = try Certificates.client(trusting: one)
            try "-----BEGIN CERTIFICATE-----\nrubbish".write(
                toFile: one.certificate, atomically: true, encoding: .utf8)
            #expect(throws: CertificateError.noCertificate(path: one.certificate)) { try holder.reload() }
            #expect(try await Self.ask(address, trustsOne) == "127.0.0.1 secure -")
            for (from, to) in [(two.certificate, one.certificate), (two.key, one.key)] {
                try String(contentsOfFile: from, encoding: .utf8).write(
                    toFile: to, atomically: true, encoding: .utf8)
            }
            try holder.reload()
            let trustsTwo = try Certificates.client(trusting: two)
            #expect(try await Self.ask(address, trustsTwo) == "127.0.0.1 secure -")
        }
    }

    @Test("every way in which files are unusable has its own sentence")
    func unusable() throws {
        let (one, two) = (try certificates.make("one"), try certificates.make("two"))
        func trouble(_ certificate: String, _ key: String) -> CertificateError? {
            #expect(throws: CertificateError.self) {
                try CertificateHolder(CertificateFiles(certificate: certificate, key: key))
            }
        }
        let missing = certificates.folder + "/missing.pem"
        #expect(trouble(missing, one.key) == .unreadableCertificate(path: missing, .missing))
        #expect(trouble(one.certificate, missing) == .unreadableKey(path: missing, .missing))
        #expect(
            trouble(certificates.folder, one.key)
                == .unreadableCertificate(path: certificates.folder, .isFolder))
        #expect(trouble(one.key, one.key) == .noCertificate(path: one.key))
        #expect(trouble(one.certificate, one.certificate) == .noKey(path: one.certificate))
        let mixed = CertificateFiles(certificate: one.certificate, key: two.key)
        #expect(trouble(mixed.certificate, mixed.key) == .mismatch(mixed))
        let locked = try certificates.lockKey(of: one)
        #expect(trouble(locked.certificate, locked.key) == .encryptedKey(path: locked.key))
        #expect("\(CertificateError.unreadableKey(path: missing, .missing))" == "\(missing) does not exist.")
    }

    @Test("the day on which the certificate expires is known")
    func expiry() throws {
        let before = Int(Date().timeIntervalSince1970)
        let holder = try CertificateHolder(try certificates.make("one"))
        // openssl was told 30 days; it rounds nothing.
        #expect((before + 29 * 86_400...before + 31 * 86_400).contains(holder.expiry))
    }

    @Test("a client that connects and never begins its handshake is closed")
    func silentClient() async throws {
        let holder = try CertificateHolder(try certificates.make("one"))
        var options = options(holder)
        options.idleTimeout = { .milliseconds(500) }
        try await ServedListener.run(options) { address, _ in
            try await Wire.open(address) { wire in
                #expect(await wire.readToClose().isEmpty)
                #expect(wire.isAtEnd)
            }
        }
    }

    @Test("a stop within TLS finishes the answer in flight")
    func stop() async throws {
        let files = try certificates.make("one")
        let gate = Gate()
        try await ServedListener.run(
            options(try CertificateHolder(files)),
            routes: { router in
                router.get("/slow") { _, _ in
                    await gate.pass()
                    return String(repeating: "x", count: 3_000_000)
                }
            }
        ) { address, stop in
            let client = try Certificates.client(trusting: files)
            try await Wire.open(address, tls: client) { wire in
                try await wire.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
                await gate.visitor()
                await stop()
                await gate.open()
                #expect(try await wire.readAnswer().body.utf8.count == 3_000_000)
            }
        }
    }
}
