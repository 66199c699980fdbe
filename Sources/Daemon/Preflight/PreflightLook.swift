import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOSSL
import WebConnector

/// Looks at a public address as the Web Connector will, one step after the other, each within a limit of
/// time. It only looks: no call that it makes changes anything, wherever it ends.
struct PreflightLook: Sendable {
    var lookup = NameLookup.system
    var trust = CertificateTrust.system
    var now: @Sendable () -> Date = { Date() }
    /// Seconds for each connection and each answer.
    var limit = 10

    typealias Tell = @Sendable (PreflightFinding) async throws -> Void

    /// More addresses than a site has; whoever makes up others gains nothing.
    private static let mostAddresses = 8
    /// QuickBooks' answers are of this size, and proxies' limits below it.
    private static let bodyBytes = 4 << 20
    private static let bodyLimit = 30

    /// - Returns: until when the certificate is valid that was shown; nil without TLS.
    func run(_ target: PreflightTarget, tell: Tell) async throws -> Date? {
        let place = target.endpoint
        guard let address = try await address(of: place, tell: tell) else { return nil }
        var expiry: Date?
        if place.isSecure {
            guard let sight = try await certificate(place, address, tell: tell) else { return nil }
            expiry = sight.validUntil
        }
        try await pages(target, address, tell: tell)
        try await calls(place, address, tell: tell)
        return expiry
    }

    // MARK: The way there

    /// - Returns: an address that takes connections.
    private func address(of place: PreflightTarget.Place, tell: Tell) async throws -> SocketAddress? {
        let found: [SocketAddress]
        do { found = try await lookup.addresses(place.host, place.port, limit) } catch {
            let trouble = NetworkTrouble(error, limit: limit)
            try await tell(ResolvedHost(host: place.host, addresses: [], trouble: trouble).finding)
            return nil
        }
        let addresses = Array(found.prefix(Self.mostAddresses))
        let host = ResolvedHost(host: place.host, addresses: addresses.map { .init($0) })
        try await tell(host.finding)
        let tries = await withTaskGroup(of: (Int, Connections.Try).self) { tasks in
            for (index, address) in addresses.enumerated() {
                tasks.addTask { (index, await attempt(address)) }
            }
            var tries = [Connections.Try?](repeating: nil, count: addresses.count)
            for await (index, one) in tasks { tries[index] = one }
            return tries.compactMap { $0 }
        }
        let isThisMachine = host.addresses.allSatisfy { $0.reach == .thisMachine }
        try await tell(
            Connections(port: place.port, tries: tries, isThisMachine: isThisMachine).finding)
        return zip(addresses, tries).first { $1.trouble == nil }?.0
    }

    private func attempt(_ address: SocketAddress) async -> Connections.Try {
        let text = ResolvedHost.Address(address).text
        do {
            try await PreflightConnection.open(address, tls: nil, limit: limit).close()
            return .init(address: text)
        } catch {
            return .init(address: text, trouble: NetworkTrouble(error, limit: limit))
        }
    }

    private static let releases: [(TLSRelease, TLSVersion)] = [
        (.one, .tlsv1), (.oneOne, .tlsv11), (.oneTwo, .tlsv12), (.oneThree, .tlsv13),
    ]

    /// - Returns: nil where no version of TLS came about.
    private func certificate(
        _ place: PreflightTarget.Place, _ address: SocketAddress, tell: Tell
    ) async throws -> CertificateSight? {
        var offer = TLSOffer(offered: [])
        var shown: [NIOSSLCertificate] = []
        for (release, version) in Self.releases {
            let tls = PreflightConnection.TLS(host: place.host, oldest: version, newest: version)
            do {
                let connection = try await PreflightConnection.open(address, tls: tls, limit: limit)
                await connection.close()
                offer.offered.append(release)
                // What the version shows that the Web Connector speaks.
                if shown.isEmpty || release == .oneTwo { shown = connection.certificates }
            } catch {
                if release == .oneTwo { offer.trouble = NetworkTrouble(error, limit: limit) }
            }
        }
        try await tell(offer.finding)
        guard let sight = await trust.sight(of: shown, host: place.host) else { return nil }
        for finding in sight.findings(now: now()) { try await tell(finding) }
        return sight
    }

    // MARK: What answers

    private func pages(_ target: PreflightTarget, _ address: SocketAddress, tell: Tell) async throws {
        let endpoint = await get(target.endpoint, address)
        try await tell(PageSight(.endpoint, url: target.endpoint.url, outcome: endpoint).finding)
        // It is on the same host, else the address itself was a failure.
        guard target.support.host == target.endpoint.host else { return }
        var there = address
        there.port = target.support.port
        let support = await get(target.support, there)
        try await tell(PageSight(.support, url: target.support.url, outcome: support).finding)
    }

