import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import Store
import Sync
import Systemd
import Timetable

/// The API, for the control socket and for TCP alike: what is said here is the whole of it.
///
/// Each resource has a file of its own; `ControlRoutes+Table.swift` reads as the table in
/// packaging/doc/api.md.
struct ControlRoutes: Sendable {
    let database: SyncDatabase
    let settings: @Sendable () -> ControlSettings
    let journal: Journal
    let now: @Sendable () -> Date
    var watch = InstallationWatch()
    var meters = Meters()
    let metricsDesk = MetricsDesk()
    /// For the doctor; nil in tests that have no configuration.
    var live: LiveConfiguration?
    let desk = Desk(
        full: "\(Desk.places) queries or exports are running, and more would slow the syncs: try again.")
    let preflightDesk = Desk(full: "\(Desk.places) preflights are under way: try again.")
    /// How a public address is looked at; tests bring their own names and roots.
    var look = PreflightLook()

    typealias Answer = @Sendable (Request, Order) async throws -> Response

    func routes(on router: Router<DaemonContext>) {
        let routes = groups.flatMap(\.routes)
        router.add(middleware: UnknownAddress(routes: routes))
        for route in routes { on(router, route) }
    }

    /// One way for all routes: who is it, do it, and every refusal or fault becomes a problem document.
    private func on(_ router: Router<DaemonContext>, _ route: Route) {
        router.on(.init(route.path), method: route.method) { request, context in
            do {
                let caller = try Authority.caller(of: request, context, tokens: settings().tokens)
                let order = Order(
                    author: caller.author, mayDecide: caller.mayDecide, context: context, now: now())
                return try await route.answer(request, order)
            } catch let refusal as OrderRefusal {
                return .problem(refusal.problem)
            } catch let refusal as ConnectorRefusal {
                let findings = refusal.findings.map { Problem.Finding(field: $0.field, problem: $0.sentence) }
                return .problem(OrderRefusal.findings(findings).problem)
            } catch let error as StoreError where error.isDamage {
                journal.service(.error, error.sentence, .storeFault)
                watch.databaseFailed(error.sentence, at: now())
                return .problem(Problem(title: "Service Unavailable", status: 503, detail: error.sentence))
            } catch {
                return fault(error, context)
            }
        }
    }

    private func fault(_ error: any Error, _ context: DaemonContext) -> Response {
        let reference = Randomness.reference()
        let text = "qbsyncd could not do this."
        journal.fault(reference: reference, text: text, cause: "\(error)", address: context.clientAddress)
        return .problem(
            Problem(
                title: "Internal Server Error", status: 500,
                detail: "\(text) The journal has the cause: journalctl -u qbsyncd | grep \(reference)",
                reference: reference))
    }
}

/// What every order has: who gives it, its path parameters, the time.
struct Order: Sendable {
    let author: Author
    /// Whether they may say what became of a request of which nobody can tell.
    let mayDecide: Bool
    let context: DaemonContext
    let now: Date

    /// What stands in the path, decoded: the router hands it out as it came.
    func parameter(_ name: String) throws -> String {
        try context.parameters.require(name).percentDecoded
    }

    func limit(_ request: Request, otherwise: Int) throws -> Int {
        guard let text = request.uri.queryParameters["limit"] else { return otherwise }
        guard let limit = Int(text), (1...1000).contains(limit) else {
            throw OrderRefusal.findings([.init(field: "limit", problem: "\(text) is not between 1 and 1000.")]
            )
        }
        return limit
    }
}

extension String {
    /// With `%20` and its like decoded; as it is where that would be no text.
    fileprivate var percentDecoded: String {
        guard contains("%") else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(Substring(rest.prefix(2)))
            if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(digits, radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? self
    }
}
