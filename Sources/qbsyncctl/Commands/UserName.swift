import API
import ArgumentParser

/// The user that a command is about.
struct UserName: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Name of the user, as in the .qwc file.", valueName: "user"), completion: .users)
    var name: String

    func validate() throws {
        if name.isEmpty { throw ValidationError("A user's name is not empty.") }
    }

    func path(_ rest: String) -> String { Path.user(Destination.percentEncoded(name), rest) }
}
