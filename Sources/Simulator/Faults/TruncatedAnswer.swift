package import WebConnector

/// The second half of QuickBooks' answer is missing when the Web Connector passes it on.
package struct TruncatedAnswer: SimulatedFault {
    package let exchange: Int

    package init(exchange: Int = 1) {
        self.exchange = exchange
    }

    package var title: String { "truncated-answer=\(exchange)" }

    package func bend(_ response: ReceiveResponse, ofExchange number: Int) -> ReceiveResponse {
        guard number == exchange else { return response }
        var response = response
        response.response.removeLast(response.response.count / 2)
        return response
    }
}
