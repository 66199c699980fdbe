/// What the Web Connector says: one of the eleven operations with its parameters. A missing parameter is
/// empty.
package enum Call: Equatable, Sendable {
    case serverVersion
    /// Four numbers as a rule; see `ClientVersion`.
    case clientVersion(String)
    case authenticate(user: String, password: String)
    case sendRequestXML(SendRequest)
    case receiveResponseXML(ReceiveResponse)
    case connectionError(ticket: String, hresult: String, message: String)
    case getLastError(ticket: String)
    case closeConnection(ticket: String)
    case getInteractiveURL(ticket: String, sessionID: String)
    case interactiveDone(ticket: String)
    case interactiveRejected(ticket: String, reason: String)

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

    /// Nil for the three that come before there is a ticket.
    package var ticket: String? {
        switch self {
        case .serverVersion, .clientVersion, .authenticate: nil
        case .sendRequestXML(let request): request.ticket
        case .receiveResponseXML(let received): received.ticket
        case .connectionError(let ticket, _, _), .getLastError(let ticket), .closeConnection(let ticket),
            .getInteractiveURL(let ticket, _), .interactiveDone(let ticket),
            .interactiveRejected(let ticket, _):
            ticket
        }
    }
}

///     <sendRequestXML xmlns="http://developer.intuit.com/">
///       <ticket>…</ticket><strHCPResponse>&lt;?xml …</strHCPResponse>
///       <strCompanyFileName>C:\…\A.QBW</strCompanyFileName>
///       <qbXMLCountry>US</qbXMLCountry><qbXMLMajorVers>16</qbXMLMajorVers><qbXMLMinorVers>0</qbXMLMinorVers>
///     </sendRequestXML>
package struct SendRequest: Equatable, Sendable {
    package var ticket: String
    /// The qbXML answer to the three opening queries, unescaped: in the first call of a session only, later
    /// empty. It holds tax numbers and addresses: not for the journal.
    package var hcpResponse: [UInt8]
    /// Path of the open company file, as the Windows machine sees it.
    package var companyFileName: String
    /// US, CA, UK or AU.
    package var country: String
    /// The highest qbXML version that the request processor takes; 0 if missing or no number.
    package var majorVersion: Int
    package var minorVersion: Int

    package init(
        ticket: String, hcpResponse: [UInt8] = [], companyFileName: String = "", country: String = "",
        majorVersion: Int = 0, minorVersion: Int = 0
    ) {
        self.ticket = ticket
        self.hcpResponse = hcpResponse
        self.companyFileName = companyFileName
        self.country = country
        self.majorVersion = majorVersion
        self.minorVersion = minorVersion
    }
}

///     <receiveResponseXML xmlns="http://developer.intuit.com/">
///       <ticket>…</ticket><response>&lt;?xml …</response><hresult /><message />
///     </receiveResponseXML>
package struct ReceiveResponse: Equatable, Sendable {
    package var ticket: String
    /// QuickBooks' qbXML, unescaped, in UTF-8 whatever it declares; empty when there is an HRESULT instead,
    /// and when it was handed out as it came.
    package var response: [UInt8]
    /// Bytes of the response that were handed out as they came, in place of being gathered here.
    package var passedOn = 0
    /// `0x` and eight digits, or empty. See `HResult`.
    package var hresult: String
    package var message: String

    package init(ticket: String, response: [UInt8] = [], hresult: String = "", message: String = "") {
        self.ticket = ticket
        self.response = response
        self.hresult = hresult
        self.message = message
    }

    /// How long the response is, wherever it lies.
    package var responseBytes: Int { response.count + passedOn }
}
