import FoundationEssentials
import ServiceLifecycle
import Sync
import WebConnector

/// Looks at our own public address once a day, as a Web Connector would. What fails becomes a condition with
/// the next minute's check.
struct PreflightService: Service {
    let live: LiveConfiguration
    let watch: InstallationWatch
    let look: PreflightLook
    let now: @Sendable () -> Date

    func run() async throws {
        let start = now()
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await once(start: start)
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// A minute's question: is it time?
    func once(start: Date) async {
        let listen = live.current.listen
        guard listen.isPublic else { return watch.forgetAddress() }
        let url = listen.publicURL
        let isDue = AddressLook.isDue(
            last: watch.facts.address, isRemembered: watch.preflight == nil, url: url, start: start,
            seed: Self.seed(url), now: now())
        guard isDue else { return }
        // The network answers when it likes, and a stop does not wait for it.
        let (end, entrance) = AsyncStream<Never>.makeStream()
        Task {
            await look.atOurOwn(url, watch: watch)
            entrance.finish()
        }
        for await _ in end {}
    }

    /// The same for the same address, whenever and wherever it is counted (FNV-1a): many installations that
    /// are started together look at different times.
    static func seed(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension PreflightTarget {
    /// The addresses that our `.qwc` files name. An address that already ends with the endpoint's path is
    /// taken as that of the endpoint.
    static func urls(of publicURL: String) -> (appURL: String, appSupport: String) {
        var base = publicURL
        while base.hasSuffix("/") { base.removeLast() }
        if base.hasSuffix(Pairing.endpointPath) { base.removeLast(Pairing.endpointPath.count) }
        return (base + Pairing.endpointPath, base + Pairing.supportPath)
    }
}

extension PreflightLook {
    /// - Parameter tell: hears of each finding as it is made.
    /// - Returns: until when the certificate is valid that was shown.
    func run(appURL: String, appSupport: String, tell: Tell) async throws -> Date? {
        for finding in PreflightTarget.addressFindings(appURL: appURL, appSupport: appSupport) {
            try await tell(finding)
        }
        guard let target = PreflightTarget(appURL: appURL, appSupport: appSupport) else { return nil }
        return try await run(target, tell: tell)
    }

    /// The same for our own address, which is remembered.
    func atOurOwn(_ publicURL: String, watch: InstallationWatch) async {
        let found = FoundList()
        let (appURL, appSupport) = PreflightTarget.urls(of: publicURL)
        do {
            let expiry = try await run(appURL: appURL, appSupport: appSupport) { await found.add($0) }
            watch.looked(at: publicURL, await found.all, expiry: expiry, now: now())
        } catch {
            // Only whoever hears of the findings can fail, and a list does not.
        }
    }
}

/// Findings, as they are made.
actor FoundList {
    private(set) var all: [PreflightFinding] = []

    func add(_ finding: PreflightFinding) { all.append(finding) }
}
