import FoundationEssentials
import QBXML
import Sync
import Testing

@Suite("The company file")
struct IdentityTests {
    @Test("AT-1: the right stamp at the bound path lets the work begin")
    func own() {
        var script = Script()
        _ = script.login()
        #expect(script.send().contains("CompanyQueryRq"))
    }

    @Test("the first conversation binds path and company name when no path was given")
    func binds() {
        var script = Script(.acme(path: nil))
        _ = script.login()
        _ = script.send(path: #"D:\QB\Acme.qbw"#)
        #expect(script.bindings.last?.path == #"D:\QB\Acme.qbw"#)
        #expect(script.bindings.last?.companyName == "Acme Inc")
    }

    @Test(
        "another company's stamp ends the conversation before any work, with both names",
        arguments: [
            "{00000000-0000-4000-8000-000000000099}", nil,
        ])
    func wrong(stamp: String?) {
        var script = Script()
        _ = script.login()
        #expect(script.send(hcp: .company("Other", fileID: stamp), path: #"C:\Books\Other.QBW"#) == "")
        #expect(script.ending?.code == "wrong-company-file")
        #expect(script.ending?.sentence.contains(#"C:\Books\Acme.QBW"#) == true)
        #expect(script.ending?.sentence.contains(#"C:\Books\Other.QBW"#) == true)
        #expect(script.ingested.isEmpty)
    }

    @Test("PC-5: a file that belongs to another connector is refused with that connector's name")
    func neighbour() {
        var script = Script()
        script.neighbours = [
            Neighbour(
                name: "borealis", fileID: "{00000000-0000-4000-8000-000000000099}",
                path: #"c:/books/other.qbw"#)
        ]
        _ = script.login()
        _ = script.send(path: #"C:\Books\Other.QBW"#)
        #expect(script.ending?.sentence.contains("connector borealis") == true)
    }

    @Test("the same path on another computer is another file; on a server it is the same one")
    func samePathElsewhere() {
        let far = Neighbour(name: "b", fileID: "{B}", path: #"C:\Books\Acme.QBW"#, workstation: "BACKROOM")
        #expect(!far.claims(path: #"C:\Books\Acme.QBW"#, on: "FRONTDESK"))
        #expect(far.claims(path: #"C:\Books\Acme.QBW"#, on: "backroom"))
        #expect(far.claims(path: #"C:\Books\Acme.QBW"#, on: nil), "it may be the same computer")
        let server = Neighbour(name: "b", fileID: "{B}", path: #"\\SRV\Acme.QBW"#, workstation: "BACKROOM")
        #expect(server.claims(path: #"\\srv\acme.qbw"#, on: "FRONTDESK"))
    }

    @Test("PC-6: our stamp at another path is a moved or copied file, and rebind is named as the way")
    func moved() {
        var script = Script()
        _ = script.login()
        _ = script.send(path: #"E:\New\Acme.QBW"#)
        #expect(script.ending?.sentence.contains("connector rebind") == true)
    }

    @Test("a malformed stamp is another stamp, not a crash")
    func malformed() {
        var script = Script()
        _ = script.login()
        _ = script.send(hcp: .company("Acme Inc", fileID: "{00000ee-1111-ffff-cccc"))
        #expect(script.ending?.code == "wrong-company-file")
    }

    @Test("without any company record the path alone decides")
    func pathOnly() {
        var script = Script()
        _ = script.login()
        #expect(script.send(hcp: nil).contains("CompanyQueryRq"))
        var other = Script()
        _ = other.login()
        #expect(other.send(hcp: nil, path: #"C:\Else.QBW"#) == "")
        var unbound = Script(.acme(path: nil))
        _ = unbound.login()
        #expect(unbound.send(hcp: nil) == "", "without a stamp and without a path there is no proof at all")
        var unreadable = Script()
        _ = unreadable.login()
        let nothing = HCPResponse(host: nil, company: nil, hasPreferences: false)
        #expect(unreadable.send(hcp: nothing) == "", "an opening that shows no company proves none")
    }

    @Test("the workstation's name is learned from the Web Connector's lock, unless a person gave one")
    func workstation() {
        var script = Script(.acme(workstation: nil))
        _ = script.login()
        _ = script.send(
            hcp: .company(
                "Acme Inc", fileID: "{90A44FB5-0000-4000-8000-0000000000F1}",
                lock: "LOCKED:FRONTDESK:631234599990000223"))
        #expect(script.connector.workstation == "FRONTDESK")
        #expect(script.open?.conversation.workstation == "FRONTDESK")
    }

    @Test(
        "PC-7: cloud-synced folders are recognised in any spelling",
        arguments: [
            (#"C:\Users\Kim\Dropbox\Acme.QBW"#, "Dropbox"),
            (#"C:\Users\Kim\OneDrive - Acme Inc\Books\Acme.QBW"#, "OneDrive"),
            (#"G:\My Drive\Acme.QBW"#, "Google Drive"), (#"C:/Users/Kim/dropbox (Acme)/a.qbw"#, "Dropbox"),
        ])
    func cloud(path: String, service: String) {
        #expect(Binding.cloudFolder(in: path) == service)
    }

    @Test("an ordinary folder is no cloud folder")
    func local() {
        #expect(Binding.cloudFolder(in: #"C:\Books\Acme.QBW"#) == nil)
        #expect(Binding.cloudFolder(in: #"\\SERVER\Boxes\Acme.QBW"#) == nil)
    }

    @Test("a company in a cloud folder syncs, and its dot is amber")
    func amber() {
        var script = Script(.acme(path: #"C:\Users\Kim\Dropbox\Acme.QBW"#))
        _ = script.login()
        _ = script.send(path: #"C:\Users\Kim\Dropbox\Acme.QBW"#)
        _ = script.answer(code: 1)
        #expect(script.playToEnd() == 100)
        #expect(script.ending?.state == .configuration)
    }
}
