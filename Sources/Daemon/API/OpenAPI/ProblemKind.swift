import QBXML

/// The refusals that routes have in common, by their status.
enum ProblemKind: Int, CaseIterable {
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case conflict = 409
    case gone = 410
    case contentTooLarge = 413
    case notAccepted = 422
    case internalFault = 500

    /// Which ones a route may give, for what it takes.
    static func of(_ route: Route) -> [ProblemKind] {
        var kinds: Set<ProblemKind> = [.unauthorized, .internalFault]
        switch route.takes {
        case .nothing: break
        case .word: kinds.formUnion([.badRequest, .contentTooLarge, .notAccepted])
        case .requests: kinds.formUnion([.badRequest, .contentTooLarge])
        }
        if !route.query.isEmpty { kinds.insert(.notAccepted) }
        if !route.parameters.isEmpty { kinds.insert(.notFound) }
        if route.mayConflict { kinds.insert(.conflict) }
        if route.mayBeGone { kinds.insert(.gone) }
        if route.needsDecider { kinds.insert(.forbidden) }
        return kinds.sorted { $0.rawValue < $1.rawValue }
    }

    var name: String {
        switch self {
        case .badRequest: "BadRequest"
        case .unauthorized: "Unauthorized"
        case .forbidden: "Forbidden"
        case .notFound: "NotFound"
        case .conflict: "Conflict"
        case .gone: "Gone"
        case .contentTooLarge: "ContentTooLarge"
        case .notAccepted: "NotAccepted"
        case .internalFault: "InternalFault"
        }
    }

    private var sentence: String {
        switch self {
        case .badRequest: "The body cannot be read."
        case .unauthorized: "Over TCP, without a token that is known."
        case .forbidden: "The token lacks the right to decide."
        case .notFound: "There is no such thing; the nearest name is told."
        case .conflict: "Not as things stand."
        case .gone: "Kept no longer; the way back is told."
        case .contentTooLarge: "The body is larger than anything sensible."
        case .notAccepted: "Something in the body or the query is wrong; all of it is told at once."
        case .internalFault: "A fault of the daemon, which the journal explains."
        }
    }

    func response(_ problem: JSON) -> JSON.Member {
        JSON.Member(
            name,
            [
                "description": .text(sentence),
                "content": ["application/problem+json": ["schema": problem]],
            ])
    }
}
