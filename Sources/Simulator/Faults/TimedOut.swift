/// The Web Connector gives a call up: the server was slow, or the line. What the server did is done; its
/// answer comes when nobody listens any more.
package struct TimedOut: SimulatedFault {
    package let call: Int

    package init(call: Int) {
        self.call = call
    }

    package var title: String { "timed-out=\(call)" }

    package func failure(ofCall number: Int) -> CallFailure? {
        number == call ? .timedOut(seconds: DotNetClient.timeoutSeconds) : nil
    }
}
