import FoundationEssentials
import Simulator

/// Drives one update over the wire, and tells the screen.
struct Updater {
    let wire: Wire
    let showsTrace: Bool
    /// Whether the screen stays empty, for `--json`.
    let isSilent: Bool

    func update(
        _ application: Application, on workstation: inout Workstation, faults: [any SimulatedFault],
        _ clock: inout Timekeeper, _ screen: inout Screen
    ) async throws -> UpdateOutcome {
        var session = WebConnectorSession(application, on: &workstation, at: clock.now, faults: faults)
        var number = 0
        while true {
            let step = session.nextRequest(on: &workstation)
            show(session.newLines(), of: application.title, &screen)
            switch step {
            case .pause(let seconds):
                try await clock.wait(seconds: seconds)
            case .send(let request):
                number += 1
                let began = ContinuousClock.now
                let reply = await reply(to: request)
                let took = ContinuousClock.now - began
                clock.tickCall()
                let summary = session.take(reply, to: request, on: &workstation)
                if showsTrace {
                    let size = request.body.count
                    screen.say("  \(number) \(request.operation) (\(size) bytes) -> \(summary), \(took)")
                }
                show(session.newLines(), of: application.title, &screen)
            case .ended(let outcome):
                workstation.end(session, at: clock.now)
                if !isSilent { screen.sayEnd(of: application.title, outcome) }
                return outcome
            }
        }
    }

    private func reply(to request: WireRequest) async -> Result<WireReply, CallFailure> {
        do {
            return .success(try await wire.post(request))
        } catch {
            return .failure(error)
        }
    }

    private func show(_ lines: [ScreenLine], of title: String, _ screen: inout Screen) {
        guard !isSilent else { return }
        for line in lines { screen.show(line, of: title) }
    }
}
