import Foundation
import Logging
import QBXML
import Testing
import Timetable

@testable import Daemon

@Suite("Reading the configuration")
struct LoadingTests {
    private func load(_ text: String?, _ environment: [String: String] = [:]) -> LoadedConfiguration {
        LoadedConfiguration(text: text, path: "/etc/q.toml", environment: environment)
    }

    @Test("every value is taken as it is written")
    func values() throws {
        let loaded = load(
            """
            [listen]
            address = "[::1]:443"
            public_url = "https://sync.example.com/"
            trusted_proxies = ["10.0.0.0/8", "::1"]
            body_limit = "1GiB"
            idle_timeout = "1m30s"
            [store]
            synchronous = "normal"
            [control]
            mode = "600"
            [login]
            failures = 3
            [sync]
            overnight_shutdown = "none"
            time_zone = "America/Chicago"
            morning = "manual"
            [log]
            level = "debug"
            """)
        #expect(loaded.findings == [])
        let configuration = loaded.configuration
        #expect(configuration.listen.address == ListenAddress(host: "::1", port: 443))
        #expect(configuration.listen.publicURL == "https://sync.example.com")
        #expect(configuration.listen.trustedProxies.networks.map(\.description) == ["10.0.0.0/8", "::1"])
        #expect(configuration.listen.bodyLimit.bytes == 1 << 30)
        #expect(configuration.listen.idleTimeout.seconds == 90)
        #expect(configuration.store.synchronous == .normal)
        #expect(configuration.control.mode.bits == 0o600)
        #expect(configuration.login.failures == 3)
        #expect(configuration.sync.overnightShutdown == nil)
        #expect(configuration.sync.timeZone == .named(try #require(Zone(identifier: "America/Chicago"))))
        #expect(configuration.sync.timeZone.zone(machine: .utc).identifier == "America/Chicago")
        #expect(ZoneChoice.machine.zone(machine: .utc) == .utc)
        #expect(configuration.sync.morning == .manual)
        #expect(configuration.log.level == .debug)
    }

    @Test("dotted keys and inline tables are the same settings")
    func otherForms() {
        let loaded = load("log.level = \"debug\"\nlogin = { failures = 7, within = \"1h\" }")
        #expect(loaded.findings == [])
        #expect(loaded.configuration.log.level == .debug)
        #expect(loaded.configuration.login == Configuration.Login(failures: 7, within: Span(seconds: 3600)))
    }

    @Test("the environment wins over the file, and knows where each value came from")
    func environment() {
        let variables = [
            "QBSYNCD_LISTEN_ADDRESS": "127.0.0.1:9000", "QBSYNCD_SYNC_PAGE_SIZE": "100",
            "QBSYNCD_LISTEN_TRUSTED_PROXIES": "10.0.0.1, 10.0.0.2", "PATH": "/bin",
            "QBSYNCD_SERVER": "http://elsewhere:1",
        ]
        let loaded = load("[listen]\naddress = \"127.0.0.1:1\"\nidle_timeout = \"5s\"", variables)
        #expect(loaded.findings == [])
        #expect(loaded.configuration.listen.address.port == 9000)
        #expect(loaded.configuration.sync.pageSize == 100)
        #expect(loaded.configuration.listen.trustedProxies.networks.count == 2)
        #expect(loaded.origins["listen.address"] == .environment)
        #expect(loaded.origins["listen.idle_timeout"] == .file)
        #expect(loaded.origins["store.database"] == nil)
        let empty = load(nil, ["QBSYNCD_LISTEN_TRUSTED_PROXIES": "", "QBSYNCD_API_LISTEN": ""])
        #expect(empty.findings == [])
        #expect(empty.configuration == Configuration())
    }

