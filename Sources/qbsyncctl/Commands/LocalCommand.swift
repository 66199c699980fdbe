import ArgumentParser

/// For whom a command writes that needs no daemon.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Write JSON, for programs.")
    var json = false
}

/// A command that works from what the program itself knows: no socket, no server, no configuration.
protocol LocalCommand: ParsableCommand {
    var output: OutputOptions { get }
    func perform(on terminal: Terminal) throws
}

extension LocalCommand {
    func run() throws {
        let terminal = Terminal.current()
        do {
            try perform(on: terminal)
        } catch let failure as Failure {
            try terminal.report(failure, asJSON: output.json)
        }
    }
}

extension Terminal {
    /// Says why a command came to nothing, and ends it with the exit code for that.
    func report(_ failure: Failure, asJSON: Bool) throws -> Never {
        try note(failure, asJSON: asJSON)
        throw ExitCode(failure.exitCode)
    }

    /// Says what came to nothing, without an end of it.
    func note(_ failure: Failure, asJSON: Bool) throws {
        if asJSON {
            try note(json: failure.problem)
        } else {
            note(failure.lines)
        }
    }
}
