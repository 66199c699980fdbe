import ArgumentParser
import FoundationEssentials
import Simulator

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Be a workstation: add .qwc files and update them against their server.",
        discussion: """
            Each .qwc gets a company file of its own, generated from the seed and its place in the row, or \
            loaded, or kept from an earlier run (--state). Before each update somebody opens that company in \
            QuickBooks, unless --nobody-there says otherwise.

            Faults for --fault:
            \(FaultNotation.all.map { "  \($0.name): \($0.meaning)" }.joined(separator: "\n"))
            """)

    @OptionGroup var company: CompanyOptions
    @OptionGroup var rights: RightsOptions

    @Option(parsing: .upToNextOption, help: "The .qwc files, in the order of the Web Connector's list.")
    var qwc: [String]

    @Option(parsing: .upToNextOption, help: "Their passwords in the same order; a single one serves for all.")
    var password: [String] = []

    @Option(help: "A file with a user name and its password on each line, in place of --password.")
    var passwordFile: String?

    @Option(
        parsing: .upToNextOption, help: "Names of the companies, in the same order; made up when not given.")
    var companyName: [String] = []

    @Option(parsing: .upToNextOption, help: "Where Windows sees the company files, in the same order.")
    var companyPath: [String] = []

    @Option(help: "The Windows computer's name.")
    var workstation = "FRONTDESK"

    @Flag(help: "Update each application once and end; the usual way.")
    var once = false

    @Flag(help: "Tick Auto-Run and go on by the schedule of the .qwc files.")
    var every = false

    @Option(help: "With --every: end after so many updates in all.")
    var runs: Int?

    @Flag(help: "Nobody opens companies: QuickBooks stays with the first one.")
    var nobodyThere = false

    @Option(
        name: .customLong("fault"), help: "Something that goes wrong in every update; may be given again.")
    var faults: [String] = []

    @Option(help: "A folder in which company files are kept between runs.")
    var state: String?

    @Option(
        help: "Drive the clock from this moment on (ISO 8601): waiting takes no time, a call takes a second.")
    var clock: String?

    @Flag(help: "Print each call.")
    var trace = false

    @Option(help: "A PEM file with a certification authority to trust besides the system's.")
    var insecureCa: String?

    @Flag(help: "Print one JSON object for each update and nothing else.")
    var json = false

    func validate() throws {
        if once && every { throw ValidationError("--once and --every exclude each other.") }
        if runs != nil, !every { throw ValidationError("--runs goes with --every.") }
        if password.isEmpty == (passwordFile == nil) {
            throw ValidationError("Give --password or --password-file.")
        }
        if password.count > 1, password.count != qwc.count {
            throw ValidationError("There are \(qwc.count) .qwc files and \(password.count) passwords.")
        }
        if let clock, Timekeeper.date(clock) == nil {
            throw ValidationError("\(clock) is no time such as 2026-03-08T06:30:00Z.")
        }
        if let unknown = faults.first(where: { FaultNotation.fault($0) == nil }) {
            throw ValidationError("The fault \(unknown) is not known; see qbsim run --help.")
        }
    }

    func run() async throws {
        let wire = try Wire(trusting: insecureCa)
        do {
            var office = try Office(self, wire)
            let isGood = try await office.work()
            await wire.close()
            if !isGood { throw ExitCode(1) }
        } catch {
            await wire.close()
            throw error
        }
    }
}