    @Test("mistakes in the environment name the variable, and a good value there heals a bad one in the file")
    func environmentMistakes() {
        let bad = load(
            nil, ["QBSYNCD_LISTEN_ADRESS": "x", "QBSYNCD_SYNC_POLL": "5", "QBSYNCD_LOGIN_FAILURES": "many"])
        #expect(
            bad.findings.map(\.description) == [
                "environment variable QBSYNCD_LISTEN_ADRESS: no setting has this name. "
                    + "Did you mean QBSYNCD_LISTEN_ADDRESS?",
                "environment variable QBSYNCD_LOGIN_FAILURES: login.failures: it is the text \"many\"; "
                    + "expected a whole "
                    + "number from 1 to 1000, without quotes.",
                "environment variable QBSYNCD_SYNC_POLL: sync.poll: \"5\" has no unit. "
                    + "Write a number with its unit, like "
                    + "2h, 90m, 300s or 1d. Expected a duration in quotes from \"1m\" to \"1d\".",
            ])
        #expect(load("[log]\nlevel = 1", ["QBSYNCD_LOG_LEVEL": "debug"]).findings == [])
        let whole = load(nil, ["QBSYNCD_LISTEN_ADDRESS": "0.0.0.0:80"])
        #expect(whole.findings.map(\.place) == [.environment(name: "QBSYNCD_LISTEN_ADDRESS")])
    }

    @Test("no two settings have one variable")
    func variables() {
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
    }

    @Test("a missing file is fine at the usual place and a mistake where a person named it")
    func missingFile() {
        let path = "/nonexistent/qbsyncd.toml"
        #expect(LoadedConfiguration(path: path, isExplicit: false, environment: [:]).findings == [])
        let named = LoadedConfiguration(path: path, isExplicit: true, environment: [:])
        #expect(named.findings.map(\.description) == ["\(path): the file does not exist."])
        let folder = LoadedConfiguration(path: "/tmp", isExplicit: false, environment: [:])
        #expect(folder.findings.map(\.description) == ["/tmp: the file is a folder, not a file."])
    }

    @Test("a file that is not UTF-8 is a mistake")
    func encoding() throws {
        let path = NSTemporaryDirectory() + "qbsyncd-\(UUID().uuidString).toml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data([0x5b, 0xff, 0x5d]).write(to: URL(fileURLWithPath: path))
        let loaded = LoadedConfiguration(path: path, isExplicit: true, environment: [:])
        #expect(loaded.findings.map(\.problem) == ["the file is not valid UTF-8"])
        #expect(!loaded.isUsable)
    }

    @Test("what --show prints is read again as the same settings")
    func roundTrip() {
        let text = """
            [listen]
            public_url = "https://sync.example.com"
            trusted_proxies = ["10.0.0.0/8"]
            [sync]
            overnight_shutdown = "21:30-05:15 Mon-Fri"
            time_zone = "Europe/Berlin"
            overlap = "0s"
            """
        let loaded = load(text)
        #expect(loaded.findings == [])
        #expect(load(loaded.effectiveTOML).configuration == loaded.configuration)
        #expect(loaded.effectiveTOML.contains("time_zone = \"Europe/Berlin\"  # from the file\n"))
        #expect(loaded.report == "q.toml: fine")
    }

    @Test("what --json prints holds findings and settings by their own names")
    func json() throws {
        struct Report: Decodable {
            struct Finding: Decodable {
                var severity: String
                var line: Int?
                var setting: String?
                var nearest: String?
            }
            struct Sync: Decodable {
                var page_size: Int
                var overnight_shutdown: String
            }
            struct Settings: Decodable { var sync: Sync }
            var ok: Bool
            var findings: [Finding]
            var settings: Settings
        }
        let loaded = load("[sync]\npage_size = 9\nmoring = 1")
        let report = try JSONDecoder().decode(Report.self, from: Data(loaded.effectiveJSON.utf8))
        #expect(!report.ok)
        #expect(report.settings.sync.page_size == 9)
        #expect(report.settings.sync.overnight_shutdown == "22:00-06:00")
        let finding = try #require(report.findings.first)
        #expect(finding.severity == "error" && finding.line == 3)
        #expect(finding.setting == "sync.moring" && finding.nearest == "sync.morning")
    }

    @Test("sizes, modes and addresses keep their meaning when written and read")
    func smallForms() {
        for (text, bytes) in [
            ("1500B", 1500), ("64KB", 65_536), ("256 mb", 256 << 20), ("2GiB", 2 << 30), ("0B", 0),
        ] {
            #expect(ByteCount(text)?.bytes == bytes, "\(text)")
            #expect(ByteCount(ByteCount(bytes: bytes).description)?.bytes == bytes)
        }
        for bad in ["", "MB", "12", "1.5GB", "-1MB", "1TB", "99999999999999999999GB", "9999999999GB"] {
            #expect(ByteCount(bad) == nil, "\(bad)")
        }
        #expect(FileMode("0660")?.description == "0660")
        #expect(["0680", "66", "06600", "", "rw-"].allSatisfy { FileMode($0) == nil })
        for good in ["127.0.0.1:0", "[::1]:8180", "localhost:65535", "0.0.0.0:443"] {
            #expect(ListenAddress(good)?.description == good)
        }
        for bad in [
            "127.0.0.1", "::1:8180", "[127.0.0.1]:1", "host.example:1", "127.0.0.1:65536", ":80",
            "1.2.3.4:-1",
        ] {
            #expect(ListenAddress(bad) == nil, "\(bad)")
        }
        #expect(ListenAddress("127.8.8.8:1")?.isLoopback == true)
        #expect(ListenAddress("[::]:1")?.isLoopback == false)
    }

    @Test("the nearest name is found across one slip or two, and nothing is guessed beyond")
    func spelling() {
        #expect(Spelling.distance(Array("poll"), Array("pol")) == 1)
        #expect(Spelling.distance(Array("levle"), Array("level")) == 1)
        #expect(Spelling.distance(Array(""), Array("abc")) == 3)
        #expect(Spelling.nearest(to: "Adress", among: ["address", "adder"]) == "address")
        #expect(Spelling.nearest(to: "zebra", among: ["address", "level"]) == nil)
        let long = String(repeating: "a", count: 101)
        #expect(Spelling.nearest(to: long, among: [long]) == nil)
    }
}
