import ArgumentParser
import Witness

/// `qbwitness`: holds the catalog against what others say of qbXML. A developer's tool; it does not ship.
@main
struct QBWitness: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qbwitness",
        abstract: "Holds the catalog of qbXML against witnesses from outside.",
        discussion: """
            Exit codes: 0 all agrees; 1 something differs; 2 the command line was wrong; 4 a file could not \
            be read, understood or written.
            """,
        subcommands: [
            DeriveCommand.self, VerifyCommand.self, DifferentialCommand.self, FuzzCommand.self,
            FuzzWorkerCommand.self, AllCommand.self, SpeedCommand.self,
        ])

    /// As ArgumentParser does it, except that a wrong command line is 2 and not 64, as in all our programs.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let error as SchemaError {
            Screen.complain(error.sentence)
            exit(withError: ExitCode(4))
        } catch let error as FuzzError {
            Screen.complain(error.sentence)
            exit(withError: ExitCode(4))
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Screen.complain(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
