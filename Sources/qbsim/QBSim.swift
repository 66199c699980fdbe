import ArgumentParser
import FoundationEssentials

/// `qbsim`: a company file and a Web Connector in software, on the wire.
@main
struct QBSim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qbsim",
        abstract: "A QuickBooks company file and a Web Connector in software.",
        discussion: """
            Tries, develops and tests a Web Connector service without Windows: it generates a company \
            file (or loads one from real qbXML answers), reads a .qwc, and speaks SOAP with the service as \
            QBWC does.

            Exit codes: 0 all went well; 1 an update or a query failed; 2 the command line was wrong; 3 a \
            .qwc was refused; 4 a file could not be read or written.

            What it does not imitate: qbsim limits
            """,
        subcommands: [
            RunCommand.self, GenerateCommand.self, QueryCommand.self, OfficeDayCommand.self,
            LimitsCommand.self,
        ])

    /// As ArgumentParser does it, except that a wrong command line is 2 and not 64: the exit codes are part
    /// of what scripts rely on, and they are the same in all our programs.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let complaint as Complaint {
            Screen.complain(complaint.sentence)
            exit(withError: complaint.code)
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Screen.complain(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}

/// What a person is told when a command cannot go on.
struct Complaint: Error {
    var sentence: String
    var code: ExitCode

    static func refusedConnectionFile(_ sentence: String) -> Complaint {
        Complaint(sentence: sentence, code: ExitCode(3))
    }

    static func file(_ sentence: String) -> Complaint {
        Complaint(sentence: sentence, code: ExitCode(4))
    }
}
