import Testing
import WebConnector
import XML

@Suite("A .qwc file")
struct ConnectionFileTests {
    static let plain = ConnectionFile(
        appName: "qbsyncd acme", appURL: "https://sync.example.com/qbwc",
        appDescription: "Keeps Acme in step",
        appSupport: "https://sync.example.com/support", userName: "acme-1",
        ownerID: "{4F1E2A6C-0B7D-4C59-9E13-7A5D20C8B641}", fileID: "{C2A94E08-53B1-4E7F-8D26-1F09B7A3E5D8}",
        everyMinutes: 5, unattended: .required, personalData: .notNeeded)

    @Test("is written line by line in a fixed order, with nothing that says nothing")
    func rendering() {
        #expect(
            Self.plain.rendered() == """
                <?xml version="1.0"?>
                <QBWCXML>
                  <AppName>qbsyncd acme</AppName>
                  <AppID></AppID>
                  <AppURL>https://sync.example.com/qbwc</AppURL>
                  <AppDescription>Keeps Acme in step</AppDescription>
                  <AppSupport>https://sync.example.com/support</AppSupport>
                  <UserName>acme-1</UserName>
                  <OwnerID>{4F1E2A6C-0B7D-4C59-9E13-7A5D20C8B641}</OwnerID>
                  <FileID>{C2A94E08-53B1-4E7F-8D26-1F09B7A3E5D8}</FileID>
                  <QBType>QBFS</QBType>
                  <UnattendedModePref>umpRequired</UnattendedModePref>
                  <PersonalDataPref>pdpNotNeeded</PersonalDataPref>
                  <Scheduler><RunEveryNMinutes>5</RunEveryNMinutes></Scheduler>
                </QBWCXML>

                """)
    }

    @Test("keeps everything it can say")
    func roundTrip() throws {
        let full = ConnectionFile(
            appName: "a", appID: "i", appURL: "https://h/q?x=1&y=2", appDescription: "<d>",
            appSupport: "https://h/s",
            userName: "u", ownerID: "{o}", fileID: "{f}", product: .pointOfSale, everySeconds: 30,
            certURL: "https://h/c", displayName: "A", uniqueName: "AA", style: .rpc, isReadOnly: false,
            notify: true, authFlags: 0xE, unattended: .optional, personalData: .required)
        #expect(try ConnectionFile(parsing: Array(full.rendered().utf8)) == full)
        #expect(try ConnectionFile(parsing: Array(Self.plain.rendered().utf8)) == Self.plain)
    }

    @Test("is ASCII and the same bytes each time, whatever the texts")
    func ascii() throws {
        var file = Self.plain
        file.appName = "Bäckerei 北京 😀"
        let bytes = Array(file.rendered().utf8)
        #expect(bytes.allSatisfy { $0 < 0x80 })
        #expect(bytes == Array(file.rendered().utf8))
        #expect(try ConnectionFile(parsing: bytes) == file)
    }

    @Test("is read in any order of elements, with only the first schedule counting")
    func order() throws {
        let file = try ConnectionFile(
            parsing: Array(
                """
                <QBWCXML><Scheduler><RunEveryNSeconds>60</RunEveryNSeconds>
                <RunEveryNMinutes>5</RunEveryNMinutes></Scheduler>
                <UserName> u </UserName><AuthFlags>15</AuthFlags><AppColour>red</AppColour>
                <IsReadOnly>FALSE</IsReadOnly><AppName>a</AppName></QBWCXML>
                """.utf8))
        #expect(file.appName == "a")
        #expect(file.userName == "u")
        #expect(file.everySeconds == 60)
        #expect(file.everyMinutes == nil)
        #expect(file.authFlags == 15)
        #expect(file.isReadOnly == false)
        #expect(file.product == .financial)
        #expect(file.unknownElements == ["AppColour"])
    }

    @Test("is refused when it is none, or says what cannot be")
    func refusals() {
        func read(_ text: String) throws { _ = try ConnectionFile(parsing: Array(text.utf8)) }
        #expect(throws: ConnectionFileError.xml(.empty)) { try read("") }
        #expect(throws: ConnectionFileError.notAConnectionFile) { try read("<QBXML/>") }
        let bad = [
            ("<AuthFlags>0xG</AuthFlags>", "AuthFlags", "0xG"),
            ("<AuthFlags>-1</AuthFlags>", "AuthFlags", "-1"),
            ("<QBType>QBO</QBType>", "QBType", "QBO"), ("<Notify>maybe</Notify>", "Notify", "maybe"),
            ("<Style>Rpc</Style>", "Style", "Rpc"),
            (
                "<Scheduler><RunEveryNMinutes>often</RunEveryNMinutes></Scheduler>", "RunEveryNMinutes",
                "often"
            ),
        ]
        for (text, element, value) in bad {
            #expect(throws: ConnectionFileError.badValue(element: element, value: value)) {
                try read("<QBWCXML>\(text)</QBWCXML>")
            }
        }
    }

    @Test("cut off at any byte is refused")
    func truncation() {
        let text = Array(Self.plain.rendered().utf8.dropLast())
        for length in 0..<text.count {
            #expect(throws: ConnectionFileError.self) { try ConnectionFile(parsing: Array(text[..<length])) }
        }
    }
}
