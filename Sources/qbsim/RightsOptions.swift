import ArgumentParser
import Simulator

/// What the QuickBooks user may not read or write: options of every command that opens a company file.
///
/// A kept company file remembers them until `--allow` takes them back.
struct RightsOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: "Kinds of records that this QuickBooks user does not see, silently: status 1 and no record.")
    var hide: [String] = []

    @Option(
        parsing: .upToNextOption, help: "Kinds of records whose query is refused: status 3260, no permission."
    )
    var refuse: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Kinds of records that are personal data and withheld, such as Employee: status 3261.")
    var withhold: [String] = []

    @Option(parsing: .upToNextOption, help: "Kinds of records that may be read again.")
    var allow: [String] = []

    @Option(
        parsing: .upToNextOption, help: "Kinds of records that this user may not write: status 3260.")
    var protect: [String] = []

    @Option(help: "The closing date (YYYY-MM-DD): transactions up to it are neither changed nor deleted.")
    var closingDate: String?

    @Option(parsing: .upToNextOption, help: "Applications, by name, that may only read: status 3263.")
    var readOnly: [String] = []

    @Flag(help: "Recovered answers of message sets hold an ErrorRecovery in place of the record.")
    var recoverIdentity = false

    func validate() throws {
        if let closingDate, CivilDay(closingDate) == nil {
            throw ValidationError("\(closingDate) is no day such as 2025-12-31.")
        }
        for kind in hide + refuse + withhold + allow + protect where !CompanyFile.isRestrictable(kind) {
            throw ValidationError(
                "\(kind) is no kind of record; give the name of a query without QueryRq, such as Invoice.")
        }
    }

    func apply(to file: inout CompanyFile) {
        for kind in hide { file.restrictions[kind] = .hidden }
        for kind in refuse { file.restrictions[kind] = .refused }
        for kind in withhold { file.restrictions[kind] = .withheld }
        for kind in allow { file.restrictions[kind] = nil }
        file.rules.unwritable.formUnion(protect)
        file.rules.unwritable.subtract(allow)
        file.rules.readOnlyApplications.formUnion(readOnly)
        if let closingDate { file.rules.closingDate = CivilDay(closingDate) }
        if recoverIdentity { file.rules.recovery = .identity }
    }
}
