import Foundation
import NIOCore
import NIOSSL
import Testing
import WebConnector

@testable import Daemon

@Suite(
    "A preflight over TLS",
    .enabled(if: Certificates.isOpenSSLHere, "openssl makes the certificates and is not installed"),
    .timeLimit(.minutes(10)))
struct PreflightCertificateTests {
    private let certificates: Certificates
    private let authority: Certificates.Authority
    private let site = Site(Site.foreign)

    init() throws {
        certificates = try Certificates()
        authority = try certificates.authority(for: PreflightScene.host)
    }

    private func look(
        _ files: CertificateFiles, trust: CertificateTrust? = nil, days: Double = 0
    ) async throws -> [PreflightFinding] {
        let scene = PreflightScene(
            trust: trust ?? authority.trust, now: Date().addingTimeInterval(days * 86_400))
        return try await site.listen(certificates: files) { try await scene.look(port: $0) }.findings
    }

    @Test("our own listener with a whole chain lets a Web Connector through, and every step is told")
    func wellDone() async throws {
        let server = try TroubledServer()
        let options = ListenerOptions(
            name: "web", source: ServedListener.loopback, certificates: try CertificateHolder(authority.chain)
        )
        let endpoint = server.endpoint
        let scene = PreflightScene(trust: authority.trust)
        let found = try await ServedListener.run(options, routes: { endpoint.routes(on: $0) }) { address, _ in
            try await scene.look(port: try #require(address.port))
        }
        #expect(found.findings.steps == PreflightStep.allCases)
        // The name leads to this machine, and that is told; nothing else is.
        #expect(found.findings.filter { $0.outcome != .ok }.map(\.step) == [.dns], "\(found.findings)")
        #expect(found.findings[.soap]?.sentence.contains("qbsyncd") == true)
        let expiry = try #require(found.expiry).timeIntervalSince(scene.now) / 86_400
        #expect((58...61).contains(expiry))
        #expect(try server.number("SELECT count(*) FROM conversation") == 0, "it only looks")
    }

    @Test("a missing intermediate certificate is named, with what to do")
    func incomplete() async throws {
        let found = try await look(authority.site)
        #expect(found.failures == [.chain])
        let chain = try #require(found[.chain])
        #expect(chain.sentence.contains("the certificate of Test middle is missing"), "\(chain)")
        #expect(chain.code?.number == 1048 && chain.fix?.contains("fullchain.pem") == true)
        #expect(found[.soap]?.outcome == .warning, "it goes on after a fault, to find more")
    }

    @Test("a chain to a root that nobody knows, and a certificate signed by itself, are told apart")
    func strangers() async throws {
        let unknown = try await look(authority.whole, trust: Certificates.stranger)
        #expect(unknown[.chain]?.sentence.contains("ends at Test root, which") == true, "\(unknown)")
        let own = try await look(certificates.make("self"))
        #expect(own[.chain]?.sentence == "The certificate is signed by itself.", "\(own)")
        #expect(own.failures == [.chain, .name])
        #expect(own[.name]?.sentence.contains("localhost, and not for sync.example.test") == true)
    }

    @Test("an expired certificate is a failure, one near its end a warning, and nothing else is said of it")
    func ends() async throws {
        let expired = try await look(authority.chain, days: 70)
        #expect(expired.failures == [.expiry] && expired[.expiry]?.code?.number == 1048)
        let soon = try await look(authority.chain, days: 40.5)
        #expect(soon.failures.isEmpty && soon[.expiry]?.outcome == .warning)
        #expect(soon[.expiry]?.sentence.contains("19 days") == true, "\(soon)")
        let early = try await look(authority.chain, days: -2)
        #expect(early[.expiry]?.sentence == "The certificate is not valid yet.")
    }

    @Test("a server without TLS 1.2 fails, and old versions beside it are noted")
    func versions() async throws {
        let scene = PreflightScene(trust: authority.trust)
        let old = try await site.listen(
            certificates: authority.chain, versions: (.tlsv1, .tlsv11)
        ) { try await scene.look(port: $0) }.findings
        #expect(old[.tls]?.sentence == "Only TLS 1.0, 1.1 is spoken, and not 1.2.", "\(old)")
        #expect(old[.tls]?.code?.number == 1048 && old[.chain]?.outcome == .ok)
        let wide = try await site.listen(
            certificates: authority.chain, versions: (.tlsv1, nil)
        ) { try await scene.look(port: $0) }.findings
        #expect(wide[.tls]?.outcome == .ok)
        #expect(wide[.tls]?.sentence.contains("1.0, 1.1 are withdrawn") == true, "\(wide)")
    }

    @Test("plain http where TLS is promised is told as that")
    func plain() async throws {
        let found = try await site.listen { try await PreflightScene().look(port: $0) }.findings
        #expect(found.failures == [.tls])
        #expect(found[.tls]?.sentence == "What answers does not speak TLS.", "\(found)")
        #expect(found.last?.step == .tls, "there is nothing to look at behind it")
    }
}
