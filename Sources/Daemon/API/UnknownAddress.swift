import API
import HTTPTypes
import Hummingbird
import QBXML

/// An address at which there is nothing, or that takes another method, is refused in words as all else is.
struct UnknownAddress: RouterMiddleware {
    let routes: [Route]

    func handle(
        _ request: Request, context: DaemonContext,
        next: (Request, DaemonContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch let error as HTTPError
            where error.status == .notFound
        {
            let refusal = refusal(request.method, request.uri.path)
            return request.method == .head ? refusal.createHeadResponse() : refusal
        }
    }

    private func refusal(_ method: HTTPRequest.Method, _ path: String) -> Response {
        let asked = path.split(separator: "/")
        var methods = Set(routes.filter { Self.meets($0, asked) }.map(\.method.rawValue))
        if methods.contains(HTTPRequest.Method.get.rawValue) {
            methods.insert(HTTPRequest.Method.head.rawValue)
        }
        guard methods.isEmpty else {
            let known = methods.sorted().joined(separator: ", ")
            var response = Response.problem(
                Problem(
                    title: "Method Not Allowed", status: 405,
                    detail: "\(path) takes \(known), not \(method.rawValue)."))
            response.headers[.allow] = known
            return response
        }
        let addresses = routes.filter { Self.resembles($0, asked) }.map { Self.filled($0, asked) }
        let hint = OrderRefusal.hint(path, among: addresses)
        let sentence = "There is nothing at \(path).\(hint) All routes: GET /v1/openapi.json"
        return .problem(OrderRefusal.notFound(sentence).problem)
    }

    private static func meets(_ route: Route, _ asked: [Substring]) -> Bool {
        let parts = route.path.split(separator: "/")
        return parts.count == asked.count && zip(parts, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }

    /// Whether each of the route's own words is spelt nearly so.
    private static func resembles(_ route: Route, _ asked: [Substring]) -> Bool {
        let parts = route.path.split(separator: "/")
        return parts.count == asked.count
            && zip(parts, asked).allSatisfy { part, word in
                part.hasPrefix("{") || Spelling.nearest(to: String(word), among: [String(part)]) != nil
            }
    }

    /// What stands in the place of a parameter is taken as it is.
    private static func filled(_ route: Route, _ asked: [Substring]) -> String {
        let parts = route.path.split(separator: "/")
        return "/" + zip(parts, asked).map { $0.hasPrefix("{") ? $1 : $0 }.joined(separator: "/")
    }
}
