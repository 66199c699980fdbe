/// QuickBooks has worked, and its answer is never delivered: the Web Connector ends before
/// `receiveResponseXML`.
package struct LostAnswer: SimulatedFault {
    package let exchange: Int

    package init(exchange: Int = 1) {
        self.exchange = exchange
    }

    package var title: String { "lost-answer=\(exchange)" }

    package func kills(at moment: KillMoment) -> Bool { moment == .beforeResponse(exchange: exchange) }
}
