/// The eleven operations of the Web Connector's contract, in the order in which a session knows them.
package enum Operation: String, CaseIterable, Sendable {
    case serverVersion
    case clientVersion
    case authenticate
    case sendRequestXML
    case receiveResponseXML
    case connectionError
    case getLastError
    case closeConnection
    case getInteractiveURL
    case interactiveDone
    case interactiveRejected

    /// What it is called with, in the order of the WSDL. Binding is by name all the same.
    package var parameters: [Parameter] {
        switch self {
        // A document of the interface that is copied widely gives it a strVersion; no client sends one.
        case .serverVersion: []
        case .clientVersion: [.strVersion]
        case .authenticate: [.strUserName, .strPassword]
        case .sendRequestXML:
            [.ticket, .strHCPResponse, .strCompanyFileName, .qbXMLCountry, .qbXMLMajorVers, .qbXMLMinorVers]
        case .receiveResponseXML: [.ticket, .response, .hresult, .message]
        case .connectionError: [.ticket, .hresult, .message]
        case .getLastError, .closeConnection: [.ticket]
        case .getInteractiveURL: [.wcTicket, .sessionID]
        case .interactiveDone: [.wcTicket]
        case .interactiveRejected: [.wcTicket, .reason]
        }
    }

    package var result: ResultType {
        switch self {
        case .authenticate: .strings
        case .receiveResponseXML: .int
        default: .string
        }
    }

    package enum ResultType: Sendable {
        case string
        case int
        /// ArrayOfString: children `<string>`.
        case strings
    }

    /// `authenticateResponse`, `authenticateResult`.
    var responseElement: String { rawValue + "Response" }
    var resultElement: String { rawValue + "Result" }
}

/// The names of all parameters, exactly as they stand on the wire.
package enum Parameter: String, CaseIterable, Sendable {
    case strVersion
    case strUserName
    case strPassword
    case ticket
    case strHCPResponse
    case strCompanyFileName
    case qbXMLCountry
    case qbXMLMajorVers
    case qbXMLMinorVers
    case response
    case hresult
    case message
    /// The ticket, under the name that the three interactive operations have for it.
    case wcTicket
    case sessionID
    case reason

    var isInt: Bool { self == .qbXMLMajorVers || self == .qbXMLMinorVers }
}
