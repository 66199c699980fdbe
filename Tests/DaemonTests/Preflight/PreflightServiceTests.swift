import API
import Crypto
import Foundation
import NIOCore
import Sync
import Synchronization
import Testing
import WebConnector

@testable import Daemon
@testable import Store

@Suite("The daemon's own look at its public address", .timeLimit(.minutes(10)))
struct PreflightServiceTests {
    private static func live(_ url: String) -> LiveConfiguration {
        let loaded = LoadedConfiguration(
            text: "[listen]\npublic_url = \"\(url)\"\n", path: "/x.toml", environment: [:])
        return LiveConfiguration(loaded) { loaded }
    }

    @Test("looks some minutes after the start, and what fails becomes a condition; nothing at localhost")
    func looks() async throws {
        let start = Date(timeIntervalSince1970: 1_795_269_900)
        let clock = Mutex(start)
        let watch = InstallationWatch()
        let asked = Mutex(0)
        let look = PreflightLook(
            lookup: NameLookup { _, _, _ in
                asked.withLock { $0 += 1 }
                throw NetworkTrouble.unknownHost("Name or service not known")
            }, now: { clock.withLock { $0 } })
        func service(_ url: String) -> PreflightService {
            PreflightService(
                live: Self.live(url), watch: watch, look: look, now: { clock.withLock { $0 } })
        }
        let url = "https://sync.example.test"
        await service(url).once(start: start)
        #expect(asked.withLock { $0 } == 0 && watch.facts.address == nil)
        clock.withLock { $0 = start.addingTimeInterval(721) }
        await service(url).once(start: start)
        #expect(asked.withLock { $0 } == 1)
        #expect(watch.facts.address?.failures.first?.contains("sync.example.test") == true)
        #expect(watch.preflight?.findings.map(\.step) == [.address, .dns])
        let later = start.addingTimeInterval(721 + 900)
        #expect(
            Examination([], watch.facts, now: later).findings.map(\.condition) == [.addressUnreachable])
        let doctor = Doctor(live: Self.live(url), watch: watch, now: later)
        let check = try #require(doctor.checks().first { $0.name == "reachability" })
        #expect(check.state == "error" && check.fix == "qbsyncctl preflight")
        #expect(check.sentence.contains("The name leads nowhere"))
        await service("http://localhost:8180").once(start: start)
        #expect(asked.withLock { $0 } == 1 && watch.facts.address == nil)
    }

    @Test("a stop does not wait for a network that does not answer")
    func stop() async throws {
        let (watch, gate) = (InstallationWatch(), Gate())
        let look = PreflightLook(
            lookup: NameLookup { _, _, _ in
                await gate.pass()
                throw NetworkTrouble.refused
            }, now: { MirrorScene.now })
        let service = PreflightService(
            live: Self.live("https://sync.example.test"), watch: watch, look: look, now: { MirrorScene.now })
        let minute = Task { await service.once(start: MirrorScene.now.addingTimeInterval(-3600)) }
        await gate.visitor()
        minute.cancel()
        await minute.value
        #expect(watch.preflight == nil, "nothing was seen yet")
        await gate.open()
    }

    @Test("a restart neither ends nor repeats what was told, until it has looked again")
    func restart() async throws {
        let database = try MirrorScene().database
        let url = "https://sync.example.test"
        let now = MirrorScene.now
        let before = InstallationWatch()
        let failing = PreflightTarget.addressFindings(appURL: "http://a.b", appSupport: "http://a.b")
        before.looked(
            at: url, failing, expiry: now.addingTimeInterval(9.5 * 86_400), now: now.addingTimeInterval(-3600)
        )
        let told = try database.transactNow {
            try $0.settleConditions(Examination([], before.facts, now: now).findings, at: now)
        }
        #expect(Set(told.began.map(\.condition)) == [.addressUnreachable, .certificateExpires])

        let after = InstallationWatch()
        after.remember(try await database.read { try $0.standingConditions() }, url: url)
        let again = try database.transactNow {
            try $0.settleConditions(Examination([], after.facts, now: now).findings, at: now)
        }
        #expect(again.began.isEmpty && again.ended.isEmpty)
        after.looked(at: url, [], expiry: now.addingTimeInterval(80 * 86_400), now: now)
        let repaired = try database.transactNow {
            try $0.settleConditions(Examination([], after.facts, now: now).findings, at: now)
        }
        #expect(repaired.ended.count == 2)
    }

    @Test("a token needs the right to decide, since this machine goes wherever it is told")
    func authority() async throws {
        func line(_ name: String, _ rest: String) -> String {
            let digest = SHA256.hash(data: Data(name.utf8)).map { String(format: "%02x", $0) }.joined()
            return "\(name):\(digest)\(rest)\n"
        }
        let tokens = APITokens.parse(line("web", "") + line("desk", ":decide")).tokens
        let database = try MirrorScene().database
        let asked = Mutex(0)
        var routes = ControlRoutes(
            database: database, settings: { ControlSettings(Configuration(), tokens: tokens) },
            journal: Journal(logger: ServedAPI.quiet), now: { MirrorScene.now })
        routes.look = PreflightLook(
            lookup: NameLookup { _, _, _ in
                asked.withLock { $0 += 1 }
                throw NetworkTrouble.unknownHost("Name or service not known")
            })
        let answers = try await ServedListener.run(routes: { [routes] in routes.routes(on: $0) }) {
            address, _ in
            var answers: [String] = []
            for token in ["web", "desk"] {
                let body = #"{"url":"https://sync.example.test"}"#
                answers.append(
                    try await Wire.open(address) { wire in
                        try await wire.send(
                            "POST /v1/preflight HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Authorization: Bearer \(token)\r\nContent-Type: application/json\r\n"
                                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
                        return try await wire.readToEnd()
                    })
            }
            return answers
        }
        #expect(answers[0].hasPrefix("HTTP/1.1 403") && asked.withLock { $0 } == 1)
        #expect(answers[1].hasPrefix("HTTP/1.1 200") && answers[1].contains(#""code":"QBWC1003""#))
    }

    @Test("two installations that are started together look at different times")
    func spread() {
        let seeds = Set((0..<200).map { PreflightService.seed("https://sync\($0).example.com") % 600 })
        #expect(seeds.count > 100)
        #expect(PreflightService.seed("a") == PreflightService.seed("a"))
    }
}
