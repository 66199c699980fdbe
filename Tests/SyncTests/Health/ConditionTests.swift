import FoundationEssentials
import Sync
import Testing
import Timetable

@Suite("Conditions")
struct ConditionTests {
    /// For each condition somebody who has it. The switch is exhaustive: a new case has to say how it comes.
    private func scene(with condition: Condition) -> HealthScene {
        var scene = HealthScene()
        switch condition {
        case .databaseTrouble, .diskNearlyFull, .filesShort, .journalUnwritable, .clockJumped,
            .certificateExpires, .databaseRestored, .addressUnreachable:
            give(condition, to: &scene.installation, at: scene)
        case .userLocked:
            scene.health.facts.users = [
                User(name: "kim", connectorID: 1, lockedAt: scene.ago(5), createdAt: scene.ago(900))
            ]
        case .wrongPassword: scene.ended("wrong-password", minutes: 0.5, repeats: 3)
        case .twoInstalls: scene.ended("another-computer", minutes: 0.5)
        case .wrongCompanyFile: scene.ended("wrong-company-file", minutes: 30)
        case .autoRunOff: scene.health.facts.rhythm = Rhythm(gaps: [9000, 70_000, 20_000])
        case .asleep:
            scene.heard(200)
            let hour = SleepPattern.hour(of: scene.now)
            scene.health.heard = SleepPattern(heard: Set((1...5).map { hour - 24 * $0 - 6 }))
        case .quiet: scene.heard(200)
        case .neverCheckedIn: scene.heard(nil)
        case .quickBooksDialog: scene.ended("quickbooks-unavailable", hresult: "0x80040414", minutes: 30)
        case .anotherCompanyOpen: scene.ended("quickbooks-unavailable", hresult: "0x8004040A", minutes: 30)
        case .quickBooksPermission: scene.ended("quickbooks-unavailable", hresult: "0x8004041A", minutes: 30)
        case .quickBooksBusy: scene.ended("quickbooks-unavailable", hresult: "0x80040422", minutes: 90)
        case .quickBooksUnavailable: scene.ended("quickbooks-unavailable", hresult: "0x80040408", minutes: 30)
        case .syncOverdue: scene.health.facts.history.lastRunStart = scene.ago(300)
        case .nightWindow:
            scene.health.facts.connector.rule.window = try? Window(start: 17 * 3600, end: 19 * 3600)
        case .paused: scene.health.facts.history.pause = Pause(since: scene.ago(9), by: "ann")
        case .disabled: scene.health.facts.connector.disabledAt = scene.ago(9)
        default: give(condition, to: &scene)
        }
        return scene
    }

    private func give(_ condition: Condition, to facts: inout InstallationFacts, at scene: HealthScene) {
        let trouble = InstallationFacts.Trouble(
            since: scene.ago(9), lastAt: scene.ago(1), sentence: "It fails.")
        switch condition {
        case .databaseTrouble: facts.databaseFault = trouble
        case .diskNearlyFull:
            facts.disk = DiskRoom(
                path: "/var", freeBytes: 30 << 20, totalBytes: 100 << 30, shortSince: scene.ago(3))
        case .filesShort: facts.files = OpenFiles(used: 950, limit: 1000, shortSince: scene.ago(3))
        case .journalUnwritable: facts.journalFault = trouble
        case .clockJumped: facts.clockJump = ClockJump(seconds: -7200, at: scene.ago(3))
        case .databaseRestored:
            facts.restored = RestoredDatabase(
                restoredAt: scene.ago(3), copiedAt: scene.ago(900), inDoubt: 2)
        case .addressUnreachable:
            facts.address = AddressLook(
                url: "https://sync.example.com", at: scene.ago(3), failingSince: scene.ago(30),
                failure: "The certificate has another name. (QBWC1048.)", expiry: nil)
        default:
            facts.certificate = CertificateTerm(
                path: "/etc/cert.pem", expiry: scene.now.addingTimeInterval(3.5 * 86_400))
        }
    }

