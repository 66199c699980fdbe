import Logging
import Timetable

extension Setting {
    /// Every setting there is, in the order of the sample file.
    static let all: [Setting] = [
        Setting("listen.address", \.listen.address, .address, needsRestart: true),
        Setting("listen.tls_certificate", \.listen.tlsCertificate, .optional(.secretPath)),
        Setting("listen.tls_key", \.listen.tlsKey, .optional(.secretPath)),
        Setting("listen.public_url", \.listen.publicURL, .publicURL),
        Setting("listen.trusted_proxies", \.listen.trustedProxies, .networks),
        // QuickBooks' answers are some megabytes each; below one, ordinary pages would be refused.
        Setting("listen.body_limit", \.listen.bodyLimit, .size(1 << 20...4 << 30)),
        Setting("listen.idle_timeout", \.listen.idleTimeout, .span(1...3600)),
        Setting("listen.connection_limit", \.listen.connectionLimit, .count(1...100_000), needsRestart: true),

        Setting("store.database", \.store.database, .path, needsRestart: true),
        Setting("store.synchronous", \.store.synchronous, .choice, needsRestart: true),

        Setting("control.socket", \.control.socket, .path, needsRestart: true),
        Setting("control.group", \.control.group, .name, needsRestart: true),
        Setting("control.mode", \.control.mode, .mode, needsRestart: true),

        Setting("api.listen", \.api.listen, .optional(.address), needsRestart: true),
        Setting("api.tokens_file", \.api.tokensFile, .optional(.secretPath)),

        Setting("metrics.listen", \.metrics.listen, .optional(.address), needsRestart: true),

        Setting("login.failures", \.login.failures, .count(1...1000)),
        Setting("login.within", \.login.within, .span(60...7 * 86_400)),

        Setting("conversation.silence_limit", \.conversation.silenceLimit, .span(60...7 * 86_400)),
        Setting("conversation.keep_history", \.conversation.keepHistory, .span(86_400...Span.longest)),

        Setting("sync.interval", \.sync.interval, .span(Rule.intervals)),
        Setting("sync.overnight_shutdown", \.sync.overnightShutdown, .window),
        Setting("sync.time_zone", \.sync.timeZone, .zone),
        Setting("sync.poll", \.sync.poll, .span(Rule.polls)),
        Setting("sync.morning", \.sync.morning, .choice),
        Setting("sync.page_size", \.sync.pageSize, .count(1...10_000)),
        Setting("sync.overlap", \.sync.overlap, .span(0...86_400)),

        Setting("requests.policies", \.requests.policies, .policies),

        Setting("exchanges.keep", \.exchanges.keep, .span(0...90 * 86_400)),
        Setting("exchanges.limit", \.exchanges.limit, .size(1 << 20...1 << 40)),

        Setting("log.level", \.log.level, .choice, needsRestart: true),
    ]
}
