import Sync
import Synchronization
import Timetable
import WebConnector

/// What is counted while the daemon runs. It begins at zero with each start, as Prometheus expects of
/// counters; what has to outlive a start is in the database.
final class Meters: Sendable {
    private struct State {
        /// By verdict and reason.
        var checkIns: [[String]: Int] = [:]
        var ended: [String: Int] = [:]
        var calls: [String: Histogram] = [:]
        var quickBooks = Histogram.quickBooks
        var received = 0
        var sent = 0
        var faults = 0
        /// When the question went out for which each conversation waits.
        var asked: [String: ContinuousClock.Instant] = [:]
    }

    /// More conversations than that at once are not measured; they go on all the same.
    private static let conversations = 4096
    private let state = Mutex(State())

    /// A check-in with its verdict, the ends of conversations.
    func count(_ decision: Decision) {
        state.withLock { state in
            var said: [CheckIn] = decision.changes.compactMap { change in
                guard case .contact(_, _, _, let said) = change else { return nil }
                return said
            }
            // Who came with a wrong password is not in contact with us.
            if said.isEmpty {
                said = decision.events.compactMap { event in
                    guard case .loginRefused(_, _, _, let failure) = event else { return nil }
                    return .refused(code: failure.code)
                }
            }
            for said in said { state.checkIns[said.verdict, default: 0] += 1 }
            for event in decision.events {
                guard case .conversationEnded(_, _, let ending) = event else { continue }
                state.ended[ending.state.rawValue, default: 0] += 1
            }
        }
    }

    /// Conversations whose client fell silent.
    func count(lost events: [Event]) {
        state.withLock { state in
            for event in events {
                guard case .conversationEnded(_, let ticket, let ending) = event else { continue }
                state.ended[ending.state.rawValue, default: 0] += 1
                state.asked[ticket] = nil
            }
        }
    }

    /// A call was answered.
    ///
    /// - Parameters:
    ///   - took: from its last byte to our answer.
    ///   - received: bytes of QuickBooks' answer.
    func answered(_ call: Call, with answer: Answer, took: Duration, received: Int) {
        let now = ContinuousClock.now
        state.withLock { state in
            state.calls[call.operation.rawValue, default: .ours].note(took)
            state.received += received
            switch (call, answer) {
            case (.sendRequestXML(let request), .sendRequestXML(let document)) where !document.isEmpty:
                state.sent += document.count
                if state.asked.count < Self.conversations { state.asked[request.ticket] = now }
            case (.receiveResponseXML(let response), _):
                // It arrived before we spent our own time on it.
                if let asked = state.asked.removeValue(forKey: response.ticket) {
                    state.quickBooks.note(max(.zero, (now - asked) - took))
                }
            case (.closeConnection(let ticket), _), (.connectionError(let ticket, _, _), _):
                state.asked[ticket] = nil
            default: break
            }
        }
    }

    func fault() { state.withLock { $0.faults += 1 } }

    /// All of them, in a fixed order.
    var families: [MetricFamily] {
        let state = state.withLock { $0 }
        let checkIns = state.checkIns.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        return [
            MetricFamily(
                "qbsyncd_check_ins_total", .counter,
                "Check-ins of Web Connectors by what the timetable said.",
                samples: checkIns.map {
                    .init(labels: [("verdict", $0.key[0]), ("reason", $0.key[1])], value: Double($0.value))
                }),
            MetricFamily(
                "qbsyncd_conversations_total", .counter, "Conversations that ended, by state.", by: "state",
                state.ended.mapValues(Double.init)),
            MetricFamily(
                "qbsyncd_call_duration_seconds", .histogram, "Our own part of the calls of Web Connectors.",
                samples: state.calls.sorted { $0.key < $1.key }.flatMap {
                    $0.value.samples([("operation", $0.key)])
                }),
            MetricFamily(
                "qbsyncd_quickbooks_duration_seconds", .histogram,
                "From our question to the arrival of QuickBooks' answer.", samples: state.quickBooks.samples()
            ),
            MetricFamily(
                "qbsyncd_qbxml_bytes_total", .counter, "qbXML that was exchanged, by direction.",
                by: "direction", ["received": Double(state.received), "sent": Double(state.sent)]),
            MetricFamily(
                "qbsyncd_faults_total", .counter, "Calls that were answered with a SOAP fault.",
                Double(state.faults)),
        ]
    }
}

extension CheckIn {
    /// What was decided, and why in a word.
    var verdict: [String] {
        switch self {
        case .go(let trigger): ["go", trigger.rawValue]
        case .wait(_, let reason): ["wait", reason.code]
        case .refused(let code): ["refused", code]
        }
    }
}