    private func give(_ condition: Condition, to scene: inout HealthScene) {
        let troubled = TroubledCategory(
            category: "invoices", since: scene.ago(900), lastSeen: scene.ago(20), sentence: "No permission.")
        switch condition {
        case .permissionLost: scene.health.lost = [troubled]
        case .categoryFailing: scene.health.failing = [troubled]
        case .sourceStopped:
            scene.health.stopped = [
                StoppedSource(source: "shop", since: scene.ago(20), sentence: "It asked five times.")
            ]
        case .requestsStuck:
            scene.health.stuck = StuckRequests(
                count: 3, parents: 1, behind: "CustomerAdd req_1", state: .cancelled, since: scene.ago(20))
        case .requestsUnknown: scene.health.unknown = UnknownRequests(count: 2, since: scene.ago(50))
        case .queueGrowing:
            scene.health.queue = QueueLength(count: 40, oldest: scene.ago(600), arrived: 60, left: 20)
        case .versionTooOld:
            scene.health.versions = ClientVersions(webConnector: "2.0.0.139", webConnectorSeen: scene.ago(90))
        default: scene.health.clock = ClockReading(ahead: 900, seenAt: scene.ago(30), since: scene.ago(700))
        }
    }

    @Test(
        "can each be had, and each says what is so, what was seen, and whose move it is",
        arguments: Condition.allCases)
    func each(_ condition: Condition) throws {
        let findings = scene(with: condition).findings
        let finding = try #require(findings.first { $0.condition == condition }, "\(findings)")
        #expect(finding.sentence.hasSuffix(".") || finding.sentence.hasSuffix(")"), "\(finding.sentence)")
        #expect(!finding.seen.isEmpty)
        #expect(finding.seen.allSatisfy { $0.what.count > 8 })
        #expect((finding.connector == nil) == condition.isOfInstallation)
        #expect(finding.since <= HealthScene().now)
    }

    @Test("of a connector with which all is well are none")
    func well() { #expect(HealthScene().findings.isEmpty) }

    @Test("are declared with a title, a meaning and a fix, in sentences", arguments: Condition.allCases)
    func declared(_ condition: Condition) {
        let text = condition.text
        #expect(!text.title.hasSuffix("."))
        #expect(text.meaning.hasSuffix("."))
        #expect(!text.fix.isEmpty)
        #expect(Condition.allCases.filter { $0.text.title == text.title }.count == 1)
    }

    @Test("are told gravest first, and once for each subject")
    func ranked() {
        var scene = scene(with: .paused)
        scene.ended("wrong-password", minutes: 0.5)
        scene.health.lost = ["bills", "invoices"].map {
            TroubledCategory(category: $0, since: scene.ago(9), lastSeen: scene.ago(9), sentence: "No.")
        }
        #expect(scene.conditions == [.wrongPassword, .permissionLost, .permissionLost, .paused])
        #expect(scene.findings.map(\.key)[1...2] == ["permission-lost:bills", "permission-lost:invoices"])
    }

    @Test("who was turned away has come: of a wrong password nobody hears that no one ever checked in")
    func turnedAway() {
        var scene = scene(with: .neverCheckedIn)
        #expect(scene.conditions == [.neverCheckedIn])
        scene.ended("wrong-password", minutes: 0.5)
        scene.heard(nil)
        #expect(scene.conditions == [.wrongPassword])
    }

    @Test("quiet counts the check-ins that are missing by the rhythm that was learned, not by the file")
    func quietByRhythm() {
        var scene = HealthScene()
        scene.health.facts.rhythm = Rhythm(gaps: Array(repeating: 3600, count: 8))
        scene.heard(150)
        #expect(scene.findings.isEmpty, "three hours may pass at one an hour")
        scene.heard(200)
        #expect(scene.conditions == [.quiet])
        #expect(
            scene.seen(.quiet).contains("3 check-ins did not come, at one every 1 hour as it did before."))
    }

    @Test("who asks why nothing happens while a window is open in QuickBooks hears where to close it")
    func dialog() {
        var scene = HealthScene()
        scene.ended("quickbooks-unavailable", hresult: "0x80040414", minutes: 5)
        let diagnosis = Diagnosis(scene.health.facts, now: scene.now)
        #expect(diagnosis.fix == "Answer or close the window that is open in QuickBooks on FRONTDESK.")
        scene = HealthScene()
        scene.ended("session-lost", hresult: "0x80040414", minutes: 15)
        #expect(Diagnosis(scene.health.facts, now: scene.now).fix == diagnosis.fix)
        #expect(scene.conditions == [.quickBooksDialog])
        scene.ended("session-lost", hresult: "0x80040420", minutes: 1)
        #expect(scene.findings.isEmpty)
    }

