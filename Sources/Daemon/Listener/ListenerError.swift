import Glibc

/// Why a listener could not start. Each says what to do.
package enum ListenerError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The place and the system's `errno`.
    case cannotBind(String, CInt)
    case notASocket(String)
    case inUse(String)
    case pathTooLong(String)

    package var description: String {
        switch self {
        case .cannotBind(let place, EADDRINUSE), .inUse(let place):
            return "Another program listens on \(place) already. Is qbsyncd running twice?"
        case .cannotBind(let place, EADDRNOTAVAIL):
            return "\(place) is not an address of this machine."
        case .cannotBind(let place, EACCES):
            let refusal = "Listening on \(place) is not permitted."
            guard !place.hasPrefix("/") else {
                return "\(refusal) A socket file needs a folder that this user may write to."
            }
            return "\(refusal) A port below 1024 is opened by systemd: "
                + "write ListenStream=\(place) into `systemctl edit qbsyncd.socket` and enable that unit."
        case .cannotBind(let place, ENOENT):
            return "The folder of \(place) does not exist."
        case .cannotBind(let place, let code):
            return "Listening on \(place) failed: \(String(cString: strerror(code)))."
        case .notASocket(let path):
            return "\(path) exists and is not a socket; it is left alone. Remove it, or choose another path."
        case .pathTooLong(let path):
            return "\(path) is too long for a socket's path: 107 bytes at most."
        }
    }
}
