import Crypto
import Foundation
import Testing

@testable import Daemon

@Suite("What the configuration points to")
struct SurroundingsTests {
    private final class Folder {
        let path = NSTemporaryDirectory() + "qbsyncd-\(UUID().uuidString)"

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ text: String) throws -> String {
            try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
            return "\(path)/\(name)"
        }
    }

    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let publicURL = "public_url = \"https://sync.example.com\""

    private func findings(_ text: String) throws -> [String] {
        let store = text.contains("[store]") ? "" : "\n[store]\ndatabase = \"\(folder.path)/q.sqlite\"\n"
        let path = try folder.write("q.toml", text + store)
        return LoadedConfiguration.whole(path: path, environment: [:]).findings.map {
            $0.description.replacing(folder.path, with: "…")
        }
    }

    @Test("certificate and key are loaded, and the setting to blame is named")
    func certificate() throws {
        let missing =
            "tls_certificate = \"\(folder.path)/c\"\ntls_key = \"\(folder.path)/k\"\n\(Self.publicURL)"
        #expect(
            try findings("[listen]\n\(missing)") == [
                "…/q.toml:2: listen.tls_certificate: …/c does not exist."
            ])
    }

    @Test(
        "a key of another certificate is found by the check already",
        .enabled(if: Certificates.isOpenSSLHere, "openssl makes the certificates and is not installed"))
    func mismatch() throws {
        let certificates = try Certificates()
        let (one, two) = (try certificates.make("one"), try certificates.make("two"))
        let right =
            "[listen]\ntls_certificate = \"\(one.certificate)\"\ntls_key = \"\(one.key)\"\n"
            + "address = \"0.0.0.0:443\"\n\(Self.publicURL)"
        #expect(try findings(right) == [])
        let wrong = try findings(
            "[listen]\ntls_certificate = \"\(one.certificate)\"\ntls_key = \"\(two.key)\"\n\(Self.publicURL)")
        #expect(wrong.count == 1)
        #expect(wrong.first?.hasPrefix("…/q.toml:3: listen.tls_key: The key in ") == true)
    }

    @Test("a low port that this user may not open, and nobody holds for it, is found with the fix")
    func ports() throws {
        let path = try folder.write(
            "q.toml",
            """
            [listen]
            address = "127.0.0.1:443"
            [metrics]
            listen = "127.0.0.1:8181"
            [store]
            database = "\(folder.path)/q.sqlite"
            """)
        func findings(_ code: CInt, isHeld: Bool = false) -> [String] {
            var loaded = LoadedConfiguration.whole(path: path, environment: [:])
            loaded.lookAtPorts(PortRights(attempt: { _ in code }, isHeld: { _ in isHeld }))
            #expect(loaded.isUsable == loaded.findings.isEmpty)
            return loaded.findings.map { $0.description.replacing(folder.path, with: "…") }
        }
        #expect(
            findings(EACCES) == [
                "…/q.toml:2: listen.address: Listening on 127.0.0.1:443 is not permitted. A port below "
                    + "1024 is opened by systemd: write ListenStream=127.0.0.1:443 into `systemctl edit "
                    + "qbsyncd.socket` and enable that unit."
            ])
        #expect(findings(EACCES, isHeld: true) == [])
        #expect(findings(0) == [])
    }

    @Test("who listens is read from the kernel's table, by address and port")
    func listeners() throws {
        let table = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
               0: 0100007F:01BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
               1: 0100007F:0050 0100007F:A001 01 00000000:00000000 00:00000000 00000000     0
               2: 00000000000000000000000001000000:0277 00000000000000000000000000000000:0000 0A 0:0
            """
        func isHeld(_ text: String) throws -> Bool {
            PortRights.isListening(at: try #require(ListenAddress(text)), table)
        }
        #expect(try isHeld("127.0.0.1:443"))
        #expect(try isHeld("localhost:443"))
        #expect(try isHeld("[::1]:631"))
        #expect(try isHeld("0.0.0.0:443") == false)
        #expect(try isHeld("127.0.0.1:80") == false, "a connection is no listener")
        #expect(try isHeld("127.0.0.1:444") == false)
    }

    @Test("the machine's own table knows who listens, and a try harms nobody who does")
    func machine() throws {
        let listening = try ListeningSocket()
        defer { listening.close() }
        let address = ListenAddress(host: "127.0.0.1", port: listening.port)
        #expect(PortRights.system.isHeld(address))
        #expect(PortRights.system.attempt(address) == EADDRINUSE)
    }

    @Test("a credential is only noted when the checker is not the service, which alone can see it")
    func credential() throws {
        let both = "tls_certificate = \"credential:chain\"\ntls_key = \"credential:key\"\n\(Self.publicURL)"
        let path = try folder.write(
            "q.toml", "[listen]\n\(both)\n[store]\ndatabase = \"\(folder.path)/q.sqlite\"\n")
        let loaded = LoadedConfiguration.whole(path: path, environment: [:])
        #expect(loaded.isUsable)
        #expect(
            loaded.findings.map(\.description).map { $0.replacing(folder.path, with: "…") } == [
                "…/q.toml:2: warning: listen.tls_certificate: credential:chain is there for the service "
                    + "only, by LoadCredential= in its unit, and was not looked at."
            ])
    }

    @Test(
        "the service finds a credential in the folder that systemd names, and misses one that is not there",
        .enabled(if: Certificates.isOpenSSLHere, "openssl makes the certificates and is not installed"))
    func credentialOfTheService() async throws {
        let certificates = try Certificates()
        let pair = try certificates.make("one")
        _ = try folder.write("chain", String(contentsOfFile: pair.certificate, encoding: .utf8))
        _ = try folder.write("key", String(contentsOfFile: pair.key, encoding: .utf8))
        #expect(CredentialPath.resolved("credential:key", folder: folder.path) == "\(folder.path)/key")
        let right = CertificateFiles(
            certificate: CredentialPath.resolved("credential:chain", folder: folder.path),
            key: CredentialPath.resolved("credential:key", folder: folder.path))
        #expect(throws: Never.self) { try LoadedCertificate(right) }
        let missing = CredentialPath.resolved("credential:other", folder: folder.path)
        #expect(throws: SmallFileError.missing) { try SmallFile.read(missing) }
    }

    @Test(
        "a credential's name is a file's, so that it cannot lead out of the folder",
        arguments: ["credential:", "credential:..", "credential:a/b", "credential:a b", "tls-key"])
    func credentialNames(_ text: String) {
        #expect(!CredentialPath.isWellFormed(text))
        #expect(CredentialPath.isWellFormed("credential:tls-key"))
    }

    @Test("the tokens file is read, with each of its lines that is wrong")
    func tokens() throws {
        let digest = SHA256.hash(data: Data("secret".utf8)).map { String(format: "%02x", $0) }.joined()
        let good = try folder.write(
            "tokens", "# who\n\n billing : \(digest) \nother:\(String(repeating: "AB", count: 32))\n")
        let text = "[api]\nlisten = \"127.0.0.1:8181\"\ntokens_file = "
        #expect(try findings(text + "\"\(good)\"") == [])
        let tokens = try APITokens(path: good)
        #expect(tokens.name(ofToken: "secret") == "billing")
        #expect(tokens.name(ofToken: "Secret") == nil)
        #expect(tokens.name(ofToken: "") == nil)
        let right = try folder.write("right", "desk:\(digest):decide\n")
        #expect(try APITokens(path: right).bearer(ofToken: "secret")?.mayDecide == true)
        #expect(tokens.bearer(ofToken: "secret")?.mayDecide == false)
        let odd = try folder.write("odd", "desk:\(digest):rule\n")
        #expect(
            try findings(text + "\"\(odd)\"") == [
                "…/odd:1: \"rule\" is no right; the only one is decide."
            ])
        let bad = try folder.write("bad", "one:\(digest)\none:\(digest)\ntwo\nthree:12\n:\(digest)\n")
        #expect(
            try findings(text + "\"\(bad)\"") == [
                "…/bad:2: one has a token on an earlier line.",
                "…/bad:3: this is not name:sha256 with 64 hexadecimal digits.",
                "…/bad:4: this is not name:sha256 with 64 hexadecimal digits.",
                "…/bad:5: this is not name:sha256 with 64 hexadecimal digits.",
            ])
        #expect(
            try findings(text + "\"\(folder.path)/none\"") == [
                "…/q.toml:3: api.tokens_file: …/none does not exist."
            ])
    }

    @Test("a group that a person named and that does not exist is a warning")
    func group() throws {
        #expect(
            try findings("[control]\ngroup = \"no-such-group\"") == [
                "…/q.toml:2: warning: control.group: there is no group no-such-group on this machine."
            ])
    }
}
