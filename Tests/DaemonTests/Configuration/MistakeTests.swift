import Testing

@testable import Daemon

@Suite("Mistakes in the configuration")
struct MistakeTests {
    private func load(_ text: String, _ environment: [String: String] = [:]) -> LoadedConfiguration {
        LoadedConfiguration(text: text, path: "/etc/q.toml", environment: environment)
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var text: String
        var line: Int
        var said: String
        var testDescription: String { said }

        init(_ text: String, _ line: Int, _ said: String) {
            (self.text, self.line, self.said) = (text, line, said)
        }
    }

    private static let mistakes: [Mistake] = [
        // Names.
        Mistake(
            "[listen]\nadress = \"x\"", 2,
            "listen.adress: there is no such setting. Did you mean listen.address?"),
        Mistake(
            "\n[lisen]\naddress = \"x\"", 2,
            "[lisen]: there is no such section; expected one of [listen], [store], [control], "
                + "[api], [metrics], [login], [conversation], [sync], [requests], [exchanges], [log]. "
                + "Did you mean [listen]?"),
        Mistake(
            "[store]\npoll = \"5m\"", 2,
            "store.poll: there is no such setting. Did you mean sync.poll?"),
        Mistake(
            "address = \"x\"", 1,
            "address: it stands above the first section, where no settings are. Did you mean "
                + "listen.address?"),
        Mistake(
            "[log]\nzebra_crossing = 1", 2,
            "log.zebra_crossing: there is no such setting."),
        Mistake(
            "listen = 5", 1,
            "listen: it is the number 5; expected the section [listen]."),
        Mistake(
            "[[log]]\nlevel = \"info\"", 1,
            "log: it is a list; expected the section [log]."),
        Mistake(
            "[sync.poll]\nevery = 1", 1,
            #"sync.poll: it is a table; expected a duration in quotes from "1m" to "1d"."#),
        // Types.
        Mistake(
            "[listen]\nidle_timeout = 60", 2,
            #"listen.idle_timeout: it is the number 60; expected a duration in quotes from "1s" "#
                + #"to "1h"."#),
        Mistake(
            "[sync]\npage_size = \"250\"", 2,
            #"sync.page_size: it is the text "250"; expected a whole number from 1 to 10000, "#
                + "without quotes."),
        Mistake(
            "[sync]\nmorning = true", 2,
            #"sync.morning: it is the boolean true; expected one of "automatic", "manual"."#),
        Mistake(
            "[sync]\noverlap = 2.5", 2,
            #"sync.overlap: it is the decimal number 2.5; expected a duration in quotes from "0s" "#
                + #"to "1d"."#),
        Mistake(
            "[sync]\novernight_shutdown = 22:00:00", 2,
            "sync.overnight_shutdown: it is a date or time without quotes; expected a time "
                + #"window such as "22:00-06:00", "22:00-06:00 Mon-Fri" or "none"."#),
        Mistake(
            "[listen]\ntrusted_proxies = \"10.0.0.1\"", 2,
            #"listen.trusted_proxies: it is the text "10.0.0.1"; expected a list of addresses or "#
                + #"networks such as ["10.0.0.7", "192.168.1.0/24"]."#),
        // Values.
        Mistake(
            "[listen]\ntrusted_proxies = [\"10.0.0.1\", \"proxy\"]", 2,
            #"listen.trusted_proxies: it contains the text "proxy", which is neither address nor "#
                + #"network; expected a list of addresses or networks such as ["10.0.0.7", "#
                + #""192.168.1.0/24"]."#),
        Mistake(
            "[listen]\nbody_limit = \"256\"", 2,
            #"listen.body_limit: it is the text "256"; expected a size in quotes from "1MB" to "#
                + #""4GB"."#),
        Mistake(
            "[listen]\nconnection_limit = 0", 2,
            "listen.connection_limit: it is the number 0; expected a whole number from 1 to "
                + "100000, without quotes."),
        Mistake(
            "[listen]\naddress = \"localhost\"", 2,
            #"listen.address: it is the text "localhost"; expected an address and a port such as "#
                + #""127.0.0.1:8180", "[::1]:8180" or "0.0.0.0:443"."#),
        Mistake(
            "[listen]\npublic_url = \"sync.example.com\"", 2,
            #"listen.public_url: it is the text "sync.example.com"; expected an address such as "#
                + #""https://sync.example.com"."#),
        Mistake(
            "[listen]\npublic_url = \"https://a.example/?b\"", 2,
            "listen.public_url: it may hold a host, a port and a path, nothing else; expected an "
                + #"address such as "https://sync.example.com"."#),
        Mistake(
            "[store]\nsynchronous = \"ful\"", 2,
            #"store.synchronous: it is the text "ful"; expected one of "full", "normal". Did you "#
                + #"mean "full"?"#),
        Mistake(
            "[store]\ndatabase = \"data.sqlite\"", 2,
            #"store.database: it is the text "data.sqlite"; expected an absolute path such as "#
                + #""/var/lib/qbsyncd/x"."#),
        Mistake(
            "[control]\nmode = \"0999\"", 2,
            #"control.mode: it is the text "0999"; expected permission bits in quotes such as "#
                + #""0660"."#),
        Mistake(
            "[control]\ngroup = \"\"", 2,
            #"control.group: it is the text ""; expected a name in quotes."#),
        Mistake(
            "[sync]\ntime_zone = \"America/Chigaco\"", 2,
            #"sync.time_zone: it is the text "America/Chigaco"; expected a time zone such as "#
                + #""America/Chicago", or "local" for this machine's own. Did you mean "#
                + #""America/Chicago"?"#),
        Mistake(
            "[sync]\npoll = \"5\"", 2,
            #"sync.poll: "5" has no unit. Write a number with its unit, like 2h, 90m, 300s or 1d. "#
                + #"Expected a duration in quotes from "1m" to "1d"."#),
        Mistake(
            "[sync]\ninterval = \"1m\"", 2,
            #"sync.interval: it is the text "1m"; expected a duration in quotes from "5m" to "7d"."#),
        // What only the whole shows.
        Mistake(
            "[sync]\ninterval = \"10m\"\npoll = \"15m\"", 3,
            "sync.poll: The poll interval (15m) is longer than the sync interval (10m): the Web "
                + "Connector would look in too seldom to keep it."),
        Mistake(
            "[listen]\naddress = \"0.0.0.0:80\"", 2,
            "listen.address: 0.0.0.0:80 would take passwords over plain HTTP from other "
                + "machines. Give tls_certificate and tls_key, or name the proxy that speaks TLS for "
                + "us in trusted_proxies, or listen on 127.0.0.1."),
        Mistake(
            "[listen]\ntls_key = \"/k\"", 2,
            "listen.tls_key: a key needs its certificate; expected listen.tls_certificate too."),
        Mistake(
            "[listen]\ntls_certificate = \"/c\"", 2,
            "listen.tls_certificate: a certificate needs its key; expected listen.tls_key too."),
        Mistake(
            "[api]\nlisten = \"127.0.0.1:1\"", 2,
            "api.listen: nobody could use it without a token; expected api.tokens_file too."),
        Mistake(
            "[api]\nlisten = \"127.0.0.1:8180\"\ntokens_file = \"/t\"", 2,
            "api.listen: listen.address is the same address."),
        Mistake(
            "[control]\nsocket = \"/var/lib/qbsyncd/qbsyncd.sqlite\"", 2,
            "control.socket: store.database is the same file."),
    ]

    @Test(
        "each names its line, its setting, what is wrong, what was expected, and the nearest right name",
        arguments: mistakes)
    func mistake(_ mistake: Mistake) {
        let loaded = load(mistake.text)
        #expect(loaded.findings.map(\.description) == ["/etc/q.toml:\(mistake.line): \(mistake.said)"])
        #expect(!loaded.isUsable)
    }

    @Test("all are said at once, from top to bottom")
    func allAtOnce() {
        let loaded = load(
            "[sync]\npoll = 1\nmoring = \"manual\"\n\n[listen]\naddress = 2\n\n[log]\nlevel = \"loud\"\n")
        #expect(
            loaded.findings.map(\.setting) == ["sync.poll", "sync.moring", "listen.address", "log.level"])
        #expect(
            loaded.findings.map(\.place) == [2, 3, 6, 9].map { .file(path: "/etc/q.toml", line: $0) })
    }

    @Test(
        "text that is not TOML is one finding with its line",
        arguments: [("[log]\nlevel = \n", 2), ("a = 1\na = 2", 2)])
    func syntax(_ text: String, _ line: Int) throws {
        let findings = load(text).findings
        #expect(findings.count == 1)
        #expect(findings.first?.place == .file(path: "/etc/q.toml", line: line))
        #expect(findings.first?.problem.hasPrefix("this is not TOML: ") == true)
    }

    @Test("what will not work as hoped is a warning, and the daemon starts with it")
    func warnings() {
        let texts = [
            ("[control]\nmode = \"0666\"", "everyone on this machine may command the daemon with 0666"),
            ("[listen]\npublic_url = \"https://192.0.2.7\"", "QBWC1001"),
            ("[listen]\npublic_url = \"http://sync.example.com\"", "QBWC1010"),
            ("[listen]\ntls_certificate = \"/c\"\ntls_key = \"/k\"", "this says http"),
        ]
        for (text, part) in texts {
            let loaded = load(text)
            #expect(loaded.isUsable)
            #expect(loaded.findings.map(\.severity) == [.warning])
            #expect(loaded.report.contains(": warning: ") && loaded.report.contains(part))
        }
        for fine in ["http://localhost:8180", "http://accounting:8180", "https://sync.example.com/qb/"] {
            #expect(load("[listen]\npublic_url = \"\(fine)\"").findings == [], "\(fine)")
        }
    }
}
