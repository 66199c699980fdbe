import FoundationEssentials
import Testing

@testable import WebConnector

@Suite("What a preflight makes of what it saw")
struct PreflightTests {
    private func address(_ text: String, _ bytes: [UInt8]) -> ResolvedHost.Address {
        .init(text: text, reach: AddressReach(bytes: bytes))
    }

    @Test("the address is judged by the rules of the .qwc file, with their codes")
    func rules() throws {
        func found(_ url: String, _ support: String) -> [Int?] {
            PreflightTarget.addressFindings(appURL: url, appSupport: support)
                .filter { $0.outcome == .failure }.map { $0.code?.number }
        }
        #expect(found("https://sync.example.com/qbwc", "https://sync.example.com/support") == [])
        #expect(found("http://localhost:8180/qbwc", "http://localhost:8180/support") == [])
        #expect(found("http://sync.example.com/qbwc", "http://sync.example.com/support") == [1010])
        #expect(found("https://192.0.2.1/qbwc", "https://192.0.2.1/support") == [1001, 1002])
        #expect(found("https://sync.example.com/qbwc", "https://www.example.com/support") == [1000])
        let login = "https://kim:geheim@sync.example.com"
        #expect(found(login, "https://sync.example.com") == [1051])
        #expect(PreflightTarget(appURL: login, appSupport: "https://sync.example.com") == nil)
        let told = PreflightTarget.addressFindings(appURL: login, appSupport: login)
        #expect(!told.contains { "\($0)".contains("geheim") })
        let port = PreflightTarget.addressFindings(
            appURL: "https://x.example:99999/qbwc", appSupport: "https://x.example")
        #expect(port.map(\.sentence) == ["AppURL names the port 99999."])
    }

