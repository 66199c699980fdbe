import Foundation
import Simulator
import Testing
import WebConnector
import XML

@Suite struct AddingTests {
    private func bench(_ program: QuickBooksProgram = QuickBooksProgram()) -> Workstation {
        let file = CompanyFile.generated(seed: 1, size: .small, program: program)
        return Workstation(name: "FRONTDESK", companyFiles: [file], open: file.path)
    }

    private func code(_ pc: inout Workstation, _ file: ConnectionFile) -> Int? {
        do {
            _ = try pc.add(QWCFile(file), password: "pw", at: Workstation.now)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("adding stamps the FileID on the company record, where only the application's owner sees it")
    func stamp() throws {
        var pc = bench()
        #expect(code(&pc, Workstation.connectionFile) == nil)
        #expect(
            pc.companyFiles[0].stamp("FileID", ownerID: Workstation.connectionFile.ownerID)
                == Workstation.connectionFile.fileID)
        #expect(pc.companyFiles[0].stamp("FileID", ownerID: "{0}") == nil)
    }

    @Test("CB-4: the same file added a second time is taken and replaces the entry")
    func twice() throws {
        var pc = bench()
        #expect(code(&pc, Workstation.connectionFile) == nil)
        #expect(code(&pc, Workstation.connectionFile) == nil)
        #expect(pc.applications.count == 1)
    }

    @Test("CB-4: another FileID under the same OwnerID is the well-known QBWC1039")
    func otherFileID() throws {
        var pc = bench()
        #expect(code(&pc, Workstation.connectionFile) == nil)
        var other = Workstation.connectionFile
        other.fileID = "{11111111-7D44-4B55-8F42-0B8E4B6B8E11}"
        #expect(code(&pc, other) == 1_039)
        other.ownerID = "{22222222-1F3A-4F3A-9C57-60C37F4B1A2D}"
        #expect(code(&pc, other) == nil)
    }

    @Test("what the .qwc itself has wrong is refused with QBWC's code")
    func findings() {
        var pc = bench()
        var file = Workstation.connectionFile
        file.appURL = "http://sync.example.com/qbwc"
        #expect(code(&pc, file) == 1_010)
        file = Workstation.connectionFile
        file.appSupport = "https://other.example.com/"
        #expect(code(&pc, file) == 1_000)
        file = Workstation.connectionFile
        file.isReadOnly = true
        #expect(code(&pc, file) == 1_039)
    }

    @Test("adding needs QuickBooks open, the Admin, single-user mode and an allowed edition")
    func conditions() {
        var closed = bench()
        closed.closeQuickBooks()
        #expect(code(&closed, Workstation.connectionFile) == 1_022)
        var clerk = bench()
        clerk.isAdmin = false
        #expect(code(&clerk, Workstation.connectionFile) == 1_026)
        var shared = bench(QuickBooksProgram(fileMode: "MultiUser"))
        #expect(code(&shared, Workstation.connectionFile) == 1_026)
        var enterpriseOnly = Workstation.connectionFile
        enterpriseOnly.authFlags = 8
        var pro = bench()
        #expect(code(&pro, enterpriseOnly) == 1_034)
        var enterprise = bench(QuickBooksProgram(edition: .enterprise))
        #expect(code(&enterprise, enterpriseOnly) == nil)
    }

    @Test("bytes that are no .qwc are refused as such")
    func unreadable() {
        #expect(throws: AddingRefusal.self) { try QWCFile(reading: Array("<other/>".utf8)) }
    }

    @Test("the pages to fetch are the support page and the one with the certificate")
    func pageChecks() {
        let checks = QWCFile(Workstation.connectionFile).pageChecks
        #expect(checks.map(\.url) == ["https://sync.example.com/support", "https://sync.example.com/qbwc"])
        #expect(checks.map(\.unreachable.code) == [1_003, 1_048])
        #expect(checks.map(\.badAnswer.code) == [1_004, 1_048])
    }
}

@Suite struct SeveralApplicationsTests {
    /// Two companies on one computer, an application on each.
    private func office(unattended: Bool = true) throws -> Workstation {
        let files = [1, 2].map { CompanyFile.generated(seed: $0, size: .small) }
        var pc = Workstation(name: "FRONTDESK", companyFiles: files)
        for (index, name) in ["One", "Two"].enumerated() {
            var file = Workstation.connectionFile
            file.appName = name
            file.fileID = "{5F1C9B1E-7D44-4B55-8F42-0B8E4B6B8E1\(index)}"
            pc.openCompany(files[index].path)
            _ = try pc.add(
                QWCFile(file), password: "pw", autoRun: true, unattended: unattended, at: Workstation.now)
        }
        return pc
    }

    private func run(_ pc: inout Workstation, _ name: String, _ script: Script) throws -> UpdateReport {
        try #require(
            pc.update(name, at: Workstation.now) { call throws(CallFailure) in try script.serve(call) })
    }

    @Test("one company file is open at a time: the other application gets 0x8004040A")
    func oneFileOpen() throws {
        var pc = try office()
        let script = Script()
        script.directive = .work(companyFile: pc.companyFiles[0].path)
        let report = try run(&pc, "One", script)
        #expect(report.outcome.ending == .connectionFailed(hresult: "0x8004040A"))
        pc.openCompany(pc.companyFiles[0].path)
        #expect(try run(&pc, "One", script).operations.contains(.sendRequestXML))
    }

    @Test("with QuickBooks closed and access granted, both are updated one after the other")
    func oneAfterTheOther() throws {
        var pc = try office()
        pc.closeQuickBooks()
        for (index, name) in ["One", "Two"].enumerated() {
            let script = Script()
            script.directive = .work(companyFile: pc.companyFiles[index].path)
            script.documents = [Desk.document("<ClassQueryRq />")]
            #expect(try run(&pc, name, script).outcome.ending == .finished)
        }
    }

    @Test("with QuickBooks closed and access not granted it is 0x80040408")
    func notGranted() throws {
        var pc = try office(unattended: false)
        pc.closeQuickBooks()
        let script = Script()
        script.directive = .work(companyFile: pc.companyFiles[0].path)
        #expect(try run(&pc, "One", script).outcome.ending == .connectionFailed(hresult: "0x80040408"))
    }

    @Test("each session draws iterators of its own, the same ones in every run of a simulation")
    func iteratorIDs() throws {
        func identifiers() throws -> [String] {
            var pc = try office()
            pc.closeQuickBooks()
            return try ["One", "Two"].enumerated().map { index, name in
                let script = Script()
                script.directive = .work(companyFile: pc.companyFiles[index].path)
                script.documents = [
                    Desk.document(
                        "<ItemQueryRq iterator=\"Start\"><MaxReturned>1</MaxReturned></ItemQueryRq>")
                ]
                _ = try run(&pc, name, script)
                for case .receiveResponseXML(let response) in script.calls {
                    let root = try Element(parsing: response.response)
                    return root["QBXMLMsgsRs"]?.elements.first?.attribute("iteratorID") ?? ""
                }
                return ""
            }
        }
        let first = try identifiers()
        #expect(Set(first).count == 2 && !first.contains(""))
        #expect(try identifiers() == first)
    }
}
