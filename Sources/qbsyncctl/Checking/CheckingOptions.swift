import ArgumentParser
import QBXML

/// What is known of the QuickBooks that the requests are for.
struct CheckingOptions: ParsableArguments {
    @Option(
        name: .customLong("qbxml-version"),
        help: ArgumentHelp(
            "The newest qbXML version that this QuickBooks takes, such as 13.0. (default: all that is known)",
            valueName: "version"),
        transform: CheckingOptions.version)
    var version: Version = Catalog.newest

    @Option(
        help: ArgumentHelp(
            "Its edition: \(CheckingOptions.editions). (default: any of them)",
            valueName: "edition"),
        transform: CheckingOptions.edition)
    var edition: Edition?

    @Option(
        help: ArgumentHelp(
            "What to do about characters that QuickBooks cannot keep: refuse, or transliterate.",
            valueName: "policy"))
    var characters = CheckOptions.CharacterPolicy.refuse

    var options: CheckOptions {
        CheckOptions(version: version, edition: edition, characters: characters)
    }

    private static func version(_ text: String) throws -> Version {
        guard let version = Version(text), version.edition.isEmpty,
            Catalog.versions.contains(version) || version > Catalog.newest
        else {
            let known = Catalog.versions.map(\.description).joined(separator: ", ")
            throw ValidationError("\(text) is no version of qbXML. Known are \(known).")
        }
        return version
    }

    private static let editions = Edition.allCases.map(\.rawValue).joined(separator: ", ")

    private static func edition(_ text: String) throws -> Edition {
        guard let edition = Edition(rawValue: text.uppercased()) else {
            throw ValidationError("\(text) is no edition of QuickBooks Desktop. Known are \(editions).")
        }
        return edition
    }
}

extension CheckOptions.CharacterPolicy: ExpressibleByArgument {}
