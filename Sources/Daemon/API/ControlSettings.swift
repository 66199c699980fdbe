import Store
import Sync
import Synchronization
import Timetable

/// The part of the configuration that the API needs, of the moment in which a call comes.
struct ControlSettings: Sendable {
    var publicURL: String
    var tokens: APITokens
    /// What a new connector gets where its maker says nothing; it still lacks its title.
    private var draft: ConnectorDraft

    init(_ configuration: Configuration, tokens: APITokens) {
        publicURL = configuration.listen.publicURL
        self.tokens = tokens
        let sync = configuration.sync
        draft = ConnectorDraft(
            title: "", intervalSeconds: sync.interval.seconds, window: sync.overnightShutdown,
            zone: sync.timeZone.zone(machine: MachineZone.current), morning: sync.morning,
            pollSeconds: sync.poll.seconds, pageSize: sync.pageSize, overlapSeconds: sync.overlap.seconds)
    }

    func defaults(title: String) -> ConnectorDraft {
        var draft = draft
        draft.title = title
        return draft
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
