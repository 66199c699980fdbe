package import WebConnector

/// Somebody typed another password into the Web Connector.
package struct WrongPassword: SimulatedFault {
    package let title = "wrong-password"

    package init() {}

    package func bend(_ call: Call) -> Call {
        guard case .authenticate(let user, let password) = call else { return call }
        return .authenticate(user: user, password: password + "x")
    }
}
