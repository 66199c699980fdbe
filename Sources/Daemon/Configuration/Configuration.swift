package import Logging
package import Timetable
import WebConnector

/// All settings of the daemon as one value: taken whole or not at all, at the start and at each reload.
///
/// The defaults stand here and nowhere else; `etc/qbsyncd/qbsyncd.toml` shows them, and a test keeps the two
/// together.
package struct Configuration: Equatable, Sendable {
    package var listen = Listen()
    package var store = Store()
    package var control = Control()
    package var api = API()
    package var metrics = Metrics()
    package var login = Login()
    package var conversation = Conversation()
    package var sync = Sync()
    package var requests = Requests()
    package var exchanges = Exchanges()
    package var log = Log()

    package init() {}

    /// Where it is looked for when `--config` says nothing else.
    package static let standardPath = "/etc/qbsyncd/qbsyncd.toml"
}

extension Configuration {
    /// `[listen]`: the door for the Web Connector.
    package struct Listen: Equatable, Sendable {
        package var address = ListenAddress(host: "127.0.0.1", port: 8180)
        /// PEM files; both or neither. With them the address speaks TLS only.
        package var tlsCertificate: String?
        package var tlsKey: String?
        /// What the Web Connector is told to call, without a slash at its end.
        package var publicURL = "http://localhost:8180"
        package var trustedProxies = TrustedProxies.none
        package var bodyLimit = ByteCount(bytes: 256 << 20)
        package var idleTimeout = Span(seconds: 60)
        package var connectionLimit = 1024

        /// Somebody beyond this machine is told to come.
        package var isPublic: Bool { !(PreflightTarget.Place(publicURL)?.isLocalhost ?? false) }
    }

    /// `[store]`: the SQLite file.
    package struct Store: Equatable, Sendable {
        package var database = "/var/lib/qbsyncd/qbsyncd.sqlite"
        package var synchronous = Synchronous.full

        package enum Synchronous: String, CaseIterable, Sendable {
            /// What was answered survives a power cut.
            case full
            /// It survives our own crash only.
            case normal
        }
    }

    /// `[control]`: the unix socket that `qbsyncctl` speaks to.
    package struct Control: Equatable, Sendable {
        package var socket = "/run/qbsyncd/control.sock"
        package var group = "qbsyncd"
        package var mode = FileMode(bits: 0o660)
    }

    /// `[api]`: the same words over TCP, for bearers of tokens.
    package struct API: Equatable, Sendable {
        /// Nil: off.
        package var listen: ListenAddress?
        /// Lines `name:sha256hex`.
        package var tokensFile: String?
    }

    /// `[metrics]`: `/healthz`, `/readyz` and `/metrics` without a token, for this machine.
    package struct Metrics: Equatable, Sendable {
        /// Nil: off; they are on the control socket all the same.
        package var listen: ListenAddress?
    }

    /// `[login]`: when wrong passwords lock a user.
    package struct Login: Equatable, Sendable {
        package var failures = 5
        package var within = Span(seconds: 15 * 60)
    }

    /// `[conversation]`
    package struct Conversation: Equatable, Sendable {
        /// A conversation in which nothing was heard for so long has lost its client.
        package var silenceLimit = Span(seconds: 30 * 60)
        /// How long ended conversations are kept; the last ten of each connector always are.
        package var keepHistory = Span(seconds: 90 * 86_400)
    }

    /// `[sync]`: what a new connector begins with.
    package struct Sync: Equatable, Sendable {
        package var interval = Span(seconds: Rule.standardInterval)
        /// Nil: none.
        package var overnightShutdown: Window? = try? Window(start: 22 * 3600, end: 6 * 3600)
        package var timeZone = ZoneChoice.machine
        package var poll = Span(seconds: Rule.standardPoll)
        package var morning = Morning.automatic
        package var pageSize = 250
        package var overlap = Span(seconds: 5 * 60)
    }

    /// `[requests]`
    package struct Requests: Equatable, Sendable {
        package var policies = StatusPolicies.none
    }

    /// `[exchanges]`: what the Web Connector and we said to each other.
    package struct Exchanges: Equatable, Sendable {
        /// None: nothing is kept, and what there is goes.
        package var keep = Span(seconds: 3 * 86_400)
        /// What all of them may take up.
        package var limit = ByteCount(bytes: 256 << 20)
    }

    /// `[log]`
    package struct Log: Equatable, Sendable {
        package var level = Logger.Level.info
    }
}

/// An address and port to listen on: `127.0.0.1:8180`, `[::1]:8180`, `localhost:8180`.
package struct ListenAddress: Equatable, Sendable, CustomStringConvertible {
    package var host: String
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// A name other than `localhost` is refused: what it means could change between two starts.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        let host = String(text[..<colon])
        if host == "localhost" {
            self.init(host: host, port: Int(port))
        } else {
            // Without its brackets an IPv6 address swallows the port.
            guard host.contains(":") == host.hasPrefix("["), let address = IPAddress(host) else { return nil }
            self.init(host: "\(address)", port: Int(port))
        }
    }

    package var isLoopback: Bool { host == "localhost" || IPAddress(host)?.isLoopback == true }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// A time zone of the settings: a named one, or whatever this machine has.
package enum ZoneChoice: Equatable, Sendable {
    case machine
    case named(Zone)

    /// - Parameter machine: the machine's own zone, which the shell reads.
    package func zone(machine: Zone) -> Zone {
        switch self {
        case .machine: machine
        case .named(let zone): zone
        }
    }
}
