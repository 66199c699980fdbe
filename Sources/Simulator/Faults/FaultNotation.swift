import WebConnector

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
        ("single-user", "somebody has the company file alone: 0x80040410"),
        ("timed-out=N", "the Nth call is served, and given up before its answer comes"),
        ("out-of-order=CALL:N", "before the Nth call comes another one, as sendRequestXML, for nobody"),
        ("second-install=N", "before the Nth call another computer logs in with the same .qwc"),
        ("slow-host=N:SECONDS", "QuickBooks takes so long for the Nth document"),
        ("truncated-answer=N", "half of the answer to the Nth document is missing"),
        ("oversized-answer=N:BYTES", "blanks make the answer to the Nth document so long"),
        ("clock-jump=SECONDS", "the clock of Windows is so far ahead; behind, if negative"),
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
        guard let value else {
            switch name {
            case "modal-dialog": return ModalDialog()
            case "file-restored": return RestoredFile()
            case "records-busy": return BusyRecords()
            case "single-user": return SingleUserLock()
            default: return nil
            }
        }
        if name == "clock-jump" { return Int(value).map { ClockJump(seconds: $0) } }
        guard let number = call(value) else { return paired(name, value) }
        switch name {
        case "lost-request": return LostRequest(exchange: number)
        case "lost-answer": return LostAnswer(exchange: number)
        case "repeated-answer": return RepeatedAnswer(exchange: number)
        case "truncated-answer": return TruncatedAnswer(exchange: number)
        case "timed-out": return TimedOut(call: number)
        case "second-install": return SecondInstall(call: number)
        default:
            return interruptions[name].map { QuickBooksInterrupted($0, exchange: number) }
        }
    }

    /// Faults that take two values.
    private static func paired(_ name: String, _ value: String) -> (any SimulatedFault)? {
        let parts = value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        if name == "out-of-order" {
            guard let operation = Operation(rawValue: parts[0]), let number = call(parts[1]) else {
                return nil
            }
            return OutOfOrderCall(operation, call: number)
        }
        guard let exchange = call(parts[0]), let amount = Int(parts[1]), amount >= 0 else { return nil }
        switch name {
        case "crash-within":
            return QuickBooksInterrupted(.crashAfterApplying(amount), exchange: exchange)
        case "slow-host": return SlowHost(seconds: amount, exchange: exchange)
        case "oversized-answer": return OversizedAnswer(bytes: amount, exchange: exchange)
        default: return nil
        }
    }

    private static let interruptions: [String: Interruption] = [
        "crash-before-applying": .crashBeforeApplying, "crash-after-applying": .crashBeforeStoring,
        "crash-after-storing": .crashAfterStoring, "stored-without-answer": .storedWithoutAnswer,
        "answer-not-stored": .answerNotStored, "records-busy": .recordsBusy,
    ]

    private static func call(_ text: String) -> Int? { Int(text).flatMap { $0 >= 1 ? $0 : nil } }
}
