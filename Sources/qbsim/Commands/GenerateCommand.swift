import ArgumentParser
import Simulator

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Write a company file as qbXML answers.",
        discussion: "One document for each kind of record. qbsim run --load takes them again.")

    @OptionGroup var company: CompanyOptions

    @Option(help: "The company's name; made up when not given.")
    var companyName: String?

    @Option(help: "The folder to write into; it is made if need be.")
    var out: String

    func run() throws {
        let file = try company.companyFile(name: companyName)
        try Disk.makeFolder(out)
        for (name, document) in file.exported() {
            try Disk.write(document, to: "\(out)/\(name).xml")
        }
        print("\(file.name): \(file.path)")
        for (family, count) in file.counts { print("  \(family): \(count)") }
    }
}
