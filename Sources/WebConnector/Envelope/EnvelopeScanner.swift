internal import XML

/// Walks through an envelope and gathers its parameters.
///
///     depth 1  <soap:Envelope>
///     depth 2    <soap:Header> (passed over)  <soap:Body>
///     depth 3      <authenticate xmlns="http://developer.intuit.com/">
///     depth 4        <strUserName>…</strUserName>
///
/// The operation is the first element of the Body; what rpc toolkits may put after it is passed over.
/// Parameters are bound by local name, in any order and whatever their namespace. Unknown ones are passed
/// over, because documents of the interface differ (`serverVersion` has a `strVersion` in some); known ones
/// may come once.
///
/// The response, which may be of any size, can go to an outlet as it comes; then nothing here grows beyond
/// `valueLimit` for each of the others.
final class EnvelopeScanner: EventHandler {
    private var depth = 0
    private var isInBody = false
    private var hasBegun = false
    private(set) var form = EnvelopeForm.document
    private(set) var operation: Operation?
    private var parameter: Parameter?
    private var value: [UInt8] = []
    private var values: [Parameter: [UInt8]] = [:]
    private let expectedBytes: Int
    private let outlet: ResponseOutlet?
    /// Bytes of the response that went to the outlet, or would have.
    private var passedOn = 0
    /// The response is only counted from now on.
    var isDiscarding = false
    /// Bytes of a parameter other than the response. The opening queries' answer is the longest of them: some
    /// twenty kilobytes.
    static let valueLimit = 4 << 20
    /// A promise of bytes costs the one who makes it nothing, so it is believed up to 32 MB only.
    private static let mostReserved = 32 << 20

    init(expectedBytes: Int, outlet: ResponseOutlet? = nil) {
        self.expectedBytes = expectedBytes
        self.outlet = outlet
    }

    func start(_ name: Name, _ attributes: Attributes) throws {
        depth += 1
        // rpc says so on the Body (.NET) or on the operation (others); the Envelope is allowed too.
        if depth <= 3, let style = attributes["encodingStyle"], !style.isEmpty { form = .rpc }
        switch depth {
        case 1:
            // In whatever namespace: the operation's own is the one that counts.
            guard name.matches("Envelope") else { throw EnvelopeError.notAnEnvelope }
        case 2:
            isInBody = name.matches("Body")
        case 3 where isInBody && !hasBegun:
            hasBegun = true
            operation = try Self.operation(name)
        case 4 where operation != nil && isInBody:
            try begin(name)
        default:
            if let parameter { throw EnvelopeError.markupInParameter(parameter.rawValue) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard let parameter else { return }
        if parameter == .response {
            guard let outlet else { return value.append(contentsOf: bytes) }
            passedOn += bytes.count
            if !isDiscarding { outlet(bytes) }
            return
        }
        guard value.count + bytes.count <= Self.valueLimit else {
            throw EnvelopeError.parameterTooLong(parameter.rawValue, limit: Self.valueLimit)
        }
        value.append(contentsOf: bytes)
    }

    func end(_ name: Name) {
        if depth == 4, let parameter {
            values[parameter] = value
            value = []
            self.parameter = nil
        }
        // What follows the operation within the Body has no parameters for us.
        if depth == 3, hasBegun { isInBody = false }
        depth -= 1
    }

    private func begin(_ name: Name) throws {
        guard let parameter = Parameter(rawValue: name.string) else { return }
        guard values[parameter] == nil else { throw EnvelopeError.duplicateParameter(parameter.rawValue) }
        // rpc parameters are in no namespace; a toolkit may leave the encodingStyle out.
        if name.namespace == nil { form = .rpc }
        self.parameter = parameter
        // Escaping makes the body longer than the text in it, so this is enough and seldom much too much.
        if parameter == .response, outlet == nil {
            value.reserveCapacity(min(expectedBytes, Self.mostReserved))
        }
    }

    private static func operation(_ name: Name) throws -> Operation {
        let namespace = name.namespaceString ?? ""
        // The last slash belongs there; a client that leaves it out is still understood.
        guard namespace == Namespace.intuit || namespace + "/" == Namespace.intuit else {
            throw EnvelopeError.wrongNamespace(namespace)
        }
        guard let operation = Operation(rawValue: name.string) else {
            throw EnvelopeError.unknownOperation(name.string)
        }
        return operation
    }

    /// The call, once the document has ended.
    func envelope() throws(EnvelopeError) -> Envelope {
        guard let operation else { throw .noOperation }
        return Envelope(form: form, call: call(operation))
    }

    private func call(_ operation: Operation) -> Call {
        switch operation {
        case .serverVersion: .serverVersion
        case .clientVersion: .clientVersion(string(.strVersion))
        case .authenticate: .authenticate(user: string(.strUserName), password: string(.strPassword))
        case .sendRequestXML:
            .sendRequestXML(
                SendRequest(
                    ticket: string(.ticket), hcpResponse: bytes(.strHCPResponse),
                    companyFileName: string(.strCompanyFileName), country: string(.qbXMLCountry),
                    majorVersion: number(.qbXMLMajorVers), minorVersion: number(.qbXMLMinorVers)))
        case .receiveResponseXML:
            .receiveResponseXML(received)
        case .connectionError:
            .connectionError(
                ticket: string(.ticket), hresult: string(.hresult), message: string(.message))
        case .getLastError: .getLastError(ticket: string(.ticket))
        case .closeConnection: .closeConnection(ticket: string(.ticket))
        case .getInteractiveURL:
            .getInteractiveURL(ticket: interactiveTicket, sessionID: string(.sessionID))
        case .interactiveDone: .interactiveDone(ticket: interactiveTicket)
        case .interactiveRejected: .interactiveRejected(ticket: interactiveTicket, reason: string(.reason))
        }
    }

    /// `receiveResponseXML` as far as it has come.
    var received: ReceiveResponse {
        var received = ReceiveResponse(
            ticket: string(.ticket), response: bytes(.response), hresult: string(.hresult),
            message: string(.message))
        received.passedOn = passedOn
        return received
    }

    /// The guide and third parties say `wcTicket`; no capture proves it, so the usual name is taken as well.
    private var interactiveTicket: String {
        values[.wcTicket] == nil ? string(.ticket) : string(.wcTicket)
    }

    private func bytes(_ parameter: Parameter) -> [UInt8] { values[parameter] ?? [] }

    private func string(_ parameter: Parameter) -> String {
        String(decoding: bytes(parameter), as: UTF8.self)
    }

    private func number(_ parameter: Parameter) -> Int { Int(string(parameter).trimmed) ?? 0 }
}
