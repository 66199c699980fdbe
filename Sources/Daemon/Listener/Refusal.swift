import NIOHTTP1

/// An answer that the wire itself gives, before any route sees the request. The connection closes after it.
struct Refusal: Equatable, Sendable {
    var status: HTTPResponseStatus
    var sentence: String

    static let noHost = Refusal(
        status: .badRequest, sentence: "An HTTP/1.1 request needs exactly one Host header (RFC 9112, 3.2).")
    static let unknownVersion = Refusal(
        status: .httpVersionNotSupported, sentence: "Only HTTP/1.1 and HTTP/1.0 are spoken here.")
    static let chunkedHTTP10 = Refusal(
        status: .badRequest, sentence: "HTTP/1.0 knows no Transfer-Encoding (RFC 9112, 6.1).")
    static let malformed = Refusal(status: .badRequest, sentence: "This is not a well-formed HTTP request.")
    static let headTooLarge = Refusal(
        status: .requestHeaderFieldsTooLarge, sentence: "The request's headers are too large.")
    static let plainStranger = Refusal(
        status: .forbidden,
        sentence:
            "This address takes plain HTTP from the trusted proxy only: passwords would travel in the clear. "
            + "Use the public https address.")

    static func bodyTooLarge(_ length: String, limit: Int) -> Refusal {
        Refusal(
            status: .payloadTooLarge,
            sentence: "The request announces a body of \(length) bytes; "
                + "at most \(limit) are read here (see body_limit).")
    }
}
