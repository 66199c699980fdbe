package import WebConnector

/// Why a call brought no answer that the Web Connector could use: for it, an exception.
package enum CallFailure: Error, Equatable, Sendable {
    /// The server was not reached, or the connection broke. The text is the system's.
    case transport(String)
    case timedOut(seconds: Int)
    /// Neither 200 nor a fault on 500.
    case status(Int)
    case contentType(String)
    case emptyReply
    case fault(String)
    /// The result element is missing or nil.
    case noResult(Operation)
    case unreadable(String)

    /// In the words that administrators know from the log.
    package var sentence: String {
        switch self {
        case .transport(let text): "Unable to connect to the remote server: \(text)"
        case .timedOut(let seconds): "The operation has timed out (\(seconds) s)."
        case .status(let status): "The request failed with HTTP status \(status)."
        case .contentType(let type):
            "Client found response content type of '\(type)', but expected 'text/xml'."
        case .emptyReply: "The request failed with an empty response."
        case .fault(let text): text
        case .noResult(let operation):
            "Object reference not set to an instance of an object (\(operation.rawValue) without a result)."
        case .unreadable(let why): "Response is not well-formed XML: \(why)"
        }
    }

    /// QBWC's code for a call that threw; nil for `serverVersion`, after which it goes on.
    static func code(of operation: Operation) -> Int? {
        switch operation {
        case .serverVersion: nil
        case .clientVersion: 1036
        case .authenticate: 1012
        case .sendRequestXML: 1041
        case .receiveResponseXML: 1042
        case .getLastError: 1043
        case .closeConnection: 1044
        case .connectionError: 1045
        // No source names a code for the interactive three.
        case .getInteractiveURL, .interactiveDone, .interactiveRejected: 1031
        }
    }
}
