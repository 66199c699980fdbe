import Store
import Sync
import Synchronization
import Timetable

/// The part of the configuration that the API needs, of the moment in which a call comes.
struct ControlSettings: Sendable {
    var publicURL: String
    var tokens: APITokens
    private let sync: Configuration.Sync

    init(_ configuration: Configuration, tokens: APITokens) {
        publicURL = configuration.listen.publicURL
        self.tokens = tokens
        sync = configuration.sync
    }

    /// What a new connector gets where its maker says nothing. Made when one is made: every call has its
    /// settings, and hardly one asks for the machine's time zone.
    func defaults(title: String) -> ConnectorDraft {
        ConnectorDraft(
            title: title, intervalSeconds: sync.interval.seconds, window: sync.overnightShutdown,
            zone: sync.timeZone.zone(machine: MachineZone.current), morning: sync.morning,
            pollSeconds: sync.poll.seconds, pageSize: sync.pageSize, overlapSeconds: sync.overlap.seconds)
    }
}

/// The tokens of the API over TCP; a reload swaps them whole.
final class TokensInForce: Sendable {
    private let state: Mutex<APITokens>

    init(path: String?) throws {
        state = Mutex(try path.map { try APITokens(path: $0) } ?? APITokens())
    }

    var current: APITokens { state.withLock { $0 } }

    func reload(path: String?) throws {
        let fresh = try path.map { try APITokens(path: $0) } ?? APITokens()
        state.withLock { $0 = fresh }
    }
}

extension EndpointSettings {
    init(_ configuration: Configuration) {
        self.init(
            publicURL: configuration.listen.publicURL, bodyLimit: configuration.listen.bodyLimit.bytes,
            lockRule: LockRule(
                failures: configuration.login.failures, withinSeconds: configuration.login.within.seconds),
            silenceLimit: configuration.conversation.silenceLimit.seconds,
            policies: configuration.requests.policies.byCode,
            keepsExchanges: configuration.exchanges.keep.seconds > 0)
    }
}
