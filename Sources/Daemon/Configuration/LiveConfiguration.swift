import Synchronization

/// The settings in force. A reload replaces them whole, or leaves them as they are.
package final class LiveConfiguration: Sendable {
    private let state: Mutex<Configuration>
    /// Those of the start: what needs a restart still has these values.
    private let atStart: Configuration
    private let load: @Sendable () -> LoadedConfiguration

    /// - Parameter load: reads the settings again, from where the first ones came.
    package init(_ loaded: LoadedConfiguration, load: @escaping @Sendable () -> LoadedConfiguration) {
        atStart = loaded.configuration
        state = Mutex(loaded.configuration)
        self.load = load
    }

    package var current: Configuration { state.withLock { $0 } }

    /// What is written down now, in force or not: for the doctor.
    package func reading() -> (loaded: LoadedConfiguration, needRestart: [String]) {
        let loaded = load()
        return (loaded, Configuration.settingsNeedingRestart(from: atStart, to: loaded.configuration))
    }

    package enum Reload: Equatable, Sendable {
        /// New settings are in force, but those named act only after a restart.
        case taken(needRestart: [String], warnings: [ConfigurationFinding])
        /// The old ones stay, and this is why.
        case kept([ConfigurationFinding])
    }

    package func reload() -> Reload {
        let loaded = load()
        guard loaded.isUsable else { return .kept(loaded.findings) }
        state.withLock { $0 = loaded.configuration }
        return .taken(
            needRestart: Configuration.settingsNeedingRestart(from: atStart, to: loaded.configuration),
            warnings: loaded.findings)
    }
}

extension Configuration {
    /// Names of the settings that differ and act only at a start, in the order of the sample file.
    package static func settingsNeedingRestart(from old: Configuration, to new: Configuration) -> [String] {
        // Another certificate is taken as it comes; only beginning or ceasing to speak TLS changes the
        // listener.
        let startsOrStopsTLS = (old.listen.certificateFiles == nil) != (new.listen.certificateFiles == nil)
        return Setting.all.filter { setting in
            let isAtStartOnly = setting.needsRestart || setting.key.hasPrefix("tls_") && startsOrStopsTLS
            return isAtStartOnly && setting.show(old) != setting.show(new)
        }.map(\.name)
    }
}
