/// The answer to a document is delivered twice, byte for byte: something between the two computers thought
/// that the first call had been lost. Only what the server says to the second one is heard.
package struct RepeatedAnswer: SimulatedFault {
    package let exchange: Int

    package init(exchange: Int = 1) {
        self.exchange = exchange
    }

    package var title: String { "repeated-answer=\(exchange)" }

    package func repeatsResponse(ofExchange number: Int) -> Bool { number == exchange }
}
