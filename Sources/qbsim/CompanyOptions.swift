import ArgumentParser
import FoundationEssentials
import Simulator

/// The options by which every command gets its company file.
struct CompanyOptions: ParsableArguments {
    enum SizeName: String, CaseIterable, ExpressibleByArgument {
        case small
        case standard = "default"
        case large

        var size: CompanySize {
            switch self {
            case .small: .small
            case .standard: .standard
            case .large: .large
            }
        }
    }

    @Option(help: "How much the generated company has: small, default or large.")
    var companySize = SizeName.standard

    @Option(help: "Customers without their jobs, in place of the size's number.")
    var customers: Int?

    @Option(help: "Invoices, in place of the size's number.")
    var invoices: Int?

    @Option(help: "Months of sales, in place of the size's number.")
    var months: Int?

    @Option(help: "The seed of everything that is made up. The same seed gives the same bytes.")
    var seed: UInt64 = 1

    @Option(help: "The office's time zone: \(OfficeZone.all.map(\.identifier).joined(separator: ", ")).")
    var zone = "America/New_York"

    @Option(
        name: .customLong("load"), parsing: .upToNextOption,
        help: "Load qbXML answers from these files in place of a generated company.")
    var files: [String] = []

    func validate() throws {
        if OfficeZone.named(zone) == nil { throw ValidationError("The zone \(zone) is not known here.") }
        for (name, value) in [("customers", customers), ("invoices", invoices)] {
            if let value, value < 0 { throw ValidationError("--\(name) must not be negative.") }
        }
        if let months, months < 1 { throw ValidationError("--months must be 1 or more.") }
    }

    private var size: CompanySize {
        var size = companySize.size
        if let customers { size.customers = customers }
        if let invoices { size.invoices = invoices }
        if let months { size.months = months }
        return size
    }

    /// The company file number `index`, generated or loaded.
    func companyFile(_ index: Int = 0, name: String? = nil, path: String? = nil) throws -> CompanyFile {
        let officeZone = OfficeZone.named(zone) ?? .newYork
        guard !files.isEmpty else {
            return CompanyFile.generated(
                seed: seed &+ UInt64(index), size: size, name: name, path: path, zone: officeZone)
        }
        let title = name ?? "Loaded company"
        var file = CompanyFile(
            path: path ?? #"C:\Company Files\\#(title).QBW"#, name: title, zone: officeZone, seed: Seed(seed))
        for name in files {
            do {
                let report = try file.load(try Disk.read(name), name: name)
                for remark in report.remarks { Screen.complain(remark) }
            } catch let error as LoadError {
                throw Complaint.file(error.sentence)
            }
        }
        return file
    }
}
