/// QuickBooks takes its time for a document: an old computer, a large file, a virus scanner. What it was
/// asked to do is done at once, and its answer comes late.
package struct SlowHost: SimulatedFault {
    package let exchange: Int
    package let seconds: Int

    package init(seconds: Int, exchange: Int = 1) {
        self.exchange = exchange
        self.seconds = seconds
    }

    package var title: String { "slow-host=\(exchange):\(seconds)" }

    package func seconds(forExchange number: Int) -> Int { number == exchange ? seconds : 0 }
}
