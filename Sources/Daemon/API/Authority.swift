import HTTPTypes
import Hummingbird
import Store

/// Who gives an order: for the audit trail, and for those who may not.
///
/// On the unix socket the kernel vouches for the caller, and whoever may open the socket may do everything.
/// On TCP a bearer token is asked for; only its SHA-256 is kept.
enum Authority {
    static func author(of request: Request, _ context: DaemonContext, tokens: APITokens) throws -> Author {
        if let peer = context.peer {
            return Author(name: peer.userName ?? "uid \(peer.uid)", uid: Int(peer.uid))
        }
        let header = request.headers[.authorization] ?? ""
        guard header.lowercased().hasPrefix("bearer ") else {
            throw OrderRefusal.notAllowed("Send the header: Authorization: Bearer TOKEN.")
        }
        guard let name = tokens.name(ofToken: String(header.dropFirst(7))) else {
            throw OrderRefusal.notAllowed("This token is not known.")
        }
        return Author(name: "token \(name)")
    }
}
