import QBXML
import Testing
import XML

@Suite("The Web Connector's first words about host and company")
struct HCPResponseTests {
    private static let owner = "{90A44FB7-33D9-4815-AC85-AC86A7E7D1EB}"

    private static func document(_ company: String, _ preferences: String = "") -> [UInt8] {
        Array(
            """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs>
            <HostQueryRs requestID="0" statusCode="0"><HostRet>
            <ProductName>QuickBooks Enterprise</ProductName>
            <MajorVersion>33</MajorVersion><MinorVersion>x</MinorVersion><Country>US</Country>
            <SupportedQBXMLVersion>1.0</SupportedQBXMLVersion>
            <SupportedQBXMLVersion>16.0</SupportedQBXMLVersion>
            <SupportedQBXMLVersion>odd</SupportedQBXMLVersion><QBFileMode>MultiUser</QBFileMode>
            </HostRet></HostQueryRs>
            <CompanyQueryRs requestID="1" statusCode="0">\(company)</CompanyQueryRs>
            \(preferences)
            </QBXMLMsgsRs></QBXML>
            """.utf8)
    }

    private static func stamp(_ name: String, _ value: String, owner: String = owner) -> String {
        """
        <DataExtRet><OwnerID>\(owner)</OwnerID><DataExtName>\(name)</DataExtName>\
        <DataExtType>STR255TYPE</DataExtType><DataExtValue>\(value)</DataExtValue></DataExtRet>
        """
    }

    @Test("tell product, versions, file mode, company and whether there are preferences")
    func host() throws {
        let response = try HCPResponse(
            decoding: Self.document(
                "<CompanyRet><CompanyName>Dough &amp; Co</CompanyName><EIN>12-3456789</EIN></CompanyRet>",
                "<PreferencesQueryRs statusCode=\"0\"><PreferencesRet></PreferencesRet></PreferencesQueryRs>")
        )
        let host = try #require(response.host)
        #expect(host.productName == "QuickBooks Enterprise")
        #expect(host.major == 33 && host.minor == nil)
        #expect(host.country == "US" && host.fileMode == "MultiUser")
        #expect(host.supportedVersions.map(\.description) == ["1.0", "16.0"])
        #expect(response.company?.name == "Dough & Co")
        #expect(response.hasPreferences)
    }

    @Test("keep no tax number, address or telephone number")
    func privacy() throws {
        let company = """
            <CompanyRet><CompanyName>A</CompanyName><Address><Addr1>Main Street</Addr1></Address>\
            <Phone>555-0100</Phone><EIN>12-3456789</EIN><SSN>123-45-6789</SSN></CompanyRet>
            """
        let response = try HCPResponse(decoding: Self.document(company))
        var dumped = ""
        dump(response, to: &dumped)
        for secret in ["12-3456789", "123-45-6789", "Main Street", "555-0100"] {
            #expect(!dumped.contains(secret))
        }
    }

    @Test("prove the company file by the FileID stamped for our OwnerID, in any case and with any braces")
    func fileID() throws {
        let response = try HCPResponse(
            decoding: Self.document(
                "<CompanyRet>" + Self.stamp("FileID", "{other}", owner: "{1}")
                    + Self.stamp("FileID", " {57F3B9B6-86F1-4FCC-B1FF-967DE1813D20} ") + "</CompanyRet>"))
        let expected = "{57F3B9B6-86F1-4FCC-B1FF-967DE1813D20}"
        #expect(response.fileID(ownerID: "90a44fb7-33d9-4815-ac85-ac86a7e7d1eb") == expected)
        #expect(response.fileID(ownerID: "{1}") == "{other}")
        #expect(response.fileID(ownerID: "{2}") == nil)
        #expect(response.company?.name == "")
    }

    @Test(
        "name the workstation in the lock of a session, and nothing in other forms of it",
        arguments: [
            ("LOCKED:RECEPTION:631234599990000223", "RECEPTION"), ("Locked:A:B:1", "A:B"), ("UNLOCKED", nil),
            ("LOCKED", nil), ("LOCKED:", nil), ("LOCKED::1", nil), ("", nil), ("LOCKED:PC", nil),
        ] as [(String, String?)])
    func lock(value: String, workstation: String?) throws {
        let response = try HCPResponse(
            decoding: Self.document("<CompanyRet>\(Self.stamp("AppLock", value))</CompanyRet>"))
        #expect(response.workstation(ownerID: Self.owner) == workstation)
    }

    @Test("may lack any part")
    func missingParts() throws {
        let response = try HCPResponse(
            decoding: Array(
                """
                <QBXML><QBXMLMsgsRs><CompanyQueryRs statusCode="3260" statusMessage="no"/>\
                </QBXMLMsgsRs></QBXML>
                """.utf8))
        #expect(response.host == nil && response.company == nil && !response.hasPreferences)
        #expect(response.fileID(ownerID: Self.owner) == nil)
    }

    @Test("are a plain sentence from Point of Sale, nothing on later calls, and never a crash when damaged")
    func noDocument() {
        let sentence = "These queries are not supported by QuickBooks Point of Sale."
        #expect(throws: HCPError.sentence(sentence)) { try HCPResponse(decoding: Array(sentence.utf8)) }
        #expect(throws: HCPError.empty) { try HCPResponse(decoding: []) }
        #expect(throws: HCPError.empty) { try HCPResponse(decoding: Array(" \r\n".utf8)) }
        #expect(throws: HCPError.response(.notQBXML(root: "html"))) {
            try HCPResponse(decoding: Array("<html/>".utf8))
        }
        #expect(throws: HCPError.response(.notAnAnswer(element: "nothing"))) {
            try HCPResponse(decoding: Array("<QBXML/>".utf8))
        }
        #expect(HCPError.sentence("Hm.").sentence == "The Web Connector sent words in place of qbXML: Hm.")
    }

    @Test("throw when they are cut, at whichever byte")
    func truncation() throws {
        let document = Self.document("<CompanyRet>\(Self.stamp("FileID", "{a-b}"))</CompanyRet>")
        for length in 0..<document.count {
            #expect(throws: HCPError.self) { try HCPResponse(decoding: Array(document[..<length])) }
        }
    }
}
