import API
import ArgumentParser
import FoundationEssentials

struct Pause: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Starts no sync until a time, or until `resume`.",
        discussion: "A sync that is running goes on; `stop` ends it.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Option(
        help: ArgumentHelp(
            "Until when: 14:30, 2026-11-21, \"2026-11-21 14:30\", or with a zone 2026-11-21T14:30:00Z.",
            valueName: "time"))
    var until: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("For how long: 30m, 2h, 1d, 1h30m.", valueName: "duration"))
    var duration: String?

    func validate() throws {
        if until != nil, duration != nil { throw ValidationError("Give --until or --for, not both.") }
        _ = try end(.current())
    }

    func perform(_ session: Session) async throws {
        let order = PauseOrder(until: try end(session.clock))
        try session.show(try await session.client.post(connector.path("pause"), order, as: Done.self))
    }

    /// The end of the pause; nil for one without end.
    private func end(_ clock: LocalClock) throws -> Date? {
        if let duration {
            guard let seconds = Quantity.seconds(duration) else {
                throw ValidationError("--for takes 30m, 2h, 1d or 1h30m, not \(duration)")
            }
            return clock.now.addingTimeInterval(Double(seconds))
        }
        guard let until else { return nil }
        guard let date = clock.date(until) else {
            throw ValidationError("--until takes 14:30, 2026-11-21 or \"2026-11-21 14:30\", not \(until)")
        }
        guard date > clock.now else { throw ValidationError("\(until) is over: \(clock.long(date)).") }
        return date
    }
}
