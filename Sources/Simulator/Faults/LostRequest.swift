/// The server has handed a document out, and it never arrives: the answer to `sendRequestXML` is lost with
/// the Web Connector's program.
package struct LostRequest: SimulatedFault {
    package let exchange: Int

    package init(exchange: Int = 1) {
        self.exchange = exchange
    }

    package var title: String { "lost-request=\(exchange)" }

    package func kills(at moment: KillMoment) -> Bool { moment == .afterRequest(exchange: exchange) }
}
