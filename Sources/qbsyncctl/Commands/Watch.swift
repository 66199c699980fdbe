import API
import ArgumentParser

struct Watch: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the grid on the screen and up to date, until Ctrl-C.",
        discussion:
            "Without a terminal it writes the grid when something changed; with --json, a report a line."
    )

    @OptionGroup var connection: ConnectionOptions

    @Option(help: ArgumentHelp("Seconds between two looks.", valueName: "seconds"))
    var every = 2

    func validate() throws {
        if !(1...3600).contains(every) { throw ValidationError("--every takes 1 to 3600 seconds.") }
    }

    func perform(_ session: Session) async throws {
        var last: StatusReport?
        var isFirst = true
        while true {
            do {
                let report = try await session.client.get(Path.status, as: StatusReport.self)
                if session.terminal.isTerminal && !session.isJSON {
                    draw(report, trouble: nil, session, isFirst: isFirst)
                } else if report.connectors != last?.connectors {
                    try write(report, session)
                }
                last = report
            } catch let failure as Failure where last != nil {
                // A daemon that is being upgraded comes back; the last grid stays until it does.
                if session.terminal.isTerminal, let last {
                    draw(last, trouble: failure, session, isFirst: false)
                }
            }
            isFirst = false
            try await Task.sleep(for: .seconds(every))
        }
    }

    private func draw(_ report: StatusReport, trouble: Failure?, _ session: Session, isFirst: Bool) {
        // Measured each time, because people resize their windows.
        let terminal = Terminal.current()
        let clock = session.clock
        // The grid says whose times are shown, so it comes first.
        let grid = Grid(connectors: report.connectors, conditions: report.conditions ?? [], clock: clock)
            .lines(width: terminal.width)
        let head = Line("qbsyncd \(report.version)  \(clock.long(clock.now))", .grey)
        let alarm = (trouble?.lines ?? []).flatMap { $0.wrapped(to: terminal.width ?? $0.width) }
        terminal.redraw(screen: [head] + alarm + [Line()] + grid, isFirst: isFirst)
    }

    private func write(_ report: StatusReport, _ session: Session) throws {
        guard !session.isJSON else { return try session.terminal.show(json: report) }
        let clock = session.clock
        let grid = Grid(connectors: report.connectors, conditions: report.conditions ?? [], clock: clock)
            .lines(width: session.terminal.width)
        session.terminal.show([Line(clock.long(clock.now), .grey)] + grid + [Line()])
    }
}
