import ArgumentParser
import FoundationEssentials
import Simulator

struct OfficeDayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office-day",
        abstract: "Let people work on kept company files, so that there is news to sync.",
        discussion: "Works on the company files that qbsim run --state keeps.")

    @Option(help: "The folder with the kept company files.")
    var state: String

    @Option(help: "Only this company file (the name of its folder).")
    var companyName: String?

    @OptionGroup var rights: RightsOptions

    @Option(help: "Invoices to add.")
    var invoices = 3

    @Option(help: "Payments to receive.")
    var payments = 1

    @Option(help: "Customers to change.")
    var changedCustomers = 1

    @Option(help: "Customers to add.")
    var newCustomers = 0

    @OptionGroup var others: OtherWorkOptions

    @Flag(
        help: "Days on which a bit of everything happens, by the seed alone; the numbers above do not count.")
    var busy = false

    @Option(help: "Go on for so many days, each at the same time of day.")
    var days = 1

    @Option(help: "The seed of what is chosen and made up.")
    var seed: UInt64 = 1

    @Option(help: "When it happens (ISO 8601); now when not given.")
    var clock: String?

    func validate() throws {
        if let clock, Timekeeper.date(clock) == nil {
            throw ValidationError("\(clock) is no time such as 2026-03-08T06:30:00Z.")
        }
        for count in [invoices, payments, changedCustomers, newCustomers] where count < 0 {
            throw ValidationError("A number of edits must not be negative.")
        }
        if days < 1 { throw ValidationError("--days must be 1 or more.") }
    }

    func run() throws {
        let folder = StateFolder(path: state)
        let names = companyName.map { [StateFolder.name(for: $0)] } ?? folder.names
        guard !names.isEmpty else { throw Complaint.file("\(state) keeps no company file.") }
        var day = OfficeDay(
            invoices: invoices, payments: payments, changedCustomers: changedCustomers,
            newCustomers: newCustomers)
        day.others = others.work
        let moment = clock.flatMap { Timekeeper.date($0) } ?? Date()
        for name in names {
            guard var file = try folder.companyFile(name) else {
                throw Complaint.file("\(state) keeps no company file called \(name).")
            }
            rights.apply(to: &file)
            print("\(file.name):")
            for number in 0..<days {
                // The first day's stream is that of a single day.
                let stream = Seed(seed).split(number == 0 ? name : "\(name) \(number)")
                let plan = busy ? OfficeDay.busy(stream, families: others.families) : day
                let diary = file.live(plan, at: moment + Double(number) * 86_400, seed: stream)
                for line in diary.lines { print("  \(line)") }
            }
            try folder.keep(file, as: name)
        }
    }
}
