import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import QBXML
import Store
import Sync

/// For supervisors and for Prometheus: plain texts, and no token where they are on a listener of their own.
extension ControlRoutes {
    /// The process answers; whether it can do anything is asked with readiness.
    func health(_ request: Request, _ order: Order) async throws -> Response {
        .text("qbsyncd \(Release.version) is alive.\n")
    }

    func readiness(_ request: Request, _ order: Order) async throws -> Response {
        var troubles: [String] = []
        // The look below only reads; what could not be written is known from calls and the minute's check.
        if let fault = watch.facts.databaseFault { troubles.append(fault.sentence) }
        if !watch.isListening { troubles.append("Not all sockets are open.") }
        do {
            try await database.ping(within: .seconds(2))
        } catch let error as StoreError {
            troubles.append(error.sentence)
        } catch {
            troubles.append("The database does not answer: \(error)")
        }
        guard troubles.isEmpty else {
            var response = Response.text(troubles.joined(separator: "\n") + "\n")
            response.status = .serviceUnavailable
            return response
        }
        return .text("Ready.\n")
    }

    func metrics(_ request: Request, _ order: Order) async throws -> Response {
        var response = Response.text(
            try await metricsDesk.text(database, meters: meters, watch: watch, now: order.now))
        response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        return response
    }

    /// On the listener of `[metrics]`, which only this machine reaches: nobody is asked who they are.
    func probes(on router: Router<DaemonContext>) {
        for route in probes {
            router.on(.init(route.path), method: route.method) { request, context in
                let order = Order(
                    author: Author(name: "probe"), mayDecide: false, context: context, now: now())
                do { return try await route.answer(request, order) } catch {
                    var response = Response.text("qbsyncd could not do this: \(error)\n")
                    response.status = .internalServerError
                    return response
                }
            }
        }
    }

    var probes: [Route] {
        func plain(_ name: String, _ path: String, _ sentence: String, _ answer: @escaping Answer) -> Route {
            Route(
                name, .get, path, sentence, gives: .document(type: "text/plain", form: ["type": "string"]),
                answer)
        }
        return [
            plain("health", Path.health, "The process answers", health),
            plain(
                "readiness", Path.readiness, "Sockets are open and the database works; else 503", readiness),
            plain("metrics", Path.metrics, "Prometheus' text form of all metrics", metrics),
        ]
    }
}
