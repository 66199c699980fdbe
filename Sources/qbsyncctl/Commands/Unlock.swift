import API
import ArgumentParser

struct Unlock: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lets a user in again that repeated wrong passwords have locked.",
        discussion: "First put the password right at the workstation, or the user is soon locked again.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var user: UserName

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.post(user.path("unlock"), as: Done.self))
    }
}