    @Test("a window in QuickBooks that closes within ten minutes is nobody's business")
    func grace() {
        var scene = HealthScene()
        scene.ended("quickbooks-unavailable", hresult: "0x80040414", minutes: 5)
        #expect(scene.findings.isEmpty)
        // The first of a row counts.
        scene = HealthScene()
        scene.ended("quickbooks-unavailable", hresult: "0x80040414", minutes: 40)
        scene.ended("quickbooks-unavailable", hresult: "0x80040414", minutes: 1)
        #expect(scene.conditions == [.quickBooksDialog])
        #expect(scene.findings.first?.since == scene.ago(40))
    }

    @Test("a window that opens in the midst of a conversation is told as one that was open before it")
    func windowMeanwhile() {
        var scene = HealthScene()
        scene.ended("session-lost", hresult: "0x80040414", minutes: 40)
        #expect(scene.conditions == [.quickBooksDialog])
        scene = HealthScene()
        scene.ended("session-lost", hresult: "0x80010108", minutes: 40)
        #expect(scene.conditions.isEmpty, "a session that is gone comes again with the next one")
    }

    @Test("a category that failed once is none, and one without permission is told as that alone")
    func categories() {
        var scene = HealthScene()
        let once = TroubledCategory(
            category: "bills", since: scene.ago(9), lastSeen: scene.ago(9), sentence: "No.")
        scene.health.failing = [once]
        #expect(scene.findings.isEmpty)
        scene.health.failing = [
            TroubledCategory(category: "bills", since: scene.ago(90), lastSeen: scene.ago(9), sentence: "No.")
        ]
        scene.health.lost = [once]
        #expect(scene.conditions == [.permissionLost])
    }

    @Test("a queue that drains is none, however old its head is")
    func drainingQueue() {
        var scene = HealthScene()
        scene.health.queue = QueueLength(count: 4000, oldest: scene.ago(600), arrived: 100, left: 900)
        #expect(scene.findings.isEmpty)
    }

    @Test("the clock of Windows is read as UTC or as the office's wall time, whichever is nearer")
    func clock() throws {
        let chicago = try #require(Zone(identifier: "America/Chicago"))
        let now = Date.noon
        let utc = Int(now.timeIntervalSince1970)
        #expect(ClockReading.ahead(lockedAt: utc + 400, zone: chicago, now: now) == 400)
        let offset =
            Int(now.timeIntervalSince1970)
            - Int(chicago.instant(reaching: .init(seconds: utc)).timeIntervalSince1970)
        #expect(ClockReading.ahead(lockedAt: utc + offset - 30, zone: chicago, now: now) == -30)
    }

    @Test("a disk is short when it is spent, however small it is")
    func smallDisk() {
        let small = DiskRoom(path: "/var", freeBytes: 50 << 20, totalBytes: 90 << 20)
        #expect(small.isSpent && small.isShort)
        #expect(!DiskRoom(path: "/var", freeBytes: 2 << 30, totalBytes: 100 << 30).isShort)
        #expect(DiskRoom(path: "/var", freeBytes: 1 << 29, totalBytes: 100 << 30).isShort)
    }

    @Test("a disabled connector has nothing else")
    func disabled() {
        var scene = scene(with: .disabled)
        scene.heard(5000)
        #expect(scene.conditions == [.disabled])
    }

    @Test("the grid's sentence is the condition's own")
    func sameSentence() throws {
        let states: [(Condition, ConnectionState)] = [
            (.userLocked, .locked), (.quiet, .quiet), (.wrongCompanyFile, .wrongCompanyFile),
            (.quickBooksDialog, .quickBooksUnavailable), (.neverCheckedIn, .notSetUp), (.paused, .paused),
            (.disabled, .disabled), (.wrongPassword, .online), (.twoInstalls, .online),
        ]
        for (condition, state) in states {
            let scene = scene(with: condition)
            let diagnosis = Diagnosis(scene.health.facts, now: scene.now)
            #expect(diagnosis.state == state, "\(condition)")
            #expect(diagnosis.sentence == scene.findings.first { $0.condition == condition }?.sentence)
        }
    }
}
