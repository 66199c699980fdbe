import Foundation
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing
import WebConnector

@testable import Daemon

/// Over plain http, as at localhost: what answers is the same.
@Suite("What a preflight finds at an address", .timeLimit(.minutes(10)))
struct PreflightAnswerTests {
    private func look(_ manners: @escaping Site.Manners) async throws -> [PreflightFinding] {
        try await looked(Site(manners))
    }

    private func looked(_ site: Site) async throws -> [PreflightFinding] {
        try await site.listen { try await PreflightScene().look(port: $0, scheme: "http") }.findings
            .filter { $0.step != .address }
    }

    @Test("it speaks as the Web Connector does, and makes no call that changes anything")
    func manners() async throws {
        let site = Site(Site.foreign)
        let found = try await looked(site)
        #expect(found.failures.isEmpty, "\(found)")
        #expect(found[.soap]?.sentence.contains("It calls itself \"Other 1.0\"") == true)
        let posts = site.requests.filter { $0.method == .POST }
        #expect(
            posts.compactMap { $0.headers.first(name: "soapaction") } == [
                "\"http://developer.intuit.com/serverVersion\"",
                "\"http://developer.intuit.com/clientVersion\"",
                "\"http://developer.intuit.com/serverVersion\"",
            ])
        for post in posts {
            #expect(post.headers.first(name: "content-type") == "text/xml; charset=utf-8")
            #expect(post.headers.first(name: "user-agent")?.contains("MS Web Services Client") == true)
            #expect(post.headers.first(name: "expect") == "100-continue")
        }
        #expect(found[.goAhead]?.outcome == .warning, "this server says no 100")
        #expect(found[.keepAlive]?.outcome == .ok)
    }

    @Test(
        "a proxy with a small limit for bodies is told with its own setting, whether it reads on or cuts",
        arguments: [false, true])
    func smallBodies(isCut: Bool) async throws {
        let found = try await look { head in
            let length = head.headers.first(name: "content-length").flatMap(Int.init) ?? 0
            guard length > 1 << 20 else { return Site.foreign(head) }
            var refusal = Site.Reply.html(.payloadTooLarge)
            refusal.isCut = isCut
            return refusal
        }
        #expect(found.failures == [.body])
        let body = try #require(found[.body])
        #expect(body.code?.number == 1042 && body.fix?.contains("client_max_body_size") == true, "\(body)")
    }

    @Test("a redirect is followed by nobody, and says where it leads")
    func redirect() async throws {
        let found = try await look { _ in
            .init(status: .movedPermanently, headers: ["Location": "https://www.example.test/qbwc"])
        }
        #expect(found.failures == [.endpoint, .support, .soap])
        #expect(found[.endpoint]?.sentence.contains("redirected to https://www.example.test/qbwc") == true)
        #expect(found[.endpoint]?.code?.number == 1048 && found[.support]?.code?.number == 1004)
        #expect(found[.endpoint]?.cause?.contains("follows no redirect") == true)
    }

    @Test("a page that is not there, a login, and a proxy without anything behind it have sentences")
    func refusals() async throws {
        for (status, word) in [
            (HTTPResponseStatus.notFound, "is not there"), (.unauthorized, "is refused"),
            (.badGateway, "does not come through"),
        ] {
            let found = try await look { _ in .html(status) }
            #expect(found.failures == [.endpoint, .support, .soap])
            #expect(found[.endpoint]?.sentence.contains(word) == true, "\(found)")
        }
    }

    @Test("a site that answers everything with a page is another program")
    func foreignPage() async throws {
        let found = try await look { _ in .html() }
        #expect(found.failures == [.soap])
        #expect(found[.soap]?.sentence.contains("an HTML page") == true)
        #expect(found[.soap]?.cause?.contains("Another program answers here") == true)
        #expect(found[.body] == nil, "nothing is sent to whoever is not the one meant")
    }

    @Test("a connection that is closed after each call is told with nginx's setting")
    func closing() async throws {
        let found = try await look { head in
            var reply = Site.foreign(head)
            reply.headers.replaceOrAdd(name: "Connection", value: "close")
            return reply
        }
        #expect(found[.keepAlive]?.outcome == .warning && found.failures.isEmpty, "\(found)")
        #expect(found[.keepAlive]?.fix?.contains("keepalive_disable none") == true)
    }

    @Test("a port on which nothing listens, and a name that leads nowhere, end the look with QBWC1003")
    func nobody() async throws {
        // Taken, so that no other test gets it meanwhile, and not listened on.
        let silent = try ListeningSocket(listens: false)
        defer { Glibc.close(silent.descriptor) }
        let refused = try await PreflightScene().look(port: silent.port).findings
        #expect(refused.failures == [.connection] && refused[.connection]?.code?.number == 1003)
        #expect(refused[.connection]?.sentence.contains("nothing listens there") == true, "\(refused)")
        let nameless = try await PreflightScene().look("https://sync.example.test") { _, _, _ in
            throw NetworkTrouble.unknownHost("Name or service not known")
        }
        #expect(nameless.findings.failures == [.dns])
    }

    @Test("a server that takes connections and says nothing is given up after the limit")
    func silence() async throws {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { $0.eventLoop.makeSucceededVoidFuture() }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        let scene = PreflightScene(limit: 1)
        let found = try await scene.look(port: port, scheme: "http").findings.filter { $0.step != .address }
        #expect(found.failures == [.endpoint, .support, .soap])
        #expect(found[.endpoint]?.sentence.contains("Nothing came within 1 seconds") == true)
        let secure = try await scene.look(port: port).findings
        #expect(secure.failures == [.tls], "\(secure)")
        try await server.close()
    }

    @Test("calls that hang while pages come are not put down to the firewall")
    func hangingCalls() async throws {
        let found = [
            SOAPSight(.serverVersion, outcome: .failure(.tooSlow(seconds: 1))).finding,
            PageSight(.endpoint, url: "https://x.example", outcome: .failure(.tooSlow(seconds: 1))).finding,
        ]
        for finding in found {
            #expect(finding.fix?.contains("proxy_read_timeout") == true)
            #expect(finding.fix?.contains("Let the firewall") == false)
        }
        let gone = Connections(port: 443, tries: [.init(address: "x", trouble: .tooSlow(seconds: 1))]).finding
        #expect(gone.fix?.contains("Let the firewall take the port") == true)
    }

    @Test("the endpoint's own path may stand in the address already, and a slash at its end")
    func paths() {
        for url in ["https://x.example/qbwc", "https://x.example/", "https://x.example"] {
            let urls = PreflightTarget.urls(of: url)
            #expect(urls.appURL == "https://x.example/qbwc" && urls.appSupport == "https://x.example/support")
        }
    }
}
