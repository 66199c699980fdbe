import ArgumentParser

struct User: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Adds and lists users: the logins of the Web Connector.",
        subcommands: [UserAdd.self, UserList.self])
}
