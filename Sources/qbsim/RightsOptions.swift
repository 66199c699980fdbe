import ArgumentParser
import Simulator

/// What the QuickBooks user may not read: options of every command that opens a company file.
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

    func validate() throws {
        for kind in hide + refuse + withhold + allow where !CompanyFile.isRestrictable(kind) {
            throw ValidationError(
                "\(kind) is no kind of record; give the name of a query without QueryRq, such as Invoice.")
        }
    }

    func apply(to file: inout CompanyFile) {
        for kind in hide { file.restrictions[kind] = .hidden }
        for kind in refuse { file.restrictions[kind] = .refused }
        for kind in withhold { file.restrictions[kind] = .withheld }
        for kind in allow { file.restrictions[kind] = nil }
    }
}
