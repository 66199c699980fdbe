import API
import FoundationEssentials
import Hummingbird
import NIOCore
import Sync
import WebConnector

extension ControlRoutes {
    func lastPreflight(_ request: Request, _ order: Order) async throws -> Response {
        let url = settings().publicURL
        let last = watch.preflight.flatMap { $0.url == url ? $0 : nil }
        return try .json(
            PreflightReport(
                url: url, at: last?.at, checks: (last?.findings ?? []).map(PreflightCheck.init)))
    }

    /// Makes this machine connect to wherever it is told, and says what answers: not for everybody.
    func preflight(_ request: Request, _ order: Order) async throws -> Response {
        guard order.mayDecide else {
            throw OrderRefusal.forbidden(
                "A preflight makes this machine connect to other places, and this token may not decide that. "
                    + "Its line in the tokens file would end in :\(APITokens.decide), or take the control "
                    + "socket.")
        }
        let wish = try await request.body(as: PreflightOrder.self)
        if wish.supportUrl != nil, wish.url == nil {
            throw OrderRefusal.findings([.init(field: "support_url", problem: "It goes with url only.")])
        }
        let own = settings().publicURL
        let url = wish.url ?? own
        let (appURL, appSupport) =
            wish.supportUrl.map { (url, $0) } ?? PreflightTarget.urls(of: url)
        let place = try preflightDesk.place()
        return .stream("application/x-ndjson") { [look, watch] writer in
            let found = FoundList()
            let lines = Lines()
            // The network answers when it likes: neither a stop nor a client that went away waits for it.
            let end = Task {
                defer {
                    lines.close()
                    withExtendedLifetime(place) {}
                }
                return try await look.run(appURL: appURL, appSupport: appSupport) { finding in
                    try Task.checkCancellation()
                    await found.add(finding)
                    lines.add(finding)
                }
            }
            defer { end.cancel() }
            for await finding in lines.stream {
                let line = try Wire.encode(PreflightCheck(finding)) + Data("\n".utf8)
                try await writer.write(ByteBuffer(bytes: line))
            }
            try Task.checkCancellation()
            let expiry = try await end.value
            // What an administrator just repaired is not told as a condition until tomorrow.
            if url == own, wish.supportUrl == nil, own != Configuration().listen.publicURL {
                watch.looked(at: own, await found.all, expiry: expiry, now: look.now())
            }
        }
    }

    /// Findings on their way from the look to the one who writes them.
    private struct Lines: Sendable {
        let stream: AsyncStream<PreflightFinding>
        private let entrance: AsyncStream<PreflightFinding>.Continuation

        init() { (stream, entrance) = AsyncStream.makeStream() }

        func add(_ finding: PreflightFinding) { entrance.yield(finding) }
        func close() { entrance.finish() }
    }
}

extension PreflightCheck {
    init(_ finding: PreflightFinding) {
        self.init(
            step: finding.step.rawValue, outcome: finding.outcome.rawValue, sentence: finding.sentence,
            cause: finding.cause, fix: finding.fix, mover: finding.mover?.rawValue,
            code: finding.code?.description)
    }
}
