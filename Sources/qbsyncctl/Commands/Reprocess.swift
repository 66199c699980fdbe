import API
import ArgumentParser

struct Reprocess: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Processes a kept answer of QuickBooks again.")

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: ArgumentHelp("Number of the answer, as `responses` lists it.", valueName: "number"))
    var number: Int64

    func perform(_ session: Session) async throws {
        let path = Path.response(number, "reprocess")
        try session.show(try await session.client.post(path, as: Done.self))
    }
}
