import Foundation
import NIOCore
import NIOHTTP1
import WebConnector

@testable import Daemon

/// A look at a made-up name that leads to a loopback port.
struct PreflightScene {
    static let host = "sync.example.test"

    var trust = Certificates.stranger
    var now = Date()
    var limit = 10

    func look(
        port: Int, scheme: String = "https", path: String = ""
    ) async throws -> (findings: [PreflightFinding], expiry: Date?) {
        try await look("\(scheme)://\(Self.host):\(port)\(path)") { _, port, _ in
            [try SocketAddress(ipAddress: "127.0.0.1", port: port)]
        }
    }

    func look(
        _ url: String,
        lookup: @escaping @Sendable (String, Int, Int) async throws -> [SocketAddress]
    ) async throws -> (findings: [PreflightFinding], expiry: Date?) {
        let look = PreflightLook(
            lookup: NameLookup(addresses: lookup), trust: trust, now: { [now] in now }, limit: limit)
        let (found, urls) = (FoundList(), PreflightTarget.urls(of: url))
        let expiry = try await look.run(appURL: urls.appURL, appSupport: urls.appSupport) {
            await found.add($0)
        }
        return (await found.all, expiry)
    }
}

extension [PreflightFinding] {
    subscript(step: PreflightStep) -> PreflightFinding? { first { $0.step == step } }

    var failures: [PreflightStep] { filter { $0.outcome == .failure }.map(\.step) }
    var steps: [PreflightStep] { map(\.step) }
}
