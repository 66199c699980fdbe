import Testing
import WebConnector

@Suite("The findings about a .qwc file")
struct ConnectionFileFindingTests {
    private func findings(_ change: (inout ConnectionFile) -> Void) -> [ConnectionFileFinding] {
        var file = ConnectionFileTests.plain
        change(&file)
        return file.findings
    }

    /// `refused 1001 AppURL`
    private func brief(_ change: (inout ConnectionFile) -> Void) -> [String] {
        findings(change).map { "\($0.weight) \($0.code.map(String.init) ?? "-") \($0.element)" }
    }

    @Test("are none for the file that we make")
    func none() {
        #expect(brief { _ in } == [])
        #expect(brief { $0.certURL = "https://sync.example.com/cert" } == [])
        #expect(
            brief {
                $0.appURL = "https://SYNC.example.com:8443/x"; $0.authFlags = 0xF
            } == [])
    }

    @Test("name a login in an address, which would stand in a file for everybody")
    func logins() {
        #expect(brief { $0.appURL = "https://kim:x@sync.example.com/qbwc" } == ["refused 1051 AppURL"])
    }

    @Test(
        "name IP addresses in every form Windows knows",
        arguments: [
            "https://10.0.0.7/qbwc", "https://[::1]:443/qbwc", "https://167772167/qbwc",
            "https://0x0A000007/qbwc",
            "https://10.0.0.7:8443/qbwc",
        ])
    func numbers(_ url: String) {
        #expect(
            brief {
                $0.appURL = url; $0.appSupport = url
            } == ["refused 1001 AppURL", "refused 1002 AppSupport"])
    }

    @Test(
        "do not take a name for an IP address",
        arguments: ["10-0-0-7.example.com", "10.0.0.7.nip.io", "a.1", "1.2.3.4.5", "0xyz.example.com"])
    func almostNumbers(_ host: String) {
        #expect(
            brief {
                $0.appURL = "https://\(host)/q"; $0.appSupport = "https://\(host)/s"
            } == [])
    }

    @Test("want one host for the service and its support page")
    func hosts() {
        #expect(brief { $0.appSupport = "https://www.example.com/" } == ["refused 1000 AppSupport"])
        #expect(brief { $0.appSupport = "https://Sync.Example.com/" } == [])
    }

    @Test("want https, except on localhost")
    func security() {
        func plain(_ host: String) -> [String] {
            brief {
                $0.appURL = "http://\(host)/q"; $0.appSupport = "http://\(host)/s"
            }
        }
        #expect(plain("localhost:8080") == [])
        #expect(plain("sync.example.com") == ["refused 1010 AppURL"])
        #expect(plain("officeserver") == ["advised 1010 AppURL"])
        #expect(plain("127.0.0.1").contains("refused 1010 AppURL"))
    }

    @Test(
        "want whole addresses",
        arguments: [
            "sync.example.com/qbwc", "ftp://sync.example.com/", "https://", "https://a b/", "https://h:0/",
            "https://h:70000/", "https://h:x/", "https://[::1/",
        ])
    func forms(_ url: String) {
        #expect(brief { $0.appURL = url } == ["refused 1051 AppURL"])
    }

    @Test("want a certificate that can be checked")
    func certificate() {
        #expect(brief { $0.certURL = "https://other.example.com/" } == ["refused 1048 CertURL"])
        #expect(brief { $0.certURL = "http://sync.example.com/" } == ["refused 1048 CertURL"])
        #expect(brief { $0.certURL = "nowhere" } == ["refused 1051 CertURL"])
    }

    @Test("name each element that is missing")
    func missing() {
        let empty = ConnectionFile(
            appName: "", appURL: "", appDescription: "", appSupport: "", userName: "", ownerID: "", fileID: ""
        )
        #expect(
            empty.findings.map(\.element) == [
                "AppName", "AppURL", "AppSupport", "UserName", "OwnerID", "FileID",
            ])
        #expect(empty.findings.allSatisfy { $0.weight == .refused && $0.code == 1051 })
    }

    @Test("want GUIDs of our own, in braces (CB-4)")
    func identities() {
        #expect(brief { $0.ownerID = "4F1E2A6C-0B7D-4C59-9E13-7A5D20C8B641" } == ["refused 1051 OwnerID"])
        #expect(brief { $0.fileID = "{4F1E2A6C-0B7D-4C59-9E13-7A5D20C8B64G}" } == ["refused 1051 FileID"])
        #expect(brief { $0.fileID = "{90a44fb7-33d9-4815-ac85-ac86a7e7d1eb}" } == ["refused 1039 FileID"])
        #expect(brief { $0.ownerID = $0.ownerID.lowercased() } == [])
    }

    @Test("never let the Web Connector be kept from writing, nor unknown editions be asked for")
    func wishes() {
        #expect(brief { $0.isReadOnly = true } == ["refused 1039 IsReadOnly"])
        #expect(brief { $0.authFlags = 0x10 } == ["refused 1034 AuthFlags"])
        #expect(brief { $0.everyMinutes = 0 } == ["refused - RunEveryNMinutes"])
    }

    @Test("advise plain names and a short description")
    func names() {
        #expect(brief { $0.appName = "Bäcker" } == ["advised - AppName"])
        #expect(brief { $0.userName = "a\u{7}" } == ["advised - UserName"])
        #expect(
            brief { $0.appDescription = String(repeating: "x", count: 81) } == ["advised - AppDescription"])
        #expect(brief { $0.unknownElements = ["AppColour"] } == ["advised - AppColour"])
    }

    @Test("say what to do, under the Web Connector's own code")
    func sentences() throws {
        let sentence = findings { $0.appSupport = "https://www.example.com/" }.first?.sentence ?? ""
        #expect(sentence.hasPrefix("QBWC1000, AppSupport: is on www.example.com"))
        for code in [1000, 1001, 1002, 1010] {
            let findings = findings {
                $0.appURL = "http://10.0.0.7/qbwc"; $0.appSupport = "https://10.0.0.8/"
            }
            let fix = try #require(ConnectorCode(code).known?.fix)
            #expect(findings.first { $0.code == code }?.sentence.hasSuffix(fix) == true, "\(code)")
        }
    }
}
