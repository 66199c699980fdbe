import Glibc
import NIOCore
import NIOPosix
import NIOSSL
import WebConnector

extension NetworkTrouble {
    /// What the network says, as far as one can act on it.
    ///
    /// - Parameter limit: how long was waited, in seconds.
    init(_ error: any Error, limit: Int) {
        switch error {
        case let error as NetworkTrouble: self = error
        case let error as NIOConnectionError:
            guard let first = error.connectionErrors.first else {
                self = .unknownHost("there is no host \(error.host)")
                return
            }
            self.init(first.error, limit: limit)
        case let error as IOError:
            let words = String(cString: strerror(error.errnoCode))
            switch error.errnoCode {
            case ECONNREFUSED: self = .refused
            case ECONNRESET, EPIPE: self = .closed
            case ETIMEDOUT: self = .tooSlow(seconds: limit)
            default: self = .unreachable(words)
            }
        case is ChannelError:
            if case .connectTimeout? = error as? ChannelError {
                self = .tooSlow(seconds: limit)
            } else {
                self = .closed
            }
        case NIOSSLError.uncleanShutdown: self = .closed
        case let error as NIOSSLExtraError where error == .failedToValidateHostname: self = .certificate
        case let error as NIOSSLError: self = Self.told("\(error)")
        case let error as BoringSSLError: self = Self.told("\(error)")
        default: self = .other(String("\(error)".prefix(200)))
        }
    }

    /// The library tells the cause only within its text.
    private static func told(_ text: String) -> Self {
        // A server of plain http answers the handshake with text.
        if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") { return .notTLS }
        if text.contains("ALERT_PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL") {
            return .tls("this version is not taken.")
        }
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return .certificate }
        if text.contains("HANDSHAKE_FAILURE") { return .tls("no way of encryption in common.") }
        return .tls(String(text.prefix(200)))
    }
}
