import ArgumentParser
import Witness

struct AllCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all", abstract: "Hear all witnesses: verify, differential and fuzz.",
        discussion: "Without --schema only those that need no schema files.")

    @Option(help: ArgumentHelp("The folder with the schema files.", valueName: "folder"))
    var schema: String?
    @Option(help: ArgumentHelp("How many changed documents are judged.", valueName: "number"))
    var count = 100_000
    @OptionGroup var fuzz: FuzzOptions

    func run() throws {
        var hasFailed = false
        if let schema {
            hasFailed = try passes(VerifyCommand.parse(["--schema", schema])) == false
            let arguments = ["--schema", schema, "--seed", "\(fuzz.seed)", "--count", "\(count)"]
            if try passes(DifferentialCommand.parse(arguments)) == false { hasFailed = true }
        } else {
            Screen.say("No schema files: verify and differential are left out.")
        }
        if try passes({ try fuzz.fuzz() }) == false { hasFailed = true }
        if hasFailed { throw ExitCode(1) }
    }

    private func passes(_ command: some ParsableCommand) throws -> Bool {
        var command = command
        return try passes { try command.run() }
    }

    /// One witness that objects does not silence the next.
    private func passes(_ work: () throws -> Void) throws -> Bool {
        do {
            try work()
            return true
        } catch let code as ExitCode where code == ExitCode(1) {
            return false
        }
    }
}
