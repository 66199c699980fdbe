import FoundationEssentials
import QBXML
import Timetable
import WebConnector

/*
 A conversation that has nothing left to do may be held open, so that a request that is queued now is in
 QuickBooks within seconds and not at the next check-in:

     sendRequestXML  ->  "NoOp"
     getLastError    ->  "NoOp"      the Web Connector waits five seconds and asks again

 Meanwhile it keeps QuickBooks' session open, and the workstation for itself. So it is a setting that is off
 unless somebody wants it, it lasts for a limited time after the last exchange, and it ends at once for
 whatever else wants the workstation or the connector.
*/

/// Who wants something that a held conversation, or one with a long queue, is in the way of.
package enum Claim: Equatable, Sendable {
    /// A pause or a disabling.
    case pause
    /// A sync that a person asked for begins with a check-in of its own.
    case sync
    /// Another company of the same workstation waits.
    case rival(String)
}

extension Exchange {
    /// The answer that makes the client come back by itself.
    static let noOp = Array("NoOp".utf8)

    /// A held client calls every few seconds: after this silence it is gone.
    static let heldSilence = 120

    /// Whether a conversation that has nothing left to do may be held, as far as it can tell by itself.
    static func mayHold(_ turn: Turn) -> Bool {
        turn.connector.holdSeconds > 0 && turn.conversation.isProven && !mustStop(turn)
            // Who forced a sync waits for its end.
            && turn.conversation.trigger != .forced
    }

    /// Holds a conversation that has nothing left to do, or goes on holding it.
    ///
    /// - Returns: false when it is to end now.
    static func hold(_ turn: inout Turn) -> Bool {
        guard mayHold(turn), turn.claims.isEmpty else { return false }
        let until = turn.conversation.heldUntil ?? holdEnd(turn)
        turn.conversation.heldUntil = until
        return turn.now < until
    }

    /// The connector's own next sync needs a conversation of its own, so it is an end as well.
    private static func holdEnd(_ turn: Turn) -> Date {
        let end = turn.now.addingTimeInterval(Double(turn.connector.holdSeconds))
        return min(end, turn.connector.rule.nextPoint(after: turn.now))
    }

    /// A long queue gives way to another company of the workstation, after a turn of some length; and to a
    /// pause, unless this sync was asked for in spite of it.
    static func mustYield(_ turn: Turn) -> Bool {
        if turn.claims.contains(.pause), turn.conversation.trigger != .forced { return true }
        let hasRival = turn.claims.contains { if case .rival = $0 { true } else { false } }
        return hasRival && turn.now.timeIntervalSince(turn.conversation.startedAt) >= turnSeconds
    }

    /// Seconds that the requests of one connector may take while another waits.
    static let turnSeconds = 900.0
}
