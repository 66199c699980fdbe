import ArgumentParser
import FoundationEssentials
import Witness

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compare the catalog's data with what schema files say.",
        discussion: "A line with - is in the data only, one with + in the schemas only.")

    @OptionGroup var options: SchemaOptions

    @Option(help: ArgumentHelp("Where the Swift files are.", valueName: "folder"))
    var data = "Sources/QBXML/Catalog/Data"

    /// Lines that differ; of more, only their number is told.
    private static let limit = 50

    func run() throws {
        let derivation = try options.derivation()
        let differences = try DataFolder(at: URL(filePath: data)).differences(from: derivation)
        let count = differences.reduce(0) { $0 + $1.added + $1.removed }
        guard count > 0 else { return Screen.say("The catalog says the same.") }
        var room = Self.limit
        for difference in differences {
            for line in difference.report(limit: &room) { Screen.say(line) }
        }
        if count > Self.limit { Screen.say("… and \(count - Self.limit) more lines") }
        Screen.say("The catalog differs from the schemas in \(count) lines.")
        throw ExitCode(1)
    }
}
