/// What we say back: one for each operation.
package enum Answer: Equatable, Sendable {
    /// Free text, shown by the Web Connector.
    case serverVersion(String)
    /// Empty to go on; `W:text` warns, `E:text` stops, `O:version` asks for that version. Anything else is
    /// QBWC1046.
    case clientVersion(String)
    case authenticate(Authentication)
    /// A qbXML document in UTF-8, unescaped; empty makes the client call `getLastError`.
    case sendRequestXML([UInt8])
    /// 0 to 99: percent done; 100: the end; negative: the client calls `getLastError`.
    case receiveResponseXML(Int)
    /// `done` to stop; anything else is taken as the path of a company file, and empty as the one now open.
    case connectionError(String)
    /// Text for the status column; `NoOp` makes the client wait about five seconds and ask for work again.
    case getLastError(String)
    case closeConnection(String)
    case getInteractiveURL(String)
    case interactiveDone(String)
    case interactiveRejected(String)

    package var operation: Operation {
        switch self {
        case .serverVersion: .serverVersion
        case .clientVersion: .clientVersion
        case .authenticate: .authenticate
        case .sendRequestXML: .sendRequestXML
        case .receiveResponseXML: .receiveResponseXML
        case .connectionError: .connectionError
        case .getLastError: .getLastError
        case .closeConnection: .closeConnection
        case .getInteractiveURL: .getInteractiveURL
        case .interactiveDone: .interactiveDone
        case .interactiveRejected: .interactiveRejected
        }
    }
}

///     <authenticateResult><string>ticket</string><string>none</string><string>300</string>…
package struct Authentication: Equatable, Sendable {
    package var ticket: String
    package var directive: Directive
    /// Seconds until the next update. Given together with work, it *postpones* the work.
    package var waitSeconds: Int?
    /// Lower limit for the application's Every_Min, in seconds.
    package var minimumIntervalSeconds: Int?

    package init(
        ticket: String, directive: Directive, waitSeconds: Int? = nil, minimumIntervalSeconds: Int? = nil
    ) {
        self.ticket = ticket
        self.directive = directive
        self.waitSeconds = waitSeconds
        self.minimumIntervalSeconds = minimumIntervalSeconds
    }
}

/// What `authenticate` tells the Web Connector to do.
package enum Directive: Equatable, Sendable {
    /// `none`: a valid user, nothing to do.
    case noWork
    /// `nvu`: not a valid user.
    case notValidUser
    /// `busy`: come again at the next schedule.
    case busy
    /// A path on the Windows machine, or empty for the company file now open.
    case work(companyFile: String)
}