    @Test("host, port and path are taken out of an address as a client does")
    func places() throws {
        let target = try #require(
            PreflightTarget(
                appURL: "https://Sync.example.com/qbwc?a=1#x", appSupport: "https://sync.example.com:8443"))
        #expect(target.endpoint.host == "sync.example.com" && target.endpoint.port == 443)
        #expect(target.endpoint.path == "/qbwc?a=1" && target.endpoint.authority == "sync.example.com")
        #expect(target.support.path == "/" && target.support.authority == "sync.example.com:8443")
        #expect(PreflightTarget(appURL: "sync.example.com", appSupport: "https://x.example") == nil)
    }

    @Test(
        "private, link-local and loopback addresses are told from those that everybody reaches",
        arguments: [
            ([127, 0, 0, 1], AddressReach.thisMachine), ([10, 1, 2, 3], .thisNetwork),
            ([172, 31, 0, 1], .thisNetwork), ([172, 32, 0, 1], .everywhere),
            ([192, 168, 1, 1], .thisNetwork),
            ([100, 64, 0, 1], .thisNetwork), ([169, 254, 1, 1], .thisNetwork), ([192, 0, 2, 1], .everywhere),
            ([UInt8](repeating: 0, count: 15) + [1], .thisMachine),
            ([0xFD] + [UInt8](repeating: 0, count: 15), .thisNetwork),
            ([0xFE, 0x80] + [UInt8](repeating: 0, count: 14), .thisNetwork),
            ([0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 12), .everywhere),
        ])
    func reach(bytes: [UInt8], expected: AddressReach) {
        #expect(AddressReach(bytes: bytes) == expected)
    }

    @Test("a name that leads inside only, or to both, is a warning, and one that leads nowhere a failure")
    func names() {
        let (inside, outside) = (address("10.0.0.7", [10, 0, 0, 7]), address("192.0.2.7", [192, 0, 2, 7]))
        func outcome(_ addresses: [ResolvedHost.Address]) -> PreflightFinding.Outcome {
            ResolvedHost(host: "sync.example.com", addresses: addresses).finding.outcome
        }
        #expect(outcome([outside]) == .ok)
        #expect(outcome([inside]) == .warning)
        #expect(outcome([inside, outside]) == .warning)
        #expect(outcome([address("127.0.0.1", [127, 0, 0, 1])]) == .warning)
        let number = ResolvedHost(host: "127.0.0.1", addresses: [address("127.0.0.1", [127, 0, 0, 1])])
            .finding
        #expect(number.sentence == "127.0.0.1 is an address of this machine itself.")
        #expect(number.fix?.contains("nslookup") == false)
        let nowhere = ResolvedHost(
            host: "sync.example.com", addresses: [], trouble: .unknownHost("Name or service not known")
        ).finding
        #expect(nowhere.outcome == .failure && nowhere.code?.number == 1003)
        let local = ResolvedHost(host: "localhost", addresses: [], trouble: .unknownHost("no")).finding
        #expect(local.code?.number == 1035 && local.fix == ConnectorCode(1035).known?.fix)
    }

    @Test("one dead address of several is a warning, and all of them a failure that names hair-pin routers")
    func connections() {
        let dead = Connections.Try(address: "2001:db8::7", trouble: .tooSlow(seconds: 10))
        let some = Connections(port: 443, tries: [.init(address: "192.0.2.7"), dead]).finding
        #expect(some.outcome == .warning && some.sentence.contains("2001:db8::7"))
        let here = Connections(
            port: 8180,
            tries: [.init(address: "::1", trouble: .tooSlow(seconds: 10)), .init(address: "127.0.0.1")],
            isThisMachine: true
        ).finding
        #expect(here == .ok(.connection, "127.0.0.1 takes connections on port 8180."))
        let all = Connections(port: 443, tries: [dead]).finding
        #expect(all.outcome == .failure && all.code?.number == 1003)
        #expect(all.fix?.contains("This is seen from this machine") == true)
    }

    @Test("TLS 1.2 must be there; older ones beside it are noted")
    func versions() {
        #expect(TLSOffer(offered: [.oneTwo, .oneThree]).finding.sentence == "TLS 1.2, 1.3 is spoken.")
        let old = TLSOffer(offered: [.one, .oneTwo]).finding
        #expect(old.outcome == .ok && old.sentence.contains("withdrawn"))
        #expect(TLSOffer(offered: [.one, .oneOne]).finding.outcome == .failure)
        #expect(TLSOffer(offered: [.oneThree]).finding.cause == "Windows 10 speaks 1.2 at most.")
        let plain = TLSOffer(offered: [], trouble: .notTLS).finding
        #expect(plain.outcome == .failure && plain.fix?.contains("tls_certificate") == true)
    }

    @Test("a star in a certificate stands for one label and no more")
    func stars() {
        #expect(CertificateSight.matches("*.example.com", host: "Sync.example.com"))
        #expect(!CertificateSight.matches("*.example.com", host: "a.sync.example.com"))
        #expect(!CertificateSight.matches("*.example.com", host: "example.com"))
        #expect(!CertificateSight.matches("*.com", host: "example.com"))
        #expect(CertificateSight.matches("sync.example.com", host: "sync.example.com"))
    }

    @Test("every status that is no yes has a sentence, and what to do")
    func statuses() throws {
        for status in [301, 401, 404, 405, 408, 413, 417, 502, 503, 504, 599] {
            let sight = HTTPSight(status: status, location: "https://other.example/\u{1B}[2J")
            let (sentence, _, fix) = try #require(sight.complaint(of: "GET x"))
            #expect(!sentence.isEmpty && !fix.isEmpty)
            #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 }, "from outside: \(sentence)")
        }
        #expect(HTTPSight(status: 204).complaint(of: "GET x") == nil)
    }

    @Test("a fault, a page and another program's answer are each told for what they are")
    func soap() {
        func finding(_ body: [UInt8], _ type: String = "text/xml", status: Int = 200) -> PreflightFinding {
            SOAPSight(
                .serverVersion,
                outcome: .success(HTTPSight(status: status, contentType: type, body: body))
            ).finding
        }
        let ours = finding(WebConnector.Answer.serverVersion("qbsyncd 9.9").encoded(as: .document))
        #expect(ours.outcome == .ok && ours.sentence.hasPrefix("qbsyncd 9.9 answers"))
        let other = finding(WebConnector.Answer.serverVersion("Other 1.0").encoded(as: .document))
        #expect(other.outcome == .warning && other.sentence.contains("Another program answers here"))
        let page = finding(Array("<html><body>Hello</body></html>".utf8), "text/html; charset=utf-8")
        #expect(page.outcome == .failure && page.sentence.contains("an HTML page"))
        let fault = finding(
            Fault(code: .server, text: "No room.", reference: "AB").encoded(), status: 500)
        #expect(fault.outcome == .failure && fault.sentence.contains("No room."))
    }

    @Test("whatever is no success has a fix and names whose move it is")
    func complete() {
        let findings: [PreflightFinding] =
            PreflightTarget.addressFindings(appURL: "https://1.2.3.4", appSupport: "http://x")
            + [
                TLSOffer(offered: []).finding, KeepAliveSight(isReused: false).finding,
                BodySight(
                    bytes: 4 << 20, call: .init(.serverVersion, outcome: .success(HTTPSight(status: 413)))
                ).finding,
            ]
        for finding in findings where finding.outcome != .ok {
            #expect(finding.fix?.isEmpty == false && finding.mover == .administrator, "\(finding)")
        }
    }
}
