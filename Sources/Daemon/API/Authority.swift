import HTTPTypes
import Hummingbird
import Store

/// Who gives an order: for the audit trail, and for those who may not.
///
/// On the unix socket the kernel vouches for the caller, and whoever may open the socket may do everything.
/// On TCP a bearer token is asked for; only its SHA-256 is kept.
enum Authority {
    struct Caller: Sendable {
        var author: Author
        /// Whether it may say what became of a request of which nobody can tell.
        var mayDecide: Bool
    }

    static func caller(of request: Request, _ context: DaemonContext, tokens: APITokens) throws -> Caller {
        if let peer = context.peer {
            let author = Author(name: peer.userName ?? "uid \(peer.uid)", uid: Int(peer.uid))
            return Caller(author: author, mayDecide: true)
        }
        let header = request.headers[.authorization] ?? ""
        guard header.lowercased().hasPrefix("bearer ") else {
            throw OrderRefusal.notAllowed("Send the header: Authorization: Bearer TOKEN.")
        }
        guard let bearer = tokens.bearer(ofToken: String(header.dropFirst(7))) else {
            throw OrderRefusal.notAllowed("This token is not known.")
        }
        return Caller(author: Author(name: "token \(bearer.name)"), mayDecide: bearer.mayDecide)
    }
}
