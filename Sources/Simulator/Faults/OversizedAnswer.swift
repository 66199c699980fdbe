package import WebConnector

/// QuickBooks' answer is longer than any server takes: blanks behind it make it so.
package struct OversizedAnswer: SimulatedFault {
    package let exchange: Int
    package let bytes: Int

    package init(bytes: Int, exchange: Int = 1) {
        self.exchange = exchange
        self.bytes = bytes
    }

    package var title: String { "oversized-answer=\(exchange):\(bytes)" }

    package func bend(_ response: ReceiveResponse, ofExchange number: Int) -> ReceiveResponse {
        let missing = bytes - response.response.count
        guard number == exchange, missing > 0 else { return response }
        var response = response
        response.response += [UInt8](repeating: UInt8(ascii: " "), count: missing)
        return response
    }
}
