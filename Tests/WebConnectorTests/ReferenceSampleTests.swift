import Testing
import WebConnector
import XML

@Suite("Real samples", .enabled(if: Samples.areThere, Samples.why))
struct ReferenceSampleTests {
    @Test(
        "of requests are read as the operation in their name",
        arguments: Samples.files(Samples.soap, ".xml", prefix: "req-"))
    func requests(_ name: String) throws {
        let body = try Samples.bytes(Samples.soap, name)
        let envelope = try EnvelopeDecoder.envelope(of: body)
        #expect(
            envelope.call.operation.rawValue == String(name.split(separator: "-")[1].prefix { $0 != "." }))
        #expect(envelope.form == (name.contains("-rpc") ? .rpc : .document))
        #expect(try envelopeInSteps(body) == envelope)
        if envelope.call.ticket != nil { #expect(envelope.call.ticket != "") }
        switch envelope.call {
        case .receiveResponseXML(let received) where received.hresult.isEmpty:
            #expect(try Element(parsing: received.response, encoding: .utf8).name == "QBXML")
        case .receiveResponseXML(let received):
            #expect(HResult(received.hresult)?.known != nil)
        case .sendRequestXML(let request) where !request.hcpResponse.isEmpty:
            #expect(try Element(parsing: request.hcpResponse, encoding: .utf8)["QBXMLMsgsRs"] != nil)
            #expect(request.companyFileName.lowercased().hasSuffix(".qbw"))
        case .connectionError(_, let hresult, _):
            #expect(HResult(hresult)?.known != nil)
        default:
            break
        }
    }

    private func envelopeInSteps(_ body: [UInt8]) throws -> Envelope { try envelope(body, step: 1) }

    @Test(
        "of requests are refused when cut off at any byte",
        arguments: Samples.files(Samples.soap, ".xml", prefix: "req-"))
    func truncation(_ name: String) throws {
        var body = try Samples.bytes(Samples.soap, name)
        while body.last.map({ $0 <= 0x20 }) == true { body.removeLast() }
        for length in stride(from: 0, to: body.count, by: max(1, body.count / 500)) {
            #expect(throws: EnvelopeError.self) { try EnvelopeDecoder.envelope(of: Array(body[..<length])) }
        }
    }

    @Test(
        "of answers are read as a client reads them",
        arguments: Samples.files(Samples.soap, ".xml", prefix: "res-"))
    func answers(_ name: String) throws {
        let operation = try #require(Operation(rawValue: String(name.split(separator: "-")[1])))
        let bytes = try Samples.bytes(Samples.soap, name)
        let answer = try Answer(decoding: bytes, to: operation)
        let expected: Answer? =
            switch name {
            case "res-authenticate-nvu-php.xml":
                .authenticate(Authentication(ticket: "", directive: .notValidUser))
            case "res-authenticate-soap4r-cgunther.xml":
                .authenticate(
                    Authentication(ticket: "5c7e2e0d-8912-4f13-ad60-cac3a3e68bf5", directive: .noWork))
            case "res-authenticate-work-php.xml":
                .authenticate(
                    Authentication(
                        ticket: "01234567-89ab-cdef-0123-456789abcdef", directive: .work(companyFile: "")))
            case "res-clientVersion-older-php.xml": .clientVersion("O:2.2.0.71")
            case "res-clientVersion-soap4r-cgunther.xml": .clientVersion("")
            case "res-receiveResponseXML-soap4r-cgunther.xml": .receiveResponseXML(100)
            case "res-sendRequestXML-nothing-php.xml": .sendRequestXML([])
            case "res-serverVersion-rpc.xml": .serverVersion("Your App 1.0")
            default: nil
            }
        #expect(answer == expected)
    }

    @Test(
        "of .qwc files are read, and what is wrong with them is found",
        arguments: Samples.files(Samples.qwc, ".qwc"))
    func connectionFiles(_ name: String) throws {
        let bytes = try Samples.bytes(Samples.qwc, name)
        let file = try ConnectionFile(parsing: bytes)
        #expect(!file.appName.isEmpty && !file.userName.isEmpty && !file.appURL.isEmpty)
        #expect(file.unknownElements == [])
        #expect(try ConnectionFile(parsing: Array(file.rendered().utf8)) == file)
        let refused = file.findings.filter { $0.weight == .refused }.map { "\($0.code ?? 0) \($0.element)" }
        let expected: [String] =
            switch name {
            // The host of the support page is misspelt.
            case "quickbooks-js-app.qwc": ["1000 AppSupport"]
            case "quickbooks-php-example-app.qwc": ["1000 AppSupport", "1039 OwnerID", "1039 FileID"]
            case "intuit-HTTPSWebService.qwc", "intuit-WCECommSample-TestService.qwc",
                "alloy-customers.qwc", "alloy-invoices.qwc", "qbws-app.qwc", "quickbooks-php-example.qwc":
                ["1039 OwnerID", "1039 FileID"]
            default: []
            }
        #expect(refused == expected)
    }

    @Test(
        "of WSDL agree with ours on names, order and types",
        arguments: [
            "QBWebConnectorSvc-6op-original.wsdl", "QBWebConnectorSvc-8op-intuit-hosted.wsdl",
            "QBWebConnectorSvc-11op-derived.wsdl",
        ])
    func descriptions(_ name: String) throws {
        let theirs = try schema(of: Samples.bytes(Samples.wsdl, name))
        let ours = try schema(of: Array(ServiceDescription.wsdl(endpoint: "https://h/").utf8))
        #expect(theirs.count >= 12)
        for (element, fields) in theirs {
            #expect(ours[element] == fields, "\(element)")
        }
    }

    /// `authenticate` -> `["strUserName string 0", "strPassword string 0"]`
    private func schema(of bytes: [UInt8]) throws -> [String: [String]] {
        let schema = try #require(try Element(parsing: bytes)["types"]?["schema"])
        var elements: [String: [String]] = [:]
        for element in schema.all("element") {
            guard let name = element.attribute("name"), name != "ArrayOfString", name != "string",
                name != "int"
            else { continue }
            let fields = element["complexType"]?["sequence"]?.elements ?? []
            elements[name] = fields.map { field in
                let type = (field.attribute("type") ?? "").split(separator: ":").last ?? ""
                return "\(field.attribute("name") ?? "") \(type) \(field.attribute("minOccurs") ?? "1")"
            }
        }
        return elements
    }
}
