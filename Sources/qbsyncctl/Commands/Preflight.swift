import API
import ArgumentParser
import FoundationEssentials
import NIOCore
import NIOHTTP1

struct Preflight: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at the public address as the Web Connector will, before it does.",
        discussion: """
            Are the address, the DNS, the TLS versions, the certificate with its chain, name and days left, \
            the two pages and the calls such that a Web Connector gets through, and do calls of some \
            megabytes come through the proxy? Each check is told as it is made, with the Web Connector's own \
            code for what would fail. No call changes anything.

            The daemon looks, so it is seen from its machine: a router that does not lead its own public \
            address back in makes it look dead from inside only. The daemon repeats this once a day, and \
            what fails is told as a condition.

            Exits with 0 if a Web Connector gets through, also with warnings, else with 1.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "The address to look at, as public_url has it. (default: public_url itself)")
    var url: String?

    @Option(
        help: ArgumentHelp(
            "AppSupport of a .qwc file; URL is its AppURL then, as it stands there.", valueName: "url"))
    var support: String?

    /// Each step has a limit of its own; this is more than all of them.
    private static let patience = 300

    func validate() throws {
        if support != nil, url == nil { throw ValidationError("--support goes with URL only.") }
        for address in [url, support].compactMap({ $0 }) {
            let isWeb = ["https://", "http://"].contains { address.lowercased().hasPrefix($0) }
            if Self.mayHoldPassword(address) {
                throw ValidationError(
                    "An address with a name or a password before its host is not taken by the Web Connector: "
                        + "leave out what stands before the @. Logins are entered in the Web Connector.")
            }
            if !isWeb { throw ValidationError("A web address begins with https://, unlike \(address)") }
        }
    }

    /// Such an address is not repeated to anybody. A password may also hold what would end a host.
    private static func mayHoldPassword(_ address: String) -> Bool {
        guard address.contains("@") else { return false }
        guard let start = address.firstRange(of: "://")?.upperBound else { return true }
        let authority = address[start...].prefix { !"/?#\\".contains($0) }
        let parts = authority.split(separator: ":", maxSplits: 1)
        return authority.contains("@") || parts.count == 2 && Int(parts[1]) == nil
    }

    func perform(_ session: Session) async throws {
        let own = try await session.client.get(Path.preflight, as: PreflightReport.self)
        var report = PreflightReport(url: url ?? own.url, at: LocalClock.current().now, checks: [])
        if !session.isJSON { session.terminal.show(Line("Looking at \(report.url)", .bold)) }
        var pending = Data()
        let order = try Wire.encode(PreflightOrder(url: url, supportUrl: support))
        try await session.client.stream(.POST, Path.preflight, body: order, within: Self.patience) { piece in
            pending.append(contentsOf: piece.readableBytesView)
            while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let check = try session.client.word(
                    PreflightCheck.self, in: Data(pending[pending.startIndex..<end]))
                pending = Data(pending[pending.index(after: end)...])
                report.checks.append(check)
                if !session.isJSON {
                    session.terminal.show(PreflightText(check: check).lines(width: session.terminal.width))
                }
            }
        }
        if session.isJSON {
            try session.terminal.show(json: report)
        } else {
            session.terminal.show([Line(), PreflightText.verdict(report)])
        }
        if report.isPassable != true { throw ExitCode(Outcome.failed) }
    }
}