    private func get(_ place: PreflightTarget.Place, _ address: SocketAddress) async -> HTTPOutcome {
        await asking(place, address) { connection in
            try await connection.ask(
                HTTPRequestHead(
                    version: .http1_1, method: .GET, uri: place.path,
                    headers: ["Host": place.authority, "User-Agent": Self.userAgent]), limit: limit)
        }
    }

    private func calls(
        _ place: PreflightTarget.Place, _ address: SocketAddress, tell: Tell
    ) async throws {
        let (first, second) = await twoCalls(place, address)
        try await tell(first.finding)
        guard first.isUnderstood else { return }
        if let goAhead = first.goAheadFinding { try await tell(goAhead) }
        if let second {
            if second.finding.outcome != .ok { try await tell(second.finding) }
            try await tell(KeepAliveSight(isReused: second.isUnderstood).finding)
        } else {
            try await tell(KeepAliveSight(isReused: false).finding)
        }
        let large = await asking(place, address) { connection in
            try await post(
                .serverVersion, on: connection, place, padding: Self.bodyBytes, limit: Self.bodyLimit)
        }
        let call = SOAPSight(.serverVersion, outcome: large)
        try await tell(BodySight(bytes: Self.bodyBytes, call: call).finding)
    }

    /// - Returns: no second one where the connection was not kept open.
    private func twoCalls(
        _ place: PreflightTarget.Place, _ address: SocketAddress
    ) async -> (SOAPSight, SOAPSight?) {
        let connection: PreflightConnection
        do {
            connection = try await open(place, address)
        } catch {
            return (.init(.serverVersion, outcome: .failure(NetworkTrouble(error, limit: limit))), nil)
        }
        let first = await outcome { try await post(.serverVersion, on: connection, place, limit: limit) }
        var second: SOAPSight?
        if case .success(let sight) = first, sight.staysOpen {
            // No version: ours would otherwise take this for what a real Web Connector says of itself.
            let again = await outcome {
                try await post(.clientVersion(""), on: connection, place, limit: limit)
            }
            if again != .failure(.closed) { second = .init(.clientVersion, outcome: again) }
        }
        await connection.close()
        return (.init(.serverVersion, outcome: first), second)
    }

    /// - Parameter padding: so many blanks more between the end of the call and that of the document, where
    ///   they mean nothing to anybody.
    private func post(
        _ call: Call, on connection: PreflightConnection, _ place: PreflightTarget.Place, padding: Int = 0,
        limit: Int
    ) async throws -> HTTPSight {
        let (document, end) = (call.encoded(as: .document), Array("</soap:Envelope>".utf8))
        var body = [ByteBuffer(bytes: document.dropLast(padding > 0 ? end.count : 0))]
        if padding > 0 {
            let blanks = ByteBuffer(repeating: UInt8(ascii: " "), count: 64 << 10)
            body += [ByteBuffer](repeating: blanks, count: padding / (64 << 10)) + [ByteBuffer(bytes: end)]
        }
        let length = body.reduce(0) { $0 + $1.readableBytes }
        // As .NET's client of the Web Connector writes them.
        let headers: HTTPHeaders = [
            "User-Agent": Self.userAgent, "Content-Type": "text/xml; charset=utf-8",
            "SOAPAction": "\"http://developer.intuit.com/\(call.operation.rawValue)\"",
            "Host": place.authority, "Content-Length": "\(length)", "Expect": "100-continue",
        ]
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: place.path, headers: headers)
        return try await connection.ask(head, body: body, limit: limit)
    }

    private static let userAgent =
        "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 4.0.30319.42000)"

    // MARK: Ways

    private func open(
        _ place: PreflightTarget.Place, _ address: SocketAddress
    ) async throws -> PreflightConnection {
        // Old versions as well: that they are old was told, and there is more to be found.
        let tls = place.isSecure ? PreflightConnection.TLS(host: place.host, oldest: .tlsv1) : nil
        return try await PreflightConnection.open(address, tls: tls, limit: limit)
    }

    private func asking(
        _ place: PreflightTarget.Place, _ address: SocketAddress,
        _ body: (PreflightConnection) async throws -> HTTPSight
    ) async -> HTTPOutcome {
        await outcome {
            let connection = try await open(place, address)
            let answer: HTTPSight
            do { answer = try await body(connection) } catch {
                await connection.close()
                throw error
            }
            await connection.close()
            return answer
        }
    }

    private func outcome(_ body: () async throws -> HTTPSight) async -> HTTPOutcome {
        do { return .success(try await body()) } catch {
            return .failure(NetworkTrouble(error, limit: limit))
        }
    }
}
