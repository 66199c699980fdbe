import FoundationEssentials
import Simulator
import Store
import Sync

/// What people decide in a life of writes: they look into the books first, and see right.
extension WriteLife {
    mutating func decide(_ decision: RequestDecision, _ id: String) throws {
        decided.insert(id)
        let now = server.now
        try server.database.transactNow { transaction in
            do {
                _ = try transaction.decide(decision, request: id, by: Self.robot, at: now)
            } catch is DecisionRefusal {}
        }
    }

    /// About one of those that did not succeed.
    mutating func decideOne() throws {
        let rows = try rows(in: [.failed, .unknown, .cancelled, .expired])
        guard !rows.isEmpty else { return }
        let row = dice.pick(rows)
        let write = books?.appliedWrites.last { $0.requestID == row.id }
        switch row.state {
        case .unknown:
            guard let write else { return try decide(dice.chance(60) ? .resend : .drop, row.id) }
            let isThere = books?.record(write.kind, id: write.id) != nil
            try decide(.link(id: isThere ? write.id : nil), row.id)
        case .failed where dice.chance(30): try decide(.dismiss, row.id)
        case _ where row.title == "CustomerAdd" && dice.chance(40): try rename(row)
        default: try decide(.retry, row.id)
        }
    }

    /// Edit-and-resend: the same customer under another name.
    private mutating func rename(_ row: RequestRow) throws {
        let json = #"{"CustomerAdd":{"Name":"E\#(dice.number(in: 1...999_999))"}}"#
        decided.insert(row.id)
        let (request, now) = (try request(json, id: row.id), server.now)
        try server.database.transactNow { transaction in
            do {
                _ = try transaction.edit(request: row.id, to: request, by: Self.robot, at: now)
            } catch is DecisionRefusal {}
        }
    }
}
