/// What goes wrong with QuickBooks while it works on one document.
///
/// After a crash there is no answer: the reply is `refused` with 0x80010105, which is what COM says when the
/// program behind it is gone. Whatever was applied until then stays; QuickBooks undoes single requests, never
/// a set.
package enum Interruption: Equatable, Sendable {
    /// Nothing of the document is done.
    case crashBeforeApplying
    /// So many requests are done, and nothing is kept for recovery: the set is unknown afterwards (600).
    case crashAfterApplying(Int)
    /// All is done, and nothing is kept for recovery.
    case crashBeforeStoring
    /// All is done and kept; only the answer is lost.
    case crashAfterStoring
    /// All is done, and the ID is kept without an answer: asking for it gives 9002.
    case storedWithoutAnswer
    /// All is done and answered, with 9005: the answer could not be kept. Asking later gives 9002.
    case answerNotStored
    /// All that the document writes is in use by somebody (3175); nothing is done.
    case recordsBusy
}

extension DocumentRefusal {
    /// QuickBooks crashed in the middle.
    static let crashed = DocumentRefusal(
        hresult: "0x80010105", message: "The server threw an exception.",
        reasons: ["QuickBooks ended while it worked on the document."])
}
