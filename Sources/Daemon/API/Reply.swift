import API
import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// How values become HTTP answers, for all routes.
extension Response {
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        bytes(Array(try Wire.encode(value)), type: "application/json", status: status)
    }

    static func problem(_ problem: Problem) -> Response {
        let body = (try? Wire.encode(problem)).map(Array.init) ?? []
        return bytes(
            body, type: "application/problem+json",
            status: .init(code: problem.status, reasonPhrase: problem.title))
    }

    static func xml(_ body: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        bytes(body, type: "text/xml; charset=utf-8", status: status)
    }

    static func html(_ text: String) -> Response { bytes(Array(text.utf8), type: "text/html; charset=utf-8") }

    static func text(_ text: String) -> Response {
        bytes(Array(text.utf8), type: "text/plain; charset=utf-8")
    }

    /// A document that stays the same until the daemon is another one. Whoever has it is told so in a few
    /// bytes; it is asked for each time, because nobody knows when the daemon is upgraded.
    static func document(_ body: [UInt8], type: String, to request: Request) -> Response {
        let tag = "\"" + SHA256.hash(data: body).prefix(16).map { hex($0) }.joined() + "\""
        let known = request.headers[values: .ifNoneMatch].joined(separator: ",").split(separator: ",")
        // A proxy that packs the answer makes the tag a weak one: W/"…".
        let isKnown = known.contains { $0.contains(tag) || $0.allSatisfy { $0 == "*" || $0 == " " } }
        var response = isKnown ? Response(status: .notModified) : bytes(body, type: type)
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    private static func bytes(
        _ body: [UInt8], type: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

/// What keeps an order from being carried out; becomes a `Problem` at the edge.
enum OrderRefusal: Error {
    case notFound(String)
    case conflict(String)
    case gone(String)
    case findings([Problem.Finding])
    case malformedBody(String)
    case notAllowed(String)
    case tooLarge(String)
    /// Known, but not allowed to do this.
    case forbidden(String)
    /// Requests with something wrong in them.
    case unfitRequests(String, CheckReport)

    var problem: Problem {
        switch self {
        case .notFound(let detail): Problem(title: "Not Found", status: 404, detail: detail)
        case .conflict(let detail): Problem(title: "Conflict", status: 409, detail: detail)
        case .gone(let detail): Problem(title: "Gone", status: 410, detail: detail)
        case .findings(let findings):
            Problem(
                title: "Not Accepted", status: 422,
                detail: findings.map { "\($0.field): \($0.problem)" }.joined(separator: " "),
                findings: findings)
        case .malformedBody(let detail): Problem(title: "Bad Request", status: 400, detail: detail)
        case .notAllowed(let detail): Problem(title: "Unauthorized", status: 401, detail: detail)
        case .forbidden(let detail): Problem(title: "Forbidden", status: 403, detail: detail)
        case .unfitRequests(let detail, let report):
            Problem(
                title: "Not Accepted", status: 422, detail: detail,
                findings: report.findings.filter { $0.severity == "error" }.map { finding in
                    .init(field: finding.pointer.isEmpty ? "body" : finding.pointer, problem: finding.problem)
                }, report: report)
        case .tooLarge(let detail): Problem(title: "Content Too Large", status: 413, detail: detail)
        }
    }
}
