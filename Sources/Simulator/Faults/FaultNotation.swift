/// The faults by the names that a person types.
package enum FaultNotation {
    /// Name, what it takes, what it does: for a help page.
    package static let all: [(name: String, meaning: String)] = [
        ("wrong-password", "another password is sent than the one given"),
        ("company-switched=PATH", "another company file is open when QuickBooks is asked"),
        ("quickbooks-closed", "QuickBooks is closed when it is asked"),
        ("killed-before=N", "the program ends before the Nth call is sent"),
        ("killed-after=N", "the program ends after the Nth call was sent, before its answer is read"),
        ("modal-dialog", "a window waits in QuickBooks, and no application gets in"),
        ("file-restored", "the company file is put back to what it was at the program's start"),
        ("lost-request=N", "the Nth document of the update leaves the server and never arrives"),
        ("lost-answer=N", "QuickBooks works on the Nth document, and its answer never arrives"),
        ("repeated-answer=N", "the answer to the Nth document is delivered twice"),
        ("crash-before-applying=N", "QuickBooks crashes before it does anything of the Nth document"),
        ("crash-within=N:M", "QuickBooks crashes when M requests of the Nth document are done"),
        ("crash-after-applying=N", "QuickBooks crashes when all is done, and keeps nothing for recovery"),
        ("crash-after-storing=N", "QuickBooks crashes when all is done and kept; the answer is lost"),
        ("stored-without-answer=N", "the same, but the answer is not kept: 9002"),
        ("answer-not-stored=N", "all is done and answered, but not kept: 9005"),
        ("records-busy", "what is written is in use by somebody: 3175"),
    ]

    /// Nil for a name that is not known or a value that does not fit.
    package static func fault(_ text: String) -> (any SimulatedFault)? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let value = parts.count > 1 ? parts[1] : nil
        switch (parts[0], value) {
        case ("wrong-password", nil): return WrongPassword()
        case ("quickbooks-closed", nil): return QuickBooksClosed()
        case ("company-switched", let path?) where !path.isEmpty: return CompanySwitched(path: path)
        case ("killed-before", let number?): return call(number).map { KilledAtStep(.before(call: $0)) }
        case ("killed-after", let number?): return call(number).map { KilledAtStep(.after(call: $0)) }
        default: return exchangeFault(parts[0], value)
        }
    }

    private static func exchangeFault(_ name: String, _ value: String?) -> (any SimulatedFault)? {
        switch (name, value) {
        case ("modal-dialog", nil): return ModalDialog()
        case ("file-restored", nil): return RestoredFile()
        case ("records-busy", nil): return BusyRecords()
        case ("crash-within", let value?):
            let numbers = value.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 2, let exchange = numbers[0], let count = numbers[1], exchange >= 1,
                count >= 0
            else { return nil }
            return QuickBooksInterrupted(.crashAfterApplying(count), exchange: exchange)
        default: break
        }
        guard let exchange = value.flatMap({ call($0) }) else { return nil }
        switch name {
        case "lost-request": return LostRequest(exchange: exchange)
        case "lost-answer": return LostAnswer(exchange: exchange)
        case "repeated-answer": return RepeatedAnswer(exchange: exchange)
        default:
            return interruptions[name].map { QuickBooksInterrupted($0, exchange: exchange) }
        }
    }

    private static let interruptions: [String: Interruption] = [
        "crash-before-applying": .crashBeforeApplying, "crash-after-applying": .crashBeforeStoring,
        "crash-after-storing": .crashAfterStoring, "stored-without-answer": .storedWithoutAnswer,
        "answer-not-stored": .answerNotStored, "records-busy": .recordsBusy,
    ]

    private static func call(_ text: String) -> Int? { Int(text).flatMap { $0 >= 1 ? $0 : nil } }
}
