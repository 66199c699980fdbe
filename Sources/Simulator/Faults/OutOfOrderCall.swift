package import WebConnector

/// A call comes whose turn it is not, under the ticket of the conversation; nobody hears its answer.
package struct OutOfOrderCall: SimulatedFault {
    package let operation: Operation
    /// The call before which it comes.
    package let call: Int

    package init(_ operation: Operation, call: Int) {
        self.operation = operation
        self.call = call
    }

    package var title: String { "out-of-order=\(operation.rawValue):\(call)" }

    package func strayCall(before number: Int) -> Operation? { number == call ? operation : nil }
}
