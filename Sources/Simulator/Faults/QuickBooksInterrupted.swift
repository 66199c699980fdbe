/// Something goes wrong inside QuickBooks while it works on a document: a crash before, within or after the
/// applying, or trouble with the store for error recovery.
package struct QuickBooksInterrupted: SimulatedFault {
    package let interruption: Interruption
    package let exchange: Int

    package init(_ interruption: Interruption, exchange: Int = 1) {
        self.interruption = interruption
        self.exchange = exchange
    }

    package var title: String {
        switch interruption {
        case .crashBeforeApplying: "crash-before-applying=\(exchange)"
        case .crashAfterApplying(let count): "crash-within=\(exchange):\(count)"
        case .crashBeforeStoring: "crash-after-applying=\(exchange)"
        case .crashAfterStoring: "crash-after-storing=\(exchange)"
        case .storedWithoutAnswer: "stored-without-answer=\(exchange)"
        case .answerNotStored: "answer-not-stored=\(exchange)"
        case .recordsBusy: "records-busy=\(exchange)"
        }
    }

    package func interruption(ofExchange number: Int) -> Interruption? {
        number == exchange ? interruption : nil
    }
}
