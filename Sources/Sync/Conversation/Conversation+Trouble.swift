import FoundationEssentials
import WebConnector

extension Exchange {
    /// `connectionError`: QuickBooks could not be opened. The client has tried twice before it calls.
    ///
    /// Any answer but "done" makes it try again, an empty one with whatever file is open, for ever; so it is
    /// always "done".
    static func connectionError(
        hresult: String, message: String, _ facts: TicketFacts, now: Date
    ) -> Decision {
        var turn = Turn(facts, now: now)
        turn.finish(.unsuccessful(.quickBooksUnavailable(hresult: hresult, message: message)))
        return turn.decision(.connectionError("done"))
    }

    /// `getLastError`: what went wrong, for the person at the workstation. Works for ended tickets too.
    static func getLastError(_ facts: TicketFacts, now: Date) -> Decision {
        let turn = Turn(facts, now: now)
        if !turn.conversation.isFinished, turn.conversation.heldUntil != nil {
            return turn.decision(.getLastError(String(decoding: noOp, as: UTF8.self)))
        }
        // Text would be shown as what went wrong; a good end is told by the goodbye.
        let ending = turn.conversation.ending
        return turn.decision(.getLastError(ending?.state == .success ? "" : ending?.sentence ?? ""))
    }

    /// We never ask for interactive mode; a client that says it was refused ends the conversation all the
    /// same.
    static func interactiveRejected(reason: String, _ facts: TicketFacts, now: Date) -> Decision {
        var turn = Turn(facts, now: now)
        turn.finish(.unsuccessful(.interactiveRejected(reason)))
        return turn.decision(.interactiveRejected(""))
    }
}
