package import FoundationEssentials
package import WebConnector

/// An update from beginning to end, as a simulation sees it.
package struct UpdateReport: Equatable, Sendable {
    package var outcome: UpdateOutcome
    package var lines: [ScreenLine]
    /// The calls in their order.
    package var operations: [Operation]
    /// Seconds that passed in pauses.
    package var paused: Int
}

extension Workstation {
    /// Updates one application with a server that answers at once: `Update Selected`, or Auto-Run at its
    /// time.
    ///
    /// - Parameters:
    ///   - serve: the server. It may throw what the wire would.
    ///   - callLimit: calls after which the simulator stops a conversation that does not end.
    /// - Returns: nil when there is no such application.
    package mutating func update(
        _ name: String, at date: Date, faults: [any SimulatedFault] = [],
        manners: WebConnectorSession.Manners = .init(), callLimit: Int = 100_000,
        serve: (Call) throws(CallFailure) -> Answer
    ) -> UpdateReport? {
        guard let application = application(name) else { return nil }
        var session = WebConnectorSession(application, on: &self, at: date, faults: faults, manners: manners)
        var operations: [Operation] = []
        var paused = 0
        while operations.count < callLimit {
            switch session.next(on: &self) {
            case .pause(let seconds):
                paused += seconds
            case .call(let call):
                operations.append(call.operation)
                do {
                    session.take(try serve(call), on: &self)
                } catch {
                    session.fail(error, on: &self)
                }
            case .ended(let outcome):
                end(session, at: date.addingTimeInterval(Double(paused)))
                return UpdateReport(
                    outcome: outcome, lines: session.newLines(), operations: operations, paused: paused)
            }
        }
        session.kill(atCall: operations.count, on: &self)
        end(session, at: date)
        let outcome = UpdateOutcome(
            ending: .killed(call: operations.count), text: "", calls: operations.count, exchanges: 0)
        return UpdateReport(
            outcome: session.outcome ?? outcome, lines: session.newLines(), operations: operations,
            paused: paused)
    }

    /// Notes the end of a session in the application's schedule.
    package mutating func end(_ session: WebConnectorSession, at date: Date) {
        change(session.application.name) { entry in
            if let limit = session.minimumInterval { entry.minimumInterval = limit }
            entry.schedule(after: Int(date.timeIntervalSince1970), waitSeconds: session.waitSeconds)
        }
    }
}
