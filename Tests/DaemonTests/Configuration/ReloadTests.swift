import Logging
import Synchronization
import Testing
import Timetable

@testable import Daemon

@Suite("Reloading")
struct ReloadTests {
    /// A file that changes under the daemon's feet.
    private final class Text: Sendable {
        private let text: Mutex<String>
        init(_ text: String) { self.text = Mutex(text) }
        func write(_ new: String) { text.withLock { $0 = new } }
        func load() -> LoadedConfiguration {
            LoadedConfiguration(text: text.withLock { $0 }, path: "/etc/q.toml", environment: [:])
        }
    }

    @Test("new settings are taken whole, and those that wait for a restart are named in order")
    func taken() {
        let text = Text("")
        let live = LiveConfiguration(text.load(), load: text.load)
        text.write(
            "[listen]\nidle_timeout = \"5s\"\naddress = \"127.0.0.1:1\"\n[store]\nsynchronous = \"normal\"")
        #expect(live.reload() == .taken(needRestart: ["listen.address", "store.synchronous"], warnings: []))
        #expect(live.current.listen.idleTimeout == Span(seconds: 5))
        // The listener has its old address still: a second reload says so again.
        text.write("[listen]\naddress = \"127.0.0.1:1\"")
        #expect(live.reload() == .taken(needRestart: ["listen.address"], warnings: []))
        #expect(live.current.listen.idleTimeout == Span(seconds: 60))
    }

    @Test("broken settings change nothing and say why")
    func kept() {
        let text = Text("[log]\nlevel = \"debug\"")
        let live = LiveConfiguration(text.load(), load: text.load)
        text.write("[log]\nlevel = \"info\"\nlevle = 1\n[login]\nfailures = 9")
        guard case .kept(let findings) = live.reload() else {
            Issue.record("The broken settings were taken.")
            return
        }
        #expect(findings.map(\.setting) == ["log.levle"])
        #expect(live.current.log.level == .debug)
        #expect(live.current.login.failures == 5)
    }

    @Test("another certificate needs no restart; beginning or ceasing to speak TLS does")
    func certificates() {
        func configuration(_ certificate: String?, _ key: String?) -> Configuration {
            var configuration = Configuration()
            configuration.listen.tlsCertificate = certificate
            configuration.listen.tlsKey = key
            return configuration
        }
        let (plain, one, two) = (
            configuration(nil, nil), configuration("/a", "/b"), configuration("/c", "/d")
        )
        #expect(Configuration.settingsNeedingRestart(from: one, to: two) == [])
        let both = ["listen.tls_certificate", "listen.tls_key"]
        #expect(Configuration.settingsNeedingRestart(from: plain, to: one) == both)
        #expect(Configuration.settingsNeedingRestart(from: one, to: plain) == both)
    }
}
