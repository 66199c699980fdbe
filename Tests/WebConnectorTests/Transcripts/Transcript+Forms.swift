import WebConnector

extension Transcript {
    /// The same contract, rpc/encoded, as `<Style>RPC</Style>` brings it about.
    static let rpc: [Transcript] = [
        Transcript(
            "rpc serverVersion", .rpc, .serverVersion,
            envelopedRPC(#"<q1:serverVersion xmlns:q1="http://developer.intuit.com/" />"#)),
        Transcript(
            "rpc authenticate", .rpc, .authenticate(user: "acme-1", password: ""),
            envelopedRPC(
                #"<q1:authenticate xmlns:q1="http://developer.intuit.com/">"#
                    + #"<strUserName xsi:type="xsd:string">acme-1</strUserName>"#
                    + #"<strPassword xsi:type="xsd:string"></strPassword></q1:authenticate>"#)),
        Transcript(
            "rpc sendRequestXML", .rpc,
            .sendRequestXML(
                SendRequest(
                    ticket: ticket, hcpResponse: Array("<QBXML/>".utf8), companyFileName: "C:\\a.qbw",
                    country: "UK", majorVersion: 8, minorVersion: 1)),
            envelopedRPC(
                #"<q1:sendRequestXML xmlns:q1="http://developer.intuit.com/">"#
                    + #"<ticket xsi:type="xsd:string">\#(ticket)</ticket>"#
                    + #"<strHCPResponse xsi:type="xsd:string">&lt;QBXML/&gt;</strHCPResponse>"#
                    + #"<strCompanyFileName xsi:type="xsd:string">C:\a.qbw</strCompanyFileName>"#
                    + #"<qbXMLCountry xsi:type="xsd:string">UK</qbXMLCountry>"#
                    + #"<qbXMLMajorVers xsi:type="xsd:int">8</qbXMLMajorVers>"#
                    + #"<qbXMLMinorVers xsi:type="xsd:int">1</qbXMLMinorVers></q1:sendRequestXML>"#)),
    ]

    /// Envelopes that mean the same and look different: other toolkits, people with an editor, proxies that
    /// indent.
    static let otherHands: [Transcript] = [
        Transcript(
            "indented", .document, .closeConnection(ticket: " t 1 "),
            """
            <?xml version="1.0"?>
            <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"
                               xmlns:n="http://developer.intuit.com/">
              <SOAP-ENV:Header><n:ticket>not this one</n:ticket></SOAP-ENV:Header>
              <SOAP-ENV:Body>
                <!-- the goodbye -->
                <n:closeConnection>
                  <n:ticket> t 1 </n:ticket>
                </n:closeConnection>
              </SOAP-ENV:Body>
            </SOAP-ENV:Envelope>

            """),
        Transcript(
            "unqualified parameters without an encodingStyle", .rpc,
            .interactiveRejected(ticket: "t", reason: "no"),
            """
            <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>\
            <m:interactiveRejected xmlns:m="http://developer.intuit.com/"><reason>no</reason>\
            <ticket>t</ticket></m:interactiveRejected></e:Body></e:Envelope>
            """),
        Transcript(
            "a namespace without its last slash", .document, .getLastError(ticket: "t"),
            enveloped(#"<getLastError xmlns="http://developer.intuit.com"><ticket>t</ticket></getLastError>"#)
        ),
        Transcript(
            "CDATA and references", .document,
            .receiveResponseXML(
                ReceiveResponse(ticket: "t", response: Array("<QBXML>é</QBXML>".utf8), message: "a\nb")),
            calling(
                "receiveResponseXML",
                "<message>a&#10;b</message>"
                    + "<response><![CDATA[<QBXML>]]>&#233;&lt;/QBXML&#62;</response><ticket>t</ticket>")),
        Transcript(
            "a parameter that is nil", .document, .connectionError(ticket: "t", hresult: "", message: ""),
            calling("connectionError", #"<ticket>t</ticket><hresult xsi:nil="true" />"#)),
    ]
}
