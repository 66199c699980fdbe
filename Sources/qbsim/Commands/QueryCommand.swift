import ArgumentParser
import FoundationEssentials
import Simulator

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Run qbXML documents against a company file and print the answers.",
        discussion: """
            The documents are run one after the other in one QuickBooks session, so an iterator begun in one \
            goes on in the next. What they write is kept if the company file is (--state), and carries the \
            time of the file's last edit. Ends with 1 when QuickBooks would refuse a document; a request \
            that ends with an error status is an answer.
            """)

    @OptionGroup var company: CompanyOptions
    @OptionGroup var rights: RightsOptions

    @Option(
        help: "A folder with kept company files; the first one is asked unless --company-name says which.")
    var state: String?

    @Option(help: "The company's name, or the name of its folder under --state.")
    var companyName: String?

    @Option(help: "The application's name, under which message sets are kept.")
    var application = "qbsyncd"

    @Flag(
        help: """
            Say where and why a document is refused, which QuickBooks itself never tells, and which \
            requests this simulator does not imitate.
            """)
    var explain = false

    @Argument(help: "qbXML documents.")
    var documents: [String]

    func run() throws {
        var file = try companyFile()
        rights.apply(to: &file)
        var session = QuickBooksSession(
            seed: Seed(company.seed).split("query"), application: application)
        let (writes, sets) = (file.appliedWrites.count, file.messageSetIDs(of: application))
        // A company that was loaded knows of no time.
        let now = file.today == nil ? Timekeeper(nil).now : nil
        var wasRefused = false
        for path in documents {
            switch session.answer(try Disk.read(path), from: &file, at: now) {
            case .answer(let answer, let remarks):
                print(String(decoding: answer, as: UTF8.self), terminator: "")
                if explain { for remark in remarks { Screen.complain("\(path): \(remark)") } }
            case .refused(let refusal):
                wasRefused = true
                Screen.complain("\(path): \(refusal.hresult) \(refusal.message)")
                if explain { for reason in refusal.reasons { Screen.complain("\(path): \(reason)") } }
            }
        }
        let hasChanged =
            file.appliedWrites.count > writes || file.messageSetIDs(of: application) != sets
        if let state, hasChanged {
            try StateFolder(path: state).keep(file, as: folderName(in: StateFolder(path: state)))
        }
        if wasRefused { throw ExitCode(1) }
    }

    private func folderName(in folder: StateFolder) -> String {
        companyName.map { StateFolder.name(for: $0) } ?? folder.names.first ?? ""
    }

    private func companyFile() throws -> CompanyFile {
        guard let state else { return try company.companyFile(name: companyName) }
        let folder = StateFolder(path: state)
        let name = folderName(in: folder)
        guard let file = try folder.companyFile(name) else {
            throw Complaint.file("\(state) keeps no company file called \(name).")
        }
        return file
    }
}
