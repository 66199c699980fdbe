import Foundation
import Testing

/// `make kill-rounds ROUNDS=200 SEED=7` makes more rounds than `make test` does, and tells what they came to.
@Suite("Requests and a daemon that is killed again and again", .serialized)
struct KillRoundTests {
    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    @Test("nothing that was acknowledged is lost, and nothing is done twice, whenever SIGKILL comes")
    func exactlyOnce() async throws {
        let asked = Self.number("QBSYNC_KILL_ROUNDS")
        let seed = Self.number("QBSYNC_SEED") ?? 1
        let rounds = try await KillRounds(seed: seed)
        try await rounds.run(rounds: Int(asked ?? 12))
        #expect(
            rounds.findings.isEmpty,
            "make kill-rounds SEED=\(seed) ROUNDS=\(rounds.round)\n\(rounds.daemon.log)")
        guard asked != nil else { return }
        let told = try await rounds.requests()
        let states = Dictionary(grouping: told, by: \.state).sorted { $0.key < $1.key }
            .map { "\($0.value.count) \($0.key)" }
        print(
            """
            kill-rounds, seed \(seed): \(rounds.round) rounds, \(rounds.kills) kills \
            (\(rounds.killsWithinCalls) within a call, \(rounds.answersLost) of its answers lost), \
            \(rounds.faults) faults beside, \(told.count) requests (\(states.joined(separator: ", "))), \
            \(rounds.repeats) calls repeated under their key, \(rounds.findings.count) findings
            """)
    }
}
