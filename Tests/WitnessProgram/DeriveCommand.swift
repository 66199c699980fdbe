import ArgumentParser
import FoundationEssentials
import Witness

struct DeriveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "derive", abstract: "Write the catalog's data from schema files.")

    @OptionGroup var options: SchemaOptions

    @Option(help: ArgumentHelp("Where the Swift files go.", valueName: "folder"))
    var output: String

    func run() throws {
        let derivation = try options.derivation()
        let folder = DataFolder(at: URL(filePath: output))
        let differences = try folder.differences(from: derivation).filter { !$0.isEmpty }
        try folder.write(derivation)
        for difference in differences {
            Screen.say(
                "\(difference.file): \(difference.added) lines are new, \(difference.removed) are gone.")
        }
        if differences.isEmpty { Screen.say("Nothing changed.") }
    }
}
