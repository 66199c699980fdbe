import WebConnector

/// One session as a Web Connector of version 2 speaks it, document/literal.
extension Transcript {
    static let document: [Transcript] = beginning + exchanges + ending

    private static let beginning: [Transcript] = [
        Transcript("serverVersion", .document, .serverVersion, calling("serverVersion", "")),
        Transcript(
            "clientVersion", .document, .clientVersion("2.3.0.36"),
            calling("clientVersion", "<strVersion>2.3.0.36</strVersion>")),
        Transcript(
            "authenticate", .document, .authenticate(user: "acme-1", password: "k9<m&4 \"x\"é"),
            calling(
                "authenticate",
                "<strUserName>acme-1</strUserName>"
                    + #"<strPassword>k9&lt;m&amp;4 "x"é</strPassword>"#)),
    ]

    private static let exchanges: [Transcript] = [
        Transcript(
            "sendRequestXML, the first", .document,
            .sendRequestXML(
                SendRequest(
                    ticket: ticket, hcpResponse: Array(openingAnswer.utf8),
                    companyFileName: #"C:\Users\Public\Intuit\Bäcker & Sohn.QBW"#, country: "US",
                    majorVersion: 16, minorVersion: 0)),
            calling(
                "sendRequestXML",
                "<ticket>\(ticket)</ticket><strHCPResponse>\(escaped(openingAnswer))</strHCPResponse>"
                    + #"<strCompanyFileName>C:\Users\Public\Intuit\Bäcker &amp; Sohn.QBW"#
                    + "</strCompanyFileName><qbXMLCountry>US</qbXMLCountry>"
                    + "<qbXMLMajorVers>16</qbXMLMajorVers><qbXMLMinorVers>0</qbXMLMinorVers>")),
        Transcript(
            "sendRequestXML, a later one", .document,
            .sendRequestXML(
                SendRequest(
                    ticket: ticket, companyFileName: #"\\srv\books\acme.qbw"#, country: "CA",
                    majorVersion: 13,
                    minorVersion: 0)),
            calling(
                "sendRequestXML",
                #"<ticket>\#(ticket)</ticket><strHCPResponse />"#
                    + #"<strCompanyFileName>\\srv\books\acme.qbw</strCompanyFileName>"#
                    + "<qbXMLCountry>CA</qbXMLCountry><qbXMLMajorVers>13</qbXMLMajorVers>"
                    + "<qbXMLMinorVers>0</qbXMLMinorVers>")),
        Transcript(
            "receiveResponseXML with an answer", .document,
            .receiveResponseXML(ReceiveResponse(ticket: ticket, response: Array(customerAnswer.utf8))),
            calling(
                "receiveResponseXML",
                "<ticket>\(ticket)</ticket><response>\(escaped(customerAnswer))</response>"
                    + "<hresult /><message />")),
        Transcript(
            "receiveResponseXML with a refusal", .document,
            .receiveResponseXML(
                ReceiveResponse(
                    ticket: ticket, hresult: "0x80040400", message: "QuickBooks could not parse it.")),
            calling(
                "receiveResponseXML",
                "<ticket>\(ticket)</ticket><response /><hresult>0x80040400</hresult>"
                    + "<message>QuickBooks could not parse it.</message>")),
        Transcript(
            "connectionError", .document,
            .connectionError(ticket: ticket, hresult: "0x8004040A", message: "Another company is open."),
            calling(
                "connectionError",
                "<ticket>\(ticket)</ticket><hresult>0x8004040A</hresult>"
                    + "<message>Another company is open.</message>")),
    ]

    private static let ending: [Transcript] = [
        Transcript(
            "getLastError", .document, .getLastError(ticket: ticket),
            calling("getLastError", "<ticket>\(ticket)</ticket>")),
        Transcript(
            "closeConnection", .document, .closeConnection(ticket: ""),
            calling("closeConnection", "<ticket />")),
        Transcript(
            "getInteractiveURL", .document, .getInteractiveURL(ticket: ticket, sessionID: "17"),
            calling(
                "getInteractiveURL", "<wcTicket>\(ticket)</wcTicket><sessionID>17</sessionID>")),
        Transcript(
            "interactiveDone", .document, .interactiveDone(ticket: ticket),
            calling("interactiveDone", "<wcTicket>\(ticket)</wcTicket>")),
        Transcript(
            "interactiveRejected", .document,
            .interactiveRejected(ticket: ticket, reason: "Nobody was there."),
            calling(
                "interactiveRejected",
                "<wcTicket>\(ticket)</wcTicket><reason>Nobody was there.</reason>")),
    ]

    /// The Web Connector's own way: quotes stay raw, so those that are escaped within qbXML arrive escaped
    /// twice.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
    }

    static let openingAnswer =
        #"<?xml version="1.0" ?><QBXML><QBXMLMsgsRs><HostQueryRs requestID="0" statusCode="0" "#
        + #"statusSeverity="Info" statusMessage="Status OK"><HostRet>"#
        + "<ProductName>QuickBooks Desktop Pro 2024</ProductName></HostRet>"
        + "</HostQueryRs></QBXMLMsgsRs></QBXML>"

    static let customerAnswer = """
        <?xml version="1.0" ?>
        <QBXML>
        <QBXMLMsgsRs>
        <CustomerQueryRs requestID="3" statusCode="1" statusSeverity="Info" \
        statusMessage="No &quot;Customer&quot; matches.">
        <CustomerRet><Name>M&amp;N &#233;&lt;1&gt;</Name></CustomerRet>
        </CustomerQueryRs>
        </QBXMLMsgsRs>
        </QBXML>

        """
}
