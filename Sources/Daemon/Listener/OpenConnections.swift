import NIOCore
import Synchronization

/// The connections of one listener that are open now, so that a stop can ask them to finish and later insist.
final class OpenConnections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isQuiescing = false
    }
    private let state = Mutex(State())

    /// - Returns: whether the stop has begun: the connection was accepted in that very moment, and is to be
    ///   asked to finish like the others.
    func add(_ channel: any Channel) -> Bool {
        let isLate = state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = channel
            return state.isQuiescing
        }
        channel.closeFuture.whenComplete { _ in
            self.state.withLock { $0.channels[ObjectIdentifier(channel)] = nil }
        }
        return isLate
    }

    var count: Int { state.withLock { $0.channels.count } }

    /// Idle connections close in a moment, the others after the answer they are working on.
    func quiesce() {
        let channels = state.withLock { state in
            state.isQuiescing = true
            return Array(state.channels.values)
        }
        for channel in channels {
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }

    func closeAll() {
        for channel in state.withLock({ Array($0.channels.values) }) { channel.close(promise: nil) }
    }
}
