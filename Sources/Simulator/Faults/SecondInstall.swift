package import WebConnector

/// The same `.qwc` was added on a second computer as well: its Web Connector logs in while this one works.
/// What it is told is shown, and nothing more comes of it.
///
/// It calls from the address that this program has. Two computers with addresses of their own are two
/// programs.
package struct SecondInstall: SimulatedFault {
    /// The call before which the other one logs in.
    package let call: Int

    package init(call: Int) {
        self.call = call
    }

    package var title: String { "second-install=\(call)" }

    package func strayCall(before number: Int) -> Operation? { number == call ? .authenticate : nil }
}
